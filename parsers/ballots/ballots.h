// SPDX-License-Identifier: Apache-2.0
// Reads ballots over options (PRODUCT 2.3): rankings, scores, approvals, and the boxes of forms. Without known
// options only unmistakable labels are taken, as written. Pure; linear in the lines.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "parsers/ballots/option_names.h"
#include "parsers/reading.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {

class BoxRun;  // parsers/ballots/ballot_parts.h

// A ballot that starts at the first of `lines` (as written), and how many of them it takes.
struct FoundBallot {
    Reading reading;
    std::size_t lines = 1;
};
// `boxes`: of the text that the lines are of.
std::optional<FoundBallot> read_ballot(std::span<const std::string_view> lines, const ReadingContext&, BoxRun& boxes);

// "[x] agree", "( ) no", "[ 2 ] Choice 1: text", "☑ yes": what stands in the box and behind it.
struct Box {
    std::string mark;      // trimmed; empty when the box is
    std::string label;     // as written
    bool task = false;     // "- [x] text": an entry of a task list, mostly
    bool beside = false;   // the mark stands outside the brackets
    bool in_list = false;  // and may be the number of a line: "2. [ ] A"
    bool several = false;  // another one of its line is ticked, too
    bool ticked() const;
    bool numbered() const;
};
std::optional<Box> read_box(std::string_view line);
// Whether it has a byte that boxes begin with; hardly any quoted line does.
bool may_hold_box(std::string_view line);

// "2 [ ] A: Athens", "[ ] x agree", "[ ] A: Athens 2": an empty box with its mark beside it. Only where the rest of
// the line is an option, or a vote and nothing else.
std::optional<Box> box_marked_beside(std::string_view line, const Options&, const OwnVoteWords&);

// What stands behind an option in a line with an empty box, and is none of its words: "[ ] A: Athens never"; empty:
// nothing.
std::string words_behind_box(std::string_view line, const Options&);

}  // namespace assentd::words
