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

// True for a concern, an answer and a statement: the lines below them, up to a blank one, are read as nothing else
// than their text, unless they are a command or a bare vote.
bool runs_on(const Reading&);

// True for these and for what may have a reason that is put to others: words below, up to the next line that is read
// as something, belong to it.
bool takes_text_below(const Reading&);

}  // namespace assentd::words
