// SPDX-License-Identifier: Apache-2.0
//
// denied-sign = *words [negation] *words ["no-such"] sign      the negation in the clause of the sign
//             / sign negation [casting-tail] / sign refusal
// denied-word = word *words negation                           in one clause, no bound of its language between
// refusal     = first-person, negation and agreement of one language in a clause, the last two near each other
#include "parsers/votes/vote_negations.h"

#include <algorithm>
#include <vector>

#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_casting_data.h"
#include "parsers/votes/tables/vote_negations_data.h"
#include "parsers/votes/tables/vote_refusals_data.h"
#include "parsers/votes/tables/vote_reservations_data.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_look = 300;  // bytes
constexpr std::string_view clause_marks = ",;:(.!?";

const PhraseIndex<Words>& all_negations() {
    static const PhraseIndex<Words> index{negations};
    return index;
}

// Calls found(at, row) for each negation that denies, until it says true; whether it did.
template <typename Found>
bool any_negation(std::string_view s, Found found) {
    return all_negations().any_within(s, longest_look, [&](std::size_t at, const Words& row) {
        const std::string_view here = s.substr(at);
        const std::string_view behind = here.substr(row.phrase.size());
        const bool joined = behind.size() > 1 && behind[0] == '-' && is_word_byte(behind[1]);  // "non-binding"
        return !joined && !any_phrase_starts(here, no_denials) && found(at, row);
    });
}

std::string_view first_clause(std::string_view s) {
    s = s.substr(0, std::min(s.find_first_of(clause_marks), s.find(" -")));
    return s.substr(0, longest_look);
}

std::string_view last_clause(std::string_view s) {
    const std::size_t mark = trim(s).empty() ? s.npos : trim(s).find_last_of(clause_marks);
    return mark == s.npos ? trim(s) : trim(trim(s).substr(mark + 1));
}

// Whether something begins a clause of its own before the negation, in the language of that.
bool bounded(std::string_view between, std::string_view language) {
    static const PhraseIndex<Words> bounds{negation_bounds, but_words};
    static const PhraseIndex<const char*> reasons{reason_links};
    return bounds.any_within(between, longest_look, [&](std::size_t, const Words& row) {
        return row.language == language;
    }) || reasons.any_within(between, longest_look);
}

// "Je n'ai pas testé, mais +1" is asked about, "Non ho obiezioni, +1" is not: where the words that deny are those of
// "no objection", too, only the clause of the sign is looked at.
bool denies_whole_sentence(std::string_view language) {
    return language == "English" || language == "German" || language == "French";
}

}  // namespace

bool holds_negation(std::string_view phrase) {
    return any_negation(phrase, [](std::size_t, const Words&) { return true; });
}

bool is_negation(std::string_view sentence) {
    const std::string_view s = without_end_marks(skip_blanks(sentence));
    const Words* whole = all_negations().longest_at_start(s);
    return whole && whole->phrase == s;
}

bool is_flat_denial(std::string_view sentence) {
    static const PhraseIndex<const char*> index{flat_denials};
    const std::string_view s = without_end_marks(skip_blanks(sentence));
    const char* const* whole = index.longest_at_start(s);
    return whole && phrase_of(*whole).size() == s.size();
}

bool denied_before(std::string_view before) {
    const std::string_view clause = last_clause(before);
    const auto words = words_of(clause);
    if (ends_with_instead_of(before)) return true;
    if (!words.empty() && is_one_of(words.back(), no_such)) return true;
    const auto clause_at = clause.empty() ? before.size() : static_cast<std::size_t>(clause.data() - before.data());
    const auto agrees = value_at(clause, {});  // "nie mam uwag +1"
    const bool said = agrees && agrees->position == Position::agree;
    return any_negation(before, [&](std::size_t at, const Words& row) {
        return denies_whole_sentence(row.language) || (at >= clause_at && !said);
    });
}

bool sign_denied_behind(std::string_view tail) {
    static const PhraseIndex<const char*> refusals{judging_refusals};
    std::string_view s = skip_blanks(tail);
    if (const Words* denial = all_negations().longest_at_start(s)) {
        const std::string_view rest = skip_blanks(s.substr(denial->phrase.size()));
        return without_end_marks(rest).empty() || any_phrase_starts(rest, casting_tails);
    }
    for (std::string_view copula : {"is", "ist", "est", "es", "är", "er"})
        if (starts_with_phrase(s, copula)) s = skip_blanks(s.substr(copula.size()));
    return refusals.longest_at_start(s) != nullptr;
}

bool word_denied_behind(std::string_view tail, Position position) {
    const std::string_view clause = first_clause(tail);
    const std::string_view s = trim(clause);
    for (std::string_view word : words_of(s, 2))
        if (is_one_of(word, nothing)) return true;
    return any_negation(clause, [&](std::size_t at, const Words& row) {
        const std::string_view here = clause.substr(at);
        const bool first = here.data() == s.data();
        const bool last = trim(here).size() == row.phrase.size();
        if (position != Position::agree && !first && !last) return false;  // "I oppose what is not paid for"
        return first || !bounded(clause.substr(0, at), row.language);
    });
}

bool ends_with_instead_of(std::string_view between) {
    const std::string_view s = without_end_marks(between);
    return std::any_of(instead_of.begin(), instead_of.end(), [&](std::string_view p) {
        return s.ends_with(p) && (s.size() == p.size() || !is_word_byte(s[s.size() - p.size() - 1]));
    });
}

namespace {

constexpr std::size_t near = 5;  // words between a negation and what it denies

// The places, in words, of the rows of a table that begin a word; whole ones only when `stems` is false.
struct Place {
    std::string_view language;
    std::size_t word;
};
std::vector<Place> places_of(const std::vector<std::string_view>& group, const PhraseIndex<Words>& index,
                             bool stems) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < group.size(); ++i)
        for (const auto& entry : index.may_begin(group[i]))
            if (stems ? group[i].starts_with(entry.phrase) : group[i] == entry.phrase)
                places.push_back({entry.row->language, i});
    return places;
}

bool denies_in_clause(std::string_view clause) {
    constexpr std::size_t most_words = 14;
    static const PhraseIndex<Words> persons{first_persons};
    static const PhraseIndex<Words> stems{agreeing};
    const auto group = words_of(clause, most_words + 1);
    if (group.size() > most_words) return false;
    const auto agreements = places_of(group, stems, true);
    if (agreements.empty()) return false;
    const auto speakers = places_of(group, persons, false);
    if (speakers.empty()) return false;
    return any_negation(clause, [&](std::size_t at, const Words& row) {
        const std::size_t word = words_of(clause.substr(0, at), most_words).size();
        return std::any_of(speakers.begin(), speakers.end(),
                           [&](const Place& p) { return p.language == row.language; }) &&
               std::any_of(agreements.begin(), agreements.end(), [&](const Place& p) {
                   return p.language == row.language && std::max(p.word, word) - std::min(p.word, word) <= near;
               });
    });
}

}  // namespace

bool denies_agreement(std::string_view sentence) {
    if (sentence.ends_with('?')) return false;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t end = std::min(sentence.find_first_of(clause_marks, at), sentence.size());
        if (denies_in_clause(sentence.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace assentd::words
