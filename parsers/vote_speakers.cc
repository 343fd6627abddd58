// SPDX-License-Identifier: Apache-2.0
//
// another = words subject copula sign         the subject being none that a vote is said of
//         / words verb-of-others words sign   and nobody speaking of themselves
//         / phrase-of-the-past sign
#include "parsers/vote_speakers.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/vote_speakers_data.h"
#include "parsers/vote_values.h"

namespace assentd::words {
namespace {

template <typename Table>
bool is_in(std::string_view word, const Table& table) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

// What stands behind the last mark: "That was a good idea, Ben is".
std::string_view last_clause(std::string_view before) {
    const std::string_view s = trim(before);
    const std::size_t mark = s.find_last_of(",.:;!?(");
    return mark == s.npos ? s : s.substr(mark + 1);
}

}  // namespace

bool speaks_of_another(std::string_view before) {
    constexpr std::size_t most_words = 12;
    const std::string_view clause = last_clause(before);
    const auto group = words_of(clause, most_words);
    if (any_phrase_starts(trim(clause), sources)) return true;
    if (group.size() < 2) return is_in(trim(clause), once_was);
    if (is_in(group.back(), copulas)) return !is_in(group[group.size() - 2], subjects_of_votes);
    if (std::any_of(once_was.begin(), once_was.end(),
                    [&](std::string_view was) { return find_phrase(clause, was) != clause.npos; }))
        return true;
    const bool own =
        std::any_of(group.begin(), group.end(), [](std::string_view w) { return is_in(w, first_persons_voting); });
    return !own &&
           std::any_of(group.begin() + 1, group.end(), [](std::string_view w) { return is_in(w, others_verbs); });
}

bool speaks_of_oneself(std::string_view word) {
    return is_in(word, first_persons_voting) || word.starts_with("j'") || word == "i'm";
}

bool mocks(std::string_view before, std::string_view tail) {
    std::string_view behind = tail.substr(0, 80);
    while (!behind.empty() && std::string_view(" ,.:;!-(").find(behind[0]) != behind.npos) behind.remove_prefix(1);
    return any_phrase_starts(before, mocking_starts) || any_phrase_starts(behind, mocking_tails);
}

}  // namespace assentd::words
