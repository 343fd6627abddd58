// SPDX-License-Identifier: Apache-2.0
// What stands behind an agreement and bounds it to a time, a price or a part, or takes it back: "+1 in January",
// "I agree for one year", "+1 too expensive". Works on reading copies (parsers/fold.h); pure; linear in the sentence.
#pragma once

#include <string_view>

#include "parsers/votes/vote_tail.h"

namespace assentd::words {

// "Yes, since 2019", "No, not that I know": `tail` behind a yes or a no answers something else than the proposal.
bool answers_in_passing(std::string_view tail);

// `tail`: the rest of the sentence behind the agreement. `sign`: it is no word.
Turn turn_of_agreement(std::string_view tail, bool sign);

}  // namespace assentd::words
