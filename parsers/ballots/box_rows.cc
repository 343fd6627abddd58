// SPDX-License-Identifier: Apache-2.0
//
// row   = [words ":"] 2*(box label) / 2*(label box)      the box before its label or behind it, as the first one has
// it
// box   = ("[" / "(") [tick] (")" / "]") / "☐" / "☑" / "☒"
// label = up to the next box or a mark before it; of a vote's form a vote and nothing else

#include <algorithm>
#include <string>
#include <vector>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/fold.h"
#include "parsers/votes/vote_line.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_boxes = 10;

struct Mark {
    std::size_t begin, end;  // in the line
    std::string tick;        // empty when the box is
};

std::optional<Mark> mark_at(std::string_view s, std::size_t at) {
    constexpr std::size_t widest = 8;
    constexpr std::string_view empty = "\u2610";
    for (std::string_view full : {"\u2611", "\u2612"})
        if (s.substr(at).starts_with(full)) return Mark{at, at + full.size(), "x"};
    if (s.substr(at).starts_with(empty)) return Mark{at, at + empty.size(), {}};
    if ((s[at] != '[' && s[at] != '(') || (at > 0 && is_word_byte(s[at - 1]))) return std::nullopt;
    const std::size_t close = s.find(s[at] == '[' ? ']' : ')', at);
    if (close == s.npos || close > at + widest) return std::nullopt;
    const std::string tick(trim(s.substr(at + 1, close - at - 1)));
    if (!tick.empty() && !Box{tick, {}}.ticked()) return std::nullopt;
    return Mark{at, close + 1, tick};
}

std::string_view label_of(std::string_view s) {
    s = trim(s);
    while (!s.empty() && std::string_view(",;/|").find(s.front()) != s.npos) s = trim(s.substr(1));
    while (!s.empty() && std::string_view(",;/|").find(s.back()) != s.npos) s = trim(s.substr(0, s.size() - 1));
    return s;
}

}  // namespace

std::vector<Box> row_of_boxes(std::string_view line) {
    std::string_view s = trim(line);
    if (s.size() > longest_ballot_line) return {};
    if (s.starts_with("- ") || s.starts_with("* ")) s = trim(s.substr(2));
    std::vector<Mark> marks;
    const auto may_begin = [](char c) { return c == '[' || c == '(' || c == '\xE2'; };  // asked of all quoted text
    for (std::size_t at = 0; at < s.size() && marks.size() < most_boxes; ++at)
        if (may_begin(s[at]))
            if (auto mark = mark_at(s, at)) at = mark->end - 1, marks.push_back(std::move(*mark));
    if (marks.size() < 2) return {};
    const std::string_view before = trim(s.substr(0, marks.front().begin));
    const bool labels_first = trim(s.substr(marks.back().end)).empty();
    if (!labels_first && !before.empty() && !before.ends_with(':')) return {};  // "Yes [x] No [ ] Maybe"
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::size_t begin = labels_first ? (i == 0 ? 0 : marks[i - 1].end) : marks[i].end;
        const std::size_t end =
            labels_first ? marks[i].begin : (i + 1 < marks.size() ? marks[i + 1].begin : s.size());
        std::string_view label = label_of(s.substr(begin, end - begin));
        if (labels_first && i == 0 && label.rfind(": ") != label.npos)
            label = trim(label.substr(label.rfind(": ") + 1));
        boxes.push_back({marks[i].tick, std::string(label)});
    }
    return boxes;
}

std::optional<Box> box_of_row(std::string_view line, const OwnVoteWords& own) {
    const std::vector<Box> boxes = row_of_boxes(line);
    if (boxes.empty() ||
        std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return !lone_vote(fold(box.label), own); }))
        return std::nullopt;
    const auto ticked = [](const Box& box) { return box.ticked(); };
    const auto first = std::find_if(boxes.begin(), boxes.end(), ticked);
    Box found = first == boxes.end() ? boxes.front() : *first;
    found.several = std::count_if(boxes.begin(), boxes.end(), ticked) > 1;
    return found;
}

}  // namespace assentd::words
