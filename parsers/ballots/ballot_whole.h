// SPDX-License-Identifier: Apache-2.0
// A ballot is the voter's whole word on the options: what belongs to it and was not read leaves all of it unclear.
// Pure; linear in the text times the options.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/reading.h"

namespace assentd::words {

// A vote, or a ballot of any kind.
bool is_answer(const Reading&);
// A ranking, scores or approvals.
bool is_ballot(const Reading&);

// The votes on single options become one ballot: "+1 for A" / "-1 for B" approves of A, and its line and reason hold
// both. Unclear where it cannot be one; but where options are
// ranked a lone "+1 for A" stays.
void join_option_votes(std::vector<Reading>&, const ReadingContext&, std::string_view text);

// Lines that begin like a part of the ballot and were not read into it: "B: too cold" below "A: 5". `unread` says of
// each line whether it is the sender's own word and nothing was read from it.
void ask_about_leftovers(std::vector<Reading>&, const std::vector<std::string_view>& lines,
                         const std::vector<bool>& unread, const ReadingContext&);

// A ranking that a mail program wrapped: "B > A" and below it "> C", which looks quoted. `quoted`: the quoted lines
// that are not those of the text that is answered; `run_on`: see OwnWords.
void ask_about_wrapped(std::vector<Reading>&, const std::vector<std::string_view>& quoted,
                       const std::vector<Answer>& run_on, const ReadingContext&);

// An unclear ballot says what was understood of it.
void say_what_was_understood(std::vector<Reading>&);

}  // namespace assentd::words
