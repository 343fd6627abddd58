// SPDX-License-Identifier: Apache-2.0
// Whether the HTML of a mail begins with the words of its plain text: far cheaper than reading it. Pure; reads no
// more of the HTML than its head and those words.
#pragma once

#include <string_view>

namespace assentd {

// Letters, digits and signs of ASCII are compared, of the first words. True where the text has none of them.
bool begins_as(std::string_view html, std::string_view plain);

}  // namespace assentd
