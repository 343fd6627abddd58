// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/ties.h"

#include <algorithm>
#include <numeric>

namespace assentd {
namespace {

constexpr Names<TieRule, 7> tie_rule_names{{{TieRule::backward, "backward"},
                                            {TieRule::forward, "forward"},
                                            {TieRule::order, "order"},
                                            {TieRule::lot, "lot"},
                                            {TieRule::pairwise, "pairwise"},
                                            {TieRule::all_out, "all-out"},
                                            {TieRule::ask, "ask"}}};

// SplitMix64: a counter and a mixer, short enough to be checked by hand against the published result of a vote.
class Draws {
  public:
    explicit Draws(std::uint64_t seed) : state_(seed) {}
    // Below `bound`, without the bias that a plain remainder has.
    std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t fair = UINT64_MAX - UINT64_MAX % bound;
        std::uint64_t drawn = next();
        while (drawn >= fair) drawn = next();
        return drawn % bound;
    }

  private:
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    std::uint64_t state_;
};

// Those of `tied` with the fewest (most) votes in one round.
Options extreme_of(const Options& tied, Extreme extreme, const std::vector<std::int64_t>& votes) {
    std::int64_t best = votes[tied.front()];
    for (const Option a : tied)
        best = extreme == Extreme::lowest ? std::min(best, votes[a]) : std::max(best, votes[a]);
    Options found;
    for (const Option a : tied)
        if (votes[a] == best) found.push_back(a);
    return found;
}

Options by_history(Options tied, Extreme extreme, const VoteHistory& so_far, bool latest_first) {
    for (std::size_t i = 0; i < so_far.size() && tied.size() > 1; ++i)
        tied = extreme_of(tied, extreme, so_far[latest_first ? so_far.size() - 1 - i : i]);
    return tied;
}

Options by_list(const Options& tied, Extreme extreme, const Options& list) {
    std::optional<Option> first;
    std::optional<Option> last;
    for (const Option a : list)
        if (std::find(tied.begin(), tied.end(), a) != tied.end()) {
            if (!first) first = a;
            last = a;
        }
    return first ? Options{extreme == Extreme::lowest ? *last : *first} : tied;
}

Options by_pairs(const Options& tied, Extreme extreme, const Pairwise& preferred) {
    for (const Option a : tied) {
        const bool found = std::all_of(tied.begin(), tied.end(), [&](Option b) {
            return a == b || (extreme == Extreme::lowest ? preferred.defeats(b, a) : preferred.defeats(a, b));
        });
        if (found) return {a};
    }
    return tied;
}

}  // namespace

std::string_view name(TieRule value) {
    return name_in(tie_rule_names, value);
}
std::optional<TieRule> tie_rule_from_name(std::string_view wanted) {
    return from_name_in(tie_rule_names, wanted);
}

std::optional<Malformed> trouble_with(const TieSettings& settings, std::size_t options) {
    const bool uses_order =
        std::find(settings.rules.begin(), settings.rules.end(), TieRule::order) != settings.rules.end();
    if (!uses_order) return std::nullopt;
    Options sorted = settings.order;
    std::sort(sorted.begin(), sorted.end());
    Options all(options);
    std::iota(all.begin(), all.end(), Option{0});
    if (sorted == all) return std::nullopt;
    return Malformed{"the announced order for ties has to list every option once"};
}

Options drawn_order(std::size_t options, std::uint64_t seed) {
    Options order(options);
    std::iota(order.begin(), order.end(), Option{0});
    Draws draws(seed);
    for (std::size_t left = options; left > 1; --left) std::swap(order[left - 1], order[draws.below(left)]);
    return order;
}

TieDecision decide(Options tied, Extreme extreme, const TieSettings& settings, const VoteHistory& so_far,
                   const Pairwise* preferred) {
    for (const TieRule rule : settings.rules) {
        switch (rule) {
            case TieRule::backward:
                tied = by_history(std::move(tied), extreme, so_far, true);
                break;
            case TieRule::forward:
                tied = by_history(std::move(tied), extreme, so_far, false);
                break;
            case TieRule::order:
                tied = by_list(tied, extreme, settings.order);
                break;
            case TieRule::lot:
                if (settings.seed && !so_far.empty())
                    tied = by_list(tied, extreme, drawn_order(so_far.front().size(), *settings.seed));
                break;
            case TieRule::pairwise:
                if (preferred != nullptr) tied = by_pairs(tied, extreme, *preferred);
                break;
            case TieRule::all_out:
                return {std::move(tied), rule};
            case TieRule::ask:
                return {std::move(tied), std::nullopt};
        }
        if (tied.size() == 1) return {std::move(tied), rule};
    }
    return {std::move(tied), std::nullopt};
}

}  // namespace assentd
