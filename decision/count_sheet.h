// SPDX-License-Identifier: Apache-2.0
// A count in lines that a person can follow: the matrix, the drops, the rounds, the totals. Written only where it is
// printed, because a sentence about a decision is needed far more often than its arithmetic.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decision/counting/debian.h"
#include "decision/counting/irv.h"
#include "decision/counting/points.h"
#include "decision/counting/stv_scottish.h"
#include "decision/decision.h"

namespace assentd {

// "A, B and C"
std::string labels(const Options&);

// "1 point", "2 points"; of weights: millionths.
std::string amount(std::int64_t n, const std::string& unit, bool weighted);

class CountSheet {
  public:
    // `weighted`: numbers of votes are millionths.
    CountSheet(const Policy& policy, bool weighted) : policy_(policy), weighted_(weighted) {}

    void show(const Pairwise&);
    void show(const DebianResult&, const DebianSettings&);
    void show(const IrvResult&);
    void show(const StvResult&);
    void show(const PointsResult&, const std::string& unit);
    std::string votes(std::int64_t) const;
    std::vector<std::string> lines;

  private:
    std::string votes(const Rational&) const;
    void show_columns(const Pairwise&, Option first, Option end, std::size_t width);
    void show_stage(std::size_t number, const StvResult::Stage&);

    const Policy& policy_;
    bool weighted_;
};

}  // namespace assentd
