// SPDX-License-Identifier: Apache-2.0
// What stands right above and below a vote's line and makes it something else: a question that it answers, a text
// that it heads, a marked line of the same form. Pure; each look is bounded.
#pragma once

#include <string_view>

#include "parsers/reading.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_surroundings.h"

namespace assentd::words {

// Why it is asked about, as the end of its rule; empty when nothing speaks against it. `line` is a piece of `text`.
std::string_view doubt_by_neighbours(const FoundVote&, std::string_view line, std::string_view text);

// "> Will you come on Friday?" / "Yes!": a word of yes or no below a quoted question that does not ask for a vote.
// `proposal`: the text that is answered; its own questions mostly do.
void ask_about_quoted_questions(Interpretation&, const AnsweredText& proposal);

}  // namespace assentd::words
