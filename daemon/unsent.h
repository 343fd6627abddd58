// SPDX-License-Identifier: Apache-2.0
// Mail of ours that never left, and what it means for a decision.
#pragma once

#include <vector>

#include "daemon/world.h"
#include "decision/command.h"
#include "decision/decision.h"

namespace assentd {

// Those to whom nothing went out since the text that is to be decided stands: their invitation or the amendment waits
// in the outbox, was given up or dropped. PRODUCT 3.7: not reached.
std::vector<Bounce> people_never_written_to(const World&, RecordId, const Decision&);

// Whether a mail says nothing any more once its decision is over (PRODUCT 5.1): it asks for an answer, or tells of
// what led there. Of a mail about several decisions the others are not known, so it goes.
bool is_moot(Store&, const OutboxMail&);

}  // namespace assentd
