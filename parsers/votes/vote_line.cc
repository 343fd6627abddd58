// SPDX-License-Identifier: Apache-2.0
//
// line      = [bullet] (labelled / lone / *sentence)
// labelled  = label [":" / "="] value [claim] rest               exact      "Vote: yes", "VOTE +1"
// lone      = value [claim] *punctuation                         exact      "+1 (binding)", "LGTM!"
// sentence  = see parsers/votes/vote_sentence                          near; unclear by what parsers/votes/vote_tail
// finds around it value     = sign / picture / word sign      = ("+" / "-") (1 / 0) ["." digits] / "0" (lone only);
// never touching a letter, a digit or another sign
#include "parsers/votes/vote_line.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_doubts_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/tables/vote_words_english.h"
#include "parsers/votes/tables/vote_words_spoken.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_sentence.h"
#include "parsers/votes/vote_taken_back.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_line = 2000;  // of a longer line only the beginning is read

}  // namespace

std::optional<VoteLabel> vote_label(std::string_view s) {
    std::optional<VoteLabel> best;
    static const PhraseIndex<const char*> index{vote_labels};
    for (const auto& [label, row] : index.may_begin(s)) {
        if (!starts_with_phrase(s, label)) continue;
        std::string_view rest = skip_blanks(s.substr(label.size()));
        if (rest.starts_with('*'))
            rest = skip_blanks(
                rest.substr(rest.find_first_not_of('*') == rest.npos ? rest.size() : rest.find_first_not_of('*')));
        const bool colon = rest.starts_with(':') || rest.starts_with('=');
        if (colon) rest = skip_blanks(rest.substr(1));
        while (rest.starts_with('*')) rest = skip_blanks(rest.substr(1));
        const std::size_t size = s.size() - rest.size();
        if (!best || size > best->size) best = VoteLabel{size, colon};
    }
    return best;
}

namespace {

bool holds_other_sign(std::string_view tail, Position position) {
    for (std::size_t i = tail.find_first_of("+-"); i != tail.npos; i = tail.find_first_of("+-", i + 1)) {
        const auto sign = i > 0 && tail[i - 1] == ' ' ? sign_at(tail.substr(i)) : std::nullopt;
        if (sign && sign->position != position) return true;
    }
    return false;
}

// "Vote: yes but no", "vote: yes, vote: no": another value behind the first.
bool says_otherwise(std::string_view tail, Position position, const OwnVoteWords& own) {
    constexpr std::size_t farthest = 60;  // bytes
    constexpr std::array joins{"but", "and", "or", "then", "vote"};
    std::string_view s = tail;
    for (bool again = true; again;) {
        again = false;
        while (!s.empty() && std::string_view(" ,.;:-").find(s[0]) != s.npos && !sign_at(s)) s.remove_prefix(1);
        for (std::string_view join : joins)
            if (starts_with_phrase(s, join)) s.remove_prefix(join.size()), again = true;
    }
    if (const auto other = lone_vote(s, own); other && other->position != position) return true;
    static const PhraseIndex<const char*> labels{vote_labels};
    return labels.any_within(tail, farthest, [&](std::size_t at, std::string_view) {
        const auto label = vote_label(tail.substr(at));
        const auto other = label ? value_at(tail.substr(at + label->size), own) : std::nullopt;
        return other && other->position != position;
    });
}

// "Vote: for", "My vote: for the proposal"
bool is_bare_for(std::string_view s) {
    return starts_with_phrase(s, "for") &&
           (without_end_marks(s) == "for" || any_phrase_starts(skip_blanks(s.substr(3)), agreement_objects));
}

// "no, sorry": "no"
std::string_view without_courtesy(std::string_view s) {
    const std::size_t comma = s.find(',');
    if (comma == s.npos) return s;
    const std::string_view behind = without_end_marks(skip_blanks(s.substr(comma + 1)));
    return is_one_of(behind, interjections) ? s.substr(0, comma) : s;
}

// Behind a label a value is exact; a choice of values ("Vote: +1 / 0 / -1") is the proposal's own form.
struct Labelled {
    bool choice = false;
    std::optional<FoundVote> vote;
};
Labelled labelled_vote(std::string_view s, std::size_t at, const OwnVoteWords& own) {
    const auto label = vote_label(s);
    if (!label) return {};
    const std::string_view rest = s.substr(label->size);
    auto v = value_at(rest, own);
    if (!v && rest.starts_with('0') && lone_vote(rest, own))
        v = Value{Position::abstain, "0", 1, true, Use::leads, "sign"};
    if (!v && label->colon && is_bare_for(rest)) v = Value{Position::agree, {}, 3, false, Use::alone, "word"};
    if (!v || (!v->sign && !label->colon && !lone_vote(without_courtesy(rest), own))) return {};
    std::string_view tail = rest.substr(v->size);
    const std::string_view next = skip_blanks(tail);
    const bool form = next.starts_with('/') || next.starts_with('|') || starts_with_phrase(next, "or");
    if (form && offers_choice(tail, v->position, own)) return {true, std::nullopt};
    const bool otherwise = says_otherwise(tail, v->position, own);
    if (v->sign && !otherwise && is_tally(tail)) return {};
    if (!otherwise && holds_other_sign(tail, v->position))
        return {};  // "I vote +1 on A and -1 on B" is read as a sentence
    const bool whole = v->sign || label->colon || lone_vote(rest, own);
    FoundVote vote = found_vote(*v, at + label->size, whole ? Confidence::exact : Confidence::near, "labelled");
    vote.claim = take_claim(tail);
    if (otherwise)
        turn(vote, Turn::choice);
    else
        turn_by_tail(vote, tail.substr(0, sentence_end(tail, 0)), own);
    return {false, vote};
}

std::size_t bullet_size(std::string_view s) {
    if (s.size() > 2 && (s[0] == '-' || s[0] == '*' || s[0] == '+') && s[1] == ' ') return 2;
    if (s.starts_with("\u2022")) return s.size() > 3 && s[3] == ' ' ? 4 : 3;
    return 0;
}

}  // namespace

std::optional<FoundVote> lone_vote(std::string_view folded, const OwnVoteWords& own) {
    std::size_t at = 0;
    while (at < folded.size() && std::string_view(" *_`\"'").find(folded[at]) != std::string_view::npos) ++at;
    std::string_view s = folded.substr(at);
    if (at > 0 && folded[at - 1] == '_')  // "_+1_"
        while (s.ends_with('_')) s.remove_suffix(1);
    auto v = value_at(s, own);
    if (!v && s.starts_with('0') && (s.size() == 1 || !is_word_byte(s[1])))
        v = Value{Position::abstain, "0", 1, true, Use::leads, "sign"};
    if (!v) return std::nullopt;
    std::string_view rest = s.substr(v->size);
    while (v->sign && picture_at(skip_blanks(rest)) && picture_at(skip_blanks(rest))->position == v->position)
        rest = skip_blanks(rest).substr(picture_at(skip_blanks(rest))->size);
    FoundVote vote = found_vote(*v, at, Confidence::exact, "lone");
    vote.claim = take_claim(rest);
    if (!without_end_marks(rest).empty() || trim(rest).ends_with(':')) return std::nullopt;
    return vote;
}

std::optional<FoundVote> near_miss(std::string_view folded) {
    const std::string_view s = without_end_marks(skip_blanks(folded));
    if (s.size() < 2 || s.size() > 8 || (s[0] != '+' && s[0] != '-')) return std::nullopt;
    constexpr std::array others{"++",   "++1",   "--1",  "+1ish", "+1-ish", "-1ish", "-1-ish", "+-1",  "-+1",
                                "+1-1", "+1/-1", "+1/0", "+ 1",   "- 1",    "+-0",   "+/-0",   "+/- 0"};
    const bool other = is_one_of(s, others);
    const bool number = std::all_of(s.begin() + 1, s.end(), [](char c) { return is_digit(c) || c == '.'; });
    if (!number && !other) return std::nullopt;
    FoundVote vote;
    vote.position = s[0] == '+' ? Position::agree : Position::disagree;
    vote.strength = std::string(s);
    vote.confidence = Confidence::unclear;
    vote.end = s.size();
    vote.rule = "sign:near-miss";
    return vote;
}

namespace {
const VoteWord* unsure_word_named(std::string_view word) {
    static const PhraseIndex<VoteWord> index{unsure_vote_words, spoken_unsure_words};
    const VoteWord* found = index.longest_at_start(word);
    return found && found->phrase == word ? found : nullptr;
}

// "thanks", "why not", "thanks Jon"
bool is_thanks_or_unsure(std::string_view s) {
    const std::string_view word = without_end_marks(skip_blanks(s));
    if (is_one_of(word, interjections) || unsure_word_named(word)) return true;
    static const PhraseIndex<const char*> index{interjections};
    const char* const* thanks = index.longest_at_start(word);
    return thanks && words_of(word.substr(phrase_of(*thanks).size()), 2).size() == 1;
}

// "OK": agreement to some, "seen" to others.
std::optional<FoundVote> unsure_word(std::string_view s) {
    std::string_view word = without_end_marks(skip_blanks(s));
    if (word.size() > 60) return std::nullopt;
    // "Perfecto, gracias", "Prima, doen", "OK thanks", "可以，前提是Ben帮忙"
    const std::size_t mark = std::min(word.find_first_of(",.-"), word.find(' '));
    for (const std::size_t end : {word.find(','), mark}) {
        if (end >= word.size() || !unsure_word_named(trim(word.substr(0, end)))) continue;
        const std::string_view behind = word.substr(end + 1);
        if (is_thanks_or_unsure(behind) || (word[end] == ',' && begins_with_condition(behind)))
            word = without_end_marks(word.substr(0, end));
    }
    const VoteWord* w = unsure_word_named(word);
    if (!w) return std::nullopt;
    FoundVote vote =
        found_vote({w->position, {}, word.size(), false, w->use, "word"}, 0, Confidence::unclear, "unsure");
    vote.in_passing = true;
    return vote;
}

// "Agre", "aproved": a usual typo, alone on its line.
std::optional<FoundVote> misspelt_word(std::string_view s) {
    const std::string_view word = without_end_marks(skip_blanks(s));
    const bool letters = std::all_of(word.begin(), word.end(), is_word_byte) && !trim(s).ends_with(':');
    if (!letters || word.size() < 4 || word.size() > 12 || word.ends_with('s') || words_of(word, 2).size() != 1)
        return std::nullopt;
    constexpr std::array meant{"agree",   "agreed",   "approve", "approved", "disagree",
                               "abstain", "seconded", "consent", "reject",   "rejected"};
    for (std::string_view right : meant) {
        if (edit_distance(word, right, 1) > 1) continue;
        auto value = value_at(right, {});
        if (!value) continue;
        value->size = word.size();
        return found_vote(*value, 0, Confidence::near, "typo");
    }
    return std::nullopt;
}
}  // namespace

namespace {

// "What Chen said. +1"
bool refers_to_words(std::string_view before) {
    constexpr std::size_t most_words = 5;
    constexpr std::array saying{"said", "says", "wrote", "writes"};
    const std::string_view s = without_end_marks(before);
    const auto group = words_of(s, most_words + 1);
    return group.size() > 2 && group.size() <= most_words && group[0] == "what" && is_one_of(group.back(), saying);
}

// "Yes! No, just kidding": a yes and a no next to each other. "No. 3 in your list": a number, or a "no" that its
// reason follows, "No. 3 weeks are too few".
void turn_by_sentences(std::vector<FoundVote>& votes, std::string_view s, std::size_t at, std::size_t found) {
    FoundVote& last = votes.back();
    const std::string_view above = s.substr(0, last.begin - at);
    if (last.is_word && is_one_of(trim(above), surprises)) turn(last, Turn::doubt);  // "Really? No way!"
    if (refers_to_words(above) || (!last.is_word && praises_a_remark(above))) turn(last, Turn::reported);
    const auto value = [&](const FoundVote& v) { return s.substr(v.begin - at, v.end - v.begin); };
    const std::string_view behind = s.substr(last.end - at);
    if (value(last) == "no" && behind.starts_with(". ") && behind.size() > 2 && is_digit(behind[2])) {
        turn(last, Turn::quantity);
        last.in_passing = true;
    }
    if (found == 0 || !last.is_word) return;
    FoundVote& before = votes[found - 1];
    if (before.is_word && before.position != last.position && is_yes_or_no(value(before)) &&
        is_yes_or_no(value(last)))
        turn(before, Turn::choice);
}

}  // namespace

std::optional<FoundVote> leading_value(std::string_view folded, const OwnVoteWords& own) {
    if (auto lone = lone_vote(folded, own)) return lone;
    const std::string_view s = skip_blanks(folded);
    const auto v = value_at(s, own);
    if (!v) return std::nullopt;
    std::string_view tail = s.substr(v->size);
    FoundVote vote = found_vote(*v, folded.size() - s.size(), Confidence::near, "leading");
    vote.claim = take_claim(tail);
    turn_by_tail(vote, tail.substr(0, sentence_end(tail, 0)), own);
    return vote;
}

std::vector<FoundVote> votes_in_line(std::string_view folded, const OwnVoteWords& own) {
    std::vector<FoundVote> votes;
    std::string_view s = folded.substr(0, longest_line);
    std::size_t at = s.size() - skip_blanks(s).size();
    s.remove_prefix(at);
    if (auto lone = lone_vote(s, own)) {
        lone->begin += at, lone->end += at;
        return {*lone};
    }
    if (const auto miss = near_miss(s)) return {*miss};
    if (const std::size_t bullet = bullet_size(s)) {
        s.remove_prefix(bullet), at += bullet;
        if (auto lone = lone_vote(s, own)) {
            lone->begin += at, lone->end += at;
            return {*lone};
        }
    }
    if (const auto unsure = unsure_word(s)) return {*unsure};
    if (const auto typo = misspelt_word(s)) return {*typo};
    std::size_t marks = 0;  // "**Vote:** yes"
    while (marks < s.size() && std::string_view("*_`").find(s[marks]) != std::string_view::npos) ++marks;
    const Labelled labelled = labelled_vote(s.substr(marks), at + marks, own);
    if (labelled.choice) return {};
    if (labelled.vote) return {*labelled.vote};
    bool first = true;
    for (std::size_t i = 0; i < s.size();) {
        const std::size_t end = sentence_end(s, i);
        const std::size_t found = votes.size();
        votes_in_sentence(s.substr(i, end - i), at + i, first, own, votes);
        if (votes.size() > found) turn_by_sentences(votes, s, at, found);
        first = false;
        i = end;
    }
    return votes;
}

}  // namespace assentd::words
