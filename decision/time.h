// SPDX-License-Identifier: Apache-2.0
// Points and lengths of time as the whole program uses them: UTC seconds. Zones and calendars exist only in config/.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assentd {

using Instant = std::chrono::sys_seconds;  // UTC, without leap seconds
using Duration = std::chrono::seconds;

// Half open: `begin` belongs to it, `end` does not.
struct Interval {
    Instant begin;
    Instant end;
    bool operator==(const Interval&) const = default;
};

std::string utc_text(Instant);  // "2026-12-04 16:00 UTC"

std::optional<Instant> read_utc_text(std::string_view);

// An instant within a sentence that goes to people: utc_text between two marks, so that the mail can say it in its
// reader's zone, too. The marks are control characters, which nothing prints.
inline constexpr char moment_mark = '\x1E';
std::string moment(Instant);

}  // namespace assentd
