// SPDX-License-Identifier: Apache-2.0
// The items of a list in a head line: on the line of its key, or one to a line below it. Pure; linear.
#pragma once

#include <cstddef>
#include <string_view>

#include "parsers/proposals/head_lines.h"

namespace assentd::words {

inline constexpr std::size_t most_items = 1000;
inline constexpr std::size_t longest_item = 2000;  // bytes

struct Item {
    std::string_view label;  // "A" of "A) text"
    std::string_view text;
};

void add_item(HeadLine&, const Item&);
// "- text", "• text", "A) text", "1. text", "[ ] text", also "- A: text"; without text for another line.
Item item_of(std::string_view line);
// "Red, Blue and Green", "Red; Blue", "Red | Blue"
void split_list(std::string_view value, HeadLine&);

inline bool is_separator(char c) {
    return std::string_view(",;|").find(c) != std::string_view::npos;
}

}  // namespace assentd::words
