// SPDX-License-Identifier: Apache-2.0
//
// scoped = 1*(id [","]) [":"] (vote / command-line / ballot)                       "D-17: +1", "D-17, D-18: agree"
// id     = "D" "-" number / "D" [SP] number / "decision" SP ["D-" / "#"] number / "#" number
//          all but the first only before an answer; the last may be anything's number, and is asked about where no
//          other line names a decision
// A line in which a later decision has an answer of its own ("D-6 +1, D-7 -1") is unclear for all of them:
// what is said of one must not become a reason, or a vote, on another.
#include "parsers/scoped_line.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "parsers/ballot_parts.h"
#include "parsers/command_lines.h"
#include "parsers/fold.h"
#include "parsers/interpret_whole.h"
#include "parsers/reasons.h"
#include "parsers/vote_line.h"
#include "parsers/vote_mentions.h"
#include "parsers/vote_sentence.h"
#include "parsers/vote_speakers.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_scopes = 50;
constexpr std::size_t longest_value = 60;  // bytes behind a decision's number in which its answer begins

// It names its decision and says nothing that could be counted: it is asked about, and is no reason for another.
Reading unreadable() {
    Reading r;
    r.confidence = Confidence::unclear;
    r.rule = "no-answer";
    return r;
}

struct Id {
    std::string name;  // "D-17"
    std::size_t size;
    bool sure;              // written with its hyphen
    bool numbered = false;  // "#17"
};

// "D-17", and as people write it: "D\u201117", "D17", "d 17", "Decision 17".
std::optional<Id> id_at(std::string_view s) {
    std::size_t n = 0;
    const bool word = fold(s.substr(0, 9)) == "decision ";
    if (word) n = 9;
    const bool hash = n < s.size() && s[n] == '#';
    if (hash) ++n;
    const bool letter = n < s.size() && !hash && (s[n] == 'D' || s[n] == 'd');
    if (letter) ++n;
    bool hyphen = false;
    if (letter)
        for (std::string_view dash : {"-", "\u2010", "\u2011", "\u2013", "\u2212", " "})
            if (s.substr(n).starts_with(dash)) {
                n += dash.size(), hyphen = dash != " ";
                break;
            }
    if (!letter && !word && !hash) return std::nullopt;
    const std::size_t size = decision_id_size("D-" + std::string(s.substr(n, 14)));
    if (size == 0) return std::nullopt;
    return Id{"D-" + std::string(s.substr(n, size - 2)), n + size - 2, hyphen, hash && !word};
}

// Takes the decisions that the line begins with; `sure` becomes false when one of them may be something else.
std::vector<std::string> take_ids(std::string_view& s, bool& sure) {
    std::vector<std::string> ids;
    for (std::optional<Id> id; ids.size() < most_scopes && (id = id_at(s));) {
        ids.push_back(id->name);
        sure = sure && id->sure;
        s = trim(s.substr(id->size));
        while (s.starts_with(',') || s.starts_with(']') || s.starts_with('&')) s = trim(s.substr(1));
        if (s.starts_with("and ")) s = trim(s.substr(4));
    }
    return ids;
}

// The decisions further on that have an answer of their own. In "it contradicts D-12" there is none.
std::vector<std::string> answered_further_on(std::string_view s, const OwnVoteWords& own) {
    std::vector<std::string> ids;
    for (std::size_t at = s.find_first_of("Dd"); at != s.npos && ids.size() < most_scopes;
         at = s.find_first_of("Dd", at + 1)) {
        const auto id = id_at(s.substr(at));
        if (!id || (at > 0 && is_word_byte(s[at - 1]))) continue;
        std::string_view rest = trim(s.substr(at + id->size).substr(0, longest_value));
        if (rest.starts_with(':') || rest.starts_with('=')) rest = trim(rest.substr(1));
        if (leading_value(fold(rest), own)) ids.push_back(id->name);
    }
    return ids;
}

// The one value that the text votes for; unclear where it has several. "No longer needed" has none.
std::optional<FoundVote> value_of(const std::string& folded, bool divided, const OwnVoteWords& own) {
    if (divided && folded.starts_with("0 ")) return leading_value("0", own);  // behind a decision it is no amount
    const auto leading = leading_value(folded, own);
    if (leading && !leading->is_word) return leading;
    auto votes = votes_in_line(folded, own);
    if (votes.empty()) return std::nullopt;
    // "D-5, which we rejected, was better. No."
    constexpr std::size_t most_words_before = 3;
    const bool apart =
        words_of(folded.substr(0, votes.front().begin), most_words_before + 1).size() > most_words_before;
    if (!divided && apart) turn(votes.front(), Turn::reported);
    const bool differ = std::any_of(votes.begin(), votes.end(),
                                    [&](const FoundVote& v) { return v.position != votes.front().position; });
    turn(votes.front(), differ ? Turn::choice : turn_by_mention(votes.front(), folded));
    return votes.front();
}

// "D5 is the room": it speaks of something that has such a name.
bool speaks_of_it(std::string_view behind) {
    constexpr std::array verbs{"is",   "are",   "was",    "were",  "has",    "had",   "will",  "would", "can",
                               "may",  "isn't", "wasn't", "needs", "seems",  "looks", "comes", "goes",  "ist",
                               "sind", "war",   "hat",    "wird",  "kann",   "est",   "sont",  "était", "a",
                               "sera", "es",    "era",    "será",  "è",      "é",     "foi",   "heeft", "wordt",
                               "är",   "var",   "har",    "er",    "bliver", "blir",  "jest",  "był",   "była",
                               "je",   "byl",   "byla",   "это",   "был",    "была",  "будет"};
    const auto next = words_of(behind, 1);
    return !next.empty() && next[0].data() == behind.data() &&
           std::find(verbs.begin(), verbs.end(), fold(next[0])) != verbs.end();
}

// "+1" of "New office in town: +1": a vote alone behind the name of its decision, which may have a colon, too.
std::string_view behind_title(std::string_view s, const OwnVoteWords& own) {
    constexpr std::size_t longest_title = 100;  // bytes
    const std::size_t colon = s.rfind(": ");
    if (colon == s.npos || colon > longest_title || !is_word_byte(s[0]) || s.find_first_of(",.!?;") < colon) return s;
    if (speaks_of_it(s) || is_reported(fold(s.substr(0, colon + 1)))) return s;  // "D-1 Ben said: -1"
    const std::string_view vote = trim(s.substr(colon + 1));
    return lone_vote(fold(vote), own) ? vote : s;
}

// What is said of the decisions; nothing when it is no answer.
std::optional<Reading> read_answer(std::string_view s, bool divided, const ReadingContext& context) {
    if (auto command = read_command(s)) return command;
    const std::string folded = fold(s);
    if (const auto value = value_of(folded, divided, context.words)) {
        Reading r = vote_reading(*value);
        r.reason = std::string(reason_behind(s, folded, *value));
        if (divided && r.confidence == Confidence::near) r.confidence = Confidence::exact;
        return r;
    }
    BoxRun alone;
    if (const auto ballot = read_ballot(std::span(&s, 1), context.options, context.asks_for_points, alone))
        return ballot->reading;
    return divided ? std::optional(unreadable()) : std::nullopt;
}

// What the line says behind "Re" and list marks.
std::string_view without_lead(std::string_view line) {
    std::string_view s = trim(line);
    for (std::string_view lead : {"Re: ", "Re ", "For ", "To ", "Zu "})
        if (s.starts_with(lead) && id_at(s.substr(lead.size()))) s = s.substr(lead.size());
    while (s.starts_with('[') || s.starts_with('*') || s.starts_with("- ")) s = trim(s.substr(1));
    return s;
}

}  // namespace

bool names_decision(std::string_view line) {
    const auto id = id_at(without_lead(line));
    return id && id->sure;
}

std::vector<Reading> read_scoped_line(std::string_view line, const ReadingContext& context, bool among_others) {
    std::string_view s = without_lead(line);
    const auto first = id_at(s);
    if (!first || option_named(s.substr(0, first->size), context.options)) return {};
    bool sure = true;
    std::vector<std::string> scopes = take_ids(s, sure);
    const bool wide = s.starts_with("\uFF1A");
    if (wide) s.remove_prefix(std::string_view("\uFF1A").size() - 1);  // its last byte goes below
    bool divided = wide || s.starts_with(':') || s.starts_with('-') || s.starts_with('=');
    const bool sign = s.starts_with("-1") || s.starts_with("-0");
    if (divided && !sign) s = trim(s.substr(1));

    if (!sure && !divided && speaks_of_it(s)) return {};  // "D3 is the room. -1" is about what the mail answers
    const auto others = answered_further_on(s, context.words);
    if (const std::string_view vote = behind_title(s, context.words); sure && !divided && vote.size() < s.size())
        s = vote, divided = true;
    scopes.insert(scopes.end(), others.begin(), others.end());
    auto answer = others.empty() ? read_answer(s, divided, context) : unreadable();
    if (!sure && answer && answer->rule == unreadable().rule && others.empty()) answer.reset();
    if (!sure && !answer && among_others && (divided || !speaks_of_it(s))) answer = unreadable();
    if (!answer) return {};
    if (first->numbered && !among_others) {  // of what list? It must not lead the mail away from what it answers
        if (answer->type != ReadingType::vote) answer->reason = "Write the decision's name: " + scopes.front();
        answer->confidence = Confidence::unclear;
        answer->rule = "scoped:" + answer->rule + ":number";
        return {*answer};
    }
    std::vector<Reading> readings(scopes.size(), *answer);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        readings[i].scope = scopes[i];
        readings[i].rule = "scoped:" + answer->rule;
    }
    return readings;
}

bool is_decision_heading(std::string_view line) {
    const std::string_view s = without_lead(line);
    const auto id = id_at(s);
    return id && trim(s.substr(id->size)) == ":";
}

}  // namespace assentd::words
