// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/schulze.h"

#include <algorithm>
#include <functional>
#include <map>

#include "decision/rational.h"

namespace assentd {
namespace {

constexpr Names<Strength, 4> strength_names{{{Strength::winning, "winning"},
                                             {Strength::winning_opposed, "winning-opposed"},
                                             {Strength::margin, "margin"},
                                             {Strength::ratio, "ratio"}}};

struct Link {
    std::int64_t with = 0;
    std::int64_t against = 0;
    Option from = 0;
    Option to = 0;
};

bool weaker(const Link& a, const Link& b, Strength strength) {
    switch (strength) {
        case Strength::winning:
            return a.with < b.with;
        case Strength::winning_opposed:
            return a.with != b.with ? a.with < b.with : a.against > b.against;
        case Strength::margin:
            return a.with - a.against < b.with - b.against;
        case Strength::ratio:
            break;
    }
    if (a.against == 0 || b.against == 0) {
        if (a.against != b.against) return b.against == 0;
        return a.with < b.with;
    }
    return static_cast<Int128>(a.with) * b.against < static_cast<Int128>(b.with) * a.against;
}

// Strengths as small numbers in their order, 0 for no link: whatever the strength is, paths then compare integers.
std::vector<std::uint32_t> strengths(const Pairwise& matrix, Strength strength) {
    const std::size_t options = matrix.options();
    std::vector<Link> links;
    for (Option a = 0; a < options; ++a)
        for (Option b = 0; b < options; ++b)
            if (matrix.defeats(a, b)) links.push_back({matrix(a, b), matrix(b, a), a, b});
    const auto less = [&](const Link& a, const Link& b) { return weaker(a, b, strength); };
    std::sort(links.begin(), links.end(), less);
    std::vector<std::uint32_t> path(options * options, 0);
    std::uint32_t step = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (i == 0 || less(links[i - 1], links[i])) ++step;
        path[links[i].from * options + links[i].to] = step;
    }
    return path;
}

void strongest_paths(std::vector<std::uint32_t>& path, std::size_t options) {
    for (Option through = 0; through < options; ++through)
        for (Option from = 0; from < options; ++from) {
            const std::uint32_t first = path[from * options + through];
            if (first == 0 || from == through) continue;
            for (Option to = 0; to < options; ++to) {
                std::uint32_t& best = path[from * options + to];
                best = std::max(best, std::min(first, path[through * options + to]));
            }
        }
}

std::vector<Options> layers_of(const std::vector<std::vector<bool>>& beats) {
    std::vector<Options> layers;
    std::vector<bool> gone(beats.size(), false);
    for (std::size_t left = beats.size(); left > 0;) {
        Options layer;
        for (Option a = 0; a < beats.size(); ++a) {
            bool beaten = gone[a];
            for (Option b = 0; b < beats.size() && !beaten; ++b) beaten = !gone[b] && beats[b][a];
            if (!beaten) layer.push_back(a);
        }
        if (layer.empty()) break;  // cannot be: "beats" is transitive
        for (const Option a : layer) gone[a] = true;
        left -= layer.size();
        layers.push_back(std::move(layer));
    }
    return layers;
}

template <typename Order>
std::vector<Options> grouped(const std::vector<std::size_t>& counts) {
    std::map<std::size_t, Options, Order> groups;
    for (Option a = 0; a < counts.size(); ++a) groups[counts[a]].push_back(a);
    std::vector<Options> places;
    for (auto& [count, options] : groups) places.push_back(std::move(options));
    return places;
}

// Whether everybody in an earlier layer beats everybody in a later one.
bool is_weak_order(const SchulzeResult& result) {
    for (std::size_t i = 0; i < result.layers.size(); ++i)
        for (std::size_t j = i + 1; j < result.layers.size(); ++j)
            for (const Option a : result.layers[i])
                for (const Option b : result.layers[j])
                    if (!result.beats[a][b]) return false;
    return true;
}

}  // namespace

std::string_view name(Strength value) {
    return name_in(strength_names, value);
}
std::optional<Strength> strength_from_name(std::string_view wanted) {
    return from_name_in(strength_names, wanted);
}

SchulzeResult schulze(const Pairwise& matrix, Strength strength) {
    const std::size_t options = matrix.options();
    auto path = strengths(matrix, strength);
    strongest_paths(path, options);
    SchulzeResult result;
    result.beats.assign(options, std::vector<bool>(options, false));
    std::vector<std::size_t> beating(options, 0);
    std::vector<std::size_t> beaten(options, 0);
    for (Option a = 0; a < options; ++a)
        for (Option b = 0; b < options; ++b)
            if (a != b && path[a * options + b] > path[b * options + a]) {
                result.beats[a][b] = true;
                ++beating[a];
                ++beaten[b];
            }
    result.layers = layers_of(result.beats);
    if (!result.layers.empty()) result.winners = result.layers.front();
    result.by_beating = grouped<std::greater<>>(beating);
    result.by_beaten = grouped<std::less<>>(beaten);
    result.weak_order = is_weak_order(result);
    return result;
}

Options top_set(const SchulzeResult& result, std::size_t seats) {
    Options top;
    for (const auto& layer : result.layers) {
        if (top.size() >= seats) break;
        top.insert(top.end(), layer.begin(), layer.end());
    }
    std::sort(top.begin(), top.end());
    return top;
}

}  // namespace assentd
