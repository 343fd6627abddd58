// SPDX-License-Identifier: Apache-2.0
// Reads votes from one sentence of a line. Works on reading copies (parsers/fold.h); pure; linear in the sentence.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_tail.h"

namespace assentd::words {

FoundVote found_vote(const Value&, std::size_t at, Confidence, std::string_view rule);

// Leaves the vote unclear when there is a turn, and says so in its rule.
void turn(FoundVote&, Turn);
// The same by what stands behind the value: a choice of values, or any of parsers/votes/vote_tail.
void turn_by_tail(FoundVote&, std::string_view tail, const OwnVoteWords&);

// Adds the sentence's votes; `at` is where in its line it begins, `first` whether nothing stands before.
void votes_in_sentence(std::string_view sentence, std::size_t at, bool first, const OwnVoteWords&,
                       std::vector<FoundVote>& votes);

// "/ 0 / -1", "or no", "and no", ", no.": another value behind the one of `position`.
bool offers_choice(std::string_view tail, Position position, const OwnVoteWords&);

}  // namespace assentd::words
