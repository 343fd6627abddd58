// SPDX-License-Identifier: Apache-2.0
// The header of a mail: whatever stands in it, the rest of it survives.
#include <gtest/gtest.h>

#include <algorithm>

#include "parsers/message.h"
#include "parsers/mime/addresses.h"
#include "parsers/mime/dates.h"
#include "parsers/mime/encoded_words.h"
#include "parsers/mime/message_ids.h"
#include "parsers/mime/parameters.h"

namespace assentd {
namespace {

bool remarked(const Message& m, std::string_view words) {
    return std::any_of(m.remarks.begin(), m.remarks.end(),
                       [&](const std::string& r) { return r.find(words) != std::string::npos; });
}

TEST(MessageHeader, OrdinaryMailIsRead) {
    const Message m = read_message(
        "From: Ana Lima <ana@example.org>\r\nTo: decisions@example.net, Ben <ben@example.com>\r\nCc: "
        "carol@example.com\r\n"
        "Reply-To: list@example.net\r\nSender: robot@example.net\r\nSubject: Re: [D-1]\r\n\tnew chairs\r\n"
        "Message-ID: <1@example.org>\r\nIn-Reply-To: <0@example.net>\r\nReferences: <a@example.net>\r\n "
        "<0@example.net>\r\n"
        "Date: Mon, 6 Nov 2017 10:00:00 +0100\r\n\r\n+1\r\n");
    ASSERT_EQ(m.from.size(), 1u);
    EXPECT_EQ(m.from[0], (Address{"Ana Lima", "ana@example.org"}));
    ASSERT_EQ(m.to.size(), 2u);
    EXPECT_EQ(m.to[1], (Address{"Ben", "ben@example.com"}));
    EXPECT_EQ(m.cc.size(), 1u);
    EXPECT_EQ(m.reply_to[0].address, "list@example.net");
    EXPECT_EQ(m.sender->address, "robot@example.net");
    EXPECT_EQ(m.subject, "Re: [D-1] new chairs");
    EXPECT_EQ(m.message_id, "<1@example.org>");
    EXPECT_EQ(m.in_reply_to, std::vector<std::string>{"<0@example.net>"});
    EXPECT_EQ(m.references, (std::vector<std::string>{"<a@example.net>", "<0@example.net>"}));
    EXPECT_EQ(m.date, Instant{std::chrono::seconds{1509958800}});
    EXPECT_EQ(m.text, "+1\n");
    EXPECT_EQ(m.kind, MessageKind::human);
    EXPECT_TRUE(m.remarks.empty());
    EXPECT_NE(find_field(m, "MESSAGE-id"), nullptr);
    EXPECT_EQ(find_field(m, "Bcc"), nullptr);
}

TEST(MessageHeader, MboxLinesAndBlankLinesBeforeItAreSkipped) {
    for (const char* before :
         {"From ana@example.org Mon Nov  6 10:00:00 2017\r\n", "\r\n\r\n", ">From ana\n", "\nFrom x\n"}) {
        const Message m = read_message(std::string(before) + "Subject: s\r\nIn-Reply-To: <1@example.org>\r\n\r\n+1");
        EXPECT_EQ(m.subject, "s") << before;
        EXPECT_EQ(m.in_reply_to.size(), 1u) << before;
        EXPECT_EQ(m.text, "+1") << before;
    }
}

TEST(MessageHeader, FirstFieldIsReadBehindABlankOrAByteOrderMark) {
    for (const char* first : {"From  : Ana <ana@example.org>\r\n",
                              "\xEF\xBB\xBF"
                              "From: Ana <ana@example.org>\r\n",
                              "From x@example.org Mon Nov  6 10:00:00 2017\r\nFrom : Ana <ana@example.org>\r\n"}) {
        const Message m = read_message(std::string(first) + "Subject: s\r\n\r\n+1");
        ASSERT_EQ(m.from.size(), 1u) << first;
        EXPECT_EQ(m.from[0], (Address{"Ana", "ana@example.org"})) << first;
        EXPECT_EQ(m.subject, "s") << first;
    }
}

TEST(MessageHeader, MailWithoutASenderIsRemarked) {
    EXPECT_TRUE(remarked(read_message("Subject: s\n\n+1"), "No sender"));
    EXPECT_TRUE(remarked(read_message("From: <>\n\n+1"), "No sender"));
    EXPECT_FALSE(remarked(read_message("From: ana@example.org\n\n+1"), "No sender"));
}

TEST(MessageHeader, GarbageLinesLoseOnlyThemselves) {
    const Message m =
        read_message("Subject: s\nthis is no field\n>From nobody\nIn-Reply-To: <1@example.org>\n\n+1\n");
    EXPECT_EQ(m.subject, "s");
    EXPECT_EQ(m.in_reply_to, std::vector<std::string>{"<1@example.org>"});
    EXPECT_EQ(m.text, "+1\n");
    EXPECT_TRUE(remarked(m, "no header fields"));
}

TEST(MessageHeader, TextWithoutABlankLineIsTheBody) {
    const Message m = read_message("Subject: s\nHello all,\nvote: +1\n");
    EXPECT_EQ(m.subject, "s");
    EXPECT_EQ(m.text, "Hello all,\nvote: +1\n");
    EXPECT_EQ(read_message("Subject: only a header").subject, "only a header");
}

TEST(MessageHeader, LoneCarriageReturnsEndLines) {
    const Message m = read_message("Subject: s\rFrom: ana@example.org\r\r+1\r");
    EXPECT_EQ(m.subject, "s");
    EXPECT_EQ(m.text, "+1\n");
}

TEST(MessageHeader, SecondFieldOfANameIsRemarked) {
    const Message m =
        read_message("Subject: one\nSubject: two\nMessage-ID: <1@a.example>\nMessage-ID: <2@a.example>\n\n");
    EXPECT_EQ(m.subject, "one");
    EXPECT_EQ(m.message_id, "<1@a.example>");
    EXPECT_TRUE(remarked(m, "More than one Subject"));
}

TEST(MessageHeader, EveryReferencesFieldIsRead) {
    const Message m = read_message(
        "References: <1@a.example>\nReferences: <2@a.example>\nIn-Reply-To: <2@a.example>\n"
        "In-Reply-To: <3@a.example>\n\n");
    EXPECT_EQ(m.references, (std::vector<std::string>{"<1@a.example>", "<2@a.example>"}));
    EXPECT_EQ(m.in_reply_to, (std::vector<std::string>{"<2@a.example>", "<3@a.example>"}));
    EXPECT_FALSE(remarked(m, "the first was read"));
}

TEST(MessageHeader, AnIdMayGoOnAtTheStartOfALine) {
    const Message last = read_message("Subject: s\nReferences: <1@a.example> <2.\nend@a.example>\n\n+1");
    EXPECT_EQ(last.references, (std::vector<std::string>{"<1@a.example>", "<2.end@a.example>"}));
    EXPECT_EQ(last.text, "+1");
    const Message amid = read_message("References: <2.\nend@a.example>\nSubject: s\n\n+1");
    EXPECT_EQ(amid.references, std::vector<std::string>{"<2.end@a.example>"});
    EXPECT_EQ(amid.subject, "s");
    EXPECT_EQ(read_message("Subject: fewer < 3\nI agree>\n\n+1").text, "I agree>\n\n+1") << "no id";
    EXPECT_EQ(read_message("References: <1\n> quoted\n\n+1").text, "> quoted\n\n+1") << "no id";
}

TEST(MessageHeader, SecondFromIsSeenSoThatNobodyTrustsIt) {
    EXPECT_EQ(read_message("From: ana@example.org\nFrom: ben@example.org\n\n").from.size(), 2u);
    EXPECT_EQ(read_message("From: ana@example.org, ben@example.org\n\n").from.size(), 2u);
}

TEST(MessageHeader, AuthorMayBeWrittenAsALink) {
    for (const char* from : {"From: Ana <mailto:ana@example.org>\n\n", "From: MAILTO:ana@example.org\n\n"}) {
        const Message m = read_message(from);
        ASSERT_EQ(m.from.size(), 1u) << from;
        EXPECT_EQ(m.from[0].address, "ana@example.org") << from;
    }
}

TEST(MessageHeader, RawUtf8IsTaken) {
    const Message m = read_message("From: Zoë <zoë@exämple.org>\nSubject: Größe\n\n");
    EXPECT_EQ(m.from[0], (Address{"Zoë", "zoë@exämple.org"}));
    EXPECT_EQ(m.subject, "Größe");
    EXPECT_TRUE(m.remarks.empty()) << "RFC 6532";
    EXPECT_EQ(read_message("Subject: Gr\xF6\xDF"
                           "e\n\n")
                  .subject,
              "Größe")
        << "and so is windows-1252";
}

TEST(MessageHeader, RecipientsAreMostSpecificFirst) {
    const Message m = read_message(
        "To: a@example.org\nCc: b@example.org\nX-Original-To: c@example.org\nDelivered-To: d@example.org\n"
        "Envelope-To: e@example.org\nX-Forwarded-To: f@example.org\nX-Envelope-To: <g@example.org>\n\n");
    EXPECT_EQ(m.recipients,
              (std::vector<std::string>{"d@example.org", "c@example.org", "e@example.org", "g@example.org",
                                        "f@example.org", "a@example.org", "b@example.org"}));
}

TEST(MessageHeader, MissingMessageIdStaysMissing) {  // MAIL B.4 32
    EXPECT_FALSE(read_message("Subject: s\n\n").message_id);
    EXPECT_FALSE(read_message("Message-ID:\n\n").message_id);
    EXPECT_EQ(read_message("Message-ID: odd\n\n").message_id, "odd") << "as sent";
}

TEST(MessageIds, AreFoundInEveryForm) {  // MAIL B.4 33, 34
    const struct {
        const char* value;
        std::vector<std::string> ids;
    } cases[] = {
        {"<a@x.example>", {"<a@x.example>"}},
        {"<a@x.example>,<b@x.example>, <c@x.example>", {"<a@x.example>", "<b@x.example>", "<c@x.example>"}},
        {"a@x.example", {"<a@x.example>"}},
        {"<a@x.example> (comment)", {"<a@x.example>"}},
        {"Your message of Monday <a@x.example>", {"<a@x.example>"}},
        {"message from ana of Monday", {}},
        {"<a@x.example> <a@x.example>", {"<a@x.example>"}},
        {"< a@\tx.example >", {"<a@x.example>"}},
        {"<<a@x.example>>", {"<a@x.example>"}},
        {"<lost <a@x.example>", {"<a@x.example>"}},
        {"<a@x.example> (from ana@x.example)", {"<a@x.example>"}},
        {"<a@x.example> b@x.example <c@x.example>", {"<a@x.example>", "<b@x.example>", "<c@x.example>"}},
        {"<a@x.example> <b@x.example <c@x.example>", {"<a@x.example>", "<b@x.example>", "<c@x.example>"}},
        {"<a@x.example> b@x.example", {"<a@x.example>", "<b@x.example>"}},
        {"<1 @ local(of old) .x .example>", {"<1@local.x.example>"}},
        {"<a(1)@x.example>", {"<a(1)@x.example>"}},
        {"<a@x(.example>", {"<a@x(.example>"}},
        {"<no-at-sign>", {"<no-at-sign>"}},
        {"<a@x.example", {"<a@x.example>"}},
        {"<>", {}},
        {"", {}},
    };
    for (const auto& c : cases) EXPECT_EQ(read_message_ids(c.value, 100), c.ids) << c.value;
}

TEST(MessageIds, OfTooManyTheFirstAndTheLastAreKept) {
    EXPECT_EQ(read_message_ids("<1@x> <2@x> <3@x> <4@x>", 3), (std::vector<std::string>{"<1@x>", "<3@x>", "<4@x>"}));
}

TEST(Addresses, InEveryForm) {  // MAIL B.3 21
    const struct {
        const char* value;
        std::vector<Address> addresses;
    } cases[] = {
        {"ana@example.org", {{"", "ana@example.org"}}},
        {"Ana Lima <ana@example.org>", {{"Ana Lima", "ana@example.org"}}},
        {"\"Lima, Ana\" <ana@example.org>", {{"Lima, Ana", "ana@example.org"}}},
        {"\"ben@example.com\" <ana@example.org>", {{"ben@example.com", "ana@example.org"}}},
        {"ana@example.org (Ana Lima)", {{"Ana Lima", "ana@example.org"}}},
        {"Ana <ana@example.org> (work)", {{"Ana (work)", "ana@example.org"}}},
        {"Ana ana@example.org", {{"Ana", "ana@example.org"}}},
        {"ana @ example . org", {{"", "ana@example.org"}}},
        {"<@relay.example,@b.example:ana@example.org>", {{"", "ana@example.org"}}},
        {"ana@[127.0.0.1], ben@example.org", {{"", "ana@[127.0.0.1]"}, {"", "ben@example.org"}}},
        {"undisclosed-recipients:;", {}},
        {"undisclosed-recipients:", {}},
        {"a:", {}},
        {"Team: Ana <ana@example.org>, ben@example.org;, carol@example.org",
         {{"Ana", "ana@example.org"}, {"", "ben@example.org"}, {"", "carol@example.org"}}},
        {"ana@example.org; ben@example.org", {{"", "ana@example.org"}, {"", "ben@example.org"}}},
        {"=?utf-8?q?Zo=C3=AB?= <zoe@example.org>", {{"Zoë", "zoe@example.org"}}},
        {"\"ana lima\"@example.org", {{"", "\"ana lima\"@example.org"}}},
        {"\"x\" <a@b.example> (comment)", {{"x (comment)", "a@b.example"}}},
        {"\"Ana <ana@example.org>", {{"Ana", "ana@example.org"}}},
        {"Ana <ana@example.org", {{"Ana", "ana@example.org"}}},
        {"\"Ana Lima\" ana@example.org", {{"Ana Lima", "ana@example.org"}}},
        {"\"ana@example.org\"", {{"", "ana@example.org"}}},
        {"'ana@example.org', <'ben@example.org'>", {{"", "ana@example.org"}, {"", "ben@example.org"}}},
        {"o'hara@example.org", {{"", "o'hara@example.org"}}},
        {"Ana <=?utf-8?Q?ana=40example.org?=>", {{"Ana", "ana@example.org"}}},
        {", ,", {}},
        {"\x1B, <\x01>, (x)\x02", {}},
        {"(((", {}},
        {"<>", {}},
    };
    for (const auto& c : cases) {
        Remarks remarks;
        EXPECT_EQ(read_addresses(c.value, 100, remarks), c.addresses) << c.value;
    }
}

// "Lima, Ana" without its quotes: what stands beside the only address is a name. Where there are several addresses,
// each word may be one of them, as it is in "root, ana@example.org".
TEST(Addresses, ACommaInANameIsNoSecondAuthor) {
    const struct {
        const char* value;
        std::vector<Address> addresses;
    } cases[] = {
        {"Lima, Ana <ana@example.org>", {{"Lima, Ana", "ana@example.org"}}},
        {"da Silva Lima, Ana <ana@example.org>", {{"da Silva Lima, Ana", "ana@example.org"}}},
        {"Ana; <ana@example.org>", {{"Ana", "ana@example.org"}}},
        {"Ana Lima <ana@example.org>, Chair", {{"Ana Lima, Chair", "ana@example.org"}}},
        {"\"Lima\", Ana <ana@example.org>", {{"Lima, Ana", "ana@example.org"}}},
        {"=?utf-8?Q?Lima,_Zo=C3=AB?= <zoe@example.org>", {{"Lima, Zoë", "zoe@example.org"}}},
        {"=?utf-8?Q?Lima;_Zo=C3=AB_(x)?= <zoe@example.org>, ben@example.org",
         {{"Lima; Zoë (x)", "zoe@example.org"}, {"", "ben@example.org"}}},
        {"=?utf-8?Q?Lima, Ana?= <ana@example.org>", {{"Lima, Ana", "ana@example.org"}}},
        // Two addresses are two, whatever stands around them.
        {"ben@example.org, Ana <ana@example.org>", {{"", "ben@example.org"}, {"Ana", "ana@example.org"}}},
        {"=?utf-8?Q?Ana <ana@example.org>, x?= <ben@example.org>",
         {{"=?utf-8?Q?Ana", "ana@example.org"}, {"x?=", "ben@example.org"}}},
        {"root, ana@example.org", {{"", "root"}, {"", "ana@example.org"}}},
        {"Lima, <root>", {{"", "Lima"}, {"", "root"}}},
        // An address with a blank is nobody's.
        {"Ben, <ana lima@example.org>", {{"Ben", "ana lima@example.org"}}},
        {"\"Ana\" \"ben@example.org\" ana@example.org", {{"", "Ana ben@example.org ana@example.org"}}},
    };
    for (const auto& c : cases) {
        Remarks remarks;
        EXPECT_EQ(read_addresses(c.value, 100, remarks), c.addresses) << c.value;
    }
}

TEST(Dates, InEveryForm) {  // MAIL B.4 42
    const struct {
        const char* value;
        std::int64_t seconds;  // -1: no date
    } cases[] = {
        {"Mon, 6 Nov 2017 10:00:00 +0100", 1509958800},
        {"6 Nov 2017 10:00:00 GMT", 1509962400},
        {"Mon,6 Nov 2017 10:00:00+0000", 1509962400},
        {"Mon, 6 Nov 17 10:00 EST", 1509980400},
        {"Mon Nov  6 10:00:00 2017", 1509962400},
        {"Mon, 06 Nov 2017 10:00:00 (UTC)", 1509962400},
        {"Monday, November 6, 2017 10:00 AM", 1509962400},
        {"Mon, 6 Nov 2017 10.00.00 +0000", 1509962400},
        {"2017-11-06T10:00:00Z", 1509962400},
        {"2017-11-06 10:00:00 +0000", 1509962400},
        {"06-Nov-2017 10:00:00 +0000", 1509962400},
        {"Mon, 6 Nov 117 10:00:00 +0000", 1509962400},
        {"Mon, 6 Nov 2017 10:00:00 GMT+0100", 1509958800},
        {"Mon, 6 Nov 2017 09(comment): 55 : 06 +0000", 1509962106},
        {"Mon, 6 Nov 2017", 1509926400},
        {"Mon, 6 Nov 2017 27:39:33 +0000", -1},
        {"Mon, 6 Nov 2017 59:10 -0500", -1},
        {"Tue, 31 Feb 2017 10:00:00 +0000", -1},
        {"Mon, 6 Nov 20170 10:00:00 +0000", -1},
        {"Mon, 6 Nov 99999999999999 10:00:00", -1},
        {"yesterday", -1},
        {"", -1},
    };
    for (const auto& c : cases) {
        const auto date = read_date(c.value);
        EXPECT_EQ(date ? date->time_since_epoch().count() : -1, c.seconds) << c.value;
    }
    EXPECT_TRUE(remarked(read_message("Date: yesterday\n\n"), "no date"));
}

TEST(EncodedWords, AreReadLeniently) {
    const struct {
        const char* text;
        const char* decoded;
    } cases[] = {
        {"=?utf-8?q?a_b=C3=A9?=", "a bé"},
        {"=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße"},
        {"=?UTF-8?B?R3LDvMOfZQ?=", "Grüße"},
        {"=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "Grüße"},
        {"=?utf-8?q?a?= =?iso-8859-1?q?=E9?=", "aé"},
        {"=?utf-8?q?a?==?utf-8?q?b?=", "ab"},
        {"=?iso-8859-1*en?q?caf=E9?=", "café"},
        {"=?utf-8?q?with a blank?=", "with a blank"},
        {"=?utf-8?Q?=41=42?=", "AB"},
        {"Re: =?utf-8?q?a?= and b", "Re: a and b"},
        {"[tag]=?utf-8?q?a?=", "[tag] a"},
        {"=?utf-8?b?R3LDvMOf?=e", "Grüße"},
        {"=?utf-8?q?a?=(b)", "a(b)"},
        {"a=?utf-8?q?\?=b", "a  b"},
        {"=?utf-8?x?a?=", "=?utf-8?x?a?="},
        {"=?utf-8?q?never ends", "=?utf-8?q?never ends"},
        {"=?no-such-charset?q?=C3=A9?=", "é"},
        {"=?utf-8?q?a=0D=0ABcc:=20x?=", "a Bcc: x"},
        {"a = ? b", "a = ? b"},
    };
    for (const auto& c : cases) {
        Remarks remarks;
        EXPECT_EQ(decode_words(c.text, remarks), c.decoded) << c.text;
    }
}

TEST(Parameters, WithContinuationsAndCharsets) {  // MAIL B.6 61
    Remarks remarks;
    const auto p = read_parameters(
        "Application / PDF (really) ; NAME*0*=utf-8''na%C3%AF; name*1=\"ve \"; name*2*=%2Epdf; name=plain.pdf; x=1; "
        "x=2; =;",
        remarks);
    EXPECT_EQ(read_parameters("multipart/mixed; boundary=b (generated)", remarks).get("boundary"), "b");
    EXPECT_EQ(p.value, "application/pdf");
    EXPECT_EQ(p.get("name"), "naïve .pdf");
    EXPECT_EQ(p.get("x"), "1");
    EXPECT_EQ(read_parameters("text/plain\n charset=utf-8", remarks).get("charset"), "utf-8")
        << "semicolon forgotten";
    EXPECT_EQ(read_parameters("a/b; name==?utf-8?q?a=C3=A9?=", remarks).get("name"), "aé");
    EXPECT_EQ(read_parameters("a/b; name=my file.txt; y=z", remarks).get("name"), "my file.txt");
}

}  // namespace
}  // namespace assentd
