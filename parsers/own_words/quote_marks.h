// SPDX-License-Identifier: Apache-2.0
// Finds the marks that quoted lines begin with: ">", "|", initials ("AB> "), and blocks between ">>>" and "<<<".
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/own_words/header_parts.h"

namespace assentd::words {

// Small, because a long text has many lines.
struct QuoteMark {
    std::uint32_t depth = 0;  // how many marks; 0: not quoted
    std::uint32_t begin = 0;  // of the rest, in the line
    std::uint32_t size = 0;   // of the rest, bytes

    // The line, which must be the one that the mark is of, without its marks.
    std::string_view rest(std::string_view line) const { return line.substr(begin, size); }
};

// One mark per line. Whether "|" and initials are marks depends on the neighbours; linear in the lines.
std::vector<QuoteMark> quote_marks(const std::vector<std::string_view>& lines);

// Where the quotation ends that line `i` begins: at the next words without a mark.
std::size_t quotation_end(const std::vector<QuoteMark>&, std::span<const TextLine> lines, std::size_t i);
// Marks that enclose all of a quotation become one: nobody's words stand between them.
void make_one_level(std::span<QuoteMark> quotation, std::span<const TextLine> lines);

}  // namespace assentd::words
