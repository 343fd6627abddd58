// SPDX-License-Identifier: Apache-2.0
// Instant runoff: the option with the fewest votes goes out and its ballots move on, until one has a majority. Ties
// for last place are decided only by the rules given; an undecided tie ends the count and is its result.
#pragma once

#include "decision/counting/preferences.h"
#include "decision/counting/ties.h"
#include "decision/rational.h"

namespace assentd {

// More than half of what wins: the ballots that still count, or all valid ones (which changes only when the count
// stops).
enum class MajorityBase { continuing, valid };
std::string_view name(MajorityBase);
std::optional<MajorityBase> majority_base_from_name(std::string_view);

struct IrvSettings {
    PreferenceSettings preferences;
    MajorityBase base = MajorityBase::continuing;
    TieSettings ties;
    bool to_the_last_two = false;  // go on after a majority until two options are left
};

struct IrvResult {
    struct Round {
        Options continuing;
        std::vector<Rational> votes;  // one per option; 0 for those that are out
        Rational exhausted;
        Options eliminated;  // in this order
        Options tied;        // for last place, when several were
        std::optional<TieRule> decided_by;
    };
    std::vector<Round> rounds;
    Options eliminated;  // in their order
    std::optional<Option> winner;
    Options tie;  // not empty exactly when the rules left a tie open that could change the winner
    std::int64_t valid = 0;
    std::int64_t rejected = 0;
    std::int64_t blank = 0;
};

Counted<IrvResult> irv(const Profile&, const IrvSettings&);

// Everybody who wins under some way of deciding what the tie rules leave open, and how those counts end. `complete`
// is false when there were too many ways to follow; then nothing is named.
struct Reachable {
    Options winners;
    std::vector<IrvResult::Round> last_rounds;  // of each count the last with two or more options; equal ones once
    bool complete = true;
};
Counted<Reachable> irv_reachable(const Profile&, const IrvSettings&);

}  // namespace assentd
