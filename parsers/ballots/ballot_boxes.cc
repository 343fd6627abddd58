// SPDX-License-Identifier: Apache-2.0
//
// boxes     = 1*("[" mark "]" label)                                     one to a line
// ranking   : the marks are places, 1 for the best                       "[ 2 ] Choice 1: …"
// scores    : the same, when one of the numbers is 0
// label     = option [":" its text] / option SP its text                 other words behind an option: unclear
// beside    = mark "[" "]" label / "[" "]" mark label / "[" "]" label mark   as if it stood inside, but near
#include <algorithm>
#include <array>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/fold.h"
#include "parsers/votes/vote_line.h"

namespace assentd::words {
namespace {

// Where the label names one option and the words behind it are another's: "C: Berlin".
bool disagrees(std::string_view label, const Options& options) {
    const std::size_t colon = label.find(':');
    if (colon == label.npos) return false;
    const std::string head = fold_name(strip(label.substr(0, colon)));
    const std::string folded = fold_name(label.substr(colon + 1));
    const std::string_view words = strip(folded);  // a long text is shortened in the form: "Berlin: by the…"
    return std::any_of(options.begin(), options.end(), [&](const auto& option) {
        const std::string text = fold_name(strip(option.second));
        return head == fold_name(option.first) && !words.empty() && !text.starts_with(words) &&
               !words.starts_with(text);
    });
}

// The option that a box in a ballot is for: "[2] A", "[2] Choice 1: text".
std::optional<std::string> option_of(const Box& box, const Options& options) {
    const std::string_view label = strip(box.label);  // "[1] https://…" is a footnote, no ballot
    auto option = option_named(label, options);
    if (!option) option = option_named(label.substr(0, label.find(':')), options);
    for (const auto& [known, text] : options) {  // "A  Athens"
        if (option || !starts_with_phrase(label, known)) continue;
        if (fold_name(strip(label.substr(known.size()))) == fold_name(strip(text))) option = known;
    }
    return option;
}

constexpr std::size_t longest_odd_mark = 60;

// "[first] A": a box before a known option with something in it that is neither a tick nor a number.
std::optional<Box> odd_box(std::string_view line, const Options& options) {
    const std::string_view s = trim(line);
    const std::size_t close = s.find(']');
    if (options.empty() || !s.starts_with('[') || close == std::string_view::npos || close > longest_odd_mark)
        return std::nullopt;
    Box box{std::string(trim(s.substr(1, close - 1))), std::string(trim(s.substr(close + 1))), false};
    if (box.label.empty() || !option_of(box, options)) return std::nullopt;
    return box;
}

// "+1" in a box: points, or a vote on that option; never a place.
bool has_plus(std::string_view mark) {
    const std::string s = fold(strip(mark));
    return s.starts_with('+') && place_of(std::string_view(s).substr(1));
}

// A place, or points, which may be nought or less.
std::optional<int> number_in(std::string_view mark) {
    const std::string s = fold(strip(mark));
    if (s == "0") return 0;
    const bool minus = s.starts_with('-');
    const auto size = place_of(std::string_view(s).substr(minus || has_plus(mark) ? 1 : 0));
    return size && minus ? -*size : size;
}

// Nobody is ranked nought or less: a form with one is filled with points.
void as_scores(Reading& r, const std::vector<std::string>& plus) {
    const auto holds = [](const auto& list, const auto& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
    };
    r.type = ReadingType::scores;
    r.rule = "scores:boxes";
    for (const auto& [option, points] : r.ranks)
        r.scores.emplace(option, (holds(plus, option) ? "+" : "") + std::to_string(points));
    r.ranks.clear();
}

bool is_tick(std::string_view s) {
    constexpr std::size_t longest = 16;  // with the selectors that some programs put behind it
    if (s.size() > longest) return false;
    const std::string tick = fold(s);
    return tick == "\u2611" || tick == "\u2714" || tick == "\u2713";
}

bool is_blank_mark(std::string_view mark) {
    return mark.empty() || mark == "_" || mark == "-" || mark == ".";
}

// "A: Athens [x] B: Berlin": of two on a line only one would be read.
bool holds_box(std::string_view label) {
    for (std::size_t at = label.find('['); at != label.npos; at = label.find('[', at + 1))
        if (read_box(label.substr(at))) return true;
    return false;
}

// An empty box: what stands before it and behind it.
struct EmptyBox {
    std::string_view before;
    std::string_view behind;
};
std::optional<EmptyBox> empty_box(std::string_view line) {
    constexpr std::size_t farthest = 8;
    constexpr std::size_t widest = 12;
    const std::string_view s = trim(line);
    const std::string_view front = s.substr(0, farthest + 1);
    const auto open = static_cast<std::size_t>(
        std::find_if(front.begin(), front.end(), [](char c) { return c == '[' || c == '('; }) - front.begin());
    if (open == front.size() || s.size() > longest_ballot_line) return std::nullopt;
    const std::size_t close = s.find(s[open] == '[' ? ']' : ')', open);
    if (close == s.npos || close > open + widest || !is_blank_mark(trim(s.substr(open + 1, close - open - 1))))
        return std::nullopt;
    std::string_view before = trim(s.substr(0, open));
    if (before == "-" || before == "*") before = {};
    return EmptyBox{before, trim(s.substr(close + 1))};
}

// A number of two figures at most, or a tick that is no other word.
bool is_mark_beside(std::string_view s) {
    constexpr std::size_t longest_number = 2;
    constexpr std::array ticks{"x", "\u2713", "\u2714", "\u2611", "\u2705"};
    if (is_one_of(fold(s), ticks)) return true;
    return s.size() <= longest_number && !s.empty() && is_digit(s[0]) && number_in(s);
}

// What stands behind "B:" and the option's own words, which the form may have shortened; "B: Berlin" leaves nothing.
std::string words_behind(std::string_view label, const Options& options) {
    const auto head = option_at_start(strip(label), options);
    if (!head) return {};
    std::string_view rest = trim(head->behind);
    while (!rest.empty() && std::string_view(":.)= ").find(rest.front()) != rest.npos) rest.remove_prefix(1);
    const std::string folded = fold_name(rest);
    std::string_view said = strip(folded);
    for (const auto& [known, text] : options) {
        const std::string own = fold_name(strip(text));
        if (known != head->option || own.empty()) continue;
        if (own.starts_with(said)) return {};
        if (said.starts_with(own)) said = strip(said.substr(own.size()));
    }
    return said.starts_with('(') ? std::string{} : std::string(said);  // a remark
}

std::optional<Box> box_in_ballot(std::string_view line, const Options& options) {
    if (!may_hold_box(line)) return std::nullopt;
    auto box = read_box(line);
    if (box && !is_blank_mark(box->mark)) return box;
    if (auto beside = box_marked_beside(line, options, {})) return beside;
    return box ? box : odd_box(line, options);
}

}  // namespace

bool may_hold_box(std::string_view line) {
    constexpr std::array first_bytes{'[', '(', '\xE2'};
    return std::any_of(first_bytes.begin(), first_bytes.end(), [&](char c) { return line.find(c) != line.npos; });
}

std::optional<Box> box_marked_beside(std::string_view line, const Options& options, const OwnVoteWords& own) {
    const auto empty = empty_box(line);
    if (!empty) return std::nullopt;
    const auto marked = [&](std::string_view mark, std::string_view label) -> std::optional<Box> {
        const bool in_list = mark.size() > 1 && (mark.ends_with('.') || mark.ends_with(')'));
        if (in_list) mark.remove_suffix(1);
        Box box{std::string(mark), std::string(label), false, true, in_list};
        if (!is_mark_beside(mark) || label.empty()) return std::nullopt;
        if (!option_of(box, options) && (box.numbered() || !lone_vote(fold(label), own))) return std::nullopt;
        return box;
    };
    const std::string_view label = empty->behind;
    if (!empty->before.empty()) return marked(empty->before, label);
    if (option_at_start(label, options)) {
        const std::string mark = words_behind(label, options);
        if (!is_mark_beside(mark) || !label.ends_with(mark)) return std::nullopt;
        return marked(mark, trim(label.substr(0, label.size() - mark.size())));
    }
    const std::size_t first = std::min(label.find_first_of(" \t"), label.size());
    if (auto before = marked(label.substr(0, first), trim(label.substr(first)))) return before;
    const std::size_t last = label.find_last_of(" \t");
    return last == label.npos ? std::nullopt : marked(label.substr(last + 1), trim(label.substr(0, last)));
}

std::string words_behind_box(std::string_view line, const Options& options) {
    const auto empty = options.empty() ? std::nullopt : empty_box(line);
    std::string words = empty && empty->before.empty() ? words_behind(empty->behind, options) : std::string{};
    return is_mark_beside(words) ? std::string{} : words;
}

namespace {

std::optional<FoundBallot> filled_boxes(std::span<const std::string_view> lines, const Options& options) {
    FoundBallot b{ballot(ReadingType::ranking, "ranking:boxes"), 0};
    std::string odd;  // neither a tick nor a number
    std::string tick;
    std::vector<std::string> plus;
    for (std::size_t i = 0; i < lines.size() && i < most_options; i = next_of_ballot(lines, i)) {
        const auto box = box_in_ballot(lines[i], options);
        if (!box) break;
        b.lines = i + 1;
        if (!options.empty() && holds_box(box->label))
            spoil(b.reading, "\"" + std::string(trim(lines[i])) +
                                 "\" has several boxes on one line: put each on a line of its own");
        if (is_blank_mark(box->mark)) continue;
        const auto option = option_of(*box, options);
        if (disagrees(box->label, options))
            spoil(b.reading, "\"" + box->label + "\" names one option, and behind it stand other words than its own");
        if (option && has_plus(box->mark)) plus.push_back(*option);
        if (!box->numbered() && !(option && has_plus(box->mark))) {
            if (option) (box->ticked() ? tick : odd) = box->mark;
            continue;
        }
        if (option && !add(b.reading, {number_in(box->mark).value_or(0), *option})) break;
        if (box->beside) b.reading.confidence = std::max(b.reading.confidence, Confidence::near);
        if (box->in_list)
            spoil(b.reading, "\"" + std::string(trim(lines[i])) +
                                 "\" may be the number of a line: write your number into the brackets");
        if (!option && !options.empty()) spoil_by_option(b.reading, box->label, options);
    }
    const bool faulty = b.reading.confidence == Confidence::unclear;
    if (b.reading.ranks.empty()) {
        if (!faulty && (odd.empty() || tick.empty())) return std::nullopt;
        b.reading.type = ReadingType::approvals;
        b.reading.rule = "form:boxes";
        if (!faulty) spoil(b.reading, "\"" + odd + "\" is no tick, and another box has one");
        return b;
    }
    if (!plus.empty() ||
        std::any_of(b.reading.ranks.begin(), b.reading.ranks.end(), [](const auto& r) { return r.second <= 0; }))
        as_scores(b.reading, plus);
    if (odd.empty()) odd = tick;
    if (!odd.empty()) spoil(b.reading, "\"" + odd + "\" is no number, and another box has one");
    return b;
}

}  // namespace

bool BoxRun::goes_on(const std::string_view* line) const {
    if (!last_ || line <= last_ || static_cast<std::size_t>(line - first_) >= most_options) return false;
    return next_of_ballot(std::span(last_, line + 1), 0) == static_cast<std::size_t>(line - last_);
}

std::optional<FoundBallot> BoxRun::ballot(std::span<const std::string_view> lines, const Options& options) {
    if (!box_in_ballot(lines[0], options)) return std::nullopt;
    const bool begins = !goes_on(&lines[0]);
    auto found = begins ? filled_boxes(lines, options) : std::nullopt;
    if (begins) first_ = &lines[0];
    last_ = found ? nullptr : &lines[0];
    return found;
}

bool Box::ticked() const {
    const std::string m = fold(mark);
    constexpr std::array ticks{"x",      "xx",     "*",      "v",      "y",      "yes", "\u2713", "\u2714", "\u2611",
                               "\u2612", "\u2705", "\u00D7", "\u2717", "\u2718", "o",   "+",      "\u0445"};
    return is_one_of(m, ticks);
}

bool Box::numbered() const {
    return number_in(mark).has_value() && !has_plus(mark);
}

std::optional<Box> read_box(std::string_view line) {
    std::string_view s = trim(line);
    if (s.size() > longest_ballot_line) return std::nullopt;
    const bool task = s.size() > 2 && (s[0] == '-' || s[0] == '*') && s[1] == ' ';
    if (task) s = trim(s.substr(2));
    if (s.empty() || (static_cast<unsigned char>(s[0]) < 0x80 && s[0] != '[' && s[0] != '(')) return std::nullopt;
    if (is_tick(s)) return std::nullopt;  // alone it is an answer
    for (std::string_view full : {"\u2611", "\u2612", "\u2714", "\u2713"})
        if (s.starts_with(full)) return Box{"x", std::string(trim(s.substr(full.size()))), task};
    if (s.starts_with("\u2610")) return Box{"", std::string(trim(s.substr(3))), task};
    if (s.size() < 2 || (s[0] != '[' && s[0] != '(')) return std::nullopt;
    const std::size_t close = s.find(s[0] == '[' ? ']' : ')');
    if (close == std::string_view::npos || close > 12) return std::nullopt;
    Box box{std::string(trim(s.substr(1, close - 1))), std::string(trim(s.substr(close + 1))), task};
    const bool blank = is_blank_mark(box.mark);
    if (s[0] == '(' && !blank && !box.ticked()) return std::nullopt;  // "(1) text" is a list
    if (!blank && !box.ticked() && !box.numbered()) return std::nullopt;
    if (box.label.empty() || box.label.starts_with('(')) return std::nullopt;  // a link
    return box;
}

}  // namespace assentd::words
