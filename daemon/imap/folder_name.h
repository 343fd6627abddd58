// SPDX-License-Identifier: Apache-2.0
// How folder names and sets of UIDs are written in IMAP commands. Pure; nothing throws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assentd {

// UTF-8 to modified UTF-7 (RFC 3501, section 5.1.3), or nothing when it is not UTF-8.
std::optional<std::string> modified_utf7(std::string_view utf8);

// The name as a quoted string in modified UTF-7, fit for a command line whatever it holds.
std::optional<std::string> quoted_folder(std::string_view utf8);

// Ascending UIDs as sets like "3:7,9", each at most `longest` characters.
std::vector<std::string> uid_sets(const std::vector<std::uint32_t>& ascending, std::size_t longest = 900);

}  // namespace assentd
