// SPDX-License-Identifier: Apache-2.0
// Clocks that jump, and daemons that were away.
#include "daemon/dispatcher.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Clocks : public House {
  protected:
    struct Taker : Outlet {
        int& taken;
        explicit Taker(int& t) : taken(t) {}
        DeliveryResult send(const OutgoingMail&) override {
            ++taken;
            return {Delivery::sent, 250, "250 fine"};
        }
        void rest() override {}
        void interrupt() override {}
        void probe() override {}
    };

    // The inbox was read until now; what arrives from here on keeps its own time.
    void go_away() {
        mail("ana@example.org", "decisions@example.org", "help", "help", proven());
        round();
        at("2026-11-30T09:30:00Z");
    }

    int dispatch() {
        int taken = 0;
        const Clock clock(now_);
        Dispatcher dispatcher(Store::open((directory_ / "assentd.db").string()), std::make_unique<Taker>(taken),
                              clock, 0, [] {});
        dispatcher.run_due();
        return taken;
    }
};

TEST_F(Clocks, MailsQueuedByAClockThatRanAheadAreSentWhenItIsRight) {
    delivers_ = false;
    at("2027-11-30T09:00:00Z");
    propose();
    at("2026-11-30T09:00:00Z");
    EXPECT_EQ(dispatch(), 5);  // four invitations, one to the facilitator, and a receipt
    EXPECT_EQ(dispatch(), 0);
}

TEST_F(Clocks, AMailThatWaitsForItsNextAttemptIsNotRecalled) {
    delivers_ = false;
    propose();
    const auto mail = store_->next_to_send(now_);
    store_->mark_deferred(mail->row, now_ + *retry_delay(36), "451 later");
    EXPECT_EQ(dispatch(), 4);
}

TEST_F(Clocks, WhatWasSentInAFutureThatNeverCameDoesNotSilenceAnybody) {
    propose();
    at("2027-11-30T09:00:00Z");
    for (int i = 0; i < 20; ++i) mail("ben@example.org", "decisions@example.org", "Re: a thing", "+1", "");
    EXPECT_EQ(count(round(), "refusal", "ben@example.org"), 20);
    at("2026-11-30T10:00:00Z");
    answer("ben@example.org", "+1");
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 1);
}

TEST_F(Clocks, AJumpAheadAndBackClosesOnceAndKeepsAnHonestRecord) {
    for (const char* ahead : {"2026-11-30T10:00:00Z", "2027-11-30T09:00:00Z"}) {
        at("2026-11-30T09:00:00Z");
        mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet less", "Let us meet less.", proven());
        round();
        const auto number = static_cast<std::int64_t>(store_->summaries().size());
        at(ahead);
        const bool closed = count(round(), "outcome") > 0;
        EXPECT_EQ(decision(number).state == State::closed, closed);
        at("2026-11-30T09:30:00Z");
        mail("ben@example.org", "decisions@example.org", "Re: [D-" + std::to_string(number) + "] Meet less",
             "D-" + std::to_string(number) + ": +1", proven());
        EXPECT_EQ(count(round(), "outcome"), 0);
        at("2026-12-04T09:00:00Z");
        EXPECT_EQ(count(round(), "outcome"), closed ? 0 : 4);
        EXPECT_EQ(decision(number).state, State::closed);
    }
    expect_honest_record();
}

TEST_F(Clocks, AVoteFromBeforeTheCloseCountsAfterAWeekOfOutageAndTheSummarySaysSo) {
    propose();
    at("2026-12-03T08:59:00Z");
    answer("chen@example.org", "-1 because it is late");
    at("2026-12-03T09:01:00Z");
    answer("ben@example.org", "+1");
    at("2026-12-10T09:00:00Z");
    const auto sent = round();
    EXPECT_EQ(decision().closing->at, std::get<Instant>(read_instant("2026-12-03T09:00:00Z")));
    EXPECT_EQ(decision().closing->outcome, Outcome::blocked);
    EXPECT_EQ(position("chen@example.org"), Position::disagree);
    EXPECT_FALSE(position("ben@example.org"));
    EXPECT_EQ(count(sent, "outcome"), 4);
    EXPECT_EQ(std::count_if(sent.begin(), sent.end(),
                            [](const Sent& s) { return s.bytes.find("The inbox was not read") != s.bytes.npos; }),
              4);
    expect_honest_record();
}

TEST_F(Clocks, AProposalThatLayUnreadForAWeekStillGivesEverybodyItsWholePeriod) {
    go_away();
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet less", "Let us meet less.", proven());
    at("2026-12-07T09:00:00Z");
    EXPECT_EQ(count(round(), "invitation"), 4);
    EXPECT_EQ(decision().state, State::open);
    EXPECT_EQ(decision().closes_at, std::get<Instant>(read_instant("2026-12-10T09:00:00Z")));
    expect_honest_record();
}

TEST_F(Clocks, ADeadlineThatPassedUnreadOpensNothingAndIsAskedAbout) {
    go_away();
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet less",
         "Deadline: Wednesday 17:00\n\nLet us meet less.", proven());
    at("2026-12-07T09:00:00Z");
    const auto sent = round();
    EXPECT_EQ(count(sent, "invitation"), 0);
    EXPECT_EQ(count(sent, "refusal", "ana@example.org"), 1);
}

}  // namespace
}  // namespace assentd::testing
