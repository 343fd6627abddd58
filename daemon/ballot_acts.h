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

// Whether a mail that said these already says something else with this ballot.
bool contradicts(const std::vector<Act>& before, const Act& ballot);
UnclearVote two_ballots(const std::string& line);

}  // namespace assentd
