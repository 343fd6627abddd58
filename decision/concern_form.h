// SPDX-License-Identifier: Apache-2.0
// How the question whether somebody's words are a concern shows one. Whoever raises a concern then has answered it.
#pragma once

#include <string_view>

namespace assentd {

inline constexpr std::string_view concern_form = "concern: NAME text";

}  // namespace assentd
