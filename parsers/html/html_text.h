// SPDX-License-Identifier: Apache-2.0
// HTML to readable text, with quotations turned into lines that start with "> ". By libxml2's event interface: no
// tree, no network, no entities of its own. Linear; nested at most 256 deep.
#pragma once

#include <string>
#include <string_view>

#include "parsers/remarks.h"

namespace assentd {

// Said of a text of which something was struck out: that is left out, as its writer took it back.
inline constexpr const char* struck_out_remark = "Struck-out text was left out";

// `html` is UTF-8. LF line ends, no trailing blanks, at most one blank line in a row.
std::string html_to_text(std::string html, Remarks&);

}  // namespace assentd
