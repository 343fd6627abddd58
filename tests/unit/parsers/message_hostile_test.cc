// SPDX-License-Identifier: Apache-2.0
// Hostile mail costs bounded work (PRODUCT 8.5, MAIL B.6 57): what the limits say is what is kept, and each mail here
// is read in well under the second that only something quadratic would need.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "parsers/html/html_filter.h"
#include "parsers/html/html_text.h"
#include "parsers/message.h"
#include "parsers/mime/mime_tree.h"
#include "parsers/own_words/own_words.h"
#include "parsers/reading.h"

namespace assentd {
namespace {

std::string repeated(std::string_view s, std::size_t n) {
    std::string out;
    out.reserve(s.size() * n);
    for (std::size_t i = 0; i < n; ++i) out += s;
    return out;
}

// Generous: sanitizers and a busy machine included. The quadratic cases took minutes.
Message read_soon(const std::string& raw) {
    const auto begin = std::chrono::steady_clock::now();
    Message m = read_message(raw);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    EXPECT_LE(m.remarks.size(), 50u);
    return m;
}

TEST(Hostile, GroupWithoutItsEnd) {
    EXPECT_TRUE(read_message("To: a:").to.empty());
    EXPECT_TRUE(read_message("To: undisclosed-recipients:\n\n").to.empty());
}

TEST(Hostile, HundredThousandNestedMessages) {
    const std::string raw = repeated("Content-Type: message/rfc822\r\n\r\n", 100000);
    Remarks remarks;
    EXPECT_LE(read_mime_tree(raw, Limits{}, remarks).entities.size(), 22u);
    EXPECT_EQ(read_soon(raw).attachments.size(), 1u);
}

TEST(Hostile, NestedMultiparts) {
    std::string raw;
    for (int i = 0; i < 5000; ++i)
        raw += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
    Remarks remarks;
    EXPECT_LE(read_mime_tree(raw, Limits{}, remarks).entities.size(), 22u);
    read_soon(raw);
}

TEST(Hostile, HundredThousandParts) {
    const std::string raw =
        "Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\nContent-Type: a/b\n\nx\n", 100000);
    EXPECT_LT(read_soon(raw).attachments.size(), Limits{}.parts);
}

TEST(Hostile, MillionAddresses) {
    EXPECT_LE(read_soon("To: " + repeated("a@b.example,", 1000000) + "\n\n").to.size(), Limits{}.addresses);
    EXPECT_LE(read_soon("To: " + repeated("a@b.example,\n ", 1000000) + "\n\n").to.size(), Limits{}.addresses);
    read_soon("To: " + repeated("a:", 500000) + "\n\n");
    read_soon("To: " + repeated("\"", 500000) + "\n\n");
    read_soon("To: " + repeated("(", 500000) + "\n\n");
    read_soon("To: " + repeated("<", 500000) + "\n\n");
}

TEST(Hostile, LongHeaderLine) {
    const Message m = read_soon("Subject: " + std::string(10'000'000, 'x') + "\r\nTo: a@example.org\r\n\r\n+1\r\n");
    EXPECT_LE(m.subject.size(), Limits{}.field_size);
    EXPECT_EQ(m.text, "+1\n") << "the body is still found";
}

TEST(Hostile, MillionFields) {
    const Message m = read_soon("Subject: s\n" + repeated("X: y\n", 1000000) + "\n+1\n");
    EXPECT_LE(m.fields.size(), Limits{}.fields);
    EXPECT_EQ(m.subject, "s");
    EXPECT_EQ(m.text, "+1\n");
}

TEST(Hostile, ReferencesAndWords) {
    EXPECT_LE(read_soon("References: " + repeated("<a@b.example> ", 200000) + "\n\n").references.size(),
              Limits{}.references);
    read_soon("References: " + repeated("<", 1000000) + "\n\n");
    read_soon("Subject: " + repeated("=?", 1000000) + "\n\n");
    read_soon("Subject: " + repeated("=?a?q?", 300000) + "\n\n");
    read_soon("Content-Type: a/b; " + repeated("x*0=y;", 200000) + "\n\n");
    read_soon("Content-Type: a/b; x=" + std::string(1000000, '"') + "\n\n");
}

TEST(Hostile, NulEverywhere) {
    using namespace std::string_literals;
    const Message m = read_message(
        "Sub\0ject: x\0y\nSubject: a\0b\nFrom: <a\0@example.org>\n\n+\0"
        "1\n"s);
    EXPECT_EQ(m.text.find('\0'), std::string::npos);
    EXPECT_EQ(m.subject, "ab");
    EXPECT_EQ(m.from.at(0).address, "a@example.org");
    read_soon(std::string(5'000'000, '\0'));
}

TEST(Hostile, PipesInBase64) {
    const Message m = read_soon("Content-Transfer-Encoding: base64\n\n" + std::string(5'000'000, '|'));
    EXPECT_EQ(m.text.find_first_not_of('|'), std::string::npos);
}

TEST(Hostile, TextIsCutAtItsLimit) {
    const Message m = read_soon("Subject: s\n\n" + repeated("é\n", 3'000'000));
    EXPECT_LE(m.text.size(), Limits{}.text_size);
    EXPECT_FALSE(m.remarks.empty());
}

TEST(Hostile, MailBeyondTheSizeLimitIsCut) {
    Limits limits;
    limits.message_size = 100;
    const Message m = read_message("Subject: s\n\n" + std::string(1000, 'x'), limits);
    EXPECT_LE(m.text.size(), 100u);
    EXPECT_EQ(m.size, 1012u);
    EXPECT_FALSE(m.remarks.empty());
}

TEST(Hostile, Html) {
    const std::string type = "Content-Type: text/html\n\n";
    std::string attributes = type + "<a";
    for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i);
    for (const std::string& raw :
         {type + repeated("<div>", 1000000), type + repeated("<!--", 500000), type + repeated("</", 500000),
          type + repeated("<a href=\"", 300000), type + repeated("&amp", 500000), attributes + ">+1",
          type + repeated("<b>", 200) + repeated("</i>", 300000), type + repeated("<script>", 300000),
          type + repeated("<blockquote>x:<br>", 100000), type + repeated("<p class=gmail_quote>1:", 100000),
          type + repeated("<div class=gmail_signature>1", 200) + repeated("<br>x", 100000)})
        EXPECT_LE(read_soon(raw).text.size(), Limits{}.text_size);
    EXPECT_EQ(reduced_html(attributes.substr(type.size()) + ">x").find("a99"), std::string::npos);
}

TEST(Hostile, LinesOnly) {
    read_soon(std::string(5'000'000, '\n'));
    read_soon(std::string(5'000'000, '\r'));
    read_soon("Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--\n", 1000000));
    read_soon("From: MAILER-DAEMON\nSubject: failure notice\n\n" + std::string(1'000'000, '@'));
    read_soon("From: MAILER-DAEMON\nSubject: failure notice\n\n" + repeated("a@b.example\n", 100000));
    read_soon("Content-Type: text/calendar\n\n" + repeated("ATTENDEE;\n ;", 500000));
    read_soon(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: "
        "message/delivery-status\n\n" +
        repeated("Final-Recipient: rfc822; a@b.example\n\n", 100000));
}

TEST(Hostile, BoxesThatAreNoBallot) {
    for (const char* line : {"[x] A\n", "[ 1 ] D-17: +1\n", "[x] A\n\n", "> [ 2 ] D-17: +1\n"}) {
        const auto begin = std::chrono::steady_clock::now();
        interpret(read_message("Content-Type: text/plain\n\n" + repeated(line, 100'000)), {});
        EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << line;
    }
}

TEST(Hostile, ManyAlternativesAreNotAllRead) {
    std::string raw = "Content-Type: multipart/alternative; boundary=b\n\n";
    for (int i = 0; i < 900; ++i)
        raw += "--b\nContent-Type: text/html\n\n" + repeated("<p>x", 1000) + std::to_string(i) + "\n";
    const Message m = read_soon(raw + "--b--\n");
    EXPECT_NE(m.text.find("x899"), std::string::npos);
}

TEST(Hostile, ManyTextPartsAreReadUpToABound) {
    std::string raw = "Content-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 900; ++i) raw += "--b\nContent-Type: text/html\n\n" + repeated("<b></b>", 3000) + "x\n";
    const Message m = read_soon(raw + "--b--\n");
    EXPECT_LT(m.text.size(), 1000u);
    EXPECT_NE(std::find(m.remarks.begin(), m.remarks.end(), "There is more text than is read: its end was left out"),
              m.remarks.end());
}

TEST(Hostile, LinesBeyondTheBoundAreNobodysWords) {
    const OwnWords own = own_words("+1\n" + repeated("\n", 1 << 20) + "-1\n");
    EXPECT_EQ(own.new_text, "+1");
    EXPECT_EQ(own.remarks, std::vector<std::string>{"more lines than are read"});
}

TEST(Hostile, ReportThatEndsWithinACharacter) {
    const Message m = read_message("From: MAILER-DAEMON\nSubject: failure notice\n\n" + std::string(65500, ' ') +
                                   "a@" + repeated("é", 100) + "\n");
    for (const auto& b : m.bounced) EXPECT_EQ(b.recipient.find('\n'), std::string::npos);
}

TEST(Hostile, NothingAtAll) {
    const Message m = read_message("");
    EXPECT_EQ(m.kind, MessageKind::human);
    EXPECT_EQ(m.text, "");
}

}  // namespace
}  // namespace assentd
