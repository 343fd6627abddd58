// SPDX-License-Identifier: Apache-2.0
//
// proposal   = *blank-line *head-line [blank-line] body
// head-line  = [mark] key [mark] ":" [value] LF [items]     key within a small edit distance of a known one
// items      = 1*(bullet / letter / number) text LF         after a list key; or value split at "," ";" "|"
// A block of head lines ends at the first blank line or the first line that is neither head line nor item.
#include "parsers/head_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/fold.h"

namespace assentd {
namespace {

using words::fold;
using words::trim;

struct Key {
    std::string_view name;
    bool list;
};
constexpr std::array keys{
    Key{"Policy", false},   Key{"Deadline", false}, Key{"Options", true},    Key{"Voters", false},
    Key{"Advisory", false}, Key{"Decider", false},  Key{"Quorum", false},    Key{"Supersedes", false},
    Key{"Review", false},   Key{"Words", true},     Key{"Sensitive", false},
};

struct KeyLine {
    std::string key;  // as written, without marks
    std::string value;
};

constexpr std::size_t longest_key = 24;
constexpr std::size_t most_items = 1000;

std::string_view without_marks(std::string_view s) {
    constexpr std::string_view marks = "*_# ";
    while (!s.empty() && marks.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && marks.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
    return trim(s);
}

// "Key: value" with a key of one word; "**Key:** value" too, and a full-width colon.
std::optional<KeyLine> key_line(std::string_view line) {
    const std::string_view s = trim(line);
    std::size_t colon = s.find(':');
    std::size_t width = 1;
    if (const std::size_t wide = s.find("\uFF1A"); wide < colon) colon = wide, width = 3;
    if (colon == std::string_view::npos || colon > longest_key + 8) return std::nullopt;
    const std::string_view key = without_marks(s.substr(0, colon));
    if (key.empty() || key.size() > longest_key || words::words_of(key, 2).size() != 1 || words::is_digit(key[0]))
        return std::nullopt;
    std::string_view value = trim(s.substr(colon + width));
    while (value.starts_with('*') || value.starts_with('_')) value.remove_prefix(1);
    if (value.starts_with("//")) return std::nullopt;  // "https://…"
    return KeyLine{std::string(key), std::string(trim(value))};
}

const Key* known_key(std::string_view key) {
    const std::string wanted = fold(key);
    for (const Key& k : keys)
        if (fold(k.name) == wanted || (fold(k.name) + 's') == wanted || (k.list && fold(k.name) == wanted + 's'))
            return &k;
    return nullptr;
}

std::optional<std::string> nearest_key(std::string_view key) {
    const std::string wanted = fold(key);
    const std::size_t limit = wanted.size() <= 5 ? 1 : 2;
    std::size_t best = limit + 1;
    const Key* found = nullptr;
    for (const Key& k : keys) {
        const std::size_t d = words::edit_distance(wanted, fold(k.name), limit);
        if (d < best) best = d, found = &k;
    }
    if (found == nullptr) return std::nullopt;
    return std::string(found->name);
}

// The text of "- text", "* text", "• text", "A) text", "(a) text", "1. text", "[ ] text"; empty for another line.
std::string_view item_text(std::string_view line) {
    std::string_view s = trim(line);
    if (s.size() < 2) return {};
    if (s.starts_with("[ ]")) return trim(s.substr(3));
    if ((s[0] == '-' || s[0] == '*' || s[0] == '+') && s[1] == ' ') return trim(s.substr(2));
    for (std::string_view bullet : {"\u2022", "\u2013", "\u2014", "\u00B7", "\u25E6"})
        if (s.starts_with(bullet)) return trim(s.substr(bullet.size()));
    return {};
}

// "A) text" and "1. text" keep their label: it is how people will vote.
bool is_labelled(std::string_view line) {
    std::string_view s = trim(line);
    if (s.starts_with('(')) s.remove_prefix(1);
    std::size_t n = 0;
    while (n < s.size() && n < 3 && words::is_word_byte(s[n]) && static_cast<unsigned char>(s[n]) < 0x80) ++n;
    if (n == 0 || n >= s.size() || (s[n] != ')' && s[n] != '.' && s[n] != ':')) return false;
    const bool digits = std::all_of(s.begin(), s.begin() + static_cast<std::ptrdiff_t>(n), words::is_digit);
    return (digits || n == 1) && n + 1 < s.size();
}

std::vector<std::string> split_list(std::string_view value) {
    char separator = ',';
    if (value.find(';') != std::string_view::npos) separator = ';';
    if (value.find('|') != std::string_view::npos) separator = '|';
    std::vector<std::string> items;
    while (!value.empty() && items.size() < most_items) {
        const std::size_t at = value.find(separator);
        if (const std::string_view item = trim(value.substr(0, at)); !item.empty()) items.emplace_back(item);
        if (at == std::string_view::npos) break;
        value.remove_prefix(at + 1);
    }
    return items;
}

// Takes the items below a list key; returns how many lines they are. Blank lines may stand before the first.
std::size_t take_items(const std::vector<std::string_view>& lines, std::size_t i, std::vector<std::string>& items) {
    const std::size_t start = i;
    std::size_t end = i;
    while (i < lines.size() && words::is_blank(lines[i]) && i < start + 2) ++i;
    for (; i < lines.size() && items.size() < most_items; ++i) {
        const std::string_view bullet = item_text(lines[i]);
        if (!bullet.empty()) {
            items.emplace_back(bullet);
        } else if (is_labelled(lines[i])) {
            items.emplace_back(trim(lines[i]));
        } else if (!items.empty() && end == i && (lines[i].starts_with("  ") || lines[i].starts_with('\t')) &&
                   !words::is_blank(lines[i])) {
            items.back().append(" ").append(trim(lines[i]));  // a folded item
        } else {
            break;
        }
        end = i + 1;
    }
    return end - start;
}

}  // namespace

ProposalText read_proposal(std::string_view new_text) {
    ProposalText proposal;
    const std::vector<std::string_view> lines = words::lines_of(new_text);
    std::size_t i = 0;
    while (i < lines.size() && words::is_blank(lines[i])) ++i;
    for (; i < lines.size() && proposal.head.size() < most_items; ++i) {
        const auto line = key_line(lines[i]);
        if (!line) break;
        const Key* key = known_key(line->key);
        if (key == nullptr) {
            const auto nearest = nearest_key(line->key);
            if (!nearest) break;
            proposal.unknown.push_back({std::string(trim(lines[i])), line->key, nearest});
            continue;
        }
        HeadLine head{std::string(key->name), line->value, {}, std::string(trim(lines[i]))};
        if (key->list && !line->value.empty()) head.items = split_list(line->value);
        if (key->list && line->value.empty()) i += take_items(lines, i + 1, head.items);
        proposal.head.push_back(std::move(head));
    }
    if (proposal.head.empty() && proposal.unknown.empty()) {
        proposal.body = new_text;
        return proposal;
    }
    while (i < lines.size() && words::is_blank(lines[i])) ++i;
    if (i < lines.size())
        proposal.body = new_text.substr(static_cast<std::size_t>(lines[i].data() - new_text.data()));
    return proposal;
}

std::vector<std::string> section_headings(std::string_view text) {
    std::vector<std::string> headings;
    const std::vector<std::string_view> lines = words::lines_of(text);
    const auto blank = [&](std::size_t i) { return i >= lines.size() || words::is_blank(lines[i]); };
    const auto is_underline = [&](std::size_t i) {
        if (blank(i)) return false;
        const std::string_view s = trim(lines[i]);
        return s.size() >= 3 && std::string_view("=-~^#").find(s[0]) != std::string_view::npos &&
               s.find_first_not_of(s[0]) == std::string_view::npos;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view s = trim(lines[i]);
        if (s.empty() || s.size() > 100 || is_underline(i)) continue;
        bool heading = is_underline(i + 1);
        if (s.starts_with('#')) heading = true;
        while (s.ends_with('#')) s.remove_suffix(1);
        const bool bold = (s.starts_with("**") && s.size() > 4) ||
                          (s.starts_with('*') && s.size() > 2 && s[1] != ' ') ||
                          (s.starts_with("__") && s.size() > 4);
        std::string_view inner = without_marks(s);
        if (inner.starts_with("[") && inner.ends_with("]")) inner = trim(inner.substr(1, inner.size() - 2));
        if (is_labelled(inner) && !words::is_blank(inner)) {
            const std::size_t mark = inner.find_first_of(").:");
            if (words::is_digit(inner[0]) && mark + 1 < inner.size()) {
                inner = trim(inner.substr(mark + 1));
                heading = heading || (words::words_of(inner, 8).size() <= 5 && !inner.ends_with('.'));
            }
        }
        const std::size_t colon = inner.find(':');
        const std::size_t count = words::words_of(inner.substr(0, colon), 8).size();
        if (bold && colon != std::string_view::npos && count <= 5) heading = true;
        if (bold && (s.ends_with("**") || s.ends_with('*') || s.ends_with("__"))) heading = true;
        if (colon != std::string_view::npos && count >= 1 && count <= 4 &&
            (colon + 1 == inner.size() || i == 0 || blank(i - 1)))
            heading = true;
        const bool capitals = std::any_of(inner.begin(), inner.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
                              std::none_of(inner.begin(), inner.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (capitals && inner.size() >= 3 && count <= 6) heading = true;
        if ((i == 0 || blank(i - 1)) && count >= 1 && count <= 3 && !inner.ends_with('.') && !blank(i + 1) &&
            lines[i + 1].size() > inner.size())
            heading = true;  // a short line of its own above a paragraph
        if ((i == 0 || blank(i - 1)) && blank(i + 1) && count >= 1 && count <= 3 && i + 1 < lines.size() &&
            !inner.ends_with('.') && !inner.ends_with('!') && !inner.ends_with('?') && !inner.ends_with(','))
            heading = true;
        if (!heading) continue;
        if (colon != std::string_view::npos && count <= 5) inner = without_marks(inner.substr(0, colon));
        if (!inner.empty()) headings.emplace_back(inner);
    }
    return headings;
}

}  // namespace assentd
