// SPDX-License-Identifier: Apache-2.0
// An answer as one could write it, to show how: right for how the decision is made.
#pragma once

#include <string>

#include "decision/decision.h"

namespace assentd {

std::string example_ballot(const Decision&);  // "B > A > C", "A: 5, B: 0", "A, C"
std::string example_answer(const Decision&);  // the same where it is a choice, else "+1", or "ack" to an announcement

}  // namespace assentd
