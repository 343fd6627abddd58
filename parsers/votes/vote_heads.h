// SPDX-License-Identifier: Apache-2.0
// What stands before a value, in its line or above it, and says whose it is or what it answers: "Cem: disagree (-1)",
// "Procurement:" / "No objections.", "Kim asked whether it is encrypted." / "Yes." Pure; each look is bounded.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/message.h"
#include "parsers/votes/vote_line.h"

namespace assentd::words {

// Why it is asked about, as the end of its rule; empty when nothing speaks against it. `line` is a piece of `text`.
std::string_view doubt_by_head(const FoundVote&, std::string_view line, std::string_view text,
                               const std::vector<Address>& senders);

// Whether the words (a reading copy) are about what their writer says: "my answer", "I wrote", not "my colleague".
bool is_writers_word(std::string_view folded);

}  // namespace assentd::words
