// SPDX-License-Identifier: Apache-2.0
// What decorates a vote and says nothing: a picture before or behind it, and the "J" that a smiley of the Wingdings
// font becomes in plain text. Pure; linear in the line.
#pragma once

#include <string>

#include "parsers/votes/vote_values.h"

namespace assentd::words {

// The reading copy with blanks for its decorations, as long as before.
std::string without_decorations(std::string folded, const OwnVoteWords&);

}  // namespace assentd::words
