// SPDX-License-Identifier: Apache-2.0
// The word of whoever settles a tie, written without `decide`: "Oslo", "I decide for Oslo because of the train."
#pragma once

#include <optional>
#include <string_view>

#include "decision/command.h"
#include "decision/decision.h"

namespace assentd {

// Nothing: it is not tied, not theirs to settle, or the words name no option, several, or leave it open.
std::optional<DecideAct> tie_settled_in_words(const Decision&, std::string_view new_text, std::string_view sender);

}  // namespace assentd
