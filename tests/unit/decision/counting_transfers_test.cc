// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decision/counting/irv.h"
#include "decision/counting/stv_scottish.h"
#include "tests/unit/decision/counting_profiles.h"

namespace assentd {
namespace {

IrvSettings by(std::vector<TieRule> rules) {
    IrvSettings settings;
    settings.ties.rules = std::move(rules);
    return settings;
}

IrvResult runoff(const Profile& profile, const IrvSettings& settings = {}) {
    return sure(irv(profile, settings));
}

// Rounds A5 B3 C0 D2 E4, then B3 D2, then A5 B3 E6, then A7 E7.
Profile two_memories() {
    return papers(5, {"2 B>A>C>D>E", "2 D>C>E>B>A", "4 E>C>B>A>D", "5 A>C>D>E>B", "1 B>E>A>D>C"});
}

TEST(Irv, LookingBackAndLookingForwardCanElectDifferentOptions) {
    const auto backward = runoff(two_memories(), by({TieRule::backward}));
    EXPECT_EQ(backward.winner, E);
    EXPECT_EQ(backward.eliminated, (Options{C, D, B, A}));
    const auto forward = runoff(two_memories(), by({TieRule::forward}));
    EXPECT_EQ(forward.winner, A);
    EXPECT_EQ(forward.eliminated, (Options{C, D, B, E}));
    EXPECT_EQ(forward.rounds.back().decided_by, std::nullopt);
    EXPECT_EQ(forward.rounds[3].decided_by, TieRule::forward);
}

TEST(Irv, AnUndecidedTieIsTheResult) {
    const auto result = runoff(two_memories());
    EXPECT_EQ(result.winner, std::nullopt);
    EXPECT_EQ(result.tie, (Options{A, E}));
    EXPECT_EQ(sure(irv_reachable(two_memories(), {})).winners, (Options{A, E}));
}

TEST(Irv, AnOptionWithoutFirstPreferencesGoesFirst) {
    const auto result = runoff(papers(3, {"1 B>A>C", "1 C>A>B"}), by({TieRule::backward}));
    EXPECT_EQ(result.eliminated, (Options{A}));
    EXPECT_EQ(result.tie, (Options{B, C}));
}

TEST(Irv, TheMajorityIsOfBallotsThatStillCount) {
    const auto profile = papers(3, {"4 A", "3 B>C", "2 C"});
    const auto result = runoff(profile);
    EXPECT_EQ(result.winner, A);
    EXPECT_EQ(result.rounds.size(), 2U);
    EXPECT_EQ(result.rounds.back().exhausted, Rational(2));
    IrvSettings all_valid;
    all_valid.base = MajorityBase::valid;
    EXPECT_EQ(runoff(profile, all_valid).winner, A);
    EXPECT_EQ(runoff(profile, all_valid).rounds.size(), 3U);
}

TEST(Irv, HalfIsNoMajority) {
    EXPECT_EQ(runoff(papers(2, {"2 A", "2 B"})).tie, (Options{A, B}));
}

TEST(Irv, ATieAmongTheDoomedChangesNothingAndIsNotAsked) {
    const auto result = runoff(papers(4, {"9 A", "8 B", "1 C>B", "1 D>B"}));
    EXPECT_EQ(result.winner, B);
    EXPECT_TRUE(result.tie.empty());
}

TEST(Irv, TheAnnouncedOrderSendsTheLastListedOut) {
    auto settings = by({TieRule::order});
    settings.ties.order = {B, A};
    EXPECT_EQ(runoff(papers(2, {"2 A", "2 B"}), settings).winner, B);
    settings.ties.order = {A};
    EXPECT_NE(refusal(irv(papers(2, {"2 A", "2 B"}), settings)), "");
}

TEST(Irv, ALotIsTheSameForTheSameSeedAndOpenWithoutOne) {
    const auto profile = papers(2, {"2 A", "2 B"});
    auto settings = by({TieRule::lot});
    EXPECT_EQ(runoff(profile, settings).tie, (Options{A, B}));
    std::vector<int> wins(2, 0);
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        settings.ties.seed = seed;
        const auto first = runoff(profile, settings).winner;
        ASSERT_TRUE(first);
        EXPECT_EQ(runoff(profile, settings).winner, first);
        ++wins[*first];
    }
    EXPECT_GT(wins[A], 60);
    EXPECT_GT(wins[B], 60);
}

TEST(Irv, PairwiseSendsOutWhoLosesToTheOthersTied) {
    const auto profile = papers(3, {"2 A>B>C", "2 B>A>C", "3 C>A>B"});
    EXPECT_EQ(runoff(profile).tie, (Options{A, B}));
    EXPECT_EQ(runoff(profile, by({TieRule::pairwise})).eliminated, (Options{B}));
}

TEST(Irv, AllOutNeverRemovesEverybody) {
    EXPECT_EQ(runoff(papers(3, {"3 A", "2 B>C", "2 C>B"}), by({TieRule::all_out})).winner, A);
    EXPECT_EQ(runoff(papers(2, {"2 A", "2 B"}), by({TieRule::all_out})).tie, (Options{A, B}));
}

TEST(Irv, NoBallotsAreATieOfAll) {
    EXPECT_EQ(runoff(papers(2, {})).tie, (Options{A, B}));
    EXPECT_EQ(runoff(papers(1, {})).winner, A);
}

TEST(OddBallots, EqualRanksNeedARule) {
    const auto profile = papers(3, {"2 A=B>C", "1 C"});
    EXPECT_NE(refusal(irv(profile, {})).find("equal_ranks"), std::string::npos);
    const auto with = [&](EqualRanks rule) {
        IrvSettings settings;
        settings.preferences.equal_ranks = rule;
        return runoff(profile, settings);
    };
    EXPECT_EQ(with(EqualRanks::reject).rejected, 2);
    EXPECT_EQ(with(EqualRanks::reject).winner, C);
    EXPECT_EQ(with(EqualRanks::skip).winner, C);
    EXPECT_EQ(with(EqualRanks::skip).rounds.front().votes[C], Rational(3));
    EXPECT_EQ(with(EqualRanks::exhaust).blank, 2);
    EXPECT_EQ(with(EqualRanks::split).rounds.front().votes[A], Rational(1));
}

TEST(OddBallots, ASplitIsExactAndEndsWhenOneIsLeft) {
    IrvSettings settings;
    settings.preferences.equal_ranks = EqualRanks::split;
    const auto result = runoff(papers(5, {"1 A=B=C", "1 A", "1 B", "4 D", "3 E>B"}), settings);
    EXPECT_EQ(result.rounds.front().votes[A], Rational::of(4, 3).value());
    EXPECT_EQ(result.rounds.front().votes[C], Rational::of(1, 3).value());
    EXPECT_EQ(result.rounds[1].votes[A], Rational::of(3, 2).value());
}

TEST(OddBallots, SkippedNumbersMoveUpOrExhaust) {
    const auto profile = papers(3, {"1 A>>B", "2 C"});
    IrvSettings settings;
    settings.to_the_last_two = true;
    settings.preferences.exhaust_after_gaps = 1;
    const auto counted = sure(preferences(profile, settings.preferences));
    EXPECT_EQ(counted.ballots.front().places, (std::vector<Options>{{A}}));
    EXPECT_EQ(sure(preferences(profile, {})).ballots.front().places, (std::vector<Options>{{A}, {B}}));
}

TEST(OddBallots, DuplicatesCountOnceOrEndTheBallot) {
    const auto profile = papers(3, {"1 A>A>B"});
    EXPECT_NE(refusal(preferences(profile, {})), "");
    PreferenceSettings settings;
    settings.duplicates = Duplicates::first;
    EXPECT_EQ(sure(preferences(profile, settings)).ballots.front().places, (std::vector<Options>{{A}, {B}}));
    settings.duplicates = Duplicates::exhaust;
    EXPECT_EQ(sure(preferences(profile, settings)).ballots.front().places, (std::vector<Options>{{A}}));
}

StvSettings seats(std::size_t number) {
    StvSettings settings;
    settings.seats = number;
    return settings;
}

TEST(StvScottish, TheQuotaIsDroops) {
    const auto result = sure(stv_scottish(papers(3, {"5 A>B", "1 B", "3 C"}), seats(2)));
    EXPECT_EQ(result.quota, 4);
    EXPECT_EQ(result.first_count, (std::vector<std::int64_t>{5, 1, 3}));
    EXPECT_EQ(result.elected, (Options{A, C}));
}

// Quota 7 of 19 for two seats; A's surplus of 3 moves as 3/10 = 0.30000 a paper, C's thirds as 0.33333.
TEST(StvScottish, TransferValuesAreCutToFiveDecimals) {
    const auto result = sure(stv_scottish(papers(4, {"9 A>B", "5 C", "4 D", "2 B"}), seats(2)));
    EXPECT_EQ(result.quota, 7);
    EXPECT_EQ(result.stages[0].transferred, A);
    EXPECT_EQ(result.stages[1].votes[A], 7 * stv_vote);
    EXPECT_EQ(result.stages[1].votes[B], 2 * stv_vote + 9 * 22'222);  // 2/9 = 0.22222...
}

TEST(StvScottish, TheLastOnesInAreElectedWithoutAQuota) {
    EXPECT_EQ(sure(stv_scottish(papers(2, {"3 A"}), seats(2))).elected, (Options{A, B}));
}

TEST(StvScottish, LooksBackBeforeItAsks) {
    auto tied = sure(stv_scottish(papers(4, {"5 A", "3 B>A", "2 C>B", "1 D>C"}), seats(1)));
    ASSERT_GE(tied.stages.size(), 2U);
    EXPECT_EQ(tied.stages[1].tied, (Options{B, C}));
    EXPECT_EQ(tied.stages[1].decided_by, TieRule::backward);
    EXPECT_EQ(tied.stages[1].excluded, C);
}

TEST(StvScottish, ATieThatChangesWhoIsElectedIsTheResult) {
    const auto result = sure(stv_scottish(papers(2, {"1 A", "1 B"}), seats(1)));
    EXPECT_EQ(result.tie, (Options{A, B}));
    EXPECT_EQ(result.possible, (std::vector<Options>{{A}, {B}}));
    EXPECT_TRUE(result.elected.empty());
    auto drawn = seats(1);
    drawn.ties.rules = {TieRule::backward, TieRule::lot};
    drawn.ties.seed = 7;
    EXPECT_EQ(sure(stv_scottish(papers(2, {"1 A", "1 B"}), drawn)).elected.size(), 1U);
}

TEST(StvScottish, ATieThatChangesNothingIsFollowed) {
    const auto result = sure(stv_scottish(papers(6, {"10 A>C", "8 B", "6 C", "5 D", "3 E", "3 F"}), seats(4)));
    EXPECT_TRUE(result.tie.empty());
    Options elected = result.elected;
    std::sort(elected.begin(), elected.end());
    EXPECT_EQ(elected, (Options{A, B, C, D}));
}

TEST(StvScottish, RefusesWhatTheRulesDoNotKnow) {
    EXPECT_NE(refusal(stv_scottish(papers(2, {"1 A"}), seats(0))), "");
    EXPECT_NE(refusal(stv_scottish(papers(2, {"1 A"}), seats(3))), "");
    auto settings = seats(1);
    settings.preferences.equal_ranks = EqualRanks::split;
    EXPECT_NE(refusal(stv_scottish(papers(2, {"1 A=B"}), settings)), "");
    settings = seats(1);
    settings.ties.rules = {TieRule::all_out};
    EXPECT_NE(refusal(stv_scottish(papers(2, {"1 A"}), settings)), "");
}

TEST(CountingNames, OfTransferSettingsLeadBothWays) {
    for (const auto rule : {TieRule::backward, TieRule::forward, TieRule::order, TieRule::lot, TieRule::pairwise,
                            TieRule::all_out, TieRule::ask})
        EXPECT_EQ(tie_rule_from_name(name(rule)), rule);
    for (const auto rule :
         {EqualRanks::refused, EqualRanks::reject, EqualRanks::split, EqualRanks::skip, EqualRanks::exhaust})
        EXPECT_EQ(equal_ranks_from_name(name(rule)), rule);
    for (const auto rule : {Duplicates::refused, Duplicates::first, Duplicates::exhaust})
        EXPECT_EQ(duplicates_from_name(name(rule)), rule);
    for (const auto base : {MajorityBase::continuing, MajorityBase::valid})
        EXPECT_EQ(majority_base_from_name(name(base)), base);
}

}  // namespace
}  // namespace assentd
