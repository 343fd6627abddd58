// SPDX-License-Identifier: Apache-2.0
// What is sent, held and stored in which order, and what happens when the database fails in between.
#include "daemon/dispatcher.h"

#include <SQLiteCpp/Database.h>

#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

// Does with each mail as the test says, and what with those that it held.
class Scripted : public Outlet {
  public:
    using Act = std::function<DeliveryResult(const OutgoingMail&)>;
    explicit Scripted(Act act, std::function<void(std::size_t, const Told&)> settled = {})
        : act_(std::move(act)), settled_(std::move(settled)) {}
    DeliveryResult send(const OutgoingMail& mail) override {
        const auto result = act_(mail);
        held_ += result.delivery == Delivery::held ? 1 : 0;
        return result;
    }
    void settle(const Told& told) override {
        if (settled_) settled_(std::exchange(held_, 0), told);
    }
    void rest() override {}
    void interrupt() override {}
    void probe() override {}

  private:
    Act act_;
    std::function<void(std::size_t, const Told&)> settled_;
    std::size_t held_ = 0;
};

const DeliveryResult taken{Delivery::sent, 250, "250 taken"};

class Dispatch : public House {
  protected:
    Dispatch() { delivers_ = false; }
    std::string path() const { return (directory_ / "assentd.db").string(); }
    Dispatcher dispatcher(std::unique_ptr<Outlet> outlet) {
        clock_ = Clock(now_);
        return {Store::open(path()), std::move(outlet), clock_, 0, [] {}};
    }
    std::map<std::string, int> states() {
        std::map<std::string, int> counts;
        for (const auto& mail : store_->outbox(std::nullopt)) ++counts[std::string(name(mail.state))];
        return counts;
    }
    // No mail's state can be stored while it is there.
    void break_outbox(bool broken) {
        SQLite::Database other(path(), SQLite::OPEN_READWRITE);
        other.exec(broken
                       ? "CREATE TRIGGER broken BEFORE UPDATE ON outbox WHEN new.state <> 'sending' AND old.state = "
                         "'sending' BEGIN SELECT RAISE(ABORT, 'broken'); END"
                       : "DROP TRIGGER broken");
    }
    Clock clock_;
};

TEST_F(Dispatch, AMailWhoseFateCouldNotBeStoredIsNotForgottenUntilTheNextStart) {
    propose();
    int sent = 0;
    auto under_test = dispatcher(std::make_unique<Scripted>([&](const OutgoingMail&) {
        if (++sent == 1) break_outbox(true);
        return taken;
    }));
    EXPECT_THROW(under_test.run_due(), StorageError);
    EXPECT_EQ(states(), (std::map<std::string, int>{{"queued", 4}, {"sending", 1}}));
    break_outbox(false);
    EXPECT_FALSE(under_test.run_due());
    EXPECT_EQ(states(), (std::map<std::string, int>{{"sent", 5}}));
    EXPECT_EQ(sent, 6);  // the one goes again, with its Message-ID
}

TEST_F(Dispatch, HeldMailsAreSentOnceTheyAreSettled) {
    propose();
    std::vector<std::map<std::string, int>> seen;
    auto under_test = dispatcher(std::make_unique<Scripted>(
        [&](const OutgoingMail&) {
            return DeliveryResult{Delivery::held, 0, {}};
        },
        [&](std::size_t held, const Outlet::Told& told) {
            seen.push_back(states());
            for (std::size_t i = 0; i < held; ++i) told(i, taken);
        }));
    EXPECT_FALSE(under_test.run_due());
    EXPECT_EQ(seen, (std::vector<std::map<std::string, int>>{{{"sending", 5}}}));
    EXPECT_EQ(states(), (std::map<std::string, int>{{"sent", 5}}));
}

TEST_F(Dispatch, WhatIsTakenBackGoesAgainAndTheDelayGrowsOnce) {
    propose();
    bool failing = true;
    auto under_test = dispatcher(std::make_unique<Scripted>(
        [&](const OutgoingMail&) {
            return DeliveryResult{Delivery::held, 0, {}};
        },
        [&](std::size_t held, const Outlet::Told& told) {
            for (std::size_t i = 0; i < held; ++i) told(i, taken);
            for (std::size_t i = 0; failing && i < held; ++i) told(i, {Delivery::trouble, 0, "the disk fails"});
        }));
    EXPECT_TRUE(under_test.run_due());
    EXPECT_EQ(states(), (std::map<std::string, int>{{"deferred", 5}}));
    EXPECT_EQ(store_->next_send_time(), now_ + std::chrono::seconds(15));
    for (const auto& mail : store_->outbox(OutboxState::deferred)) EXPECT_EQ(mail.attempts, 0);
    failing = false;
    clock_ = Clock(now_ + std::chrono::seconds(15));
    EXPECT_FALSE(under_test.run_due());
    EXPECT_EQ(states(), (std::map<std::string, int>{{"sent", 5}}));
}

TEST_F(Dispatch, MailsHeldWhenTheDatabaseFailedAreNotSentTwice) {
    propose();
    int given = 0;
    std::size_t placed = 0;
    auto under_test = dispatcher(std::make_unique<Scripted>(
        [&](const OutgoingMail&) {
            if (++given == 2) throw StorageError(StorageError::Kind::full, "as the next mail is looked for");
            return DeliveryResult{Delivery::held, 0, {}};
        },
        [&](std::size_t held, const Outlet::Told& told) {
            placed += held;
            for (std::size_t i = 0; i < held; ++i) told(i, taken);
        }));
    EXPECT_THROW(under_test.run_due(), StorageError);
    EXPECT_FALSE(under_test.run_due());
    EXPECT_EQ(states(), (std::map<std::string, int>{{"sent", 5}}));
    EXPECT_EQ(placed, 5u);
}

TEST_F(Dispatch, AServerThatIsDownChangesNoOrder) {
    propose();
    bool down = true;
    std::vector<std::string> order;
    auto under_test = dispatcher(std::make_unique<Scripted>([&](const OutgoingMail& mail) {
        if (down) return DeliveryResult{Delivery::trouble, 0, "connection refused", false};
        order.push_back(mail.bytes);
        return taken;
    }));
    for (const int second : {0, 15, 45}) {
        clock_ = Clock(now_ + std::chrono::seconds(second));
        EXPECT_TRUE(under_test.run_due());
    }
    down = false;
    clock_ = Clock(now_ + std::chrono::minutes(5));
    EXPECT_FALSE(under_test.run_due());
    std::vector<std::string> queued;
    for (const auto& mail : store_->outbox(std::nullopt)) queued.push_back(store_->outbox_mail(mail.row)->bytes);
    EXPECT_EQ(order, queued);
}

TEST_F(Dispatch, AMailAtWhichTheServerStumblesHoldsUpNobody) {
    propose();
    int offered = 0;
    auto under_test = dispatcher(std::make_unique<Scripted>([&](const OutgoingMail&) {
        return ++offered == 1 ? DeliveryResult{Delivery::trouble, 0, "connection lost"} : taken;
    }));
    EXPECT_TRUE(under_test.run_due());
    EXPECT_FALSE(under_test.run_due());
    EXPECT_EQ(states(), (std::map<std::string, int>{{"deferred", 1}, {"sent", 4}}));
}

}  // namespace
}  // namespace assentd::testing
