// SPDX-License-Identifier: Apache-2.0
// How a tie for the next to go out (or to be transferred first) is decided: rules that were announced before the
// vote, tried in their order. What they leave open stays open and is reported.
#pragma once

#include "decision/counting/pairwise.h"

namespace assentd {

// `backward`: fewest votes in the latest earlier round in which the tied differ; `forward`: in the earliest. `order`:
// the last of the announced list goes out. `lot`: the same with a list drawn from the seed; undecided without a seed.
// `pairwise`: whoever loses to each of the others tied goes out. `all_out`: all tied go out together. `ask`: somebody
// has to be asked.
enum class TieRule { backward, forward, order, lot, pairwise, all_out, ask };
std::string_view name(TieRule);
std::optional<TieRule> tie_rule_from_name(std::string_view);

struct TieSettings {
    std::vector<TieRule> rules;  // none: ask
    Options order;               // every option once, for `order`
    std::optional<std::uint64_t> seed;
};

std::optional<Malformed> trouble_with(const TieSettings&, std::size_t options);

// Votes of every option in each round so far, first round first, the present one last.
using VoteHistory = std::vector<std::vector<std::int64_t>>;

enum class Extreme { lowest, highest };

struct TieDecision {
    Options open;               // one: decided; several: still tied
    std::optional<TieRule> by;  // set when decided; with all_out `open` holds all that go
};

// `preferred` may be null unless the rules name `pairwise`.
TieDecision decide(Options tied, Extreme, const TieSettings&, const VoteHistory& so_far, const Pairwise* preferred);

// The options in an order drawn from the seed: the same on every machine, every order equally likely but for the
// seed.
Options drawn_order(std::size_t options, std::uint64_t seed);

}  // namespace assentd
