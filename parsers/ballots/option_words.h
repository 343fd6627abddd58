// SPDX-License-Identifier: Apache-2.0
// Options that are chosen in words: "A, please", "I'd go for B, because it is near". Pure; linear in the line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parsers/ballots/ballots.h"
#include "parsers/reading.h"

namespace assentd::words {

// The approvals that the line casts in words. Unclear when it says that one is chosen and leaves open which or
// whether: "I'd go for A or B", "A, please, if it is cheap". Nothing when it is prose.
std::optional<Reading> chosen_in_words(std::string_view line, const Options&);

// How much of a reading copy is a lead-in that chooses: "i'd go for", "my choice is"; 0 for none.
std::size_t choosing_size(std::string_view folded);
// Without "please", "for me" and their like at its end, whatever marks stand between.
std::string_view without_courtesies(std::string_view);
// "Hi Ben, B > A > C. Thanks!" without what is only polite; what names an option stays.
std::string_view without_manners(std::string_view line, const Options&);
// Without what stands in brackets and only describes: "Berlin (near)". What names an option, counts, doubts or takes
// back stays.
std::string without_remarks(std::string_view line, const Options&);

}  // namespace assentd::words
