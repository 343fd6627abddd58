// SPDX-License-Identifier: Apache-2.0
#include "config/holidays.h"

#include <libical/ical.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>

namespace assentd {

namespace {

constexpr std::size_t longest_file = 4u << 20;
constexpr int most_events = 5000;
constexpr int most_days = 400;
constexpr int most_recurrences = 400;

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

CalendarDay to_day(const icaltimetype& time) {
    return {time.year, static_cast<unsigned>(time.month), static_cast<unsigned>(time.day)};
}

// DTEND of a whole-day event is the day after its last (RFC 5545 3.6.1).
void add_days(icaltimetype first, int count, std::set<CalendarDay>& days) {
    for (int i = 0; i < count; ++i) {
        days.insert(to_day(first));
        icaltime_adjust(&first, 1, 0, 0, 0);
    }
}

void add_event(icalcomponent* event, std::set<CalendarDay>& days) {
    auto start = icalcomponent_get_dtstart(event);
    if (icaltime_is_null_time(start) || !icaltime_is_valid_time(start)) return;
    const auto end = icalcomponent_get_dtend(event);
    const auto length = icaltime_is_null_time(end) ? 0 : icaltime_as_timet(end) - icaltime_as_timet(start);
    const int count = static_cast<int>(std::clamp<std::int64_t>((length + 86'399) / 86'400, 1, most_days));
    start.is_date = 1;
    add_days(start, count, days);
    auto* rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    if (!rule) return;
    const auto recurrence = icalproperty_get_rrule(rule);
    // Anything faster than yearly is no holiday, and could be made to search for ever.
    if (recurrence.freq != ICAL_YEARLY_RECURRENCE) return;
    const std::unique_ptr<icalrecur_iterator, Free> iterator(icalrecur_iterator_new(recurrence, start));
    for (int i = 0; iterator && i < most_recurrences; ++i) {
        const auto next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next) || next.year > start.year + 60) return;
        add_days(next, count, days);
    }
}

}  // namespace

std::optional<CalendarDay> read_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t begin, std::size_t length) {
        int value = 0;
        for (const char c : text.substr(begin, length)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 1 || month < 1 || day < 1) return std::nullopt;
    const CalendarDay found{year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{found.month},
                                           std::chrono::day{found.day}};
    if (!date.ok()) return std::nullopt;
    return found;
}

std::set<CalendarDay> read_holidays(std::string text, std::string& trouble) {
    std::set<CalendarDay> days;
    if (text.size() > longest_file) {
        trouble = "the calendar is larger than 4 MiB";
        return days;
    }
    std::erase(text, '\0');
    icalerror_set_errors_are_fatal(0);
    const std::unique_ptr<icalcomponent, Free> calendar(icalparser_parse_string(text.c_str()));
    if (!calendar) {
        trouble = "this is not a calendar";
        return days;
    }
    int events = 0;
    for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
         event && events < most_events;
         event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        add_event(event, days);
        ++events;
    }
    if (events == 0) trouble = "the calendar has no events";
    return days;
}

std::set<CalendarDay> read_holidays_file(const std::string& path, std::string& trouble) {
    std::ifstream file(path, std::ios::binary);
    std::string text(longest_file + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (text.empty()) {
        trouble = "cannot read “" + path + "”";
        return {};
    }
    return read_holidays(std::move(text), trouble);
}

}  // namespace assentd
