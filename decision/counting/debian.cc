// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/debian.h"

#include <algorithm>

#include "decision/counting/reach.h"

namespace assentd {
namespace {

using Defeat = DebianResult::Defeat;
using Standing = DebianResult::Standing;

constexpr Names<MajorityRule, 2> rule_names{{{MajorityRule::v1_1, "v1.1"}, {MajorityRule::v1_6, "v1.6"}}};

std::optional<Malformed> trouble_with(const DebianSettings& settings, std::size_t options) {
    if (settings.default_option >= options) return Malformed{"the default is none of the options; it has to be one"};
    if (!settings.ratios.empty() && settings.ratios.size() != options)
        return Malformed{std::to_string(settings.ratios.size()) + " ratios for " + std::to_string(options) +
                         " options; one each, or none"};
    for (const auto& ratio : settings.ratios)
        if (ratio < Rational(1)) return Malformed{"a majority of " + ratio.text() + " : 1; the ratio is at least 1"};
    return std::nullopt;
}

// in_favour against N times against, in 128 bits.
bool reaches(const Standing& s, MajorityRule rule) {
    const Int128 have = static_cast<Int128>(s.in_favour) * s.ratio.denominator();
    const Int128 need = static_cast<Int128>(s.against) * s.ratio.numerator();
    return rule == MajorityRule::v1_1 ? have > need : have >= need && s.in_favour > s.against;
}

Bits drop_below_default(const Pairwise& matrix, const DebianSettings& settings, DebianResult& result) {
    const Option fallback = settings.default_option;
    Bits left = all_of(matrix.options());
    for (Option a = 0; a < matrix.options(); ++a) {
        if (a == fallback) continue;
        Standing s{a, matrix(a, fallback), matrix(fallback, a)};
        if (!settings.ratios.empty()) s.ratio = settings.ratios[a];
        s.reaches_quorum = !settings.quorum || settings.quorum->met_by(s.in_favour);
        s.reaches_majority = reaches(s, settings.rule);
        if (!s.reaches_quorum)
            result.dropped_quorum.push_back(a);
        else if (!s.reaches_majority)
            result.dropped_majority.push_back(a);
        if (!s.reaches_quorum || !s.reaches_majority) left.reset(a);
        result.standings.push_back(s);
    }
    return left;
}

// One round drops all the weakest defeats inside the Schwartz set. Dropping there can only shrink the set: whoever
// was outside is still reached from inside. So defeats that touch the outside never matter again.
void drop_weakest(const Pairwise& matrix, Bits schwartz, Graph& graph, DebianResult& result) {
    const auto weaker = [&](const Defeat& a, const Defeat& b) {
        const std::int64_t with_a = matrix(a.first, a.second);
        const std::int64_t with_b = matrix(b.first, b.second);
        if (with_a != with_b) return with_a < with_b;
        return matrix(a.second, a.first) > matrix(b.second, b.first);
    };
    auto standing = result.defeats;
    std::sort(standing.begin(), standing.end(), [&](const Defeat& a, const Defeat& b) {
        if (weaker(a, b) || weaker(b, a)) return weaker(a, b);
        return a < b;
    });
    const auto inside = [&](const Defeat& d) { return schwartz.test(d.first) && schwartz.test(d.second); };
    for (std::size_t next = 0; next < standing.size();) {
        if (!inside(standing[next])) {
            ++next;
            continue;
        }
        const Defeat weakest = standing[next];
        std::vector<Defeat> dropped;
        for (; next < standing.size() && !weaker(weakest, standing[next]); ++next)
            if (inside(standing[next])) {
                dropped.push_back(standing[next]);
                graph.unlink(standing[next].first, standing[next].second);
            }
        result.dropped_defeats.push_back(std::move(dropped));
        schwartz = graph.unreached(schwartz);
    }
    result.winners = members(schwartz);
}

}  // namespace

std::string_view name(MajorityRule value) {
    return name_in(rule_names, value);
}
std::optional<MajorityRule> majority_rule_from_name(std::string_view wanted) {
    return from_name_in(rule_names, wanted);
}

Counted<DebianResult> debian_a6(const Pairwise& matrix, const DebianSettings& settings) {
    if (auto trouble = trouble_with(matrix)) return *trouble;
    if (auto trouble = trouble_with(settings, matrix.options())) return *trouble;
    DebianResult result;
    const Bits left = drop_below_default(matrix, settings, result);
    const Options staying = members(left);
    Graph graph(matrix.options());
    for (std::size_t i = 0; i < staying.size(); ++i)
        for (std::size_t j = i + 1; j < staying.size(); ++j) {
            const Option a = staying[i];
            const Option b = staying[j];
            if (!matrix.defeats(a, b) && !matrix.defeats(b, a)) continue;
            result.defeats.push_back(matrix.defeats(a, b) ? Defeat{a, b} : Defeat{b, a});
            graph.link(result.defeats.back().first, result.defeats.back().second);
        }
    const Bits schwartz = graph.unreached(left);
    result.schwartz_first = members(schwartz);
    drop_weakest(matrix, schwartz, graph, result);
    result.default_wins = result.winners == Options{settings.default_option};
    return result;
}

}  // namespace assentd
