// SPDX-License-Identifier: Apache-2.0
// A short answer that is all that a mail says, and that would be asked about among other words: "Nein, das geht
// nicht", "Nein: zu teuer", "Hi Ben, no." Pure; linear in the line.
#pragma once

#include <optional>
#include <string_view>

#include "parsers/votes/vote_line.h"

namespace assentd::words {

// The vote in a mail of this one line (a reading copy).
std::optional<FoundVote> lone_answer(std::string_view folded, const OwnVoteWords& own);

}  // namespace assentd::words
