// SPDX-License-Identifier: Apache-2.0
// One line that votes both ways: "+1 on the idea, -1 on the supplier". Works on reading copies (parsers/fold.h);
// pure; linear in the line.
#pragma once

#include <string_view>

#include "parsers/votes/vote_line.h"

namespace assentd::words {

// Whether another value of the line, clear by itself, or a word at the start of a later clause says the contrary.
bool is_split(const FoundVote&, std::string_view folded_line);

}  // namespace assentd::words
