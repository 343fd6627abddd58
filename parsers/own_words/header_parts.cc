// SPDX-License-Identifier: Apache-2.0
#include "parsers/own_words/header_parts.h"

#include <algorithm>

#include "parsers/fold.h"

namespace assentd::words {

bool digits_at(std::string_view s, std::size_t at, std::size_t count) {
    if (at + count > s.size()) return false;
    return std::all_of(s.begin() + static_cast<std::ptrdiff_t>(at),
                       s.begin() + static_cast<std::ptrdiff_t>(at + count), is_digit);
}

bool has_date(std::string_view s) {
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (!is_digit(s[i]) || (i > 0 && is_digit(s[i - 1]))) continue;
        std::size_t end = i;
        while (end < s.size() && is_digit(s[end])) ++end;
        const std::size_t width = end - i;
        const bool next_two = digits_at(s, end + 1, 2);
        if (width <= 2 && end < s.size() && s[end] == ':' && next_two) return true;
        if (width == 4 && (s.substr(i, 2) == "19" || s.substr(i, 2) == "20")) return true;
        if (width <= 2 && end + 1 < s.size() && (s[end] == '.' || s[end] == '/') && is_digit(s[end + 1])) return true;
        i = end;
    }
    return false;
}

bool has_clock(std::string_view s) {
    for (std::size_t colon = s.find(':'); colon != std::string_view::npos; colon = s.find(':', colon + 1))
        if (colon > 0 && is_digit(s[colon - 1]) && digits_at(s, colon + 1, 2)) return true;
    return false;
}

bool has_year(std::string_view s) {
    for (std::size_t at = 0; at + 4 <= s.size(); ++at) {
        if (!is_digit(s[at]) || (at > 0 && is_digit(s[at - 1]))) continue;
        if (s.substr(at, 2) == "20" && digits_at(s, at, 4)) return true;
        std::size_t end = at;
        std::size_t marks = 0;
        for (; end < s.size() && (is_digit(s[end]) || s[end] == '/' || s[end] == '.'); ++end)
            marks += !is_digit(s[end]);
        if (marks == 2 && is_digit(s[end - 1])) return true;
    }
    return false;
}

bool has_address(std::string_view s) {
    const std::size_t at = s.find('@');
    return (at != std::string_view::npos && at > 0 && at + 1 < s.size() && is_word_byte(s[at - 1]) &&
            is_word_byte(s[at + 1])) ||
           s.find("mailto:") != std::string_view::npos;
}

std::string_view without_decoration(std::string_view s) {
    constexpr std::string_view decoration = "-_*= ";
    while (!s.empty() && decoration.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && decoration.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
    return s;
}

}  // namespace assentd::words
