// SPDX-License-Identifier: Apache-2.0
// Makes what a server said fit for a log line: one line, printable ASCII, short, and without the secret.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

std::string server_words(std::string_view said, std::size_t longest = 300);

// Replaces every occurrence of the secret, as it is and in Base64, which servers echo in protocol errors.
std::string without_secret(std::string text, std::string_view secret);

}  // namespace assentd
