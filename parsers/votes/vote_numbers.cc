// SPDX-License-Identifier: Apache-2.0
//
// number = count [":"] sign / "=" sign / link sign / place *1word [mark] sign / verb [":"] sign    "B4 = -1", "on
// -1", "(-1)" of a floor
//        / copula figures "," sign SP word / figures "," sign "," figures          "we are 5, -1 because", "2, -1, 0"
//        / sign clause / *words companion *words sign                              "my +1 will come"
// What is liked in the same words is voted for: "a nice floor, +1".
//
// things = SP unit / SP 1*3word please / SP ("to" / "or" / "of") SP digit           right behind a sign
// What has a verb behind it is no unit, but what is spoken of: "-1 people hate it", "-1 chairs are broken".
#include "parsers/votes/vote_numbers.h"
#include "parsers/votes/stems.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_mentions_data.h"
#include "parsers/votes/tables/vote_numbers_data.h"
#include "parsers/votes/tables/vote_quantities_data.h"
#include "parsers/votes/vote_continuations.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

bool is_figures(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

// "the values are 1, -1, 3", "we are 5, -1 because Tom is ill"
bool changes_a_number(std::string_view before, std::string_view after) {
    if (!before.ends_with(',')) return false;
    const auto group = words_of(before);
    if (group.empty() || !is_figures(group.back())) return false;
    const std::string_view rest = skip_blanks(after);
    const auto next = words_of(rest, 1);
    if (next.empty()) return false;
    if (rest.starts_with(',') && is_figures(next[0])) return true;
    return group.size() > 1 && is_one_of(group[group.size() - 2], number_copulas) &&
           (rest.starts_with(',') || is_word_byte(rest[0]));
}

// "it is in the basement", "one floor down": the last word or the one before it.
bool ends_with_a_place(std::string_view before) {
    std::string_view s = before;
    while (!s.empty() && !is_word_byte(s.back())) s.remove_suffix(1);
    if (ends_with_phrase(s, numbered_places)) return true;
    const std::size_t blank = s.rfind(' ');
    return blank != s.npos && is_word_byte(s[blank - (blank > 0)]) &&
           ends_with_phrase(s.substr(0, blank), numbered_places);
}

// "people hate it", "chairs are broken": a sentence; "people on Saturday": so many. "Leute, das wird super" calls
// them.
bool speaks_of_them(std::string_view s, std::string_view counted) {
    const auto next = words_of(s.substr(counted.size()), 1);
    if (is_one_of(counted, measured_units)) return false;  // "degree is too cold"
    if (!next.empty() && is_one_of(next[0], told_of) && s.substr(counted.size()).starts_with(' ')) return true;
    static const PhraseIndex<const char*> people{several_people};
    const char* const* who = people.longest_at_start(s);
    if (!who) return false;
    const std::string_view behind = skip_blanks(s.substr(phrase_of(*who).size()));
    if (behind.starts_with(',')) return words_of(behind, 2).size() == 2;
    return words_of(behind, 2).size() == 2 && is_word_byte(behind[0]) && !any_phrase_starts(behind, people_links);
}

// "chair please": what is ordered. "+1 yes please" and "+1 do it please" ask for the proposal.
bool is_ordered(std::string_view s) {
    constexpr std::size_t most_words = 4;
    const std::string_view what = without_end_marks(s);
    const auto group = words_of(what, most_words + 1);
    if (group.size() < 2 || group.size() > most_words || !ends_with_phrase(what, order_ends)) return false;
    return !is_one_of(group[0], named_things) && !any_phrase_starts(what, order_ends) &&
           what.find_first_of(",;:-(.!") == what.npos && !value_at(what, {}) &&
           !goes_with_answer(Position::agree, what);
}

}  // namespace

bool counts_things(std::string_view tail) {
    if (!tail.starts_with(' ')) return false;
    const std::string_view s = skip_blanks(tail);
    static const PhraseIndex<Words> counted{units};
    if (const Words* unit = counted.longest_at_start(s)) return !speaks_of_them(s, unit->phrase);
    if (is_ordered(s)) return true;
    for (std::string_view link : {"to", "or", "of", "and"})
        if (starts_with_phrase(s, link)) {
            const std::string_view number = skip_blanks(s.substr(link.size()));
            if (number.starts_with('0') && without_end_marks(number).size() == 1) return false;  // "+1 or 0"
            return !number.empty() && is_digit(number[0]);
        }
    return false;
}

bool is_a_number(std::string_view before, std::string_view after) {
    const std::string_view s = trim(before);
    if (s.empty()) return false;
    static const PhraseIndex<const char*> brought{companions};
    if (any_phrase_starts(skip_blanks(after), number_clauses) || brought.any_within(s)) return true;
    if (s.ends_with('=') || changes_a_number(s, after)) return true;
    const bool apart = s.ends_with(':') || s.ends_with('(');
    const std::string_view said = apart ? trim(s.substr(0, s.size() - 1)) : s;
    if (ends_with_phrase(said, count_words)) return true;
    if (after.starts_with('.') && is_numbered_noun(after.substr(1))) return true;
    static const PhraseIndex<const char*> liked{liking};
    if (liked.any_within(s)) return false;
    return ends_with_phrase(s, number_links) || ends_with_a_place(s) || ends_with_phrase(said, number_verbs);
}

bool is_numbered_noun(std::string_view behind_stop) {
    return any_phrase_starts(skip_blanks(behind_stop), ordinal_nouns);
}

}  // namespace assentd::words
