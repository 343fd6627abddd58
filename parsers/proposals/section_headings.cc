// SPDX-License-Identifier: Apache-2.0
//
// heading   = "#" text                                 Markdown
//           / text LF 3*("=" / "-" / "~" / "^")        underlined
//           / "**" text "**" / "*" text "*" / "__" text "__"
//           / ["["] text ["]"] ":" [prose]              "Context:", also before its text on the same line
//           / 1*DIGIT ("." / ")") text                 numbered, short
//           / UPPER-CASE TEXT
//           / text                                      one to three words alone, or above a longer line
// A heading of the last three kinds stands below a blank line or at the top.
#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/proposals/head_lines.h"

namespace assentd {
namespace {

using words::trim;

constexpr std::size_t longest_heading = 100;  // bytes
constexpr std::size_t few_words = 5;

bool is_underline(std::string_view line) {
    const std::string_view s = trim(line);
    return s.size() >= 3 && std::string_view("=-~^").find(s[0]) != std::string_view::npos &&
           s.find_first_not_of(s[0]) == std::string_view::npos;
}

std::string_view without(std::string_view s, std::string_view marks) {
    while (!s.empty() && marks.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && marks.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
    return trim(s);
}

std::size_t count_words(std::string_view s) {
    return words::words_of(s, few_words + 2).size();
}

bool is_bold(std::string_view s) {
    for (std::string_view mark : {"**", "__", "*", "_"})
        if (s.size() > 2 * mark.size() && s.starts_with(mark) && s[mark.size()] != ' ')
            return s.find(mark, mark.size()) != std::string_view::npos;
    return false;
}

bool is_upper_case(std::string_view s) {
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    return s.size() >= 3 && std::any_of(s.begin(), s.end(), upper) && std::none_of(s.begin(), s.end(), lower);
}

// How much of "1. Context" or "2) Context" is its number; 0 for none.
std::size_t number_size(std::string_view s) {
    std::size_t n = 0;
    while (n < s.size() && n < 3 && words::is_digit(s[n])) ++n;
    if (n == 0 || n + 1 >= s.size() || (s[n] != '.' && s[n] != ')')) return 0;
    return n + 1;
}

struct Around {
    bool blank_above;
    bool blank_below;
    bool underlined;
    std::size_t size_below;
};

// The heading that the line is, without its marks; empty when it is none.
std::string_view heading_of(std::string_view line, const Around& around) {
    const std::string_view s = trim(line);
    if (s.empty() || s.size() > longest_heading || is_underline(s)) return {};
    bool heading = around.underlined || s.starts_with('#') || is_bold(s);
    std::string_view inner = without(s, "#*_ ");
    if (inner.starts_with('[') && inner.ends_with(']')) inner = without(inner, "[] ");
    if (const std::size_t number = number_size(inner)) {
        inner = trim(inner.substr(number));
        heading = heading || (around.blank_above && count_words(inner) <= few_words && !inner.ends_with('.'));
    }
    const std::size_t colon = inner.find(':');
    const std::size_t count = count_words(inner.substr(0, colon));
    if (colon != std::string_view::npos && count >= 1 && count < few_words) {
        const bool alone = colon + 1 == inner.size();
        if (heading || alone || around.blank_above) return without(inner.substr(0, colon), "*_ ");
    }
    if (count == 0) return {};
    heading = heading || (is_upper_case(inner) && count <= few_words);
    const bool ends_sentence =
        inner.ends_with('.') || inner.ends_with('!') || inner.ends_with('?') || inner.ends_with(',');
    if (count <= 3 && around.blank_above && !ends_sentence)
        heading = heading || around.blank_below || around.size_below > inner.size();
    return heading ? without(inner, "*_:# ") : std::string_view{};
}

}  // namespace

std::vector<std::string> section_headings(std::string_view text) {
    std::vector<std::string> headings;
    const std::vector<std::string_view> lines = words::lines_of(text);
    const auto blank = [&](std::size_t i) { return i >= lines.size() || words::is_blank(lines[i].substr(0, 4096)); };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool last = i + 1 >= lines.size();
        const Around around{i == 0 || blank(i - 1), !last && blank(i + 1), !last && is_underline(lines[i + 1]),
                            last ? 0 : lines[i + 1].size()};
        if (const std::string_view heading = heading_of(lines[i], around); !heading.empty())
            headings.emplace_back(heading);
    }
    return headings;
}

}  // namespace assentd
