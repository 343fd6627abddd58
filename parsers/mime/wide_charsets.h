// SPDX-License-Identifier: Apache-2.0
// Charsets of more than one byte a character whose text says how it is to be read: what iconv lacks of them.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

// HZ-GB-2312 (RFC 1843: "~{" GB 2312 in seven bits "~}") as GB 18030.
std::string hz_as_gb18030(std::string_view);

// The name that iconv has for UTF-16 in the order that these bytes are in.
const char* utf_16_as_written(std::string_view);

}  // namespace assentd
