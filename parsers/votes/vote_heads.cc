// SPDX-License-Identifier: Apache-2.0
//
// named    = name ":" … value                          in one line, the name not the sender's
//          / words position-name "(" sign ")"          the words being neither the sender's nor about the answer
// headed   = head ":" LF [blank-line] value            the head being neither the sender's nor about the answer
//          / words that pass on what somebody said LF [blank-line] value
//          / signs-for name LF [blank-line] value
// answered = words that tell of a question, before "yes" or "no", in one line or right above
#include "parsers/votes/vote_heads.h"

#include <algorithm>
#include <string>

#include "parsers/fold.h"
#include "parsers/interpret_whole.h"
#include "parsers/reasons.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_elsewhere_data.h"
#include "parsers/votes/tables/vote_heads_data.h"
#include "parsers/votes/tables/vote_mentions_data.h"
#include "parsers/votes/tables/vote_neighbours_data.h"
#include "parsers/votes/tables/vote_speakers_data.h"
#include "parsers/votes/tables/vote_words.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_speakers.h"
#include "parsers/votes/vote_surroundings.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_look = 400;  // bytes above
constexpr std::size_t few_words = 4;
constexpr std::size_t most_words = 12;

template <typename Table>
bool holds(std::string_view s, const Table& table) {
    return std::any_of(table.begin(), table.end(),
                       [&](std::string_view phrase) { return find_phrase(s, phrase) != s.npos; });
}

template <typename Table>
bool is_in(std::string_view word, const Table& table) {
    return std::any_of(table.begin(), table.end(), [&](std::string_view w) { return w == word; });
}

bool is_of_writer(std::string_view folded) {
    const auto group = words_of(folded, most_words);
    return is_writers_word(folded) ||
           std::any_of(group.begin(), group.end(), [](std::string_view w) { return is_in(w, writers_objects); });
}

// The line above, across one blank line; empty when there is none.
std::string_view line_above(std::string_view line, std::string_view text) {
    std::string_view s = text.substr(0, static_cast<std::size_t>(line.data() - text.data()));
    s = trim(s.substr(s.size() - std::min(s.size(), longest_look)));
    return trim(s.substr(s.rfind('\n') + 1));
}

// "In short:", "My answer:", "Hi all:", "D-42:": what says nothing of others.
bool is_neutral(std::string_view head, const std::vector<Address>& senders) {
    const std::string folded = fold(head);
    if (is_of_writer(folded) || is_senders(folded, senders) || any_phrase_starts(folded, greetings) ||
        any_phrase_starts(folded, interjections) || any_phrase_starts(folded, leading_up))
        return true;
    const auto group = words_of(folded, most_words);
    return std::all_of(group.begin(), group.end(), [](std::string_view w) {
        return is_digit(w[0]) || decision_id_size(w) > 0 || is_in(w, neutral_headings) || is_in(w, head_words) ||
               is_in(w, subjects_of_votes) || is_in(w, answer_labels) || vote_label(w);
    });
}

// "Tom's answer", "Antwort des Lieferanten"
bool names_somebodys_answer(std::string_view folded) {
    const auto group = words_of(folded, most_words);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!is_in(group[i], answer_nouns)) continue;
        if (i > 0 && is_in(group[i - 1], writers_possessives)) return false;  // "my answer to Tom's mail"
        if (i > 0 && group[i - 1].ends_with("'s") && group[i - 1] != "today's") return true;
        if (i + 2 < group.size() && is_in(group[i + 1], of_words)) return true;
    }
    return false;
}

// "Cem Muster" of "Cem Muster (cem@example.org)"
std::string_view without_note(std::string_view name) {
    return trim(name.substr(0, name.find_first_of("(<[")));
}

bool may_be_names(std::string_view s) {
    const auto group = words_of(s, few_words);
    return !group.empty() && group.size() < few_words &&
           std::none_of(group.begin(), group.end(),
                        [](std::string_view w) { return (w[0] >= 'a' && w[0] <= 'z') || is_digit(w[0]); });
}

bool is_somebodys(std::string_view above, const std::vector<Address>& senders) {
    if (above.empty() || decision_id_size(above) > 0) return false;
    const bool colon = above.ends_with(':') || above.ends_with("\uFF1A");
    const std::string folded = fold(above);
    if (holds(folded, passing_on) && (colon || holds(folded, sending))) return true;
    if (any_phrase_starts(folded, signs_for) && !colon) {
        const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
        const std::string_view name = without_note(above.substr(std::min(first.size(), above.size())));
        return may_be_names(name) && is_word_byte(name.back());
    }
    if (names_somebodys_answer(folded) && (colon || holds(folded, pointers))) return true;
    if (is_of_writer(folded)) return false;
    const std::string_view head = trim(above.substr(0, above.size() - (above.ends_with(':') ? 1 : 3)));
    return colon && words_of(head, few_words + 1).size() <= few_words && !is_neutral(head, senders);
}

// "Cem Muster: disagree (-1)"
bool is_named(const FoundVote& v, std::string_view line, const std::vector<Address>& senders) {
    const std::string folded = fold(line);
    const std::size_t colon = line.find(':');
    if (v.rule.find(":labelled") != v.rule.npos || colon == line.npos || folded.find(':') >= v.begin) return false;
    const std::string_view head = trim(line.substr(0, colon));
    if (const std::string whose = fold(head); names_somebodys_answer(whose) && !is_of_writer(whose)) return true;
    const std::string_view name = without_note(head);
    return may_be_names(name) && is_word_byte(name.back()) && decision_id_size(name) == 0 &&
           !is_neutral(name, senders);
}

// "… through Ben: agree (+1)", "your answer (agree (+1))": how our own mails show an answer, and people hardly ever.
bool is_our_notation(const FoundVote& v, std::string_view line, const std::vector<Address>& senders) {
    const std::string folded = fold(line);
    std::string_view before = trim(std::string_view(folded).substr(0, std::min(v.begin, folded.size())));
    if (v.is_word || !before.ends_with('(')) return false;
    before = trim(before.substr(0, before.size() - 1));
    for (std::string_view word : {"agree", "disagree", "abstain", "block"}) {
        if (!before.ends_with(word)) continue;
        std::string_view head = trim(before.substr(0, before.size() - word.size()));
        while (!head.empty() && !is_word_byte(head.back())) head.remove_suffix(1);
        return !head.empty() && !is_neutral(head, senders);
    }
    return false;
}

// "About the other vote (laptops):"
bool is_about_other_matter(std::string_view above) {
    return above.ends_with(':') && holds(fold(above), other_matters);
}

bool tells_of_a_question(std::string_view s) {
    return std::any_of(asking_stems.begin(), asking_stems.end(), [&](std::string_view stem) {
        for (std::size_t at = s.find(stem); at != s.npos; at = s.find(stem, at + 1)) {
            if (needs_no_boundary(stem)) return true;
            const bool whole = stem.size() > 3 || at + stem.size() == s.size() || !is_word_byte(s[at + stem.size()]);
            if (whole && (at == 0 || !is_word_byte(s[at - 1]))) return true;
        }
        return false;
    });
}

// "Kim asked whether it is encrypted. Yes.", "Regarding Kim's question:" / "Yes."
bool answers_what_was_asked(const FoundVote& v, std::string_view line, std::string_view text) {
    const std::string folded = fold(line);
    if (!v.is_word || v.end > folded.size() ||
        !is_yes_or_no(std::string_view(folded).substr(v.begin, v.end - v.begin)))
        return false;
    std::string before(trim(std::string_view(folded).substr(0, v.begin)));
    while (!before.empty() && !is_word_byte(before.back()) &&
           std::string_view(".:!?").find(before.back()) == before.npos)
        before.pop_back();
    if (words_of(before, 1).empty()) before = fold(line_above(line, text));
    if (before.empty() || is_greeting(before)) return false;
    const std::string_view told = std::string_view(before).substr(0, before.size() - 1);
    const std::size_t end = told.find_last_of(".!?");
    const std::string_view sentence = end == told.npos ? told : told.substr(end + 1);
    return tells_of_a_question(sentence) && !holds(sentence, agreement_questions);
}

}  // namespace

bool is_writers_word(std::string_view folded) {
    const auto group = words_of(folded, most_words);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (is_in(group[i], writers_pronouns)) return true;
        if (!is_in(group[i], writers_possessives)) continue;
        if (i + 1 == group.size()) return true;
        const std::string_view next = group[i + 1];
        if (is_in(next, answer_nouns) || is_in(next, subjects_of_votes) || is_in(next, writers_things)) return true;
    }
    return false;
}

std::string_view doubt_by_head(const FoundVote& v, std::string_view line, std::string_view text,
                               const std::vector<Address>& senders) {
    if (is_about_other_matter(line_above(line, text))) return ":reported";
    if (is_named(v, line, senders) || is_our_notation(v, line, senders) ||
        is_somebodys(line_above(line, text), senders))
        return ":reported";
    return answers_what_was_asked(v, line, text) ? ":answer" : std::string_view{};
}

}  // namespace assentd::words
