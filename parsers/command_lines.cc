// SPDX-License-Identifier: Apache-2.0
//
// command-line = [scope ":"] command
// command   = "help" / "status" / "seconded" / "confirm" / "keep" / "retire"        nothing behind
//           / "withdraw" [["my" / "the"] ("vote" / "proposal")] [reason]
//           / ("recuse" / "close" / "settle") [reason]                 reason behind ":" "," "-" or
//           "because" / "extend" (duration / "until" instant) [reason] / "hold" duration [reason] / "amend" [":"
//           text]                                                    the rest of the mail is the text / "delegate"
//           ["to"] address ["for" decision / "until" instant] / "away" ["from" instant] ["until"] instant /
//           "receipts" ("on" / "off" / "errors") / "digest" ("daily" / "weekly" / "off") / "overrule" name reason
// concern   = "concern" [":"] name [":"] text
// resolve   = "resolve" name
// A line is command-like when its first word is a command (or a near miss of one) and the line is too short or too
// much like the grammar to be prose; what does not fit then is unclear, with the form that would be right.
#include "parsers/command_lines.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"

namespace assentd::words {
namespace {

enum class Shape { nothing, reason, duration, text, delegate, instant, receipts, digest, name_reason };

struct CommandForm {
    std::string_view word;
    std::string_view name;
    Shape shape;
    std::string_view usage;
};

constexpr std::array command_forms{
    CommandForm{"help", "help", Shape::nothing, "help"},
    CommandForm{"status", "status", Shape::nothing, "status"},
    CommandForm{"confirm", "confirm", Shape::nothing, "confirm"},
    CommandForm{"confirmed", "confirm", Shape::nothing, "confirm"},
    CommandForm{"keep", "keep", Shape::nothing, "keep"},
    CommandForm{"retire", "retire", Shape::nothing, "retire"},
    CommandForm{"withdraw", "withdraw", Shape::reason, "withdraw"},
    CommandForm{"withdrawn", "withdraw", Shape::reason, "withdraw"},
    CommandForm{"close", "close", Shape::reason, "close: all have answered"},
    CommandForm{"settle", "settle", Shape::reason, "settle cost"},
    CommandForm{"extend", "extend", Shape::duration, "extend 3 days: holidays"},
    CommandForm{"hold", "hold", Shape::duration, "hold 3 days: I need to read it"},
    CommandForm{"amend", "amend", Shape::text, "amend, and the new text below it"},
    CommandForm{"delegate", "delegate", Shape::delegate, "delegate to ana@example.org until 2030-05-31"},
    CommandForm{"away", "away", Shape::instant, "away until 2030-05-31"},
    CommandForm{"receipts", "receipts", Shape::receipts, "receipts off"},
    CommandForm{"digest", "digest", Shape::digest, "digest weekly"},
    CommandForm{"overrule", "overrule", Shape::name_reason, "overrule cost the budget was raised"},
};

constexpr std::size_t longest_command_line = 1000;
constexpr std::size_t few_words = 4;

struct Parts {
    std::string_view original;  // the line, trimmed
    std::string_view rest;      // behind the first word, trimmed, as written
    std::string folded_rest;
};

Reading command(const CommandForm& form, std::string_view rule) {
    Reading r;
    r.type = ReadingType::command;
    r.command = form.name;
    r.rule = "command:" + std::string(rule);
    return r;
}

Reading unclear(const CommandForm& form) {
    Reading r = command(form, "near-miss");
    r.confidence = Confidence::unclear;
    r.reason = "Write it as: " + std::string(form.usage);
    return r;
}

std::string_view strip(std::string_view s) {
    constexpr std::string_view marks = " .!:,-;";
    s = trim(s);
    while (!s.empty() && marks.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && (s.back() == '.' || s.back() == '!' || s.back() == ' ')) s.remove_suffix(1);
    return trim(s);
}

bool is_number_word(std::string_view w) {
    constexpr std::array numbers{"a",   "an",    "one",   "two",  "three", "four",   "five",
                                 "six", "seven", "eight", "nine", "ten",   "another"};
    return is_digit(w[0]) || std::find(numbers.begin(), numbers.end(), w) != numbers.end();
}

bool is_unit(std::string_view w) {
    constexpr std::array units{"day",      "days",    "hour",     "hours",   "week", "weeks",
                               "month",    "months",  "d",        "h",       "w",    "working",
                               "business", "workday", "workdays", "minutes", "min",  "minute"};
    return std::find(units.begin(), units.end(), w) != units.end();
}

bool is_date_word(std::string_view w) {
    constexpr std::array days{"monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",
                              "tomorrow", "today",    "next",      "end",      "noon",   "mon",      "tue",
                              "wed",      "thu",      "fri",       "sat",      "sun",    "january",  "february",
                              "march",    "april",    "may",       "june",     "july",   "august",   "september",
                              "october",  "november", "december"};
    return is_digit(w[0]) || std::find(days.begin(), days.end(), w) != days.end();
}

// Splits "3 days: reason", "3 days because reason", "3 days, reason" into value and reason.
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
    r.arguments.emplace_back(strip(s.substr(0, cut)));
    if (cut == std::string_view::npos) return;
    std::string_view reason = strip(s.substr(cut + width));
    if (reason.ends_with(')') && reason.find('(') == std::string_view::npos) reason.remove_suffix(1);
    if (!reason.empty()) r.arguments.emplace_back(reason);
    r.reason = std::string(reason);
}

std::optional<Reading> read_nothing(const CommandForm& form, const Parts& p) {
    const std::string_view rest = strip(p.rest);
    if (rest.empty()) return command(form, form.name);
    if (form.name == "help" || form.name == "status") {
        const std::string folded = fold(rest);
        if (folded.starts_with("d-") && words_of(folded, 2).size() == 1) {
            Reading r = command(form, form.name);
            r.arguments.emplace_back(rest);
            return r;
        }
    }
    return std::nullopt;
}

// "withdraw [my / the] vote / proposal [reason]": the first argument says which.
std::optional<Reading> read_withdrawn_object(const Reading& command, const Parts& p) {
    for (const std::string_view object : {"vote", "proposal"})
        for (const std::string_view article : {"", "my ", "the "}) {
            const std::string phrase = std::string(article) + std::string(object);
            if (!starts_with_phrase(p.folded_rest, phrase)) continue;
            Reading r = command;
            r.arguments.emplace_back(object);
            r.reason = std::string(strip(p.rest.substr(std::min(phrase.size(), p.rest.size()))));
            if (!r.reason.empty()) r.arguments.push_back(r.reason);
            return r;
        }
    return std::nullopt;
}

std::optional<Reading> read_reason(const CommandForm& form, const Parts& p) {
    Reading r = command(form, form.name);
    if (strip(p.rest).empty()) return r;
    const bool divided = std::string_view(":,-;(").find(p.rest[0]) != std::string_view::npos;
    const auto group = words_of(p.folded_rest, few_words + 1);
    if (form.name == "settle") {
        if (group.size() > 1 && !divided) return std::nullopt;
        r.arguments.emplace_back(strip(p.rest));
        return r;
    }
    if (form.name == "withdraw")
        if (auto withdrawn = read_withdrawn_object(r, p)) return withdrawn;
    if (!divided && !starts_with_phrase(p.folded_rest, "because") && !starts_with_phrase(p.folded_rest, "it")) {
        if (group.size() == 1 && p.folded_rest.starts_with("d-")) {
            r.scope = std::string(strip(p.rest));
            return r;
        }
        return std::nullopt;
    }
    r.reason = std::string(strip(p.rest));
    r.arguments.push_back(r.reason);
    return r;
}

std::optional<Reading> read_duration(const CommandForm& form, const Parts& p) {
    std::string_view rest = strip(p.rest);
    std::string folded = fold(rest);
    for (std::string_view by : {"by ", "for ", "it by ", "it "})
        if (folded.starts_with(by) && folded.size() == rest.size()) {
            rest.remove_prefix(by.size());
            folded.erase(0, by.size());
        }
    const auto group = words_of(folded, 8);
    if (group.empty()) return unclear(form);
    const bool until = group[0] == "until" || group[0] == "till" || group[0] == "to";
    const bool digits_and_unit =
        is_digit(group[0][0]) &&
        is_unit(group[0].substr(group[0].find_first_not_of("0123456789") == std::string_view::npos
                                    ? group[0].size()
                                    : group[0].find_first_not_of("0123456789")));
    const bool duration = digits_and_unit || (is_number_word(group[0]) && group.size() > 1 &&
                                              (is_unit(group[1]) || (group.size() > 2 && is_unit(group[2]))));
    if (duration || (until && group.size() > 1 && is_date_word(group[1]))) {
        Reading r = command(form, form.name);
        split_reason(rest, r);
        return r;
    }
    if (group.size() <= 2 && (is_digit(group[0][0]) || until || group.size() == 1)) return unclear(form);
    return std::nullopt;
}

std::optional<Reading> read_delegate(const CommandForm& form, const Parts& p) {
    std::string_view rest = strip(p.rest);
    std::string folded = fold(rest);
    if (folded.starts_with("to ") && folded.size() == rest.size()) rest = trim(rest.substr(3));
    const std::size_t at = rest.find('@');
    if (at == std::string_view::npos) {
        return words_of(rest, few_words + 1).size() <= few_words ? std::optional(unclear(form)) : std::nullopt;
    }
    const std::size_t end = std::min(rest.find_first_of(" >,;", at), rest.size());
    std::size_t begin = rest.rfind(' ', at);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    std::string_view address = rest.substr(begin, end - begin);
    while (!address.empty() && (address.front() == '<' || address.front() == '(')) address.remove_prefix(1);
    Reading r = command(form, form.name);
    r.arguments.emplace_back(strip(address));
    std::string_view tail =
        strip(rest.substr(std::min(end + (end < rest.size() && rest[end] == '>' ? 1u : 0u), rest.size())));
    const std::string tail_folded = fold(tail);
    if (starts_with_phrase(tail_folded, "for")) {
        r.scope = std::string(strip(tail.substr(3)));
        r.arguments.push_back("for " + r.scope);
    } else if (starts_with_phrase(tail_folded, "until")) {
        r.arguments.push_back("until " + std::string(strip(tail.substr(5))));
    } else if (!tail.empty()) {
        return unclear(form);
    }
    return r;
}

std::optional<Reading> read_instant(const CommandForm& form, const Parts& p) {
    const auto group = words_of(p.folded_rest, 8);
    if (group.empty()) return strip(p.rest).empty() ? std::optional(unclear(form)) : std::nullopt;
    const std::string_view rest = strip(p.rest);
    const std::string folded = fold(rest);
    if (starts_with_phrase(folded, "from")) {
        if (group.size() < 2 || !is_date_word(group[1])) return std::nullopt;
        const std::size_t until = folded.find(" until ");
        const std::size_t to = folded.find(" to ");
        const std::size_t cut = until != std::string::npos ? until : to;
        if (cut == std::string::npos || folded.size() != rest.size()) return unclear(form);
        Reading r = command(form, form.name);
        r.arguments.emplace_back(strip(rest.substr(cut + (until != std::string::npos ? 7 : 4))));
        r.arguments.push_back("from " + std::string(strip(rest.substr(4, cut - 4))));
        return r;
    }
    const bool until = group[0] == "until" || group[0] == "till";
    if ((until && group.size() > 1) || (group.size() <= 3 && is_date_word(group[0]))) {
        Reading r = command(form, form.name);
        r.arguments.emplace_back(strip(until ? rest.substr(group[0].size()) : rest));
        return r;
    }
    return group.size() <= 2 ? std::optional(unclear(form)) : std::nullopt;
}

template <std::size_t N>
std::optional<Reading> read_choice(const CommandForm& form, const Parts& p,
                                   const std::array<const char*, N>& choices) {
    const std::string rest = fold(strip(p.rest));
    if (std::find(choices.begin(), choices.end(), rest) != choices.end()) {
        Reading r = command(form, form.name);
        r.arguments.push_back(rest);
        return r;
    }
    return words_of(rest, 4).size() <= 2 ? std::optional(unclear(form)) : std::nullopt;
}

std::optional<Reading> read_shape(const CommandForm& form, const Parts& p) {
    switch (form.shape) {
        case Shape::nothing:
            return read_nothing(form, p);
        case Shape::reason:
            return read_reason(form, p);
        case Shape::duration:
            return read_duration(form, p);
        case Shape::delegate:
            return read_delegate(form, p);
        case Shape::instant:
            return read_instant(form, p);
        case Shape::receipts:
            return read_choice(form, p, std::array{"on", "off", "errors", "errors only", "all"});
        case Shape::digest:
            return read_choice(form, p, std::array{"daily", "weekly", "off", "on", "none"});
        case Shape::text: {
            const std::string_view rest = trim(p.rest);
            if (!strip(rest).empty() && !rest.starts_with(':')) return std::nullopt;
            Reading r = command(form, form.name);
            if (!strip(rest).empty()) r.arguments.emplace_back(trim(rest.substr(1)));
            return r;
        }
        case Shape::name_reason: {
            const std::string_view concern = name_in(p.rest);
            const std::string_view reason = behind(p.rest, concern);
            if (words_of(reason, 1).empty()) return unclear(form);
            Reading r = command(form, form.name);
            r.concern = fold(concern);
            r.reason = std::string(strip(reason));
            r.arguments = {std::string(concern), r.reason};
            return r;
        }
    }
    return std::nullopt;
}

// The name of a concern: letters, digits, "-" and "_"; never a word that only begins a sentence.
bool is_concern_name(std::string_view folded) {
    constexpr std::array no_names{"the",   "this", "that",  "i",    "we",  "it",  "my", "our",
                                  "a",     "an",   "there", "what", "how", "why", "is", "are",
                                  "about", "your", "with",  "in",   "if",  "not", "no"};
    return !folded.empty() && folded.size() <= 40 &&
           std::find(no_names.begin(), no_names.end(), folded) == no_names.end();
}

std::optional<Reading> read_concern(const Parts& p, bool colon) {
    std::string_view rest = p.rest;
    if (rest.starts_with(':')) rest = trim(rest.substr(1));
    std::size_t n = 0;
    while (n < rest.size() && (is_word_byte(rest[n]) || rest[n] == '-' || rest[n] == '_')) ++n;
    const std::string name = fold(rest.substr(0, n));
    const bool named = n < rest.size() && rest[n] == ':';
    if (!colon && !named) return std::nullopt;  // "concern about the cost" is prose
    Reading r;
    r.type = ReadingType::concern;
    r.rule = "concern";
    r.reason = std::string(trim(rest.substr(std::min(n + (named ? 1u : 0u), rest.size()))));
    r.concern = name;
    if (!is_concern_name(name)) {
        r.concern.clear();
        r.confidence = Confidence::unclear;
        r.reason = "Write it as: concern: cost it is twice the budget";
    }
    return r;
}

std::optional<Reading> read_resolve(const Parts& p) {
    std::string_view rest = strip(p.rest);
    const std::string folded = fold(rest);
    if (folded.starts_with("concern ") && folded.size() == rest.size()) rest = strip(rest.substr(8));
    const std::string_view concern = name_in(rest);
    const std::string_view reason = behind(rest, concern);
    Reading r;
    r.type = ReadingType::resolve;
    r.rule = "resolve";
    const bool marked = !reason.empty() && std::string_view(":,-").find(reason[0]) != std::string_view::npos;
    if (!concern.empty() && (marked || words_of(reason, 1).empty())) {
        r.concern = fold(concern);
        r.reason = std::string(strip(reason));
        return r;
    }
    if (!concern.empty()) return std::nullopt;
    r.confidence = Confidence::unclear;
    r.reason = "Write it as: resolve cost";
    return r;
}

}  // namespace

bool takes_rest(const Reading& r) {
    return r.type == ReadingType::command && r.command == "amend";
}

std::optional<Reading> read_command(std::string_view line) {
    const std::string_view s = trim(line);
    if (s.empty() || s.size() > longest_command_line || s.ends_with('?')) return std::nullopt;
    std::size_t n = 0;
    while (n < s.size() && ((s[n] >= 'a' && s[n] <= 'z') || (s[n] >= 'A' && s[n] <= 'Z'))) ++n;
    if (n < 3 || n > 12 || (n < s.size() && (is_word_byte(s[n]) || s[n] == '\'' || s[n] == '/' || s[n] == '_')))
        return std::nullopt;
    const std::string word = fold(s.substr(0, n));
    Parts p{s, trim(s.substr(n)), {}};
    p.folded_rest = fold(p.rest);
    if (word == "concern" || word == "concerns") return read_concern(p, p.rest.starts_with(':'));
    if (word == "resolve" || word == "resolved") return read_resolve(p);
    for (const CommandForm& form : command_forms)
        if (form.word == word) return read_shape(form, p);
    if (words_of(s, few_words + 1).size() > few_words || n < 4) return std::nullopt;
    for (const CommandForm& form : command_forms) {  // "extned 3 days": nearly a command, and all else is right
        if (edit_distance(word, form.word, 1) > 1) continue;
        const auto meant = read_shape(form, p);
        const bool takes_argument =
            form.shape != Shape::nothing && form.shape != Shape::reason && form.shape != Shape::text;
        if (meant && meant->confidence != Confidence::unclear && (takes_argument || strip(p.rest).empty()))
            return unclear(form);
    }
    return std::nullopt;
}

}  // namespace assentd::words
