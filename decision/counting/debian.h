// SPDX-License-Identifier: Apache-2.0
// The Debian Standard Resolution Procedure (constitution A.6): quorum and majority against the default option, then
// cloneproof Schwartz sequential dropping. A tie goes to whoever has the casting vote; the count never picks.
#pragma once

#include <utility>

#include "decision/counting/pairwise.h"
#include "decision/counting/requirement.h"

namespace assentd {

// How an option has to defeat the default by its ratio N: constitution 1.1 to 1.5 says more than N times, from 1.6 on
// at least N times and more.
enum class MajorityRule { v1_1, v1_6 };
std::string_view name(MajorityRule);
std::optional<MajorityRule> majority_rule_from_name(std::string_view);

struct DebianSettings {
    Option default_option = 0;
    std::optional<Requirement> quorum;
    std::vector<Rational> ratios;  // one per option, at least 1 each; empty: 1 for all
    MajorityRule rule = MajorityRule::v1_6;
};

struct DebianResult {
    using Defeat = std::pair<Option, Option>;  // first defeats second
    struct Standing {                          // of an option against the default
        Option option = 0;
        std::int64_t in_favour = 0;
        std::int64_t against = 0;
        Rational ratio = 1;
        bool reaches_quorum = true;
        bool reaches_majority = true;  // told of every option, also of those that the quorum dropped
    };
    std::vector<Standing> standings;  // every option but the default
    Options dropped_quorum;
    Options dropped_majority;
    std::vector<Defeat> defeats;  // among those left, by pair
    Options schwartz_first;
    std::vector<std::vector<Defeat>> dropped_defeats;  // one list per round of dropping
    Options winners;                                   // several: the casting vote decides among them
    bool default_wins = false;
};

// `matrix` counted with unranked = last.
Counted<DebianResult> debian_a6(const Pairwise& matrix, const DebianSettings&);

}  // namespace assentd
