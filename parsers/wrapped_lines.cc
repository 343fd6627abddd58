// SPDX-License-Identifier: Apache-2.0
#include "parsers/wrapped_lines.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/vote_tail.h"
#include "parsers/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t widest_wrapped = 80;     // columns; who writes longer lines has a program that breaks none
constexpr std::size_t narrowest_wrapped = 60;  // programs break no shorter lines
constexpr std::size_t longest_look = 400;      // bytes of a line: what has more is no wrapped line

std::size_t columns(std::string_view s) {
    return static_cast<std::size_t>(
        std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool holds_link(std::string_view line) {
    return line.find("://") != line.npos;
}

// The widest of the lines: what was broken was broken there. 0 when a line is too wide for that.
std::size_t wrapped_width(const std::vector<std::string_view>& lines) {
    std::size_t widest = narrowest_wrapped;
    for (const std::string_view line : lines) {
        if (line.size() <= widest || holds_link(line)) continue;
        if (line.size() > longest_look) return 0;
        widest = std::max(widest, columns(trim(line)));
        if (widest > widest_wrapped) return 0;
    }
    return widest;
}

bool ends_sentence(std::string_view line) {
    const std::string_view s = trim(line);
    constexpr std::string_view marks = ".!?:;";
    return s.empty() || marks.find(s.back()) != marks.npos || s.ends_with("\u2026");
}

// "B: 3", "2) Rome": the entry of a list.
bool begins_with_label(std::string_view line) {
    constexpr std::size_t longest_label = 24;
    const std::size_t mark = line.find_first_of(":.) ");
    if (mark == line.npos) return false;
    if (line[mark] == ' ') return line.substr(0, longest_label).find(": ") != line.npos;
    return line[mark] == ':' || mark <= 2;
}

// A bullet, a box, a mark of quotation, an indented or labelled line is something of its own.
bool begins_anew(std::string_view line) {
    constexpr std::string_view within = "\"'(+-";
    const bool sign = line.size() > 1 && (line[0] == '+' || line[0] == '-') && !is_digit(line[1]);
    return sign || !(is_word_byte(line[0]) || within.find(line[0]) != within.npos) || needs_no_boundary(line) ||
           begins_with_label(line);
}

// Whether the line's first word had no room on the line above it.
bool had_no_room(std::string_view above, std::string_view line, std::size_t width) {
    const std::string_view word = line.substr(0, std::min(line.find(' '), line.size()));
    return columns(trim(above)) + 1 + columns(word) > width;
}

}  // namespace

Wraps wraps_in(std::string_view text, const std::vector<std::string_view>& lines, const std::vector<bool>& kept) {
    Wraps wraps;
    const std::size_t width = wrapped_width(lines);
    const auto goes_on = [&](std::size_t i) {
        return i > 0 && i < lines.size() && width > 0 && !kept[i] && !kept[i - 1] && !is_blank(lines[i]) &&
               !begins_anew(lines[i]) && !ends_sentence(lines[i - 1]) && had_no_room(lines[i - 1], lines[i], width);
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool wrapped = goes_on(i);
        // Without a mark nobody can tell the end of a sentence from a line that was meant to stand alone, and a sign
        // may well be one.
        const bool unmarked = sentence_end(lines[i], 0) == lines[i].size() && !ends_sentence(lines[i]);
        const bool sign = wrapped && (lines[i][0] == '+' || lines[i][0] == '-');
        if (wrapped && !sign && (!unmarked || goes_on(i + 1)))
            wraps.ends.push_back(static_cast<std::size_t>(lines[i].data() - text.data()) - 1);
        else
            wraps.may_go_on.push_back(wrapped);
    }
    return wraps;
}

}  // namespace assentd::words
