// SPDX-License-Identifier: Apache-2.0
// Content transfer encodings (RFC 2045 section 6) and uuencode, decoded leniently: junk is skipped, never an error.
// The result is never longer than the input. Our own: mimetic's base64 reads past its table on '|'.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

std::string decode_base64(std::string_view);
std::string decode_quoted_printable(std::string_view);
std::string decode_uuencode(std::string_view);

// By the value of Content-Transfer-Encoding; an unknown one is taken as 8bit. Lines of text above or below what is
// base64 stay as they are.
std::string decode_transfer(std::string_view bytes, std::string_view encoding);

}  // namespace assentd
