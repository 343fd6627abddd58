// SPDX-License-Identifier: Apache-2.0
//
// thoughts = reflection *any / [but] limited / *words rather *words waiting       the last in a short sentence
// limited  = negation limit *words / limit *words negation / *words but negation
#include "parsers/votes/vote_taken_back.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_answers_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
#include "parsers/votes/tables/vote_reservations_data.h"
#include "parsers/votes/tables/vote_taken_back_data.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_stances.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"
#include "parsers/votes/vote_wishes.h"

namespace assentd::words {
namespace {

constexpr std::size_t near_bytes = 80;
constexpr std::size_t few_words = 8;

bool ends_with_denial(std::string_view s) {
    return std::any_of(denied_ends.begin(), denied_ends.end(), [&](std::string_view end) {
        return s.ends_with(end) &&
               (s.size() == end.size() || needs_no_boundary(end) || !is_word_byte(s[s.size() - end.size() - 1]));
    });
}

// "Nicht zu diesem Preis", "A este precio no", "Das aber nicht"
bool is_limited(std::string_view s) {
    const std::string_view first = words_of(s, 1).empty() ? s : words_of(s, 1)[0];
    if (is_negation(first) || ends_with_denial(first))
        return any_phrase_starts(skip_blanks(s.substr(first.size())), limits);
    const auto ends_so = [&](std::string_view phrase) { return s.ends_with(phrase); };
    if (!ends_with_denial(s) || std::any_of(why_not.begin(), why_not.end(), ends_so)) return false;
    if (any_phrase_starts(s, limits)) return true;
    const auto group = words_of(s, few_words + 1);
    return group.size() > 1 && std::any_of(std::begin(but_words), std::end(but_words),
                                           [&](const Words& but) { return group[group.size() - 2] == but.phrase; });
}

bool would_rather_wait(std::string_view s) {
    static const PhraseIndex<const char*> rather{rather_words};
    static const PhraseIndex<const char*> waiting{waiting_stems};
    const auto holds = [&](std::string_view word) {
        const auto entries = waiting.may_begin(word);
        return std::any_of(entries.begin(), entries.end(), [&](const auto& e) { return word.starts_with(e.phrase); });
    };
    static const PhraseIndex<const char*> than{than_words};
    if (!rather.any_within(s) || holds_negation(s) || than.any_within(s)) return false;  // "better not wait longer"
    if (needs_no_boundary(s)) return waiting.stands_in(s);
    const auto group = words_of(s, few_words + 1);
    return std::any_of(group.begin(), group.end(), holds);
}

}  // namespace

bool has_other_thoughts(std::string_view sentence) {
    static const PhraseIndex<const char*> thoughts{reflections};
    static const PhraseIndex<Words> buts{but_words};
    if (trim(sentence).ends_with('?')) return false;
    std::string_view s = without_end_marks(sentence);
    if (thoughts.longest_at_start(s)) return true;
    if (const Words* but = buts.longest_at_start(s)) s = skip_blanks(s.substr(but->phrase.size()));
    return words_of(s, few_words + 1).size() <= few_words && (is_limited(s) || would_rather_wait(s));
}

bool contradicts(std::string_view sentence) {
    constexpr std::size_t most_words = 6;
    if (has_other_thoughts(sentence)) return true;
    const std::string_view s = without_end_marks(sentence);
    if (trim(sentence).ends_with('?') || words_of(s, most_words + 1).size() > most_words) return false;
    const bool judges = any_phrase_starts(s, judgements) || any_phrase_starts(s, too_much);
    return is_a_refusal(s) || (judges && refuses_in_own_words(s));
}

bool looks_or_finds_fault(std::string_view rest) {
    static const PhraseIndex<const char*> phrases{looks_at_it, faults};
    if (gives_reason(rest)) return false;  // "because the old one is wrong"
    return phrases.any_within(rest.substr(0, near_bytes));
}

bool goes_to_read(std::string_view sentence) {
    static const PhraseIndex<const char*> phrases{looks_at_it};
    return phrases.longest_at_start(sentence) != nullptr;
}

bool praises_a_remark(std::string_view words) {
    constexpr std::size_t most_names = 2;
    static const PhraseIndex<const char*> praise{praised_remarks};
    const std::string_view s = without_end_marks(words);
    const char* const* phrase = praise.longest_at_start(s);
    return phrase && words_of(s.substr(phrase_of(*phrase).size()), most_names + 1).size() <= most_names;
}

}  // namespace assentd::words
