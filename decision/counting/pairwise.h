// SPDX-License-Identifier: Apache-2.0
// Who is preferred to whom, and by how many: the matrix that every Condorcet method starts from.
#pragma once

#include "decision/counting/ballots.h"

namespace assentd {

class Pairwise {
  public:
    Pairwise() = default;
    explicit Pairwise(std::size_t options) : options_(options), preferring_(options * options, 0) {}

    std::size_t options() const { return options_; }
    // How many ballots strictly prefer `a` to `b`.
    std::int64_t operator()(Option a, Option b) const { return preferring_[a * options_ + b]; }
    std::int64_t& operator()(Option a, Option b) { return preferring_[a * options_ + b]; }
    bool defeats(Option a, Option b) const { return (*this)(a, b) > (*this)(b, a); }

  private:
    std::size_t options_ = 0;
    std::vector<std::int64_t> preferring_;
};

// Malformed for `exhausted`, which says nothing about pairs.
Counted<Pairwise> pairwise(const Profile&, Unranked);
// A matrix that somebody else counted: between 1 and max_options, entries between 0 and max_ballots.
std::optional<Malformed> trouble_with(const Pairwise&);

// Defeats every other option; is defeated by every other. A lone option is the winner and not the loser.
std::optional<Option> condorcet_winner(const Pairwise&);
std::optional<Option> condorcet_loser(const Pairwise&);

// The smallest set whose every member defeats everybody outside (ties pull in), and the union of the smallest sets
// that nobody outside defeats (ties do not). Never empty.
Options smith_set(const Pairwise&);
Options schwartz_set(const Pairwise&);

}  // namespace assentd
