// SPDX-License-Identifier: Apache-2.0
// Ballots for the counting tests, written as on paper: "4 A>B=C" is four ballots that rank A above B and C; A is
// option 0.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <random>
#include <string>

#include "decision/counting/pairwise.h"

namespace assentd {

enum : Option { A, B, C, D, E, F };

inline RankedBallot paper(const std::string& text) {
    std::size_t used = 0;
    RankedBallot ballot{std::stoll(text, &used), {}};
    bool new_place = true;
    for (const char c : text.substr(used)) {
        if (c == '>') {
            if (new_place) ballot.places.emplace_back();  // ">>": a skipped number
            new_place = true;
        } else if (c >= 'A' && c <= 'Z') {
            if (new_place) ballot.places.emplace_back();
            new_place = false;
            ballot.places.back().push_back(static_cast<Option>(c - 'A'));
        }
    }
    return ballot;
}

inline Profile papers(std::size_t options, std::initializer_list<const char*> lines) {
    Profile profile{options, {}};
    for (const char* line : lines) profile.ballots.push_back(paper(line));
    return profile;
}

// The result, or a failed test that tells why there is none.
template <typename Result>
Result sure(const Counted<Result>& counted) {
    if (const auto* malformed = std::get_if<Malformed>(&counted)) {
        ADD_FAILURE() << malformed->what;
        return Result{};
    }
    return std::get<Result>(counted);
}

template <typename Result>
std::string refusal(const Counted<Result>& counted) {
    const auto* malformed = std::get_if<Malformed>(&counted);
    return malformed == nullptr ? "" : malformed->what;
}

inline Pairwise pairs_of(const Profile& profile, Unranked unranked = Unranked::last) {
    return sure(pairwise(profile, unranked));
}

// Weak orders, often partial, drawn from a fixed seed.
inline Profile random_profile(std::mt19937& chance, std::size_t options, std::size_t ballots) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(chance()) % n; };
    Profile profile{options, {}};
    for (std::size_t i = 0; i < ballots; ++i) {
        RankedBallot ballot{static_cast<std::int64_t>(1 + below(5)), std::vector<Options>(options)};
        for (Option a = 0; a < options; ++a)
            if (below(5) != 0) ballot.places[below(options)].push_back(a);
        profile.ballots.push_back(ballot);
    }
    return profile;
}

// Complete strict orders.
inline Profile random_strict_profile(std::mt19937& chance, std::size_t options, std::size_t ballots) {
    Profile profile{options, {}};
    for (std::size_t i = 0; i < ballots; ++i) {
        Options order;
        for (Option a = 0; a < options; ++a)
            order.insert(order.begin() + static_cast<std::ptrdiff_t>(chance() % (order.size() + 1)), a);
        RankedBallot ballot{static_cast<std::int64_t>(1 + chance() % 4), {}};
        for (const Option a : order) ballot.places.push_back({a});
        profile.ballots.push_back(ballot);
    }
    return profile;
}

}  // namespace assentd
