// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/points.h"

#include <algorithm>
#include <numeric>

namespace assentd {
namespace {

constexpr Names<Aggregate, 2> aggregate_names{{{Aggregate::sum, "sum"}, {Aggregate::average, "average"}}};

std::optional<Malformed> trouble_with(std::size_t options, std::size_t ballot_lines, std::size_t seats) {
    if (auto trouble = trouble_with_options(options)) return trouble;
    if (ballot_lines > max_ballot_lines)
        return Malformed{"more than " + std::to_string(max_ballot_lines) + " lines of ballots"};
    if (seats < 1 || seats > options)
        return Malformed{std::to_string(seats) + " seats for " + std::to_string(options) +
                         " options; between 1 and as many as there are options"};
    return std::nullopt;
}

std::optional<Malformed> trouble_with(const ScoreSettings& settings) {
    const std::int64_t low = settings.min.value_or(-max_score);
    const std::int64_t high = settings.max.value_or(max_score);
    if (low >= -max_score && high <= max_score && low <= high) return std::nullopt;
    return Malformed{"scores from " + std::to_string(low) + " to " + std::to_string(high) +
                     "; min is at most max, both within " + std::to_string(-max_score) + " to " +
                     std::to_string(max_score)};
}

// Adds ballots up and refuses what is not one score per option.
class Sums {
  public:
    explicit Sums(std::size_t options) : seen_in_(options, 0) {
        result_.totals.assign(options, 0);
        result_.scored_by.assign(options, 0);
    }
    std::optional<Malformed> begin(std::int64_t n) {
        ++number_;
        if (auto trouble = trouble_with_weight(n, result_.ballots, number_)) return trouble;
        n_ = n;
        result_.ballots += n;
        return std::nullopt;
    }
    std::optional<Malformed> add(Option option, std::int64_t points) {
        const auto ballot =
            "ballot " + std::to_string(number_) + " names option number " + std::to_string(option + 1);
        if (option >= seen_in_.size()) return Malformed{ballot + ", there are " + std::to_string(seen_in_.size())};
        if (seen_in_[option] == number_) return Malformed{ballot + " twice; once is right"};
        seen_in_[option] = number_;
        result_.totals[option] += n_ * points;  // 10^12 ballots of 10^6 points fit
        result_.scored_by[option] += n_;
        return std::nullopt;
    }
    std::size_t number() const { return number_; }

    template <typename Measure>
    PointsResult finish(std::size_t seats, Measure measure) {
        for (Option a = 0; a < seen_in_.size(); ++a)
            result_.averages.push_back(Rational::of(result_.totals[a], result_.scored_by[a]));
        Options best(seen_in_.size());
        std::iota(best.begin(), best.end(), Option{0});
        std::stable_sort(best.begin(), best.end(),
                         [&](Option a, Option b) { return measure(result_, a) > measure(result_, b); });
        const auto last = measure(result_, best[seats - 1]);
        for (const Option a : best)
            if (measure(result_, a) >= last) result_.winners.push_back(a);
        if (result_.winners.size() > seats)
            for (const Option a : result_.winners)
                if (measure(result_, a) == last) result_.tie.push_back(a);
        std::sort(result_.winners.begin(), result_.winners.end());
        return std::move(result_);
    }

  private:
    PointsResult result_;
    std::vector<std::size_t> seen_in_;
    std::size_t number_ = 0;
    std::int64_t n_ = 0;
};

std::int64_t total_of(const PointsResult& result, Option a) {
    return result.totals[a];
}

// An empty optional is below every number, which puts options that nobody scored last.
std::optional<Rational> average_of(const PointsResult& result, Option a) {
    return result.averages[a];
}

}  // namespace

std::string_view name(Aggregate value) {
    return name_in(aggregate_names, value);
}
std::optional<Aggregate> aggregate_from_name(std::string_view wanted) {
    return from_name_in(aggregate_names, wanted);
}

Counted<PointsResult> approval(std::size_t options, const std::vector<ApprovalBallot>& ballots, std::size_t seats) {
    if (auto trouble = trouble_with(options, ballots.size(), seats)) return *trouble;
    Sums sums(options);
    for (const auto& ballot : ballots) {
        if (auto trouble = sums.begin(ballot.n)) return *trouble;
        for (const Option option : ballot.approved)
            if (auto trouble = sums.add(option, 1)) return *trouble;
    }
    return sums.finish(seats, total_of);
}

Counted<PointsResult> score(std::size_t options, const std::vector<ScoreBallot>& ballots,
                            const ScoreSettings& settings) {
    if (auto trouble = trouble_with(options, ballots.size(), settings.seats)) return *trouble;
    if (auto trouble = trouble_with(settings)) return *trouble;
    const std::int64_t low = settings.min.value_or(-max_score);
    const std::int64_t high = settings.max.value_or(max_score);
    Sums sums(options);
    for (const auto& ballot : ballots) {
        if (auto trouble = sums.begin(ballot.n)) return *trouble;
        for (const auto& [option, points] : ballot.scores) {
            if (points < low || points > high)
                return Malformed{"ballot " + std::to_string(sums.number()) + " scores " + std::to_string(points) +
                                 "; scores are from " + std::to_string(low) + " to " + std::to_string(high)};
            if (auto trouble = sums.add(option, points)) return *trouble;
        }
    }
    return settings.aggregate == Aggregate::sum ? sums.finish(settings.seats, total_of)
                                                : sums.finish(settings.seats, average_of);
}

}  // namespace assentd
