// SPDX-License-Identifier: Apache-2.0
//
// points  = part *([divider] part)
// part    = option (SP / ":" / "=" / " - ") [sign] number ["/" number] ["points"]
//         / [sign] number ["points"] "for" option        "5 for Athens, 3 points to Berlin"
// sign    = "-" / "+"; whether a plus is a sign of points or a vote depends on the scale
// divider = "," / ";" / "/" / "|" / "." / "and"
#include "parsers/ballots/point_list.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "parsers/fold.h"

namespace assentd::words {
namespace {

struct Part {
    std::string option;
    std::string points;
    std::string_view behind;
};

// Of a number at the start, with its sign.
std::size_t number_size(std::string_view s) {
    constexpr std::string_view minus = "\u2212";
    if (const std::size_t sign = s.starts_with('-') || s.starts_with('+') ? 1
                                 : s.starts_with(minus)                   ? minus.size()
                                                                          : 0;
        sign > 0 && sign < s.size() && is_digit(s[sign])) {
        const std::size_t digits = number_size(s.substr(sign));
        return digits == 0 ? 0 : sign + digits;
    }
    std::size_t n = 0;
    while (n < s.size() && n < 9 && is_digit(s[n])) ++n;
    if (n > 0 && n + 1 < s.size() && s[n] == '.' && is_digit(s[n + 1]))
        for (++n; n < s.size() && is_digit(s[n]);) ++n;
    const bool ends = n == s.size() || std::string_view(" \t,;/|.").find(s[n]) != s.npos;
    const bool goes_on = n + 1 < s.size() && s[n] != ' ' && is_digit(s[n + 1]);  // "4,5", "5/10"
    return ends && !goes_on ? n : 0;
}

std::string_view without_unit(std::string_view s) {
    const std::string folded = fold(s.substr(0, 20));
    for (std::string_view unit : {"points", "point", "pts", "punkte", "punkt", "puntos", "punti", "pontos", "punten"})
        if (starts_with_phrase(folded, unit)) return trim(s.substr(unit.size()));
    return s;
}

// "5 for Athens", "3 points to Berlin"
std::optional<Part> points_first(std::string_view s, const Options& options) {
    constexpr std::array links{"for", "to",   "für",  "an",  "pour", "para", "a",
                               "per", "voor", "till", "til", "dla",  "pro"};
    const std::size_t size = number_size(s);
    if (size == 0) return std::nullopt;
    const std::string_view linked = without_unit(trim(s.substr(size)));
    const std::string_view link = linked.substr(0, linked.find(' '));
    const std::string folded = fold(link);
    if (std::find(links.begin(), links.end(), folded) == links.end()) return std::nullopt;
    const auto head = option_at_start(trim(linked.substr(link.size())), options);
    if (!head) return std::nullopt;
    return Part{head->option, fold(s.substr(0, size)), trim(head->behind)};
}

// "5/5"
std::size_t share_size(std::string_view s) {
    const std::size_t slash = std::min(s.find_first_not_of("0123456789"), s.size());
    if (slash == 0 || !s.substr(slash).starts_with('/')) return 0;
    const std::size_t scale = number_size(s.substr(slash + 1));
    return scale == 0 || !is_digit(s[slash + 1]) ? 0 : slash + 1 + scale;
}

// "- 5" behind an option, with blanks around the dash; where points may be less than nought it may be a minus.
std::string_view without_dash(std::string_view s, const ReadingContext& context) {
    for (std::string_view dash : {"- ", "\u2013 ", "\u2014 "})
        if (s.starts_with(dash) && !context.points_below_nought) return trim(s.substr(dash.size()));
    return s;
}

std::optional<Part> part_at(std::string_view s, const ReadingContext& context) {
    const Options& options = context.options;
    if (auto part = points_first(s, options)) return part;
    auto head = option_at_start(s, options);
    if (!head) {  // "b 5": a small letter stands before a number, or it is none
        const std::string_view word = s.substr(0, s.find_first_of(" \t:="));
        const auto option = option_named(word, options);
        if (!option) return std::nullopt;
        head = Head{*option, s.substr(word.size())};
    }
    std::string_view rest = head->behind;
    const bool blank = rest.starts_with(' ') || rest.starts_with('\t');
    rest = trim(rest);
    const bool mark = rest.starts_with(':') || rest.starts_with('=');
    if (mark) rest = trim(rest.substr(1));
    if (!mark && blank) rest = without_dash(rest, context);
    const std::size_t size = !mark && !blank ? 0 : std::max(share_size(rest), number_size(rest));
    if (size == 0) return std::nullopt;
    return Part{head->option, fold(rest.substr(0, size)), without_unit(trim(rest.substr(size)))};
}

std::string_view without_divider(std::string_view s) {
    if (!s.empty() && std::string_view(",;/|.").find(s[0]) != s.npos) s = trim(s.substr(1));
    if (starts_with_phrase(s, "and")) s = trim(s.substr(3));
    return s;
}

// "Room 1" and "Room" with a point: who knows.
bool names_options(std::string_view line, const Options& options) {
    for (std::string_view item : split(line, ",;/|"))
        if (option_named(item, options)) return true;
    return false;
}

}  // namespace

bool read_points(std::string_view line, const ReadingContext& context, Reading& ballot) {
    const Options& options = context.options;
    if (options.empty() || names_options(line, options)) return false;
    std::string_view rest = strip(line);
    std::vector<Part> parts;
    while (parts.size() <= options.size()) {  // with more, one stands there twice
        auto part = part_at(rest, context);
        if (!part) break;
        rest = without_divider(part->behind);
        parts.push_back(std::move(*part));
    }
    const bool whole = strip(rest).empty();
    const bool begins = parts.size() >= 2 || (parts.size() == 1 && option_at_start(rest, options));
    if (parts.empty() || !(whole || begins)) return false;
    for (const Part& part : parts)
        if (!ballot.scores.emplace(part.option, part.points).second) spoil_by_repeat(ballot, part.option);
    if (!whole) spoil(ballot, "\"" + std::string(rest) + "\" could not be read as a part of the ballot");
    return true;
}

}  // namespace assentd::words
