// SPDX-License-Identifier: Apache-2.0
#include "daemon/health.h"

#include <fstream>
#include <iterator>

#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class HealthOfAHouse : public House {
  protected:
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
    EXPECT_EQ(health.outbox.at("queued"), 4);
    EXPECT_EQ(line(metrics(), "assentd_up"), "assentd_up 0");
    EXPECT_EQ(line(metrics(), "assentd_oldest_unhandled_seconds"), "assentd_oldest_unhandled_seconds 7200");
    EXPECT_EQ(line(metrics(), "assentd_oldest_unsent_seconds"), "assentd_oldest_unsent_seconds 7200");
    EXPECT_EQ(line(metrics(), "assentd_outbox_mails{state=\"queued\"}"), "assentd_outbox_mails{state=\"queued\"} 4");
    inbox_.broken = false;
    round();
    EXPECT_EQ(line(metrics(), "assentd_up"), "assentd_up 1");
    EXPECT_EQ(look_at(*store_).failures.at("inbox"), 2);
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
    MetricsFile((directory_ / "no" / "where").string()).renew(*store_, now_);  // logged, nothing else
    MetricsFile({}).renew(*store_, now_);
}

}  // namespace
}  // namespace assentd::testing
