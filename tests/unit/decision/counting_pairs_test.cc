// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decision/counting/schulze.h"
#include "tests/unit/decision/counting_profiles.h"

namespace assentd {
namespace {

// 45 voters and no Condorcet winner: the cycle that every text on beat paths uses.
Profile five_options() {
    return papers(5, {"5 A>C>B>E>D", "5 A>D>E>C>B", "8 B>E>D>A>C", "3 C>A>B>E>D", "7 C>A>E>B>D", "2 C>B>A>D>E",
                      "7 D>C>E>B>A", "8 E>B>A>D>C"});
}

TEST(Pairwise, CountsStrictPreferencesOnly) {
    const auto matrix = pairs_of(papers(3, {"3 A>B=C", "2 B>A"}));
    EXPECT_EQ(matrix(A, B), 3);
    EXPECT_EQ(matrix(B, A), 2);
    EXPECT_EQ(matrix(B, C), 2);
    EXPECT_EQ(matrix(C, B), 0);
}

TEST(Pairwise, UnrankedAsLastIsBelowAllRanked) {
    const auto matrix = pairs_of(papers(3, {"5 A", "4 B>A>C", "2 C"}));
    EXPECT_EQ(matrix(A, C), 9);
    EXPECT_EQ(matrix(C, A), 2);
    EXPECT_EQ(matrix(A, B), 5);
    EXPECT_EQ(matrix(B, C), 4);
}

TEST(Pairwise, UnrankedAsNoOpinionSkipsThePair) {
    const auto matrix = pairs_of(papers(3, {"5 A", "4 B>A>C", "2 C"}), Unranked::no_opinion);
    EXPECT_EQ(matrix(A, C), 4);
    EXPECT_EQ(matrix(C, A), 0);
    EXPECT_EQ(matrix(A, B), 0);
}

TEST(Pairwise, SkippedNumbersChangeNothing) {
    EXPECT_EQ(pairs_of(papers(2, {"1 A>>>B"}))(A, B), 1);
}

TEST(Pairwise, CountsBeyondThirtyTwoBitsExactly) {
    const auto matrix = pairs_of(papers(2, {"900000000001 A>B", "4294967297 B>A", "1 A>B"}));
    EXPECT_EQ(matrix(A, B), 900'000'000'002);
    EXPECT_EQ(matrix(B, A), 4'294'967'297);
}

TEST(Pairwise, ManySmallPilesCarryOverExactly) {
    Profile profile{2, {}};
    for (int i = 0; i < 100; ++i) profile.ballots.push_back(paper("4095 A>B"));
    for (int i = 0; i < 70'000; ++i) profile.ballots.push_back(paper("1 B>A"));
    profile.ballots.push_back(paper("4096 A>B"));
    const auto matrix = pairs_of(profile);
    EXPECT_EQ(matrix(A, B), 413'596);
    EXPECT_EQ(matrix(B, A), 70'000);
}

TEST(Pairwise, RefusesWhatItCannotCount) {
    EXPECT_NE(refusal(pairwise(papers(2, {"1 A>A"}), Unranked::last)), "");
    EXPECT_NE(refusal(pairwise(papers(2, {"1 C"}), Unranked::last)), "");
    EXPECT_NE(refusal(pairwise(papers(2, {"0 A"}), Unranked::last)), "");
    EXPECT_NE(refusal(pairwise(papers(2, {"-1 A"}), Unranked::last)), "");
    EXPECT_NE(refusal(pairwise(papers(2, {"1000000000000 A", "1 B"}), Unranked::last)), "");
    EXPECT_NE(refusal(pairwise(papers(0, {}), Unranked::last)), "");
    EXPECT_NE(refusal(pairwise(Profile{max_options + 1, {}}, Unranked::last)), "");
    EXPECT_NE(refusal(pairwise(papers(2, {"1 A"}), Unranked::exhausted)), "");
}

TEST(Condorcet, WinnerAndLoserAreNamedOnlyWhenThereAre) {
    const auto clear = pairs_of(papers(3, {"2 A>B>C", "1 B>A>C"}));
    EXPECT_EQ(condorcet_winner(clear), A);
    EXPECT_EQ(condorcet_loser(clear), C);
    EXPECT_EQ(condorcet_winner(pairs_of(five_options())), std::nullopt);
    EXPECT_EQ(condorcet_winner(pairs_of(papers(2, {"1 A>B", "1 B>A"}))), std::nullopt);
}

TEST(SmithSet, TiesPullInWhereTheSchwartzSetLeavesOut) {
    const auto matrix = pairs_of(papers(3, {"2 A>B>C", "1 B>C>A", "1 C>B>A"}));  // A ties B and C, B defeats C
    EXPECT_EQ(smith_set(matrix), (Options{A, B, C}));
    EXPECT_EQ(schwartz_set(matrix), (Options{A, B}));
}

TEST(SmithSet, IsTheWholeCycle) {
    EXPECT_EQ(smith_set(pairs_of(papers(4, {"1 A>B>C>D", "1 B>C>A>D", "1 C>A>B>D"}))), (Options{A, B, C}));
}

TEST(Schulze, FollowsTheStrongestPaths) {
    for (const auto strength : {Strength::winning, Strength::winning_opposed, Strength::margin, Strength::ratio}) {
        const auto result = schulze(pairs_of(five_options()), strength);
        EXPECT_EQ(result.layers, (std::vector<Options>{{E}, {A}, {C}, {B}, {D}})) << name(strength);
        EXPECT_TRUE(result.weak_order);
        EXPECT_EQ(result.by_beating, result.layers);
        EXPECT_EQ(result.by_beaten, result.layers);
    }
}

TEST(Schulze, ReportsTiedWinnersAsASet) {
    const auto result = schulze(pairs_of(papers(3, {"4 A>B>C", "4 B>C>A", "4 C>A>B"})), Strength::winning);
    EXPECT_EQ(result.winners, (Options{A, B, C}));
}

// C>B 4:2, B>A 4:3, A>C 5:2.
TEST(Schulze, OppositionIsTheSecondKeyOnlyWhenAsked) {
    const auto matrix = pairs_of(papers(3, {"1 B=C", "1 C>B", "2 B>A", "3 A>C"}), Unranked::last);
    EXPECT_EQ(schulze(matrix, Strength::winning).winners, (Options{A, B}));
    EXPECT_EQ(schulze(matrix, Strength::winning_opposed).winners, (Options{A}));
    EXPECT_EQ(schulze(matrix, Strength::margin).winners, (Options{A}));
}

TEST(Schulze, StrengthsDisagreeWhenBallotsLeavePairsUndecided) {
    Pairwise matrix(3);  // A>B 60:50, B>C 30:1, C>A 40:35
    matrix(A, B) = 60;
    matrix(B, A) = 50;
    matrix(B, C) = 30;
    matrix(C, B) = 1;
    matrix(C, A) = 40;
    matrix(A, C) = 35;
    EXPECT_EQ(schulze(matrix, Strength::winning).winners, (Options{C}));
    EXPECT_EQ(schulze(matrix, Strength::margin).winners, (Options{A}));
    EXPECT_EQ(schulze(matrix, Strength::ratio).winners, (Options{A}));
}

TEST(Schulze, AnUnopposedDefeatHasTheStrongestRatio) {
    Pairwise matrix(3);  // A>B 2:0, B>C 50:2, C>A 30:2
    matrix(A, B) = 2;
    matrix(B, C) = 50;
    matrix(C, B) = 2;
    matrix(C, A) = 30;
    matrix(A, C) = 2;
    EXPECT_EQ(schulze(matrix, Strength::ratio).winners, (Options{A}));
    EXPECT_EQ(schulze(matrix, Strength::winning).winners, (Options{B}));
}

TEST(Schulze, TheTopSetTakesWholePlaces) {
    const auto result = schulze(pairs_of(papers(4, {"2 A>B=C>D"})), Strength::winning);
    EXPECT_EQ(top_set(result, 1), (Options{A}));
    EXPECT_EQ(top_set(result, 2), (Options{A, B, C}));
    EXPECT_EQ(top_set(result, 4), (Options{A, B, C, D}));
}

TEST(CountingNames, LeadBothWays) {
    for (const auto value : {Strength::winning, Strength::winning_opposed, Strength::margin, Strength::ratio})
        EXPECT_EQ(strength_from_name(name(value)), value);
    for (const auto value : {Unranked::last, Unranked::no_opinion, Unranked::exhausted})
        EXPECT_EQ(unranked_from_name(name(value)), value);
}

}  // namespace
}  // namespace assentd
