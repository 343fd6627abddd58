// SPDX-License-Identifier: Apache-2.0
// The plain text and the HTML of a mail must not say different things (PRODUCT 2.4).
#include <gtest/gtest.h>

#include <string>

#include "parsers/html/html_opening.h"
#include "parsers/reading.h"

namespace assentd {
namespace {

Interpretation read(const std::string& plain, const std::string& html, const ReadingContext& context = {}) {
    return interpret(read_message("From: Ana <ana@example.org>\nSubject: Re: [D-4] Desks\nMIME-Version: 1.0\n"
                                  "Content-Type: multipart/alternative; boundary=b\n\n"
                                  "--b\nContent-Type: text/plain; charset=utf-8\n\n" +
                                  plain + "\n--b\nContent-Type: text/html; charset=utf-8\n\n" + html + "\n--b--\n"),
                     context);
}

TEST(Versions, ThatVoteOtherwiseAreAskedAbout) {
    for (const auto& [plain, html] : {std::pair{"Yes.", "<p>No.</p>"},
                                      {"+1", "<p>-1</p>"},
                                      {"+1", "<p>&minus;1</p>"},
                                      {"Hi Kim,\n\nyes.\n\nAna", "<p>Hi Kim,</p><p>no.</p><p>Ana</p>"}}) {
        const Interpretation in = read(plain, html);
        EXPECT_EQ(in.verdict, ReadingVerdict::unclear) << plain;
        EXPECT_NE(in.ask.find("the plain text and the HTML of your mail do not say the same"), std::string::npos)
            << in.ask;
    }
    ReadingContext context;
    context.options = {{"A", "Athens"}, {"B", "Berlin"}};
    const Interpretation in = read("A > B", "<p>B &gt; A</p>", context);
    EXPECT_EQ(in.verdict, ReadingVerdict::unclear);
    EXPECT_NE(in.ask.find("HTML"), std::string::npos) << in.ask;
}

TEST(Versions, ThatDifferOtherwiseAreNot) {
    for (const char* html :
         {"<p>Yes.</p>", "<p>yes</p><p>Sent from my phone</p>", "<div><b>Yes</b>.</div>", "<p>See the picture.</p>",
          "<p><img alt='logo'></p><p>ACME</p><p>Yes.</p>", "<p>&nbsp;Yes.</p><blockquote>No.</blockquote>",
          "<html><head><title>x</title><style>p {}</style></head><body><!-- c --><p>Yes.</p></body></html>", ""})
        EXPECT_EQ(read("Yes.", html).verdict, ReadingVerdict::vote) << html;
    EXPECT_EQ(read("What does it cost?", "<p>No.</p>").verdict, ReadingVerdict::comment);
}

TEST(Versions, TheOpeningOfTheHtmlIsComparedWithoutReadingIt) {
    EXPECT_TRUE(begins_as("<p>Yes, <i>please</i> do</p>", "Yes, please"));
    EXPECT_TRUE(begins_as("<style>no</style><STYLE>no</STYLE>Yes", "Yes"));
    EXPECT_TRUE(begins_as("<p>anything</p>", "\u662F"));
    EXPECT_FALSE(begins_as("<p>No</p>", "Yes"));
    EXPECT_FALSE(begins_as("<p>-1</p>", "+1"));
    EXPECT_FALSE(begins_as("", "Yes"));
    EXPECT_FALSE(begins_as("<!-- never ends", "Yes"));
}

}  // namespace
}  // namespace assentd
