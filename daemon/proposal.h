// SPDX-License-Identifier: Apache-2.0
// A mail that wants to open a decision (PRODUCT 1.1 to 1.4): resolved against the configuration, it becomes either
// the command that opens it or the draft with every problem found, in one go.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "daemon/world.h"
#include "decision/command.h"
#include "parsers/head_lines.h"
#include "parsers/message.h"

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
bool may_be_an_answer(const World&, const Proposal&, const Message&, const std::string& new_text);
// The line with which its proposer drops a draft; empty: they do not. A bare "no" does where the question was whether
// it is a proposal at all.
std::string discarding_line(const Decision& draft, const std::string& new_text);

// Lays the head lines of a reply over those of a draft. Text beside the lines is ignored, the proposal stays as it
// was; but what was missing altogether, its text or a section, is taken from there.
Proposal corrected(const Decision& draft, const std::string& new_text, const Source& correction, Trust);

// The period counts from `now`, when people are asked; what the proposer wrote as a date counts from its arrival.
// After an outage these are far apart.
std::variant<Open, Draft> resolve(const World&, const Proposal&, Instant now);

Person as_person(const PersonConfig&);

}  // namespace assentd
