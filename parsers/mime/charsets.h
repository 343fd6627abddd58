// SPDX-License-Identifier: Apache-2.0
// Bytes in any charset to clean UTF-8: by label, then by sense (PRODUCT 8.5). Never fails; linear; thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "parsers/remarks.h"

namespace assentd {

// Valid UTF-8 throughout (RFC 3629: no surrogates, no overlong forms).
bool is_utf8(std::string_view);

// How the remark of a guess at the charset ends.
inline constexpr std::string_view read_as_windows_1252 = "read as windows-1252";

// Decodes and then cleans. An empty or unknown label, and us-ascii that is not, are read by sense: UTF-8, else
// windows-1252. What cannot be decoded becomes U+FFFD. Each departure from the label is remarked.
std::string to_utf8(std::string_view bytes, std::string_view label, Remarks&);

// The same for a header field, which has no label: UTF-8 (RFC 6532), else windows-1252 and a remark.
std::string header_to_utf8(std::string_view bytes, Remarks&);

// CRLF and lone CR become LF; NUL, other C0 controls (but LF and TAB), DEL and a leading BOM are dropped; invalid
// UTF-8 becomes U+FFFD.
std::string clean_text(std::string_view utf8);

// The same on one line: LF and TAB become a space.
std::string clean_line(std::string_view utf8);

// Cuts at a character border at or before `bytes`.
std::string_view utf8_prefix(std::string_view, std::size_t bytes);

}  // namespace assentd
