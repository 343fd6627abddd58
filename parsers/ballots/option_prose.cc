// SPDX-License-Identifier: Apache-2.0
//
// for-all   = [accepting] all [fitting / courtesy]              "I'm fine with both", "none of them works for me"
//           / all noun fitting                                  "both cities are fine"
// in-words  = option or all, a number, and what gives it        "I'd give Athens a 5 and Berlin a 3", "both get 5"
// compares  = 2*option and two other words at most              "Berlin vor Athens"
#include "parsers/ballots/option_prose.h"

#include <algorithm>
#include <string>
#include <vector>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/option_points_data.h"
#include "parsers/ballots/option_prose_data.h"
#include "parsers/ballots/option_questions_data.h"
#include "parsers/ballots/option_words.h"
#include "parsers/ballots/option_words_data.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_words = 9;          // of a sentence that answers for all options
constexpr std::size_t most_giving_words = 14;  // of one that gives points

const PhraseIndex<const char*>& all_index() {
    static const PhraseIndex<const char*> index{all_at_once};
    return index;
}

template <typename Row>
std::size_t size_at(const PhraseIndex<Row>& index, std::string_view text) {
    const auto* longest = index.longest_at_start(text);
    return longest ? std::string_view(*longest).size() : 0;
}

// Without what accepts or chooses, and a vote, before all of the options: "+1 for both".
std::string_view without_lead(std::string_view s) {
    static const PhraseIndex<const char*> accepts{accepting};
    const std::size_t lead = std::max(size_at(accepts, s), choosing_size(s));
    const std::string_view rest = trim(s.substr(lead));
    return lead == 0 || size_at(all_index(), rest) == 0 ? s : rest;  // "both" chooses, too
}

bool fits(std::string_view s) {
    static const PhraseIndex<const char*> index{fitting};
    const std::size_t size = size_at(index, s);
    const auto next = words_of(s.substr(size), 1);
    return size > 0 && (next.empty() || is_one_of(next[0], fitting_whom) || s[size] != ' ');
}

bool is_number(std::string_view word) {
    return word.size() <= 3 && std::all_of(word.begin(), word.end(), is_digit);
}

// Whether the word, as it is written, is in the list and no option's letter: "A" is no article.
template <typename List>
bool is_word_of(std::string_view word, const List& list, const Options& options) {
    const bool label =
        std::any_of(options.begin(), options.end(), [&](const auto& option) { return option.first == word; });
    return !label && is_one_of(fold(word), list);
}

// Whether what stands behind a number leaves it alone: an end, or a link.
bool ends_or_links(std::string_view behind_number, const Options& options) {
    constexpr std::array links{"for",  "to", "from", "and", "für",  "von", "und", "pour", "et",
                               "para", "a",  "y",    "de",  "voor", "van", "en",  "per",  "e"};
    const auto next = words_of(behind_number, 1);
    return next.empty() || behind_number[0] != ' ' || is_word_of(next[0], links, options);
}

// "5 for Athens", "Un 5 para Athens", "a 5 from me", "a solid 4": a number that counts nothing, behind an article or
// at the start.
bool gives_a_figure(std::string_view sentence, const Options& options) {
    constexpr std::array articles{"a", "an", "eine", "ein", "un", "une", "een"};
    const auto group = words_of(sentence, most_giving_words);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!is_number(group[i])) continue;
        const bool article = (i > 0 && is_word_of(group[i - 1], articles, options)) ||
                             (i > 1 && is_word_of(group[i - 2], articles, options));
        if ((i == 0 || article) && ends_or_links(behind(sentence, group[i]), options)) return true;
    }
    return false;
}

}  // namespace

bool asks_for_knowledge(std::string_view sentence) {
    std::string_view s = trim(sentence);
    while (s.starts_with("\u00BF")) s.remove_prefix(2);  // ¿
    if (!s.ends_with('?')) return false;
    static const PhraseIndex<const char*> index{asking};
    static const PhraseIndex<const char*> suggestions{suggesting};
    const std::string folded = fold(s);
    return index.longest_at_start(folded) && !suggestions.longest_at_start(folded);
}

bool answers_for_all(std::string_view sentence) {
    const std::string folded = fold(trim(sentence));
    if (folded.ends_with('?') || folded.ends_with(',') || folded.ends_with(':')) return false;  // "All," greets
    if (words_of(folded, most_words + 1).size() > most_words) return false;
    const std::string_view s = without_lead(strip(folded));
    const std::size_t size = size_at(all_index(), s);
    if (size == 0) return false;
    const std::string_view rest = strip(s.substr(size));
    const auto noun = words_of(rest, 1);
    if (noun.empty() || is_one_of(rest, courtesies) || fits(rest)) return true;
    return fits(trim(behind(rest, noun[0])));
}

bool gives_points_in_words(std::string_view sentence, const ReadingContext& context) {
    if (!context.asks_for_points || trim(sentence).ends_with('?')) return false;
    static const PhraseIndex<const char*> givers{giving};
    static const PhraseIndex<const char*> units{points_units};
    static const PhraseIndex<const char*> numbers{score_words};
    const std::string folded = fold(sentence);
    const auto group = words_of(folded, most_giving_words + 1);
    if (group.size() > most_giving_words) return false;
    const bool worded = numbers.any_within(folded, folded.size(), [&](std::size_t at, const char* const& word) {
        return ends_or_links(std::string_view(folded).substr(at + std::string_view(word).size()), {});
    });
    if (!worded && std::none_of(group.begin(), group.end(), is_number)) return false;
    const auto held = options_held(sentence, context.options);
    if (held.empty())  // "both get 5", "3 points each", "same for all: 3"
        return group.size() <= most_words / 2 + 1 &&
               (all_index().any_within(folded) || find_phrase(folded, "each") != folded.npos);
    const bool unit = units.any_within(folded, folded.size(), [&](std::size_t at, const char* const& word) {
        return ends_or_links(std::string_view(folded).substr(at + std::string_view(word).size()), {});
    });
    return worded || unit || givers.any_within(folded) || gives_a_figure(sentence, context.options);
}

bool compares_options(std::string_view sentence, const Options& options) {
    constexpr std::size_t most_others = 2;
    if (trim(sentence).ends_with('?')) return false;
    const auto group = words_of(sentence, options.size() + most_others + 1);
    const auto labels = static_cast<std::size_t>(std::count_if(group.begin(), group.end(), [&](std::string_view w) {
        return std::any_of(options.begin(), options.end(), [&](const auto& option) { return option.first == w; });
    }));
    return labels >= 2 && group.size() - labels <= most_others;
}

namespace {

// "not on Monday please", "Bloß nicht Berlin"
bool refuses(std::string_view sentence, const Options& options) {
    constexpr std::size_t few = 6;
    constexpr std::array denials{"not", "no", "nicht", "kein", "keine", "pas", "niet", "geen", "nej", "ikke", "inte"};
    constexpr std::array between{"on", "in", "at", "to", "for", "the", "bloß", "bitte", "am", "an", "de", "en", "op"};
    const auto group = words_of(sentence, few + 1);
    if (group.empty() || group.size() > few) return false;
    bool denied = false;
    for (const std::string_view word : group) {
        const std::string folded = fold(word);
        const bool denial = is_one_of(folded, denials);
        denied = denied || denial;
        if (denial || is_one_of(folded, between)) continue;
        const auto at = static_cast<std::size_t>(word.data() - sentence.data());
        return denied && option_at_start(sentence.substr(at), options);
    }
    return false;
}

}  // namespace

bool prefers_or_refuses(std::string_view sentence, const Options& options) {
    constexpr std::array most{"best", "most", "better", "more"};
    const std::string folded = fold(trim(sentence));
    const auto group = words_of(folded, most_words + 1);
    if (group.size() > most_words || folded.ends_with('?') || options_held(sentence, options).empty()) return false;
    const auto end = group.end();
    const bool likes = starts_with_phrase(folded, "i like") &&
                       std::any_of(group.begin(), end, [&](std::string_view w) { return is_one_of(w, most); });
    return likes || refuses(sentence, options);
}

}  // namespace assentd::words
