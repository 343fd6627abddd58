// SPDX-License-Identifier: Apache-2.0
#include "daemon/imap/imap_response.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "daemon/imap/folder_name.h"
#include "daemon/trouble.h"
#include "daemon/wire/server_words.h"

namespace assentd {
namespace {

constexpr std::uint64_t kPlenty = 1 << 20;

// Hands out a text in pieces of a given size; then it is as if the server hung up.
class Bytes : public ByteSource {
  public:
    explicit Bytes(std::string text, std::size_t piece = 4096) : text_(std::move(text)), piece_(piece) {}
    std::size_t read(char* into, std::size_t room) override {
        const std::size_t count = std::min({room, piece_, text_.size() - at_});
        if (count == 0) throw Trouble(Trouble::Scope::server, Trouble::Retry::now, "hung up");
        std::memcpy(into, text_.data() + at_, count);
        at_ += count;
        return count;
    }
    std::size_t left() const { return text_.size() - at_; }

  private:
    std::string text_;
    std::size_t piece_;
    std::size_t at_ = 0;
};

Response first(const std::string& text, std::uint64_t keep = kPlenty) {
    Bytes bytes(text);
    return ResponseReader(bytes).next(keep);
}

TEST(ImapResponse, KindsAreToldApart) {
    EXPECT_EQ(first("* 3 EXISTS\r\n").kind, Response::Kind::untagged);
    EXPECT_EQ(first("XYZ OK done\r\n").kind, Response::Kind::tagged);
    EXPECT_EQ(first("XYZ OK done\r\n").tag, "XYZ");
    EXPECT_EQ(first("+ idling\r\n").kind, Response::Kind::more);
    EXPECT_EQ(first("+\r\n").kind, Response::Kind::more);
}

TEST(ImapResponse, LiteralsAreCutOutByteExactInPiecesOfAnySize) {
    const std::string body = "line\r\nXYZ OK forged\r\n* 1 EXISTS\r\n{5}\r\n\0end";
    const std::string text = "* 7 FETCH (UID 9 BODY[] {" + std::to_string(body.size()) + "}\r\n" + body +
                             " FLAGS (\\Seen))\r\nXYZ OK done\r\n";
    for (const std::size_t piece : {1u, 2u, 3u, 7u, 4096u}) {
        Bytes bytes(text, piece);
        ResponseReader reader(bytes);
        Response response = reader.next(kPlenty);
        const auto data = read_fetch(response);
        ASSERT_TRUE(data.has_value());
        EXPECT_EQ(data->uid, 9u);
        EXPECT_EQ(data->body->bytes, body);
        EXPECT_EQ(reader.next(kPlenty).tag, "XYZ");
    }
}

TEST(ImapResponse, ForgedTaggedLineInsideALiteralIsOnlyBytes) {
    Response response = first("* 1 FETCH (BODY[] {19}\r\nXYZ OK [X] forged\r\n UID 4)\r\n");
    EXPECT_EQ(response.kind, Response::Kind::untagged);
    EXPECT_EQ(read_fetch(response)->body->bytes, "XYZ OK [X] forged\r\n");
}

TEST(ImapResponse, TextForPeopleHasNoLiterals) {
    Bytes bytes("* OK see {300}\r\nXYZ NO too {7}\r\n+ go {9}\r\n* 1 EXISTS\r\n");
    ResponseReader reader(bytes);
    EXPECT_EQ(read_status(reader.next(kPlenty).text)->text, "see {300}");
    EXPECT_EQ(reader.next(kPlenty).text, "NO too {7}");
    EXPECT_EQ(reader.next(kPlenty).text, "go {9}");
    EXPECT_EQ(reader.next(kPlenty).text, "1 EXISTS");
}

TEST(ImapResponse, LargeLiteralsArriveWhole) {
    std::string body(3'000'000, 'x');
    body[1'500'000] = '\0';
    Response response = first("* 1 FETCH (UID 1 BODY[] {3000000}\r\n" + body + ")\r\n", 4'000'000);
    EXPECT_EQ(read_fetch(response)->body->bytes, body);
}

TEST(ImapResponse, OfALiteralTooLargeToKeepOnlyTheHeadIsKept) {
    Bytes bytes("* 1 FETCH (UID 1 BODY[] {2000000}\r\n" + std::string(2'000'000, 'x') + ")\r\nXYZ OK\r\n");
    ResponseReader reader(bytes);
    Response response = reader.next(1'000'000);
    const auto data = read_fetch(response);
    EXPECT_EQ(data->body->size, 2'000'000u);
    EXPECT_EQ(data->body->bytes.size(), ResponseReader::kHeadKept);
    EXPECT_FALSE(data->body->whole());
    EXPECT_EQ(reader.next(0).tag, "XYZ");
}

TEST(ImapResponse, LyingLiteralSizesCostNothingAndEndInTrouble) {
    EXPECT_THROW(first("* 1 FETCH (BODY[] {4294967295}\r\nshort", 1ull << 40), Trouble);
    EXPECT_THROW(first("* 1 FETCH (BODY[] {99999999999999999999}\r\nshort"), Trouble);
    EXPECT_THROW(first("* 1 FETCH (BODY[] {18446744073709551615}\r\nshort"), Trouble);
    // Too short: what follows the literal is no longer a FETCH.
    Response response = first("* 1 FETCH (UID 1 BODY[] {3}\r\nfour)\r\n");
    EXPECT_FALSE(read_fetch(response).has_value());
}

TEST(ImapResponse, ALineWithoutEndIsTroubleBeforeItFillsMemory) {
    Bytes bytes("* OK " + std::string(1'000'000, 'x'));
    ResponseReader reader(bytes);
    EXPECT_THROW(reader.next(kPlenty), Trouble);
    EXPECT_GT(bytes.left(), 900'000u);
}

TEST(ImapResponse, GarbageIsTrouble) {
    for (const char* text : {"\r\n", "\n", "* 1 EXISTS\n", "HTTP/1.1\r\n", "* a\rb\r\n", "x y z\r\n", "(x) OK\r\n",
                             " OK\r\n", "XYZ 3 EXISTS\r\n"}) {
        EXPECT_THROW(first(text), Trouble) << text;
    }
    EXPECT_THROW(first(std::string("* OK a\0b\r\n", 10)), Trouble);
}

TEST(ImapResponse, LiteralsInOneAnswerAreCounted) {
    std::string text = "* 1 FETCH (";
    for (int i = 0; i < 100; ++i) text += "{1}\r\nx ";
    EXPECT_THROW(first(text + ")\r\n"), Trouble);
}

TEST(ImapResponse, StatusLinesAreReadWithTheirCode) {
    const auto status = read_status("ok [uidvalidity 12] UIDs valid");
    ASSERT_TRUE(status.has_value());
    EXPECT_EQ(status->word, Status::Word::ok);
    EXPECT_EQ(status->code, "UIDVALIDITY");
    EXPECT_EQ(status->argument, "12");
    EXPECT_EQ(status->text, "UIDs valid");
    EXPECT_EQ(read_status("NO")->word, Status::Word::no);
    EXPECT_EQ(read_status("BYE [")->text, "[");
    EXPECT_FALSE(read_status("12 EXISTS").has_value());
    EXPECT_FALSE(read_status("OKAY").has_value());
}

TEST(ImapResponse, FetchItemsComeInAnyOrderAndStrangeOnesAreSkipped) {
    Response response = first(
        "* 12 FETCH (FLAGS (\\Seen $X) X-GM-LABELS (\"a)b\" ((c) d) NIL) MODSEQ (77) ENVELOPE (NIL \"q\\\"x\" {3}\r\n"
        "( \" (())) INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" RFC822.SIZE 4286 BODY[HEADER.FIELDS (TO CC)]<0> NIL "
        "UID 4)\r\n");
    const auto data = read_fetch(response);
    ASSERT_TRUE(data.has_value());
    EXPECT_EQ(data->uid, 4u);
    EXPECT_EQ(data->size, 4286u);
    EXPECT_FALSE(data->body.has_value());
    EXPECT_EQ(data->arrival->time_since_epoch().count(), 837596665);
}

TEST(ImapResponse, AQuotedBodyIsABody) {
    Response response = first("* 1 FETCH (UID 4 BODY[] \"a\\\"b\\\\\")\r\n");
    EXPECT_EQ(read_fetch(response)->body->bytes, "a\"b\\");
}

TEST(ImapResponse, MalformedFetchesAreNotRead) {
    for (const char* text : {"* 1 FETCH\r\n", "* 1 FETCH ()\r\n", "* 1 FETCH (UID)\r\n", "* 1 FETCH (UID 0)\r\n",
                             "* 1 FETCH (UID 4294967296)\r\n", "* 1 FETCH (UID x)\r\n", "* 1 FETCH (UID 4\r\n",
                             "* 1 FETCH (UID 4) \r\n", "* 1 FETCH (X (a)\r\n", "* 1 FETCH (X \"a)\r\n",
                             "* 1 FETCH (UID -4)\r\n", "* 1 EXISTS\r\n", "* x FETCH (UID 4)\r\n"}) {
        Response response = first(text);
        EXPECT_FALSE(read_fetch(response).has_value()) << text;
    }
    Response deep = first("* 1 FETCH (X " + std::string(1000, '(') + std::string(1000, ')') + ")\r\n");
    EXPECT_FALSE(read_fetch(deep).has_value());
}

TEST(ImapResponse, InternalDateIsReadAsUtc) {
    EXPECT_EQ(read_internal_date(" 1-Feb-2026 00:30:00 +0100")->time_since_epoch().count(), 1769902200);
    EXPECT_EQ(read_internal_date("01-feb-2026 00:30:00 +0000")->time_since_epoch().count(), 1769905800);
    EXPECT_TRUE(read_internal_date("29-Feb-2024 23:59:60 -0000").has_value());
    for (const char* text :
         {"", "1-Feb-2026 00:30:00 +0100", "30-Feb-2026 00:30:00 +0100", "01-Fub-2026 00:30:00 +0100",
          "01-Feb-2026 24:30:00 +0100", "01-Feb-2026 00:60:00 +0100", "01-Feb-2026 00:30:00 0100 ",
          "01-Feb--026 00:30:00 +0100", "01-EBM-2026 00:30:00 +0100", "01-Feb-2026 00:30:00 +01-0"}) {
        EXPECT_FALSE(read_internal_date(text).has_value()) << text;
    }
}

TEST(FolderName, IsWrittenInModifiedUtf7) {
    EXPECT_EQ(modified_utf7("INBOX"), "INBOX");
    EXPECT_EQ(modified_utf7("a&b"), "a&-b");
    EXPECT_EQ(modified_utf7("~peter/mail/\u53F0\u5317/\u65E5\u672C\u8A9E"), "~peter/mail/&U,BTFw-/&ZeVnLIqe-");
    EXPECT_EQ(modified_utf7("Entwürfe"), "Entw&APw-rfe");
    EXPECT_EQ(modified_utf7("\U0001F600"), "&2D3eAA-");
}

TEST(FolderName, WhatIsNotUtf8IsRefused) {
    for (const char* name : {"\xFF", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "a\x80"}) {
        EXPECT_FALSE(modified_utf7(name).has_value());
        EXPECT_FALSE(quoted_folder(name).has_value());
    }
}

TEST(FolderName, CannotLeaveItsCommand) {
    EXPECT_EQ(quoted_folder("a\"b\\c"), "\"a\\\"b\\\\c\"");
    const auto name = quoted_folder(std::string("x\r\nY LOGOUT\0z", 13));
    ASSERT_TRUE(name.has_value());
    EXPECT_TRUE(std::all_of(name->begin(), name->end(), [](char c) { return c >= 0x20 && c < 0x7F; }));
}

TEST(UidSets, RunsAreJoinedAndLongSetsSplit) {
    EXPECT_EQ(uid_sets({1, 2, 3, 5, 7, 8}), std::vector<std::string>{"1:3,5,7:8"});
    EXPECT_TRUE(uid_sets({}).empty());
    EXPECT_EQ(uid_sets({1, 3, 5}, 3), (std::vector<std::string>{"1,3", "5"}));
    EXPECT_EQ(uid_sets({4294967294u, 4294967295u}), std::vector<std::string>{"4294967294:4294967295"});
}

TEST(ServerWords, AreOnePrintableLine) {
    EXPECT_EQ(server_words("a\r\nb\tc\x1b[31m\xC3\xA9"), "a b c [31m??");
    EXPECT_EQ(server_words(std::string(1000, 'x')).size(), 303u);
}

TEST(ServerWords, NeverRepeatTheSecret) {
    EXPECT_EQ(without_secret("bad: hunter2!", "hunter2"), "bad: ***!");
    // As SASL PLAIN sends it, in Base64: \0ana\0open-sesame
    const std::string echoed = without_secret("BAD AGFuYQBvcGVuLXNlc2FtZQ==", "open-sesame");
    EXPECT_EQ(echoed.find("b3Blbi1zZXNhbW"), std::string::npos);
    EXPECT_EQ(echoed.find("vcGVuLXNlc2FtZ"), std::string::npos);
}

}  // namespace
}  // namespace assentd
