// SPDX-License-Identifier: Apache-2.0
// Words of others that no mark tells from the sender's: what stands below "Ben said:". Pure; linear in the lines.
#pragma once

#include <string_view>
#include <vector>

namespace assentd::words {

// Says of each line whether it stands in the paragraph below a line that tells what somebody said or wrote, or in the
// indented lines there. Such a line tells nothing of its sender's own mind.
std::vector<bool> reported_lines(const std::vector<std::string_view>& lines);

}  // namespace assentd::words
