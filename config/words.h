// SPDX-License-Identifier: Apache-2.0
// The names of days, months, units and numbers as people write them, in English, German, French and Spanish, as data.
// Looked up folded: lower case, without accents. Constant tables; nothing throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "config/when.h"

namespace assentd {

// Lower case, Latin letters without accents ("Mär" is "mar"), no-break spaces as spaces.
std::string folded(std::string_view utf8);

std::optional<unsigned> weekday_from_word(std::string_view folded);  // ISO: Monday is 1
std::optional<unsigned> month_from_word(std::string_view folded);
std::optional<std::int64_t> number_from_word(std::string_view folded);      // "two", "a"
std::optional<Span> unit_from_word(std::string_view folded);                // "fortnight" is {2, week}
std::optional<Duration> offset_from_abbreviation(std::string_view folded);  // "cest"

std::string_view short_weekday(unsigned iso);  // "Fri"
std::string_view long_weekday(unsigned iso);   // "Friday"
std::string_view short_month(unsigned);        // "Dec"
std::string_view long_month(unsigned);         // "December"

}  // namespace assentd
