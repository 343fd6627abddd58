// SPDX-License-Identifier: Apache-2.0
// Options that are answered one by one in a line: "A: yes, B: no", "+1 A, +1 B", "A ✅ B ❌", "[x] A [ ] B [x] C".
// Pure; linear in the line times the options.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/reading.h"

namespace assentd::words {

// A vote on each option, or the ballot that a row of boxes is. Nothing where anything else stands in the line, or
// where naming an option does not choose it.
std::vector<Reading> option_verdicts(std::string_view line, const ReadingContext&);

}  // namespace assentd::words
