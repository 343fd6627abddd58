// SPDX-License-Identifier: Apache-2.0
// An agreement with less than all of the proposal: without a thing, to a part of it, with a change, up to a limit.
// Works on reading copies; pure; linear.
#pragma once

#include <string_view>

namespace assentd::words {

// Whether what stands behind an agreement, in its sentence, leaves something out, keeps to a part or changes it.
bool is_limited(std::string_view tail);

}  // namespace assentd::words
