// SPDX-License-Identifier: Apache-2.0
//
// number = count [":"] sign / "=" sign / link sign / place *1word [mark] sign / verb [":"] sign    "B4 = -1", "on
// -1", "(-1)" of a floor
//        / copula figures "," sign SP word / figures "," sign "," figures          "we are 5, -1 because", "2, -1, 0"
//        / sign clause / *words companion *words sign                              "my +1 will come"
// What is liked in the same words is voted for: "a nice floor, +1".
#include "parsers/votes/vote_numbers.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_mentions_data.h"
#include "parsers/votes/tables/vote_numbers_data.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

template <typename Table>
bool ends_with_phrase(std::string_view s, const Table& table) {
    return std::any_of(table.begin(), table.end(), [&](std::string_view end) {
        return s.ends_with(end) &&
               (s.size() == end.size() || needs_no_boundary(end) || !is_word_byte(s[s.size() - end.size() - 1]));
    });
}

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

}  // namespace

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
