// SPDX-License-Identifier: Apache-2.0
// What the engine costs with a hundred participants: the sentence that each receipt carries (10 us at most), and one
// vote, from the command to the events and the notices.
#include <benchmark/benchmark.h>

#include "tests/unit/decision/fixture.h"

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
