// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/mbox.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace assentd {
namespace {

constexpr const char* from_line = "From ana@example.org Tue Mar  3 10:00:00 2026\n";

std::vector<std::string> split(const std::string& text, std::size_t limit = 1000) {
    std::istringstream in(text);
    MboxReader reader(in, limit);
    std::vector<std::string> messages;
    while (auto message = reader.next()) messages.push_back(*message);
    return messages;
}

TEST(Mbox, EachFromLineBelowABlankLineBeginsAMessage) {
    const std::string one = "Subject: a\n\nbody a\n";
    const std::string two = "Subject: b\n\nbody b\n";
    EXPECT_EQ(split(from_line + one + "\n" + from_line + two + "\n"), (std::vector<std::string>{one, two}));
}

TEST(Mbox, AFromLineInsideAParagraphIsText) {
    const std::string text = "Subject: a\n\nbody\nFrom ana@example.org Tue Mar  3 10:00:00 2026\n";
    EXPECT_EQ(split(from_line + text), (std::vector<std::string>{text}));
}

TEST(Mbox, AFromWithoutADateIsText) {
    const std::string text = "Subject: a\n\nFrom here on it is easy.\n";
    EXPECT_EQ(split(from_line + text), (std::vector<std::string>{text}));
}

TEST(Mbox, EscapedFromLinesLoseOneMark) {
    EXPECT_EQ(split(std::string(from_line) + "Subject: a\n\n>From here\n>>From there\n> From space\n"),
              (std::vector<std::string>{"Subject: a\n\nFrom here\n>From there\n> From space\n"}));
}

TEST(Mbox, LineEndsStayAsTheyAre) {
    EXPECT_EQ(split("From a@example.org Tue Mar  3 10:00:00 2026\r\nSubject: a\r\n\r\nx\r\n\r\n"
                    "From a@example.org Tue Mar  3 10:00:00 2026\r\nSubject: b\r\n\r\ny\r\n"),
              (std::vector<std::string>{"Subject: a\r\n\r\nx\r\n", "Subject: b\r\n\r\ny\r\n"}));
}

TEST(Mbox, AMessageBeyondTheLimitIsCutAndTheNextIsWhole) {
    const std::string two = "Subject: b\n\ny\n";
    const auto messages =
        split(from_line + ("Subject: a\n\n" + std::string(5000, 'x') + "\n\n") + from_line + two, 100);
    ASSERT_EQ(messages.size(), 2u);
    EXPECT_EQ(messages[0].size(), 100u);
    EXPECT_EQ(messages[1], two);
}

TEST(Mbox, AnEmptyFileHoldsNothing) {
    EXPECT_TRUE(split("").empty());
}

TEST(Mbox, IsKnownByItsFirstLine) {
    EXPECT_TRUE(looks_like_mbox(from_line));
    EXPECT_FALSE(looks_like_mbox("From: ana@example.org\nDate: Tue, 3 Mar 2026 10:00:00 +0000\n"));
    EXPECT_FALSE(looks_like_mbox("Subject: x\n"));
}

}  // namespace
}  // namespace assentd
