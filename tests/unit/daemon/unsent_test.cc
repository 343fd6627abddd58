// SPDX-License-Identifier: Apache-2.0
// Mail of ours that does not leave (PRODUCT 3.7, 5.1, 9.3): nobody's silence is an answer to what they never got.
#include "daemon/dispatcher.h"
#include "decision/tally.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

// Takes all mail but that to some.
class PartialOutlet : public Outlet {
  public:
    PartialOutlet(std::vector<std::string>& refused, std::vector<std::string>& taken, DeliveryResult refusal)
        : refused_(refused), taken_(taken), refusal_(std::move(refusal)) {}
    DeliveryResult send(const OutgoingMail& mail) override {
        if (std::find(refused_.begin(), refused_.end(), mail.recipient) != refused_.end()) return refusal_;
        taken_.push_back(mail.recipient);
        return {Delivery::sent, 250, "250 ok"};
    }
    void interrupt() override {}
    void probe() override {}
    void rest() override {}

  private:
    std::vector<std::string>& refused_;
    std::vector<std::string>& taken_;
    DeliveryResult refusal_;
};

const DeliveryResult later{Delivery::deferred, 451, "451 try later"};
const DeliveryResult never{Delivery::refused, 550, "550 no such user"};

class Unsent : public House {
  protected:
    Unsent() { delivers_ = false; }
    void dispatch() {
        const Clock clock(now_);
        Dispatcher(Store::open((directory_ / "assentd.db").string()),
                   std::make_unique<PartialOutlet>(refused_, taken_, refusal_), clock, 0, [] {})
            .run_due();
    }
    std::vector<Sent> round_and_dispatch() {
        auto sent = round();
        dispatch();
        return sent;
    }
    bool reached(const std::string& who) {
        const Decision d = decision();
        return d.seats.at(*find_participant(d, who)).reached;
    }
    void close_after_an_amendment_that_ben_never_gets() {
        refused_ = {"ben@example.org"};
        at("2026-12-02T09:00:00Z");
        answer("ana@example.org", "amend\n\nLet us meet twice as often.");
        round_and_dispatch();
        at(instant_text(decision().closes_at));
        round();
    }
    // Ben's invitation comes back, by what the server says or by a report; the admin has it sent again.
    void send_again_to_ben() {
        for (const auto& row : store_->outbox(OutboxState::bounced))
            if (row.recipient == "ben@example.org") store_->mark_deferred(row.row, now_, "again");
        refused_.clear();
        dispatch();
    }
    std::vector<std::string> refused_;
    std::vector<std::string> taken_;
    DeliveryResult refusal_ = later;
};

TEST_F(Unsent, WhoseInvitationNeverLeftWasNotReachedAndHasNotConsented) {
    refused_ = {"ben@example.org"};
    propose();
    dispatch();
    at("2026-12-02T09:00:00Z");
    round_and_dispatch();
    EXPECT_TRUE(reached("ben@example.org")) << "it may still go out";
    at("2026-12-03T09:00:00Z");
    const auto sent = round_and_dispatch();
    EXPECT_FALSE(reached("ben@example.org"));
    EXPECT_TRUE(reached("chen@example.org"));
    if (decision().closing) {
        EXPECT_EQ(decision().closing->tally->binding.unreached, 1);
    }
    for (const auto& m : sent)
        if (m.notice == "outcome") {
            EXPECT_NE(m.bytes.find("Ben Okoro"), std::string::npos) << m.bytes;
        }
    expect_honest_record();
}

TEST_F(Unsent, NobodyConsentsWhoseMailsAllWait) {
    propose();
    at("2026-12-03T09:00:00Z");
    round();
    for (const char* who : {"ben@example.org", "chen@example.org"}) EXPECT_FALSE(reached(who)) << who;
    EXPECT_FALSE(decision().closing && decision().closing->outcome == Outcome::carried);
    expect_honest_record();
}

TEST_F(Unsent, WhatTheAdminDroppedReachedNobody) {
    propose();
    for (const auto& row : store_->outbox(OutboxState::queued))
        if (row.recipient == "ben@example.org") store_->mark_dropped(row.row);
    dispatch();
    at("2026-12-03T09:00:00Z");
    round();
    EXPECT_FALSE(reached("ben@example.org"));
    EXPECT_TRUE(reached("chen@example.org"));
    expect_honest_record();
}

TEST_F(Unsent, WhatGoesOutBeforeTheCloseReaches) {
    refused_ = {"ben@example.org"};
    propose();
    dispatch();
    refused_.clear();
    at("2026-12-03T08:00:00Z");
    dispatch();
    at("2026-12-03T09:00:00Z");
    round();
    EXPECT_TRUE(reached("ben@example.org"));
    EXPECT_EQ(decision().closing->outcome, Outcome::carried);
    expect_honest_record();
}

TEST_F(Unsent, AnAmendmentThatNeverLeftIsNotConsentedTo) {
    propose();
    dispatch();
    close_after_an_amendment_that_ben_never_gets();
    EXPECT_FALSE(reached("ben@example.org"));
    EXPECT_TRUE(reached("chen@example.org"));
    expect_honest_record();
}

TEST_F(Unsent, WhoAgreedToAnEarlierTextAndNeverGotTheLatestDoesNotConsentToIt) {
    propose();
    dispatch();
    answer("ben@example.org", "+1");
    round_and_dispatch();
    close_after_an_amendment_that_ben_never_gets();
    EXPECT_FALSE(reached("ben@example.org"));
    EXPECT_EQ(tally(decision()).binding.unreached, 1);
    expect_honest_record();
}

TEST_F(Unsent, WhoAnsweredWasReached) {
    refused_ = {"ben@example.org"};
    propose();
    dispatch();
    answer("ben@example.org", "+1");
    round();
    at("2026-12-03T09:00:00Z");
    round();
    EXPECT_TRUE(reached("ben@example.org"));
    EXPECT_EQ(decision().closing->outcome, Outcome::carried);
    expect_honest_record();
}

TEST_F(Unsent, AnInvitationToWhatIsOverDoesNotGoOut) {
    refused_ = {"ben@example.org"};
    propose("Policy: board\n");
    dispatch();
    at("2026-12-02T12:00:00Z");
    EXPECT_EQ(count(round_and_dispatch(), "reminder", "ben@example.org"), 1);
    at("2026-12-03T09:00:00Z");
    round_and_dispatch();
    ASSERT_EQ(decision().state, State::closed);
    refused_.clear();
    taken_.clear();
    at("2026-12-03T15:00:00Z");
    dispatch();
    EXPECT_EQ(taken_, std::vector<std::string>(1, "ben@example.org")) << "the outcome alone";
    for (const auto& row : store_->outbox(OutboxState::dropped)) EXPECT_NE(row.notice, "outcome");
    EXPECT_TRUE(store_->outbox(OutboxState::deferred).empty());
}

TEST_F(Unsent, WhomARepeatedMailGotThroughToIsReachedAgainAndReminded) {
    refused_ = {"ben@example.org"};
    refusal_ = never;
    propose("Policy: board\n");
    dispatch();
    round_and_dispatch();
    ASSERT_FALSE(reached("ben@example.org"));
    at("2026-12-01T09:00:00Z");
    send_again_to_ben();
    at("2026-12-02T12:00:00Z");
    const auto sent = round_and_dispatch();
    EXPECT_TRUE(reached("ben@example.org"));
    EXPECT_EQ(count(sent, "reminder", "ben@example.org"), 1);
    expect_honest_record();
}

TEST_F(Unsent, WhoNeverGotTheTextIsNotReachedByNewsOfIt) {
    propose("Policy: team\n");
    refused_ = {"ben@example.org"};
    refusal_ = never;
    dispatch();
    round_and_dispatch();
    ASSERT_FALSE(reached("ben@example.org"));
    refused_.clear();
    at("2026-12-01T09:00:00Z");
    answer("ana@example.org", "extend 2 days");
    refused_ = {"chen@example.org"};  // hears that it was extended, and has the text
    EXPECT_EQ(count(round_and_dispatch(), "invitation", "ben@example.org"), 1) << "in place of the news";
    at("2026-12-03T12:00:00Z");
    round_and_dispatch();
    EXPECT_TRUE(reached("ben@example.org"));
    expect_honest_record();
}

TEST_F(Unsent, WhatWasAskedInTheRoundThatEndedItsDecisionIsNotSent) {
    propose("Policy: team\n");
    dispatch();
    answer("ben@example.org", "Yes, but not now?");
    answer("ana@example.org", "withdraw");
    const auto sent = round_and_dispatch();
    EXPECT_EQ(count(sent, "question", "ben@example.org"), 1);
    for (const auto& row : store_->outbox(OutboxState::sent)) EXPECT_NE(row.notice, "question");
    at("2026-12-01T09:00:00Z");
    answer("ben@example.org", "Yes, but not now?");
    for (const auto& m : round_and_dispatch()) EXPECT_NE(m.notice, "question") << "it is late, which is told";
}

TEST_F(Unsent, WhatComesBackByAReportCanBeSentAgain) {
    propose("Policy: board\n");
    dispatch();
    for (const auto& row : store_->outbox(OutboxState::sent))
        if (row.notice == "invitation" && row.recipient == "ben@example.org")
            raw("From: MAILER-DAEMON@mx.example.net\nSubject: Undelivered\nTo: " + row.envelope_from +
                "\nMessage-ID: <r1@mx.example.net>\n\nMailbox full.\n");
    at("2026-11-30T10:00:00Z");
    round_and_dispatch();
    ASSERT_FALSE(reached("ben@example.org"));
    ASSERT_EQ(store_->outbox(OutboxState::bounced).size(), 1u);
    at("2026-12-01T09:00:00Z");
    send_again_to_ben();
    at("2026-12-02T12:00:00Z");
    round_and_dispatch();
    EXPECT_TRUE(reached("ben@example.org"));
    expect_honest_record();
}

TEST_F(Unsent, WhoMissedOneMailHasTheNext) {
    propose("Policy: board\n");
    dispatch();
    answer("ben@example.org", "status");
    refused_ = {"ben@example.org"};
    refusal_ = never;
    at("2026-11-30T10:00:00Z");
    round_and_dispatch();
    round_and_dispatch();
    EXPECT_FALSE(reached("ben@example.org")) << "a mail came back later than the invitation went out";
    const std::size_t events = decision().events;
    for (int i = 0; i < 3; ++i) round_and_dispatch();
    EXPECT_EQ(decision().events, events);
    refused_.clear();
    at("2026-12-01T09:00:00Z");
    answer("ana@example.org", "amend\n\nLet us meet twice as often.");
    round_and_dispatch();
    at("2026-12-02T12:00:00Z");
    round_and_dispatch();
    EXPECT_TRUE(reached("ben@example.org"));
    expect_honest_record();
}

TEST_F(Unsent, AReminderThatWaitedGoesOnlyToWhoStillOwes) {
    propose("Policy: board\nDeadline: in 10 days\n");
    dispatch();
    refused_ = {"ben@example.org", "chen@example.org"};
    at("2026-12-07T12:00:00Z");
    EXPECT_EQ(count(round_and_dispatch(), "reminder"), 3);
    answer("ben@example.org", "+1");
    round();
    refused_.clear();
    taken_.clear();
    at("2026-12-07T16:00:00Z");
    dispatch();
    EXPECT_EQ(std::count(taken_.begin(), taken_.end(), "chen@example.org"), 1);
    EXPECT_EQ(std::count(taken_.begin(), taken_.end(), "ben@example.org"), 1) << "the receipt alone";
}

TEST_F(Unsent, OfSeveralRemindersThatWaitedTheLastGoesOut) {
    propose("Policy: board\nDeadline: in 10 days\n");
    dispatch();
    refused_ = {"ben@example.org"};
    int reminders = 0;
    for (const char* day : {"2026-12-04T12:00:00Z", "2026-12-07T12:00:00Z", "2026-12-09T12:00:00Z"}) {
        at(day);
        reminders += count(round_and_dispatch(), "reminder", "ben@example.org");
    }
    ASSERT_GT(reminders, 1);
    refused_.clear();
    taken_.clear();
    at("2026-12-09T18:00:00Z");
    dispatch();
    EXPECT_EQ(std::count(taken_.begin(), taken_.end(), "ben@example.org"), 1);
}

}  // namespace
}  // namespace assentd::testing
