// SPDX-License-Identifier: Apache-2.0
// Answers to a mail about several decisions that stand below its quoted headings: "> D-4: A new printer" and below it
// "+1" is an answer to D-4, and read by itself.
#pragma once

#include <functional>

#include "daemon/mail_at_hand.h"

namespace assentd {

// Gives such a mail its headings, and reads it anew; any other stays as it is.
void find_headings(const World&, MailAtHand&);

// The mail that has them, read piece by piece; what answers something below one is about its decision. `context_of` a
// decision's number, or 0 for what stands below none.
using ContextOf = std::function<ReadingContext(std::int64_t)>;
Interpretation read_below_headings(const MailAtHand&, const ContextOf&);

// The first lines of what stands below a heading and answers nothing, each with its decision.
std::vector<std::pair<std::int64_t, std::string>> words_below_headings(const MailAtHand&);

}  // namespace assentd
