// SPDX-License-Identifier: Apache-2.0
// What reading texts costs: an ordinary reply, and the shapes that are quadratic in a careless reader.
#include <benchmark/benchmark.h>

#include <string>

#include "parsers/own_words/own_words.h"
#include "parsers/reading.h"

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

std::string reply() {
    return "+1 (binding)\n\nI tried it on three machines and it works.\n\nCheers,\nAna\n-- \nAna Example\n\n"
           "On Tue, 3 Mar 2026 at 10:00, Ben Example <ben@example.org> wrote:\n\n" +
           repeated("> This is a line of the proposal, as long as lines are in mails.\n", 2000);
}

void interpret_reply(benchmark::State& state) {
    assentd::Message message;
    message.text = reply();
    for (auto _ : state) benchmark::DoNotOptimize(assentd::interpret(message));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * message.text.size()));
}
BENCHMARK(interpret_reply);

// The argument is the size in kilobytes: time should grow with it and no faster.
void own_words_of(benchmark::State& state, const char* piece) {
    const std::string text = repeated(piece, static_cast<std::size_t>(state.range(0)) << 10);
    for (auto _ : state) benchmark::DoNotOptimize(assentd::own_words(text));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK_CAPTURE(own_words_of, attributions, "On 3 March 2026 at 10:00\n")->Arg(64)->Arg(1024);
BENCHMARK_CAPTURE(own_words_of, fields, "From: x\n")->Arg(64)->Arg(1024);
BENCHMARK_CAPTURE(own_words_of, rules, "-----\n")->Arg(64)->Arg(1024);
BENCHMARK_CAPTURE(own_words_of, one_line, "On Tue wrote: > ")->Arg(64)->Arg(1024);
BENCHMARK_CAPTURE(own_words_of, prose, "We moved the docs to the new place on Monday.\n")->Arg(64)->Arg(1024);

void interpret_of(benchmark::State& state, const char* piece) {
    assentd::Message message;
    message.text = repeated(piece, static_cast<std::size_t>(state.range(0)) << 10);
    for (auto _ : state) benchmark::DoNotOptimize(assentd::interpret(message));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * message.text.size()));
}
BENCHMARK_CAPTURE(interpret_of, votes, "+1\n")->Arg(64)->Arg(1024);
BENCHMARK_CAPTURE(interpret_of, signs_on_one_line, "and +1 ")->Arg(64)->Arg(1024);
BENCHMARK_CAPTURE(interpret_of, ballots, "1. B\n")->Arg(64)->Arg(1024);
BENCHMARK_CAPTURE(interpret_of, scopes, "D-1, ")->Arg(64)->Arg(1024);
BENCHMARK_CAPTURE(interpret_of, prose, "Yes, we moved the docs, but only on Monday if I agree.\n")
    ->Arg(64)
    ->Arg(1024);

}  // namespace

BENCHMARK_MAIN();
