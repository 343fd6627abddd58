// SPDX-License-Identifier: Apache-2.0
#include "templates/compose.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "templates/plain_text.h"
#include "tests/unit/templates/fixture.h"

namespace assentd::testing {
namespace {

using outgoing::date_field;
using outgoing::display_name;
using outgoing::is_message_id;
using outgoing::is_plain_address;
using outgoing::MailBuilder;
using outgoing::quoted_printable;
using outgoing::unstructured;

std::string unfolded(std::string value) {
    std::erase(value, '\n');
    return value;
}

// RFC 2047: words of at most 75, lines of at most 76, each word decodes to whole characters by itself.
void expect_sound_words(const std::string& value, std::size_t used) {
    std::istringstream lines(value);
    for (std::string line; std::getline(lines, line); used = 0) {
        EXPECT_LE(used + line.size(), 76u) << line;
        std::istringstream words(line);
        for (std::string word; words >> word;) {
            if (word.rfind("=?", 0) != 0) continue;
            EXPECT_LE(word.size(), 75u);
            EXPECT_EQ(outgoing::one_line(decoded_words(word), 200).find("�"), std::string::npos) << "split character";
        }
    }
}

TEST(Unstructured, LeavesPlainTextAlone) {
    EXPECT_EQ(unstructured("[D-42] A second site: yes?", 9), "[D-42] A second site: yes?");
}

TEST(Unstructured, EncodesOnlyTheWordsThatNeedIt) {
    const std::string value = unstructured("[D-42] Für Ämter und more", 9);
    EXPECT_EQ(value.substr(0, 17), "[D-42] =?UTF-8?B?");
    EXPECT_EQ(value.substr(value.size() - 9), " und more");
    EXPECT_EQ(decoded_words(value), "[D-42] Für Ämter und more");
}

TEST(Unstructured, NeverSplitsACharacterAndComesBackWhole) {
    std::string emoji = "x";
    for (int i = 0; i < 60; ++i) emoji += "👍";
    std::string mixed = "plain words first and then ";
    for (int i = 0; i < 20; ++i) mixed += "Größe ";
    mixed += "and plain words at the end that have to be folded as well since they are many";
    for (const auto& text :
         {emoji, mixed, std::string("Größe ") + std::string(70, 'x'), std::string("a =?UTF-8?B?eA==?= b")}) {
        for (std::size_t used : {0u, 9u, 40u, 70u}) {
            const std::string value = unstructured(text, used);
            expect_sound_words(value, used);
            EXPECT_EQ(outgoing::one_line(decoded_words(unfolded(value)), 998), text);  // a fold may come first
        }
    }
}

TEST(Unstructured, CannotAddAField) {
    for (const std::string text : {"a\r\nBcc: b@example.org", "a\nBcc: b", "a\rBcc: b",
                                   "a\xE2\x80\xA8"
                                   "Bcc: b"}) {
        const std::string value = unstructured(text, 9);
        EXPECT_EQ(value.find_first_of("\r\n"), std::string::npos) << value;
    }
    EXPECT_EQ(unstructured(std::string_view("a\0b\x07", 4), 9), "ab");
}

TEST(DisplayName, IsPlainQuotedOrEncoded) {
    EXPECT_EQ(display_name("Ben Sample", 4), "Ben Sample");
    EXPECT_EQ(display_name("Sample, Ben \"B\\\"", 4), R"("Sample, Ben \"B\\\"")");
    EXPECT_EQ(display_name("mallory@example.org", 4), "\"mallory@example.org\"");
    EXPECT_EQ(decoded_words(display_name("Dora Müller", 4)), "Dora Müller");
    expect_sound_words(display_name(std::string(120, 'x'), 4), 4);
}

TEST(Address, HoldsNothingThatCouldBreakAFieldOrACommand) {
    EXPECT_TRUE(is_plain_address("decisions+d42.k3v9@example.org"));
    for (const std::string bad :
         {"", "@example.org", "ben@", "ben", "ben@example.org\r\nBcc: x@example.org", "a b@example.org",
          "<ben@example.org>", "ben@example.org>", "a@b@example.org", "mül@example.org", "a,b@example.org"})
        EXPECT_FALSE(is_plain_address(bad)) << bad;
    EXPECT_FALSE(is_plain_address(std::string(300, 'a') + "@example.org"));
}

TEST(MessageId, IsCheckedBeforeItIsRepeated) {
    EXPECT_TRUE(is_message_id("<a.b+c@example.org>"));
    for (const std::string bad : {"", "<>", "a@b", "<a b@c>", "<a@b>\n", "<a@b><c@d>", "<ab>"})
        EXPECT_FALSE(is_message_id(bad)) << bad;
    EXPECT_FALSE(is_message_id('<' + std::string(300, 'a') + "@b>"));
}

TEST(Date, IsAsInRfc5322) {
    EXPECT_EQ(date_field(at(4, 16, 5)), "Fri, 4 Dec 2026 16:05:00 +0000");
}

TEST(QuotedPrintable, LinesAreBoundedAndBlanksAtTheirEndsKept) {
    EXPECT_EQ(quoted_printable("a = b \nMüll \t\n"), "a =3D b=20\nM=C3=BCll =09\n");
    std::string text;
    for (int i = 0; i < 100; ++i) text += "Größe ";
    std::istringstream lines(quoted_printable(text));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 76u);
        EXPECT_NE(line.back(), ' ');
    }
}

TEST(Builder, LeavesOutWhatDoesNotPassItsCheck) {
    MailBuilder mail;
    mail.token("X-Assentd-Decision", "D-1\nBcc: x@example.org");
    mail.address("To", "Ben", "ben@example.org>\nBcc: x@example.org");
    mail.list_id("Decisions", "a b");
    mail.message_ids("References", {"<a@b>\nBcc: x", "bad"});
    EXPECT_EQ(mail.finish("x\n").find("MIME-Version"), 0u);
}

}  // namespace
}  // namespace assentd::testing
