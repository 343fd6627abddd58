// SPDX-License-Identifier: Apache-2.0
// What must hold for any ballots, tried on a few thousand drawn from fixed seeds.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "decision/counting/debian.h"
#include "decision/counting/irv.h"
#include "decision/counting/motion.h"
#include "decision/counting/schulze.h"
#include "decision/counting/stv_scottish.h"
#include "tests/unit/decision/counting_profiles.h"

namespace assentd {
namespace {

Profile renamed(Profile profile, const Options& to) {
    for (auto& ballot : profile.ballots)
        for (auto& place : ballot.places)
            for (auto& option : place) option = to[option];
    return profile;
}

Options renamed(Options options, const Options& to) {
    for (auto& option : options) option = to[option];
    std::sort(options.begin(), options.end());
    return options;
}

Profile shuffled(Profile profile, std::mt19937& chance) {
    for (std::size_t left = profile.ballots.size(); left > 1; --left)
        std::swap(profile.ballots[left - 1], profile.ballots[chance() % left]);
    return profile;
}

Pairwise among(const Pairwise& all, const Options& staying) {
    Pairwise part(staying.size());
    for (Option a = 0; a < staying.size(); ++a)
        for (Option b = 0; b < staying.size(); ++b) part(a, b) = all(staying[a], staying[b]);
    return part;
}

TEST(CountingProperty, SequentialDroppingAndBeatPathsAgreeOnWhoSurvives) {
    std::mt19937 chance(1);
    int ties = 0;
    for (int i = 0; i < 5000; ++i) {
        const std::size_t options = 3 + chance() % 5;
        const auto matrix = pairs_of(random_profile(chance, options, 1 + chance() % 12));
        DebianSettings settings;
        settings.default_option = options - 1;
        const auto result = sure(debian_a6(matrix, settings));
        Options staying;
        for (Option a = 0; a < options; ++a) {
            const auto& gone = result.dropped_majority;
            if (std::find(gone.begin(), gone.end(), a) == gone.end()) staying.push_back(a);
        }
        const auto paths = schulze(among(matrix, staying), Strength::winning_opposed);
        ASSERT_EQ(result.winners, renamed(paths.winners, staying)) << "profile " << i;
        ASSERT_EQ(result.default_wins, staying.size() == 1);
        ties += result.winners.size() > 1;
    }
    EXPECT_GT(ties, 100);
}

TEST(CountingProperty, WinnersStandInTheSmithSetAndTheSchwartzSetInside) {
    std::mt19937 chance(2);
    for (int i = 0; i < 1000; ++i) {
        const auto matrix = pairs_of(random_profile(chance, 6, 8));
        const auto smith = smith_set(matrix);
        const auto schwartz = schwartz_set(matrix);
        const auto winners = schulze(matrix, Strength::winning).winners;
        ASSERT_TRUE(std::includes(smith.begin(), smith.end(), schwartz.begin(), schwartz.end()));
        ASSERT_TRUE(std::includes(smith.begin(), smith.end(), winners.begin(), winners.end()));
        for (const Option a : smith)
            for (Option b = 0; b < 6; ++b)
                ASSERT_TRUE(matrix.defeats(a, b) || std::find(smith.begin(), smith.end(), b) != smith.end());
    }
}

TEST(CountingProperty, CompleteStrictBallotsMakeAllStrengthsAgree) {
    std::mt19937 chance(3);
    for (int i = 0; i < 1000; ++i) {
        const auto matrix = pairs_of(random_strict_profile(chance, 5, 7));
        const auto winning = schulze(matrix, Strength::winning).layers;
        ASSERT_EQ(schulze(matrix, Strength::winning_opposed).layers, winning);
        ASSERT_EQ(schulze(matrix, Strength::margin).layers, winning);
        ASSERT_EQ(schulze(matrix, Strength::ratio).layers, winning);
    }
}

TEST(CountingProperty, TheOrderOfBallotsChangesNothing) {
    std::mt19937 chance(4);
    for (int i = 0; i < 500; ++i) {
        const auto one = random_strict_profile(chance, 5, 9);
        const auto other = shuffled(one, chance);
        ASSERT_EQ(schulze(pairs_of(one), Strength::winning).layers,
                  schulze(pairs_of(other), Strength::winning).layers);
        const auto irv_one = sure(irv(one, {}));
        const auto irv_other = sure(irv(other, {}));
        ASSERT_EQ(irv_one.eliminated, irv_other.eliminated);
        ASSERT_EQ(irv_one.winner, irv_other.winner);
        StvSettings two;
        two.seats = 2;
        const auto stv_one = sure(stv_scottish(one, two));
        const auto stv_other = sure(stv_scottish(other, two));
        ASSERT_EQ(stv_one.elected, stv_other.elected);
        ASSERT_EQ(stv_one.stages.back().votes, stv_other.stages.back().votes);
    }
}

TEST(CountingProperty, RenamingOptionsRenamesTheResult) {
    std::mt19937 chance(5);
    const Options to{3, 0, 4, 1, 2};
    for (int i = 0; i < 500; ++i) {
        const auto weak = random_profile(chance, 5, 9);
        ASSERT_EQ(schulze(pairs_of(renamed(weak, to)), Strength::winning).winners,
                  renamed(schulze(pairs_of(weak), Strength::winning).winners, to));
        DebianSettings here;
        here.default_option = 2;
        DebianSettings there;
        there.default_option = to[2];
        ASSERT_EQ(sure(debian_a6(pairs_of(renamed(weak, to)), there)).winners,
                  renamed(sure(debian_a6(pairs_of(weak), here)).winners, to));
        const auto strict = random_strict_profile(chance, 5, 9);
        ASSERT_EQ(sure(irv_reachable(renamed(strict, to), {})).winners,
                  renamed(sure(irv_reachable(strict, {})).winners, to));
        StvSettings two;
        two.seats = 2;
        auto elected = sure(stv_scottish(strict, two)).elected;
        auto elected_there = sure(stv_scottish(renamed(strict, to), two)).elected;
        std::sort(elected_there.begin(), elected_there.end());
        ASSERT_EQ(elected_there, renamed(elected, to));
    }
}

TEST(CountingProperty, EveryTieRuleStaysAmongTheReachable) {
    std::mt19937 chance(6);
    for (int i = 0; i < 500; ++i) {
        const auto profile = random_strict_profile(chance, 5, 6);
        const auto reachable = sure(irv_reachable(profile, {}));
        ASSERT_TRUE(reachable.complete);
        for (const auto rule :
             {TieRule::backward, TieRule::forward, TieRule::order, TieRule::lot, TieRule::pairwise}) {
            IrvSettings settings;
            settings.ties = {{rule, TieRule::order}, {A, B, C, D, E}, 99};
            const auto winner = sure(irv(profile, settings)).winner;
            ASSERT_TRUE(winner);
            ASSERT_TRUE(std::find(reachable.winners.begin(), reachable.winners.end(), *winner) !=
                        reachable.winners.end());
        }
        const auto without = sure(irv(profile, {})).winner;
        ASSERT_TRUE(!without || reachable.winners == Options{*without});
    }
}

TEST(CountingProperty, RaisingAWinnerOfSchulzeKeepsItWinning) {
    std::mt19937 chance(7);
    for (int i = 0; i < 1000; ++i) {
        auto profile = random_strict_profile(chance, 5, 7);
        const Option winner = schulze(pairs_of(profile), Strength::winning).winners.front();
        auto& places = profile.ballots[chance() % profile.ballots.size()].places;
        const auto at = std::find(places.begin(), places.end(), Options{winner});
        if (at != places.begin()) std::iter_swap(at, at - 1);
        const auto winners = schulze(pairs_of(profile), Strength::winning).winners;
        ASSERT_TRUE(std::find(winners.begin(), winners.end(), winner) != winners.end()) << "profile " << i;
    }
}

Votes drawn_votes(std::mt19937& chance) {
    Votes votes;
    votes.yes = static_cast<std::int64_t>(chance() % 20);
    votes.no = static_cast<std::int64_t>(chance() % 20);
    votes.abstain = static_cast<std::int64_t>(chance() % 20);
    votes.eligible = 80;
    return votes;
}

TEST(CountingProperty, AnAbstentionNeverTurnsPassedIntoFailedOfVotesCast) {
    std::mt19937 chance(8);
    for (int i = 0; i < 3000; ++i) {
        auto votes = drawn_votes(chance);
        const MotionShare threshold{Base::cast, *Rational::of(1 + chance() % 4, 5), chance() % 2 == 0};
        MotionRule rule;
        rule.participation = Requirement::at_least(static_cast<std::int64_t>(chance() % 40));
        const auto before = sure(motion(votes, threshold, rule)).outcome;
        ++votes.abstain;
        const auto after = sure(motion(votes, threshold, rule)).outcome;
        ASSERT_TRUE(after == before || before == MotionOutcome::no_quorum);
    }
}

TEST(CountingProperty, AYesMoreNeverHarmsAMotion) {
    std::mt19937 chance(9);
    for (int i = 0; i < 3000; ++i) {
        auto votes = drawn_votes(chance);
        const Base base = std::array{Base::cast, Base::present, Base::eligible}[chance() % 3];
        const MotionShare threshold{base, *Rational::of(1 + chance() % 4, 5), chance() % 2 == 0};
        const auto before = sure(motion(votes, threshold)).outcome;
        ++votes.yes;
        if (before == MotionOutcome::passed) {
            ASSERT_EQ(sure(motion(votes, threshold)).outcome, before);
        }
    }
}

TEST(CountingProperty, StvLosesNoVote) {
    std::mt19937 chance(10);
    for (int i = 0; i < 500; ++i) {
        StvSettings settings;
        settings.seats = 3;
        const auto result = sure(stv_scottish(random_strict_profile(chance, 6, 30), settings));
        ASSERT_TRUE(result.elected.size() == 3 || !result.tie.empty());
        for (const auto& stage : result.stages) {
            std::int64_t sum = stage.not_transferable;
            for (const std::int64_t units : stage.votes) sum += units;
            const std::int64_t all = result.valid * stv_vote;
            ASSERT_LE(sum, all);
            ASSERT_GE(sum, all - result.valid * static_cast<std::int64_t>(result.stages.size()));  // cut off
        }
    }
}

}  // namespace
}  // namespace assentd
