// SPDX-License-Identifier: Apache-2.0
#include "parsers/own_words/quote_marks.h"

#include <algorithm>
#include <map>
#include <string>

#include "parsers/fold.h"

namespace assentd::words {
namespace {

constexpr std::size_t deepest_indent = 4;  // blanks before the first mark

std::string_view after_indent(std::string_view line) {
    std::size_t i = 0;
    while (i < line.size() && i < deepest_indent && (line[i] == ' ' || line[i] == '\t')) ++i;
    return line.substr(i);
}

// `rest` is a piece of the line.
QuoteMark mark_of(std::uint32_t depth, std::string_view line, std::string_view rest) {
    const auto begin = rest.empty() ? 0 : rest.data() - line.data();
    return {depth, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(rest.size())};
}

// ">", "> >", ">>", "> | >": all marks of a line. Only ">" starts one.
QuoteMark angle_marks(std::string_view line) {
    std::string_view s = after_indent(line);
    std::uint32_t depth = 0;
    std::string_view rest = line;
    while (s.starts_with('>')) {
        ++depth;
        s.remove_prefix(1);
        rest = s.starts_with(' ') ? s.substr(1) : s;
        std::string_view next = s;
        while (next.starts_with(' ')) next.remove_prefix(1);
        if (next.starts_with('>')) s = next;
    }
    return mark_of(depth, line, rest);
}

bool is_bar_quote(std::string_view line) {
    const std::string_view s = after_indent(line);
    if (!s.starts_with('|')) return false;
    return trim(s.substr(1)).find('|') == std::string_view::npos;  // more bars make a table
}

// "AB" of "AB> text": one to three letters, the first a capital; the text holds words, so "A> B" (a ranking) is none.
std::string_view initials_of(std::string_view line) {
    const std::string_view s = after_indent(line);
    std::size_t n = 0;
    while (n < s.size() && n < 4 && ((s[n] >= 'A' && s[n] <= 'Z') || (n > 0 && s[n] >= 'a' && s[n] <= 'z'))) ++n;
    if (n == 0 || n == 4 || n >= s.size() || s[n] != '>') return {};
    const std::string_view rest = s.substr(n + 1);
    if (rest.find('>') != std::string_view::npos && !rest.starts_with('>')) return {};
    if (!rest.empty() && rest[0] != ' ' && rest[0] != '>') return {};
    return s.substr(0, n);
}

bool is_run_of(std::string_view line, char c) {
    const std::string_view s = trim(line);
    return s.size() >= 3 && s.size() <= 40 && s.find_first_not_of(c) == std::string_view::npos;
}

}  // namespace

std::vector<QuoteMark> quote_marks(const std::vector<std::string_view>& lines) {
    std::vector<QuoteMark> marks;
    marks.reserve(lines.size());
    std::map<std::string, std::size_t, std::less<>> initials;
    for (std::string_view line : lines) {
        marks.push_back(angle_marks(line));
        const std::string_view name = initials_of(line);
        if (name.empty() || marks.back().depth > 0) continue;
        if (const auto found = initials.find(name); found != initials.end())
            ++found->second;
        else if (initials.size() < 64)
            initials.emplace(name, 1);
    }
    std::size_t closing = lines.size();  // where the next "<<<" stands, looking from the end
    for (std::size_t i = lines.size(); i-- > 0;) {
        if (is_run_of(lines[i], '<')) closing = i;
        if (is_run_of(lines[i], '>') && closing < lines.size() && closing > i + 1) {
            const bool bare = std::all_of(marks.begin() + static_cast<std::ptrdiff_t>(i + 1),
                                          marks.begin() + static_cast<std::ptrdiff_t>(std::min(closing, i + 2)),
                                          [](const QuoteMark& m) { return m.depth == 0; });
            if (bare)
                for (std::size_t k = i + 1; k <= closing; ++k)
                    if (marks[k].depth == 0)
                        marks[k] = mark_of(1, lines[k], k == closing ? std::string_view{} : lines[k]);
            closing = lines.size();
        }
        if (marks[i].depth > 0) continue;
        if (is_bar_quote(lines[i])) {
            const bool above = i > 0 && is_bar_quote(lines[i - 1]);
            const bool below = i + 1 < lines.size() && is_bar_quote(lines[i + 1]);
            if (above || below) marks[i] = mark_of(1, lines[i], trim(after_indent(lines[i]).substr(1)));
            continue;
        }
        const std::string_view name = initials_of(lines[i]);
        if (name.empty()) continue;
        const std::string_view rest = trim(after_indent(lines[i]).substr(name.size() + 1));
        const auto seen = initials.find(name);
        const bool repeated = seen != initials.end() && seen->second >= 2;
        if (repeated || (name.size() >= 2 && words_of(rest, 3).size() >= 2)) marks[i] = mark_of(1, lines[i], rest);
    }
    return marks;
}

std::size_t quotation_end(const std::vector<QuoteMark>& marks, std::span<const TextLine> lines, std::size_t i) {
    while (i < marks.size() && (marks[i].depth > 0 || lines[i].folded.empty())) ++i;
    return i;
}

void make_one_level(std::span<QuoteMark> quotation, std::span<const TextLine> lines) {
    std::uint32_t outer = UINT32_MAX;
    for (std::size_t i = 0; i < quotation.size(); ++i)
        if (quotation[i].depth > 0 && !is_blank(quotation[i].rest(lines[i].raw)))
            outer = std::min(outer, quotation[i].depth);
    if (outer == UINT32_MAX) return;
    for (QuoteMark& mark : quotation)
        if (mark.depth > 0) mark.depth -= std::min(outer, mark.depth) - 1;
}

}  // namespace assentd::words
