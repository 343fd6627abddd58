// SPDX-License-Identifier: Apache-2.0
// What the proposer of a draft says in a reply to it (PRODUCT 1.3): what was asked for, and that it is to be dropped.
#pragma once

#include <string>

#include "daemon/proposal.h"
#include "decision/decision.h"

namespace assentd {

// The line with which its proposer drops a draft; empty: they do not. A bare "no" does where the question was whether
// it is a proposal at all.
std::string discarding_line(const Decision& draft, const std::string& new_text);

// The draft as it is, to be resolved anew.
Proposal as_drafted(const Decision& draft, const Source& correction, Trust);

// Lays over a draft what a reply says of what is asked for: head lines; the text or sections that are missing; and,
// where one head line is asked for and nothing else is written, its value alone. No other words get into the text;
// `not_read` tells of them.
Proposal corrected(const World&, const Decision& draft, const std::string& new_text, const Source& correction, Trust,
                   Instant now);

}  // namespace assentd
