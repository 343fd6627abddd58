// SPDX-License-Identifier: Apache-2.0
// Lengths and points of time as people write them (PRODUCT 1.3, 4.1): "72 hours", "in 5 working days", "Friday
// 17:00", "2026-12-01 17:00 Europe/Berlin", "1 Dec", "tomorrow noon". Errors are sentences for the person who wrote
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "config/calendar.h"
#include "decision/time.h"

namespace assentd {

enum class SpanUnit { second, minute, hour, day, week, month, working_hour, working_day };

struct Span {
    std::int64_t count = 0;
    SpanUnit unit = SpanUnit::second;
    bool operator==(const Span&) const = default;
};
std::string to_string(Span);  // "5 working days"

// What was wrong and what would be right, one sentence each.
struct NotUnderstood {
    std::string wrong;
    std::string right;
};

// Seconds to weeks; nothing for what depends on a calendar.
std::optional<Duration> fixed_length(Span);

std::variant<Span, NotUnderstood> read_span(std::string_view text);
Instant add_span(const Calendar&, Instant from, Span);  // days and months keep the local time of day

// A point of time after `now`, or a span from now. A weekday or day without a time means the end of that working day.
// A time that the zone skips or has twice is an error that says so. Past instants are errors that say what was
// understood.
std::variant<Instant, NotUnderstood> read_deadline(std::string_view text, const Calendar&, Instant now);

// RFC 3339 ("2026-12-01T16:00:00Z", offsets allowed, a space for T allowed), for machine interfaces.
std::variant<Instant, NotUnderstood> read_instant(std::string_view text);
std::string instant_text(Instant);  // RFC 3339 with Z

}  // namespace assentd
