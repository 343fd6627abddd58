// SPDX-License-Identifier: Apache-2.0
// The daemon's own clock: the system's, or a fixed instant for rehearsals and tests (`--at`).
#pragma once

#include <chrono>
#include <optional>

#include "decision/time.h"

namespace assentd {

class Clock {
  public:
    Clock() = default;
    explicit Clock(Instant fixed) : fixed_(fixed) {}

    Instant now() const {
        return fixed_ ? *fixed_ : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
    bool is_fixed() const { return fixed_.has_value(); }

    // When a mail arrived, by this clock. A server's future is our present. With a fixed clock, file times mean
    // something only between the instant of the last cycle and this one; otherwise the mail arrives at this cycle.
    Instant arrival(Instant said, std::optional<Instant> last_cycle) const {
        const Instant present = now();
        if (said > present) return present;
        if (fixed_ && (!last_cycle || said < *last_cycle)) return present;
        return said;
    }

  private:
    std::optional<Instant> fixed_;
};

}  // namespace assentd
