// SPDX-License-Identifier: Apache-2.0
// Reads a vote from one line of the sender's own words (PRODUCT 2.3, 2.4), without knowing the other lines.
// Works on reading copies (parsers/fold.h); pure; linear in the line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/position.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {

// A value found in a line: "+1", "-0.9", a thumb, or a word.
struct FoundVote {
    Position position = Position::agree;
    std::string strength;  // signs only, with plain plus and minus
    Confidence confidence = Confidence::exact;
    std::size_t begin = 0;  // of the value, in the line given
    std::size_t end = 0;
    bool in_passing = false;  // a word that may answer something else: it yields to any surer reading
    bool is_word = false;
    std::string claim;  // "binding", "non-binding"
    std::string rule;
};

// "Vote:", "my vote is": how much of the text is such a label, and whether a colon closes it.
struct VoteLabel {
    std::size_t size;
    bool colon;
};
std::optional<VoteLabel> vote_label(std::string_view folded);

// All values that the line votes for, mostly none or one. Unclear ones are marked so.
std::vector<FoundVote> votes_in_line(std::string_view folded, const OwnVoteWords& own = {});

// The value when the text is nothing else (but a claim and punctuation).
std::optional<FoundVote> lone_vote(std::string_view folded, const OwnVoteWords& own = {});

// The value that the text begins with, whatever follows: for ballot forms and answers such as "D-17: +1 because …".
std::optional<FoundVote> leading_value(std::string_view folded, const OwnVoteWords& own = {});

}  // namespace assentd::words
