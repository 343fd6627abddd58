// SPDX-License-Identifier: Apache-2.0
//
// wish    = [interjection] (refusal [few words] ["," words] / lone-refusal / starter deed [few words] / answer)
//           / turn, as a sentence of the line
// answer  = speaker [few words] verb [few words] ("yes" / "no")            "my team says no"
// turn    = [interjection] phrase / a position stated anywhere in a short sentence     "You convinced me", "I am out"
// concern = [interjection] phrase words                                     "I have a concern: who pays?"
// settled = [interjection] phrase words                                     "Veto withdrawn"
#include "parsers/votes/vote_wishes.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_concerns_data.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_refusals_data.h"
#include "parsers/votes/tables/vote_refused_parts_data.h"
#include "parsers/votes/tables/vote_settled_data.h"
#include "parsers/votes/tables/vote_wishes_data.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t few_words = 4;
constexpr std::size_t most_stated = 14;  // words of a sentence that may state a position anywhere

std::string_view without_marks(std::string_view s) {
    while (!s.empty() && std::string_view(" ,.!:;-*_\"'`(").find(s.front()) != s.npos) s.remove_prefix(1);
    return s;
}

// "Sorry, ", "Thanks, but": what people say before they refuse.
std::string_view without_opening(std::string_view s) {
    static const PhraseIndex<const char*> index{interjections};
    s = without_marks(s);
    for (const auto& [word, row] : index.may_begin(s))
        if (starts_with_phrase(s, word) && s.size() > word.size() && !is_word_byte(s[word.size()])) {
            const std::string_view rest = without_marks(s.substr(word.size()));
            return starts_with_phrase(rest, "but") ? without_marks(rest.substr(3)) : rest;
        }
    return s;
}

bool is_short(std::string_view rest) {
    const bool east = !rest.empty() && needs_no_boundary(rest);
    return !rest.ends_with('?') && (east ? rest.size() <= 30 : words_of(rest, few_words + 1).size() <= few_words);
}

// "Not a fan of this, but I will not stand in the way": what follows behind a comma takes no refusal away.
std::string_view first_clause(std::string_view rest) {
    return rest.substr(0, rest.find_first_of(",;:("));
}

// "My team says no"
bool answers_for_others(std::string_view s) {
    constexpr std::size_t most_words = 6;
    const auto group = words_of(s, most_words + 1);
    return group.size() >= 3 && group.size() <= most_words && !s.ends_with('?') && is_one_of(group[0], speakers) &&
           is_yes_or_no(group.back()) &&
           std::any_of(group.begin() + 1, group.end() - 1, [](std::string_view w) { return is_one_of(w, saying); });
}

bool is_short_statement(std::string_view s) {
    return words_of(s, most_stated + 1).size() <= most_stated && !s.ends_with('?');
}

// "Not worth it", "never", "I am against the second part". `alone_only`: nothing follows but behind a mark, "Bad
// idea, sorry"
bool refuses(std::string_view s, bool alone_only) {
    static const PhraseIndex<const char*> refused{refusals, judging_refusals};
    static const PhraseIndex<const char*> alone{lone_refusals, bare_refusals};
    static const PhraseIndex<const char*> own{own_refusals};
    if (denies_agreement(s) || (is_short_statement(s) && own.any_within(s))) return true;
    if (const auto* refusal = refused.longest_at_start(s)) {
        const std::string_view rest = first_clause(s.substr(phrase_of(*refusal).size()));
        if (alone_only ? without_end_marks(rest).empty() : is_short(rest)) return true;
    }
    const auto* refusal = alone.longest_at_start(s);
    return refusal && without_end_marks(s).size() == phrase_of(*refusal).size();
}

// "We should" "do this"; `denied`: only "we should not" "do this".
bool wishes_a_deed(std::string_view s, bool denied) {
    static const PhraseIndex<const char*> starters{wish_starters};
    static const PhraseIndex<const char*> deeds{wish_deeds};
    const auto entries = starters.may_begin(s);
    return std::any_of(entries.begin(), entries.end(), [&](const auto& starter) {
        if (!starts_with_phrase(s, starter.phrase) || (denied && !holds_negation(starter.phrase))) return false;
        const std::string_view rest = skip_blanks(s.substr(starter.phrase.size()));
        const auto* deed = deeds.longest_at_start(rest);
        return deed && is_short(rest.substr(phrase_of(*deed).size()));
    });
}

bool is_wish(std::string_view sentence) {
    const std::string_view s = without_opening(sentence);
    static const PhraseIndex<const char*> turns{changes_of_mind};
    if (turns.longest_at_start(s) || turns.longest_at_start(without_marks(sentence))) return true;
    static const PhraseIndex<const char*> stated{stated_positions};
    if (is_short_statement(s) && stated.any_within(s)) return true;
    return refuses(s, false) || answers_for_others(s) || wishes_a_deed(s, false);
}

}  // namespace

namespace {

template <typename Predicate>
bool any_sentence(std::string_view line, Predicate fits) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = sentence_end(line, at);
        if (fits(line.substr(at, end - at))) return true;
        at = end;
    }
    return false;
}

}  // namespace

bool says_a_wish(std::string_view line) {
    return any_sentence(line, is_wish);
}

bool says_a_refusal(std::string_view line) {
    return any_sentence(line, [](std::string_view sentence) {
        const std::string_view s = without_opening(sentence);
        return refuses(s, true) || wishes_a_deed(s, true);
    });
}

bool begins_with_refusal(std::string_view folded) {
    static const PhraseIndex<const char*> refused{refusals, judging_refusals};
    static const PhraseIndex<const char*> starters{wish_starters};
    static const PhraseIndex<const char*> deeds{wish_deeds};
    if (refused.longest_at_start(folded)) return true;
    const char* const* starter = starters.longest_at_start(folded);
    if (!starter) return false;
    const std::string_view deed = skip_blanks(folded.substr(phrase_of(*starter).size()));
    return refused.longest_at_start(deed) || (holds_negation(phrase_of(*starter)) && deeds.longest_at_start(deed));
}

bool is_a_refusal(std::string_view folded) {
    static const PhraseIndex<const char*> alone{refusals, judging_refusals, lone_refusals};
    const char* const* refusal = alone.longest_at_start(folded);
    return refusal && phrase_of(*refusal).size() == without_end_marks(folded).size();
}

namespace {

// "The cost concern is settled", "cost is resolved"
bool ends_as_settled(std::string_view sentence) {
    constexpr std::size_t most_of_subject = 4;  // words
    const std::string_view s = without_end_marks(sentence);
    return std::any_of(settled_ends.begin(), settled_ends.end(), [&](std::string_view end) {
        if (!s.ends_with(end) || s.size() <= end.size()) return false;
        const std::string_view subject = s.substr(0, s.size() - end.size());
        if (is_word_byte(subject.back()) && !needs_no_boundary(end)) return false;
        const auto group = words_of(subject, most_of_subject + 1);
        return group.size() == 1 ||
               (group.size() <= most_of_subject && std::any_of(group.begin(), group.end(), [](std::string_view w) {
                    return is_one_of(w, concern_nouns);
                }));
    });
}

}  // namespace

bool says_it_is_settled(std::string_view line) {
    static const PhraseIndex<const char*> settled{settled_in_words};
    static const PhraseIndex<const char*> alone{withdrawn_alone, settled_alone};
    return any_sentence(line, [](std::string_view sentence) {
        const std::string_view s = without_opening(sentence);
        const char* const* whole = alone.longest_at_start(s);
        const std::string_view rest =
            whole ? without_end_marks(s.substr(phrase_of(*whole).size())) : std::string_view{};
        return !s.ends_with('?') &&
               (ends_as_settled(s) || settled.longest_at_start(s) || (whole && (rest.empty() || rest[0] == ',')));
    });
}

bool says_it_stands(std::string_view text) {
    static const PhraseIndex<const char*> standing{standing_words};
    return standing.any_within(text);
}

bool says_a_concern(std::string_view line) {
    static const PhraseIndex<const char*> concerns{concerns_in_words};
    return any_sentence(line, [](std::string_view sentence) {
        return concerns.longest_at_start(without_opening(sentence)) != nullptr;
    });
}

}  // namespace assentd::words
