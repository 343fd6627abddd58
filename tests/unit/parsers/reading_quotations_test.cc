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

}  // namespace
}  // namespace assentd
