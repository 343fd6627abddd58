// SPDX-License-Identifier: Apache-2.0
// assentctl's commands about what waits: quarantine, outbox, health (PRODUCT 9.4, 10.4).
#include "storage/lock.h"
#include "tests/unit/daemon/office.h"

namespace assentd::testing {
namespace {

class Queues : public Office {
  protected:
    Queues() { delivers_ = false; }
    std::int64_t set_aside() {
        mail("ben@example.org, chen@example.org", "decisions@example.org", "Two", "+1");
        round();
        return store_->mails_in_state(MailState::quarantined).back().row;
    }
};

TEST_F(Queues, QuarantineIsListedShownAndDropped) {
    EXPECT_EQ(run(quarantine_list_command, true), exit_done);
    EXPECT_TRUE(output().empty());
    const auto row = set_aside();
    EXPECT_EQ(run(quarantine_list_command, true), exit_done);
    ASSERT_EQ(output().size(), 1u);
    EXPECT_EQ(output()[0]["row"], row);
    EXPECT_NE(output()[0]["reason"].get<std::string>().find("From"), std::string::npos);
    EXPECT_EQ(run(quarantine_show_command, row), exit_done);
    EXPECT_EQ(output_, inbox_.waiting.back().raw);
    EXPECT_EQ(run(quarantine_drop_command, row), exit_done);
    EXPECT_TRUE(store_->mails_in_state(MailState::quarantined).empty());
    EXPECT_EQ(store_->mail(row)->raw, inbox_.waiting.back().raw) << "it stays stored";
    for (const auto command : {quarantine_show_command, quarantine_drop_command, quarantine_release_command}) {
        EXPECT_EQ(run(command, row), exit_no_input);
        EXPECT_EQ(run(command, row + 99), exit_no_input);
    }
}

TEST_F(Queues, AReleasedMailIsTakenAgain) {
    propose("Policy: board\n");
    answer("chen@example.org", "+1");
    std::string other = inbox_.waiting.back().raw;
    round();
    other.replace(other.rfind("+1"), 2, "-1");
    at(instant_text(now_ + std::chrono::seconds(1)));
    raw(other);
    round();
    const auto row = store_->mails_in_state(MailState::quarantined).at(0).row;
    EXPECT_EQ(run(quarantine_release_command, row), exit_done);
    EXPECT_EQ(position("chen@example.org"), Position::disagree);
    EXPECT_EQ(store_->mail(row)->state, MailState::released);
}

TEST_F(Queues, AMailOfWhichOnlyTheHeaderIsHereCannotBeReleased) {
    propose("Policy: board\n");
    raw("From: chen@example.org\nTo: " + reply_.at("chen@example.org") +
        "\nSubject: film\nMessage-ID: <film@example.org>\n\n");
    inbox_.waiting.back().oversize = true;
    inbox_.waiting.back().size = 70u << 20;
    round();
    const auto row = store_->mails_in_state(MailState::quarantined).at(0).row;
    EXPECT_EQ(run(quarantine_release_command, row), exit_no_input);
    EXPECT_EQ(store_->mail(row)->state, MailState::quarantined);
}

TEST_F(Queues, AMailOfWhichNothingCameIsFetchedAgainWhenItIsReleased) {
    propose("Policy: board\n");
    answer("chen@example.org", "+1");
    const std::string whole = std::exchange(inbox_.waiting.back().raw, {});
    inbox_.waiting.back().folder = config_->inbox.server.path;
    answer("ben@example.org", "+1");
    round();
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    const auto row = store_->mails_in_state(MailState::quarantined).at(0).row;
    EXPECT_EQ(run(quarantine_release_command, row), exit_done);
    round();  // still nothing
    const auto again = store_->mails_in_state(MailState::quarantined).at(0).row;
    EXPECT_NE(again, row);
    inbox_.waiting[1].raw = whole;
    EXPECT_EQ(run(quarantine_release_command, again), exit_done);
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    EXPECT_TRUE(store_->mails_in_state(MailState::quarantined).empty());
    const auto events = store_->events(1).size();
    round();
    EXPECT_EQ(store_->events(1).size(), events);
    expect_honest_record();
}

TEST_F(Queues, AMailOfWhichNothingCameIsAskedForOfItselfNowAndThen) {
    propose("Policy: board\n");
    answer("chen@example.org", "+1");
    inbox_.waiting.back().folder = config_->inbox.server.path;
    const std::string whole = std::exchange(inbox_.waiting.back().raw, {});
    const Clock clock(now_);
    Cycle cycle(*world_, inbox_, clock, [] {});
    cycle.round();
    inbox_.waiting.back().raw = whole;
    cycle.round();
    EXPECT_EQ(position("chen@example.org"), std::nullopt) << "not with each round";
    EXPECT_EQ(store_->mails_in_state(MailState::quarantined).size(), 1u);
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    EXPECT_TRUE(store_->mails_in_state(MailState::quarantined).empty());
    round();
    expect_honest_record();
}

TEST_F(Queues, AMailOfWhichNothingCameMayBeGone) {
    propose("Policy: board\n");
    answer("chen@example.org", "+1");
    inbox_.waiting.back().raw.clear();
    inbox_.waiting.back().folder = config_->inbox.server.path;
    round();
    const auto row = store_->mails_in_state(MailState::quarantined).at(0).row;
    EXPECT_EQ(run(quarantine_release_command, row), exit_done);
    inbox_.waiting.pop_back();
    round();
    EXPECT_EQ(store_->mail(row)->state, MailState::dropped);
    EXPECT_NE(store_->mail(row)->reason.find("no longer in the folder"), std::string::npos);
}

TEST_F(Queues, ARetryOfWhatSaysNothingAnyMoreIsNotCalledDue) {
    delivers_ = false;
    propose("Policy: board\n");
    const auto invitation = store_->outbox(std::nullopt).back().row;
    EXPECT_EQ(run(outbox_retry_command, invitation), exit_done);
    EXPECT_NE(said_.find("due now"), std::string::npos) << said_;
    answer("ana@example.org", "withdraw proposal");
    round();
    EXPECT_EQ(run(outbox_retry_command, invitation), exit_done);
    EXPECT_NE(said_.find("is dropped instead of sent"), std::string::npos) << said_;
}

TEST_F(Queues, OutboxIsListedRetriedAndDropped) {
    propose("Policy: board\n");
    EXPECT_EQ(run(outbox_list_command, OutboxWish{{}, {}, true}), exit_done);
    ASSERT_EQ(output().size(), 4u);
    const auto first = store_->next_to_send(now_)->row;
    store_->mark_bounced(first, "550 no such user", now_);
    EXPECT_EQ(run(outbox_retry_command, first), exit_done);
    EXPECT_EQ(store_->outbox_mail(first)->state, OutboxState::deferred);
    EXPECT_EQ(run(outbox_drop_command, first), exit_done);
    EXPECT_EQ(store_->outbox_mail(first)->state, OutboxState::dropped);
    EXPECT_EQ(run(outbox_retry_command, first), exit_no_input) << "it is never sent";
    EXPECT_EQ(store_->outbox_mail(first)->state, OutboxState::dropped);
    const auto second = store_->next_to_send(now_)->row;
    store_->mark_sent(second, "250 ok", now_);
    EXPECT_EQ(run(outbox_retry_command, second), exit_no_input);
    EXPECT_EQ(run(outbox_drop_command, second), exit_no_input);
}

TEST_F(Queues, WhatWaitsForThePauseOfAServerIsListedSo) {
    propose("Policy: board\n");
    store_->mark_sent(store_->next_to_send(now_)->row, "250 ok", now_);
    store_->begin();
    store_->set_value("outlet_paused_until", "2026-11-30T10:30:00Z");
    store_->commit();
    EXPECT_EQ(run(outbox_list_command, OutboxWish{{}, {}, true}), exit_done);
    for (const auto& row : output())
        EXPECT_EQ(row["next_attempt"] == "2026-11-30T10:30:00Z", row["state"] != "sent") << row;
}

TEST_F(Queues, TheOutboxIsListedUnderAHeadByStateAndDecision) {
    EXPECT_EQ(run(outbox_list_command, OutboxWish{}), exit_done);
    EXPECT_EQ(output_, "") << "no head over nothing";
    propose("Policy: board\n");
    propose("Policy: board\n");
    store_->mark_sent(store_->next_to_send(now_)->row, "250 ok", now_);
    const auto listed = [&](const OutboxWish& wish) {
        EXPECT_EQ(run(outbox_list_command, wish), exit_done);
        return std::count(output_.begin(), output_.end(), '\n');
    };
    EXPECT_EQ(listed({}), 9);
    EXPECT_TRUE(output_.starts_with("row\tstate\tdecision\tnotice\trecipient\t")) << output_;
    EXPECT_EQ(listed({"queued", {}, false}), 8);
    EXPECT_EQ(listed({"sent", {}, false}), 2);
    EXPECT_EQ(listed({{}, "D-2", false}), 5);
    EXPECT_FALSE(says("D-1"));
    EXPECT_EQ(listed({"sent", "D-2", false}), 0);
    EXPECT_EQ(run(outbox_list_command, OutboxWish{"waiting", {}, false}), exit_usage);
    EXPECT_NE(complaint_.find("one of: queued,"), std::string::npos);
    EXPECT_EQ(run(outbox_list_command, OutboxWish{{}, "D-9", false}), exit_no_input);
}

TEST_F(Queues, HealthIsTextForPeople) {
    propose("Policy: board\n");
    at(instant_text(now_ + std::chrono::hours(2)));
    EXPECT_EQ(run(health_command, false), exit_done);
    EXPECT_EQ(output_,
              "Daemon: not running\n"
              "Database: sound\n"
              "Inbox: last read 2026-11-30 09:00 UTC (2 hours ago)\n"
              "Outlet: last sent never\n"
              "Oldest unhandled mail: none\n"
              "Quarantine: empty\n"
              "Outbox: 4 queued; the oldest waits since 2026-11-30 09:00 UTC (2 hours ago); next attempt 2026-11-30 "
              "09:00 UTC (2 hours ago)\n"
              "Decisions: 1 open, 0 drafts\n"
              "Last change: 2026-11-30 09:00 UTC (2 hours ago)\n"
              "Failures so far: none\n");
    set_aside();
    store_->mark_attempt("INBOX", 7, "9:9", now_ - std::chrono::hours(26));
    store_->mark_attempt("INBOX", 7, "9:9", now_ - std::chrono::hours(26));
    store_->begin();
    store_->set_value("inbox_trouble", "the line is dead");
    store_->commit();
    EXPECT_EQ(run(health_command, false), exit_difference);
    EXPECT_TRUE(says("Inbox: TROUBLE: the line is dead; last read 2026-11-30 11:00 UTC (0 seconds ago)\n"))
        << output_;
    EXPECT_TRUE(says("Oldest unhandled mail: 2026-11-29 09:00 UTC (1 day ago)\n"));
    EXPECT_TRUE(says("Quarantine: 1 mail; assentctl quarantine list says why\n"));
    EXPECT_TRUE(says("Crashes: the mails at hand stopped the program: attempt 2\n"));
    EXPECT_TRUE(says("Failures so far: 1 quarantined\n"));
}

TEST_F(Queues, HealthSaysWhetherTheDaemonRuns) {
    propose("Policy: board\n");
    EXPECT_EQ(run(health_command, true), exit_done);
    EXPECT_EQ(output()["database"], "ok");
    EXPECT_EQ(output()["daemon"], "not running");
    EXPECT_EQ(output()["outbox"]["queued"], 4);
    EXPECT_EQ(output()["open_decisions"], 1);
    const WriterLock lock((directory_ / "state").string());
    EXPECT_EQ(run(health_command, true), exit_done);
    EXPECT_EQ(output()["daemon"], "running");
    inbox_.broken = true;
    round();
    EXPECT_EQ(run(health_command, true), exit_difference);
    EXPECT_EQ(output()["inbox_trouble"], "the line is dead");
}

// What a dead daemon left in its file may be the number of somebody else's process by now.
TEST_F(Queues, NobodyIsSignalledForADaemonThatIsGone) {
    std::ofstream(directory_ / "state" / "assentd.lock") << ::getpid() << '\n';
    EXPECT_FALSE(lock_holder((directory_ / "state").string()));
    EXPECT_FALSE(lock_holder((directory_ / "nowhere").string()));
    const WriterLock lock((directory_ / "state").string());
    EXPECT_EQ(lock_holder((directory_ / "state").string()), ::getpid());
}

}  // namespace
}  // namespace assentd::testing
