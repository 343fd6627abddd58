// SPDX-License-Identifier: Apache-2.0
// A line of an answer to several decisions (PRODUCT 2.10) that names which of them it is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/reading.h"

namespace assentd::words {

// Whether the line begins with a decision's number as we write it.
bool names_decision(std::string_view line);

// One reading for each decision that the line names; none when it names none or says nothing about it. Line and
// offset are the caller's to fill in. `among_others`: other lines of the mail name their decisions, so "D9" is one.
std::vector<Reading> read_scoped_line(std::string_view line, const ReadingContext&, bool among_others);

// The decisions that the line names, wherever; with `voted_on` those that a vote in it is for: "+1 to D-1 and D-43",
// "-1 (D-43)", and not "it contradicts D-12".
std::vector<std::string> decisions_named(std::string_view line, bool voted_on);

// "D-17:" and nothing else.
bool is_decision_heading(std::string_view line);

}  // namespace assentd::words
