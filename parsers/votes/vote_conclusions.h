// SPDX-License-Identifier: Apache-2.0
// Whether a line concludes with a vote or a stance: "So my vote is no", "Ich bin daher dafür". Works on reading
// copies; pure; linear in the line.
#pragma once

#include <string_view>

namespace assentd::words {

bool concludes_with_a_vote(std::string_view folded_line);

}  // namespace assentd::words
