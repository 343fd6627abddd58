// SPDX-License-Identifier: Apache-2.0
// `assentctl count`: ballots in as JSON lines, results out as JSON lines. Needs no database and no configuration.
#pragma once

#include <iosfwd>

namespace assentd {

// Answers every line, in order; an empty line is passed over. A line that cannot be counted gets {"id", "error"} and
// the rest goes on. Returns 0, or 65 when there was such a line; `err` gets one sentence about how many.
int count_command(std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace assentd
