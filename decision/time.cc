// SPDX-License-Identifier: Apache-2.0
#include "decision/time.h"

#include <cstdio>

namespace assentd {

std::string utc_text(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(instant - day).count();
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d UTC", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
    return text;
}

std::optional<Instant> read_utc_text(std::string_view text) {
    const std::string written(text);
    int year = 0, hours = 0, minutes = 0;
    unsigned month = 0, day = 0;
    if (std::sscanf(written.c_str(), "%4d-%2u-%2u %2d:%2d UTC", &year, &month, &day, &hours, &minutes) != 5)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    const Instant instant = std::chrono::sys_days{date} + std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return utc_text(instant) == written ? std::optional(instant) : std::nullopt;
}

std::string moment(Instant instant) {
    return moment_mark + utc_text(instant) + moment_mark;
}

}  // namespace assentd
