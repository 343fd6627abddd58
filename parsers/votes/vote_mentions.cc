// SPDX-License-Identifier: Apache-2.0
//
// mention = a thumb or mark beside words that like nothing, or tell of a plan or of what was read
//         / "between" value "and" value
//         / instruction … value / … obligation … value      and nobody speaking of themselves
//         / "vote" value "if you" … / "vote" word "!"
//         / on-behalf … value / … other-voters … value / past-time … value / … voted value … past-time
//         / somebody's vote-noun ":" value
//         / value "for" name "," pronoun
//         / sign "'s" / word number / a sign that numbers something (parsers/votes/vote_numbers)
// `before` and `after` are what stands around the value in its sentence; the clause is the end of `before`.
#include "parsers/votes/vote_mentions.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_answers_data.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_mentions_data.h"
#include "parsers/votes/tables/vote_speakers_data.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_numbers.h"
#include "parsers/votes/vote_speakers.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t farthest = 120;  // bytes before and behind a value that are looked at

struct Around {
    std::string_view before;
    std::string_view value;
    std::string_view after;
    std::string_view clause;  // the end of `before`, behind its last comma
};

Around around(const FoundVote& v, std::string_view line) {
    std::size_t begin = 0;
    std::size_t end = sentence_end(line, 0);
    while (end <= v.begin && end < line.size()) begin = end, end = sentence_end(line, end);
    Around a;
    a.value = line.substr(v.begin, v.end - v.begin);
    a.before = trim(line.substr(begin, v.begin - begin));
    a.before = a.before.substr(a.before.size() - std::min(a.before.size(), farthest));
    a.after = line.substr(v.end, std::max(end, v.end) - v.end).substr(0, farthest);
    const std::size_t mark = a.before.find_last_of(",;(");
    a.clause = skip_blanks(mark == a.before.npos ? a.before : a.before.substr(mark + 1));
    return a;
}

template <typename Table>
bool holds(std::string_view s, const Table& table) {
    return std::any_of(table.begin(), table.end(),
                       [&](std::string_view phrase) { return find_phrase(s, phrase) != s.npos; });
}

bool likes_it(std::string_view s) {
    static const PhraseIndex<const char*> index{liking};
    return index.any_within(s);
}

bool tells_of_a_plan(std::string_view s) {
    return any_phrase_starts(s, plans) || any_phrase_starts(s, seen) || holds(s, speaks_otherwise);
}

// "Will read it 👍", "Thanks 👍", "✅ received": a thumb may answer the mail and not the proposal, and a mark may
// stand before an entry of a list.
bool only_greets(const Around& a, bool down) {
    const bool list_mark = a.value == "\u2705" || a.value == "\u274C";
    std::string_view before = a.before;
    while (!before.empty() && !is_word_byte(before.back())) before.remove_suffix(1);
    const auto said = lone_vote(trim(before));
    const bool agreed = said && said->confidence != Confidence::unclear &&
                        (said->position == Position::agree) != down;  // "Zustimmung 👍"
    if (before.size() == a.before.size() && !words_of(before, 1).empty() && !agreed) {
        if (tells_of_a_plan(before)) return true;
        const bool thanks = any_phrase_starts(before, interjections);
        if (!likes_it(before) && (!down || list_mark) && (thanks || !is_about_the_proposal(before))) return true;
    }
    const std::string_view after = skip_blanks(a.after);
    const bool apart = after.empty() || !is_word_byte(after[0]) || after.data() == a.after.data();
    if (apart || picture_at(after) || any_phrase_starts(after, casting_tails)) return false;
    if (tells_of_a_plan(after)) return true;
    return list_mark && !likes_it(after) && !is_about_the_proposal(after) && !gives_reason(after) &&
           !value_at(after, {});
}

// "I am torn between +1 and -1"
bool is_one_of_two(const Around& a) {
    constexpr std::size_t most_words = 3;
    const auto has_digit = [](std::string_view s) { return std::any_of(s.begin(), s.end(), is_digit); };
    return std::any_of(betweens.begin(), betweens.end(), [&](std::string_view word) {
        const std::size_t at = find_phrase(a.before, word);
        if (at == a.before.npos) return false;
        const std::string_view since = a.before.substr(at + word.size());
        return words_of(since, most_words + 1).size() <= most_words && (has_digit(since) || has_digit(a.after));
    });
}

bool speaks_for_oneself(std::string_view clause) {
    const auto group = words_of(clause);
    return std::any_of(group.begin(), group.end(), speaks_of_oneself);
}

// "Vote +1 if you like it.", "Vote yes!"
bool calls_for_votes(const FoundVote& v, const Around& a) {
    constexpr std::array calls{"vote", "stem", "stemme", "stimme", "rösta", "vota", "hlasuj", "głosuj"};
    if (std::find(calls.begin(), calls.end(), a.before) == calls.end()) return false;
    return starts_with_phrase(skip_blanks(a.after), "if you") || (v.is_word && a.after.starts_with('!'));
}

bool tells_others(const Around& a) {
    if (any_phrase_starts(a.clause, instructions)) return true;
    return holds(a.clause, obligations) && !speaks_for_oneself(a.clause);
}

// "The team's position:"
bool is_somebodys(std::string_view clause) {
    constexpr std::array ours{"it's", "that's", "here's", "let's", "what's", "today's", "week's"};
    const auto group = words_of(clause);
    if (!clause.ends_with(':') || group.size() < 2) return false;
    const bool vote = is_one_of(group.back(), subjects_of_votes);
    return vote && std::any_of(group.begin(), group.end() - 1,
                               [&](std::string_view w) { return w.ends_with("'s") && !is_one_of(w, ours); });
}

bool is_of_others(const Around& a) {
    constexpr std::size_t few_words = 3;
    if (any_phrase_starts(a.before, on_behalf)) return true;
    if (is_somebodys(a.clause)) return true;
    if (any_phrase_starts(a.clause, past_times) && words_of(a.clause, few_words + 1).size() <= few_words) return true;
    if (holds(a.clause, voted) && holds(a.after, past_times)) return true;
    const bool joins = any_phrase_starts(a.clause, joining_them) || any_phrase_starts(a.clause, greetings) ||
                       any_phrase_starts(a.clause, interjections);
    return !joins && holds(a.clause, other_voters) && !speaks_for_oneself(a.clause);
}

// "+1 for Ben, she asked me to tell you"
bool is_told_for_another(std::string_view after) {
    constexpr std::array pronouns{"she", "he", "they", "who", "er", "sie", "elle", "il", "ella", "él"};
    const std::string_view s = skip_blanks(after);
    const std::size_t comma = s.find(',');
    return starts_with_phrase(s, "for") && comma != s.npos && words_of(s.substr(3, comma - 3), 3).size() <= 2 &&
           any_phrase_starts(skip_blanks(s.substr(comma + 1)), pronouns);
}

// "yes 3", "no: 1", "for - 3, against - 1"
bool is_count(const FoundVote& v, std::string_view after) {
    while (!after.empty() && std::string_view(" :=-").find(after[0]) != after.npos) after.remove_prefix(1);
    const std::string_view figures = without_end_marks(after.substr(0, after.find_first_of(",;/")));
    return v.is_word && !figures.empty() && std::all_of(figures.begin(), figures.end(), is_digit);
}

}  // namespace

Turn turn_by_mention(const FoundVote& v, std::string_view folded) {
    if (v.end > folded.size() || v.rule.find(":lone") != v.rule.npos) return Turn::none;
    const Around a = around(v, folded);
    const bool down = v.position != Position::agree;
    if (mocks({}, a.after) || (v.rule.starts_with("picture") && only_greets(a, down))) return Turn::doubt;
    if (is_one_of_two(a)) return Turn::choice;
    if ((!v.is_word && a.after.starts_with("'s")) || is_count(v, a.after)) return Turn::quantity;
    if (any_phrase_starts(skip_blanks(a.after), casting_tails)) return Turn::none;
    if (v.rule.starts_with("sign:inside") && is_a_number(a.before, a.after)) return Turn::quantity;
    const bool others = !a.before.empty() && (calls_for_votes(v, a) || tells_others(a) || is_of_others(a));
    return others || is_told_for_another(a.after) ? Turn::reported : Turn::none;
}

}  // namespace assentd::words
