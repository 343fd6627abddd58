// SPDX-License-Identifier: Apache-2.0
// Whether a sentence takes a stance or has a misgiving in its writer's own words. It is asked about, not counted:
// what can be read for sure is read before (parsers/votes/vote_line). Works on reading copies; pure; linear in the
// sentence.
#pragma once

#include <string_view>

namespace assentd::words {

// "I must veto this", "Wir stimmen zu", "Approval granted."
bool takes_a_stance(std::string_view folded_line);
// Those of them that are against: "I must veto the second part". What they deny is none: "I do not object".
bool opposes(std::string_view folded_line);
// "Too expensive.", "Let us wait", "Do we really need this?"
bool has_a_misgiving(std::string_view folded_line);
// "The link does not work for me", "The room is too small", where the subject names no room.
bool is_of_a_side_thing(std::string_view folded_sentence, std::string_view folded_subject);
// A misgiving, but not of a thing that the proposal is not about, as far as its subject (folded) tells: "The link
// does not work".
bool has_a_misgiving_about_it(std::string_view folded_line, std::string_view subject);
// Those of them that say what is wrong: "the price is too high", "we should wait".
bool refuses_in_own_words(std::string_view line);

}  // namespace assentd::words
