// SPDX-License-Identifier: Apache-2.0
// assentctl's commands about what waits: quarantine, outbox, health (PRODUCT 9.4, 10.4).
#include <fstream>
#include <nlohmann/json.hpp>

#include "daemon/ctl/commands.h"
#include "storage/lock.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Queues : public House {
  protected:
    Queues() {
        std::filesystem::create_directories(directory_ / "state");
        // The commands find the database where the configuration says, so the house moves in there.
        store_.reset();
        std::filesystem::remove(directory_ / "assentd.db");
        store_ = Store::open((directory_ / "state" / "assentd.db").string());
        configure("");
        std::ofstream(directory_ / "assentd.toml") << text_;
    }
    template <typename Command, typename... Arguments>
    int run(Command command, Arguments... arguments) {
        Context context((directory_ / "assentd.toml").string());
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        int code = 0;
        try {
            code = command(context, arguments...);
        } catch (const Stop& stop) {
            code = stop.code();
        }
        output_ = ::testing::internal::GetCapturedStdout();
        ::testing::internal::GetCapturedStderr();
        return code;
    }
    nlohmann::json output() const { return nlohmann::json::parse(output_); }
    std::int64_t set_aside() {
        mail("ben@example.org, chen@example.org", "decisions@example.org", "Two", "+1");
        round();
        return store_->mails_in_state(MailState::quarantined).back().row;
    }
    std::string output_;
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

TEST_F(Queues, OutboxIsListedRetriedAndDropped) {
    propose("Policy: board\n");
    EXPECT_EQ(run(outbox_list_command, true), exit_done);
    ASSERT_EQ(output().size(), 4u);
    const auto first = store_->next_to_send(now_)->row;
    store_->mark_bounced(first, "550 no such user");
    EXPECT_EQ(run(outbox_retry_command, first), exit_done);
    EXPECT_EQ(store_->outbox_mail(first)->state, OutboxState::deferred);
    EXPECT_EQ(run(outbox_drop_command, first), exit_done);
    EXPECT_EQ(store_->outbox_mail(first)->state, OutboxState::dropped);
    const auto second = store_->next_to_send(now_)->row;
    store_->mark_sent(second, "250 ok");
    EXPECT_EQ(run(outbox_retry_command, second), exit_no_input);
    EXPECT_EQ(run(outbox_drop_command, second), exit_no_input);
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
