// SPDX-License-Identifier: Apache-2.0
//
// answer = answer-label ":" value
//        / [greeting 1*2(word) ","] (vote / "no" "," flat-refusal / "no" ":" judgement)
#include "parsers/votes/lone_answers.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/votes/tables/vote_words.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_openings.h"
#include "parsers/votes/vote_sentence.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_words = 12;

// "Antwort: ja"
std::optional<FoundVote> labelled_answer(std::string_view s, const OwnVoteWords& own) {
    for (std::string_view label : answer_labels) {
        if (!starts_with_phrase(s, label)) continue;
        const std::string_view rest = skip_blanks(s.substr(label.size()));
        if (!rest.starts_with(':')) continue;
        auto vote = lone_vote(rest.substr(1), own);
        if (!vote) return std::nullopt;
        const auto at = static_cast<std::size_t>(rest.data() - s.data()) + 1;
        vote->begin += at, vote->end += at, vote->confidence = Confidence::near;
        return vote;
    }
    return std::nullopt;
}

}  // namespace

std::optional<FoundVote> lone_answer(std::string_view folded, const OwnVoteWords& own) {
    const std::string_view whole = trim(folded);
    const std::string_view s = whole.substr(greeting_size(whole));
    if (words_of(s, most_words + 1).size() > most_words) return std::nullopt;
    const auto at = static_cast<std::size_t>(s.data() - folded.data());
    if (auto answer = labelled_answer(s, own)) {
        answer->begin += at, answer->end += at;
        return answer;
    }
    const auto value = value_at(s, own);
    if (!value) return std::nullopt;
    const std::string_view rest = skip_blanks(s.substr(value->size));
    const bool no = value->position == Position::disagree && is_yes_or_no(s.substr(0, value->size));
    if (no && !rest.empty() && std::string_view(",:-").find(rest[0]) != rest.npos) {
        const std::string_view behind = skip_blanks(rest.substr(1));
        if (is_flat_refusal(behind) || (rest[0] == ':' && !behind.ends_with('?') && is_about_the_proposal(behind)))
            return found_vote(*value, at, Confidence::near, "alone");
    }
    if (s.size() == whole.size()) return std::nullopt;
    auto votes = votes_in_line(s, own);
    if (votes.size() != 1) return std::nullopt;
    FoundVote vote = votes[0];
    vote.confidence = std::max(vote.confidence, Confidence::near);
    vote.begin += at, vote.end += at;
    return vote;
}

}  // namespace assentd::words
