// SPDX-License-Identifier: Apache-2.0
// Weights of votes, exact decimals in millionths; and whole numbers of a unit written as decimals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "decision/decision.h"

namespace assentd {

constexpr std::int64_t one_vote_millionths = 1'000'000;

// Whether anybody binding counts for more or less than one.
bool is_weighted(const Decision&);

// "1.5" -> 1,500,000. Nothing for what is not a decimal above 0 and up to 1,000 with at most six places.
std::optional<std::int64_t> read_weight(std::string_view);
std::string weight_text(std::int64_t millionths);  // "1.5"

// `value` units of which `unit` (a power of ten) make one: "12.34567", without trailing zeros.
std::string decimal_text(std::int64_t value, std::int64_t unit);

}  // namespace assentd
