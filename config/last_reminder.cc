// SPDX-License-Identifier: Apache-2.0
#include "config/config.h"

namespace assentd {

namespace {

// A working day before the close is as much working time before it as such a day has.
Duration of_working_time(const Calendar& calendar, Span span) {
    const int minutes = calendar.until_minute - calendar.from_minute;
    if (span.unit == SpanUnit::working_day)
        return span.count * (minutes > 0 ? Duration(std::chrono::minutes(minutes)) : Duration(std::chrono::hours(8)));
    return span.unit == SpanUnit::working_hour ? Duration(std::chrono::hours(span.count))
                                               : fixed_length(span).value_or(Duration::zero());
}

}  // namespace

std::optional<Instant> last_reminder(const Calendar& calendar, Span before, const std::vector<Interval>& working,
                                     Instant from, Instant close) {
    if (working.empty()) return std::nullopt;
    if (const auto length = fixed_length(before)) {
        const Instant at = close - *length;
        if (at < from) return std::nullopt;
        if (at < working.back().end) return at;
    }
    Duration left = of_working_time(calendar, before);
    for (auto day = working.rbegin(); day != working.rend(); ++day) {
        const Duration length = day->end - day->begin;
        if (left <= length) return day->end - left;
        left -= length;
    }
    return std::nullopt;
}

}  // namespace assentd
