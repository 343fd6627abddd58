// SPDX-License-Identifier: Apache-2.0
// The keys of a policy: what they mean, and what a policy cannot mean (check-config names the line).
#include <gtest/gtest.h>

#include "config/config.h"

namespace assentd {
namespace {

// Line 1 to 15; a policy that a test adds begins in line 16, its keys in line 17.
constexpr std::string_view base = R"([daemon]
[inbox]
url = "maildir:in"
[outlet]
url = "maildir:out"
[mail]
address = "decisions@example.org"
[[person]]
name = "Ana"
addresses = ["ana@example.org", "ana@example.com"]
[[person]]
addresses = ["ben@example.org"]
[[person]]
addresses = ["chen@example.org"]
away = ["2026-12-24..2027-01-02", 2026-12-07]
)";

std::string errors_in(std::string_view added) {
    const auto result = load_config_text(std::string(base) + std::string(added), "a.toml");
    std::string text;
    if (const auto* errors = std::get_if<std::vector<ConfigError>>(&result))
        for (auto error : *errors) {
            error.file = "a.toml";
            text += (text.empty() ? "" : "\n") + to_string(error);
        }
    return text;
}
Config config_with(std::string_view added) {
    auto result = load_config_text(std::string(base) + std::string(added), "a.toml");
    EXPECT_EQ(errors_in(added), "");
    return std::holds_alternative<Config>(result) ? std::get<Config>(std::move(result)) : Config{};
}
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

struct Wrong {
    std::string_view keys;
    std::string_view error;
};
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
INSTANTIATE_TEST_SUITE_P(
    Contradictions, WrongPolicy,
    testing::Values(
        Wrong{"preset = \"ranked\"\nseats = 2\n",
              "a.toml:18:9: “seats” has no effect with the method “schulze”; only with stv, approval and score; "
              "remove it"},
        Wrong{"preset = \"debian-gr\"\nstrength = \"margin\"\n",
              "a.toml:18:12: “strength” has no effect with the method “debian-a6”; only with schulze; remove it"},
        Wrong{"preset = \"debian-gr\"\ndefault_option = \"\"\n",
              "a.toml:18:18: debian-a6 compares each option with a default one; default_option = \"Further "
              "discussion\""},
        Wrong{"preset = \"debian-gr\"\ndefault_option = \"Withdraw\"\n",
              "a.toml:18:18: “Withdraw” would be taken for a command, a vote or a letter; a few words, such as "
              "\"Further "
              "discussion\""},
        Wrong{"preset = \"debian-gr\"\ndefault_option = \"No\"\n",
              "a.toml:18:18: “No” would be taken for a command, a vote or a letter; a few words, such as \"Further "
              "discussion\""},
        Wrong{"preset = \"debian-gr\"\nin_favour = 4\n",
              "a.toml:18:13: 4 votes in favour can never be reached by 3 voters; at most 3"},
        Wrong{"preset = \"debian-gr\"\nin_favour = \"2*sqrt(n)\"\n",
              "a.toml:18:13: 4 votes in favour can never be reached by 3 voters; at most 3"},
        Wrong{"preset = \"stv\"\nweights = { \"ana@example.org\" = \"2\" }\n",
              "a.toml:18:11: “weights” has no effect with the method “stv”; only with majority, schulze, irv, "
              "approval and score; remove it"},
        Wrong{"preset = \"stv\"\ndefault_option = \"Nobody\"\n",
              "a.toml:18:18: the default option could take one of several seats; seats = 1, or no default_option"},
        Wrong{"preset = \"stv\"\nties = [\"pairwise\"]\n",
              "a.toml:18:9: “pairwise” is not a rule of stv; one of: backward, forward, order, lot, ask"},
        Wrong{"preset = \"runoff\"\nties = [\"lot\", \"backward\"]\n",
              "a.toml:18:8: what follows “lot” is never tried; put it last"},
        Wrong{"preset = \"approval\"\nsilence = \"agree\"\n",
              "a.toml:18:11: “silence” has no effect with the method “approval”; only where people agree or disagree "
              "with one text; remove it"},
        Wrong{"preset = \"approval\"\nthreshold = \"> 1/2\"\n",
              "a.toml:18:13: “threshold” has no effect with the method “approval”; only with majority and announce; "
              "remove it"},
        Wrong{"preset = \"consent\"\nscores = \"0-5\"\n",
              "a.toml:18:10: “scores” has no effect with the method “consent”; only with score; remove it"},
        Wrong{"preset = \"input\"\nquorum = 2\n",
              "a.toml:18:10: “quorum” has no effect with the method “input”; only where something is counted; remove "
              "it"},
        Wrong{"preset = \"consent\"\nextend_if_not_reached = \"2 days\"\n",
              "a.toml:18:25: “extend_if_not_reached” has no effect with the method “consent”; only where a quorum "
              "can be missed; remove it"},
        Wrong{"preset = \"rfc-fcp\"\nagree_all_but = 1\nvisibility = \"until-closed\"\n",
              "a.toml:19:14: the start of the final period would tell how the sealed positions stand; visibility = "
              "\"open\", or no final_period"},
        Wrong{"preset = \"majority\"\nfinal_period = \"3 days\"\nvisibility = \"until-voted\"\n",
              "a.toml:18:16: the start of the final period would tell how the sealed positions stand; visibility = "
              "\"open\", or no final_period"},
        Wrong{"preset = \"consent\"\nfinal_period = \"2 days\"\n",
              "a.toml:18:16: with silence for consent the final period would begin at the opening, before anybody is "
              "in favour; a quorum or min_agree besides; or no final_period, since silence is consent at the close "
              "anyhow"},
        Wrong{"preset = \"majority\"\nquorum = 0\nsilence = \"agree\"\nfinal_period = \"2 days\"\n",
              "a.toml:20:16: with silence for consent the final period would begin at the opening, before anybody is "
              "in favour; a quorum or min_agree besides; or no final_period, since silence is consent at the close "
              "anyhow"},
        Wrong{"preset = \"score\"\nscores = \"-5..-1\"\n",
              "a.toml:18:10: an option that nobody scores has the sum 0, and no other could do better; a scale that "
              "goes above 0, or aggregate = \"average\""},
        Wrong{"preset = \"score\"\nscores = \"-5..0\"\n",
              "a.toml:18:10: an option that nobody scores has the sum 0, and no other could do better; a scale that "
              "goes above 0, or aggregate = \"average\""},
        Wrong{"preset = \"majority\"\nproposers = []\n",
              "a.toml:18:13: nobody could propose; addresses of people or \"group:NAME\"; leave proposers out for "
              "everybody"},
        Wrong{"preset = \"majority\"\nmin_working_time = \"5000 working hours\"\n",
              "a.toml:18:20: there are no 5000 hours of working time before min_working_time_limit, 4 weeks; less "
              "working time, or a longer limit"},
        Wrong{
            "preset = \"majority\"\nmin_working_time = \"20 working hours\"\nmin_working_time_limit = \"1 working "
            "day\"\n",
            "a.toml:18:20: there are no 20 hours of working time before min_working_time_limit, 1 working day; less "
            "working time, or a longer limit"},
        Wrong{"preset = \"majority\"\nwords = { \"+1\" = \"disagree\" }\n",
              "a.toml:18:18: “+1” means agree, and cannot mean disagree; agree"},
        Wrong{"preset = \"majority\"\nwords = { \"-1\" = \"agree\" }\n",
              "a.toml:18:18: “-1” means disagree, and cannot mean agree; disagree or block"},
        Wrong{"preset = \"majority\"\nwords = { \"0\" = \"agree\" }\n",
              "a.toml:18:17: “0” means abstain, and cannot mean agree; abstain"},
        Wrong{"preset = \"majority\"\nwords = { aye = \"agree\", Aye = \"block\" }\n",
              "a.toml:18:32: “Aye” means agree, and cannot mean block; agree"},
        Wrong{"preset = \"advice\"\nvisibility = \"until-closed\"\n",
              "a.toml:18:14: the decider could not read the advice before deciding; visibility = \"open\" with the "
              "method advice"},
        Wrong{"preset = \"input\"\nvisibility = \"until-voted\"\n",
              "a.toml:18:14: nobody votes here, so nothing would be shown before the close; one of: open, "
              "until-closed"},
        Wrong{"preset = \"majority\"\nagree_all_but = 3\n",
              "a.toml:18:17: all but 3 of 3 voters is nobody; from 0 to 2"},
        Wrong{"preset = \"majority\"\nmin_agree = 4\n",
              "a.toml:18:13: 4 agreements can never be reached by 3 voters; at most 3"},
        Wrong{"preset = \"majority\"\nseconds = 3\n",
              "a.toml:18:11: a proposal can never be seconded by 3 other voters; at most 2"},
        Wrong{"preset = \"majority\"\nvoters = [\"ben@example.org\"]\nseconds = 2\n",
              "a.toml:19:11: a proposal can never be seconded by 2 other voters; at most 1"},
        Wrong{"preset = \"majority\"\nquorum = 4\n",
              "a.toml:18:10: a quorum of 4 can never be reached by 3 voters; at most 3"}));

}  // namespace
}  // namespace assentd
