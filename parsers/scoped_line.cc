// SPDX-License-Identifier: Apache-2.0
//
// scoped = 1*("D-" number [","]) [":"] (vote-value / command-line / ballot)      "D-17: +1", "D-17, D-18: agree"
// A line in which a later decision has an answer of its own ("D-6 +1, D-7 -1") is unclear for all of them: what is
// said of one must not become a reason, or a vote, on another.
#include "parsers/scoped_line.h"

#include <span>
#include <string>

#include "parsers/ballots.h"
#include "parsers/command_lines.h"
#include "parsers/fold.h"
#include "parsers/interpret_whole.h"
#include "parsers/vote_line.h"

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

std::string id_of(std::string_view written) {
    std::string id(written);
    id[0] = 'D';
    return id;
}

// Takes the decisions that the line begins with.
std::vector<std::string> take_ids(std::string_view& s) {
    std::vector<std::string> ids;
    for (std::size_t size; ids.size() < most_scopes && (size = decision_id_size(s)) > 0;) {
        ids.push_back(id_of(s.substr(0, size)));
        s = trim(s.substr(size));
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
        const std::size_t size = decision_id_size(s.substr(at));
        if (size == 0 || (at > 0 && is_word_byte(s[at - 1]))) continue;
        std::string_view rest = trim(s.substr(at + size).substr(0, longest_value));
        if (rest.starts_with(':') || rest.starts_with('=')) rest = trim(rest.substr(1));
        if (leading_value(fold(rest), own)) ids.push_back(id_of(s.substr(at, size)));
    }
    return ids;
}

// What is said of the decisions; nothing when it is no answer.
std::optional<Reading> read_answer(std::string_view s, bool divided, const ReadingContext& context) {
    if (auto command = read_command(s)) return command;
    const std::string folded = fold(s);
    auto value = leading_value(folded, context.words);
    if (!value && divided && folded.starts_with("0 "))  // behind a decision's number it is no amount
        value = leading_value("0", context.words);
    if (value) {
        Reading r = vote_reading(*value);
        r.reason = std::string(reason_behind(s, folded, *value));
        if (divided && r.confidence == Confidence::near) r.confidence = Confidence::exact;
        return r;
    }
    if (const auto ballot = read_ballot(std::span(&s, 1), context.options)) return ballot->reading;
    return divided ? std::optional(unreadable()) : std::nullopt;
}

}  // namespace

std::vector<Reading> read_scoped_line(std::string_view line, const ReadingContext& context) {
    std::string_view s = trim(line);
    for (std::string_view lead : {"Re: ", "Re ", "For ", "To ", "Zu "})
        if (s.starts_with(lead) && decision_id_size(s.substr(lead.size())) > 0) s = s.substr(lead.size());
    while (s.starts_with('[') || s.starts_with('*') || s.starts_with("- ")) s = trim(s.substr(1));
    std::vector<std::string> scopes = take_ids(s);
    if (scopes.empty()) return {};
    const bool wide = s.starts_with("\uFF1A");
    if (wide) s.remove_prefix(std::string_view("\uFF1A").size() - 1);  // its last byte goes below
    const bool divided = wide || s.starts_with(':') || s.starts_with('-') || s.starts_with('=');
    const bool sign = s.starts_with("-1") || s.starts_with("-0");
    if (divided && !sign) s = trim(s.substr(1));

    const auto others = answered_further_on(s, context.words);
    scopes.insert(scopes.end(), others.begin(), others.end());
    const auto answer = others.empty() ? read_answer(s, divided, context) : unreadable();
    if (!answer) return {};
    std::vector<Reading> readings(scopes.size(), *answer);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        readings[i].scope = scopes[i];
        readings[i].rule = "scoped:" + answer->rule;
    }
    return readings;
}

}  // namespace assentd::words
