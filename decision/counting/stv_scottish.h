// SPDX-License-Identifier: Apache-2.0
// Single transferable vote by the Scottish local election rules (weighted inclusive Gregory method): surpluses move
// at reduced value, each paper's value cut to five decimals. Values are integers in hundred-thousandths of a vote.
#pragma once

#include "decision/counting/preferences.h"
#include "decision/counting/ties.h"

namespace assentd {

constexpr std::int64_t stv_vote = 100'000;  // one vote
constexpr std::int64_t stv_max_ballots = 10'000'000'000;

struct StvSettings {
    std::size_t seats = 1;
    PreferenceSettings preferences;                 // `split` is refused: papers are not divided
    TieSettings ties{{TieRule::backward}, {}, {}};  // backward, forward, order, lot, ask
};

struct StvResult {
    struct Stage {
        std::vector<std::int64_t> votes;  // at its beginning, one per option
        std::int64_t not_transferable = 0;
        Options elected;                    // at or above the quota at this stage, most votes first
        std::optional<Option> transferred;  // whose surplus moved
        std::optional<Option> excluded;     // or who went out
        Options tied;                       // for that, when several were
        std::optional<TieRule> decided_by;
    };
    std::int64_t quota = 0;  // in whole votes: valid / (seats + 1), cut, plus 1
    std::int64_t valid = 0;
    std::int64_t rejected = 0;
    std::int64_t blank = 0;
    std::vector<std::int64_t> first_count;  // in whole votes
    std::vector<Stage> stages;
    Options elected;  // in the order of election; all seats unless `tie` is not empty
    Options tie;      // left open by the rules, and who is elected depends on it
    std::vector<Options>
        possible;  // then every set that can be elected, ascending; empty when there were too many ways
};

// A tie that the rules leave open but that elects the same people either way is followed by its first branch.
Counted<StvResult> stv_scottish(const Profile&, const StvSettings&);

}  // namespace assentd
