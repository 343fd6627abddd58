// SPDX-License-Identifier: Apache-2.0
// How long a count takes at the largest sizes we promise: 100 options and 10,000 ballots in 100 ms, STV of 30 options
// for 10 seats and 100,000 ballots in a second.
#include <benchmark/benchmark.h>

#include <random>

#include "decision/counting/debian.h"
#include "decision/counting/schulze.h"
#include "decision/counting/stv_scottish.h"

namespace assentd {
namespace {

Profile strict_orders(std::size_t options, std::size_t ballots, std::size_t ranked) {
    std::mt19937 chance(42);
    Profile profile{options, {}};
    Options order(options);
    for (Option a = 0; a < options; ++a) order[a] = a;
    for (std::size_t i = 0; i < ballots; ++i) {
        for (std::size_t left = options; left > 1; --left) std::swap(order[left - 1], order[chance() % left]);
        RankedBallot ballot{1, {}};
        for (std::size_t place = 0; place < ranked; ++place) ballot.places.push_back({order[place]});
        profile.ballots.push_back(std::move(ballot));
    }
    return profile;
}

void schulze_100_options(benchmark::State& state) {
    const auto profile = strict_orders(100, 10'000, 100);
    for (auto _ : state) {
        const auto matrix = pairwise(profile, Unranked::last);
        benchmark::DoNotOptimize(schulze(std::get<Pairwise>(matrix), Strength::winning).winners);
    }
}
BENCHMARK(schulze_100_options)->Unit(benchmark::kMillisecond);

void debian_a6_100_options(benchmark::State& state) {
    // The default comes last on every ballot, so that nothing is dropped and the whole cycle has to be resolved.
    auto profile = strict_orders(99, 10'000, 99);
    profile.options = 100;
    DebianSettings settings;
    settings.default_option = 99;
    for (auto _ : state) {
        const auto matrix = pairwise(profile, Unranked::last);
        const auto result = debian_a6(std::get<Pairwise>(matrix), settings);
        benchmark::DoNotOptimize(std::get<DebianResult>(result).winners);
    }
}
BENCHMARK(debian_a6_100_options)->Unit(benchmark::kMillisecond);

void stv_30_options_10_seats(benchmark::State& state) {
    const auto profile = strict_orders(30, 100'000, 30);
    StvSettings settings;
    settings.seats = 10;
    for (auto _ : state) {
        const auto result = stv_scottish(profile, settings);
        benchmark::DoNotOptimize(std::get<StvResult>(result).elected);
    }
}
BENCHMARK(stv_30_options_10_seats)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace assentd

BENCHMARK_MAIN();
