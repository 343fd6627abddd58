// SPDX-License-Identifier: Apache-2.0
#include "parsers/votes/vote_leading.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_elsewhere_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_bounds.h"
#include "parsers/votes/vote_continuations.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_objects.h"
#include "parsers/votes/vote_sentence.h"
#include "parsers/votes/vote_stances.h"
#include "parsers/votes/vote_taken_back.h"
#include "parsers/votes/vote_terms.h"
#include "parsers/votes/vote_wishes.h"

namespace assentd::words {
namespace {

constexpr std::size_t short_sentence = 8;  // words

// "No, objection!" and "no objection" differ by a comma.
bool is_split_no_objection(std::string_view behind) {
    return starts_with_phrase(behind, "objection") || starts_with_phrase(behind, "objections");
}

// "Yes, …" and "No, …": whether it is about the proposal, or answers something in passing.
std::optional<FoundVote> leading_answer(std::string_view sentence, std::string_view rest, FoundVote vote,
                                        bool first) {
    const bool divided = std::string_view(",-:(").find(rest[0]) != rest.npos;
    std::string_view behind = rest;
    while (!behind.empty() && !is_word_byte(behind[0])) behind.remove_prefix(1);
    if (sentence.starts_with("no")) {
        if (!divided && !any_phrase_starts(behind, casting_tails) && !gives_reason(behind)) return std::nullopt;
        if (is_split_no_objection(behind)) {
            vote.confidence = Confidence::unclear;
            return vote;
        }
    }
    const bool courtesy = vote.position == Position::agree && is_only_courtesy(rest);  // "yes thanks"
    if (!divided && !courtesy && is_idiom_with_no(behind)) return std::nullopt;
    const bool idiom = vote.position == Position::agree && starts_with_phrase(behind, "no") &&
                       is_idiom_with_no(skip_blanks(behind.substr(2)));  // "yes, no problem"
    const bool about_it =
        idiom || is_about_the_proposal(behind) || gives_reason(behind) || judges_the_proposal(vote.position, behind);
    if (!about_it && denies_something_else(behind)) vote.confidence = Confidence::unclear;
    vote.in_passing = !about_it;
    const bool elsewhere = answers_something_else(behind) || words_of(behind, 9).size() > short_sentence;
    const bool runs_on = !divided && words_of(behind, 4).size() > 2;
    if (!about_it && (elsewhere || runs_on || !first)) vote.confidence = Confidence::unclear;
    if (starts_with_phrase(behind, "but")) vote.confidence = Confidence::unclear;
    return vote;
}

// Without the commas and dashes that a sentence goes on with, those of Chinese and Japanese among them.
std::string_view without_marks(std::string_view s) {
    for (bool again = true; again;) {
        again = false;
        for (std::string_view mark : {" ", ",", "-", ".", "!", ":", "\u3001", "\u3002", "\uff0c"})
            if (s.starts_with(mark)) s.remove_prefix(mark.size()), again = true;
    }
    return s;
}

// "Ja?", "Evet mi?": nothing behind the word but a question mark.
bool asks_only(std::string_view rest) {
    constexpr std::array particles{"mi", "mı", "mu", "mü", "吗", "嗎", "か"};
    const std::string_view s = trim(rest);
    if (!s.ends_with('?')) return false;
    const auto words = words_of(s, 2);
    return words.empty() || (words.size() == 1 && is_one_of(words[0], particles));
}

// "No, no objection", "Nein, keine Einwände": the "no" answers whether there are any.
std::optional<FoundVote> nothing_against(std::string_view sentence, std::size_t at, const Value& v,
                                         const OwnVoteWords& own) {
    const std::string_view rest = skip_blanks(sentence.substr(v.size));
    if (v.position != Position::disagree || (!rest.starts_with(',') && !rest.starts_with('-'))) return std::nullopt;
    const std::string_view behind = skip_blanks(rest.substr(1));
    const auto value = value_at(behind, own);
    if (!value || value->sign || value->position != Position::agree) return std::nullopt;
    const std::string_view phrase = behind.substr(0, value->size);
    if (std::none_of(objections.begin(), objections.end(),
                     [&](std::string_view stem) { return phrase.find(stem) != phrase.npos; }))
        return std::nullopt;
    return leading_word(behind, at + sentence.size() - behind.size(), *value, true, own);
}

// "agree", "approved": one word, which may be part of a name or a heading, too.
bool is_english_word(std::string_view s) {
    constexpr std::array words{"agree", "agreed", "approve", "approved", "disagree", "abstain", "seconded"};
    return std::find(words.begin(), words.end(), s) != words.end();
}

// "No, I do not agree", "Oui, je suis d'accord": the words behind the comma vote themselves, the same or, which
// leaves it unclear, otherwise. `v` leads the sentence.
std::optional<FoundVote> said_again(std::string_view sentence, std::size_t at, const Value& v,
                                    const OwnVoteWords& own) {
    std::string_view behind = skip_blanks(sentence.substr(v.size));
    if (!behind.starts_with(',') && !behind.starts_with('-')) return std::nullopt;
    behind = skip_blanks(behind.substr(1));
    const auto value = value_at(behind, own);
    if (!value || value->sign || is_yes_or_no(behind.substr(0, value->size))) return std::nullopt;
    if (v.position == Position::disagree && is_split_no_objection(behind)) return std::nullopt;
    const auto again = leading_word(behind, at, *value, true, own);
    if (!again) return std::nullopt;
    FoundVote vote = found_vote(v, at, again->confidence, "leading");
    vote.in_passing = again->in_passing;
    const bool same =
        again->position == v.position || (v.position == Position::disagree && again->position == Position::block);
    if (!same)
        turn(vote, Turn::choice);
    else
        vote.position = again->position;
    return vote;
}

// "Ja, bitte" / "warten": the word of asking belongs to what follows it.
bool asks_for_something_else(std::string_view sentence, std::size_t size) {
    constexpr std::array askings{"bitte", "please"};
    return std::any_of(askings.begin(), askings.end(), [&](std::string_view asking) {
        return sentence.substr(0, size).ends_with(asking) &&
               wishes_something_else(sentence.substr(size - asking.size()));
    });
}

// "Agreed, not worth it", "Yes, drop it": refused behind the comma.
bool takes_back_behind(std::string_view rest) {
    return !rest.empty() && !is_word_byte(rest[0]) && begins_with_refusal(without_marks(rest));
}

// "Yes, who pays for this?", "Sí, sí, no", and Czech "No, uvidíme": an answer to something else, or none.
Turn turn_of_answer(std::string_view word, Position position, std::string_view rest) {
    if (rest.empty() || is_word_byte(rest[0])) return Turn::none;
    const std::string_view behind = without_marks(rest);
    if (trim(rest).ends_with('?')) return Turn::question;
    if (word == "no" && any_phrase_starts(behind, no_is_well)) return Turn::doubt;
    const std::string_view s = without_end_marks(behind);
    const std::string_view last = words_of(s).empty() ? s : words_of(s).back();
    const auto value = value_at(last, {});
    const bool other = value && value->size == last.size() && value->position != position && is_yes_or_no(last);
    const bool idiom = std::any_of(why_not.begin(), why_not.end(), [&](auto p) { return s.ends_with(p); });
    const bool contrary = other || is_negation(last);  // "Ja, doch lieber nicht"
    return contrary && !idiom && position == Position::agree ? Turn::choice : Turn::none;
}

// A policy's own word that is one word begins other sentences, too: "Stop by my office tomorrow".
bool is_common_word(const Value& v, std::string_view phrase) {
    return v.rule == "own-word" && !v.sign && words_of(phrase, 2).size() == 1;
}

// "Sounds good, but expensive", "Sounds great, what would it cost?": praise that is taken back at once, or waits.
Turn turn_of_praise(std::string_view phrase, const Value& v, std::string_view rest) {
    const bool impression = phrase.starts_with("sounds") || phrase.starts_with("looks");
    if (v.position != Position::agree || !(v.use == Use::alone || impression)) return Turn::none;
    if (begins_with_but(rest)) return Turn::hedge;
    return impression && trim(rest).ends_with('?') ? Turn::question : Turn::none;
}

// "Against, the old one still works fine": a word of a side, and not of praise or courtesy.
bool takes_sides(std::string_view phrase, Position position) {
    constexpr std::array sides{"dafür", "pour", "pro", "för", "for", "voor", "za", "за", "同意", "赞成", "賛成"};
    return position == Position::disagree || is_one_of(phrase, sides) || words_of(phrase, 2).size() > 1;
}

// "Abstaining as I have a stake in this": why, of which nobody else would speak.
bool excuses_oneself(Position position, std::string_view rest) {
    constexpr std::array excuses{"as i", "as i'm", "as i've", "as we", "as we're", "as my", "as our"};
    return position == Position::abstain && any_phrase_starts(rest, excuses);
}

// By what follows the word, in its sentence; the surest first.
Turn turn_of_rest(std::string_view phrase, const Value& v, std::string_view tail) {
    const std::string_view rest = skip_blanks(tail);
    const bool agrees = v.position == Position::agree;
    const bool against = agrees && std::any_of(speaks_otherwise.begin(), speaks_otherwise.end(), [&](auto other) {
                             return find_phrase(tail.substr(0, 80), other) != tail.npos;
                         });
    const bool comforted = any_phrase_starts(without_marks(rest), comforts) || starts_with_phrase(rest, "more");
    if (against || (v.position == Position::disagree && comforted)) return Turn::choice;  // "Cannot agree more"
    if (agrees && takes_back_behind(rest)) return Turn::negated;
    if (agrees && sets_turkish_terms(phrase, tail)) return Turn::condition;
    if (const Turn turned = turn_behind(tail, false, v.position); turned != Turn::none) return turned;
    if (agrees)
        if (const Turn turned = turn_of_agreement(tail, false); turned != Turn::none) return turned;
    const bool answers = is_yes_or_no(phrase);
    if (answers && (answers_in_passing(tail) || tells_of_the_past_in_turkish(phrase, tail))) return Turn::doubt;
    if (answers)
        if (const Turn turned = turn_of_answer(phrase, v.position, rest); turned != Turn::none) return turned;
    if (agrees && agrees_in_part(tail)) return Turn::hedge;
    if (agrees && is_negation(without_marks(rest))) return Turn::negated;
    if (!answers && word_denied_behind(tail, v.position)) return Turn::negated;
    return turn_of_praise(phrase, v, rest);
}

}  // namespace

std::optional<FoundVote> leading_word(std::string_view sentence, std::size_t at, const Value& v, bool first,
                                      const OwnVoteWords& own) {
    const std::string_view tail = sentence.substr(v.size);
    const std::string_view rest = skip_blanks(tail);
    FoundVote vote = found_vote(v, at, Confidence::near, "leading");
    const bool ends = without_end_marks(rest).empty() && !trim(rest).ends_with('?');
    if (trim(rest) == ":") vote.confidence = Confidence::unclear, vote.in_passing = true;  // it may head a list
    if (ends) return vote;
    if (asks_only(rest)) {
        turn(vote, Turn::question);
        return vote;
    }
    if (starts_with_phrase(sentence, "no") && sign_at(rest)) {  // "no -1 from me"
        turn(vote, Turn::negated);
        return vote;
    }
    const bool answers = is_yes_or_no(sentence.substr(0, v.size));
    if (answers)
        if (auto none = nothing_against(sentence, at, v, own)) return none;
    const bool chosen = offers_choice(tail, v.position, own);
    if (answers && !chosen)
        if (auto again = said_again(sentence, at, v, own)) return again;
    const std::string_view phrase = sentence.substr(0, v.size);
    const Turn turned = chosen ? Turn::choice : turn_of_rest(phrase, v, tail);
    if (v.use == Use::alone && !chosen) {
        const bool blocks = v.position == Position::block;
        const bool divided = rest[0] == ',' || rest[0] == '-' || rest[0] == '.' || (blocks && rest[0] == ':');
        const bool cast = any_phrase_starts(rest, casting_tails) || agrees_with_the_proposal(rest) ||
                          (answers && is_only_courtesy(rest));
        const bool turns = turned == Turn::condition || turned == Turn::hedge || turned == Turn::doubt;
        const bool few = words_of(rest, short_sentence + 1).size() <= (divided || !turns ? 4 : short_sentence);
        const std::string_view behind = divided ? skip_blanks(rest.substr(1)) : rest;
        const bool objects = blocks && divided && first;  // "Veto: it breaks …", however long the reason is
        const bool about_it =
            objects || excuses_oneself(v.position, rest) ||
            (!(answers && wishes_something_else(behind)) &&
             (gives_reason(rest) ||
              (answers && divided && (is_about_the_proposal(behind) || judges_the_proposal(v.position, behind)))));
        if (!about_it && !(few && (divided || cast)) && !turns) {  // "Nein, das haben wir letztes Jahr schon gesagt"
            const bool parted = rest[0] == ',' || (rest[0] == '-' && !answers);
            if (!first || !parted || !(answers || takes_sides(phrase, v.position))) return std::nullopt;
            vote.confidence = Confidence::unclear, vote.in_passing = true;
        }
        const bool denied = v.position == Position::disagree && rest[0] == ',' && denies_something_else(behind);
        const bool passing = answers ? denied || answers_something_else(behind) : wishes_something_else(behind);
        if (divided && !about_it && passing) vote.confidence = Confidence::unclear, vote.in_passing = true;
    }
    if (is_common_word(v, phrase) && is_word_byte(rest[0]) && !any_phrase_starts(rest, casting_tails) &&
        !gives_reason(rest))
        vote.confidence = Confidence::unclear, vote.in_passing = true;
    if (v.use == Use::answer && !chosen) {
        const auto answer = leading_answer(sentence, rest, vote, first);
        if (!answer) return std::nullopt;
        vote = *answer;
    }
    const bool bare_word = v.use == Use::leads && is_english_word(phrase);
    if (bare_word && !chosen && !goes_on_about_it(rest) && !any_phrase_starts(rest, casting_tails))
        vote.confidence = Confidence::unclear, vote.in_passing = true;
    const bool passing = begins_with_yes_or_no(phrase) && !chosen
                             ? !goes_with_answer(v.position, rest)
                             : v.position == Position::agree && !v.sign && !agrees_with_the_proposal(rest) &&
                                   (is_put_off(rest) || refuses_in_own_words(rest) || looks_or_finds_fault(rest));
    if (passing) vote.confidence = Confidence::unclear, vote.in_passing = true;
    const bool elsewhere = is_about_another_matter(phrase, v.position, rest);
    if (elsewhere || asks_for_something_else(sentence, v.size)) {
        vote.confidence = Confidence::unclear;
        vote.in_passing = vote.in_passing || v.position == Position::agree;
    }
    turn(vote, turned);
    return vote;
}

}  // namespace assentd::words
