// SPDX-License-Identifier: Apache-2.0
// Whether a value is one entry among others that are no votes: a cell of a table that came as lines, an item of a
// list that answers several questions, one of several people's votes. Pure; each look is bounded.
#pragma once

#include <string_view>

#include "parsers/votes/vote_line.h"

namespace assentd::words {

// Why it is asked about, as the end of its rule; empty when nothing speaks against it. `line` is a piece of `text`.
std::string_view doubt_by_entries(const FoundVote&, std::string_view line, std::string_view text);

}  // namespace assentd::words
