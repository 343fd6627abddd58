// SPDX-License-Identifier: Apache-2.0
#include "parsers/proposals/head_items.h"

#include <algorithm>

#include "parsers/fold.h"

namespace assentd::words {
namespace {

// "A) text", "(b) text", "1. text": how much of it is the label; 0 for none.
std::size_t label_size(std::string_view s) {
    const std::size_t open = s.starts_with('(') || s.starts_with('[') ? 1 : 0;
    std::size_t n = open;
    while (n < s.size() && n < open + 3 && static_cast<unsigned char>(s[n]) < 0x80 && is_word_byte(s[n])) ++n;
    if (n == open || n >= s.size() || std::string_view(").:]").find(s[n]) == std::string_view::npos) return 0;
    const bool digits = std::all_of(s.begin() + static_cast<std::ptrdiff_t>(open),
                                    s.begin() + static_cast<std::ptrdiff_t>(n), is_digit);
    return (digits || n == open + 1) && n + 1 < s.size() && s[n + 1] == ' ' ? n + 1 : 0;
}

Item labelled_item(std::string_view s) {
    const std::size_t size = label_size(s);
    std::string_view label = s.substr(0, size);
    while (!label.empty() && std::string_view("([").find(label.front()) != std::string_view::npos)
        label.remove_prefix(1);
    while (!label.empty() && std::string_view(").:]").find(label.back()) != std::string_view::npos)
        label.remove_suffix(1);
    return {label, trim(s.substr(size)).substr(0, longest_item)};
}

// The next separator that stands in no brackets: "Blue (light, not dark)" is one item.
std::size_t item_end(std::string_view value, char separator) {
    std::size_t open = 0;
    const bool pairs = std::count(value.begin(), value.end(), '(') == std::count(value.begin(), value.end(), ')');
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (pairs && value[i] == '(') ++open;
        if (pairs && value[i] == ')' && open > 0) --open;
        if (value[i] == separator && open == 0) return i;
    }
    return value.npos;
}

// "Green" of "Red, Blue, and Green"
std::string_view without_and(std::string_view last) {
    for (std::string_view word : {"and ", "or ", "und ", "oder ", "et ", "ou "})
        if (fold(last.substr(0, word.size())) == word && last.size() > word.size())
            return trim(last.substr(word.size()));
    return last;
}

}  // namespace

void add_item(HeadLine& head, const Item& item) {
    head.items.emplace_back(item.text);
    head.labels.emplace_back(item.label);
}

Item item_of(std::string_view line) {
    std::string_view s = trim(line);
    const std::size_t before = s.size();
    if (s.size() > 1 && std::string_view("-*+").find(s[0]) != std::string_view::npos && s[1] == ' ')
        s = trim(s.substr(2));
    for (std::string_view bullet : {"\u2022", "\u2013", "\u2014", "\u00B7", "\u25E6"})
        if (s.starts_with(bullet)) s = trim(s.substr(bullet.size()));
    if (s.starts_with("[ ]")) s = trim(s.substr(3));
    const Item item = labelled_item(s);
    return item.text.size() < std::min(before, longest_item + 1) ? item : Item{};
}

void split_list(std::string_view value, HeadLine& head) {
    char separator = ',';
    if (value.find(';') != std::string_view::npos) separator = ';';
    if (value.find('|') != std::string_view::npos) separator = '|';
    while (!value.empty() && head.items.size() < most_items) {
        const std::size_t at = item_end(value, separator);
        std::string_view text = trim(value.substr(0, at));
        if (at == value.npos && !head.items.empty()) text = without_and(text);
        const Item item = labelled_item(text);
        if (!item.text.empty()) add_item(head, item);
        if (at == std::string_view::npos) break;
        value.remove_prefix(at + 1);
    }
}

}  // namespace assentd::words
