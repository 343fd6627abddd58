// SPDX-License-Identifier: Apache-2.0
// What the readers of ballots share (parsers/ballots/ballots, parsers/ballots/ballot_boxes). Pure; linear in the
// text.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/ballots/ballots.h"

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
// The same of any reading. What makes a vote unclear is told by the mark at the end of its rule (verdict.cc), because
// its reason is the voter's.
void leave_unclear(Reading&, std::string_view mark, std::string_view why);
void spoil_by_option(Reading&, std::string_view unknown, const Options&);
// The text of the option that was meant by a misspelt one, "Berlin" for "Berlni"; null for none.
const std::string* nearest_option(std::string_view unknown, const Options&);
void spoil_by_repeat(Reading&, const std::string& option);

struct Placed {
    int place;
    std::string option;
};
// False when the option was placed before, which spoils the ballot.
bool add(Reading&, const Placed&);

// Whether it has signs or letters as wide as Han characters, which have plain twins: "A：3，B：1".
bool is_wide(std::string_view line);
// The line with these twins.
std::string with_plain_width(std::string_view line);

// Between the separators, at most `most_options` of them.
std::vector<std::string_view> split(std::string_view, std::string_view separators);
// Removes "ranking:", "my ranking is", "vote:" from the front.
std::string_view without_ballot_lead(std::string_view);
// Without a bullet at its start.
std::string_view without_bullet(std::string_view);
// What stands behind "1.", "1)", "1:", "1st:", "First:" or "1st choice:" at the start of the text, and the place.
struct Item {
    int place;
    std::string_view text;
};
std::optional<Item> numbered_item(std::string_view);
// The line of a ballot that goes on behind line i: the next, or one behind a blank line or two, as some programs
// double line ends; lines.size() for none.
std::size_t next_of_ballot(std::span<const std::string_view> lines, std::size_t i);

// The line as one more that the ballot was read from.
void add_line(Reading&, std::string_view);

// What was read of a ballot, as people write it: "A > B = C", "A: 5, B: 2", "A, C". Empty: nothing.
std::string understood(const Reading&);
// All its lines, with a stroke between them and cut when there are many: how a question quotes it.
std::string on_one_line(const Reading&);

// The forms of one text. Boxes below each other that are no ballot together are looked at once: at each of them again
// would cost the square of their number.
class BoxRun {
  public:
    // The boxes that start at the first of the lines (the text from there on), as one ballot, when any holds a number
    // or what is neither a tick nor a number.
    std::optional<FoundBallot> ballot(std::span<const std::string_view> lines, const Options&);

  private:
    bool goes_on(const std::string_view* line) const;
    const std::string_view* first_ = nullptr;  // of the last boxes that were no ballot
    const std::string_view* last_ = nullptr;
};

}  // namespace assentd::words
