// SPDX-License-Identifier: Apache-2.0
// A program that breaks the lines of a quotation leaves the ends of the long ones without a mark, so that the
// quotation looks like a comb:
//     > Your answer is still missing. Reply with +1 to agree, 0 to abstain, or
//     -1
//     > and a reason to object.
// Pure; linear in the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parsers/own_words/quote_marks.h"

namespace assentd::words {

enum class Tail : std::uint8_t { none, possible, certain };

// Of each line, whether it is the end of the quoted line above it; empty when none is.
std::vector<Tail> wrapped_tails(const std::vector<std::string_view>& lines, const std::vector<QuoteMark>& marks);

}  // namespace assentd::words
