// SPDX-License-Identifier: Apache-2.0
// Words and phrases that a table tells by how they begin or end. Pure; linear in the table.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include "parsers/fold.h"

namespace assentd::words {

template <typename Table>
bool begins_with_one_of(std::string_view word, const Table& stems) {
    return std::any_of(std::begin(stems), std::end(stems),
                       [&](std::string_view stem) { return word.starts_with(stem); });
}

// Within a word, too: "de stoelen" by "en".
template <typename Table>
bool ends_with_one_of(std::string_view word, const Table& endings) {
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view end) { return word.ends_with(end); });
}

// At a word boundary: "i'm against" by "against".
template <typename Table>
bool ends_with_phrase(std::string_view s, const Table& phrases) {
    return std::any_of(std::begin(phrases), std::end(phrases), [&](std::string_view end) {
        return s.ends_with(end) &&
               (s.size() == end.size() || needs_no_boundary(end) || !is_word_byte(s[s.size() - end.size() - 1]));
    });
}

}  // namespace assentd::words
