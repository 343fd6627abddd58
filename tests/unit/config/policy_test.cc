// SPDX-License-Identifier: Apache-2.0
// The keys of a policy: what they mean, and what none of them can be (check-config names the line).
#include <gtest/gtest.h>

#include "tests/unit/config/policy_text.h"

namespace assentd {
namespace {

PolicyConfig policy(std::string_view keys) {
    return config_with("[policy.x]\n" + std::string(keys)).policies["x"];
}

TEST(PolicyKeys, MethodAloneStartsFromThePresetThatHasIt) {
    EXPECT_EQ(policy("method = \"schulze\"\n").rules.preset, "ranked");
    EXPECT_EQ(policy("method = \"debian-a6\"\n").rules.choice.default_option, "Further discussion");
    EXPECT_EQ(policy("method = \"majority\"\n").rules.quorum, (Quorum{1, 2, false}));
    for (const auto* name : {"consent", "lazy-consensus", "majority", "schulze", "debian-a6", "irv", "stv",
                             "approval", "score", "input", "announce", "advice"})
        EXPECT_EQ(assentd::name(policy("method = \"" + std::string(name) + "\"\n").rules.method), name);
}

TEST(PolicyKeys, ChoicesAreReadIntoTheirRules) {
    const auto debian = policy(
                            "preset = \"debian-gr\"\ndefault_option = \"None of the above\"\nin_favour = 2\n"
                            "majority = 3\nmajority_rule = \"v1.1\"\n")
                            .rules.choice;
    EXPECT_EQ(debian.default_option, "None of the above");
    EXPECT_EQ(debian.in_favour, (InFavour{2, 0}));
    EXPECT_EQ(debian.majority, 3);
    EXPECT_EQ(debian.majority_rule, MajorityRule::v1_1);
    const auto ranked =
        policy("preset = \"ranked\"\nunranked = \"no-opinion\"\nstrength = \"margin\"\n").rules.choice;
    EXPECT_EQ(ranked.unranked, Unranked::no_opinion);
    EXPECT_EQ(ranked.strength, Strength::margin);
    const auto stv = policy("preset = \"stv\"\nseats = 5\nties = [\"forward\", \"order\"]\n").rules.choice;
    EXPECT_EQ(stv.seats, 5);
    EXPECT_EQ(stv.ties, (std::vector{TieRule::forward, TieRule::order}));
    const auto score = policy("preset = \"score\"\nscores = \"-2..2\"\naggregate = \"average\"\n").rules.choice;
    EXPECT_EQ(score.score_min, -2);
    EXPECT_EQ(score.score_max, 2);
    EXPECT_EQ(score.aggregate, Aggregate::average);
    EXPECT_EQ(policy("preset = \"approval\"\nmax_approvals = 2\n").rules.choice.max_approvals, 2);
}

TEST(PolicyKeys, InFavourIsACountOrAMultipleOfARoot) {
    EXPECT_EQ(read_in_favour("3*sqrt(n)/2"), (InFavour{3, 2}));
    EXPECT_EQ(read_in_favour("3 * sqrt(n) / 2"), (InFavour{3, 2}));
    EXPECT_EQ(read_in_favour("sqrt(n)"), (InFavour{1, 1}));
    EXPECT_EQ(read_in_favour("45"), (InFavour{45, 0}));
    for (const auto* text : {"", "-1", "3*", "3*sqrt(n", "sqrt(n)/0", "0*sqrt(n)", "1.5*sqrt(n)", "2*sqrt(n)/2 more",
                             "9999*sqrt(n)", "99999999999999999999"})
        EXPECT_EQ(read_in_favour(text), std::nullopt) << text;
}

TEST(PolicyKeys, AFinalPeriodWaitsForSomebodyInFavour) {
    policy("preset = \"consent\"\nmin_agree = 1\nfinal_period = \"2 days\"\n");
    policy("preset = \"score\"\nscores = \"-5..-1\"\naggregate = \"average\"\n");
    policy("preset = \"score\"\nscores = \"1..5\"\n");
}

TEST(PolicyKeys, CourseOfADecisionIsRead) {
    const auto p = policy(
        "preset = \"majority\"\nagree_all_but = 1\nseconds = 2\ncarry_votes = \"drop\"\nfinal_period = \"10 days\"\n"
        "settle_repeat = \"1 week\"\nsettle_asks = 0\nhold_limit = \"none\"\nextend_if_not_reached = \"48 hours\"\n"
        "amend_period = \"2 working days\"\nmin_working_time = \"6 working hours\"\n"
        "min_working_time_limit = \"2 weeks\"\nreview = \"6 months\"\nmin_agree = \"1/3\"\n");
    EXPECT_EQ(p.rules.agree_all_but, 1);
    EXPECT_EQ(p.rules.seconds, 2);
    EXPECT_EQ(p.rules.carry_votes, CarryVotes::drop);
    EXPECT_EQ(p.rules.final_period, std::chrono::hours(240));
    EXPECT_EQ(p.rules.settle_repeat, std::chrono::hours(168));
    EXPECT_EQ(p.rules.settle_asks, 0);
    EXPECT_EQ(p.rules.hold_limit, Duration::zero());
    EXPECT_EQ(p.rules.extend_if_not_reached, std::chrono::hours(48));
    EXPECT_EQ(p.amend_period, (Span{2, SpanUnit::working_day}));
    EXPECT_EQ(p.min_working_time, std::chrono::hours(6));
    EXPECT_EQ(p.min_working_time_limit, (Span{2, SpanUnit::week}));
    EXPECT_EQ(p.review, (Span{6, SpanUnit::month}));
    EXPECT_EQ(p.rules.min_agree_share, (Quorum{1, 3, false}));
}

TEST(PolicyKeys, AnAmendmentIsGivenTheShortestPeriodUnlessSaidOtherwise) {
    EXPECT_EQ(policy("preset = \"consent\"\n").amend_period, (Span{1, SpanUnit::working_day}));
    EXPECT_EQ(policy("preset = \"lazy-consensus\"\n").amend_period, (Span{72, SpanUnit::hour}));
    EXPECT_EQ(policy("preset = \"consent\"\nmin_period = \"2 days\"\n").amend_period, (Span{2, SpanUnit::day}));
}

TEST(PolicyKeys, WeightsAreExactAndBelongToTheAddressOnFile) {
    const auto p =
        policy("preset = \"majority\"\nweights = { \"ANA@example.com\" = \"1.5\", \"ben@example.org\" = 2 }\n");
    EXPECT_EQ(p.weights,
              (std::map<std::string, std::int64_t>{{"ana@example.org", 1'500'000}, {"ben@example.org", 2'000'000}}));
}

TEST(PolicyKeys, TimesAwayAreInstantsAndNoWorkingTime) {
    const auto config = config_with("");
    const auto& chen = config.people.at(2);
    const auto at = [](const char* text) { return std::get<Instant>(read_instant(text)); };
    EXPECT_EQ(chen.away, (std::vector<Interval>{{at("2026-12-07T00:00:00Z"), at("2026-12-08T00:00:00Z")},
                                                {at("2026-12-24T00:00:00Z"), at("2027-01-03T00:00:00Z")}}));
    EXPECT_TRUE(working_time(chen.calendar, at("2026-12-07T00:00:00Z"), at("2026-12-08T00:00:00Z")).empty());
}

// From Tuesday 10:00 on; Chen works from 9 to 17.
std::string last_reminder_text(Span before, const char* close) {
    const Calendar calendar;
    const auto at = [](const char* text) { return std::get<Instant>(read_instant(text)); };
    const Instant from = at("2026-12-01T10:00:00Z");
    const auto found = last_reminder(calendar, before, working_time(calendar, from, at(close)), from, at(close));
    return found ? instant_text(*found) : "none";
}

TEST(LastReminder, IsAsLongBeforeTheCloseAsWritten) {
    constexpr auto tuesday = "2026-12-08T10:00:00Z";
    EXPECT_EQ(last_reminder_text({1, SpanUnit::working_day}, tuesday), "2026-12-07T10:00:00Z");
    EXPECT_EQ(last_reminder_text({3, SpanUnit::working_day}, tuesday), "2026-12-03T10:00:00Z");
    EXPECT_EQ(last_reminder_text({2, SpanUnit::working_hour}, tuesday), "2026-12-07T16:00:00Z");
    EXPECT_EQ(last_reminder_text({30, SpanUnit::minute}, tuesday), "2026-12-08T09:30:00Z");
    EXPECT_EQ(last_reminder_text({2, SpanUnit::day}, tuesday), "2026-12-06T10:00:00Z");
    EXPECT_EQ(last_reminder_text({1, SpanUnit::week}, tuesday), "2026-12-01T10:00:00Z");
}

TEST(LastReminder, IsInTheirWorkingTimeAndNotBeforeTheOpening) {
    EXPECT_EQ(last_reminder_text({1, SpanUnit::hour}, "2026-12-06T10:00:00Z"), "2026-12-04T16:00:00Z");
    EXPECT_EQ(last_reminder_text({8, SpanUnit::day}, "2026-12-08T10:00:00Z"), "none");
    EXPECT_EQ(last_reminder_text({6, SpanUnit::working_day}, "2026-12-08T10:00:00Z"), "none");
}

TEST(FairClose, GivesEachParticipantTheirWorkingTimeUpToTheLimit) {
    const auto config = config_with(
        "[policy.x]\npreset = \"consent\"\nmin_working_time = \"16 working hours\"\n"
        "min_working_time_limit = \"2 weeks\"\n");
    const auto& policy = config.policies.at("x");
    const auto all = resolve_people(config, {});
    const auto at = [](const char* text) { return std::get<Instant>(read_instant(text)); };
    // A Friday; Chen is away on Monday and works on Tuesday and Wednesday.
    const auto from = at("2026-12-04T17:00:00Z");
    EXPECT_EQ(fair_close(policy, all, config.calendar, from, from), at("2026-12-09T17:00:00Z"));
    EXPECT_EQ(fair_close(policy, all, config.calendar, from, at("2026-12-18T17:00:00Z")), at("2026-12-18T17:00:00Z"));
    // Away over Christmas: the limit is the first thing that ends it.
    const auto late = at("2026-12-23T17:00:00Z");
    EXPECT_EQ(fair_close(policy, all, config.calendar, late, late), at("2027-01-05T17:00:00Z"));
    PolicyConfig tight = policy;
    tight.min_working_time_limit = {1, SpanUnit::week};
    EXPECT_EQ(fair_close(tight, all, config.calendar, late, late), at("2026-12-30T17:00:00Z"));
}

class WrongPolicy : public testing::TestWithParam<Wrong> {};
TEST_P(WrongPolicy, IsReportedWithItsLine) {
    EXPECT_EQ(errors_in("[policy.x]\n" + std::string(GetParam().keys)), GetParam().error);
}
INSTANTIATE_TEST_SUITE_P(
    OneKey, WrongPolicy,
    testing::Values(
        Wrong{"preset = \"stv\"\nseats = 0\n", "a.toml:18:9: “seats” is out of range; from 1 to 25"},
        Wrong{"preset = \"consent\"\non_disagree = \"count\"\n",
              "a.toml:18:15: no objection would stop what carries unless somebody objects; on_disagree = \"block\", "
              "or method = \"majority\""},
        Wrong{"preset = \"consent\"\nsilence = \"nothing\"\n",
              "a.toml:18:11: it would carry with no answer at all, so silence does count as consent; silence = "
              "\"agree\", or a quorum or min_agree besides"},
        Wrong{"preset = \"ranked\"\nunranked = \"exhausted\"\n",
              "a.toml:18:12: “exhausted” is for votes that are transferred; one of: last, no-opinion"},
        Wrong{"preset = \"ranked\"\nstrength = \"margins\"\n",
              "a.toml:18:12: “margins” is not known here; one of: winning, winning-opposed, margin, ratio"},
        Wrong{"preset = \"debian-gr\"\nin_favour = \"2 x n\"\n",
              "a.toml:18:13: “2 x n” is not a number of votes; a count, or a multiple of the root of the number of "
              "voters as in \"3*sqrt(n)/2\""},
        Wrong{"preset = \"debian-gr\"\nmajority_rule = \"1.6\"\n",
              "a.toml:18:17: “1.6” is not known here; one of: v1.1, v1.6"},
        Wrong{"preset = \"runoff\"\nties = [\"dice\"]\n",
              "a.toml:18:9: “dice” is not known here; one of: backward, forward, order, lot, pairwise, all-out, ask"},
        Wrong{"preset = \"runoff\"\nties = [\"lot\", \"lot\"]\n",
              "a.toml:18:16: “lot” stands there twice; each rule once, in their order"},
        Wrong{
            "preset = \"score\"\nscores = \"five\"\n",
            "a.toml:18:10: “five” is not a range of scores; the lowest and the highest, as in \"0-5\" or \"-2..2\""},
        Wrong{"preset = \"score\"\nscores = \"5-5\"\n",
              "a.toml:18:10: the lowest score is not below the highest; as in \"0-5\""},
        Wrong{"preset = \"consent\"\ncarry_votes = \"all\"\n",
              "a.toml:18:15: “all” is not known here; one of: stale, keep, drop"},
        Wrong{"preset = \"consent\"\nsettle_asks = -1\n",
              "a.toml:18:15: “settle_asks” is out of range; from 0 to 100"},
        Wrong{"preset = \"consent\"\nsettle_repeat = \"none\"\n",
              "a.toml:18:17: without a time the question would be repeated at once; a length of time; settle_asks = "
              "0 repeats nothing"},
        Wrong{"preset = \"consent\"\nhold_limit = \"2 working days\"\n",
              "a.toml:18:14: “2 working days” is not a fixed length of time; hours, days or weeks, as in \"72 "
              "hours\", or \"none\""},
        Wrong{"preset = \"consent\"\nmin_working_time = \"2 working days\"\n",
              "a.toml:18:20: “2 working days” is not an amount of working time; hours of work, as in \"12 working "
              "hours\", or \"none\""},
        Wrong{"preset = \"consent\"\nreview = \"someday\"\n",
              "a.toml:18:10: “someday” is not a length of time; as in \"72 hours\" or \"5 working days\""},
        Wrong{"preset = \"majority\"\nweights = { \"ana@example.org\" = 1.5 }\n",
              "a.toml:18:33: this is not a weight; above 0 and up to 1000, with at most six decimals, as in \"1.5\""},
        Wrong{"preset = \"majority\"\nweights = { \"eve@example.org\" = \"1\" }\n",
              "a.toml:18:13: “eve@example.org” is no voter of this policy; the address of one of its voters"},
        Wrong{"preset = \"majority\"\nvoters = [\"ben@example.org\"]\nweights = { \"ana@example.org\" = \"1\" }\n",
              "a.toml:19:13: “ana@example.org” is no voter of this policy; the address of one of its voters"},
        Wrong{"preset = \"majority\"\nweights = \"2\"\n",
              "a.toml:18:11: “weights” has the wrong type; a table: { \"ana@example.org\" = \"1.5\" }"},
        Wrong{"preset = \"consent\"\nwords = { aye = \"ballot\" }\n",
              "a.toml:18:17: this is not a position; one of: agree, abstain, disagree, block, recuse"},
        Wrong{"preset = \"consent\"\nwords = { Close = \"agree\" }\n",
              "a.toml:18:11: “Close” is a command, and cannot be an answer; another word"},
        Wrong{"preset = \"consent\"\nsecond_look = true\n",
              "a.toml:18:1: “second_look” is not available in this version; remove it"}));
INSTANTIATE_TEST_SUITE_P(
    AllAtOnce, WrongPolicy,
    testing::Values(
        Wrong{"preset = \"majority\"\nperiod = \"someday\"\nquorum = 9\nseats = 2\n",
              "a.toml:18:10: “someday” is not a length of time; as in \"72 hours\" or \"5 working days\"\n"
              "a.toml:19:10: a quorum of 9 can never be reached by 3 voters; at most 3\n"
              "a.toml:20:9: “seats” has no effect with the method “majority”; only with stv, approval and score; "
              "remove it"},
        Wrong{"preset = \"majority\"\nvoters = [\"ana@example.org\", \"eve@example.org\"]\nquorum = 2\n",
              "a.toml:18:30: unknown person “eve@example.org”; an address of a [[person]], or "
              "\"group:NAME\""},
        Wrong{"method = \"majorty\"\nseats = 2\n",
              "a.toml:17:10: “majorty” is not a method; did you mean “majority”?"}));
}  // namespace
}  // namespace assentd
