// SPDX-License-Identifier: Apache-2.0
// Days written as YYYY-MM-DD, and the holidays of an iCalendar file (RFC 5545). The only door to libical. Bounded: at
// most 4 MiB, 5,000 events and 400 days of one event are read; recurring events count for the next twenty years.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "config/calendar.h"

namespace assentd {

std::optional<CalendarDay> read_day(std::string_view);
// What could not be done is said in `trouble`, else it stays as it was.
std::set<CalendarDay> read_holidays(std::string text, std::string& trouble);
std::set<CalendarDay> read_holidays_file(const std::string& path, std::string& trouble);

}  // namespace assentd
