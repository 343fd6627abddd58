// SPDX-License-Identifier: Apache-2.0
// Approval and score voting: add up, the highest wins, equal totals tie.
#pragma once

#include <utility>

#include "decision/counting/ballots.h"
#include "decision/rational.h"

namespace assentd {

struct ApprovalBallot {
    std::int64_t n = 1;
    Options approved;
};

struct ScoreBallot {
    std::int64_t n = 1;
    std::vector<std::pair<Option, std::int64_t>> scores;
};

// What an option is measured by: the sum, a missing score being 0, or the average of those who scored it (an option
// that nobody scored has none, and comes last).
enum class Aggregate { sum, average };
std::string_view name(Aggregate);
std::optional<Aggregate> aggregate_from_name(std::string_view);

constexpr std::int64_t max_score = 1'000'000;

struct ScoreSettings {
    Aggregate aggregate = Aggregate::sum;
    std::optional<std::int64_t> min;  // enforced when given; otherwise the bound is +-max_score
    std::optional<std::int64_t> max;
    std::size_t seats = 1;
};

struct PointsResult {
    std::vector<std::int64_t> totals;
    std::vector<std::int64_t> scored_by;            // how many gave one (for approval: approved)
    std::vector<std::optional<Rational>> averages;  // total / scored_by
    Options winners;                                // the best `seats`; more when the last places are tied
    Options tie;                                    // those who share the last place that wins, when too many do
    std::int64_t ballots = 0;
};

Counted<PointsResult> approval(std::size_t options, const std::vector<ApprovalBallot>&, std::size_t seats = 1);
Counted<PointsResult> score(std::size_t options, const std::vector<ScoreBallot>&, const ScoreSettings&);

}  // namespace assentd
