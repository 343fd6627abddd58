// SPDX-License-Identifier: Apache-2.0
// What the readers of ballots share (parsers/ballots, parsers/ballot_boxes). Pure; linear in the text.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "parsers/ballots.h"

namespace assentd::words {

inline constexpr std::size_t longest_ballot_line = 1000;
inline constexpr std::size_t most_options = 200;

// Without blanks, emphasis and punctuation at either end.
std::string_view strip(std::string_view);
std::optional<int> place_of(std::string_view digits);
// One to three words.
bool is_short(std::string_view);

Reading ballot(ReadingType, std::string_view rule);

// Leaves the ballot unclear and says why; the first fault is the one that is told.
void spoil(Reading&, std::string why);
void spoil_by_option(Reading&, std::string_view unknown, const Options&);
void spoil_by_repeat(Reading&, const std::string& option);

struct Placed {
    int place;
    std::string option;
};
// False when the option was placed before, which spoils the ballot.
bool add(Reading&, const Placed&);

// "A and C" of a line that is options and a few words between them, or that begins with an order of options; empty
// of any other line.
std::string options_in_words(std::string_view line, const Options&);

// The boxes that start at the first of the lines, as one ballot, when any holds a number or what is neither a tick
// nor a number.
std::optional<FoundBallot> filled_boxes(std::span<const std::string_view> lines, const Options&);

}  // namespace assentd::words
