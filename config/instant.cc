// SPDX-License-Identifier: Apache-2.0
// RFC 3339 section 5.6, with a space allowed for the T; fractions of a second are cut off.
//
//   instant = YYYY "-" MM "-" DD ( "T" | " " ) hh ":" mm ":" ss [ "." 1*digit ] ( "Z" | ("+" | "-") hh ":" mm )
#include <cstdio>

#include "config/holidays.h"
#include "config/when.h"

namespace assentd {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// -1 unless there are two digits at i.
int two_digits(std::string_view text, std::size_t i) {
    return i + 1 < text.size() && is_digit(text[i]) && is_digit(text[i + 1])
               ? (text[i] - '0') * 10 + (text[i + 1] - '0')
               : -1;
}

std::optional<Duration> read_time(std::string_view text) {
    const int hour = two_digits(text, 0), minute = two_digits(text, 3), second = two_digits(text, 6);
    if (text.size() < 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return std::nullopt;
    return std::chrono::hours{hour} + std::chrono::minutes{minute} + Duration{second};
}

std::optional<Duration> read_offset(std::string_view text) {
    if (text == "Z" || text == "z") return Duration{0};
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
    const int hour = two_digits(text, 1), minute = two_digits(text, 4);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    const Duration offset = std::chrono::hours{hour} + std::chrono::minutes{minute};
    return text[0] == '-' ? -offset : offset;
}

}  // namespace

std::variant<Instant, NotUnderstood> read_instant(std::string_view text) {
    const NotUnderstood wrong{"“" + std::string(text.substr(0, 40)) + "” is not an instant.",
                              "Write it as in 2026-12-01T16:00:00Z or 2026-12-01T17:00:00+01:00."};
    if (text.size() < 20 || text.size() > 40 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ')) return wrong;
    const auto day = read_day(text.substr(0, 10));
    const auto time = read_time(text.substr(11));
    if (!day || !time) return wrong;
    std::size_t rest = 19;
    if (text[rest] == '.') {
        ++rest;
        if (rest >= text.size() || !is_digit(text[rest])) return wrong;
        while (rest < text.size() && is_digit(text[rest])) ++rest;
    }
    const auto offset = read_offset(text.substr(rest));
    if (!offset) return wrong;
    const std::chrono::year_month_day date{std::chrono::year{day->year}, std::chrono::month{day->month},
                                           std::chrono::day{day->day}};
    return Instant{std::chrono::sys_days{date}} + *time - *offset;
}

std::string instant_text(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const auto seconds = (at - day).count();
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
                  static_cast<int>(seconds % 60));
    return text;
}

}  // namespace assentd
