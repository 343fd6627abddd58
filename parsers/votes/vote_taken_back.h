// SPDX-License-Identifier: Apache-2.0
// What stands behind an agreement and takes it back, or shows that it may be with something else, as reading copies
// (parsers/fold.h): "On reflection I would rather wait", "Agreed, page 3 is wrong". Pure; linear in the text.
#pragma once

#include <string_view>

namespace assentd::words {

// A sentence of its own behind a vote: whoever says so has other thoughts, or keeps the vote from what is at hand.
bool has_other_thoughts(std::string_view sentence);

// The same, and of one that says no more than that it is refused: "Too expensive.", "I am not convinced"
bool contradicts(std::string_view sentence);

// Behind a word of agreement, in its sentence: it is read first, or something is wrong.
bool looks_or_finds_fault(std::string_view rest);

// "Je lis ça.": a sentence of its own that says no more than that.
bool goes_to_read(std::string_view sentence);

// "Good point", "Good question, Ben": no more than praise of what somebody said.
bool praises_a_remark(std::string_view words);

}  // namespace assentd::words
