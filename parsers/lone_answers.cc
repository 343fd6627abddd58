// SPDX-License-Identifier: Apache-2.0
//
// answer = [greeting 1*2(word) ","] (vote / "no" "," flat-refusal / "no" ":" judgement)
#include "parsers/lone_answers.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/vote_answers.h"
#include "parsers/vote_sentence.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_words = 12;

constexpr std::array greetings{"hi",      "hello", "hey",  "dear", "hallo", "liebe", "lieber", "moin",   "servus",
                               "bonjour", "salut", "cher", "hola", "ciao",  "caro",  "cara",   "olá",    "hoi",
                               "beste",   "hej",   "hei",  "kära", "kære",  "cześć", "ahoj",   "привет", "merhaba"};

// Behind "Hi Ben, ": the name is that of whoever asks.
std::string_view without_greeting(std::string_view s) {
    constexpr std::size_t most_names = 2;
    const std::size_t comma = s.find_first_of(",!:.?;");
    if (comma == s.npos || s[comma] != ',') return s;
    const auto group = words_of(s.substr(0, comma), most_names + 2);
    if (group.size() < 2 || group.size() > most_names + 1) return s;
    const bool greets = std::find(greetings.begin(), greetings.end(), group[0]) != greetings.end();
    return greets ? skip_blanks(s.substr(comma + 1)) : s;
}

}  // namespace

std::optional<FoundVote> lone_answer(std::string_view folded, const OwnVoteWords& own) {
    const std::string_view whole = trim(folded);
    const std::string_view s = without_greeting(whole);
    if (words_of(s, most_words + 1).size() > most_words) return std::nullopt;
    const auto at = static_cast<std::size_t>(s.data() - folded.data());
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
