// SPDX-License-Identifier: Apache-2.0
// A directed graph over the options as rows of bits, and what nobody outside can reach: Smith and Schwartz sets are
// that for two different relations.
#pragma once

#include <array>
#include <bit>

#include "decision/counting/ballots.h"

namespace assentd {

class Bits {
  public:
    bool test(Option i) const { return (words_[i / 64] >> (i % 64) & 1U) != 0; }
    void set(Option i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
    void reset(Option i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
    Bits& operator|=(const Bits& other) {
        for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= other.words_[w];
        return *this;
    }
    Bits& operator&=(const Bits& other) {
        for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= other.words_[w];
        return *this;
    }
    Bits& operator-=(const Bits& other) {
        for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= ~other.words_[w];
        return *this;
    }
    bool within(const Bits& other) const {
        for (std::size_t w = 0; w < words_.size(); ++w)
            if ((words_[w] & ~other.words_[w]) != 0) return false;
        return true;
    }
    // Takes one member out and returns it; nullopt when empty.
    std::optional<Option> take() {
        for (std::size_t w = 0; w < words_.size(); ++w)
            if (words_[w] != 0) {
                const auto bit = static_cast<Option>(std::countr_zero(words_[w]));
                words_[w] &= words_[w] - 1;
                return w * 64 + bit;
            }
        return std::nullopt;
    }

  private:
    std::array<std::uint64_t, (max_options + 63) / 64> words_{};
};

class Graph {
  public:
    explicit Graph(std::size_t options) : to_(options), from_(options) {}
    void link(Option a, Option b) {
        to_[a].set(b);
        from_[b].set(a);
    }
    void unlink(Option a, Option b) {
        to_[a].reset(b);
        from_[b].reset(a);
    }
    // Those of `among` that reach, by links within `among`, everyone of `among` who reaches them.
    Bits unreached(const Bits& among) const;

  private:
    static Bits closure(const std::vector<Bits>& next, Option start, const Bits& among);

    std::vector<Bits> to_;
    std::vector<Bits> from_;
};

Bits all_of(std::size_t options);
Options members(Bits);

}  // namespace assentd
