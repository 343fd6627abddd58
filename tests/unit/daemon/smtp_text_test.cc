// SPDX-License-Identifier: Apache-2.0
#include "daemon/smtp/smtp_text.h"

#include <gtest/gtest.h>

#include "daemon/smtp/smtp_reply.h"

namespace assentd {
namespace {

TEST(SmtpText, AddressesThatFitACommandLineAreAccepted) {
    for (const char* address :
         {"ana@example.org", "decisions+d42.Ab_-3@example.org", "a.b!#$%&'*/=?^`{|}~@example.org", "ana@[192.0.2.1]",
          "ana@[IPv6:2001:db8::1]", "ana@localhost", "j\u00F6rg@b\u00FCcher.example"}) {
        EXPECT_TRUE(is_envelope_address(address)) << address;
    }
}

TEST(SmtpText, AddressesThatCouldBreakTheCommandLineAreRefused) {
    for (const char* address : {"",
                                "ana",
                                "@example.org",
                                "ana@",
                                "a b@example.org",
                                "ana@exam ple.org",
                                "ana@example.org>",
                                "<ana@example.org",
                                "ana@example.org\r\nRCPT TO:<eve@example.net>",
                                "an\na@example.org",
                                "a\r@example.org",
                                "ana\t@example.org",
                                "\"ana\"@example.org",
                                "a@b@example.org",
                                "ana@.example.org",
                                "ana@example..org",
                                "ana@example.org.",
                                "ana@example.org NOTIFY=NEVER",
                                "a,b@example.org",
                                "ana@[",
                                "ana@[]",
                                "ana\x7F@example.org",
                                "ana@exa+mple.org"}) {
        EXPECT_FALSE(is_envelope_address(address)) << address;
    }
    EXPECT_FALSE(is_envelope_address(std::string_view("a\0b@example.org", 15)));
    EXPECT_FALSE(is_envelope_address(std::string(65, 'a') + "@example.org"));
    EXPECT_TRUE(is_envelope_address(std::string(64, 'a') + "@example.org"));
    EXPECT_FALSE(is_envelope_address("a@" + std::string(260, 'b')));
}

TEST(SmtpText, LineEndsBecomeCrlfWhateverTheyWere) {
    EXPECT_EQ(dot_stuffed("a\nb\r\nc\rd"), "a\r\nb\r\nc\r\nd\r\n.\r\n");
    EXPECT_EQ(dot_stuffed("a\n\nb\n"), "a\r\n\r\nb\r\n.\r\n");
    EXPECT_EQ(dot_stuffed("a\r\r\nb"), "a\r\n\r\nb\r\n.\r\n");
    EXPECT_EQ(dot_stuffed(""), ".\r\n");
}

TEST(SmtpText, NoLineEndLetsABodyEndTheMail) {
    for (const char* smuggled : {"x\n.\nMAIL FROM:<e@example.net>", "x\r\n.\r\nMAIL", "x\r.\rMAIL", "x\n.\r\nMAIL",
                                 "x\r.\nMAIL", "x\r\n.\rMAIL", ".\nMAIL", ".\r\nMAIL"}) {
        const std::string wire = dot_stuffed(smuggled);
        EXPECT_EQ(wire.find("\r\n.\r\n"), wire.size() - 5) << smuggled;
        EXPECT_FALSE(wire.starts_with(".\r\n")) << smuggled;
        for (std::size_t at = 0; at < wire.size(); ++at) {
            const bool ends_a_line = wire[at] == '\n';
            EXPECT_EQ(ends_a_line, at > 0 && wire[at - 1] == '\r') << smuggled;
        }
    }
}

TEST(SmtpText, DotsAreDoubledAtLineStartsOnly) {
    EXPECT_EQ(dot_stuffed(".a\nb.c\n..d\n"), "..a\r\nb.c\r\n...d\r\n.\r\n");
}

TEST(SmtpText, SizeCountsCrlfAndNotTheAddedDots) {
    EXPECT_EQ(size_with_crlf("a\n.b\r\nc"), 3u + 4u + 3u);
    EXPECT_EQ(size_with_crlf(""), 0u);
}

TEST(SmtpText, XtextEscapesWhatEndsAParameter) {
    EXPECT_EQ(xtext("a+b=c d@e"), "a+2Bb+3Dc+20d@e");
}

TEST(SmtpText, EhloNamesAreDomainsOrLiterals) {
    EXPECT_TRUE(is_ehlo_name("mail.example.org"));
    EXPECT_TRUE(is_ehlo_name("host_1"));
    EXPECT_TRUE(is_ehlo_name("[192.0.2.1]"));
    EXPECT_FALSE(is_ehlo_name("a b"));
    EXPECT_FALSE(is_ehlo_name("a\r\nMAIL FROM:<>"));
    EXPECT_FALSE(is_ehlo_name(""));
    EXPECT_FALSE(is_ehlo_name("../../x"));
}

SmtpReplyReader::State feed(SmtpReplyReader& reader, std::string_view bytes) {
    return reader.feed(bytes);
}

TEST(SmtpReply, IsWholeWithItsLastLine) {
    SmtpReplyReader reader;
    EXPECT_EQ(feed(reader, "250-one\r\n250-t"), SmtpReplyReader::State::more);
    std::string_view rest = "wo\r\n250 three\r\n354 early";
    EXPECT_EQ(reader.feed(rest), SmtpReplyReader::State::whole);
    EXPECT_EQ(rest, "354 early");
    const SmtpReply reply = reader.take();
    EXPECT_EQ(reply.code, 250);
    EXPECT_EQ(reply.text, "one two three");
    EXPECT_EQ(feed(reader, "421\r\n"), SmtpReplyReader::State::whole);
    EXPECT_EQ(reader.take().code, 421);
}

TEST(SmtpReply, GarbageIsNoReply) {
    for (const char* bytes : {"\r\n", "25\r\n", "25x ok\r\n", "999 ok\r\n", "100 ok\r\n", "2500\r\n",
                              "250-a\r\n251 b\r\n", "+25 ok\r\n", "-12 x\r\n"}) {
        SmtpReplyReader reader;
        EXPECT_EQ(feed(reader, bytes), SmtpReplyReader::State::garbage) << bytes;
    }
}

TEST(SmtpReply, LengthIsBounded) {
    SmtpReplyReader one_line;
    EXPECT_EQ(feed(one_line, "250 " + std::string(10'000, 'x')), SmtpReplyReader::State::garbage);
    SmtpReplyReader many_lines;
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "250-x\r\n";
    EXPECT_EQ(feed(many_lines, text), SmtpReplyReader::State::garbage);
}

TEST(SmtpServices, AreThoseOfTheLastEhlo) {
    const SmtpServices services =
        read_services({"220 mail.example.org", "250-mail.example.org", "250-SMTPUTF8", "250 DSN", "220 go ahead",
                       "250-mail.example.org", "250-size 1000", "250-8BITMIME", "250 AUTH PLAIN", "235 2.7.0 in"});
    EXPECT_TRUE(services.logged_in);
    EXPECT_TRUE(services.eight_bit);
    EXPECT_FALSE(services.smtp_utf8);
    EXPECT_FALSE(services.dsn);
    EXPECT_TRUE(services.size);
    EXPECT_EQ(services.size_limit, 1000u);
}

}  // namespace
}  // namespace assentd
