// SPDX-License-Identifier: Apache-2.0
// Small text functions that the sentences of the core are made with. ASCII case only: addresses and names of
// concerns.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/people.h"

namespace assentd {

bool is_ascii(std::string_view);
// Another sentence behind a text that may end without a stop: with words to be written as they stand.
void add_sentence(std::string& text, std::string_view sentence);
std::string lower_case(std::string_view);
bool same_ignoring_case(std::string_view, std::string_view);
// "1 vote", "2 votes"
std::string counted(std::int64_t n, std::string_view singular, std::string_view plural);
// Numbers inside by their value, however many digits they have: "a2" is less than "a10", and "a02" as much as "a2".
std::weak_ordering by_numbers(std::string_view, std::string_view);
// "D-42", "d-42": 42; nothing for anything else.
std::optional<std::int64_t> decision_number(std::string_view name);
// "a", "a and b", "a, b and c"
std::string listed(const std::vector<std::string>&);
// "offer.pdf (82 kB) and logo.png (3 kB)", as their mail names them.
std::string listed(const std::vector<AttachmentNoted>&);

}  // namespace assentd
