// SPDX-License-Identifier: Apache-2.0
//
// rest   = *(mark clause)                         the first clause that is more than polite decides
// clause = courtesy [few words]                   nothing that came or was said among them
//        / "yes": praise / going / a value of the same position / what is about the proposal
//        / "no":  a refusal / a misgiving / a value of the same position
//        / casting-tail / reason
#include "parsers/votes/vote_continuations.h"

#include <algorithm>
#include <optional>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_answers_data.h"
#include "parsers/votes/tables/vote_casting_data.h"
#include "parsers/votes/tables/vote_continuations_data.h"
#include "parsers/votes/tables/vote_opinions_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
#include "parsers/votes/tables/vote_words.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_objects.h"
#include "parsers/votes/vote_stances.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"
#include "parsers/votes/vote_wishes.h"

namespace assentd::words {
namespace {

constexpr std::size_t short_clause = 8;  // words
constexpr std::size_t near_bytes = 60;
constexpr std::size_t longest_rest = 300;  // bytes

// The marks between clauses, those of Chinese and Japanese among them; 0 for none at the start.
std::size_t mark_size(std::string_view s) {
    for (std::string_view mark :
         {",", ";", ":", "(", ")", "-", ".", "!", "*", "\"", "\u3001", "\u3002", "\uff0c", "\uff01"})
        if (s.starts_with(mark)) return mark.size();
    return 0;
}

std::string_view without_marks(std::string_view s) {
    for (;;) {
        s = skip_blanks(s);
        const std::size_t size = mark_size(s);
        if (size == 0) return s;
        s.remove_prefix(size);
    }
}

std::string_view first_clause(std::string_view s) {
    for (std::size_t i = 0; i < s.size(); ++i) {
        const bool inside = s[i] == '-' && i > 0 && s[i - 1] != ' ';
        if (!inside && mark_size(s.substr(i)) > 0) return s.substr(0, i);
    }
    return s;
}

bool begins_a_word(std::string_view clause, const PhraseIndex<const char*>& stems) {
    if (!clause.empty() && needs_no_boundary(clause)) return stems.stands_in(clause);
    const auto group = words_of(clause, short_clause + 1);
    return group.size() <= short_clause && std::any_of(group.begin(), group.end(), [&](std::string_view word) {
               const auto entries = stems.may_begin(word);
               return std::any_of(entries.begin(), entries.end(),
                                  [&](const auto& e) { return word.starts_with(e.phrase); });
           });
}

const char* const* polite_start(std::string_view clause) {
    static const PhraseIndex<const char*> polite{polite_words};
    return polite.longest_at_start(clause);
}

bool is_polite_alone(std::string_view clause) {
    const char* const* polite = polite_start(clause);
    return polite && phrase_of(*polite).size() == without_end_marks(clause).size();
}

bool is_polite(std::string_view clause) {
    constexpr std::size_t most_words = 6;
    return polite_start(clause) && words_of(clause, most_words + 1).size() <= most_words;
}

// "yes 😊"; a thumb has a value of its own.
bool is_picture(std::string_view clause) {
    constexpr unsigned char beyond_letters = 0xF0;  // four bytes long
    return !clause.empty() && static_cast<unsigned char>(clause.front()) >= beyond_letters &&
           std::all_of(clause.begin(), clause.end(),
                       [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; }) &&
           !value_at(clause, {});
}

bool praises_or_goes_on(std::string_view clause) {
    static const PhraseIndex<const char*> praise{praising_stems};
    static const PhraseIndex<const char*> going{goings};
    static const PhraseIndex<const char*> phrases{praising_phrases};
    return going.longest_at_start(clause) || begins_a_word(clause, praise) || any_phrase_starts(clause, comforts) ||
           phrases.any_within(clause, near_bytes);
}

// "Yes, no further questions"
bool says_there_is_none(std::string_view clause) {
    static const PhraseIndex<const char*> none{without_any};
    static const PhraseIndex<const char*> things{received_stems, trouble_stems};
    return none.longest_at_start(clause) && begins_a_word(clause, things);
}

// "No, not too expensive": it is not what a refusal would say.
bool denies_a_degree(std::string_view clause) {
    const auto group = words_of(clause, 3);
    if (group.size() < 2) return false;
    return is_negation(group[0]) && any_phrase_starts(skip_blanks(clause.substr(group[0].size())), too_much);
}

bool refuses(std::string_view clause) {
    if (denies_a_degree(clause)) return false;
    static const PhraseIndex<const char*> sorry{feelings};
    if (sorry.longest_at_start(clause)) return true;
    static const PhraseIndex<const char*> words{refusing_words};
    return has_a_misgiving(clause) || begins_with_refusal(clause) || is_flat_refusal(clause) ||
           words.any_within(clause, near_bytes);
}

// "Yes, agreed", "No -1"; "Ja, pro Monat" only begins with a word that votes in another language.
bool votes_the_same(Position position, std::string_view clause) {
    const auto value = value_at(clause, {});
    if (!value || (value->use != Use::leads && !without_end_marks(clause.substr(value->size)).empty())) return false;
    return value->position == position || (position == Position::disagree && value->position == Position::block);
}

bool tells_why(std::string_view clause) {
    return gives_reason(clause) && !any_phrase_starts(clause, no_reasons);
}

// Nothing but one of the clauses, or with its reason behind it.
bool is_all(std::string_view s, const PhraseIndex<const char*>& clauses) {
    const char* const* clause = clauses.longest_at_start(s);
    const std::string_view rest = clause ? s.substr(phrase_of(*clause).size()) : s;
    return clause && (without_end_marks(first_clause(rest)).empty() || tells_why(rest));
}

// "We need this"; nothing when it is neither wanted nor unwanted.
std::optional<bool> is_wanted(std::string_view s) {
    static const PhraseIndex<const char*> wanted{wanted_clauses};
    static const PhraseIndex<const char*> unwanted{unwanted_clauses};
    if (is_all(s, wanted)) return true;
    return is_all(s, unwanted) ? std::optional(false) : std::nullopt;
}

// "I think this is a good idea", "I don't think that we should do it"
bool holds_an_opinion(bool agrees, std::string_view behind) {
    static const PhraseIndex<const char*> thought{opinions};
    static const PhraseIndex<const char*> not_thought{denied_opinions};
    static const PhraseIndex<const char*> links{opinion_links};
    static const PhraseIndex<const char*> its{named_it};
    static const PhraseIndex<const char*> praise{praising_stems};
    static const PhraseIndex<const char*> phrases{praising_phrases};
    const char* const* denied = not_thought.longest_at_start(behind);
    const char* const* opinion = denied ? denied : thought.longest_at_start(behind);
    if (!opinion) return false;
    std::string_view s = without_marks(behind.substr(phrase_of(*opinion).size()));
    bool wished = false;  // "żeby to był": what looks past is none
    if (const char* const* link = links.longest_at_start(s)) {
        wished = phrase_of(*link).ends_with("by") || phrase_of(*link) == "чтобы";
        s = skip_blanks(s.substr(phrase_of(*link).size()));
    }
    if (const auto wanted = is_wanted(s)) return agrees ? *wanted && !denied : *wanted == (denied != nullptr);
    s = first_clause(s);
    if (!its.longest_at_start(s) || (!wished && tells_of_the_past(s))) return false;
    const auto group = words_of(s);
    const bool of_another =
        group.size() > 2 && std::any_of(group.begin() + 2, group.end(),
                                        [](std::string_view word) { return is_one_of(word, opinion_complements); });
    const bool praised = (begins_a_word(s, praise) && !of_another) || phrases.any_within(s, near_bytes);
    if (agrees) return praised && !denied && !holds_negation(s) && !refuses(s);
    return denied || holds_negation(s) ? praised : refuses(s);
}

}  // namespace

bool begins_with_yes_or_no(std::string_view phrase) {
    if (is_yes_or_no(phrase)) return true;
    const auto first = words_of(phrase, 1);
    return !first.empty() && first[0].data() == phrase.data() && is_yes_or_no(first[0]) &&
           is_polite(without_marks(phrase.substr(first[0].size())));
}

bool judges_the_proposal(Position position, std::string_view behind) {
    const bool agrees = position == Position::agree;
    if (trim(behind).ends_with('?')) return false;
    if (const auto wanted = is_wanted(behind)) return *wanted == agrees;
    return holds_an_opinion(agrees, behind);
}

bool goes_with_answer(Position position, std::string_view rest) {
    static const PhraseIndex<const char*> received{received_stems};
    static const PhraseIndex<const char*> tails{casting_tails};
    for (std::string_view s = without_marks(rest.substr(0, longest_rest)); !s.empty();) {
        const std::string_view from = s;
        const std::string_view clause = trim(first_clause(s));
        s = without_marks(s.substr(static_cast<std::size_t>(clause.data() - s.data()) + clause.size()));
        if (is_polite_alone(clause) || is_picture(clause) ||
            (position == Position::agree && says_there_is_none(clause)))
            continue;
        if (begins_a_word(clause, received)) return false;
        if (is_polite(clause)) continue;
        const bool agrees = position == Position::agree;
        if (tails.longest_at_start(clause) || tells_why(clause) || votes_the_same(position, clause) ||
            agrees_with_the_proposal(clause) || judges_the_proposal(position, trim(from)))
            return true;
        if (agrees && has_a_misgiving(clause)) return false;
        return agrees ? praises_or_goes_on(clause) || is_about_the_proposal(clause) : refuses(clause);
    }
    return true;
}

bool is_only_courtesy(std::string_view rest) {
    static const PhraseIndex<const char*> thanks{thanking};
    const std::string_view s = skip_blanks(rest);
    if (is_polite_alone(s)) return true;
    const char* const* phrase = thanks.longest_at_start(s);
    if (!phrase || s.ends_with('?')) return false;
    const std::string_view whom = without_end_marks(skip_blanks(s.substr(phrase_of(*phrase).size())));
    return words_of(whom, 2).size() == 1 && !value_at(whom, {});  // "yes thanks Ben"
}

bool is_put_off(std::string_view rest) {
    static const PhraseIndex<const char*> times{other_days, later, for_information};
    if (rest.starts_with(':')) return false;  // "Agree: we start on Monday"
    const std::string_view near = rest.substr(0, near_bytes);
    return times.any_within(near, near_bytes);
}

}  // namespace assentd::words
