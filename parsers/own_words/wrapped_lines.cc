// SPDX-License-Identifier: Apache-2.0
#include "parsers/own_words/wrapped_lines.h"

#include <algorithm>
#include <array>
#include <vector>

#include "parsers/fold.h"
#include "parsers/own_words/wrapped_lines_data.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t widest_wrapped = 80;     // columns; who writes longer lines has a program that breaks none
constexpr std::size_t narrowest_wrapped = 60;  // programs break no shorter lines

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

// "B: 3", "2) Rome", "b. Oslo": the entry of a list. A short word that ends its sentence is none: "no.", "za."
bool begins_with_label(std::string_view line) {
    constexpr std::size_t longest_label = 24;
    const std::size_t mark = line.find_first_of(":.) ");
    if (mark == line.npos || mark == 0) return false;
    if (line[mark] == ' ') return line.substr(0, longest_label).find(": ") != line.npos;
    if (line[mark] == ':') return true;
    const bool figures =
        mark <= 2 && std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(mark), is_digit);
    return (figures || mark == 1) && mark + 2 < line.size() && line[mark + 1] == ' ';
}

// A bullet, a box, a mark of quotation, an indented or labelled line is something of its own.
bool begins_anew(std::string_view line) {
    constexpr std::string_view within = "\"'(+-";
    const bool sign = line.size() > 1 && (line[0] == '+' || line[0] == '-') && !is_digit(line[1]);
    return sign || !(is_word_byte(line[0]) || within.find(line[0]) != within.npos) || needs_no_boundary(line) ||
           begins_with_label(line);
}

// Each line is asked about.
class EndingsByLastByte {
  public:
    EndingsByLastByte() {
        for (std::string_view word : open_endings) words_[static_cast<unsigned char>(word.back())].push_back(word);
        for (std::string_view word : number_endings) words_[static_cast<unsigned char>(word.back())].push_back(word);
    }
    const std::vector<std::string_view>& with(char last) const { return words_[static_cast<unsigned char>(last)]; }

  private:
    std::array<std::vector<std::string_view>, 256> words_;
};

// Whether the line ends with a word that waits for more: somebody broke it there, at whatever width.
bool leaves_open(std::string_view line) {
    constexpr std::size_t longest_ending = 40;  // bytes
    const std::string_view whole = trim(line);
    const std::string end = fold(whole.substr(whole.size() - std::min(whole.size(), longest_ending)));
    if (end.empty()) return false;
    static const EndingsByLastByte endings;
    const auto& same = endings.with(end.back());
    return std::any_of(same.begin(), same.end(), [&](std::string_view word) {
        if (!end.ends_with(word)) return false;
        const std::size_t at = end.size() - word.size();
        return at == 0 || needs_no_boundary(word) || !(is_word_byte(end[at - 1]) || end[at - 1] == '-');
    });
}

}  // namespace

std::size_t columns(std::string_view s) {
    return static_cast<std::size_t>(
        std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool holds_link(std::string_view line) {
    return line.find("://") != line.npos;
}

bool ends_sentence(std::string_view line) {
    const std::string_view s = trim(line);
    constexpr std::string_view marks = ".!?:;";
    return s.empty() || marks.find(s.back()) != marks.npos || s.ends_with("\u2026");
}

bool had_no_room(std::string_view above, std::string_view line, std::size_t width) {
    const std::string_view word = line.substr(0, std::min(line.find(' '), line.size()));
    return columns(trim(above)) + 1 + columns(word) > width;
}

Wraps wraps_in(std::string_view text, const std::vector<std::string_view>& lines, const std::vector<bool>& kept) {
    Wraps wraps;
    const std::size_t width = wrapped_width(lines);
    const auto goes_on = [&](std::size_t i) {
        return i > 0 && i < lines.size() && width > 0 && !kept[i] && !kept[i - 1] && !is_blank(lines[i]) &&
               !begins_anew(lines[i]) && !ends_sentence(lines[i - 1]) && had_no_room(lines[i - 1], lines[i], width);
    };
    const auto is_left_open = [&](std::size_t i) {
        return i > 0 && !kept[i] && !kept[i - 1] && !is_blank(lines[i]) && lines[i - 1].size() <= longest_look &&
               (needs_no_boundary(lines[i]) || !begins_anew(lines[i])) && leaves_open(lines[i - 1]);
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
            wraps.may_go_on.push_back(wrapped || is_left_open(i));
    }
    return wraps;
}

}  // namespace assentd::words
