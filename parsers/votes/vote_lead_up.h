// SPDX-License-Identifier: Apache-2.0
// What the line right above a lone vote, or the words right below it, make of it: "Tomorrow I will vote:" / "+1",
// "If it is encrypted, then" / "+1", "no" / "objections". Pure; each look is bounded.
#pragma once

#include <string_view>

#include "parsers/votes/vote_line.h"

namespace assentd::words {

// Why it is asked about, as the end of its rule; empty when nothing speaks against it. `line` is a piece of `text`.
std::string_view doubt_by_lead_up(const FoundVote&, std::string_view line, std::string_view text);

}  // namespace assentd::words
