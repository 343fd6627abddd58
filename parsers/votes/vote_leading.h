// SPDX-License-Identifier: Apache-2.0
// A word that leads its sentence: a vote, or the answer to something else. Works on reading copies (parsers/fold.h);
// pure; linear in the sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "parsers/votes/vote_line.h"

namespace assentd::words {

// `value` leads the sentence, which is `at` bytes from the start of its line; `first`: nothing stands before.
std::optional<FoundVote> leading_word(std::string_view sentence, std::size_t at, const Value& value, bool first,
                                      const OwnVoteWords&);

}  // namespace assentd::words
