// SPDX-License-Identifier: Apache-2.0
// What comes to the envelope sender of a mail of ours: reports in whatever words, and what programs write besides.
// Nothing there is answered, and nothing there is a vote.
#include "daemon/bounced.h"
#include "storage/sqlite_store.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Bounces : public House {
  protected:
    void open() {
        propose();
        for (const auto& row : store_->outbox(std::nullopt))
            if (row.notice == "invitation" && row.recipient == "chen@example.org") envelope_ = row.envelope_from;
    }
    // To the envelope sender of Chen's invitation. Whether Chen counts as reached then.
    bool reached_after(const std::string& fields, const std::string& text) {
        raw(fields + "\nTo: " + envelope_ + "\nMessage-ID: <r" + std::to_string(++reports_) +
            "@mx.example.net>\nMIME-Version: 1.0\n\n" + text + "\n");
        EXPECT_TRUE(round().empty()) << text;
        EXPECT_EQ(position("chen@example.org"), std::nullopt) << text;
        return decision().seats[2].reached;
    }

    std::string envelope_;
    int reports_ = 0;
};

struct Report {
    const char* fields;
    const char* text;
};
class Reports : public Bounces, public ::testing::WithParamInterface<Report> {};

TEST_P(Reports, MeansNotReachedInWhateverWords) {
    open();
    EXPECT_FALSE(reached_after(GetParam().fields, GetParam().text));
}

const Report reports[] = {
    Report{"From: MAILER-DAEMON@mx.example.net\nSubject: Processing Error", "It has met an error.\n\n+1"},
    Report{"Return-Path: <>\nFrom: postmaster@example.org\nSubject: FAILED MAIL", "We know nobody of that name."},
    Report{"Return-Path: <>\nFrom: help@mx.example.net\nSubject: Hm", "Cet utilisateur n'existe pas."},
    Report{"From: MAILER-DAEMON@mx.example.net\nSubject: 邮件传输失败", "邮件无法发送到您指定的地址中。"},
    Report{"From: gateway@mx.example.net\nSubject: Mail could not be delivered", "Reason: Too many attempts.\n\n+1"},
    Report{"From: chen@example.org\nSubject: Rejected\nAuto-Submitted: auto-replied (rejected)",
           "Your message to <chen@example.org> was automatically rejected:\nQuota exceeded"},
    Report{
        "From: Mail Delivery Subsystem <sieve@example.org>\nSubject: Automatically rejected mail\n"
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
        "--b\n\nQuota exceeded.\n--b\nContent-Type: message/disposition-notification\n\n"
        "Final-Recipient: rfc822; chen@example.org\nDisposition: automatic-action/MDN-sent-automatically; deleted\n"
        "--b--"},
};
INSTANTIATE_TEST_SUITE_P(ToTheEnvelopeSender, Reports, ::testing::ValuesIn(reports));

TEST_F(Bounces, OthersChangeNothing) {
    open();
    const char* others[][2] = {
        {"Return-Path: <>\nFrom: chen@example.org\nSubject: Automatic reply: [D-1]\nAuto-Submitted: auto-replied",
         "I am away."},
        {"Return-Path: <>\nFrom: chen@example.org\nSubject: Re: [D-1]", "Yes. I am back on Monday."},
        {"From: chen@example.org\nSubject: Re: [D-1] Meet less", "Yes. I am back on Monday."},
        {"From: stranger@example.net\nSubject: Re: [D-1] Meet less", "Yes."},
        {"From: chen@example.org\nSubject: Re: [D-1] Undeliverable goods\nAuto-Submitted: auto-replied", "Bonjour."},
        {"From: MAILER-DAEMON@mx.example.net\nSubject: Mail Delivery Warning", "It has been postponed."},
        {"From: MAILER-DAEMON@mx.example.net\nSubject: Report\n"
         "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
         "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
         "Final-Recipient: rfc822; chen@example.org\nAction: delivered\nStatus: 2.0.0\n--b--"},
    };
    for (const auto& [fields, text] : others) EXPECT_TRUE(reached_after(fields, text)) << text;
    EXPECT_EQ(store_->mails_in_state(MailState::quarantined).size(), 1u)
        << "an admin sees what a person's program wrote";
    answer("chen@example.org", "+1");
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    expect_honest_record();
}

TEST(BounceOf, IsAboutTheOneWhomItWentTo) {
    const BouncedRecipient delivered{"ana@example.org", "2.0.0", "delivered", false, {}};
    const BouncedRecipient delayed{"ben@example.org", "4.4.7", "delayed", true, {}};
    const BouncedRecipient failed{"cyd@example.net", "5.2.2", "failed", false, "Cyd@example.org"};
    Message report;
    report.kind = MessageKind::bounce;
    report.bounced = {delivered, delayed, failed};
    EXPECT_TRUE(bounce_of(report, "ana@example.org", {}).temporary);
    EXPECT_TRUE(bounce_of(report, "ben@example.org", {}).temporary);
    EXPECT_FALSE(bounce_of(report, "cyd@example.org", {}).temporary);
    EXPECT_EQ(bounce_of(report, "cyd@example.org", {}).status, "5.2.2");
    EXPECT_TRUE(bounce_of(report, "eve@example.org", {}).temporary) << "one of them may be who reads Eve's mail";
    report.bounced = {failed};
    EXPECT_FALSE(bounce_of(report, "eve@example.org", {}).temporary);
    report.kind = MessageKind::delay;
    EXPECT_TRUE(bounce_of(report, "cyd@example.org", {}).temporary);
}

}  // namespace
}  // namespace assentd::testing
