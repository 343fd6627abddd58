// SPDX-License-Identifier: Apache-2.0
// Whether a line says yes or no in other words than votes: "Kill it", "Let's not do this". It is asked about, not
// counted, for such words are said of many things. Works on reading copies; pure; linear in the line.
#pragma once

#include <string_view>

namespace assentd::words {

bool says_a_wish(std::string_view folded_line);
// Those of them that say no: "We should not do this", "Not worth it"
bool says_a_refusal(std::string_view folded_line);
// "Agreed, | not worth it", "Yes, | let us not do it": whether the text begins with a refusal.
bool begins_with_refusal(std::string_view folded);
// "Not worth it.": nothing but a refusal.
bool is_a_refusal(std::string_view folded);
// "Veto withdrawn", "My concern is resolved"
bool says_it_is_settled(std::string_view folded_line);
// "Yes, it still stands", "yes, it remains": words that may be about an objection, whatever leads them.
bool says_it_stands(std::string_view folded_text);
// "I have a concern: who pays?"
bool says_a_concern(std::string_view folded_line);

}  // namespace assentd::words
