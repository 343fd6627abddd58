// SPDX-License-Identifier: Apache-2.0
// A sign inside a sentence that numbers something: "see you on floor -1", "the values are 1, -1, 3", "I bring my +1".
// Works on reading copies (parsers/fold.h); pure; linear in the sentence.
#pragma once

#include <string_view>

namespace assentd::words {

// By the text before and behind the sign, in its sentence.
bool is_a_number(std::string_view before, std::string_view after);
// "-1. katta": whether a full stop behind a sign makes it an ordinal, by what follows the stop.
bool is_numbered_noun(std::string_view behind_stop);

// Whether what stands right behind a sign is counted by it: "+1 year", "+1 chair please"; not "-1 people hate it".
bool counts_things(std::string_view tail);

}  // namespace assentd::words
