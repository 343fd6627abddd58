// SPDX-License-Identifier: Apache-2.0
// What a short mail says below its vote, or behind a "PS:", and what takes the vote back, says the contrary or limits
// it: whoever writes so is asked. Pure; linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/reading.h"

namespace assentd::words {

// Leaves the votes unclear that a line of their writer's speaks against. `lines` are those of `text`; `own` says of
// each whether it is the sender's and nothing was read of it.
void doubt_by_afterthoughts(std::vector<Reading>&, std::string_view text, const std::vector<std::string_view>& lines,
                            const std::vector<bool>& own, std::string_view subject);

}  // namespace assentd::words
