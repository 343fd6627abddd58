// SPDX-License-Identifier: Apache-2.0
// What people say before they vote, as reading copies (parsers/fold.h). Pure; linear in the text.
#pragma once

#include <cstddef>
#include <string_view>

namespace assentd::words {

// "Hi Ben, ": how much of the text greets, as far as a comma.
std::size_t greeting_size(std::string_view folded);

// The same, and of "Thanks, ", "Great, ", "Sorry, but ".
std::size_t interjection_size(std::string_view folded);

}  // namespace assentd::words
