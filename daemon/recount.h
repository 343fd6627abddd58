// SPDX-License-Identifier: Apache-2.0
// Recomputes a decision from the stored raw mails, the roster and the policy, and compares what comes out with the
// record, event by event (PRODUCT 3.8): facts, not the sentences that we put them into, so that a record outlives our
// wording. What only the clock, the admin or the calendars decided is taken from the record; every position, tally
// and outcome is computed anew.
#pragma once

#include <string>
#include <vector>

#include "daemon/world.h"

namespace assentd {

struct Difference {
    std::int64_t sequence = 0;  // of the stored event, or of where one is missing
    std::string what;
};

std::vector<Difference> recount(const World&, RecordId);

}  // namespace assentd
