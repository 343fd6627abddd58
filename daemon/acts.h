// SPDX-License-Identifier: Apache-2.0
// From what was read in a mail (parsers/) to what is asked of a decision (decision/command.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "config/config.h"
#include "decision/command.h"
#include "decision/decision.h"
#include "parsers/reading.h"

namespace assentd {

// What one mail says to one decision.
struct Answers {
    std::vector<Act> acts;
    std::vector<std::pair<std::string, std::string>> comments;  // text, answered lines
    bool empty() const { return acts.empty() && comments.empty(); }
};

// `decision`: the one that the mail answers; scoped readings ("D-17: +1") are left out of it and returned by
// scoped_numbers. `to_call_for_votes`: it replies to a mail of ours that asks for a vote, and not to another
// question.
Answers answers_for(const Config&, const Decision&, const Interpretation&, std::string_view sender, Instant arrival,
                    bool to_call_for_votes = false);

// The decisions that readings name by themselves (PRODUCT 2.10), ascending; with the readings for one of them.
std::vector<std::int64_t> scoped_numbers(const Interpretation&);
Interpretation only_scope(const Interpretation&, std::int64_t number);
Interpretation without_scopes(Interpretation);

ReadingContext reading_context(const Decision&);

std::vector<AttachmentNoted> attachments_of(const Message&);
// Without what is shown within the text.
std::vector<AttachmentNoted> files_of(const Message&);

}  // namespace assentd
