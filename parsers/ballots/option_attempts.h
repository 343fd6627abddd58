// SPDX-License-Identifier: Apache-2.0
// Lines that look like a ballot, or a choice among options, and are none that can be counted: they are asked about.
// Pure; linear in the line times the options.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parsers/reading.h"

namespace assentd::words {

// How a ballot is written.
std::string_view usage_of_ballots(const ReadingContext&);

// The question that the line gives rise to, an unclear reading without its place in the text. `first`: it is the
// first line of the mail behind a greeting, where figures alone may be a ballot.
std::optional<Reading> option_attempt(std::string_view line, const ReadingContext&, bool first);

// The same for the whole of a very short mail: "none", "acb".
std::optional<Reading> option_attempt_of_all(std::string_view whole, const ReadingContext&);

}  // namespace assentd::words
