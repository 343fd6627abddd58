// SPDX-License-Identifier: Apache-2.0
// Zones, working hours and holidays (PRODUCT 4.1). Turns working time into plain UTC intervals, which is all that the
// core ever sees. Zone data is the system's tzdata, read through date-tz. Values; no locks needed for reading.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decision/time.h"

namespace assentd {

struct CalendarDay {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    auto operator<=>(const CalendarDay&) const = default;
};

struct Calendar {
    std::string time_zone = "UTC";                   // IANA
    std::set<unsigned> working_days{1, 2, 3, 4, 5};  // ISO: Monday is 1
    int from_minute = 9 * 60;                        // of the local day
    int until_minute = 17 * 60;
    std::set<CalendarDay> holidays;
    std::vector<std::pair<CalendarDay, CalendarDay>> away;  // first and last day
};

bool is_time_zone(std::string_view);

// The working time in [from, until), ascending, without overlaps; at most about 1,000 days are looked at. Daylight
// saving is right: a working day across a change is shorter or longer in UTC as the clocks say.
std::vector<Interval> working_time(const Calendar&, Instant from, Instant until);

// The times away, whole local days from midnight to midnight, ascending.
std::vector<Interval> times_away(const Calendar&);

// n working days after `from`, or after the next working time where `from` is on no working day: the same local time
// of day on the n-th following working day, or the next working time.
Instant add_working_days(const Calendar&, Instant from, std::int64_t days);
// The instant when `hours` of working time have passed since `from`.
Instant add_working_time(const Calendar&, Instant from, Duration length);

// "Fri 4 Dec 2026, 17:00 CET"
std::string local_text(const Calendar&, Instant);
// The local day of an instant, for "never two in one working day".
CalendarDay local_day(const Calendar&, Instant);

}  // namespace assentd
