// SPDX-License-Identifier: Apache-2.0
// The parts of interpret() that need more than one line: scopes, contradictions, reasons.
// Pure; linear in the text and in the number of readings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/ballots/ballots.h"
#include "parsers/reading.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_surroundings.h"

namespace assentd::words {

// How many bytes of the text are a decision id ("D-17"); 0 for none.
std::size_t decision_id_size(std::string_view);

// The options that a vote is for ("+1 for A and B"), from the text behind its value; empty for the whole proposal.
std::vector<std::string> option_scopes(std::string_view folded_tail, std::string_view line, const Options&);

// What stands behind the last of them: "+1 for A except on Mondays".
Turn turn_behind_option(std::string_view folded_tail, const std::string& label, const Options&);

// The reading of a vote that was found, without what only its line can say.
Reading vote_reading(const FoundVote&);

// A ballot in boxes.
bool is_form(const Reading&);
// Whether both say the same, wherever they say it.
bool same_content(const Reading&, const Reading&);

// Adds what was filled in inside the quotation. A form that is filled in half there and half below is one form; where
// the halves do not fit each other it is unclear, but what was filled in anew below is the voter's word. What a mail
// says in words and otherwise in the quoted form is unclear, too.
void join_quoted(std::vector<Reading>&, std::vector<Reading> quoted);

// "This is a test.": no ballot beside it counts.
void spoil_ballots_of_a_test(std::vector<Reading>&, std::string_view text);

// Drops what yields, makes contradictions unclear, and fills in the reasons.
void settle_readings(Interpretation&, const Message&, const AnsweredText&, const ReadingContext&);

// Of a mail that no human wrote: a calendar's answer is asked about, nothing else says anything.
Interpretation of_automatic(const Message&, Interpretation);

}  // namespace assentd::words
