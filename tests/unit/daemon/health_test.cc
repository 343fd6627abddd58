// SPDX-License-Identifier: Apache-2.0
#include "daemon/health.h"

#include <SQLiteCpp/Database.h>

#include <fstream>
#include <iterator>

#include "daemon/dispatcher.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class HealthOfAHouse : public House {
  protected:
    HealthOfAHouse() { delivers_ = false; }
    // What the dispatcher says of an outlet that answers like this.
    struct Answers : Outlet {
        std::vector<DeliveryResult> results;
        DeliveryResult send(const OutgoingMail&) override {
            const DeliveryResult next = results.front();
            if (results.size() > 1) results.erase(results.begin());
            return next;
        }
        void rest() override {}
        void interrupt() override {}
        void probe() override {}
    };
    void dispatch(std::vector<DeliveryResult> results) {
        auto outlet = std::make_unique<Answers>();
        outlet->results = std::move(results);
        const Clock clock(now_);
        Dispatcher(Store::open((directory_ / "assentd.db").string()), std::move(outlet), clock, 0, [] {}).run_due();
    }
    std::string metrics() { return metrics_text(look_at(*store_), now_); }
    static std::string line(const std::string& text, const std::string& start) {
        const auto at = text.find('\n' + start);
        return at == std::string::npos ? std::string() : text.substr(at + 1, text.find('\n', at + 1) - at - 1);
    }
};

TEST_F(HealthOfAHouse, CountsWhatWaitsAndWhatFailed) {
    propose();
    mail("ben@example.org, chen@example.org", "decisions@example.org", "Re: [D-1]", "+1");
    round();
    inbox_.broken = true;
    round();
    round();
    at(instant_text(now_ + std::chrono::hours(2)));
    const Health health = look_at(*store_);
    EXPECT_EQ(health.quarantined, 1);
    EXPECT_EQ(health.failures.at("inbox"), 2);
    EXPECT_EQ(health.failures.at("quarantined"), 1);
    EXPECT_EQ(health.inbox_trouble, "the line is dead");
    EXPECT_EQ(health.open_decisions, 1);
    EXPECT_EQ(health.outbox.at("queued"), 5);
    EXPECT_EQ(line(metrics(), "assentd_inbox_up"), "assentd_inbox_up 0");
    EXPECT_EQ(line(metrics(), "assentd_oldest_unhandled_seconds"), "assentd_oldest_unhandled_seconds 7200");
    EXPECT_EQ(line(metrics(), "assentd_oldest_unsent_seconds"), "assentd_oldest_unsent_seconds 7200");
    EXPECT_EQ(line(metrics(), "assentd_outbox_mails{state=\"queued\"}"), "assentd_outbox_mails{state=\"queued\"} 5");
    inbox_.broken = false;
    round();
    EXPECT_EQ(line(metrics(), "assentd_inbox_up"), "assentd_inbox_up 1");
    EXPECT_EQ(look_at(*store_).failures.at("inbox"), 2);
}

TEST_F(HealthOfAHouse, TheOldestUnhandledMailMayBeOneAtHand) {
    EXPECT_EQ(look_at(*store_).oldest_unhandled, std::nullopt);
    propose();
    EXPECT_EQ(look_at(*store_).oldest_unhandled, std::nullopt) << "what is recorded is handled";
    // As a mail that stops the program leaves it: marked, and never cleared.
    const Instant arrived = now_;
    store_->mark_attempt("INBOX", 7, "9:9", arrived);
    store_->mark_attempt("INBOX", 7, "9:9", arrived);
    at(instant_text(now_ + std::chrono::hours(1)));
    EXPECT_EQ(look_at(*store_).oldest_unhandled, arrived);
    EXPECT_EQ(line(metrics(), "assentd_oldest_unhandled_seconds"), "assentd_oldest_unhandled_seconds 3600");
    EXPECT_EQ(line(metrics(), "assentd_poison_attempts"), "assentd_poison_attempts 2");
    store_->begin();
    store_->clear_attempt();
    store_->commit();
    EXPECT_EQ(line(metrics(), "assentd_oldest_unhandled_seconds"), "assentd_oldest_unhandled_seconds 0");
}

// The mark is made before a batch is read, with what is oldest in it, and stays when the batch cannot be recorded.
TEST_F(HealthOfAHouse, ABatchIsMarkedWithItsOldestMail) {
    SQLite::Database((directory_ / "assentd.db").string(), SQLite::OPEN_READWRITE)
        .exec("CREATE TRIGGER full BEFORE INSERT ON mail BEGIN SELECT RAISE(ABORT, 'no room'); END");
    const Clock clock;
    const Instant old = clock.now() - std::chrono::hours(5);
    const std::string words = "From: ana@example.org\n\nhello\n";
    inbox_.waiting = {{"INBOX", 7, "1", clock.now(), words, words.size(), false},
                      {"INBOX", 7, "2", old, words, words.size(), false}};
    EXPECT_FALSE(Cycle(*world_, inbox_, clock, [] {}).round());
    EXPECT_EQ(look_at(*store_).oldest_unhandled, old);
}

TEST_F(HealthOfAHouse, KnowsTheLastPollAndSend) {
    EXPECT_EQ(look_at(*store_).last_poll, std::nullopt);
    EXPECT_EQ(metrics().find("last_poll"), std::string::npos) << "nothing is said of what never was";
    propose();
    const Instant polled = now_;
    EXPECT_EQ(look_at(*store_).last_poll, polled);
    at(instant_text(now_ + std::chrono::minutes(1)));
    inbox_.broken = true;
    round();
    EXPECT_EQ(look_at(*store_).last_poll, polled) << "an inbox that could not be read was not polled";
    dispatch({{Delivery::trouble, 0, "the line is dead"}});
    EXPECT_EQ(look_at(*store_).last_send, std::nullopt);
    EXPECT_EQ(look_at(*store_).outlet_trouble, "the line is dead");
    EXPECT_EQ(look_at(*store_).failures.at("outlet"), 1);
    EXPECT_EQ(look_at(*store_).next_send, now_ + std::chrono::seconds(15)) << "the server is left alone for a while";
    at(instant_text(now_ + std::chrono::hours(1)));
    dispatch({{Delivery::sent, 250, "ok"}, {Delivery::refused, 550, "nobody there"}});
    EXPECT_EQ(look_at(*store_).last_send, now_);
    EXPECT_EQ(look_at(*store_).outlet_trouble, "");
    EXPECT_EQ(look_at(*store_).failures.at("outlet"), 1);
    EXPECT_EQ(look_at(*store_).failures.at("bounced"), 4);
}

TEST_F(HealthOfAHouse, ADiskWithoutRoomIsTrouble) {
    EXPECT_EQ(trouble_of_disk(directory_.string()), "");
    EXPECT_NE(trouble_of_disk("/proc"), "") << "no byte can be kept there";
    EXPECT_NE(trouble_of_disk((directory_ / "gone").string()), "");
}

TEST_F(HealthOfAHouse, EveryMetricHasItsHelpAndType) {
    const std::string text = metrics();
    std::size_t at = 0;
    while (at < text.size()) {
        const std::string one = text.substr(at, text.find('\n', at) - at);
        at += one.size() + 1;
        if (one.starts_with('#')) continue;
        const std::string name = one.substr(0, one.find_first_of(" {"));
        EXPECT_NE(text.find("# HELP " + name + ' '), std::string::npos) << one;
        EXPECT_NE(text.find("# TYPE " + name + ' '), std::string::npos) << one;
    }
}

TEST_F(HealthOfAHouse, TellsNobodysAddressAndNoTitle) {
    propose();
    EXPECT_EQ(metrics().find('@'), std::string::npos);
    EXPECT_EQ(metrics().find("Meet"), std::string::npos);
}

TEST_F(HealthOfAHouse, TheFileIsWrittenWholeAndForAllToRead) {
    const auto path = directory_ / "metrics.prom";
    MetricsFile file(path.string());
    file.renew(*store_, now_);
    std::ifstream in(path);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(text, metrics());
    EXPECT_EQ(std::filesystem::status(path).permissions() & std::filesystem::perms::others_read,
              std::filesystem::perms::others_read);
    EXPECT_FALSE(std::filesystem::exists(path.string() + ".new"));
    std::filesystem::remove(path);
    file.renew(*store_, now_);
    EXPECT_FALSE(std::filesystem::exists(path)) << "not again within ten seconds";
    file.end(*store_, now_);
    std::ifstream last(path);
    const std::string ended{std::istreambuf_iterator<char>(last), {}};
    EXPECT_EQ(line(text, "assentd_up"), "assentd_up 1");
    EXPECT_EQ(line(ended, "assentd_up"), "assentd_up 0") << "it ends, whenever the last one was written";
    MetricsFile((directory_ / "no" / "where").string()).renew(*store_, now_);  // logged, nothing else
    MetricsFile({}).renew(*store_, now_);
}

}  // namespace
}  // namespace assentd::testing
