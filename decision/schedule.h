// SPDX-License-Identifier: Apache-2.0
// When a participant is reminded (PRODUCT 5.2): spread over the period by their own working time, inside their
// working hours, never two in one working day. Calendars come in as plain intervals.
#pragma once

#include <optional>
#include <vector>

#include "decision/policy.h"
#include "decision/time.h"

namespace assentd {

// `working`: the participant's working time from the opening to the close, ascending, one interval a working day.
// `shares`: how much of it may pass before each reminder. `last`: one more, at or soon after this instant (one
// working day before the close). Result ascending; empty when there is no working time left to be reminded in.
std::vector<Instant> plan_reminders(const std::vector<Interval>& working, const std::vector<Threshold>& shares,
                                    std::optional<Instant> last);

}  // namespace assentd
