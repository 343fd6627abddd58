// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/pairwise.h"

#include "decision/counting/reach.h"

namespace assentd {
namespace {

// Sums of 32 bits are added four at a time; they are carried over before they could wrap.
constexpr std::size_t lanes = 8;
constexpr std::uint32_t carry_at = 1U << 30;

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
        constexpr std::uint32_t worst = UINT32_MAX;  // below every place, and never above anything
        std::fill(place_.begin(), place_.end(), unranked_ == Unranked::last ? worst : 0);
        std::uint32_t number = 0;
        for (const auto& place : ballot.places) {
            ++number;
            for (const Option option : place) place_[option] = number;
        }
        for (std::int64_t left = ballot.n; left > 0;) {
            const auto n = static_cast<std::uint32_t>(std::min<std::int64_t>(left, carry_at));
            if (pending_ > carry_at) carry();
            for (const auto& place : ballot.places)
                for (const Option option : place) add_row(option, n);
            pending_ += n;
            left -= n;
        }
    }

    Pairwise finish() {
        carry();
        return std::move(matrix_);
    }

  private:
    void add_row(Option option, std::uint32_t n) {
        std::uint32_t* row = &small_[option * width_];
        const std::uint32_t mine = place_[option];
        for (std::size_t start = 0; start < width_; start += lanes)
            for (std::size_t i = start; i < start + lanes; ++i) row[i] += place_[i] > mine ? n : 0;
    }
    void carry() {
        for (Option a = 0; a < matrix_.options(); ++a)
            for (Option b = 0; b < matrix_.options(); ++b) matrix_(a, b) += small_[a * width_ + b];
        std::fill(small_.begin(), small_.end(), 0);
        pending_ = 0;
    }

    Pairwise matrix_;
    Unranked unranked_;
    std::size_t width_;
    std::vector<std::uint32_t> small_;
    std::vector<std::uint32_t> place_;
    std::uint32_t pending_ = 0;
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
