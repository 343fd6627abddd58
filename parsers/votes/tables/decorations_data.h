// SPDX-License-Identifier: Apache-2.0
// Pictures that people put beside what they say and that say nothing of their own: "\U0001F389 yes". Those that doubt
// or laugh are none, and those that vote are in parsers/votes/tables/vote_words.h. Data only.
#pragma once

#include <array>

namespace assentd::words {

inline constexpr std::array decorations{
    "\U0001F389", "\U0001F38A", "\u2728",     "\U0001F64F", "\U0001F680", "\u2B50",     "\U0001F31F", "\U0001F642",
    "\U0001F600", "\U0001F603", "\U0001F604", "\U0001F60A", "\U0001F601", "\U0001F970", "\U0001F973", "\U0001F44F",
    "\U0001F4AA", "\u2764",     "\U0001F49A", "\U0001F499", "\U0001F49C", "\U0001F9E1", "\U0001F49B", "\U0001F308",
    "\u2600",     "\U0001F31E", "\U0001F338", "\U0001F340", "\U0001F388", "\U0001F525", "\U0001F91D", "\U0001F64C",
    "\U0001F60D", "\U0001F60E", "\U0001F382", "\U0001F38B", "\u2744",     "\U0001F384", "\U0001F4A5", "\U0001F929"};

}  // namespace assentd::words
