// SPDX-License-Identifier: Apache-2.0
// How many said what: of a decision as it stands (tally.h), and in the record of its close.
#pragma once

#include <cstdint>
#include <optional>

namespace assentd {

struct Counts {
    std::int64_t agree = 0;
    std::int64_t abstain = 0;
    std::int64_t disagree = 0;
    std::int64_t block = 0;
    std::int64_t recuse = 0;
    std::int64_t ballot = 0;  // over options
    std::int64_t silent = 0;
    // Of the silent, those whose silence says nothing, whatever the policy makes of silence: who was asked about an
    // answer that could not be counted, who could not be reached, and who raised a concern that they did not settle.
    std::int64_t asked = 0;
    std::int64_t unreached = 0;
    std::int64_t concerned = 0;

    std::int64_t spoke() const { return agree + abstain + disagree + block + ballot; }
    std::int64_t seats() const { return spoke() + recuse + silent; }
    std::int64_t only_silent() const { return silent - asked - unreached - concerned; }
    std::int64_t eligible() const { return seats() - recuse; }
    bool operator==(const Counts&) const = default;
};

struct Tally {
    Counts all;
    Counts binding;
    std::optional<Counts> weights;  // binding, in millionths of a vote; absent when every vote weighs one
    bool operator==(const Tally&) const = default;
};

}  // namespace assentd
