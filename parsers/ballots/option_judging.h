// SPDX-License-Identifier: Apache-2.0
// Options that are judged in a few words, and perhaps chosen: "A works for me". Pure; linear in the line times the
// options.
#pragma once

#include <string_view>

#include "parsers/ballots/option_names.h"

namespace assentd::words {

bool judges_options(std::string_view line, const Options&);

// The same where the judgement stands right beside the option, for lines in which a word may be one by chance.
bool judges_right_beside(std::string_view line, const Options&);

}  // namespace assentd::words
