// SPDX-License-Identifier: Apache-2.0
// Never two reminders in one day, by the reader's calendar, and one mail lists all that its reader owes
// (PRODUCT 5.2).
#pragma once

#include <vector>

#include "daemon/stepping.h"

namespace assentd {

// Who is due for a reminder now and had one today, about whatever decision.
std::vector<ParticipantIndex> reminded_today(const World&, const Decision&, Instant now);

// Of several reminders to one reader the first stays, and with it one for each other open decision that waits for
// them.
std::vector<Owed> with_all_that_is_owed(const World&, Records&, Instant now, std::vector<Owed>);

}  // namespace assentd
