// SPDX-License-Identifier: Apache-2.0
// PRODUCT 4.3: the same mails end in the same outcome, whether the daemon was there for each or came back at the end.
#include <random>

#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

struct Letter {
    std::string who;
    int minute;
    std::string text;
};

std::vector<Letter> letters(unsigned seed) {
    std::mt19937 chance(seed);
    const std::vector<std::string> people{"ana@example.org", "ben@example.org", "chen@example.org"};
    const std::vector<std::string> words{"+1", "+1",         "+1",     "-1 too dear", "0",
                                         "-1", "ok or not?", "recuse", "resolve",     "delegate to ben@example.org"};
    std::vector<Letter> result;
    int minute = 0;
    for (unsigned i = 0; i < 12; ++i) {
        minute += static_cast<int>(chance() % 400);
        result.push_back({people[chance() % people.size()], minute, words[chance() % words.size()]});
    }
    return result;
}

class Played : public House {
  public:
    explicit Played(const std::string& which) : House(which) {}
    void TestBody() override {}

    // What came of it, the words aside that tell of the waiting.
    std::string played(const std::vector<Letter>& all, const std::string& policy, bool present) {
        configure(policy);
        propose("Policy: swift\n");
        const Instant begin = now_;
        Instant last = begin;
        for (const auto& letter : all) {
            const Instant arrival = begin + std::chrono::minutes(letter.minute);
            if (present) wake_until(last, arrival);
            now_ = last = arrival;
            mail(letter.who, reply_.at(letter.who), "Re: [D-1] Meet less", letter.text);
            if (present) round();
        }
        if (present) wake_until(last, begin + std::chrono::hours(100));
        now_ = begin + std::chrono::hours(100);
        round();
        expect_honest_record();
        return told(decision());
    }

  private:
    void wake_until(Instant from, Instant to) {
        for (now_ = from; now_ < to; now_ += std::chrono::hours(6)) round();
        for (std::optional<Instant> next = store_->earliest_wakeup(); next && *next <= to;) {
            now_ = *next;
            round();
            const auto after = store_->earliest_wakeup();
            if (after == next) break;
            next = after;
        }
    }

    static std::string told(const Decision& d) {
        std::string text = std::string(name(d.closing->outcome)) + " at " + instant_text(*d.closed_at) +
                           (d.closing->early ? " early" : "") + ", late " + std::to_string(d.late.size());
        for (const auto& seat : d.seats)
            text += ", " + (seat.stance ? std::string(name(seat.stance->position)) : "silent");
        for (const auto& concern : d.concerns) text += ", " + concern.name + ' ' + std::string(name(concern.state));
        return text + ", " + d.closing->arithmetic;
    }
};

class Outages : public ::testing::TestWithParam<const char*> {};

TEST_P(Outages, ChangeNoOutcome) {
    const std::string policy = std::string(
                                   "[policy.swift]\nvoters = [\"ana@example.org\", \"ben@example.org\", "
                                   "\"chen@example.org\"]\nperiod = \"3 days\"\n") +
                               GetParam();
    int early = 0;
    int late = 0;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const auto all = letters(seed);
        const std::string there = Played("-there").played(all, policy, true);
        const std::string away = Played("-away").played(all, policy, false);
        EXPECT_EQ(there, away) << "seed " << seed;
        early += there.find(" early") != std::string::npos;
        late += there.find("late 0") == std::string::npos;
    }
    EXPECT_GT(early, 0) << "or this tests nothing";
    EXPECT_GT(late, 0);
}

INSTANTIATE_TEST_SUITE_P(Policies, Outages,
                         ::testing::Values("preset = \"majority\"\nquorum = 2\nearly_close = true\n",
                                           "preset = \"majority\"\nquorum = 0\nearly_close = true\n"
                                           "min_period = \"24 hours\"\n",
                                           "preset = \"consent\"\nearly_close = true\nmin_period = \"12 hours\"\n"));

class Reminded : public House {};

TEST_F(Reminded, AfterAnOutageWhenTheReaderWorksAgain) {
    configure("[policy.slow]\npreset = \"majority\"\nvoters = [\"ben@example.org\"]\nperiod = \"4 days\"\n");
    propose("Policy: slow\n");  // on Monday at 09:00, until Friday
    at("2026-12-02T21:01:00Z");
    EXPECT_EQ(count(round(), "reminder"), 0) << "it is night";
    EXPECT_EQ(instant_text(*store_->earliest_wakeup()), "2026-12-03T09:00:00Z");
    at("2026-12-03T09:00:00Z");
    EXPECT_EQ(count(round(), "reminder", "ben@example.org"), 1);
    expect_honest_record();
}

TEST_F(Reminded, NotAtNightOfWhatTheyAnsweredMeanwhileNorAfterTheClose) {
    configure(
        "[policy.slow]\npreset = \"majority\"\nvoters = [\"ben@example.org\", \"chen@example.org\"]\n"
        "period = \"4 days\"\n");
    propose("Policy: slow\n");
    at("2026-12-03T21:01:00Z");
    EXPECT_EQ(count(round(), "reminder"), 0);
    answer("ben@example.org", "+1");
    at("2026-12-04T09:00:00Z");  // the close
    const auto sent = round();
    EXPECT_EQ(count(sent, "reminder"), 0);
    EXPECT_EQ(count(sent, "outcome", "ben@example.org"), 1);
}

TEST_F(Reminded, OnceADayAndTheRecordSaysSo) {
    configure(
        "[policy.slow]\npreset = \"majority\"\nvoters = [\"ben@example.org\"]\nperiod = \"4 days\"\n"
        "[policy.fast]\npreset = \"majority\"\nvoters = [\"ben@example.org\"]\nperiod = \"2 days\"\n");
    propose("Policy: slow\n");
    at("2026-12-01T11:00:00Z");
    mail("ana@example.org", "decisions@example.org", "Meet more", "Policy: fast\n\nYes.", proven());
    round();
    int sent = 0;
    const Instant end = std::get<Instant>(read_instant("2026-12-04T09:00:00Z"));
    for (; now_ < end; now_ += std::chrono::minutes(30)) sent += count(round(), "reminder", "ben@example.org");
    int reminded = 0;
    int spared = 0;
    for (const RecordId record : {1, 2})
        for (const auto& stored : store_->events(record)) {
            reminded += std::holds_alternative<assentd::Reminded>(stored.event) ? 1 : 0;
            spared += std::holds_alternative<ReminderSpared>(stored.event) ? 1 : 0;
        }
    EXPECT_GT(sent, 0);
    EXPECT_GT(spared, 0) << "both fall due on one day";
    EXPECT_EQ(reminded, sent);
    expect_honest_record();
}

}  // namespace
}  // namespace assentd::testing
