// SPDX-License-Identifier: Apache-2.0
// What stands inside a quotation, below or beside it, and whose words it is (PRODUCT 2.2, 2.5).
#include <gtest/gtest.h>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

const std::string thanks = "Thank you for writing this.\n\nOn Mon, 30 Nov 2026 at 10:00, Decisions wrote:\n";

TEST(ReadingQuotations, TheEndOfAQuotedLineThatAProgramBrokeIsNobodysAnswer) {
    const std::string comb =
        thanks +
        "> Everybody who is asked has answered but you. Reply with +1 to agree, or\n-1\n"
        "> and what you object to, on one line. The vote is open until Friday, and\nnobody\n"
        "> is asked twice. You may change your mind until then, by the word\nclose\n> or another.\n";
    EXPECT_EQ(own_words(comb).new_text, "Thank you for writing this.");
    EXPECT_EQ(summary(comb), "comment");
    EXPECT_EQ(summary("+1\n\n" + comb), "agree exact");
}

TEST(ReadingQuotations, TheEndOfAParagraphAndOfSeveralLinesBelongsToThem) {
    const std::string comb = thanks +
                             "> Everybody who is asked has answered but you, whose answer is\nstill missing\n>\n"
                             "> A long paragraph that some program has broken over more than\n"
                             "two lines, whatever width they had when they were first written,\nor +1\n>\n"
                             "> And another one of these lines that end in a word of its own\nveto\n> today.\n";
    EXPECT_EQ(own_words(comb).new_text, "Thank you for writing this.");
}

TEST(ReadingQuotations, OneLineThatMayBeTheEndOfAQuotedOneIsAskedAbout) {
    expect_all({
        {"Thanks.\n\n> Everybody has answered but you. Reply with +1 to agree, 0 to abstain, or\n-1\n> and why.\n",
         "unclear"},
        {"Thanks.\n\n> You may change your mind until the\nclose.\n> If you do not answer, nothing is counted.\n",
         "unclear"},
    });
}

TEST(ReadingQuotations, AnAnswerRightBelowAQuotedLineStandsAlone) {
    expect_all({
        {"> Shall we buy the door\n+1\n> and paint it this year, or do we wait until the next one comes\n",
         "agree exact"},
        {"> Shall we buy the door that Ben found in the town, and paint it blue?\n+1\n> Bye,\n> Ben\n",
         "agree exact"},
        {"> Who is for buying the door that Ben found in the town, and paint it\n+1\n", "agree exact"},
        {"> Who is for buying the door that Ben found in the town, and paint it\n+1\n\n> Bye,\n", "agree exact"},
    });
}

TEST(ReadingQuotations, AnAnswerBelowARuleIsAskedAbout) {
    expect_all({
        {"I have read it twice.\n\n______________\n\n-1 it is too dear", "unclear"},
        {"I have read it twice.\n\n--\n\n-1 it is too dear", "unclear"},
        {"I have read it twice.\n\n~~~~~~~~~~~~\n\n-1 it is too dear", "disagree near"},
        {"The trip that I mean:\n\nFrom: Berlin\nTo: Paris\nDate: Friday\n\n-1 it is too dear", "disagree near"},
        {"I have read it twice.\n\n______________\nAna Example\nRoofs Ltd", "comment"},
        {"See this:\n\n~~~\n+1\n~~~\n\nBye.", "comment"},
    });
    EXPECT_NE(read("I have read it.\n\n--\n\n-1 it is too dear").ask.find("signature"), std::string::npos);
}

TEST(ReadingQuotations, TheFormIsNoCodeWhereverItIsIndented) {
    ReadingContext cities;
    cities.options = {{"A", "Athens"}, {"B", "Berlin"}, {"C", "Cork"}};
    cities.asks_for_order = true;
    for (const std::string indent : {"    ", "\t", ""}) {
        const Interpretation in = read(
            "Hello,\n\n" + indent + "[ 2 ] A: Athens\n" + indent + "[ 1 ] B: Berlin\n" + indent + "[ 3 ] C: Cork\n",
            cities);
        ASSERT_EQ(in.readings.size(), 1u) << indent;
        EXPECT_EQ(in.readings[0].ranks.size(), 3u) << indent;
    }
    expect_all({{"Hello,\n\n\t[x] agree\n\t[ ] disagree\n", "agree exact"},
                {"Hello, see this:\n\n    [x] install it\n    +1\n", "comment"}});
}

TEST(ReadingQuotations, AGreetingAloneIsNoAnswer) {
    expect_all({
        {"Hallo Ben,\n\nAm 13.05.2026 um 09:05 schrieb Ben Example:\n> Shall we buy it?\n\nI agree, it is good.",
         "agree near"},
        {"It is late.\n\nAm 13.05.2026 um 09:05 schrieb Ben Example:\n> Shall we buy it?\n\nI agree, it is good.",
         "unclear"},
    });
}

TEST(ReadingQuotations, AFormBelowAnAttributionWithoutMarksIsFilledIn) {
    EXPECT_EQ(
        summary("On Mon, 30 Nov 2026 at 10:00, Decisions <d@example.org> wrote:\n\n[ ] +1  agree\n[x] -1  object"),
        "disagree exact");
    EXPECT_EQ(summary("On Mon, 30 Nov 2026 at 10:00, Decisions <d@example.org> wrote:\n\n-1 too dear"), "unclear");
}

}  // namespace
}  // namespace assentd
