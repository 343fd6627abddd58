// SPDX-License-Identifier: Apache-2.0
// Whether a vote that names what it is for or against names the proposal: "I'm against tapes" may speak for it. Works
// on reading copies (parsers/fold.h); pure; linear in the sentence.
#pragma once

#include <string_view>

namespace assentd::words {

// `phrase`: the words or the sign that vote; `tail`: what stands behind them in their line; `subject`: of the mail,
// whose words are the proposal's.
bool is_for_another_thing(std::string_view phrase, bool sign, std::string_view tail, std::string_view subject);

}  // namespace assentd::words
