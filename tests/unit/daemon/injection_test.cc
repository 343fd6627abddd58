// SPDX-License-Identifier: Apache-2.0
// What a mail says must not reach a header, a command, a path or a template (SECURITY.md).
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Injection : public House {};

TEST_F(Injection, NothingOfAMailBecomesAHeaderOfOurs) {
    propose("Policy: board\n");
    const std::vector<std::string> subjects{
        "=?utf-8?q?x=0D=0ABcc:_evil@example.net?=", "=?utf-8?b?eA0KQmNjOiBldmlsQGV4YW1wbGUubmV0?=",
        "x =?utf-8?q?=0ABcc:_evil@example.net?=",   "=?utf-8?q?x=E2=80=A8Bcc:_evil@example.net?=",
        "=?utf-8?q?x=C2=85Bcc:_evil@example.net?=", "=?utf-7?q?x+AA0ACg-Bcc:_evil@example.net?="};
    const std::vector<std::string> senders{"=?utf-8?q?Ana=0D=0ABcc:_evil@example.net?= <ana@example.org>",
                                           "\"Ana\\\r\nBcc: evil@example.net\" <ana@example.org>",
                                           "\"evil@example.net\" <ana@example.org>",
                                           "ana@example.org (\r\n Bcc: evil@example.net)"};
    std::vector<Sent> all;
    for (const auto& subject : subjects)
        for (const auto& sender : senders) {
            mail(sender, "decisions@example.org", subject, "Policy: board\n\nText.", proven());
            for (const auto& m : round()) all.push_back(m);
        }
    EXPECT_GT(all.size(), 20u);
    for (const auto& m : all) {
        const std::string header = '\n' + m.bytes.substr(0, m.bytes.find("\n\n"));
        EXPECT_EQ(header.find("\nBcc:"), std::string::npos) << header;
        EXPECT_EQ(header.find("\rBcc:"), std::string::npos) << header;
        EXPECT_EQ(std::count(header.begin(), header.end(), '\r'), 0);
        EXPECT_NE(m.to, "evil@example.net");
        for (const char c : header) EXPECT_LT(static_cast<unsigned char>(c), 0x80u) << header;
    }
    expect_honest_record();
}

TEST_F(Injection, AnAddressNeverBecomesAnSmtpCommand) {
    propose();
    for (const char* from :
         {"<a@example.net>\r\nRCPT TO:<evil@example.net>", "\"a b\"@example.net", "a@[127.0.0.1]",
          "a@example.net> <evil@example.net", "\"a\\\r\nDATA\"@example.net", "a@example.net\0@example.org",
          "a b@example.net", "@example.net", "a@", "a@@example.net", "-oX/tmp/x@example.net", "|id@example.net"}) {
        mail(from, "decisions@example.org", "Hello", "Text");
        for (const auto& m : round()) {
            EXPECT_EQ(m.to.find_first_of(" \r\n<>"), std::string::npos) << m.to;
            EXPECT_EQ(std::count(m.to.begin(), m.to.end(), '@'), 1) << m.to;
        }
        at(instant_text(now_ + std::chrono::hours(25)));
    }
}

TEST_F(Injection, AnAttachmentsNameIsOnlyAName) {
    propose("Policy: board\n");
    for (const char* file : {"../../etc/passwd", "..\\..\\x", "a\r\nBcc: evil@example.net", "/dev/null", "{{text}}",
                             "=?utf-8?q?=2E=2E=2Fx=0D=0Ay?="}) {
        mail("chen@example.org", reply_.at("chen@example.org"), "Re: [D-1] Meet less",
             "--x\nContent-Type: text/plain\n\nsee there " + std::string(file).substr(0, 2) +
                 "\n--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"" + file +
                 "\"\n\nPDF\n--x--",
             "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n");
        round();
    }
    for (const auto& comment : decision().comments)
        for (const auto& attachment : comment.attachments)
            EXPECT_EQ(attachment.name.find_first_of("/\\\r\n"), std::string::npos) << attachment.name;
    expect_honest_record();
}

TEST_F(Injection, WhatPeopleWroteIsNeverATemplate) {
    const std::string bait = "{{answer_to}} {{#decisions}}x{{/decisions}} {{{text}}} {{> help}} {{=<% %>=}} <%text%>";
    mail("Ana {{answer_to}} <ana@example.org>", "decisions@example.org", "Meet {{answer_to}} {{{text}}}",
         "Policy: board\n\n" + bait, proven());
    std::vector<Sent> all = round();
    for (const auto& m : all)
        if (m.notice == "invitation") reply_[m.to] = m.reply_to();
    answer("ben@example.org", "-1 " + bait);
    for (const auto& m : round()) all.push_back(m);
    at("2026-12-10T09:00:00Z");
    for (const auto& m : round()) all.push_back(m);
    EXPECT_GE(all.size(), 8u);
    for (const auto& m : all) {
        if (m.bytes.find("answer_to") == std::string::npos) continue;
        EXPECT_NE(m.bytes.find("{{answer_to}}"), std::string::npos) << m.bytes;
    }
    expect_honest_record();
}

}  // namespace
}  // namespace assentd::testing
