// SPDX-License-Identifier: Apache-2.0
// "At least so many": what a count has to reach for a quorum. Fractions of a roll and multiples of its square root
// are kept exact and never rounded before comparing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "decision/rational.h"

namespace assentd {

class Requirement {
  public:
    static Requirement at_least(Rational bound) { return Requirement(bound, false); }
    static Requirement more_than(Rational bound) { return Requirement(bound, true); }
    // nullopt when share is negative or roll is not between 0 and 10^12, or the product would not fit.
    static std::optional<Requirement> share_of_roll(Rational share, std::int64_t roll, bool more_than);
    // At least factor * sqrt(roll), decided in integers. nullopt unless factor is in 0..1000 with a denominator up to
    // 1000 and roll in 0..10^12.
    static std::optional<Requirement> times_root(Rational factor, std::int64_t roll);

    bool met_by(std::int64_t count) const;
    std::int64_t least() const;  // the smallest count that meets it, never below 0

  private:
    Requirement(Rational bound, bool strict) : bound_(bound), strict_(strict) {}

    Rational bound_;  // with root_of_ the factor
    bool strict_ = false;
    std::optional<std::int64_t> root_of_;
};

}  // namespace assentd
