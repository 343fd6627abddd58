// SPDX-License-Identifier: Apache-2.0
// What a "yes" or "no" answers, by the words behind it: the proposal, or something that was asked in passing. Works
// on reading copies (parsers/fold.h); pure; linear.
#pragma once

#include <string_view>

namespace assentd::words {

// Whether the text is one of the words of yes and no.
bool is_yes_or_no(std::string_view word);

// Each is asked of what stands behind the word and its comma.
bool is_idiom_with_no(std::string_view behind);       // "no problem"
bool is_about_the_proposal(std::string_view behind);  // "yes, let's do it", "no, it's too dear"
bool is_flat_refusal(std::string_view behind);        // "no, that won't work", and nothing else
bool denies_something_else(std::string_view behind);  // "no, Ben is not here"
bool wishes_something_else(std::string_view behind);  // "yes, let's talk tomorrow"
// "Evet, çok güzeldi": Turkish tells of the past at the end of the last word.
bool tells_of_the_past_in_turkish(std::string_view answer, std::string_view behind);
bool answers_something_else(std::string_view behind);  // "yes, I saw that", "no, not yet"

// Of what stands right behind "agreed" or "approve": "with the plan", and not "terms are in the annex".
bool tells_of_the_past(std::string_view clause);  // "that was last year"
bool goes_on_about_it(std::string_view behind);

}  // namespace assentd::words
