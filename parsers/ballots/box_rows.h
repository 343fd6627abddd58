// SPDX-License-Identifier: Apache-2.0
// A form that stands on one line: "[ ] yes [x] no", "Ja ☐ Nein ☒". Pure; linear in the line.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parsers/ballots/ballots.h"
#include "parsers/reading.h"

namespace assentd::words {

// The boxes of a row, with whatever their labels say; none for a line that is no row.
std::vector<Box> row_of_boxes(std::string_view line);

// The box that is ticked of a row whose labels are votes, or an empty one where none is; where several are, the
// first, which says so (Box::several). Nothing for any other line.
std::optional<Box> box_of_row(std::string_view line, const OwnVoteWords&);

}  // namespace assentd::words
