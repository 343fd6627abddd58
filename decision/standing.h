// SPDX-License-Identifier: Apache-2.0
// Questions about how a decision stands that several parts of the core ask: what tally.cc answers beside its public
// face.
#pragma once

#include <cstdint>

#include "decision/decision.h"
#include "decision/tally.h"

namespace assentd {

// Exact: cross-multiplied integers. Nothing carries without a single vote in favour.
bool meets(const Threshold&, std::int64_t yes, std::int64_t base);

// The counts as the policy reads them at the close.
Counts with_silence(const Policy&, Counts);

// The denominator of the share in favour.
std::int64_t base_of(const Policy&, const Counts&);

// Concerns that hold the decision up. Under a policy that counts disagreement they are on the record but hold nothing
// up.
std::int64_t open_blocks(const Decision&);

// Every binding participant has a clear, current position, and nothing is held for confirmation.
bool everybody_spoke(const Decision&);

// Whether this participant still owes an answer: what reminders go by.
bool owes_answer(const Decision&, ParticipantIndex);

// The instant at which the decision would close early because everybody spoke; nothing if it would not.
std::optional<Instant> early_close_at(const Decision&);

}  // namespace assentd
