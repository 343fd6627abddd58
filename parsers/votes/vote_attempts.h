// SPDX-License-Identifier: Apache-2.0
// What looks like a vote or a ballot and could not be read: its writer is asked, for a wish that is kept as a comment
// is a wish that was lost (PRODUCT 2.4). Only for a mail of which no answer was read. Pure; linear in the text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parsers/reading.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {

// An unclear reading, its line and offset within `own_text` filled in. `lines` are those of the text; `own` says of
// each whether it may be the sender's answer.
std::optional<Reading> read_attempt(std::string_view own_text, const std::vector<std::string_view>& lines,
                                    const std::vector<bool>& own, const ReadingContext&, const Message&);

// A vote word anywhere in a text that puts no blanks between words: Chinese, Japanese.
bool holds_east_vote(std::string_view folded, const OwnVoteWords& own = {});

}  // namespace assentd::words
