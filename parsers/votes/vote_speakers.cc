// SPDX-License-Identifier: Apache-2.0
//
// another = words subject copula sign         the subject being none that a vote is said of
//         / words verb-of-others words sign   and nobody speaking of themselves
//         / phrase-of-the-past sign
#include "parsers/votes/vote_speakers.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/own_words/quote_headers_data.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_speakers_data.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

// What stands behind the last mark: "That was a good idea, Ben is".
std::string_view last_clause(std::string_view before) {
    const std::string_view s = trim(before);
    const std::size_t mark = s.find_last_of(",.:;!?(");
    return mark == s.npos ? s : s.substr(mark + 1);
}

// "As I said:", "As I wrote last week,": no more than that.
bool says_it_again(std::string_view s) {
    constexpr std::size_t most_bytes = 24;  // of when and where
    return std::any_of(says_again.begin(), says_again.end(), [&](std::string_view phrase) {
        if (!starts_with_phrase(s, phrase)) return false;
        const std::string_view rest = s.substr(phrase.size(), s.size() - phrase.size() - 1);
        return rest.size() <= most_bytes && rest.find_first_of(",:;\"(") == rest.npos;
    });
}

bool holds_clock(std::string_view s) {
    for (std::size_t i = 1; i + 2 < s.size(); ++i)
        if (s[i] == ':' && is_digit(s[i - 1]) && is_digit(s[i + 1]) && is_digit(s[i + 2])) return true;
    return false;
}

}  // namespace

bool speaks_of_another(std::string_view before) {
    constexpr std::size_t most_words = 12;
    const std::string_view clause = last_clause(before);
    const auto group = words_of(clause, most_words);
    if (any_phrase_starts(trim(clause), sources)) return true;
    if (group.size() < 2) return is_one_of(trim(clause), once_was);
    if (is_one_of(group.back(), copulas)) return !is_one_of(group[group.size() - 2], subjects_of_votes);
    if (std::any_of(once_was.begin(), once_was.end(),
                    [&](std::string_view was) { return find_phrase(clause, was) != clause.npos; }))
        return true;
    const bool own = std::any_of(group.begin(), group.end(),
                                 [](std::string_view w) { return is_one_of(w, first_persons_voting); });
    return !own &&
           std::any_of(group.begin() + 1, group.end(), [](std::string_view w) { return is_one_of(w, others_verbs); });
}

bool speaks_of_oneself(std::string_view word) {
    return is_one_of(word, first_persons_voting) || word.starts_with("j'") || word == "i'm";
}

bool mocks(std::string_view before, std::string_view tail) {
    std::string_view behind = tail.substr(0, 80);
    while (!behind.empty() && std::string_view(" ,.:;!-(").find(behind[0]) != behind.npos) behind.remove_prefix(1);
    return any_phrase_starts(before, mocking_starts) || any_phrase_starts(behind, mocking_tails);
}

bool is_reported(std::string_view before) {
    const std::string_view s = trim(before);
    if (s.empty()) return false;
    if (s.size() > 1 && s.back() == '>' && is_word_byte(s[s.size() - 2])) return true;  // "<ben> +1", in a chat
    const std::size_t colon = s.rfind(':');
    if (colon != s.npos && find_phrase(s.substr(0, colon), "votes") != s.npos) return true;  // "Votes so far: Ben +1"
    const std::size_t word = s.find_last_of(' ');
    if (s.substr(word == s.npos ? 0 : word + 1).starts_with('@')) return true;
    if (s.size() > 1 && s.back() == '|') return true;    // "chen | -1"
    if (s.back() == ':' && holds_clock(s)) return true;  // "10:02 chen: -1"
    if (s.back() != ':' && s.back() != '"' && s.back() != ',') return false;
    if (says_it_again(s)) return false;
    for (const AttributionVerb& v : attribution_verbs)
        if (find_phrase(s, v.phrase) != std::string_view::npos) return true;
    if (s.back() != ':') return false;
    const auto words = words_of(s, 4);
    if (words.empty() || words.size() > 2 || speaks_of_oneself(words[0])) return false;  // "I confirm: +1"
    return std::none_of(words.begin(), words.end(), [](std::string_view w) {
        return is_one_of(w, neutral_headings) || is_one_of(w, interjections);
    });
}

}  // namespace assentd::words
