// SPDX-License-Identifier: Apache-2.0
// The longest common subsequence of two sequences, searched for with the greedy method of E. Myers, "An O(ND)
// Difference Algorithm and Its Variations" (1986), up to a bound.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace assentd::outgoing {

// Positions in `a` and `b` that belong together, ascending in both. What differs by more than `most_edits` additions
// and removals is taken to have nothing in common but its beginning and its end.
std::vector<std::pair<std::size_t, std::size_t>> common_parts(const std::vector<int>& a, const std::vector<int>& b,
                                                              std::size_t most_edits);

}  // namespace assentd::outgoing
