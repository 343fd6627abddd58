// SPDX-License-Identifier: Apache-2.0
#include "parsers/commands/command_times.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"

namespace assentd::words {
namespace {

constexpr std::size_t few_words = 4;

bool is_number_word(std::string_view w) {
    constexpr std::array numbers{"a",   "an",    "one",   "two",  "three", "four",   "five",
                                 "six", "seven", "eight", "nine", "ten",   "another"};
    return is_digit(w[0]) || is_one_of(w, numbers);
}

bool is_unit(std::string_view w) {
    constexpr std::array units{"day",      "days",    "hour",     "hours",   "week", "weeks",
                               "month",    "months",  "d",        "h",       "w",    "working",
                               "business", "workday", "workdays", "minutes", "min",  "minute"};
    return is_one_of(w, units);
}

bool is_date_word(std::string_view w) {
    constexpr std::array days{"monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",
                              "tomorrow", "today",    "next",      "end",      "noon",   "mon",      "tue",
                              "wed",      "thu",      "fri",       "sat",      "sun",    "january",  "february",
                              "march",    "april",    "may",       "june",     "july",   "august",   "september",
                              "october",  "november", "december"};
    return is_digit(w[0]) || is_one_of(w, days);
}

}  // namespace

void split_reason(std::string_view s, Reading& r) {
    std::size_t cut = std::string_view::npos;
    std::size_t width = 1;
    for (std::size_t i = 0; i < s.size(); ++i) {
        const bool clock = s[i] == ':' && i > 0 && i + 1 < s.size() && is_digit(s[i - 1]) && is_digit(s[i + 1]);
        const bool mark =
            (s[i] == ':' && !clock) || s[i] == ',' || s[i] == '(' || (s[i] == '-' && i > 0 && s[i - 1] == ' ');
        if (mark) {
            cut = i;
            break;
        }
    }
    const std::string folded = fold(s);
    if (const std::size_t at = find_phrase(folded, "because"); at < cut && folded.size() == s.size())
        cut = at, width = 0;
    r.arguments.emplace_back(strip_marks(s.substr(0, cut)));
    if (cut == std::string_view::npos) return;
    std::string_view reason = strip_marks(s.substr(cut + width));
    if (reason.ends_with(')') && reason.find('(') == std::string_view::npos) reason.remove_suffix(1);
    if (!reason.empty()) r.arguments.emplace_back(reason);
    r.reason = std::string(reason);
}

std::optional<Reading> read_duration(const CommandForm& form, const Parts& p) {
    if (p.rest.size() > 1 && p.rest[0] == '-' && is_digit(p.rest[1])) return unclear_command(form);
    std::string_view rest = strip_marks(p.rest);
    // "hold -1 days" is not one day.
    if (!rest.empty() && is_digit(rest[0]) && rest.data() > p.rest.data() && rest.data()[-1] == '-')
        return unclear_command(form);
    std::string folded = fold(rest);
    bool named = false;
    for (std::string_view by : {"the deadline ", "the vote ", "it ", "by ", "for "})
        if (folded.starts_with(by) && folded.size() == rest.size()) {
            rest.remove_prefix(by.size());
            folded.erase(0, by.size());
            named = true;
        }
    const auto group = words_of(folded, 8);
    if (group.empty()) return unclear_command(form);
    const bool until = group[0] == "until" || group[0] == "till" || group[0] == "to";
    const bool digits_and_unit =
        is_digit(group[0][0]) &&
        is_unit(group[0].substr(group[0].find_first_not_of("0123456789") == std::string_view::npos
                                    ? group[0].size()
                                    : group[0].find_first_not_of("0123456789")));
    const bool duration = digits_and_unit || (is_number_word(group[0]) && group.size() > 1 &&
                                              (is_unit(group[1]) || (group.size() > 2 && is_unit(group[2]))));
    // "hold 3 days of copies", "hold it for a minute": of other things, or a manner of speaking
    const auto unit = std::find_if(group.begin(), group.end(), [](std::string_view w) { return is_unit(w); });
    const bool of_things = duration && unit != group.end() && unit + 1 != group.end() && unit[1] == "of";
    if (of_things || (duration && !digits_and_unit && group[1] == "minute")) return unclear_command(form);
    if (duration || (until && group.size() > 1 && is_date_word(group[1]))) {
        Reading r = command_of(form);
        split_reason(rest, r);
        return r;
    }
    // "extend until the cows come home", "hold for a bit": a command, and no time to reckon with
    if (until || group.size() == 1 || is_digit(group[0][0])) return unclear_command(form);
    const bool amount = named || group[0] == "a" || group[0] == "some";
    return amount && group.size() <= few_words ? std::optional(unclear_command(form)) : std::nullopt;
}

namespace {

// "Monday" of "Monday, talk then": what goes on behind a comma with a figure or a month is still of the date.
std::string_view instant_alone(std::string_view s) {
    for (std::size_t comma = s.find_first_of(",;("); comma != s.npos; comma = s.find_first_of(",;(", comma + 1)) {
        const auto next = words_of(s.substr(comma), 1);
        if (next.empty() || s[comma] != ',' || !is_date_word(fold(next[0]))) return strip_marks(s.substr(0, comma));
    }
    return strip_marks(s);
}

}  // namespace

std::optional<Reading> read_instant(const CommandForm& form, const Parts& p) {
    const auto group = words_of(p.folded_rest, 8);
    if (group.empty()) return strip_marks(p.rest).empty() ? std::optional(unclear_command(form)) : std::nullopt;
    const std::string_view rest = strip_marks(p.rest);
    const std::string folded = fold(rest);
    const bool from = starts_with_phrase(folded, "from");
    const std::size_t until_at = folded.find(" until ");
    const std::size_t cut = until_at != std::string::npos ? until_at : folded.find(" to ");
    if (from || (cut != std::string::npos && is_date_word(group[0]))) {  // "14 Dec to 18 Dec"
        if (from && (group.size() < 2 || !is_date_word(group[1]))) return std::nullopt;
        if (cut == std::string::npos || folded.size() != rest.size()) return unclear_command(form);
        const std::size_t begin = from ? 4 : 0;
        Reading r = command_of(form);
        r.arguments = {std::string(strip_marks(rest.substr(begin, cut - begin))),
                       std::string(instant_alone(rest.substr(cut + (until_at != std::string::npos ? 7 : 4))))};
        return r;
    }
    const bool until = group[0] == "until" || group[0] == "till";
    if ((until && group.size() > 1) || (group.size() <= 3 && is_date_word(group[0]))) {
        Reading r = command_of(form);
        r.arguments = {std::string{}, std::string(instant_alone(until ? rest.substr(group[0].size()) : rest))};
        return r;
    }
    return group.size() <= 2 ? std::optional(unclear_command(form)) : std::nullopt;
}

}  // namespace assentd::words
