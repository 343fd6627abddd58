// SPDX-License-Identifier: Apache-2.0
// What the engine costs with a hundred participants: the sentence that each receipt carries (10 us at most), and one
// vote, from the command to the events and the notices.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>

#include "tests/unit/decision/choices.h"

namespace assentd::test {
namespace {

Room half_answered() {
    return voted(majority(), 100, 30, 15, 5);
}

void needs_of_100(benchmark::State& state) {
    const Room room = half_answered();
    for (auto _ : state) benchmark::DoNotOptimize(needs(room.d, hour(2)));
}
BENCHMARK(needs_of_100)->Unit(benchmark::kMicrosecond);

// The same over options: everybody ranked ten (or scored, or approved of some).
Room all_with_ballots(Method method) {
    std::mt19937 chance(42);
    Policy policy = choice(method);
    if (method == Method::stv) policy.choice.seats = 3;
    std::vector<std::string> names;
    for (int i = 1; i <= 100; ++i) names.push_back('A' + std::to_string(i));
    Room room(policy, names);
    for (char option = 'A'; option < 'K'; ++option) room.opening.options.push_back(std::string("Option ") + option);
    if (method == Method::debian_a6) room.opening.policy.choice.default_option = room.opening.options.back();
    room.open();
    for (const auto& name : names) {
        OptionBallot ballot;
        std::vector<OptionIndex> order{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        std::shuffle(order.begin(), order.end(), chance);
        for (const OptionIndex o : order)
            if (method == Method::approval)
                ballot.approved.push_back(o);
            else if (method == Method::score)
                ballot.scores.emplace_back(o, static_cast<std::int64_t>(chance() % 6));
            else
                ballot.places.push_back({o});
        if (method == Method::approval) ballot.approved.resize(1 + chance() % 5);
        room.says(name, 1, {CastBallot{ballot, "ballot", {}}});
    }
    return room;
}

void needs_of_100_ballots(benchmark::State& state, Method method) {
    const Room room = all_with_ballots(method);
    for (auto _ : state) benchmark::DoNotOptimize(needs(room.d, hour(2)));
}
BENCHMARK_CAPTURE(needs_of_100_ballots, schulze, Method::schulze)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(needs_of_100_ballots, debian_a6, Method::debian_a6)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(needs_of_100_ballots, irv, Method::irv)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(needs_of_100_ballots, stv, Method::stv)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(needs_of_100_ballots, approval, Method::approval)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(needs_of_100_ballots, score, Method::score)->Unit(benchmark::kMicrosecond);

void one_vote_among_100(benchmark::State& state) {
    Room room = half_answered();
    bool agree = false;  // each vote changes the one before
    for (auto _ : state) {
        agree = !agree;
        const AnswerMail mail = room.mail("A7", hour(2), {agree ? yes() : no()});
        if (step(room.d, mail, hour(2)).events.empty()) state.SkipWithError("the vote was not recorded");
    }
}
BENCHMARK(one_vote_among_100)->Unit(benchmark::kMicrosecond)->Iterations(20'000);

}  // namespace
}  // namespace assentd::test

BENCHMARK_MAIN();
