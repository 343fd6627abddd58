// SPDX-License-Identifier: Apache-2.0
// What people said about themselves, beyond one decision: when they are away, whether they want receipts, who answers
// for them (PRODUCT 2.6, 2.9). Kept among the store's values; what concerns a decision becomes an event of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "daemon/world.h"
#include "decision/command.h"
#include "decision/decision.h"

namespace assentd {

namespace preference {
inline constexpr std::string_view away = "away";          // interval_text
inline constexpr std::string_view receipts = "receipts";  // "on" or "errors"
}  // namespace preference

std::string interval_text(const Interval&);

// Keeps what these acts say about their sender. `person`: the address on file. Of absences all stand, of the rest the
// last word. True when other decisions are concerned too.
bool keep_preferences(const World&, const std::string& person, const std::vector<Act>&, const Source&);
// The mail in which they delegated until a date; empty: they did not.
Source standing_delegation_of(const World&, const std::string& person);
bool wants_receipts(const World&, const std::string& person);

// What this person's standing wishes are to an open decision, as commands for it: absences, and who answers for them.
std::vector<Command> standing_wishes(const World&, const Decision&, const std::string& person, Instant now);

}  // namespace assentd
