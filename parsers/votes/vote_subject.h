// SPDX-License-Identifier: Apache-2.0
// A vote that stands in the subject of a mail that says nothing else: it is asked about, for a subject goes from mail
// to mail. Pure; linear in the subject.
#pragma once

#include <string_view>

#include "parsers/reading.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {

// Adds an unclear vote, where nothing was read and `in` has no words of its sender's but "see subject" and a name.
void ask_about_subject(Interpretation& in, const Message&, const OwnVoteWords&);

}  // namespace assentd::words
