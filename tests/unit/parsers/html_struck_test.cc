// SPDX-License-Identifier: Apache-2.0
// What is struck out was said and taken back: it is no vote, whichever part of the mail shows it.
#include <gtest/gtest.h>

#include <algorithm>

#include "parsers/html_text.h"
#include "parsers/reading.h"

namespace assentd {
namespace {

std::string html(const std::string& source) {
    Remarks remarks;
    return html_to_text(source, remarks);
}

Message with_parts(const std::string& plain, const std::string& html_part) {
    return read_message(
        "From: ana@example.org\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: "
        "text/plain\n\n" +
        plain + "\n--b\nContent-Type: text/html\n\n" + html_part + "\n--b--\n");
}

TEST(StruckText, IsLeftOut) {
    EXPECT_EQ(html("<s>+1</s> -1"), "-1\n");
    EXPECT_EQ(html("<strike>+1</strike><br>-1"), "-1\n");
    EXPECT_EQ(html("<DEL cite=x>+1</DEL>-1"), "-1\n");
    EXPECT_EQ(html("<span style=\"color:red; text-decoration: line-through\">+1</span> -1"), "-1\n");
    EXPECT_EQ(html("<p>I <s>do not</s> agree</p>"), "I agree\n");
    EXPECT_EQ(html("<s><b>+1</b> <img alt=\"\U0001F44D\"></s>"), "");
    EXPECT_EQ(html("<small>+1</small> <strong>it is good</strong>"), "+1 it is good\n");
}

TEST(StruckText, IsNotedAmongTheRemarks) {
    const Message m = read_message("Content-Type: text/html\n\n<s>+1</s> -1\n");
    EXPECT_NE(std::find(m.remarks.begin(), m.remarks.end(), struck_out_remark), m.remarks.end());
    EXPECT_TRUE(read_message("Content-Type: text/html\n\n<s> </s> -1\n").remarks.empty());
}

TEST(StruckText, InTheHtmlPartIsNotReadFromThePlainPart) {
    EXPECT_EQ(with_parts("+1\n\nI have to think about it.", "<s>+1</s><p>I have to think about it.</p>").text,
              "I have to think about it.\n");
    EXPECT_EQ(interpret(with_parts("+1", "<s>+1</s>")).verdict, ReadingVerdict::empty);
    EXPECT_EQ(with_parts("+1 plain", "<s></s><p>+1 html</p>").text, "+1 plain");
    EXPECT_EQ(with_parts("+1 plain", "<style>.x{text-decoration:line-through}</style><img src=x>").text, "+1 plain");
}

TEST(HiddenText, IsNoVote) {
    for (const char* hiding : {"display:none", "DISPLAY: none !important", "visibility: hidden", "mso-hide:all",
                               "font-size:0", "max-height:0px", "opacity:0"})
        EXPECT_EQ(html("<div style=\"" + std::string(hiding) + "\">+1</div>-1"), "-1\n") << hiding;
    EXPECT_EQ(html("<div hidden>+1</div>-1"), "-1\n");
}

}  // namespace
}  // namespace assentd
