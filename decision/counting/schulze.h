// SPDX-License-Identifier: Apache-2.0
// The Schulze method (beat paths): an option wins unless somebody's strongest path to it is stronger than its own
// path back. Winners are a set; the count never picks one of them.
#pragma once

#include "decision/counting/pairwise.h"

namespace assentd {

// What makes a defeat strong. `winning`: more votes for it. `winning_opposed`: the same, and at equal votes less
// opposition, which makes the winners those of debian_a6. `margin`: the difference. `ratio`: the quotient (unopposed
// defeats are strongest, then by votes).
enum class Strength { winning, winning_opposed, margin, ratio };
std::string_view name(Strength);
std::optional<Strength> strength_from_name(std::string_view);

struct SchulzeResult {
    Options winners;  // beaten by nobody, never empty
    // Three ways to flatten "beats" into places; they differ when it is not a weak order (then only the first place
    // of `layers` is the rule's own word): unbeaten ones taken away again and again; by how many one beats, most
    // first; by how many beat one, fewest first.
    std::vector<Options> layers;
    std::vector<Options> by_beating;
    std::vector<Options> by_beaten;
    bool weak_order = false;
    std::vector<std::vector<bool>> beats;
};

// `matrix` as pairwise() counts it, or one without trouble_with() it.
SchulzeResult schulze(const Pairwise& matrix, Strength);

// The first layers that together hold at least `seats` options, ascending.
Options top_set(const SchulzeResult&, std::size_t seats);

}  // namespace assentd
