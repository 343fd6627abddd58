// SPDX-License-Identifier: Apache-2.0
// What stands behind a word that votes, and whether it can be about the proposal: "Yes, per month" answers somebody's
// question, and "In Ordnung, lese ich morgen" says that a mail came. Works on reading copies; pure; linear.
#pragma once

#include <string_view>

#include "decision/position.h"

namespace assentd::words {

// `phrase`: a yes or a no, perhaps with thanks: "ja tak", "no thank you".
bool begins_with_yes_or_no(std::string_view phrase);
// Whether all that follows such a phrase in its sentence is said of the proposal, or is nothing but polite.
bool goes_with_answer(Position, std::string_view rest);
// "Yes, we need this", "No, I don't think this is a good idea"; `behind` the comma.
bool judges_the_proposal(Position, std::string_view behind);
// "…, lese ich morgen", "… el martes"
bool is_put_off(std::string_view rest);
// "Oui bien sûr": what follows says no more than the word.
bool is_only_courtesy(std::string_view rest);

}  // namespace assentd::words
