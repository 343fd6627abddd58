// SPDX-License-Identifier: Apache-2.0
#include "decision/rational.h"

namespace assentd {
namespace {

constexpr std::size_t max_digits = 18;  // 10^18 fits 64 bits, and two of them multiplied fit 128

// Digits only, at least one; leading zeros count toward the bound, which keeps it a bound on time too.
std::optional<std::int64_t> whole_number(std::string_view digits) {
    if (digits.empty() || digits.size() > max_digits) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Rational> decimal(std::string_view text) {
    const auto point = text.find('.');
    if (point == std::string_view::npos) {
        const auto whole = whole_number(text);
        return whole ? std::optional<Rational>(*whole) : std::nullopt;
    }
    const auto before = text.substr(0, point);
    const auto after = text.substr(point + 1);
    const auto digits = whole_number(std::string(before) + std::string(after));
    if (before.empty() || after.empty() || !digits) return std::nullopt;
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < after.size(); ++i) scale *= 10;
    return Rational::of(*digits, scale);
}

}  // namespace

std::optional<Rational> Rational::parse(std::string_view text) {
    if (text.size() > 2 * max_digits + 2) return std::nullopt;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::optional<Rational> value;
    if (const auto bar = text.find_first_of("/:"); bar != std::string_view::npos) {
        const auto above = whole_number(text.substr(0, bar));
        const auto below = whole_number(text.substr(bar + 1));
        if (above && below) value = of(*above, *below);
    } else {
        value = decimal(text);
    }
    return value && negative ? value->times(-1) : value;
}

}  // namespace assentd
