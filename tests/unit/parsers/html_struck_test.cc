// SPDX-License-Identifier: Apache-2.0
// What is struck out was said and taken back: it is no vote, whichever part of the mail shows it.
#include <gtest/gtest.h>

#include <algorithm>

#include "parsers/html/html_text.h"
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

TEST(StruckText, IsLeftOutInBlocksToo) {
    for (const char* struck :
         {"<s><p>+1</p></s>", "<s><p>+1</p><p>+1</p></s>", "<s><p>+1<p>+1</s>", "<strike><div>+1</div></strike>",
          "<del><div><p>+1</p></div></del>", "<u><s><p>+1</p></s></u>", "<s><b><p>+1</p></b></s>",
          "<s><ul><li>+1</ul></s>", "<s><table><tr><td>+1</td></tr></table></s>",
          "<b style=\"text-decoration:line-through\"><p>+1</p></b>",
          "<s><img alt=\"\U0001F44D\"><p><img alt=\"\U0001F44D\"></p></s>",
          "<div style=\"text-decoration:line-through\"><div style=\"text-decoration:none\">+1</div></div>",
          "<table style=\"text-decoration:line-through\"><tr><td>+1</td></tr></table>"})
        EXPECT_EQ(html(std::string(struck) + "<p>-1</p>"), "-1\n") << struck;
}

TEST(StruckText, IsMarkedByOutlookInItsOwnWays) {
    for (const char* style :
         {"mso-text-strike:single", "text-line-through:double", "TEXT-DECORATION: Line-Through",
          "text-decoration:line-through !important", "text-decoration-line: underline line-through"})
        EXPECT_EQ(html("<p style='" + std::string(style) + "'>+1</p><p>-1</p>"), "-1\n") << style;
    for (const char* style : {"text-line-through:none", "mso-text-strike:no !important", "text-decoration:underline"})
        EXPECT_EQ(html("<p style='" + std::string(style) + "'>+1</p>"), "+1\n") << style;
    EXPECT_EQ(interpret(with_parts("+1", "<p style='mso-text-strike:single'>+1</p>")).verdict, ReadingVerdict::empty);
}

TEST(StruckText, EndsWithItsElementOrCell) {
    EXPECT_EQ(html("<s><p>+1</s> it is late</p><p>-1</p>"), "it is late\n\n-1\n");
    EXPECT_EQ(html("<table><tr><td><s>+1</td><td>-1</td></tr></table>"), "-1\n");
    EXPECT_EQ(html("<b><s>+1</s></b> -1"), "-1\n");
}

TEST(StruckText, IsNotedAmongTheRemarks) {
    const Message m = read_message("Content-Type: text/html\n\n<s>+1</s> -1\n");
    EXPECT_NE(std::find(m.remarks.begin(), m.remarks.end(), struck_out_remark), m.remarks.end());
    EXPECT_TRUE(read_message("From: ana@example.org\nContent-Type: text/html\n\n<s> </s> -1\n").remarks.empty());
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
        for (const char* element : {"div", "b", "font"}) {
            const std::string name(element);
            EXPECT_EQ(html("<" + name + " style=\"" + hiding + "\"><p>+1</p></" + name + "><p>-1</p>"), "-1\n")
                << name << ' ' << hiding;
        }
    EXPECT_EQ(html("<div hidden>+1</div>-1"), "-1\n");
}

TEST(HiddenText, MayBeHiddenByItsClass) {
    const auto styled = [](const std::string& rules) {
        return html("<style>" + rules + "</style><p class='a x'>+1</p><p>-1</p>");
    };
    for (const char* rules :
         {".x{display:none}", "p.x { display : none ; color:red }", ".y, .x {visibility:hidden}",
          "@import 'a'; .x{text-decoration:line-through}", "<!-- .x{display:none} -->", "/* .x */ .x{display:none}"})
        EXPECT_EQ(styled(rules), "-1\n") << rules;
    for (const char* rules :
         {"@media (max-width:600px){.x{display:none}}", "/* small */ @media print{.y{display:none} .x{display:none}}",
          ".y .x{display:none}", ".x:hover{display:none}", "p{display:none}", ".xx{display:none}", ".x{color:red}",
          "@", "{}", "}"})
        EXPECT_EQ(styled(rules), "+1\n\n-1\n") << rules;
}

TEST(HiddenText, MayBeHiddenInOtherWays) {
    for (const char* style :
         {"height:0;overflow:hidden", "position:absolute;left:-9999px", "color: transparent", "text-indent:-9999px"})
        EXPECT_EQ(html("<div style='" + std::string(style) + "'>+1</div>-1"), "-1\n") << style;
    EXPECT_EQ(html("<datalist><option>+1</option></datalist>-1"), "-1\n");
    for (const char* style : {"background-color:transparent", "height:0", "margin-left:-9px", "left:-9px"})
        EXPECT_EQ(html("<div style='" + std::string(style) + "'>+1</div>"), "+1\n") << style;
}

}  // namespace
}  // namespace assentd
