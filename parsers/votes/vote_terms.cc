// SPDX-License-Identifier: Apache-2.0
//
// behind   = [clause-mark] term / *words link *2word term              a denial before the term takes it away
// sentence = *3owner term (":" / copula) / *words only-so *words
// above    = (condition / *words link *2word term) *words ":"          a line that heads what stands below it
#include "parsers/votes/vote_terms.h"

#include <algorithm>
#include <string>
#include <vector>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_terms_data.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_line = 400;  // bytes
constexpr std::size_t most_lines = 60;     // nobody hides the terms of a vote behind more
constexpr std::size_t most_owners = 3;

bool is_term(std::string_view word) {
    static const PhraseIndex<const char*> terms{term_stems};
    const auto begins = [&](const auto& e) { return word.starts_with(e.phrase); };
    const auto entries = terms.may_begin(word);
    if (std::none_of(entries.begin(), entries.end(), begins)) return false;
    return std::none_of(no_terms.begin(), no_terms.end(), [&](std::string_view no) { return word.starts_with(no); });
}

// "with a cap of 90", "unter folgenden Bedingungen", "conditions below"
bool holds_linked_term(std::string_view clause) {
    constexpr std::size_t most_between = 2;
    const auto group = words_of(clause);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!is_term(group[i])) continue;
        if (i == 0 && group[0].data() == clause.data() && group[0] != "without" && group[0] != "maximum") return true;
        for (std::size_t back = 1; back <= most_between + 1 && back <= i; ++back) {
            if (is_one_of(group[i - back], term_denials)) break;
            if (is_one_of(group[i - back], term_links)) return true;
        }
    }
    return false;
}

// "The only condition is …", "Meine Bedingung: …"
bool begins_with_term(std::string_view sentence) {
    static const PhraseIndex<const char*> first{term_stems, term_owners};
    const auto word = std::find_if(sentence.begin(), sentence.end(), is_word_byte);
    if (first.may_begin(std::string_view(word, sentence.end())).empty()) return false;
    const auto group = words_of(sentence, most_owners + 2);
    for (std::size_t i = 0; i < group.size() && i <= most_owners; ++i) {
        if (is_term(group[i])) {
            const std::string_view behind = skip_blanks(
                sentence.substr(static_cast<std::size_t>(group[i].data() - sentence.data()) + group[i].size()));
            return behind.starts_with(':') || (i + 1 < group.size() && is_one_of(group[i + 1], term_copulas));
        }
        if (!is_one_of(group[i], term_owners)) return false;
    }
    return false;
}

bool says_only_so(std::string_view sentence) {
    static const PhraseIndex<const char*> phrases{only_so};
    return phrases.any_within(sentence);
}

// By its letters or by a word; "debería repetirse" and "a las quince" have neither.
bool looks_turkish(std::string_view s) {
    const auto group = words_of(s);
    return std::any_of(turkish_letters.begin(), turkish_letters.end(),
                       [&](std::string_view letter) { return s.find(letter) != s.npos; }) ||
           std::any_of(group.begin(), group.end(),
                       [](std::string_view word) { return is_one_of(word, turkish_words); });
}

// "öğrenince sevindim": told as done, no condition.
bool is_turkish_past(std::string_view word) {
    return std::any_of(turkish_past.begin(), turkish_past.end(),
                       [&](std::string_view end) { return word.ends_with(end) && word.size() > end.size() + 1; });
}

// "yarına kadar": a goodbye, or what was until now.
bool ends_at_hand(std::string_view tail) {
    const std::string_view s = without_end_marks(tail);
    return std::any_of(turkish_at_hand.begin(), turkish_at_hand.end(),
                       [&](std::string_view end) { return s.ends_with(end); });
}

}  // namespace

bool sets_terms(std::string_view tail) {
    std::string_view s = tail.substr(0, longest_line);
    for (std::size_t at = 0; at < s.size();) {
        const std::size_t end = std::min(s.find_first_of(",;:(.!", at), s.size());
        if (end > at && holds_linked_term(skip_blanks(s.substr(at, end - at)))) return true;
        at = end + 1;
    }
    return false;
}

bool sets_turkish_terms(std::string_view phrase, std::string_view tail) {
    constexpr std::size_t shortest = 3;  // bytes before an ending
    if (std::none_of(turkish_agreement.begin(), turkish_agreement.end(),
                     [&](std::string_view word) { return phrase.starts_with(word); }))
        return false;
    const auto group = words_of(tail.substr(0, longest_line));
    if (group.empty() || is_turkish_past(group.back()) || ends_at_hand(tail)) return false;
    return std::any_of(group.begin(), group.end(), [](std::string_view word) {
        return !is_one_of(word, no_turkish_conditions) &&
               std::any_of(turkish_conditions.begin(), turkish_conditions.end(), [&](std::string_view end) {
                   return word == end || (word.ends_with(end) && word.size() >= end.size() + shortest);
               });
    });
}

bool sets_turkish_terms(std::string_view tail) {
    constexpr std::size_t most_words = 8;
    constexpr std::size_t shortest = 2;  // bytes before an ending
    const auto group = words_of(tail, most_words + 1);
    if (group.empty() || group.size() > most_words) return false;
    const std::string_view last = group.back();
    if (ends_at_hand(tail)) return false;
    if (is_one_of(last, turkish_last_words)) return true;
    if (!looks_turkish(tail) || is_one_of(last, no_turkish_conditions)) return false;
    return std::any_of(
               turkish_endings.begin(), turkish_endings.end(),
               [&](std::string_view end) { return last.ends_with(end) && last.size() >= end.size() + shortest; }) &&
           std::none_of(group.begin(), group.end(),
                        [](std::string_view word) { return is_one_of(word, no_turkish); });
}

bool names_terms(std::span<const std::string_view> lines) {
    std::size_t looked = 0;
    for (const std::string_view line : lines) {
        if (is_blank(line)) continue;
        if (++looked > most_lines) return false;
        const std::string folded = fold(trim(line.substr(0, longest_line)));
        const std::string_view s = folded;
        if (s.ends_with(':') && (begins_with_condition(s) || holds_linked_term(s.substr(0, s.size() - 1))))
            return true;
        for (std::size_t at = 0; at < s.size();) {
            const std::size_t end = sentence_end(s, at);
            const std::string_view sentence = skip_blanks(s.substr(at, end - at));
            if (!trim(sentence).ends_with('?') && (begins_with_term(sentence) || says_only_so(sentence))) return true;
            at = end;
        }
    }
    return false;
}

}  // namespace assentd::words
