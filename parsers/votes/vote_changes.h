// SPDX-License-Identifier: Apache-2.0
// Lines that replace or take back an earlier vote. Works on reading copies; pure; linear in the line.
#pragma once

#include <optional>
#include <string_view>

#include "parsers/reading.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {

// "Changing my vote to -1", "-1 -> +1": the last value. "I withdraw my vote": the command `withdraw`.
std::optional<Reading> read_change(std::string_view folded, const OwnVoteWords& own);

// In other words, which are asked about: "Je souhaite retirer mon vote.", "Please don't count my vote."
bool takes_a_vote_back(std::string_view line);

// "to a +1" behind a value: "I change -1 to +1", "my +1 becomes a -1", "I lower my +1 to 0".
bool turns_into_another(std::string_view tail, Position);

}  // namespace assentd::words
