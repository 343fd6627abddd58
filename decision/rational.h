// SPDX-License-Identifier: Apache-2.0
// An exact fraction for thresholds, ratios and averages. Always reduced, the denominator positive; comparing never
// overflows (128-bit products). Whatever would not fit is nullopt, never a rounded or wrapped number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assentd {

__extension__ typedef __int128 Int128;  // the one place that needs the extension

class Rational {
  public:
    constexpr Rational() = default;
    constexpr Rational(std::int64_t whole) : numerator_(whole) {}  // implicit on purpose: 3 is a fraction

    // nullopt for a denominator of 0 or when the reduced fraction does not fit.
    static constexpr std::optional<Rational> of(Int128 numerator, Int128 denominator) {
        if (denominator == 0) return std::nullopt;
        Int128 a = numerator < 0 ? -numerator : numerator;
        Int128 b = denominator < 0 ? -denominator : denominator;
        const bool negative = (numerator < 0) != (denominator < 0);
        const Int128 divisor = greatest_common_divisor(a, b);
        a /= divisor;
        b /= divisor;
        if (a > INT64_MAX || b > INT64_MAX) return std::nullopt;
        Rational r;
        r.numerator_ = static_cast<std::int64_t>(negative ? -a : a);
        r.denominator_ = static_cast<std::int64_t>(b);
        return r;
    }

    // Reads "3", "-1", "47.43", "2/3", "3:1"; at most 18 digits on each side. Nothing else, no blanks, no exponent.
    static std::optional<Rational> parse(std::string_view text);

    constexpr std::int64_t numerator() const { return numerator_; }
    constexpr std::int64_t denominator() const { return denominator_; }
    constexpr bool whole() const { return denominator_ == 1; }

    // The least integer not below this.
    constexpr std::int64_t ceiling() const {
        const std::int64_t down = numerator_ / denominator_;
        return numerator_ % denominator_ > 0 ? down + 1 : down;
    }
    constexpr std::int64_t floor() const {
        const std::int64_t towards_zero = numerator_ / denominator_;
        return numerator_ % denominator_ < 0 ? towards_zero - 1 : towards_zero;
    }
    constexpr std::optional<Rational> times(std::int64_t factor) const {
        return of(static_cast<Int128>(numerator_) * factor, denominator_);
    }
    std::string text() const {  // "3" or "3/2"
        return whole() ? std::to_string(numerator_) : std::to_string(numerator_) + "/" + std::to_string(denominator_);
    }

    friend constexpr bool operator==(const Rational&, const Rational&) = default;
    friend constexpr std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
        return static_cast<Int128>(a.numerator_) * b.denominator_ <=>
               static_cast<Int128>(b.numerator_) * a.denominator_;
    }

  private:
    static constexpr Int128 greatest_common_divisor(Int128 a, Int128 b) {
        while (b != 0) {
            const Int128 rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

}  // namespace assentd
