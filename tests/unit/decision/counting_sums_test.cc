// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decision/counting/motion.h"
#include "decision/counting/points.h"
#include "tests/unit/decision/counting_profiles.h"

namespace assentd {
namespace {

TEST(Approval, AddsUpAndReportsATie) {
    const auto clear = sure(approval(3, {{5, {A, B}}, {3, {B}}, {2, {}}}));
    EXPECT_EQ(clear.totals, (std::vector<std::int64_t>{5, 8, 0}));
    EXPECT_EQ(clear.winners, (Options{B}));
    EXPECT_EQ(clear.ballots, 10);
    const auto tied = sure(approval(3, {{5, {A}}, {5, {C}}}));
    EXPECT_EQ(tied.winners, (Options{A, C}));
    EXPECT_EQ(tied.tie, (Options{A, C}));
}

TEST(Approval, SeveralSeatsTieOnlyForTheLast) {
    const auto result = sure(approval(3, {{3, {A}}, {2, {B}}, {2, {C}}}, 2));
    EXPECT_EQ(result.winners, (Options{A, B, C}));
    EXPECT_EQ(result.tie, (Options{B, C}));
    EXPECT_NE(refusal(approval(2, {}, 3)), "");
}

TEST(Approval, RefusesRepeatsAndStrangers) {
    EXPECT_NE(refusal(approval(2, {{1, {A, A}}})), "");
    EXPECT_NE(refusal(approval(2, {{1, {C}}})), "");
    EXPECT_NE(refusal(approval(2, {{0, {A}}})), "");
}

TEST(Score, SumAndAverageCanElectDifferentOptions) {
    const std::vector<ScoreBallot> ballots{{3, {{A, 3}}}, {1, {{A, 3}, {B, 5}}}};
    ScoreSettings settings;
    EXPECT_EQ(sure(score(2, ballots, settings)).winners, (Options{A}));
    settings.aggregate = Aggregate::average;
    const auto result = sure(score(2, ballots, settings));
    EXPECT_EQ(result.winners, (Options{B}));
    EXPECT_EQ(result.averages[A], Rational(3));
}

TEST(Score, AveragesAreExact) {
    ScoreSettings settings;
    settings.aggregate = Aggregate::average;
    const auto result = sure(score(3, {{2, {{A, 1}, {B, 1}}}, {1, {{A, 2}}}, {1, {{B, 2}}}}, settings));
    EXPECT_EQ(result.averages[A], Rational::of(4, 3).value());
    EXPECT_EQ(result.winners, (Options{A, B}));
    EXPECT_EQ(result.averages[C], std::nullopt);
}

TEST(Score, TheRangeIsEnforced) {
    ScoreSettings settings;
    settings.min = 0;
    settings.max = 5;
    EXPECT_NE(refusal(score(1, {{1, {{A, 6}}}}, settings)), "");
    EXPECT_NE(refusal(score(1, {{1, {{A, -1}}}}, settings)), "");
    settings.min = 6;
    EXPECT_NE(refusal(score(1, {}, settings)), "");
}

Rational fraction(std::int64_t a, std::int64_t b) {
    return Rational::of(a, b).value();
}

Votes votes(std::int64_t yes, std::int64_t no, std::int64_t abstain = 0) {
    Votes v;
    v.yes = yes;
    v.no = no;
    v.abstain = abstain;
    return v;
}

MotionOutcome outcome(const Votes& v, const MotionShare& t, const MotionRule& rule = {}) {
    return sure(motion(v, t, rule)).outcome;
}

TEST(Motion, TheBaseDecidesWhatAnAbstentionIsWorth) {
    auto v = votes(30, 15, 15);
    v.eligible = 100;
    const Rational two_thirds = fraction(2, 3);
    EXPECT_EQ(outcome(v, {Base::cast, two_thirds, false}), MotionOutcome::passed);
    EXPECT_EQ(outcome(v, {Base::cast, two_thirds, true}), MotionOutcome::failed);
    EXPECT_EQ(outcome(v, {Base::present, two_thirds, false}), MotionOutcome::failed);
    EXPECT_EQ(outcome(v, {Base::eligible, two_thirds, false}), MotionOutcome::failed);
    EXPECT_EQ(outcome(v, {}), MotionOutcome::passed);
    EXPECT_EQ(sure(motion(v, {Base::present, two_thirds, false})).chambers.front().needs, 40);
}

TEST(Motion, HalfOfThosePresentIsNoMajority) {
    EXPECT_EQ(outcome(votes(9, 5, 4), {}), MotionOutcome::passed);
    EXPECT_EQ(outcome(votes(9, 5, 4), {Base::present, fraction(1, 2), true}), MotionOutcome::failed);
}

TEST(Motion, ThoseWhoOnlySatThereCountAsPresent) {
    auto v = votes(6, 4);
    v.present = 12;
    EXPECT_EQ(outcome(v, {Base::present, fraction(1, 2), true}), MotionOutcome::failed);
    v.present = 9;
    EXPECT_NE(refusal(motion(v, {})), "");
}

TEST(Motion, ATieIsReportedAsOne) {
    EXPECT_EQ(outcome(votes(2, 2), {}), MotionOutcome::tied);
    EXPECT_EQ(outcome(votes(0, 0), {}), MotionOutcome::tied);
}

TEST(Motion, PassesAThirdThoughMoreAreAgainst) {
    EXPECT_EQ(outcome(votes(5, 6), {Base::cast, fraction(1, 3), true}), MotionOutcome::passed);
    EXPECT_EQ(outcome(votes(3, 7), {Base::cast, fraction(1, 3), true}), MotionOutcome::failed);
}

TEST(Motion, NothingPassesWithoutAYes) {
    EXPECT_EQ(outcome(votes(0, 0, 5), {Base::cast, fraction(2, 3), false}), MotionOutcome::failed);
}

TEST(Motion, ThreeToOneInBothWordings) {
    const auto at_least = ratio_to_one(3, false).value();
    const auto more_than = ratio_to_one(3, true).value();
    EXPECT_EQ(outcome(votes(3, 1), at_least), MotionOutcome::passed);
    EXPECT_EQ(outcome(votes(3, 1), more_than), MotionOutcome::failed);
    EXPECT_EQ(outcome(votes(6, 2), more_than), MotionOutcome::failed);
    EXPECT_EQ(outcome(votes(4, 1), more_than), MotionOutcome::passed);
    EXPECT_TRUE(ratio_to_one(1, false)->strict);
    EXPECT_FALSE(ratio_to_one(fraction(1, 2), false));
}

TEST(MotionQuorum, AFailedParticipationIsNoDecision) {
    MotionRule rule;
    rule.participation = Requirement::share_of_roll(fraction(1, 3), 20, false);
    EXPECT_EQ(outcome(votes(6, 0), {}, rule), MotionOutcome::no_quorum);
    EXPECT_EQ(outcome(votes(6, 0, 1), {}, rule), MotionOutcome::passed);
}

TEST(MotionQuorum, TheYesSideHasItsOwn) {
    MotionRule rule;
    rule.yes_side = Requirement::at_least(3);
    EXPECT_EQ(outcome(votes(2, 0, 9), {}, rule), MotionOutcome::failed);
    EXPECT_EQ(outcome(votes(3, 0), {}, rule), MotionOutcome::passed);
}

TEST(MotionChambers, EachHasItsOwnThreshold) {
    const MotionShare issuers{Base::cast, fraction(2, 3), false};
    const MotionShare consumers{Base::cast, fraction(1, 2), true};
    MotionRule rule;
    rule.participation = Requirement::share_of_roll(fraction(1, 2), 19, true);
    const auto ballot = [&](const Votes& a, const Votes& b) {
        return sure(motion({{"issuers", a, issuers, 1}, {"consumers", b, consumers, 1}}, rule)).outcome;
    };
    EXPECT_EQ(ballot(votes(13, 1, 2), votes(2, 2)), MotionOutcome::failed);
    EXPECT_EQ(ballot(votes(20, 0, 2), votes(3, 0)), MotionOutcome::passed);
    EXPECT_EQ(ballot(votes(13, 0, 1), votes(0, 0)), MotionOutcome::failed);
    EXPECT_EQ(ballot(votes(5, 0), votes(3, 0, 1)), MotionOutcome::no_quorum);
}

TEST(MotionRules, ASmallestLeadIsData) {
    MotionRule rule;
    rule.min_lead = 3;
    EXPECT_EQ(outcome(votes(4, 2), {}, rule), MotionOutcome::failed);
    EXPECT_EQ(outcome(votes(5, 2), {}, rule), MotionOutcome::passed);
}

MotionOutcome apache(std::int64_t plus, std::int64_t minus, ApacheRule rule, bool lazy = false) {
    auto v = votes(plus, minus);
    v.vetoes = minus;
    return sure(apache_vote(v, rule, lazy)).outcome;
}

TEST(ApacheVote, ACodeChangeNeedsThreeAndNoVeto) {
    EXPECT_EQ(apache(3, 0, ApacheRule::code), MotionOutcome::passed);
    EXPECT_EQ(apache(2, 0, ApacheRule::code), MotionOutcome::failed);
    for (const std::int64_t minus : {1, 2, 3}) EXPECT_EQ(apache(4, minus, ApacheRule::code), MotionOutcome::vetoed);
}

TEST(ApacheVote, AVetoWithoutAReasonIsVoid) {
    auto v = votes(3, 1);
    EXPECT_EQ(sure(apache_vote(v, ApacheRule::code)).outcome, MotionOutcome::passed);
    v.vetoes = 2;
    EXPECT_NE(refusal(apache_vote(v, ApacheRule::code)), "");
}

TEST(ApacheVote, LazyConsensusWaivesTheThreeAndKeepsTheVeto) {
    EXPECT_EQ(apache(0, 0, ApacheRule::code, true), MotionOutcome::passed);
    EXPECT_EQ(apache(5, 1, ApacheRule::code, true), MotionOutcome::vetoed);
    EXPECT_NE(refusal(apache_vote(votes(3, 0), ApacheRule::release, true)), "");
}

TEST(ApacheVote, AReleaseCannotBeVetoed) {
    EXPECT_EQ(apache(3, 1, ApacheRule::release), MotionOutcome::passed);
    EXPECT_EQ(apache(3, 2, ApacheRule::release), MotionOutcome::passed);
    EXPECT_EQ(apache(3, 3, ApacheRule::release), MotionOutcome::tied);
    EXPECT_EQ(apache(3, 4, ApacheRule::release), MotionOutcome::failed);
    EXPECT_EQ(apache(2, 0, ApacheRule::release), MotionOutcome::failed);
}

TEST(ApacheVote, AProcedureHasNoMinimum) {
    EXPECT_EQ(apache(1, 0, ApacheRule::procedure), MotionOutcome::passed);
    EXPECT_EQ(apache(1, 1, ApacheRule::procedure), MotionOutcome::tied);
}

TEST(MotionCounts, ContradictionsAreRefused) {
    EXPECT_NE(refusal(motion(votes(-1, 0), {})), "");
    EXPECT_NE(refusal(motion(votes(1, 0), {Base::eligible, fraction(1, 2), true})), "");
    EXPECT_NE(refusal(motion(votes(1, 0), {Base::cast, Rational(2), true})), "");
    auto v = votes(5, 5, 1);
    v.eligible = 10;
    EXPECT_NE(refusal(motion(v, {})), "");
    EXPECT_NE(refusal(motion(std::vector<Chamber>{}, {})), "");
}

TEST(CountingNames, OfMotionsLeadBothWays) {
    for (const auto base : {Base::cast, Base::present, Base::eligible}) EXPECT_EQ(base_from_name(name(base)), base);
    for (const auto o : {MotionOutcome::passed, MotionOutcome::failed, MotionOutcome::tied, MotionOutcome::no_quorum,
                         MotionOutcome::vetoed})
        EXPECT_EQ(motion_outcome_from_name(name(o)), o);
    for (const auto r : {ApacheRule::code, ApacheRule::release, ApacheRule::procedure})
        EXPECT_EQ(apache_rule_from_name(name(r)), r);
    for (const auto a : {Aggregate::sum, Aggregate::average}) EXPECT_EQ(aggregate_from_name(name(a)), a);
}

}  // namespace
}  // namespace assentd
