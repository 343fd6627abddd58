// SPDX-License-Identifier: Apache-2.0
// Whether a value in a line is only mentioned there: what others shall vote or have voted, what was once voted, one
// of two that somebody is torn between, a thumb that thanks, a number that is read off something. Works on reading
// copies (parsers/fold.h); pure; linear in the line.
#pragma once

#include <string_view>

#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_tail.h"

namespace assentd::words {

// `folded`: the line that the value was found in. Turn::none: it is cast.
Turn turn_by_mention(const FoundVote&, std::string_view folded);

}  // namespace assentd::words
