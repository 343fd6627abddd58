// SPDX-License-Identifier: Apache-2.0
// What stands around a vote in its sentence and changes what it means. Works on reading copies; pure; linear.
#pragma once

#include <cstddef>
#include <string_view>

namespace assentd::words {

// Does the text behind a vote make it conditional?
bool conditional(std::string_view tail);
// "but only on Linux": a reservation that may turn the vote.
bool reserved(std::string_view tail);
// A sentence that asks for the vote; "+1, when do we ship?" asks something else.
bool is_question(std::string_view tail_of_sentence);
// "+1 : Ana, Ben" or "+1: 3": somebody's tally.
bool is_tally(std::string_view tail);
// Whether agreement is with a person or thing other than the proposal: "I agree with Ana", "I agree that it is slow".
bool agrees_elsewhere(std::string_view tail);
// A condition ("if the tests pass") that the text begins with.
bool begins_with_condition(std::string_view folded);
// Where the sentence from `at` on ends: behind its end mark.
std::size_t sentence_end(std::string_view, std::size_t at);

}  // namespace assentd::words
