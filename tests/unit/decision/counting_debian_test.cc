// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decision/counting/debian.h"
#include "tests/unit/decision/counting_profiles.h"

namespace assentd {
namespace {

using Defeats = std::vector<DebianResult::Defeat>;

// The last letter is the default option.
DebianSettings against(Option fallback) {
    DebianSettings settings;
    settings.default_option = fallback;
    return settings;
}

DebianResult count(const Profile& profile, const DebianSettings& settings) {
    return sure(debian_a6(pairs_of(profile), settings));
}

TEST(DebianMajority, ThreeTimesExactlyFailsUnderTheOldWordingAndPassesUnderTheNew) {
    const auto profile = papers(2, {"6 A>B", "2 B>A"});
    auto settings = against(B);
    settings.ratios = {3, 1};
    settings.rule = MajorityRule::v1_1;
    EXPECT_EQ(count(profile, settings).winners, (Options{B}));
    EXPECT_EQ(count(profile, settings).dropped_majority, (Options{A}));
    settings.rule = MajorityRule::v1_6;
    EXPECT_EQ(count(profile, settings).winners, (Options{A}));
}

TEST(DebianMajority, AnEvenSplitLosesToTheDefaultUnderBothWordings) {
    const auto profile = papers(2, {"5 A>B", "5 B>A"});
    for (const auto rule : {MajorityRule::v1_1, MajorityRule::v1_6}) {
        auto settings = against(B);
        settings.rule = rule;
        const auto result = count(profile, settings);
        EXPECT_EQ(result.winners, (Options{B}));
        EXPECT_TRUE(result.default_wins);
    }
}

TEST(DebianMajority, EqualToTheDefaultIsAnAbstention) {
    auto settings = against(B);
    settings.ratios = {3, 1};
    settings.quorum = Requirement::at_least(3);
    EXPECT_EQ(count(papers(2, {"3 A>B", "1 B>A", "20 A=B"}), settings).winners, (Options{A}));
}

TEST(DebianMajority, CanRemoveTheCondorcetWinner) {
    auto settings = against(C);
    settings.ratios = {3, 1, 1};
    const auto result = count(papers(3, {"4 A>B>C", "3 B>A>C", "3 C>A>B", "1 A>C>B"}), settings);
    EXPECT_EQ(result.dropped_majority, (Options{A}));
    EXPECT_EQ(result.winners, (Options{B}));
}

TEST(DebianQuorum, AtLeastRIsEnough) {
    auto settings = against(B);
    settings.quorum = Requirement::times_root(Rational::of(3, 2).value(), 900);
    EXPECT_EQ(count(papers(2, {"45 A>B", "10 B>A"}), settings).winners, (Options{A}));
    const auto short_by_one = count(papers(2, {"44 A>B", "10 B>A"}), settings);
    EXPECT_EQ(short_by_one.dropped_quorum, (Options{A}));
    EXPECT_EQ(short_by_one.winners, (Options{B}));
}

TEST(DebianQuorum, IsNotRounded) {
    auto settings = against(C);
    settings.quorum = Requirement::times_root(Rational::of(3, 2).value(), 1000);
    const auto result = count(papers(3, {"47 A>C>B", "48 B>C>A"}), settings);
    EXPECT_EQ(result.dropped_quorum, (Options{A}));
    EXPECT_EQ(result.winners, (Options{B}));
}

TEST(DebianQuorum, CountsTheYesSideAndNotTheTurnout) {
    auto settings = against(C);
    settings.quorum = Requirement::at_least(45);
    const auto result = count(papers(3, {"30 A>B>C", "30 C>B>A", "10 B>A>C"}), settings);
    EXPECT_EQ(result.dropped_quorum, (Options{A, B}));
    EXPECT_TRUE(result.default_wins);
}

TEST(DebianQuorum, BlankBallotsExpressNothing) {
    auto settings = against(B);
    settings.quorum = Requirement::at_least(3);
    EXPECT_EQ(count(papers(2, {"3 A>B", "2 B>A", "50"}), settings).winners, (Options{A}));
}

TEST(DebianDropping, TheWeakestDefeatOfACycleGoes) {
    const auto result = count(papers(4, {"8 A>B>C>D", "7 B>C>A>D", "6 C>A>B>D"}), against(D));
    EXPECT_EQ(result.schwartz_first, (Options{A, B, C}));
    EXPECT_EQ(result.dropped_defeats, (std::vector<Defeats>{{{C, A}}}));
    EXPECT_EQ(result.winners, (Options{A}));
}

TEST(DebianDropping, EqualDefeatsGoTogetherAndLeaveATieToTheCastingVote) {
    const auto result = count(papers(4, {"4 A>B>C>D", "4 B>C>A>D", "4 C>A>B>D"}), against(D));
    EXPECT_EQ(result.dropped_defeats, (std::vector<Defeats>{{{A, B}, {B, C}, {C, A}}}));
    EXPECT_EQ(result.winners, (Options{A, B, C}));
}

TEST(DebianDropping, OfEqualVotesTheMoreOpposedDefeatIsWeaker) {
    const auto result = count(papers(4, {"1 B=C", "1 C>B", "2 B>A", "3 A>C"}), against(D));
    EXPECT_EQ(result.dropped_defeats, (std::vector<Defeats>{{{B, A}}}));
    EXPECT_EQ(result.winners, (Options{A}));
}

TEST(DebianDropping, ATieWithoutADefeatIsReported) {
    EXPECT_EQ(count(papers(3, {"5 A>B>C", "5 B>A>C"}), against(C)).winners, (Options{A, B}));
}

TEST(DebianSettingsCheck, NamesWhatIsWrong) {
    const auto matrix = pairs_of(papers(2, {"1 A>B"}));
    EXPECT_NE(refusal(debian_a6(matrix, against(2))), "");
    auto settings = against(B);
    settings.ratios = {Rational::of(1, 2).value(), 1};
    EXPECT_NE(refusal(debian_a6(matrix, settings)), "");
    settings.ratios = {1};
    EXPECT_NE(refusal(debian_a6(matrix, settings)), "");
}

}  // namespace
}  // namespace assentd
