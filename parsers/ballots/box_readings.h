// SPDX-License-Identifier: Apache-2.0
// What a ticked box of a form says. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parsers/ballots/ballots.h"
#include "parsers/reading.h"
#include "parsers/votes/vote_surroundings.h"

namespace assentd::words {

// What a ticked box stands for: a vote, an option, or its label as written.
Reading box_reading(const Box&, const ReadingContext&);
// The box of a line, its mark inside or beside it.
std::optional<Box> box_in_line(std::string_view line, const ReadingContext&);
// Asks about the first of the lines of a form that hold an empty box and words behind their option, where nothing
// better was found in it.
void ask_about_words_behind(std::vector<Reading>& found, const std::vector<std::string_view>& lines,
                            const ReadingContext&);
// An entry of a task list is a ballot only when it says a position or names an option.
bool is_filled_in(const Box&, const Reading&);
// Ticked options are one ballot, however many boxes: adds the reading to the last of the readings where it belongs.
bool joins_last(const Reading&, std::vector<Reading>& readings);

// The lines of the quotation that are not of the text that is answered; none where there are no options.
std::vector<std::string_view> new_quoted_lines(std::string_view quoted, const AnsweredText&, const ReadingContext&);
// What was filled in inside the quotation.
std::vector<Reading> quoted_forms(const std::string& quoted, const AnsweredText&, const ReadingContext&);

}  // namespace assentd::words
