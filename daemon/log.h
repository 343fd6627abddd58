// SPDX-License-Identifier: Apache-2.0
// Structured logs: one line an event, `event=NAME key=value …`, never a body or a secret. What comes from outside
// goes through quoted(), so that nobody writes a line of our log.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

void start_log(const std::string& level);  // to stderr; systemd's journal adds the time

// In double quotes, with quotes, backslashes and control characters escaped, at most 200 bytes.
std::string quoted(std::string_view);

}  // namespace assentd
