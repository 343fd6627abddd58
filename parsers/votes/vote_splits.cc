// SPDX-License-Identifier: Apache-2.0
#include "parsers/votes/vote_splits.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/votes/tables/vote_things_data.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_line = 400;  // bytes

bool are_contrary(Position a, Position b) {
    const auto refuses = [](Position p) { return p == Position::disagree || p == Position::block; };
    return (a == Position::agree && refuses(b)) || (b == Position::agree && refuses(a));
}

// "disagree on the supplier", "no to the supplier": a word and what it is about.
bool is_other_half(std::string_view clause, Position position) {
    const auto value = value_at(clause, {});
    return value && !value->sign && are_contrary(value->position, position) &&
           any_phrase_starts(skip_blanks(clause.substr(value->size)), thing_links);
}

// "+1 on A, -1 on B": each option has an answer of its own.
bool is_on_an_option(std::string_view tail) {
    const auto group = words_of(tail, 2);
    return group.size() == 2 && is_one_of(group[0], thing_links) && group[1].size() == 1;
}

// Where a clause begins in the text from `at` on: behind a mark or a word that joins.
std::size_t next_clause(std::string_view s, std::size_t at) {
    constexpr std::array joins{"and", "but", "und", "aber", "et",  "mais", "y",   "pero", "e",
                               "ma",  "mas", "en",  "maar", "och", "og",   "men", "oraz", "i",
                               "ale", "a",   "и",   "но",   "а",   "ve",   "ama"};
    for (; at < s.size(); ++at) {
        if (std::string_view(",;:.").find(s[at]) != s.npos) return at + 1;
        if (at == 0 || is_word_byte(s[at - 1]) || !is_word_byte(s[at])) continue;
        for (std::string_view join : joins)
            if (starts_with_phrase(s.substr(at), join)) return at + join.size();
    }
    return s.size();
}

}  // namespace

bool is_split(const FoundVote& v, std::string_view line) {
    if (v.confidence == Confidence::unclear || v.end > line.size() || line.size() > longest_line) return false;
    if (is_on_an_option(line.substr(v.end))) return false;
    const auto votes = votes_in_line(line);
    if (std::any_of(votes.begin(), votes.end(), [&](const FoundVote& other) {
            return other.confidence != Confidence::unclear && are_contrary(v.position, other.position);
        }))
        return true;
    const std::string_view behind = line.substr(v.end);
    for (std::size_t at = next_clause(behind, 0); at < behind.size(); at = next_clause(behind, at))
        if (is_other_half(skip_blanks(behind.substr(at)), v.position)) return true;
    return false;
}

}  // namespace assentd::words
