// SPDX-License-Identifier: Apache-2.0
#include "templates/plain_text.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/unit/templates/fixture.h"

namespace assentd::testing {
namespace {

using outgoing::block;
using outgoing::columns;
using outgoing::flowed;
using outgoing::one_line;
using outgoing::quotation;

std::string repeated(std::string_view text, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += text;
    return out;
}

TEST(OneLine, HoldsNoControlsAndNoLineEnds) {
    EXPECT_EQ(one_line(std::string_view("a\r\nBcc: b\0c\x1b[31m\td", 18), 80), "a Bcc: bc[31m d");
    EXPECT_EQ(one_line("a\xE2\x80\xA8z\xC2\x85y", 80), "a z y");  // U+2028, U+0085
}

TEST(OneLine, HoldsNoBidirectionalOverridesAndNoHiddenText) {
    EXPECT_EQ(one_line("pay \xE2\x80\xAE"
                       "001\xE2\x80\xAC \xE2\x81\xA6now\xE2\x81\xA9\xEF\xBB\xBF\xF3\xA0\x81\x81",
                       80),
              "pay 001 now");
}

TEST(OneLine, ReplacesWhatIsNotUtf8) {
    EXPECT_EQ(one_line("\xFFz\xC0\x80 \xED\xA0\x80\xF0\x9F", 80), "�z�� �����");
}

TEST(OneLine, IsCutAtAColumnAndNeverInACharacter) {
    EXPECT_EQ(one_line("abcdef", 4), "abc…");
    EXPECT_EQ(one_line("ab👍👍👍", 5), "ab👍…");
    EXPECT_LE(columns(one_line(std::string(10'000, 'x'), 200)), 200u);
}

TEST(Block, KeepsLinesAndIndentation) {
    EXPECT_EQ(block("\n\na\r\n  b\rc\t\n\n\nd  \n\n", 1000), "a\n  b\nc\n\n\nd");
}

TEST(Block, CannotForgeAFrameOrASignature) {
    EXPECT_EQ(block("a\n-- \nMallory\n-------- End of the proposal\nb", 1000),
              "a\n --\nMallory\n -------- End of the proposal\nb");
}

TEST(Block, IsCutWithANote) {
    EXPECT_EQ(block("ää" + std::string(100, 'x'), 3), "ä\n[shortened here: 102 more bytes are in the record]");
}

TEST(Quotation, MarksEveryLineAndDeepensQuotations) {
    EXPECT_EQ(quotation("a\n\n> b\nc", 1000), "> a\n>\n>> b\n> c");
}

TEST(Preformatted, KeepsColumnsAndBreaksWhatIsTooLong) {
    EXPECT_EQ(outgoing::preformatted({"    A   B", "A   -   1", "", "--\x1b x"}), "    A   B\nA   -   1\n\n -- x");
    EXPECT_EQ(outgoing::preformatted({repeated("some words ", 10)}),
              repeated("some words ", 6) + "some\n    " + repeated("words some ", 3) + "words");
    EXPECT_EQ(outgoing::preformatted({}), "");
}

TEST(Flowed, EveryLineIsUnderSeventyEightColumns) {
    const std::string text = repeated("some words that go on ", 50) + "\n> " + repeated("quoted ", 100) + "\n" +
                             std::string(500, 'x') + "\n" + repeated("漢字", 100) + "\n" + repeated("👍 ", 100);
    std::istringstream lines(flowed(text));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns(line), 77u) << line;
}

TEST(Flowed, JoinsToWhatItWas) {
    const std::string text = repeated("some words that go on ", 20) + "end\n> " + repeated("quoted ", 30) + "end\n" +
                             "https://example.org/" + repeated("long/", 40) + "\n" + repeated("漢字", 100) + "\n";
    EXPECT_EQ(unflowed(flowed(text)), text);
}

TEST(Flowed, StuffsWhatOthersWouldTakeForSomethingElse) {
    EXPECT_EQ(flowed("From me\n.\n  indented\nFromage\n> x\n>"), " From me\n .\n   indented\nFromage\n> x\n>\n");
}

TEST(Flowed, StuffsWhatComesToStandAtTheStartOfALineByWrapping) {
    const std::string words = repeated("seven77 ", 9) + "aa ";  // the next word begins a line
    for (const char* word : {"From here on", ".", ">", ">>> x"}) {
        const std::string text = words + word + " and more";
        const std::string out = flowed(text);
        EXPECT_NE(out.find("\n " + std::string(word)), std::string::npos) << out;
        EXPECT_EQ(unflowed(out), text + "\n");
    }
}

TEST(Flowed, NeverTwoBlankLines) {
    EXPECT_EQ(flowed("\n\na\n\n\n\nb\n\n"), "a\n\nb\n");
}

TEST(Flowed, IsLinear) {
    const std::string word(1u << 20, 'x');
    const std::string words = repeated("x ", 1 << 19);
    EXPECT_GT(flowed(word).size(), word.size());
    EXPECT_GT(flowed(words).size(), words.size());
}

}  // namespace
}  // namespace assentd::testing
