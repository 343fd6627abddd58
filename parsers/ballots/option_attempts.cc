// SPDX-License-Identifier: Apache-2.0
//
// attempt = label 1*(sign label)                         "B >> A", "A -> B", "A, then B", "B-A-C"
//         / 1*(place label)                              "1) B", "A1 B2", "B first"
//         / options and a few words                      "A or B", "A B C"
//         / lead-in … option …                           "I'd go with A, not B"
//         / labels run together                          "ACB"
//         / place                                        "the first one", "option 2, please", "2 > 1"
//         / option (":" / "=") (number / few words)      "A: 5 (B: too cold)", "B:"
//         / place ("." / ")" / ":") option …             "1. A 2. Z"
//         / option and a judgement, in few words         "A works for me"
//         / option [","] condition, in few words         "Athens if it is before Easter, else Berlin"
//         / option and points in prose                   "I'd give Athens a 5": see parsers/ballots/option_prose
//         / all or none of the options                   "both are fine": see parsers/ballots/option_prose
//         / the same of options called by a word         "Fridays are best": see parsers/ballots/option_by_word
//         / points where none are asked for              "5 for Athens, 3 for Berlin"; see parsers/ballots/point_list
//         / nearly the text of an option                 "Berlni"
#include "parsers/ballots/option_attempts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/option_by_word.h"
#include "parsers/ballots/option_by_word_data.h"
#include "parsers/ballots/option_judging.h"
#include "parsers/ballots/option_places_data.h"
#include "parsers/ballots/option_prose.h"
#include "parsers/ballots/option_words.h"
#include "parsers/ballots/option_words_data.h"
#include "parsers/ballots/point_list.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/vote_openings.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_words = 12;  // of a line that names options by place

Reading unclear(std::string_view rule, std::string reason) {
    Reading r = ballot(ReadingType::ranking, "attempt:" + std::string(rule));
    r.confidence = Confidence::unclear;
    r.reason = std::move(reason);
    return r;
}

// `dashes`: between the letters of known options they are a sign like the others; of unknown ones "A-B" may be a
// name.
std::string with_one_sign(std::string_view line, bool dashes) {
    std::string s(line);
    std::vector<std::string_view> signs{"\u2192", "\u21D2", ">>>", ">>",     "->",      "=>",    "<<",
                                        "<>",     "<",      "=",   "\u2265", ", then ", " then "};
    if (dashes) signs.insert(signs.end(), {"-", "\u2010", "\u2013", "\u2014"});
    for (std::string_view sign : signs)
        for (std::size_t at = s.find(sign); at != std::string::npos; at = s.find(sign, at + 1))
            s.replace(at, sign.size(), 1, '>');
    return s;
}

// "B >> A", "A -> B", "A > B > ?": nothing but options and signs between them.
bool is_order(std::string_view line, const Options& options) {
    const std::string plain = with_one_sign(line, !options.empty());
    std::size_t named = 0;
    for (std::size_t at = 0; at <= plain.size();) {
        const std::size_t end = std::min(plain.find('>', at), plain.size());
        const std::string_view item = trim(std::string_view(plain).substr(at, end - at));
        if (option_named(item, options))
            ++named;
        else if (words_of(item, 1).size() > 0)
            return false;
        at = end + 1;
    }
    return named >= 2 || (named == 1 && plain.find('>') != std::string::npos && line.find('-') == line.npos);
}

bool is_figure(std::string_view w) {
    return !w.empty() && std::all_of(w.begin(), w.end(), is_digit);
}

bool is_place(std::string_view w) {
    constexpr std::array places{"1st", "2nd", "3rd", "first", "second", "third", "last", "best"};
    return is_figure(w) || is_one_of(w, places);
}

// "1) B", "A1 B2", "1=B 2=A", "B first": places and labels, and nothing else.
bool is_placing(std::string_view line, const Options& options) {
    const auto label = [&](std::string_view w) { return w != "I" && option_named(w, options).has_value(); };
    bool placed = false;
    bool named = false;
    const auto group = words_of(line, 21);
    const bool divided = std::all_of(line.begin(), line.end(), [](char c) {
        return is_word_byte(c) || std::string_view(" \t.,;:=()-").find(c) != std::string_view::npos;
    });
    if (group.size() > 20 || !divided) return false;
    for (std::string_view w : group) {
        if (is_place(fold(w))) {
            placed = true;
        } else if (label(w)) {
            named = true;
        } else if (w.size() == 2 && is_digit(w[0]) != is_digit(w[1]) &&
                   (label(w.substr(0, 1)) || label(w.substr(1)))) {
            placed = named = true;
        } else {
            return false;
        }
    }
    return placed && named;
}

// "ACB": nothing but the letters of options, each once; `small`: in small letters, too.
std::string run_together(std::string_view line, const Options& options, bool small) {
    const std::string_view s = strip(line);
    std::string letters;
    if (s.size() < 2 || s.size() > options.size() || option_named(s, options)) return {};
    for (const char c : s) {
        const bool lower = c >= 'a' && c <= 'z';
        const char letter = lower && small ? static_cast<char>(c - 'a' + 'A') : c;
        const bool known = std::any_of(options.begin(), options.end(), [&](const auto& option) {
            return option.first.size() == 1 && option.first[0] == letter;
        });
        if (!known || letters.find(letter) != letters.npos) return {};
        letters += letter;
    }
    return letters;
}

std::optional<std::size_t> place_said(std::string_view w) {
    for (const PlaceWord& p : place_words)
        if (p.word == w) return p.place;
    return std::nullopt;
}

// The places that a line names options by, from 1, 0 for the last; none when it says much besides: "option 2 is too
// cold for those who come by bicycle". `figures`: numbers alone are places, too; `alone`: so is one word.
std::vector<std::size_t> places_in(std::string_view line, bool figures, bool alone) {
    constexpr std::size_t most_others = 2;
    const std::string folded = fold(line);
    const std::string_view s = without_courtesies(std::string_view(folded).substr(choosing_size(folded)));
    const auto group = words_of(s, most_words + 1);
    if (group.size() > most_words) return {};
    std::vector<std::size_t> places;
    std::size_t others = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const bool behind_kind = i > 0 && is_one_of(group[i - 1], place_kinds);
        const bool hash = group[i].data() > s.data() && group[i].data()[-1] == '#';
        const bool before_kind = i + 1 < group.size() && is_one_of(group[i + 1], place_kinds);
        const bool behind_article = i > 0 && is_one_of(group[i - 1], place_articles);
        const auto end = static_cast<std::size_t>(group[i].data() - s.data()) + group[i].size();
        const bool ends = i + 1 == group.size() || s[end] != ' ' || is_one_of(group[i + 1], place_articles);
        const auto said = place_said(group[i]);
        if (is_figure(group[i]) && group[i].size() <= 2 && (figures || behind_kind || hash))
            places.push_back(static_cast<std::size_t>(place_of(group[i]).value_or(0)));
        else if (said && (behind_kind || before_kind || (ends && (behind_article || (alone && group.size() == 1)))))
            places.push_back(*said);
        else if (!is_one_of(group[i], place_kinds) && !is_one_of(group[i], place_articles))
            ++others;
    }
    const bool asks = s.ends_with('?') && others > 0;  // "Who is the first?"
    return others <= most_others && !asks && !(figures && others > 0) ? places : std::vector<std::size_t>{};
}

std::string options_at(const std::vector<std::size_t>& places, const Options& options) {
    std::string text;
    for (const std::size_t place : places) {
        const std::size_t at = place == 0 ? options.size() : place;
        if (at > options.size()) return {};
        text += (text.empty() ? "" : ", ") + option_with_text(options, options[at - 1].first);
    }
    return text;
}

Reading unclear_options(std::string_view line, const ReadingContext& context) {
    std::string held;
    for (const std::string& option : options_held(line, context.options)) held += (held.empty() ? "" : ", ") + option;
    return unclear("options",
                   (held.empty() ? "" : "It names " + held + ". ") + std::string(usage_of_ballots(context)));
}

std::optional<Reading> attempt_by_place(std::string_view line, const ReadingContext& context, bool first) {
    auto places = places_in(line, false, true);
    const std::string_view clause = line.substr(0, line.find_first_of(",;.(-"));  // "option 2, because it is near"
    if (places.empty() && clause.size() < line.size()) places = places_in(clause, false, false);
    if (places.empty() && first && line.size() <= 2 * most_words) places = places_in(line, true, true);
    if (places.empty()) return std::nullopt;
    if (!options_held(line, context.options).empty()) return unclear_options(line, context);
    const std::string may_mean = options_at(places, context.options);
    const std::string why = may_mean.empty() ? "There are not so many options" : "It may mean " + may_mean;
    return unclear("options", why + ". " + std::string(usage_of_ballots(context)));
}

// "A: 5 (B: too cold)", "B:", "A=4 stars": what stands behind is short, or a number begins it.
bool begins_a_score(std::string_view line, const Options& options) {
    constexpr std::size_t few = 4;
    const std::string_view s = without_bullet(line);
    const auto head = option_at_start(s, options);
    if (!head) return false;
    const std::string_view behind = trim(head->behind);
    if (!behind.starts_with(':') && !behind.starts_with('=')) return false;
    const std::string_view said = trim(behind.substr(1));
    return said.empty() || is_digit(said.front()) || words_of(said, few + 1).size() <= few;
}

// "I'd rank them B > A > C", "My picks are A and C", "A (B if need be)": several, by their letters or by an order.
bool names_several(std::string_view line, const Options& options) {
    if (words_of(line, most_words + 1).size() > most_words) return false;
    const auto group = words_of(line);
    const auto letters = std::count_if(options.begin(), options.end(), [&](const auto& option) {
        return std::find(group.begin(), group.end(), option.first) != group.end();
    });
    return letters >= 2 || (line.find('>') != line.npos && options_held(line, options).size() >= 2);
}

// "B - near the sea", "D (near the sea)", "B Stay where we are": an option and a remark, or both its names.
bool begins_with_a_choice(std::string_view line, const Options& options) {
    constexpr std::size_t most_remark_words = 10;
    const std::string_view s = without_bullet(line);
    if (option_named(s, options)) return true;
    const auto head = option_at_start(s, options);
    if (!head || words_of(s, most_remark_words + 1).size() > most_remark_words) return false;
    const std::string_view behind = head->behind;
    for (std::string_view mark : {" - ", " (", " \u2013 ", " \u2014 ", ") ", ". "})
        if (behind.starts_with(mark)) return true;
    return holds_text(behind, head->option, options);
}

// "A if need be", "Athens if it is before Easter, else Berlin"
bool is_chosen_on_condition(std::string_view line, const Options& options) {
    const auto head = option_at_start(without_bullet(line), options);
    if (!head || words_of(line, most_words + 1).size() > most_words) return false;
    const std::string behind(strip(fold(head->behind)));
    return begins_with_condition(behind) || any_phrase_starts(behind, at_a_pinch);
}

bool gives_points(std::string_view line, const ReadingContext& context) {
    Reading points;
    return read_points(line, context, points);
}

// "5-3-0": nothing but figures, where points are asked for.
bool gives_figures(std::string_view line, const ReadingContext& context) {
    constexpr std::string_view others = " ,;/-";
    const auto figures = split(strip(line), others);
    const auto blank = [](std::string_view s) { return s.empty(); };
    return context.asks_for_points && figures.size() > 1 && figures.size() <= context.options.size() &&
           std::none_of(figures.begin(), figures.end(), blank) &&
           std::all_of(figures.begin(), figures.end(),
                       [](std::string_view s) { return s.size() <= 2 && is_figure(s); });
}

bool begins_a_list(std::string_view line, const Options& options) {
    const auto item = numbered_item(strip(line));
    return item && option_at_start(trim(item->text), options).has_value();
}

// "Berlni", "Tuesday" for "Tuesday, 14:00": nearly the text of an option, or its beginning.
std::string option_resembled(std::string_view line, const Options& options) {
    constexpr std::size_t shortest = 4;
    const std::string said = fold_name(strip(line));
    if (said.size() < shortest) return {};
    if (const std::string* near = nearest_option(said, options)) return *near;
    const auto begun = std::find_if(options.begin(), options.end(), [&](const auto& option) {
        return starts_with_phrase(fold_name(option.second), said);
    });
    return begun == options.end() ? std::string{} : begun->second;
}

std::optional<Reading> known_options_attempt(std::string_view line, const ReadingContext& context, bool first) {
    const Options& options = context.options;
    const std::string usage(usage_of_ballots(context));
    if (const std::string letters = run_together(line, options, false); !letters.empty()) {
        std::string order;
        for (const char c : letters) (order += order.empty() ? "" : " > ") += c;
        return unclear("options", "It may mean " + order + ", or all of these alike. " + usage);
    }
    if (const std::string named = options_in_words(line, options); !named.empty())
        return unclear("options", "It names " + named + ", and the other words leave it open. " + usage);
    if (chosen_in_words(line, options)) return unclear_options(line, context);
    if (auto by_place = attempt_by_place(line, context, first)) return by_place;
    if (begins_a_score(line, options) || begins_with_a_choice(line, options) || begins_a_list(line, options) ||
        judges_options(line, options) || names_several(line, options) || is_chosen_on_condition(line, options) ||
        gives_points(line, context))
        return unclear_options(line, context);
    if (answers_for_all(line)) return unclear("options", "Name the options that you mean. " + usage);
    if (gives_points_in_words(line, context) || compares_options(line, options) ||
        prefers_or_refuses(line, options) || gives_figures(line, context))
        return unclear_options(line, context);
    if (const std::string text = option_resembled(line, options); !text.empty())
        return unclear("options", "Did you mean \"" + text + "\"? " + usage);
    return std::nullopt;
}

// "Friday or Monday", "only Friday", and not "Happy Friday"
bool is_mostly_options(std::string_view line, const Options& options) {
    const auto group = words_of(line, most_words);
    return std::all_of(group.begin(), group.end(),
                       [&](std::string_view w) {
                           return is_one_of(fold(w), beside_options) ||
                                  std::any_of(options.begin(), options.end(),
                                              [&](const auto& option) { return option.first == w; });
                       }) &&
           !options_in_words(line, options).empty();
}

// Options that are called by a word of theirs, whose labels stand in `line`: any word may stand there by chance, so
// only what chooses, places, judges or gives points is asked about.
std::optional<Reading> attempt_by_words(std::string_view line, const ReadingContext& context) {
    const Options& options = context.options;
    const bool answers = is_order(line, options) || is_placing(line, options) || chosen_in_words(line, options) ||
                         option_named(line, options) || is_mostly_options(line, options) ||
                         begins_a_score(line, options) || begins_a_list(line, options) ||
                         judges_right_beside(line, options) || is_chosen_on_condition(line, options) ||
                         gives_points(line, context) || gives_points_in_words(line, context) ||
                         compares_options(line, options) || prefers_or_refuses(line, options);
    if (!answers) return std::nullopt;
    std::string why = "It may mean ";
    for (const std::string& option : options_held(line, options))
        why += (why.ends_with("mean ") ? "" : ", ") + option_with_text(options, option);
    return unclear("options", why + ". " + std::string(usage_of_ballots(context)));
}

}  // namespace

std::string_view usage_of_ballots(const ReadingContext& context) {
    if (context.naming_chooses) return "Write the letters of what you choose, and nothing else";
    if (context.asks_for_order) return "Write the options in your order, the best first";
    if (context.asks_for_points) return "Write each option with its points";
    return "Write it as: B > A > C, the best first; or with points: A: 3, B: 2";
}

namespace {

// Of a line, or of a sentence of it.
std::optional<Reading> attempt_of(std::string_view line, const ReadingContext& context, bool first) {
    if (is_order(line, context.options)) return unclear("order", std::string(usage_of_ballots(context)));
    if (is_placing(line, context.options)) return unclear("places", std::string(usage_of_ballots(context)));
    if (context.options.empty()) return std::nullopt;
    if (auto known = known_options_attempt(line, context, first)) return known;
    if (greeting_size(fold(line)) > 0) return std::nullopt;  // "Good morning!"
    constexpr std::size_t most_called = 20;                  // words; nobody answers at such length
    if (words_of(line, most_called + 1).size() > most_called) return std::nullopt;
    const std::string called = with_labels_for_words(line, context.options, Calling::prose);
    if (called == line) return std::nullopt;
    return attempt_by_words(called, context);
}

// Behind the questions that it begins with: "How much does B cost? And is it near?"
std::string_view without_questions(std::string_view line) {
    while (!line.empty()) {
        const std::size_t end = sentence_end(line, 0);
        if (end == 0 || !asks_for_knowledge(line.substr(0, end))) break;
        line = trim(line.substr(end));
    }
    return line;
}

}  // namespace

std::optional<Reading> option_attempt(std::string_view written, const ReadingContext& context, bool first) {
    const std::string labelled = with_plain_width(with_labels(written, context.options));
    const std::string_view line = without_questions(trim(labelled));
    if (auto whole = attempt_of(line, context, first)) return whole;
    if (context.options.empty()) return std::nullopt;
    for (std::size_t at = 0; at < line.size();) {  // "Thanks! Athens or Berlin, please. I come by train."
        const std::size_t end = sentence_end(line, at);
        const std::string_view sentence = trim(line.substr(at, end - at));
        at = end;
        if (sentence.size() < line.size() && !sentence.empty() && !asks_for_knowledge(sentence))
            if (auto part = attempt_of(sentence, context, false)) return part;
    }
    return std::nullopt;
}

std::optional<Reading> option_attempt_of_all(std::string_view whole, const ReadingContext& context) {
    if (context.options.empty()) return std::nullopt;
    constexpr std::array of_all{"none", "none of them", "none of these", "none of the above", "nota", "fd",     "ron",
                                "all",  "all of them",  "any",           "any of them",       "both", "neither"};
    const std::string folded = fold(whole);
    const std::string usage(usage_of_ballots(context));
    if (is_one_of(strip(folded), of_all)) return unclear("options", "Name the options that you mean. " + usage);
    if (!run_together(whole, context.options, true).empty()) return unclear("options", usage);
    return std::nullopt;
}

}  // namespace assentd::words
