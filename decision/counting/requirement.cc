// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/requirement.h"

namespace assentd {
namespace {

constexpr std::int64_t max_roll = 1'000'000'000'000;
constexpr std::int64_t max_factor = 1000;
constexpr std::int64_t beyond_roots = max_factor * 1'000'000;  // max_factor * sqrt(max_roll)

bool is_roll(std::int64_t roll) {
    return roll >= 0 && roll <= max_roll;
}

}  // namespace

std::optional<Requirement> Requirement::share_of_roll(Rational share, std::int64_t roll, bool more_than) {
    if (share < Rational(0) || !is_roll(roll)) return std::nullopt;
    const auto bound = share.times(roll);
    if (!bound) return std::nullopt;
    return Requirement(*bound, more_than);
}

std::optional<Requirement> Requirement::times_root(Rational factor, std::int64_t roll) {
    if (factor < Rational(0) || factor > Rational(max_factor) || factor.denominator() > max_factor || !is_roll(roll))
        return std::nullopt;
    Requirement requirement(factor, false);
    requirement.root_of_ = roll;
    return requirement;
}

// count >= (p/q) * sqrt(roll) for count >= 0 is the same as count^2 * q^2 >= p^2 * roll.
bool Requirement::met_by(std::int64_t count) const {
    if (!root_of_) return strict_ ? Rational(count) > bound_ : Rational(count) >= bound_;
    if (count < 0) return false;
    if (count >= beyond_roots) return true;
    const Int128 left = static_cast<Int128>(count) * bound_.denominator();
    const Int128 right = static_cast<Int128>(bound_.numerator());
    return left * left >= right * right * *root_of_;
}

std::int64_t Requirement::least() const {
    if (!root_of_) {
        const std::int64_t least = strict_ ? bound_.floor() + 1 : bound_.ceiling();
        return least < 0 ? 0 : least;
    }
    std::int64_t below = -1;
    std::int64_t enough = beyond_roots;
    while (enough - below > 1) {
        const std::int64_t middle = below + (enough - below) / 2;
        (met_by(middle) ? enough : below) = middle;
    }
    return enough;
}

}  // namespace assentd
