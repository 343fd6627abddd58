// SPDX-License-Identifier: Apache-2.0
// Answers that stand below their options, which are quoted or written again: "> A: Paper" / "5" / "> B: Stone" / "3".
// Pure; linear in the text times the options.
#pragma once

#include "parsers/reading.h"

namespace assentd::words {

// Adds the ballot that the mail is when it answers option by option; unclear where something else stands there, too,
// and where figures stand alone. False, and nothing added, for any other mail.
bool take_answers_to_options(Interpretation&, const Message&, const ReadingContext&);

}  // namespace assentd::words
