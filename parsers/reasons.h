// SPDX-License-Identifier: Apache-2.0
// The words around an answer are its reason (PRODUCT 2.5). Pure; linear in the text and in the number of readings.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/message.h"
#include "parsers/reading.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_surroundings.h"

namespace assentd::words {

// The text behind a value in its line, without claim and punctuation. `folded` is the reading copy of `line`.
std::string_view reason_behind(std::string_view line, std::string_view folded, const FoundVote&);

// "Hi all,"
bool is_greeting(std::string_view line);
// "Cheers,"
bool is_closing(std::string_view line);
// Without "Cheers," / "Ana" at its end.
std::string_view without_sign_off(std::string_view text);
// Without "Hi Jon," above and "Cheers," / "Kofi", "Kofi" or "K." below; all of a long text. Empty for a name alone.
std::string_view bare_words(std::string_view text, const std::vector<Address>& senders);

// Gives each command that takes them (command_lines.h) the words below it, without the name of whoever sent the mail.
// A paragraph above a vote or ballot is that one's reason. What is left is beside the commands.
void give_commands_their_text(Interpretation&, const AnsweredText&, const std::vector<Address>& senders);

// Gives each vote, ballot and decision the words above it, in its line and below it, up to the next reading or to the
// signature: one without "-- " is known by the name of whoever sent the mail.
void give_reasons(Interpretation&, const AnsweredText&, const ReadingContext&, const std::vector<Address>& senders);

}  // namespace assentd::words
