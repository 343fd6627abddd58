// SPDX-License-Identifier: Apache-2.0
// Reads commands, one to a line (PRODUCT 2.8, 2.9): `extend 3 days: holidays`, `concern: cost it is too dear`.
// Pure; linear in the line. Arguments are returned as written: what they mean is for config/ to say.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parsers/reading.h"

namespace assentd::words {

// A reading of type command, concern or resolve; `line`, `offset` and a concern's further lines are the caller's to
// fill. Confidence unclear: it looks like a command and is none; `reason` then says what would be right.
std::optional<Reading> read_command(std::string_view line);

// True for `amend`: the rest of the mail is its text.
bool takes_rest(const Reading&);

// True for a concern, an answer and a statement: their text goes on to the next blank line or command.
bool runs_on(const Reading&);

}  // namespace assentd::words
