// SPDX-License-Identifier: Apache-2.0
// An agreement that is said to hold until something, meanwhile or only for something: "+1, bis wir was Besseres
// finden", "+1, nur bei Regen". A refusal with the same words goes on to its reasons.
// Works on reading copies (parsers/fold.h); pure; linear.
#pragma once

#include <string_view>

namespace assentd::words {

// By what stands behind the agreement, without the mark between.
bool is_restricted(std::string_view behind);

}  // namespace assentd::words
