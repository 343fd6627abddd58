// SPDX-License-Identifier: Apache-2.0
// What stands around a vote in its sentence and changes what it means. Works on reading copies; pure; linear.
#pragma once

#include <cstddef>
#include <string_view>

#include "decision/position.h"

namespace assentd::words {

// What the words around a vote make of it. Any but `none` leaves the voter to be asked.
enum class Turn { none, quantity, question, choice, doubt, condition, hedge, reported, negated };
std::string_view name(Turn);

// By the rest of its sentence, without a claim. `sign`: only signs count years.
Turn turn_behind(std::string_view tail, bool sign);
// The same of a value: from "because" on, a refusal only gives its reason. "-1 because we do not know the price"
Turn turn_behind(std::string_view tail, bool sign, Position);
// By the sentence or line that comes next; `apart`: there is a blank line between, or it was another paragraph.
Turn turn_by_next(std::string_view next, bool apart);
// Whether text beside an agreement refuses something: "I am against the second part", "but part two is unacceptable".
bool refuses_a_part(std::string_view text);
// The same of the rest of its own sentence, from which a part may be kept out, too.
bool agrees_in_part(std::string_view tail);
// How much of the sentence is a hedge that stands before a value: "in principle", "i would say"; 0 for none.
std::size_t hedge_size(std::string_view sentence);
// Does the text before a value, in its sentence, hedge it: "a conditional +1"?
bool hedged_before(std::string_view before);

// What stands behind "from me", "pour moi", which only casts the vote before it; all of the text without one.
std::string_view without_casting_tail(std::string_view tail);

// "+1 : Ana, Ben" or "+1: 3": somebody's tally.
bool is_tally(std::string_view tail);
// The colon of a line that may be a tally or a vote with its reason: "-1: Ana", "-1: too dear"; npos for others.
std::size_t tally_colon(std::string_view folded);
// "because it is dear", ", weil es zu teuer ist"
bool gives_reason(std::string_view tail);
// ", but expensive"
bool begins_with_but(std::string_view tail);
// A condition ("if the tests pass") that the text begins with.
bool begins_with_condition(std::string_view folded);
// Where the sentence from `at` on ends: behind its end mark.
std::size_t sentence_end(std::string_view, std::size_t at);

}  // namespace assentd::words
