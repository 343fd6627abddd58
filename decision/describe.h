// SPDX-License-Identifier: Apache-2.0
// An event as one line for people: the log of a decision, and the transcripts of tests. It tells everything that the
// event says; whether it may be told is view.h's business (may_show).
#pragma once

#include <string>

#include "decision/decision.h"

namespace assentd {

// Begins with the event's name. One line without control characters, long texts cut. `d` lends the names of the
// roster: the decision at any time after the event.
std::string describe(const Decision& d, const Event&);

// "open", "carried", "no-quorum"; just "closed" where nothing was voted on, so that nothing could carry.
std::string state_word(const Decision&);

}  // namespace assentd
