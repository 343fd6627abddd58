// SPDX-License-Identifier: Apache-2.0
//
// scoped = [lead] 1*(id [","]) [title] [":"] (vote / command-line / ballot)        "D-17: +1", "Both D-17 and D-18:
// agree" title  = "(" *any ")" / *words ":"                                               "D-17 (backup): +1" id =
// "D" "-" number / "D" [SP] number / "decision" SP ["D-" / "#"] number / "#" number
//          all but the first only before an answer; the last may be anything's number, and is asked about where no
//          other line names a decision
// A line in which a later decision has an answer of its own is read where each is no more than its vote ("D-6 +1,
// D-7 -1"), and unclear for all of them where something else is said: that must not become a reason, or a vote, on
// another.
#include "parsers/commands/scoped_line.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/option_attempts.h"
#include "parsers/ballots/option_words.h"
#include "parsers/commands/command_lines.h"
#include "parsers/fold.h"
#include "parsers/interpret_whole.h"
#include "parsers/reasons.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_mentions.h"
#include "parsers/votes/vote_sentence.h"
#include "parsers/votes/vote_speakers.h"

namespace assentd::words {
namespace {

// Before a decision: what the line is about. "Regarding D-43", "and for D-43", "Both D-1 and D-43"
constexpr std::array decision_leads{"re",        "re:",        "for",  "to",   "on",   "both", "and",        "about",
                                    "regarding", "concerning", "to:",  "aw:",  "zu",   "zum",  "für",        "bei",
                                    "und",       "zu:",        "pour", "sur",  "à",    "et",   "concernant", "para",
                                    "a",         "sobre",      "y",    "per",  "su",   "e",    "em",         "voor",
                                    "op",        "over",       "en",   "till", "för",  "om",   "och",        "til",
                                    "og",        "do",         "dla",  "o",    "i",    "k",    "pro",        "к",
                                    "за",        "для",        "по",   "и",    "için", "ve",   "关于",       "关於"};
constexpr std::array joining_decisions{"and", "und", "et", "y", "e", "en", "och", "og", "i", "a", "и", "ve"};

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
    const char first = s.empty() ? '\0' : s[0];
    if (first != 'D' && first != 'd' && first != '#' && static_cast<unsigned char>(first) < 0x80) return std::nullopt;
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

// The decisions further on that have an answer of their own, each from there on. In "it contradicts D-12" there is
// none.
std::vector<std::string_view> answered_further_on(std::string_view s, const OwnVoteWords& own) {
    std::vector<std::string_view> ids;
    for (std::size_t at = s.find_first_of("Dd"); at != s.npos && ids.size() < most_scopes;
         at = s.find_first_of("Dd", at + 1)) {
        const auto id = id_at(s.substr(at));
        if (!id || (at > 0 && is_word_byte(s[at - 1]))) continue;
        std::string_view rest = trim(s.substr(at + id->size).substr(0, longest_value));
        if (rest.starts_with(':') || rest.starts_with('=')) rest = trim(rest.substr(1));
        if (leading_value(fold(rest), own)) ids.push_back(s.substr(at));
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
    return !next.empty() && next[0].data() == behind.data() && is_one_of(next[0], verbs);
}

// "Ben", "Ben Okoro", and no "New laptops"
bool may_be_name(std::string_view s) {
    const auto group = words_of(s, 3);
    return group.size() <= 2 &&
           std::none_of(group.begin(), group.end(), [](std::string_view w) { return w[0] >= 'a' && w[0] <= 'z'; });
}

// "+1" of "New office in town: +1": a vote alone behind the name of its decision, which may have a colon, too.
std::string_view behind_title(std::string_view s, const OwnVoteWords& own) {
    constexpr std::size_t longest_title = 100;  // bytes
    const std::size_t colon = s.rfind(": ");
    const std::size_t close = s.starts_with('(') ? s.find(')') : s.npos;
    if (close != s.npos && trim(s.substr(close + 1)).starts_with(':'))  // "(backup): +1"
        return trim(s.substr(s.find(':', close) + 1));
    if (colon == s.npos || colon > longest_title || !is_word_byte(s[0]) || s.find_first_of(",.!?;") < colon) return s;
    const std::string head = fold(s.substr(0, colon)) + (may_be_name(s.substr(0, colon)) ? ":" : ",");
    if (speaks_of_it(s) || is_reported(head)) return s;  // "D-1 Ben said: -1"
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
    if (const auto ballot = read_ballot(std::span(&s, 1), context, alone)) return ballot->reading;
    if (!divided) return std::nullopt;
    if (context.naming_chooses)  // "D-10: Azul and Carcassonne please"
        if (auto chosen = chosen_in_words(s, context.options)) return chosen;
    if (auto attempt = option_attempt(s, context, true)) return attempt;
    return unreadable();
}

// What the line says behind "Re", "and for" and list marks.
std::string_view without_lead(std::string_view line) {
    constexpr std::size_t most_leads = 3;
    std::string_view s = trim(line);
    while (s.starts_with('[') || s.starts_with('*') || s.starts_with("- ")) s = trim(s.substr(1));
    std::string_view rest = s;
    for (std::size_t i = 0; i < most_leads; ++i) {
        if (id_at(rest)) return rest;
        const std::size_t blank = rest.find(' ');
        if (blank == rest.npos || !is_one_of(fold(rest.substr(0, blank)), decision_leads)) break;
        rest = trim(rest.substr(blank));
    }
    return id_at(rest) ? rest : s;
}

// "D-42: yes; D-43: no": an answer for each, and nothing else.
std::vector<Reading> read_each(std::string_view s, const std::vector<std::string_view>& later,
                               const ReadingContext& context) {
    std::vector<Reading> readings;
    for (std::size_t i = 0; i <= later.size(); ++i) {
        const char* const begin = i == 0 ? s.data() : later[i - 1].data();
        const char* const end = i == later.size() ? s.data() + s.size() : later[i].data();
        std::string_view part = trim(std::string_view(begin, static_cast<std::size_t>(end - begin)));
        const auto id = id_at(part);
        if (!id || !id->sure) return {};
        std::string_view answer = trim(part.substr(id->size));
        if (answer.starts_with(':') || answer.starts_with('=')) answer = trim(answer.substr(1));
        const std::size_t blank = answer.rfind(' ');
        if (i < later.size() && blank != answer.npos && is_one_of(answer.substr(blank + 1), joining_decisions))
            answer = trim(answer.substr(0, blank));
        const auto vote = lone_vote(fold(answer), context.words);
        if (!vote) return {};
        readings.push_back(vote_reading(*vote));
        readings.back().scope = id->name;
        readings.back().rule = "scoped:" + readings.back().rule;
    }
    return readings;
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
    const auto later = answered_further_on(s, context.words);
    if (scopes.size() == 1 && !later.empty())
        if (auto each = read_each(without_lead(line), later, context); !each.empty()) return each;
    std::vector<std::string> others;
    for (std::string_view at : later) others.push_back(id_at(at)->name);
    if (const std::string_view vote = behind_title(s, context.words); sure && !divided && vote.size() < s.size())
        s = vote, divided = true;
    scopes.insert(scopes.end(), others.begin(), others.end());
    auto answer = others.empty() ? read_answer(s, divided, context) : unreadable();
    const bool unread =
        answer && (answer->rule == unreadable().rule || std::string_view(answer->rule).starts_with("attempt:"));
    if (!sure && unread && others.empty()) answer.reset();
    if (!sure && !answer && among_others && (divided || !speaks_of_it(s))) answer = unreadable();
    const std::size_t colon = s.rfind(": ");
    if (!answer && sure && colon != s.npos && lone_vote(fold(trim(s.substr(colon + 1))), context.words))
        answer = unreadable();  // "D-1 Ben: +1" is an answer to it, and whose is not known
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

std::vector<std::string> decisions_named(std::string_view line, bool voted_on) {
    std::vector<std::string> ids;
    for (std::size_t at = line.find_first_of("Dd"); at != line.npos && ids.size() < most_scopes;
         at = line.find_first_of("Dd", at + 1)) {
        const auto id = id_at(line.substr(at));
        if (!id || !id->sure || (at > 0 && is_word_byte(line[at - 1]))) continue;
        const std::string before = fold(trim(line.substr(0, at)));
        const auto group = words_of(before);
        const bool bracket = before.ends_with('(') || before.ends_with('[');
        const bool linked = !group.empty() && is_word_byte(before.back()) && is_one_of(group.back(), decision_leads);
        const bool joined = before.ends_with(',') || before.ends_with('&') || before.ends_with('/') ||
                            (linked && is_one_of(group.back(), joining_decisions));
        if (!voted_on || before.empty() || bracket || (joined ? !ids.empty() : linked)) ids.push_back(id->name);
    }
    return ids;
}

bool is_decision_heading(std::string_view line) {
    const std::string_view s = without_lead(line);
    const auto id = id_at(s);
    return id && trim(s.substr(id->size)) == ":";
}

}  // namespace assentd::words
