// SPDX-License-Identifier: Apache-2.0
#include "parsers/votes/vote_objects.h"
#include "parsers/votes/stems.h"

#include <algorithm>
#include <array>

#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_answers_data.h"
#include "parsers/votes/tables/vote_casting_data.h"
#include "parsers/votes/tables/vote_continuations_data.h"
#include "parsers/votes/tables/vote_elsewhere_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/tables/vote_reservations_data.h"
#include "parsers/votes/tables/vote_shares_data.h"
#include "parsers/votes/tables/vote_things_data.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_clause = 120;  // bytes

std::string_view first_clause(std::string_view s) {
    return s.substr(0, std::min(s.find_first_of(",;:(.!?"), longest_clause));
}

// What stands behind the word that links an object to a word of agreement; null without one.
std::optional<std::string_view> object_of(std::string_view rest) {
    for (std::string_view link : agreement_links)
        if (starts_with_phrase(rest, link)) return skip_blanks(rest.substr(link.size()));
    return std::nullopt;
}

// "I agree with what Ana wrote", "I disagree with Ben about the rent", "I disagree about the lift"
bool is_with_another(std::string_view rest) {
    const auto object = object_of(rest);
    return object && !any_phrase_starts(*object, agreement_objects) && !is_somebodys_proposal(*object);
}

// "I approve of the objection", "I reject Chen's argument"
bool is_on_a_remark(std::string_view rest) {
    constexpr std::size_t near = 4;  // words
    static const PhraseIndex<const char*> stems{remark_stems};
    bool owned = starts_with_phrase(rest, "of");
    for (std::string_view word : words_of(first_clause(rest), near)) {
        if (owned && is_one_of(word, remark_nouns)) return true;
        const auto entries = stems.may_begin(word);
        if (std::any_of(entries.begin(), entries.end(), [&](const auto& e) { return word.starts_with(e.phrase); }))
            return owned || !word.starts_with("argument");
        owned = owned || word.ends_with("'s");
    }
    return false;
}

// "I agree it's too dear", "Zgadzam się, że to drogie"
bool is_on_a_fact(std::string_view phrase, std::string_view rest) {
    if (ends_with_one_of(phrase, for_or_against)) return false;
    if (any_phrase_starts(rest, facts)) return true;
    if (rest.starts_with(',')) return any_phrase_starts(skip_blanks(rest.substr(1)), facts_behind_comma);
    return phrase.ends_with("agree") && any_phrase_starts(rest, bare_facts);
}

bool names_another_deed(std::string_view clause) {
    constexpr std::size_t near = 6;  // words
    static const PhraseIndex<const char*> deeds{other_deeds};
    static const PhraseIndex<const char*> reasons{reason_links};
    for (std::string_view word : words_of(clause, near)) {
        if (reasons.longest_at_start(word)) return false;  // "because waiting is dear"
        const auto entries = deeds.may_begin(word);
        if (std::any_of(entries.begin(), entries.end(), [&](const auto& e) { return word.starts_with(e.phrase); }))
            return true;
    }
    return false;
}

// "I'm in favour of rejecting this", "Ich bin dafür, das zu vertagen"; not "I support the proposal to wait".
bool is_on_another_deed(std::string_view phrase, std::string_view rest) {
    if (is_yes_or_no(phrase) || ends_with_one_of(phrase, agreement_objects)) return false;
    const bool goes_on = rest.starts_with(',') && (phrase.ends_with("dafür") || phrase.ends_with("dagegen"));
    return names_another_deed(first_clause(goes_on ? rest.substr(1) : rest));
}

// "Jag är för gammal", "Jestem za stary": too much of something, and for nothing.
bool says_too_much(std::string_view phrase, std::string_view rest) {
    if (!is_word_byte(rest[0]) || any_phrase_starts(rest, agreement_objects)) return false;
    if (is_one_of(phrase, too_or_for))
        return !any_phrase_starts(rest, for_what) && !any_phrase_starts(rest, casting_tails);
    constexpr std::array instrumental{"m", "ą", "i"};  // "za przyjęciem", "za propozycją"
    return phrase == "jestem za" && !ends_with_one_of(words_of(rest, 1).at(0), instrumental);
}

// "Jag håller med Ben", "Popieram Chena"
bool names_somebody(std::string_view phrase, std::string_view rest) {
    if (!is_word_byte(rest[0]) || any_phrase_starts(rest, agreement_objects)) return false;
    if (phrase.size() > 4 && phrase.ends_with(" med")) return true;
    return is_one_of(phrase, supporting) && words_of(first_clause(rest), 2).size() == 1;
}

// "Approve the minutes", "Approved: invoice 4711": a bare word that asks for something other than the proposal.
bool asks_to_approve(std::string_view phrase, std::string_view rest) {
    constexpr std::array articles{"the", "my", "her", "his", "their"};
    if (phrase != "approve" && phrase != "approved") return false;
    const auto next = words_of(rest, 1);
    if (next.empty()) return false;
    if (rest.starts_with(':') && is_one_of(next[0], papers)) return true;
    return is_one_of(next[0], articles) && !any_phrase_starts(rest, agreement_objects);
}

// "Go ahead and explain", "Go ahead and send me the figures": not with the proposal.
bool goes_ahead_elsewhere(std::string_view phrase, std::string_view rest) {
    constexpr std::array people{"me", "us", "him", "her", "them"};
    if (!phrase.ends_with("go ahead") || !starts_with_phrase(rest, "and")) return false;
    const auto next = words_of(rest, 3);
    return (next.size() > 1 && !is_one_of(next[1], carrying_out)) || (next.size() > 2 && is_one_of(next[2], people));
}

}  // namespace

bool is_somebodys_proposal(std::string_view object) {
    const auto group = words_of(first_clause(object), 3);
    return group.size() == 2 && group[0].ends_with("'s") && (group[1] == "proposal" || group[1] == "motion");
}

// "Enig i forslaget", "Akkoord met het voorstel"
bool agrees_with_the_proposal(std::string_view tail) {
    const std::string_view s = skip_blanks(tail);
    return std::any_of(agreement_links.begin(), agreement_links.end(), [&](std::string_view link) {
        return starts_with_phrase(s, link) &&
               any_phrase_starts(skip_blanks(s.substr(link.size())), agreement_objects);
    });
}

bool is_about_another_matter(std::string_view phrase, Position position, std::string_view rest) {
    if (rest.empty()) return false;
    if (asks_to_approve(phrase, rest) || goes_ahead_elsewhere(phrase, rest)) return true;
    constexpr std::array every{"jeden", "jedes", "jeder", "jedweden", "jeglichen", "jeglicher", "jegliches"};
    if (phrase == "ich enthalte mich" && any_phrase_starts(rest, every)) return true;  // "… jeden Kommentars"
    if (position == Position::abstain || position == Position::recuse) return false;
    if (is_on_a_remark(rest) || is_on_another_deed(phrase, rest) || names_somebody(phrase, rest)) return true;
    if (position == Position::block) return false;  // "I object that it is too dear"
    if (is_on_a_fact(phrase, rest)) return true;
    return is_with_another(rest) || (position == Position::agree && says_too_much(phrase, rest));
}

bool is_on_another_deed(std::string_view tail) {
    const std::string_view s = skip_blanks(tail);
    if (std::any_of(bare_deeds.begin(), bare_deeds.end(), [&](std::string_view deed) { return s.starts_with(deed); }))
        return true;
    static const PhraseIndex<const char*> links{thing_links};
    static const PhraseIndex<const char*> none{without_any, near_denials, lacking_words};
    const char* const* link = links.longest_at_start(s);
    if (!link) return false;
    const std::string_view thing = first_clause(skip_blanks(s.substr(phrase_of(*link).size())));
    if (none.any_within(thing)) return false;  // "+1 for not waiting"
    return names_another_deed(thing) || is_on_a_remark(thing);
}

bool keeps_a_part_out(std::string_view tail) {
    const std::string_view first = first_clause(tail);
    const std::string_view behind = skip_blanks(tail.substr(first.size()));
    if (trim(first).empty()) return false;
    if (behind.starts_with(',') && any_phrase_starts(skip_blanks(behind.substr(1)), kept_out)) return true;
    static const PhraseIndex<const char*> parts{liked_parts};
    static const PhraseIndex<Words> buts{but_words};
    return parts.any_within(first, longest_clause, [&](std::size_t at, const char*) {
        const std::string_view rest = tail.substr(at);
        return buts.any_within(rest, longest_clause);
    });
}

}  // namespace assentd::words
