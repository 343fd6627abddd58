// SPDX-License-Identifier: Apache-2.0
// One time zone of the system's tzdata: local clock time to UTC and back. The only door to date-tz. A value; reading
// is safe from several threads; nothing throws (an unknown name behaves as UTC and says so by known()).
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "decision/time.h"

namespace date {
class time_zone;
}

namespace assentd {

using LocalTime = std::chrono::local_seconds;  // what the clock on the wall shows

// skipped: the clocks jump over it; twice: they show it two times.
enum class LocalKind { once, skipped, twice };

struct LocalMeaning {
    LocalKind kind = LocalKind::once;
    Instant first;   // skipped: the instant of the jump
    Instant second;  // differs from first only for twice
};

class Zone {
  public:
    explicit Zone(std::string_view iana_name);
    bool known() const { return known_; }
    LocalTime local(Instant) const;
    LocalMeaning meaning(LocalTime) const;
    std::string abbreviation(Instant) const;  // "CET", "UTC+1030"

  private:
    const date::time_zone* zone_ = nullptr;  // null: UTC; else owned by date-tz for good
    bool known_ = false;
};

}  // namespace assentd
