// SPDX-License-Identifier: Apache-2.0
// A mail that wants to open a decision (PRODUCT 1.1 to 1.4): resolved against the configuration, it becomes either
// the command that opens it or the draft with every problem found, in one go.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "daemon/world.h"
#include "decision/command.h"
#include "parsers/message.h"
#include "parsers/own_words/own_words.h"
#include "parsers/proposals/head_lines.h"

namespace assentd {

struct Proposal {
    Person proposer;
    Trust trust = Trust::none;
    Text text;
    std::vector<HeadValue> head;    // the head lines, corrected ones already merged; also those with unknown keys
    std::string subaddress;         // "rfc" of decisions+rfc@
    std::vector<std::string> tags;  // of the subject
    Source source;
    std::int64_t seconds = 0;  // how many have seconded it
    std::optional<std::int64_t>
        seconds_needed{};  // as it was told when it began to wait; nothing: as the policy has it
    Problem not_read;  // words of a reply to the draft that say nothing that was asked for; no line: there are none
    Problem beside;    // the same, where nothing is asked any more; none for courtesies
};

Proposal read_proposal_mail(const Message&, const std::string& new_text, const Person& proposer, Trust,
                            const Source&);

// Among the head values of a draft: the subject of a mail that may be an answer to something unknown here, until its
// sender says that it is a proposal.
inline constexpr std::string_view maybe_answer = "Re";
// Behind a key there: what the mail says of it once more, and otherwise.
inline constexpr std::string_view said_twice = " twice";
// And lines below its list that may belong to the list or to the text.
inline constexpr std::string_view below_list = " below";  // with an item, if they came once more
// And a line of the text that may be a head line; the items are its value.
inline constexpr std::string_view in_text = " in the text";
// The policy that the address or a tag of the subject names, as long as it is not settled by a line.
inline constexpr std::string_view policy_otherwise = "Policy otherwise";

// Puts a text that the mail passes on below the proposer's own, under this heading: it is what is to be decided.
inline constexpr std::string_view forwarded_heading = "Forwarded text:";
void add_forwarded(Proposal&, const std::string& passed_on);

// Lays head lines over those that the proposal has.
void add_head_lines(Proposal&, const ProposalText&);
bool may_be_an_answer(const World&, const Proposal&, const Message&, const OwnWords&);

// The period counts from `now`, when people are asked; what the proposer wrote as a date counts from its arrival.
// After an outage these are far apart.
std::variant<Open, Draft> resolve(const World&, const Proposal&, Instant now);

// What its proposer is asked for, as things are.
struct Asked {
    std::vector<std::string> keys;  // of head lines, each once
    std::vector<std::string> sections;
    bool text = false;
};
Asked asked_about(const World&, const Proposal&, Instant now);

Person as_person(const PersonConfig&);

}  // namespace assentd
