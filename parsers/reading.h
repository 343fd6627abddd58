// SPDX-License-Identifier: Apache-2.0
// What a text says, as far as software can tell (PRODUCT 2.3 to 2.5, 2.8 to 2.10): votes, ballots, concerns,
// commands.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decision/position.h"
#include "parsers/message.h"
#include "parsers/own_words/own_words.h"

namespace assentd {

enum class ReadingType { vote, ranking, scores, approvals, concern, resolve, command, form };
std::string_view name(ReadingType);

// What a command carries, as written; `reason` is empty when none was given.
//     help, status [D-42]                         arguments: [decision]
//     confirm, undelegate                         nothing
//     keep, change, retire, release, close        arguments: [reason]; reason
//     withdraw                                    arguments: ["vote" / "proposal"] [reason]; reason
//     settle                                      arguments: [name]
//     extend, hold                                arguments: [duration or "until …"] [reason]; reason
//     amend                                       reason: the whole text
//     delegate                                    arguments: [address] ["for D-42" or "until …"]; scope: "D-42"
//     away                                        arguments: [from, or empty] [until]
//     receipts, digest                            arguments: [word]
//     answer, uphold                              concern and arguments: [name]; reason: the text
//     overrule                                    concern; arguments: [name] [reason]; reason
//     decide                                      arguments: ["yes", "no" or what names an option]; reason
//     statement                                   reason: the text
// One thing read. Which members carry meaning follows from the type; the others are empty.
struct Reading {
    ReadingType type = ReadingType::vote;
    std::optional<Position> position;  // vote
    std::string strength;              // vote: "+1", "-0.9", … as written, or empty
    Confidence confidence = Confidence::exact;
    std::string line;                  // the line it was read from, as written
    std::string lines;                 // a ballot of several: all of them, as written; else empty
    std::size_t offset = 0;            // of that line in new_text, bytes
    std::size_t end = 0;               // behind its last line, for a ballot has several
    std::string reason;                // the words around it
    std::string claim;                 // "binding", "non-binding", or empty: a claim only, the roster decides
    std::string scope;                 // "D-17" (PRODUCT 2.10), an option label ("+1 for A"), or empty
    std::map<std::string, int> ranks;  // ranking: option label -> rank, 1 is best
    std::map<std::string, std::string> scores;  // scores: option label -> number as written
    std::vector<std::string> approvals;         // approvals
    std::string concern;                        // concern, resolve: its name
    std::string command;                        // command: lower-case name ("extend")
    std::vector<std::string> arguments;         // command: see below
    std::string rule;                           // the grammar rule that fired, for `explain`
};

enum class ReadingVerdict { vote, command, comment, unclear, empty, ignored };
std::string_view name(ReadingVerdict);

// What the reader may know of the decision beforehand. Everything may be empty, as in `assentctl parse`.
struct ReadingContext {
    std::vector<std::pair<std::string, std::string>> options;  // label ("A"), text; for ranked and scored ballots
    std::vector<std::pair<std::string, Position>> words;       // own vote words of the policy, case-insensitive
    std::string answered;              // the text that is answered: what was copied from it is no vote
    bool opens_proposal = false;       // the mail opens a decision: its text is never a vote
    bool naming_chooses = false;       // whoever names an option chooses it: none is ranked or scored
    bool asks_for_order = false;       // options are ranked
    bool asks_for_points = false;      // options are scored
    bool points_below_nought = false;  // and the scale begins below nought
};

struct Interpretation {
    OwnWords own;
    std::vector<Reading> readings;  // in the order of the text; unclear ones included
    ReadingVerdict verdict = ReadingVerdict::empty;
    std::string ask;              // when unclear: the question for the voter, with what was found quoted
    std::string beside_commands;  // words that are neither one's text nor an answer's reason (PRODUCT 2.11)
};

Interpretation interpret(const Message&, const ReadingContext& = {});
// The same where the sender's own words were found before: they do not depend on the decision.
Interpretation interpret(const Message&, OwnWords, const ReadingContext&);
// Whether the mail that was read knowing nothing may read otherwise with this context; false: it surely does not.
bool depends_on(const ReadingContext&, const Interpretation& read_without);

}  // namespace assentd
