// SPDX-License-Identifier: Apache-2.0
#include "parsers/votes/vote_answers.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/votes/tables/vote_answers_data.h"
#include "parsers/votes/tables/vote_elsewhere_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t near = 6;  // words
constexpr std::size_t near_bytes = 60;

template <typename Table>
bool holds_word(std::string_view behind, const Table& table) {
    const std::string_view s = behind.substr(0, near_bytes);
    return std::any_of(table.begin(), table.end(),
                       [&](std::string_view phrase) { return find_phrase(s, phrase) != std::string_view::npos; });
}

// "okumadım": Turkish denies at the end of the verb.
bool denies_at_its_end(std::string_view word) {
    constexpr std::array ends{"madım", "medim", "madık", "medik", "madı", "medi"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

}  // namespace

bool is_yes_or_no(std::string_view word) {
    return word == "yes" || word == "no" || is_one_of(word, yes_and_no);
}

bool is_idiom_with_no(std::string_view behind) {
    return any_phrase_starts(behind, no_idioms);
}

bool denies_something_else(std::string_view behind) {
    auto group = words_of(behind, near);
    if (!group.empty() && is_one_of(group[0], near_denials)) group.erase(group.begin());
    return std::any_of(group.begin(), group.end(),
                       [](std::string_view w) { return is_one_of(w, denials) || denies_at_its_end(w); });
}

bool wishes_something_else(std::string_view behind) {
    return any_phrase_starts(behind, other_wishes);
}

bool is_about_the_proposal(std::string_view behind) {
    if (wishes_something_else(behind)) return false;
    if (any_phrase_starts(behind, answer_tails)) return true;
    return any_phrase_starts(behind, judgements) && holds_word(behind, degrees) && !denies_something_else(behind);
}

bool is_flat_refusal(std::string_view behind) {
    const std::string_view s = without_end_marks(behind);
    return !behind.ends_with('?') && (is_one_of(s, flat_refusals) || is_one_of(s, cannot_be_paid));
}

bool tells_of_the_past(std::string_view clause) {
    return holds_word(clause, told);
}

bool goes_on_about_it(std::string_view behind) {
    const auto next = words_of(behind, 1);
    return next.empty() || next[0].data() != behind.data() || is_one_of(next[0], goes_on_with);
}

bool tells_of_the_past_in_turkish(std::string_view answer, std::string_view behind) {
    constexpr std::array answers{"evet", "hayır"};
    constexpr std::array ends{"dı", "di", "du", "dü", "tı", "ti", "tu", "tü"};
    constexpr std::array present{"şimdi", "hadi", "haydi", "kendi", "elbette", "dedi"};
    const auto group = words_of(behind);
    if (group.empty() || !is_one_of(answer, answers) || is_one_of(group.back(), present)) return false;
    return group.back().size() > 4 &&
           std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return group.back().ends_with(end); });
}

bool answers_something_else(std::string_view behind) {
    if (any_phrase_starts(behind, pronouns) || wishes_something_else(behind)) return true;
    if (holds_word(behind, not_yet) || holds_word(behind, seen) || holds_word(behind, told) ||
        holds_word(behind, later))
        return true;
    const auto group = words_of(behind, near);
    constexpr std::array past{"dı", "dü", "tı", "tü"};  // Turkish; other languages end so with an "i"
    return !group.empty() && group.back().size() > 4 &&
           std::any_of(past.begin(), past.end(), [&](std::string_view end) { return group.back().ends_with(end); });
}

}  // namespace assentd::words
