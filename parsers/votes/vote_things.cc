// SPDX-License-Identifier: Apache-2.0
//
// vote   = word-that-takes-a-thing SP [link] thing / sign SP link thing / "dafür" "," clause
// thing  = proposal-word / *3words proposal-stem / *words word-of-the-subject / *3words new      the proposal
//        / *words                                                                                 anything else
#include "parsers/votes/vote_things.h"
#include "parsers/votes/stems.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/interpret_whole.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_casting_data.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_elsewhere_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/tables/vote_things_data.h"
#include "parsers/votes/tables/vote_words.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_clause = 120;     // bytes
constexpr std::size_t near = 5;                 // words
constexpr std::size_t shortest_of_subject = 4;  // bytes of a word that tells what a subject is about

bool begins_with_stem(std::string_view word, const PhraseIndex<const char*>& stems) {
    const auto entries = stems.may_begin(word);
    return std::any_of(entries.begin(), entries.end(), [&](const auto& e) { return word.starts_with(e.phrase); });
}

std::string_view first_clause(std::string_view s) {
    return s.substr(0, std::min(s.find_first_of(",;:(.!?"), longest_clause));
}

// The last words of a phrase say whether a thing follows: "i'm against", "ik ben tegen".
bool goes_on_with_a_thing(std::string_view phrase) {
    return ends_with_phrase(phrase, takes_a_thing) || ends_with_phrase(phrase, for_or_against);
}

// "No objections to the minutes": whoever has none has none to a thing.
bool denies_objections(std::string_view phrase) {
    const auto value = value_at(phrase, {});
    return value && value->position == Position::agree &&
           std::any_of(objections.begin(), objections.end(),
                       [&](std::string_view stem) { return phrase.find(stem) != phrase.npos; });
}

bool is_called_another(std::string_view thing) {
    static const PhraseIndex<const char*> others{other_things};
    const auto group = words_of(first_clause(thing), near);
    return std::any_of(group.begin(), group.end(), [&](std::string_view w) { return begins_with_stem(w, others); });
}

std::string_view without_link(std::string_view s, bool denies) {
    static const PhraseIndex<const char*> links{thing_links};
    static const PhraseIndex<const char*> all_links{thing_links, about_links};
    const char* const* link = (denies ? all_links : links).longest_at_start(s);
    return link ? skip_blanks(s.substr(phrase_of(*link).size())) : s;
}

bool names_the_subject(std::string_view word, std::string_view subject) {
    return word.size() >= shortest_of_subject && find_phrase(subject, word) != subject.npos;
}

bool is_the_proposal(std::string_view thing, std::string_view subject) {
    static const PhraseIndex<const char*> proposals{proposal_stems, reason_stems};
    const auto group = words_of(thing, near);
    if (group.empty()) return true;
    if (is_one_of(group[0], bare_proposal_words) && group.size() == 1) return true;
    if (is_one_of(group[0], carrying_out) && (group.size() == 1 || is_one_of(group[1], proposal_words))) return true;
    const bool option = group[0].size() == 1 && (group.size() == 1 || group[1].size() == 1 || group[1] == "and");
    if (option || decision_id_size(thing) > 0) return true;  // "+1 for A and B"
    if (is_called_another(thing)) return false;
    const bool gerund = group[0].ends_with("ing") && group.size() > 1;  // "spending this much"
    if (is_one_of(group[gerund ? 1 : 0], proposal_words)) return true;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const bool idea_of = group[i].starts_with("ide") && i + 1 < group.size() && group[i + 1] == "of";
        if (begins_with_stem(group[i], proposals)) return !idea_of;
        if (names_the_subject(group[i], subject) || is_one_of(group[i], new_things)) return true;
    }
    return false;
}

// "Ich bin dafür, dass wir Bänder nehmen", "Jestem za tym, żeby poczekać": what the clause behind the comma says.
bool wants_another_thing(std::string_view behind_comma) {
    const std::string_view s = without_end_marks(first_clause(skip_blanks(behind_comma)));
    const auto group = words_of(s);
    const bool infinitive = group.size() > 2 && group[group.size() - 2] == "zu" && group.back().ends_with("n");
    const bool manner = starts_with_phrase(s, "ohne");  // "ohne zu zögern"
    return ((infinitive && !manner) || any_phrase_starts(s, thing_clauses)) && !is_one_of(s, proposal_clauses);
}

}  // namespace

bool is_for_another_thing(std::string_view phrase, bool sign, std::string_view tail, std::string_view subject) {
    if (!sign && ends_with_phrase(phrase, approves_of_a_thing)) return is_called_another(tail);
    const bool denies = !sign && denies_objections(phrase);
    if (!sign && !denies && !goes_on_with_a_thing(phrase)) return false;
    if (tail.starts_with(',') && phrase.starts_with("ich bin da")) return wants_another_thing(tail.substr(1));
    const std::string_view rest = skip_blanks(without_casting_tail(tail));
    if (rest.empty() || rest.data() == tail.data() || !is_word_byte(rest[0])) return false;
    const std::string_view clause = first_clause(rest);
    const std::string_view thing = without_link(clause, denies);
    const bool linked = thing.data() != clause.data();
    if ((sign || denies) && !linked) return false;
    static const PhraseIndex<const char*> reasons{reason_links};
    static const PhraseIndex<const char*> moods{emphases, feelings};
    if (!linked &&
        (any_phrase_starts(rest, no_things) || reasons.longest_at_start(rest) || moods.longest_at_start(rest)))
        return false;
    if (linked && any_phrase_starts(thing, no_things)) return false;
    if (!is_the_proposal(thing, subject)) return true;
    const std::string_view behind = rest.substr(clause.size());
    return behind.starts_with(',') && wants_another_thing(behind.substr(1));
}

}  // namespace assentd::words
