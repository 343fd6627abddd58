// SPDX-License-Identifier: Apache-2.0
// Points and lengths of time as the whole program uses them: UTC seconds. Zones and calendars exist only in config/.
#pragma once

#include <chrono>
#include <string>

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

}  // namespace assentd
