// SPDX-License-Identifier: Apache-2.0
// Who is reminded when, and when an amended decision closes: what the calendars say about a period
// (PRODUCT 4.2, 5.2).
#pragma once

#include <vector>

#include "config/config.h"
#include "decision/decision.h"

namespace assentd {

// One participant's reminders for a period, by their own calendar.
std::vector<Instant> reminders_for(const Config&, const PolicyConfig&, const PersonConfig&, Instant from,
                                   Instant close);
// The same for a whole roster after the close moved.
std::vector<ReminderPlan> plans_for(const Config&, const Decision&, Instant from, Instant close);

// Who is due for a reminder and does not work at this hour, and when the first of them does again (PRODUCT 5.2):
// after an outage a reminder waits for the working hours that it was planned in.
struct Resting {
    std::vector<ParticipantIndex> who;
    Instant until = Instant::max();
};
Resting resting_readers(const Config&, const Decision&, Instant now);

// The earliest close that a policy allows for what opens at `from`, and the one it has when nobody names another.
Instant earliest_close(const Config&, const PolicyConfig&, const std::vector<const PersonConfig*>& participants,
                       Instant from);
Instant usual_close(const Config&, const PolicyConfig&, const std::vector<const PersonConfig*>& participants,
                    const Calendar& proposers, Instant from);

// When a decision that is amended now closes: not before its close, and with time left to read the new text.
Instant close_after_amendment(const Config&, const Decision&, Instant now);

}  // namespace assentd
