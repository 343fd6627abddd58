// SPDX-License-Identifier: Apache-2.0
#include "config/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "config/words.h"
#include "config/zone.h"

namespace assentd {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

constexpr std::int64_t most_days_looked_at = 1000;
// Working days are at least a seventh of all days, unless there are none; then the search must end as well.
constexpr std::int64_t most_days_walked = 8 * most_days_looked_at;

local_days day_of(LocalTime local) {
    return std::chrono::floor<days>(local);
}

CalendarDay to_day(local_days day) {
    const std::chrono::year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

local_days from_day(const CalendarDay& day) {
    return local_days{std::chrono::year{day.year} / std::chrono::month{day.month} / std::chrono::day{day.day}};
}

bool is_working_day(const Calendar& calendar, local_days day) {
    if (!calendar.working_days.contains(std::chrono::weekday{day}.iso_encoding())) return false;
    const auto date = to_day(day);
    if (calendar.holidays.contains(date)) return false;
    return std::none_of(calendar.away.begin(), calendar.away.end(),
                        [&](const auto& period) { return period.first <= date && date <= period.second; });
}

// A working day that begins or ends in an hour the clocks show twice is the longer one.
std::optional<Interval> hours_of(const Calendar& calendar, const Zone& zone, local_days day) {
    if (!is_working_day(calendar, day)) return std::nullopt;
    const Interval hours{zone.meaning(day + minutes{calendar.from_minute}).first,
                         zone.meaning(day + minutes{calendar.until_minute}).second};
    if (hours.begin >= hours.end) return std::nullopt;
    return hours;
}

// The next instant at or after `at` within working hours (their end included); `at` itself if there is none.
Instant next_working(const Calendar& calendar, const Zone& zone, Instant at) {
    auto day = day_of(zone.local(at));
    for (std::int64_t looked = 0; looked < most_days_looked_at; ++looked, day += days{1})
        if (const auto hours = hours_of(calendar, zone, day); hours && at <= hours->end)
            return std::max(at, hours->begin);
    return at;
}

}  // namespace

bool is_time_zone(std::string_view name) {
    return Zone{name}.known();
}

std::vector<Interval> working_time(const Calendar& calendar, Instant from, Instant until) {
    std::vector<Interval> found;
    const Zone zone{calendar.time_zone};
    auto day = day_of(zone.local(from));
    for (std::int64_t looked = 0; looked <= most_days_looked_at; ++looked, day += days{1}) {
        if (zone.meaning(LocalTime{day}).first >= until) break;
        const auto hours = hours_of(calendar, zone, day);
        if (!hours) continue;
        const Interval clipped{std::max(from, hours->begin), std::min(until, hours->end)};
        if (clipped.begin < clipped.end) found.push_back(clipped);
    }
    return found;
}

std::vector<Interval> times_away(const Calendar& calendar) {
    std::vector<Interval> times;
    const Zone zone{calendar.time_zone};
    for (const auto& [first, last] : calendar.away)
        times.push_back({zone.meaning(from_day(first)).first, zone.meaning(from_day(last) + days{1}).first});
    std::sort(times.begin(), times.end(), [](const Interval& a, const Interval& b) { return a.begin < b.begin; });
    return times;
}

Instant add_working_days(const Calendar& calendar, Instant from, std::int64_t count) {
    if (count <= 0) return from;
    count = std::min(count, most_days_looked_at);
    const Zone zone{calendar.time_zone};
    from = next_working(calendar, zone, from);  // whoever begins on a Saturday has all of the first day
    const auto start = day_of(zone.local(from));
    const auto time_of_day = zone.local(from) - start;
    auto day = start;
    for (std::int64_t walked = 0; walked < most_days_walked; ++walked) {
        day += days{1};
        if (is_working_day(calendar, day) && --count == 0)
            return next_working(calendar, zone, zone.meaning(day + time_of_day).first);
    }
    return zone.meaning(day + time_of_day).first;
}

Instant add_working_time(const Calendar& calendar, Instant from, Duration length) {
    const Zone zone{calendar.time_zone};
    auto day = day_of(zone.local(from));
    Duration left = std::max(length, Duration{0});
    if (left == Duration{0}) return from;
    for (std::int64_t walked = 0; walked < most_days_walked; ++walked, day += days{1}) {
        const auto hours = hours_of(calendar, zone, day);
        if (!hours || hours->end <= from) continue;
        const auto begin = std::max(from, hours->begin);
        if (hours->end - begin >= left) return begin + left;
        left -= hours->end - begin;
    }
    return zone.meaning(LocalTime{day}).first;
}

std::string local_text(const Calendar& calendar, Instant at) {
    const Zone zone{calendar.time_zone};
    const auto local = zone.local(at);
    const auto day = day_of(local);
    const auto minute = std::chrono::floor<minutes>(local - day).count();
    const auto date = to_day(day);
    return fmt::format("{} {} {} {}, {:02}:{:02} {}", short_weekday(std::chrono::weekday{day}.iso_encoding()),
                       date.day, short_month(date.month), date.year, minute / 60, minute % 60, zone.abbreviation(at));
}

CalendarDay local_day(const Calendar& calendar, Instant at) {
    return to_day(day_of(Zone{calendar.time_zone}.local(at)));
}

}  // namespace assentd
