// SPDX-License-Identifier: Apache-2.0
// Message-IDs as they come: comma-separated, without brackets, with comments, amid free text (RFC 5322
// section 3.6.4).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assentd {

// "<…>" each, blanks inside removed, in order, each once, at most `limit`: when there are more, the first and the
// last.
std::vector<std::string> read_message_ids(std::string_view field_value, std::size_t limit);

}  // namespace assentd
