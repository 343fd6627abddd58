// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/pairwise.h"

#include <algorithm>
#include <array>

#include "decision/counting/reach.h"

namespace assentd {
namespace {

// Sums of 16 bits are added eight at a time; they are carried over before they could wrap. A pile of equal ballots
// that is larger goes into the matrix itself.
constexpr std::size_t lanes = 8;
constexpr std::int64_t large = 1 << 12;
constexpr std::int64_t full = UINT16_MAX;

// Adds ballots to a matrix. Places become numbers, and a row is then one comparison per option without a branch,
// which compilers turn into vector instructions: counting is dominated by this.
class Adder {
  public:
    Adder(std::size_t options, Unranked unranked)
        : matrix_(options),
          unranked_(unranked),
          width_((options + lanes - 1) / lanes * lanes),
          small_(options * width_, 0),
          place_(width_, 0) {}

    void add(const RankedBallot& ballot) {
        constexpr std::int16_t worst = INT16_MAX;  // below every place; 0 is above all, so nothing is preferred to it
        std::fill(place_.begin(), place_.end(), unranked_ == Unranked::last ? worst : std::int16_t{0});
        std::int16_t number = 0;
        for (const auto& place : ballot.places) {
            if (place.empty()) continue;
            ++number;
            for (const Option option : place) place_[option] = number;
        }
        const bool directly = ballot.n >= large;
        if (!directly && pending_ + ballot.n > full) carry();
        for (const auto& place : ballot.places)
            for (const Option option : place) {
                if (directly)
                    add_to_matrix(option, ballot.n);
                else
                    add_row(option, static_cast<std::uint16_t>(ballot.n));
            }
        if (!directly) pending_ += ballot.n;
    }

    Pairwise finish() {
        carry();
        return std::move(matrix_);
    }

  private:
    void add_row(Option option, std::uint16_t n) {
        const std::int16_t mine = place_[option];
        const std::int16_t* places = place_.data();
        std::uint16_t* row = &small_[option * width_];
        for (std::size_t start = 0; start < width_; start += lanes) {
            std::array<std::uint16_t, lanes> sum;  // apart from the row, so that the compiler need not fear overlap
            for (std::size_t i = 0; i < lanes; ++i)
                sum[i] = static_cast<std::uint16_t>(row[start + i] + (places[start + i] > mine ? n : 0));
            std::copy(sum.begin(), sum.end(), row + start);
        }
    }
    void add_to_matrix(Option option, std::int64_t n) {
        for (Option other = 0; other < matrix_.options(); ++other)
            if (place_[other] > place_[option]) matrix_(option, other) += n;
    }
    void carry() {
        for (Option a = 0; a < matrix_.options(); ++a)
            for (Option b = 0; b < matrix_.options(); ++b) matrix_(a, b) += small_[a * width_ + b];
        std::fill(small_.begin(), small_.end(), std::uint16_t{0});
        pending_ = 0;
    }

    Pairwise matrix_;
    Unranked unranked_;
    std::size_t width_;
    std::vector<std::uint16_t> small_;
    std::vector<std::int16_t> place_;
    std::int64_t pending_ = 0;  // the most that a sum in small_ can be
};

Options top(const Pairwise& matrix, bool ties_count) {
    Graph graph(matrix.options());
    for (Option a = 0; a < matrix.options(); ++a)
        for (Option b = 0; b < matrix.options(); ++b)
            if (a != b && (matrix.defeats(a, b) || (ties_count && !matrix.defeats(b, a)))) graph.link(a, b);
    return members(graph.unreached(all_of(matrix.options())));
}

}  // namespace

Counted<Pairwise> pairwise(const Profile& profile, Unranked unranked) {
    if (auto trouble = trouble_with(profile)) return *trouble;
    if (unranked == Unranked::exhausted)
        return Malformed{"unranked = exhausted says nothing about pairs; last or no-opinion"};
    Adder adder(profile.options, unranked);
    for (const auto& ballot : profile.ballots) adder.add(ballot);
    return adder.finish();
}

std::optional<Malformed> trouble_with(const Pairwise& matrix) {
    if (auto trouble = trouble_with_options(matrix.options())) return trouble;
    for (Option a = 0; a < matrix.options(); ++a)
        for (Option b = 0; b < matrix.options(); ++b)
            if (matrix(a, b) < 0 || matrix(a, b) > max_ballots)
                return Malformed{"pairwise has " + std::to_string(matrix(a, b)) + "; between 0 and " +
                                 std::to_string(max_ballots)};
    return std::nullopt;
}

std::optional<Option> condorcet_winner(const Pairwise& matrix) {
    for (Option a = 0; a < matrix.options(); ++a) {
        bool wins = true;
        for (Option b = 0; b < matrix.options() && wins; ++b) wins = a == b || matrix.defeats(a, b);
        if (wins) return a;
    }
    return std::nullopt;
}

std::optional<Option> condorcet_loser(const Pairwise& matrix) {
    for (Option a = 0; a < matrix.options() && matrix.options() > 1; ++a) {
        bool loses = true;
        for (Option b = 0; b < matrix.options() && loses; ++b) loses = a == b || matrix.defeats(b, a);
        if (loses) return a;
    }
    return std::nullopt;
}

Options smith_set(const Pairwise& matrix) {
    return top(matrix, true);
}
Options schwartz_set(const Pairwise& matrix) {
    return top(matrix, false);
}

}  // namespace assentd
