// SPDX-License-Identifier: Apache-2.0
// Ranked ballots for the methods in which a ballot counts for one option at a time (instant runoff, STV): the
// settings that decide what an odd ballot is worth, applied once, before counting.
#pragma once

#include "decision/counting/ballots.h"

namespace assentd {

// Two or more options in one place. `refused`: such ballots make the count Malformed, because the rule did not say
// what they mean. `reject`: the ballot is invalid. `split`: it counts 1/k for each of the k that are still in.
// `skip`: the place is passed over. `exhaust`: the ballot ends there.
enum class EqualRanks { refused, reject, split, skip, exhaust };
std::string_view name(EqualRanks);
std::optional<EqualRanks> equal_ranks_from_name(std::string_view);

// An option that one ballot lists twice: `first`: the first time counts; `exhaust`: the ballot ends at the second.
enum class Duplicates { refused, first, exhaust };
std::string_view name(Duplicates);
std::optional<Duplicates> duplicates_from_name(std::string_view);

struct PreferenceSettings {
    EqualRanks equal_ranks = EqualRanks::refused;
    Duplicates duplicates = Duplicates::refused;
    std::optional<std::size_t> exhaust_after_gaps;  // skipped numbers in a row that end a ballot; nullopt: move up
};

struct Preferences {
    std::vector<RankedBallot> ballots;  // valid ones, each ranking at least one option, without gaps or repeats
    std::int64_t valid = 0;
    std::int64_t rejected = 0;  // invalid by EqualRanks::reject
    std::int64_t blank = 0;     // nothing left to count
};

Counted<Preferences> preferences(const Profile&, const PreferenceSettings&);

}  // namespace assentd
