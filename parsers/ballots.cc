// SPDX-License-Identifier: Apache-2.0
//
// ranking   = [label-word ":"] option 1*(">" option / "=" option)        "A > C > B", "A > B = C"
//           / option 1*([","] "then" option)                             only with known options
//           / 2*(place ("." / ")" / ":") option)                         "1. B 2. A", on one line or one each
//           / 1*("[" place "]" option)                                   "[ 2 ] Choice 1: …", one to a line
// scores    = 1*("[" number "]" option)                                  the same, when one of the numbers is 0
//           / 1*(option (":" / "=") number)                              "B: 4", one to a line or divided by commas
// approvals = option 1*(("," / "and" / "+") option)                      only with known options; "approve A, C"
// option    = label / text of a known option / without known options: one capital letter, "Option X", "Choice N"
// A ballot in which one thing is wrong (an unknown option, a rank that is no number, the same option twice) is
// unclear and says what: nothing of it is dropped in silence.
#include "parsers/ballots.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "parsers/fold.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_ballot_line = 1000;
constexpr std::size_t most_options = 200;

std::string_view strip(std::string_view s) {
    constexpr std::string_view marks = " \t*_`\"'.,;!";
    s = trim(s);
    while (!s.empty() && marks.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && marks.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
    return s;
}

// "A", "Option B", "Choice 1", "Candidate C": unmistakable without a list of options.
std::optional<std::string> plain_label(std::string_view s) {
    if (s.size() == 1 && s[0] >= 'A' && s[0] <= 'Z') return std::string(s);
    if (s == "FD" || s == "NOTA" || s == "RON") return std::string(s);
    const auto group = words_of(s, 3);
    if (group.size() != 2) return std::nullopt;
    const std::string first = fold(group[0]);
    constexpr std::array kinds{"option", "choice", "candidate", "variant", "alternative", "proposal"};
    if (std::find(kinds.begin(), kinds.end(), first) == kinds.end() || group[1].size() > 3) return std::nullopt;
    return std::string(s);
}

std::optional<int> place_of(std::string_view s) {
    int place = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), place);
    if (error != std::errc{} || end != s.data() + s.size() || place < 1 || place > 999) return std::nullopt;
    return place;
}

Reading ballot(ReadingType type, std::string_view rule) {
    Reading r;
    r.type = type;
    r.rule = rule;
    return r;
}

std::vector<std::string_view> split(std::string_view s, std::string_view separators) {
    std::vector<std::string_view> parts;
    while (parts.size() < most_options) {
        const std::size_t at = s.find_first_of(separators);
        parts.push_back(s.substr(0, at));
        if (at == std::string_view::npos) break;
        s.remove_prefix(at + 1);
    }
    return parts;
}

// Removes "ranking:", "my ranking is", "vote:" from the front.
std::string_view without_lead(std::string_view s) {
    constexpr std::array leads{
        "ranking:",   "my ranking:",    "rank:",       "vote:",        "my vote:",  "ballot:",
        "my ballot:", "my preference:", "preference:", "preferences:", "my order:", "order:",
        "i rank",     "my ranking is",  "approve:",    "approve",      "i approve", "approvals:",
        "scores:",    "my scores:",     "i vote for",  "votes:"};
    const std::string folded = fold(s);
    if (folded.size() != s.size()) return s;
    std::size_t longest = 0;
    for (std::string_view lead : leads)
        if (starts_with_phrase(folded, lead) || (lead.ends_with(':') && folded.starts_with(lead)))
            longest = std::max(longest, lead.size());
    return trim(s.substr(longest));
}

constexpr std::size_t few_words = 3;

bool is_short(std::string_view s) {
    const std::size_t count = words_of(s, few_words + 1).size();
    return count >= 1 && count <= few_words;
}

// Leaves the ballot unclear and says why; the first fault is the one that is told.
void spoil(Reading& r, std::string why) {
    r.confidence = Confidence::unclear;
    if (r.reason.empty()) r.reason = std::move(why);
}

// "Berlin" for "Berlni".
const std::string* nearest_option(std::string_view unknown, const Options& options) {
    const std::string wanted = fold(strip(unknown));
    std::size_t best = std::min<std::size_t>(2, wanted.size() / 3) + 1;
    const std::string* found = nullptr;
    for (const auto& [label, text] : options) {
        const std::size_t distance = edit_distance(wanted, fold(text), best);
        if (distance < best) best = distance, found = &text;
    }
    return found;
}

void spoil_by_option(Reading& r, std::string_view unknown, const Options& options) {
    std::string why = "\"" + std::string(strip(unknown)) + "\" is none of the options";
    if (const auto* near = nearest_option(unknown, options)) {
        why += "; did you mean \"" + *near + "\"?";
    } else {
        why += ", which are ";
        for (std::size_t i = 0; i < options.size() && i < 26; ++i) why += (i > 0 ? ", " : "") + options[i].first;
    }
    spoil(r, std::move(why));
}

void spoil_by_repeat(Reading& r, const std::string& option) {
    spoil(r, "\"" + option + "\" stands there twice");
}

std::string with_then_as_sign(std::string_view line) {
    std::string s(line);
    for (std::string_view word : {", then ", " then "})
        for (std::size_t at = s.find(word); at != std::string::npos; at = s.find(word, at))
            s.replace(at, word.size(), " > ");
    return s;
}

std::optional<Reading> ranked_by_order(std::string_view line, const Options& options) {
    if (line.find('>') == std::string_view::npos || line.find("=>") != std::string_view::npos ||
        line.find("->") != std::string_view::npos)
        return std::nullopt;
    Reading r = ballot(ReadingType::ranking, "ranking:order");
    int place = 0;
    std::string_view unknown;
    for (std::string_view tier : split(strip(without_lead(line)), ">")) {
        ++place;
        for (std::string_view item : split(tier, "=,")) {
            const auto option = option_named(item, options);
            if (!option && (options.empty() || !is_short(item))) return std::nullopt;
            if (!option)
                unknown = item;
            else if (!r.ranks.emplace(*option, place).second)
                spoil_by_repeat(r, *option);
        }
    }
    if (r.ranks.empty() || (r.ranks.size() < 2 && unknown.empty())) return std::nullopt;
    if (!unknown.empty()) spoil_by_option(r, unknown, options);
    return r;
}

// "B, then A, then C"
std::optional<Reading> ranked_in_words(std::string_view line, const Options& options) {
    if (options.empty() || line.find(" then ") == std::string_view::npos) return std::nullopt;
    auto r = ranked_by_order(with_then_as_sign(line), options);
    if (!r || r->confidence == Confidence::unclear) return std::nullopt;
    r->confidence = Confidence::near;
    r->rule = "ranking:words";
    return r;
}

struct Placed {
    int place;
    std::string option;
};

// "1. B", "1) B", "1: B", "1st: B" at the start of the text; `size` is how much of it was used when more follow.
std::optional<Placed> placed_option(std::string_view s, const Options& options) {
    std::size_t n = 0;
    while (n < s.size() && n < 3 && is_digit(s[n])) ++n;
    const auto place = place_of(s.substr(0, n));
    if (!place) return std::nullopt;
    std::string_view rest = s.substr(n);
    for (std::string_view ordinal : {"st", "nd", "rd", "th"})
        if (rest.starts_with(ordinal)) rest.remove_prefix(2);
    if (rest.empty() || std::string_view(".):").find(rest[0]) == std::string_view::npos) return std::nullopt;
    const auto option = option_named(rest.substr(1), options);
    if (!option) return std::nullopt;
    return Placed{*place, *option};
}

bool add(Reading& r, const Placed& p) {
    const bool fresh = r.ranks.emplace(p.option, p.place).second;
    if (!fresh) spoil_by_repeat(r, p.option);
    return fresh && r.ranks.size() < most_options;
}

std::optional<Reading> ranked_on_one_line(std::string_view line, const Options& options) {
    if (std::none_of(line.begin(), line.end(), is_digit)) return std::nullopt;
    std::string_view s = strip(without_lead(line));
    if (s.empty() || !is_digit(s[0])) return std::nullopt;
    Reading r = ballot(ReadingType::ranking, "ranking:numbered");
    while (!s.empty()) {
        std::size_t next = s.size();  // the next place: a digit after a blank, with its mark
        for (std::size_t i = 1; i + 1 < s.size(); ++i)
            if (is_digit(s[i]) && s[i - 1] == ' ' && (s[i + 1] == '.' || s[i + 1] == ')' || s[i + 1] == ':')) {
                next = i;
                break;
            }
        const auto placed = placed_option(strip(s.substr(0, next)), options);
        if (!placed || !add(r, *placed)) return std::nullopt;
        s = s.substr(next);
    }
    if (r.ranks.size() < 2) return std::nullopt;
    return r;
}

std::optional<FoundBallot> ranked_over_lines(std::span<const std::string_view> lines, const Options& options) {
    if (!placed_option(strip(lines[0]), options)) return std::nullopt;
    FoundBallot b{ballot(ReadingType::ranking, "ranking:numbered-lines"), 0};
    for (std::size_t i = 0; i < lines.size() && i < most_options; ++i) {
        const auto placed = placed_option(strip(lines[i]), options);
        if (!placed || !add(b.reading, *placed)) break;
        b.lines = i + 1;
    }
    const bool first_choice = !options.empty() && b.reading.ranks.size() == 1 && b.reading.ranks.begin()->second == 1;
    if (b.reading.ranks.size() < 2 && !first_choice) return std::nullopt;
    return b;
}

// The option that a box in a ballot is for: "[2] A", "[2] Choice 1: text".
std::optional<std::string> option_of(const Box& box, const Options& options) {
    const std::string_view label = strip(box.label);  // "[1] https://…" is a footnote, no ballot
    auto option = option_named(label, options);
    return option ? option : option_named(label.substr(0, label.find(':')), options);
}

// "[first] A": a box before a known option with something in it that is neither a tick nor a number.
std::optional<Box> odd_box(std::string_view line, const Options& options) {
    const std::string_view s = trim(line);
    const std::size_t close = s.find(']');
    if (options.empty() || !s.starts_with('[') || close == std::string_view::npos || close > 20) return std::nullopt;
    Box box{std::string(trim(s.substr(1, close - 1))), std::string(trim(s.substr(close + 1))), false};
    if (box.label.empty() || !option_of(box, options)) return std::nullopt;
    return box;
}

// Nobody is ranked nought: a form with one is filled with points.
void as_scores(Reading& r) {
    r.type = ReadingType::scores;
    r.rule = "scores:boxes";
    for (const auto& [option, points] : r.ranks) r.scores.emplace(option, std::to_string(points));
    r.ranks.clear();
}

std::optional<FoundBallot> ranked_in_boxes(std::span<const std::string_view> lines, const Options& options) {
    if (!read_box(lines[0]) && !odd_box(lines[0], options)) return std::nullopt;
    FoundBallot b{ballot(ReadingType::ranking, "ranking:boxes"), 0};
    std::string odd;
    for (std::size_t i = 0; i < lines.size() && i < most_options; ++i) {
        auto box = read_box(lines[i]);
        if (!box) box = odd_box(lines[i], options);
        if (!box) break;
        b.lines = i + 1;
        const auto option = option_of(*box, options);
        if (!box->numbered()) {
            if (option && !box->mark.empty() && box->mark != "_" && box->mark != "-" && box->mark != ".")
                odd = box->mark;
            continue;
        }
        if (option && !add(b.reading, {place_of(strip(box->mark)).value_or(0), *option})) break;
        if (!option && !options.empty()) spoil_by_option(b.reading, box->label, options);
    }
    if (b.reading.ranks.empty()) return std::nullopt;
    if (std::any_of(b.reading.ranks.begin(), b.reading.ranks.end(), [](const auto& r) { return r.second == 0; }))
        as_scores(b.reading);
    if (!odd.empty()) spoil(b.reading, "\"" + odd + "\" is no rank: write 1 for your first choice, 2 for the next");
    return b;
}

bool is_score(std::string_view s) {
    if (s.starts_with('+') || s.starts_with('-')) s.remove_prefix(1);
    if (s.empty() || s.size() > 9 || !is_digit(s[0]) || !is_digit(s.back())) return false;
    return std::count(s.begin(), s.end(), '.') <= 1 &&
           std::all_of(s.begin(), s.end(), [](char c) { return is_digit(c) || c == '.'; });
}

// What "B: 4" says of a ballot: nothing when it is no part of one.
enum class Scored { no, yes, unknown_option, no_number };
Scored score_item(std::string_view item, const Options& options, Reading& r) {
    const std::size_t mark = item.find_last_of(":=");
    if (mark == std::string_view::npos) return Scored::no;
    std::string_view number = strip(item.substr(mark + 1));
    if (const std::size_t slash = number.find('/'); slash != std::string_view::npos)
        number = strip(number.substr(0, slash));
    const std::string plain = fold(number);
    const auto option = option_named(item.substr(0, mark), options);
    const bool numeric = is_score(plain) && !((plain[0] == '+' || plain[0] == '-') && options.empty());
    if (!option || !numeric) {
        if (options.empty() || (!option && !numeric) || !is_short(item.substr(0, mark)) || !is_short(number))
            return Scored::no;
        if (option)
            spoil(r, "\"" + std::string(number) + "\" is no number of points");
        else
            spoil_by_option(r, item.substr(0, mark), options);
        return option ? Scored::no_number : Scored::unknown_option;
    }
    if (!r.scores.emplace(*option, plain).second) spoil_by_repeat(r, *option);
    return Scored::yes;
}

std::optional<FoundBallot> scored(std::span<const std::string_view> lines, const Options& options) {
    const auto may_score = [](std::string_view line) { return line.find_first_of(":=") != std::string_view::npos; };
    if (!may_score(lines[0])) return std::nullopt;
    FoundBallot b{ballot(ReadingType::scores, "scores"), 0};
    for (std::size_t i = 0; i < lines.size() && i < most_options && may_score(lines[i]); ++i) {
        bool fits = false;
        for (std::string_view item : split(strip(without_lead(lines[i])), ",;")) {
            fits = score_item(item, options, b.reading) != Scored::no;
            if (!fits) break;
        }
        if (!fits) break;
        b.lines = i + 1;
    }
    if (b.lines == 0 || b.reading.scores.empty()) return std::nullopt;
    return b;
}

std::optional<Reading> approved(std::string_view line, const Options& options) {
    if (options.empty()) return std::nullopt;
    const std::string_view s = strip(without_lead(line));
    std::string plain(s);
    for (std::string_view word : {" and ", " & ", " + "})
        for (std::size_t at = plain.find(word); at != std::string::npos; at = plain.find(word))
            plain.replace(at, word.size(), ",");
    Reading r = ballot(ReadingType::approvals, "approvals:list");
    for (std::string_view item : split(plain, ",;")) {
        if (strip(item).empty()) continue;
        const auto option = option_named(item, options);
        if (!option) return std::nullopt;
        if (std::find(r.approvals.begin(), r.approvals.end(), *option) == r.approvals.end())
            r.approvals.push_back(*option);
    }
    if (r.approvals.empty()) return std::nullopt;
    return r;
}

}  // namespace

bool Box::ticked() const {
    const std::string m = fold(mark);
    constexpr std::array ticks{"x",      "xx",     "*",      "v",      "y",      "yes", "\u2713", "\u2714", "\u2611",
                               "\u2612", "\u2705", "\u00D7", "\u2717", "\u2718", "o",   "+",      "\u0445"};
    return std::find(ticks.begin(), ticks.end(), m) != ticks.end();
}

bool Box::numbered() const {
    return strip(mark) == "0" || place_of(strip(mark)).has_value();
}

std::optional<Box> read_box(std::string_view line) {
    std::string_view s = trim(line);
    if (s.size() > longest_ballot_line) return std::nullopt;
    const bool task = s.size() > 2 && (s[0] == '-' || s[0] == '*') && s[1] == ' ';
    if (task) s = trim(s.substr(2));
    if (const std::string tick = fold(s); tick == "\u2611" || tick == "\u2714" || tick == "\u2713")
        return std::nullopt;  // a tick alone is an answer
    for (std::string_view full : {"\u2611", "\u2612", "\u2714", "\u2713"})
        if (s.starts_with(full)) return Box{"x", std::string(trim(s.substr(full.size()))), task};
    if (s.starts_with("\u2610")) return Box{"", std::string(trim(s.substr(3))), task};
    if (s.size() < 2 || (s[0] != '[' && s[0] != '(')) return std::nullopt;
    const std::size_t close = s.find(s[0] == '[' ? ']' : ')');
    if (close == std::string_view::npos || close > 12) return std::nullopt;
    Box box{std::string(trim(s.substr(1, close - 1))), std::string(trim(s.substr(close + 1))), task};
    const bool blank = box.mark.empty() || box.mark == "_" || box.mark == "-" || box.mark == ".";
    if (s[0] == '(' && !blank && !box.ticked()) return std::nullopt;  // "(1) text" is a list
    if (!blank && !box.ticked() && !box.numbered()) return std::nullopt;
    if (box.label.empty() || box.label.starts_with('(')) return std::nullopt;  // a link
    return box;
}

std::optional<std::string> option_named(std::string_view text, const Options& options) {
    const std::string_view s = strip(text);
    if (s.empty() || s.size() > longest_ballot_line) return std::nullopt;
    if (options.empty()) return plain_label(s);
    const std::string wanted = fold(s);
    for (const auto& [label, words] : options)
        if (wanted == fold(label) || wanted == fold(strip(words))) return label;
    const std::string head = fold(strip(s.substr(0, s.find_first_of(":)."))));  // "Choice 1: its text"
    for (const auto& [label, words] : options) {
        const std::string plain = fold(label);
        if (head == plain) return label;
        for (std::string_view kind : {"option ", "choice ", "candidate "})
            if (head == std::string(kind) + plain || wanted == std::string(kind) + plain) return label;
    }
    return std::nullopt;
}

std::optional<FoundBallot> read_ballot(std::span<const std::string_view> lines, const Options& options) {
    if (lines.empty() || lines[0].size() > longest_ballot_line) return std::nullopt;
    if (auto r = ranked_by_order(lines[0], options)) return FoundBallot{*r, 1};
    if (auto r = ranked_in_words(lines[0], options)) return FoundBallot{*r, 1};
    if (auto r = ranked_on_one_line(lines[0], options)) return FoundBallot{*r, 1};
    if (auto b = ranked_over_lines(lines, options)) return b;
    if (auto b = ranked_in_boxes(lines, options)) return b;
    if (auto b = scored(lines, options)) return b;
    if (auto r = approved(lines[0], options)) return FoundBallot{*r, 1};
    return std::nullopt;
}

}  // namespace assentd::words
