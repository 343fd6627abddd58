// SPDX-License-Identifier: Apache-2.0
// Finds the marks that quoted lines begin with: ">", "|", initials ("AB> "), and blocks between ">>>" and "<<<".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace assentd::words {

struct QuoteMark {
    std::size_t depth = 0;  // how many marks; 0: not quoted
    std::string_view rest;  // the line without its marks
};

// One mark per line. Whether "|" and initials are marks depends on the neighbours; linear in the lines.
std::vector<QuoteMark> quote_marks(const std::vector<std::string_view>& lines);

}  // namespace assentd::words
