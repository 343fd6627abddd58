// SPDX-License-Identifier: Apache-2.0
// Points for options in one line, where points are asked for: "A 5, B 3", "A=5 B=3", "Espresso 5 / Filter 3".
#pragma once

#include <string_view>

#include "parsers/ballots/ballot_parts.h"

namespace assentd::words {

// Adds the line's points to the scores. What is left over behind two of them, or begins with an option, leaves the
// ballot unclear; false, and nothing added, when the line is no list of points.
bool read_points(std::string_view line, const ReadingContext&, Reading& ballot);

}  // namespace assentd::words
