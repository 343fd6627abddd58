// SPDX-License-Identifier: Apache-2.0
// What a ticked box of a form says. Pure.
#pragma once

#include <vector>

#include "parsers/ballots.h"
#include "parsers/reading.h"

namespace assentd::words {

// What a ticked box stands for: a vote, an option, or its label as written.
Reading box_reading(const Box&, const ReadingContext&);
// An entry of a task list is a ballot only when it says a position or names an option.
bool is_filled_in(const Box&, const Reading&);
// Ticked options are one ballot, however many boxes: adds the reading to the last of the readings where it belongs.
bool joins_last(const Reading&, std::vector<Reading>& readings);

}  // namespace assentd::words
