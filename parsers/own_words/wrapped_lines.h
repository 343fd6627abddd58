// SPDX-License-Identifier: Apache-2.0
// Many programs break long lines when they send (RFC 3676 section 4.1 has the usual 66 to 78 columns), and a word
// that begins a line may stand in the middle of its sentence: "… that I do not" / "agree." Pure; linear in the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assentd::words {

constexpr std::size_t longest_look = 400;  // bytes of a line: what has more is no wrapped line

std::size_t columns(std::string_view);
bool holds_link(std::string_view line);
bool ends_sentence(std::string_view line);
// Whether the line's first word had no room on the line above it.
bool had_no_room(std::string_view above, std::string_view line, std::size_t width);

struct Wraps {
    std::vector<std::size_t> ends;  // of lines within a sentence: where their line feeds are in the text
    std::vector<bool> may_go_on;  // of the lines without those: may be the end of the sentence above, or stand alone
};

// `lines` are those of `text`; those to keep, as `kept` says of each, are neither broken nor joined.
Wraps wraps_in(std::string_view text, const std::vector<std::string_view>& lines, const std::vector<bool>& kept);

}  // namespace assentd::words
