// SPDX-License-Identifier: Apache-2.0
#include "parsers/own_words/wrapped_quotes.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/own_words/wrapped_lines.h"

namespace assentd::words {
namespace {

constexpr std::size_t long_line = 50;       // columns; programs break no shorter ones
constexpr std::size_t surely_long = 66;     // where most of them do
constexpr std::size_t half_line = 30;       // a telephone may
constexpr std::size_t longest_end = 40;     // bytes
constexpr std::size_t most_tail_lines = 8;  // of one quoted line
constexpr std::size_t slack = 4;            // columns; the marks may not have been counted
constexpr std::size_t few_spots = 2;
constexpr std::size_t many_spots = 3;

// Where unmarked lines stand right below a marked one.
struct Spot {
    std::size_t begin;
    std::size_t end;   // behind the last of them that had no room on the line above it
    bool had_no_room;  // the first of them
    bool marks_go_on;  // at `end`
};

class Comb {
  public:
    Comb(const std::vector<std::string_view>& lines, const std::vector<QuoteMark>& marks)
        : lines_(lines), marks_(marks) {}

    std::vector<Tail> tails() {
        find_spots();
        std::vector<Tail> tails;
        for (const Spot& s : spots_) {
            const Tail tail = judged(s);
            if (tail == Tail::none) continue;
            tails.resize(lines_.size(), Tail::none);
            std::fill(tails.begin() + static_cast<std::ptrdiff_t>(s.begin),
                      tails.begin() + static_cast<std::ptrdiff_t>(s.end), tail);
        }
        return tails;
    }

  private:
    bool marked(std::size_t i) const { return i < lines_.size() && marks_[i].depth > 0; }
    bool words_marked(std::size_t i) const { return marked(i) && !is_blank(marks_[i].rest(lines_[i])); }
    bool unmarked_words(std::size_t i) const { return i < lines_.size() && !marked(i) && !is_blank(lines_[i]); }
    std::size_t width_of(std::size_t i) const { return columns(trim(lines_[i].substr(0, longest_look))); }

    void find_spots() {
        for (std::size_t i = 1; i < lines_.size(); ++i)
            if (unmarked_words(i) && words_marked(i - 1)) spots_.push_back({i, i + 1, false, false});
        if (spots_.empty()) return;
        // Nothing that was broken is wider than where it was broken.
        std::size_t width = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (marked(i) && !holds_link(lines_[i])) width = std::max(width, width_of(i));
        for (Spot& s : spots_) {
            const auto no_room = [&](std::size_t i) {
                return width_of(i - 1) >= long_line &&
                       had_no_room(lines_[i - 1], lines_[i], width - std::min(slack, width));
            };
            s.had_no_room = no_room(s.begin);
            while (s.end < s.begin + most_tail_lines && unmarked_words(s.end) && no_room(s.end)) ++s.end;
            s.marks_go_on = marked(s.end);
            teeth_ += s.had_no_room && s.marks_go_on ? 1 : 0;
        }
    }

    Tail judged(const Spot& s) const {
        const std::string_view above = lines_[s.begin - 1];
        const std::string_view end = lines_[s.begin];
        const bool unfinished = !ends_sentence(above);
        if (!s.marks_go_on) return teeth_ >= few_spots && s.had_no_room && unfinished ? Tail::possible : Tail::none;
        const bool in_mid_sentence = unfinished && end[0] >= 'a' && end[0] <= 'z' && words_marked(s.end);
        const std::size_t width = width_of(s.begin - 1);
        if (in_mid_sentence && end.size() <= longest_end && (s.had_no_room || width >= surely_long))
            return Tail::certain;
        if (s.had_no_room && (teeth_ >= many_spots || (teeth_ >= few_spots && unfinished))) return Tail::certain;
        const bool broken = s.had_no_room ? unfinished || teeth_ >= few_spots : unfinished && width >= long_line;
        const bool possible = broken || in_mid_sentence;
        return possible && width >= half_line ? Tail::possible : Tail::none;
    }

    const std::vector<std::string_view>& lines_;
    const std::vector<QuoteMark>& marks_;
    std::vector<Spot> spots_;
    std::size_t teeth_ = 0;  // spots that look broken: several of them make a comb
};

}  // namespace

std::vector<Tail> wrapped_tails(const std::vector<std::string_view>& lines, const std::vector<QuoteMark>& marks) {
    return Comb(lines, marks).tails();
}

}  // namespace assentd::words
