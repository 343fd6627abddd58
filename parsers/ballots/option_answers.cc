// SPDX-License-Identifier: Apache-2.0
//
// answers = 1*(quoted-lines value)          the last of the quoted lines is an option
//         / 2*(option-line value)           and nothing else
// value   = points / place / yes or no      as the decision asks
// figures = 2*figure                        one to a line, and no options: asked about
#include "parsers/ballots/option_answers.h"

#include <algorithm>
#include <optional>
#include <span>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/option_attempts.h"
#include "parsers/ballots/option_places_data.h"
#include "parsers/ballots/point_list.h"
#include "parsers/fold.h"
#include "parsers/reasons.h"
#include "parsers/votes/vote_line.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_said = 200;  // bytes of an answer to one option

struct OptionAnswer {
    std::string option;
    std::string said;
};

struct Answered {
    std::vector<OptionAnswer> options;
    bool all = true;  // nothing else is said
};

// "A: Paper", "- Paper", "[ ] Paper:"
std::optional<std::string> option_of_heading(std::string_view line, const Options& options) {
    const std::string labelled = with_labels(line, options);
    std::string_view s = without_bullet(strip(labelled));
    if (const auto box = read_box(s); box && box->mark.empty()) s = trim(s.substr(s.find(']') + 1));
    while (s.ends_with(':')) s = strip(s.substr(0, s.size() - 1));
    return option_named(s, options);
}

std::string_view last_line(std::string_view text) {
    const std::string_view s = trim(text);
    const std::size_t end = s.rfind('\n');
    return end == s.npos ? s : trim(s.substr(end + 1));
}

// Without what stands below it: a closing, a name.
std::string_view without_end(std::string_view text, const Message& message) {
    return bare_words(without_sign_off(text), message.from);
}

Answered of_quotations(const std::vector<Answer>& answers, const Message& message, const Options& options) {
    Answered found;
    for (const Answer& answer : answers) {
        const bool last = &answer == &answers.back();
        const std::string_view said = trim(last ? without_end(answer.text, message) : std::string_view(answer.text));
        if (said.empty() || is_greeting(said)) continue;
        const auto option = option_of_heading(last_line(answer.quoted), options);
        if (option && said.size() <= longest_said)
            found.options.push_back({*option, std::string(said)});
        else
            found.all = false;
    }
    return found;
}

std::vector<std::string_view> said_lines(std::string_view text, const Message& message) {
    std::vector<std::string_view> lines;
    for (std::string_view line : lines_of(without_end(text, message)))
        if (!is_blank(line) && !(lines.empty() && is_greeting(line))) lines.push_back(trim(line));
    return lines;
}

// None unless every second line is an option.
Answered of_lines(std::span<const std::string_view> lines, const Options& options) {
    Answered found;
    if (lines.size() < 4 || lines.size() % 2 == 1 || lines.size() > 2 * most_options) return found;
    for (std::size_t i = 0; i < lines.size(); i += 2) {
        const auto option = option_of_heading(lines[i], options);
        if (!option) return {};
        found.options.push_back({*option, std::string(lines[i + 1])});
    }
    return found;
}

bool begins_with_figure(std::string_view s) {
    return !s.empty() && (is_digit(s[0]) || (s.size() > 1 && (s[0] == '+' || s[0] == '-') && is_digit(s[1])));
}

std::optional<int> place_in(std::string_view said) {
    const std::string folded = fold(strip(said));
    const auto word = std::find_if(place_words.begin(), place_words.end(),
                                   [&](const PlaceWord& p) { return p.word == folded && p.place > 0; });
    return word == place_words.end() ? place_of(folded) : std::optional(static_cast<int>(word->place));
}

// "5" of "Score: 5"
std::string_view without_label(std::string_view said) {
    constexpr std::size_t few = 2;
    const std::size_t colon = said.find(':');
    if (colon == said.npos || words_of(said.substr(0, colon), few + 1).size() > few) return said;
    return begins_with_figure(trim(said.substr(colon + 1))) ? trim(said.substr(colon + 1)) : said;
}

// Adds what is said of an option; false when it is not what the decision asks for.
bool add_answer(Reading& r, const OptionAnswer& answer, const ReadingContext& context) {
    const std::string_view value = without_label(answer.said);
    if (context.asks_for_points) return read_points(answer.option + ": " + std::string(value), context, r);
    if (context.asks_for_order) {
        const auto place = place_in(value);
        if (place) add(r, Placed{*place, answer.option});
        return place.has_value();
    }
    const auto vote = context.naming_chooses ? lone_vote(fold(answer.said), context.words) : std::nullopt;
    if (!vote || vote->confidence == Confidence::unclear) return false;
    if (vote->position != Position::agree) return vote->position == Position::disagree;
    if (std::find(r.approvals.begin(), r.approvals.end(), answer.option) != r.approvals.end())
        spoil_by_repeat(r, answer.option);
    r.approvals.push_back(answer.option);
    return true;
}

ReadingType type_asked(const ReadingContext& context) {
    return context.asks_for_points  ? ReadingType::scores
           : context.asks_for_order ? ReadingType::ranking
                                    : ReadingType::approvals;
}

void place_in_text(Reading& r, std::string_view first, std::string_view last, const std::string& text) {
    r.offset = std::min(text.find(first), text.size());
    const std::size_t end = text.rfind(last);
    r.end = end == text.npos ? text.size() : end + last.size();
    r.line = trim(first.substr(0, first.find('\n')));
    if (r.end > r.offset + first.size()) r.lines = text.substr(r.offset, r.end - r.offset);
}

// The ballot of the answers; nothing when none of them is one.
std::optional<Reading> ballot_of(const Answered& answered, const ReadingContext& context) {
    Reading r = ballot(type_asked(context), "answers");
    r.confidence = Confidence::near;
    std::size_t read = 0;
    std::string other;
    for (const OptionAnswer& answer : answered.options) {
        if (add_answer(r, answer, context))
            ++read;
        else if (other.empty())
            other = answer.said;
    }
    const bool figures = !context.naming_chooses &&
                         std::any_of(answered.options.begin(), answered.options.end(),
                                     [](const OptionAnswer& a) { return begins_with_figure(without_label(a.said)); });
    if (context.naming_chooses && (!other.empty() || !answered.all || r.approvals.empty())) return std::nullopt;
    if (read == 0 && !figures) return std::nullopt;
    const bool first = std::any_of(r.ranks.begin(), r.ranks.end(), [](const auto& rank) { return rank.second == 1; });
    if (!other.empty())
        spoil(r, "\"" + other + "\" could not be read as a part of the ballot");
    else if (!answered.all || (context.asks_for_order && !first))
        spoil(r, std::string(usage_of_ballots(context)));
    return r;
}

bool is_figure(std::string_view line) {
    const std::string_view s = strip(line);
    return begins_with_figure(s) && s.size() <= 3;
}

}  // namespace

bool take_answers_to_options(Interpretation& in, const Message& message, const ReadingContext& context) {
    if (context.options.empty()) return false;
    const std::string& text = in.own.new_text;
    const auto lines = said_lines(text, message);
    std::optional<Reading> r;
    const Answered quoted = of_quotations(in.own.answers, message, context.options);
    if (!quoted.options.empty()) r = ballot_of(quoted, context);
    if (r) {
        place_in_text(*r, quoted.options.front().said, quoted.options.back().said, text);
    } else if (lines.size() >= 2 && std::all_of(lines.begin(), lines.end(), is_figure)) {
        r = ballot(type_asked(context), "attempt:figures");
        spoil(*r, std::string(usage_of_ballots(context)));
        place_in_text(*r, lines.front(), lines.back(), text);
    } else if (!context.naming_chooses) {
        const Answered below = of_lines(lines, context.options);
        if (!below.options.empty()) r = ballot_of(below, context);
        if (r) place_in_text(*r, lines.front(), lines.back(), text);
    }
    if (!r) return false;
    in.readings.push_back(std::move(*r));
    return true;
}

}  // namespace assentd::words
