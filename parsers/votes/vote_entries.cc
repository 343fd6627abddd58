// SPDX-License-Identifier: Apache-2.0
//
// cell     = a lone word or nought, and
//              a line of figures next to it / the same below another fragment
//            / a fragment right above, below a line that ends with ":", or that has figures
//            / for a nought: any fragment, prompt or head that names no vote
// item     = (bullet / number) "yes" …, next to another item of that list
// count    = name and sign, next to another name with its sign
// fragment = a few words without an end, of nobody who speaks of themselves
#include "parsers/votes/vote_entries.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "parsers/fold.h"
#include "parsers/interpret_whole.h"
#include "parsers/reasons.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_speakers.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_look = 1000;    // bytes above and below the line
constexpr std::size_t most_words = 4;         // of a fragment
constexpr std::size_t longest_fragment = 60;  // bytes

struct Lines {
    std::vector<std::string_view> above;  // the nearest first, without blank ones
    std::vector<std::string_view> below;  // down to a closing word
};

Lines lines_around(std::string_view line, std::string_view text) {
    Lines around;
    const auto at = static_cast<std::size_t>(line.data() - text.data());
    std::string_view before = text.substr(0, at);
    before = before.substr(before.size() - std::min(before.size(), longest_look));
    for (std::string_view s : lines_of(before))
        if (!is_blank(s)) around.above.insert(around.above.begin(), trim(s));
    const std::size_t end = std::min(text.find('\n', at), text.size());
    for (std::string_view s : lines_of(text.substr(end, longest_look))) {
        if (is_closing(s)) break;
        if (!is_blank(s)) around.below.push_back(trim(s));
    }
    return around;
}

bool is_fragment(std::string_view line) {
    if (line.size() > longest_fragment || std::string_view(".!?:;,").find(line.back()) != line.npos) return false;
    const std::string folded = fold(line);
    const auto group = words_of(folded, most_words + 1);
    return !group.empty() && group.size() <= most_words && !any_phrase_starts(folded, greetings) &&
           !any_phrase_starts(folded, interjections) && !vote_label(folded) && !lone_vote(folded) &&
           std::none_of(group.begin(), group.end(), speaks_of_oneself);
}

bool has_figures(std::string_view line) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        if (decision_id_size(line.substr(i)) > 0) return false;  // what is voted on
    return std::any_of(line.begin(), line.end(), is_digit);
}

// "90", "1.200 EUR", "15 %"
bool is_figures(std::string_view line) {
    constexpr std::size_t most = 7;  // more are a telephone's
    const auto figures = static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_digit));
    if (figures == 0 || figures > most || line[0] == '+' || line[0] == '-') return false;
    const auto group = words_of(line, 3);
    const std::string folded = fold(line);
    constexpr std::array money{"eur", "usd", "gbp", "chf", "sek", "dkk", "nok",
                               "pln", "czk", "rub", "try", "jpy", "cny"};
    const bool words = std::any_of(group.begin(), group.end(), [&](std::string_view w) {
        const bool number = w.find_first_not_of("0123456789") == w.npos;
        const bool other = static_cast<unsigned char>(w[0]) >= 0x80 && w.size() <= 3;  // a currency's sign
        return !number && !other && !is_one_of(fold(w), money);
    });
    return !words && folded != "0" && folded != "1";
}

// "$ echo $?", "Output:" above a nought
bool leads_to_figures(std::string_view above) {
    const std::string folded = fold(above);
    if (above.starts_with("$ ") || above.starts_with("# ") || above.starts_with(">>>")) return true;
    return (above.ends_with(':') || is_fragment(above)) && !vote_label(folded) &&
           !any_phrase_starts(folded, greetings) && !any_phrase_starts(folded, neutral_headings) &&
           decision_id_size(above) == 0;
}

bool is_cell(const FoundVote& v, const Lines& around) {
    if (!v.rule.ends_with(":lone")) return false;
    const auto is_word = [](std::string_view s) {
        const auto vote = lone_vote(fold(s));
        return vote && vote->is_word;
    };
    const bool nought = !v.is_word && v.strength == "0";
    if (!v.is_word && !nought) return false;
    if (std::any_of(around.above.begin(), around.above.end(), is_figures) ||
        std::any_of(around.below.begin(), around.below.end(), is_figures))
        return true;
    for (const std::vector<std::string_view>& lines : {around.above, around.below}) {
        const auto other = std::find_if_not(lines.begin(), lines.end(), is_fragment);
        if (other != lines.begin() && other != lines.end() && is_word(*other)) return true;
    }
    if (around.above.empty()) return false;
    const std::string_view above = around.above[0];
    if (nought && leads_to_figures(above)) return true;
    if (above.size() <= longest_fragment && has_figures(above) && !lone_vote(fold(above)) && !above.ends_with('.') &&
        !above.ends_with(',') && words_of(above, most_words + 1).size() <= most_words && !vote_label(fold(above)) &&
        !any_phrase_starts(fold(above), greetings))
        return true;
    return is_fragment(above) && around.above.size() > 1 && around.above[1].ends_with(':');
}

// "- ", "2. ", "b) ": how much of the line begins an item, and of what kind of list.
struct ItemMark {
    char kind;
    std::size_t size;
};
std::optional<ItemMark> item_mark(std::string_view line) {
    constexpr std::size_t longest = 3;  // "12."
    if (line.size() > 2 && (line[0] == '-' || line[0] == '*') && line[1] == ' ') return ItemMark{line[0], 2};
    if (line.starts_with("\u2022")) return ItemMark{'*', 3};
    const std::size_t mark = line.substr(0, longest).find_first_of(".):");
    if (mark == line.npos || mark == 0 || mark + 1 >= line.size() || line[mark + 1] != ' ') return std::nullopt;
    const bool figures = is_digit(line[0]) && is_digit(line[mark - 1]);
    if (!figures && !(mark == 1 && is_word_byte(line[0]))) return std::nullopt;
    return ItemMark{figures ? '1' : 'a', mark + 1};
}

bool is_item(const FoundVote& v, std::string_view line, const Lines& around) {
    const std::string_view s = trim(line);
    const auto mark = item_mark(s);
    if (!mark || !v.is_word) return false;
    const std::string folded = fold(s.substr(mark->size));
    const std::string_view said = skip_blanks(folded);
    const auto value = value_at(said, {});
    if (!value || !is_yes_or_no(said.substr(0, value->size))) return false;
    const auto of_list = [&](const std::vector<std::string_view>& lines) {
        const auto other = lines.empty() ? std::nullopt : item_mark(lines[0]);
        return other && other->kind == mark->kind;
    };
    return of_list(around.above) || of_list(around.below);
}

// "Tom" of "Tom +1" and "+1 Tom"; empty when the line is something else.
std::string_view whose_sign(std::string_view line) {
    constexpr std::size_t most_names = 3;
    const std::size_t sign = line.find_first_of("+-");
    if (sign == line.npos) return {};
    const auto value = sign_at(fold(line.substr(sign)));
    if (!value) return {};
    const std::string_view before = trim(line.substr(0, sign));
    const std::string_view behind = trim(line.substr(std::min(sign + value->size, line.size())));
    if (before.empty() == behind.empty()) return {};
    const std::string_view name = without_end_marks(before.empty() ? behind : before);
    const auto group = words_of(name, most_names + 1);
    const bool names = !group.empty() && group.size() <= most_names && !(group[0][0] >= 'a' && group[0][0] <= 'z');
    const bool others = names && !any_phrase_starts(fold(name), interjections) && !lone_vote(fold(name)) &&
                        std::none_of(group.begin(), group.end(), [](auto w) { return speaks_of_oneself(fold(w)); });
    return others ? name : std::string_view{};
}

bool is_count(const FoundVote& v, std::string_view line, const Lines& around) {
    const std::string_view name = v.is_word ? std::string_view{} : whose_sign(trim(line));
    if (name.empty()) return false;
    const auto another = [&](const std::vector<std::string_view>& lines) {
        const std::string_view other = lines.empty() ? std::string_view{} : whose_sign(lines[0]);
        return !other.empty() && fold(other) != fold(name);
    };
    return another(around.above) || another(around.below);
}

}  // namespace

std::string_view doubt_by_entries(const FoundVote& v, std::string_view line, std::string_view text) {
    const Lines around = lines_around(line, text);
    if (is_count(v, line, around)) return ":reported";
    return is_cell(v, around) || is_item(v, line, around) ? ":entry" : std::string_view{};
}

}  // namespace assentd::words
