// SPDX-License-Identifier: Apache-2.0
// Many programs break long lines when they send (RFC 3676 section 4.1 has the usual 66 to 78 columns), and a word
// that begins a line may stand in the middle of its sentence: "… that I do not" / "agree." Pure; linear in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assentd::words {

struct Wraps {
    std::vector<std::size_t> ends;  // of lines within a sentence: where their line feeds are in the text
    std::vector<bool> may_go_on;  // of the lines without those: may be the end of the sentence above, or stand alone
};

// `lines` are those of `text`; those to keep, as `kept` says of each, are neither broken nor joined.
Wraps wraps_in(std::string_view text, const std::vector<std::string_view>& lines, const std::vector<bool>& kept);

}  // namespace assentd::words
