// SPDX-License-Identifier: Apache-2.0
//
// restricted = restricting-word 1*words               none of them a goodbye, a day at hand or "until now"
//            / only-word (only-for *words / noun)     the noun alone in its clause; no praise; not "nur ein Wort: …"
#include "parsers/votes/vote_restrictions.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/stems.h"
#include "parsers/votes/tables/vote_restrictions_data.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t few_words = 3;

std::string_view clause_of(std::string_view s) {
    return trim(s.substr(0, s.find_first_of(",;:(.!?")));
}

// "mañana", "el lunes", "ahora"
bool is_at_hand(std::string_view clause) {
    const auto group = words_of(clause, 2);
    const std::size_t day = group.size() > 1 && is_one_of(group[0], articles_of_days) ? 1 : 0;
    return day < group.size() && is_one_of(group[day], days_at_hand);
}

bool restricts(std::string_view behind) {
    const std::string_view clause = clause_of(behind);
    return !clause.empty() && !is_at_hand(clause);
}

// "ein Wort: super"
bool announces(std::string_view behind, std::string_view clause) {
    return behind.substr(clause.size()).starts_with(':') && words_of(clause, few_words).size() < few_words;
}

bool keeps_to(std::string_view language, std::string_view behind) {
    const std::string_view clause = clause_of(behind);
    if (language == "Chinese")
        return std::any_of(only_for_in_chinese.begin(), only_for_in_chinese.end(),
                           [&](std::string_view what) { return clause.starts_with(what); });
    const auto group = words_of(clause, few_words);
    if (group.empty() || announces(behind, clause) || any_phrase_starts(clause, only_said)) return false;
    if (std::any_of(group.begin(), group.end(),
                    [](std::string_view word) { return begins_with_one_of(word, only_praise); }))
        return false;
    if (is_digit(group[0][0]) || is_one_of(group[0], only_for)) return true;
    if (group.size() > 1) return false;
    const bool bare = is_one_of(language, bare_languages) && !ends_with_one_of(group[0], infinitive_endings);
    return bare || ends_with_one_of(group[0], definite_endings);
}

}  // namespace

bool is_restricted(std::string_view behind) {
    static const PhraseIndex<Qualifier> restricting{restricting_words};
    static const PhraseIndex<Qualifier> only{only_words};
    if (any_phrase_starts(behind, no_restrictions)) return false;
    const auto rest = [&](const Qualifier& word) { return skip_blanks(behind.substr(word.phrase.size())); };
    if (const Qualifier* word = restricting.longest_at_start(behind)) return restricts(rest(*word));
    const Qualifier* word = only.longest_at_start(behind);
    return word && keeps_to(word->language, rest(*word));
}

}  // namespace assentd::words
