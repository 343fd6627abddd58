// SPDX-License-Identifier: Apache-2.0
// Reads one JSON text for counting: decimals keep the digits as written (nothing passes through floating point),
// depth is bounded, and a key that stands twice in an object is an error instead of a silent choice. Nothing throws.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "decision/rational.h"

namespace assentd {

// The value. With trouble, as much of it as could be read, and null for what the outermost object has twice.
struct ExactJson {
    nlohmann::json value;
    std::string trouble;
};
ExactJson read_exact_json(std::string_view text);

// An integer, a decimal, or text that Rational::parse() reads. nullopt for anything else.
std::optional<Rational> exact_number(const nlohmann::json&);
std::optional<std::int64_t> whole_number(const nlohmann::json&);

}  // namespace assentd
