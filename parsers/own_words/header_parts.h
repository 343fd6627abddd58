// SPDX-License-Identifier: Apache-2.0
// What the lines above a quotation are told by: dates, times and addresses in reading copies (parsers/fold.h). Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace assentd::words {

// A line of the mail: as written, and the reading copy of its first bytes.
struct TextLine {
    std::string_view raw;
    std::string_view folded;  // trimmed; of at most folded_bytes
    static constexpr std::size_t folded_bytes = 600;
};

bool digits_at(std::string_view, std::size_t at, std::size_t count);
// A clock time, a year, or day and month in figures.
bool has_date(std::string_view);
bool has_clock(std::string_view);
// "2026", "12/1/26", "01.12.26"
bool has_year(std::string_view);
bool has_address(std::string_view);
// Without dashes, stars, underlines and blanks at either end.
std::string_view without_decoration(std::string_view);

}  // namespace assentd::words
