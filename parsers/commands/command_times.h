// SPDX-License-Identifier: Apache-2.0
// The shapes of commands that name a time: "hold 3 days: I need to read it", "away until Monday". Pure; linear in the
// line.
#pragma once

#include <optional>
#include <string_view>

#include "parsers/commands/command_shapes.h"

namespace assentd::words {

std::optional<Reading> read_duration(const CommandForm&, const Parts&);
std::optional<Reading> read_instant(const CommandForm&, const Parts&);

// Splits "3 days: reason", "3 days because reason", "3 days, reason" into value and reason.
void split_reason(std::string_view, Reading&);

}  // namespace assentd::words
