// SPDX-License-Identifier: Apache-2.0
// Ballots over options: from labels and texts, as they were read, to the options of a decision.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decision/command.h"
#include "decision/decision.h"
#include "parsers/reading.h"

namespace assentd {

// The act that a ballot amounts to, an unclear one included; nothing when the reading is no ballot. `ask`: the
// reader's own question, when it has one.
std::optional<Act> ballot_act(const Decision&, const Reading&);

// A mail whose acts hold a ballot and something else that answers the same question, another ballot, a vote or what
// could not be read, casts none: all of it becomes one question, which says what was understood.
void never_half(const Decision&, std::vector<Act>&);

}  // namespace assentd
