// SPDX-License-Identifier: Apache-2.0
// How many mails a second are read, and what the worst ones cost. `mails` is a generated mix with a median of about
// 4 kB, `mails_and_their_votes` the same with what the people in them say; the bombs are one each. Peak memory of the
// large mail is printed as a counter, the mail's own bytes included.
#include <benchmark/benchmark.h>

#include <fstream>
#include <string>
#include <vector>

#include "parsers/message.h"
#include "parsers/reading.h"
#include "tests/bench/mixed_mails.h"

namespace {

using assentd::read_message;
using assentd::bench::base64_lines;
using assentd::bench::mixed_mails;
using assentd::bench::repeated;

template <typename Read>
void each_mail(benchmark::State& state, Read read) {
    const auto all = mixed_mails();
    std::size_t i = 0;
    std::int64_t bytes = 0;
    for (auto _ : state) {
        const std::string& mail = all[i++ % all.size()];
        read(mail);
        bytes += static_cast<std::int64_t>(mail.size());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
    state.SetBytesProcessed(bytes);
}

void mails(benchmark::State& state) {
    each_mail(state, [](const std::string& mail) { benchmark::DoNotOptimize(read_message(mail)); });
}
void mails_and_their_votes(benchmark::State& state) {
    each_mail(state,
              [](const std::string& mail) { benchmark::DoNotOptimize(assentd::interpret(read_message(mail))); });
}

long peak_kilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (long kilobytes = 0; word == "VmHWM:" && status >> kilobytes) return kilobytes;
    return 0;
}

void read_one(benchmark::State& state, const std::string& mail) {
    for (auto _ : state) benchmark::DoNotOptimize(read_message(mail));
    state.counters["bytes"] = static_cast<double>(mail.size());
}

void large_mail(benchmark::State& state) {
    const std::string mail =
        "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n+1\r\n--b\r\n"
        "Content-Type: image/png; name=x.png\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
        base64_lines(25'000'000) + "--b--\r\n";
    std::ofstream("/proc/self/clear_refs") << "5";  // peak memory is counted from here
    const long before = peak_kilobytes();           // the mail itself included
    read_one(state, mail);
    state.counters["memory_per_byte"] =
        static_cast<double>(peak_kilobytes() - before) * 1024 / static_cast<double>(mail.size()) + 1;
}
BENCHMARK(large_mail)->Unit(benchmark::kMillisecond);
BENCHMARK(mails);
BENCHMARK(mails_and_their_votes);

struct Bomb {
    const char* name;
    std::string mail;
};

std::vector<Bomb> bombs() {
    const std::string multipart = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    const std::string html = "Content-Type: text/html\r\n\r\n";
    std::string nested_boundaries;
    for (int i = 0; i < 10000; ++i)
        nested_boundaries += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
                             std::to_string(i) + "\r\n";
    std::string attributes = html + "<a";
    for (int i = 0; i < 200000; ++i) attributes += " a" + std::to_string(i);
    return {
        {"parts", multipart + repeated("--b\r\n\r\nx\r\n", 100000)},
        {"nested_messages", repeated("Content-Type: message/rfc822\r\n\r\n", 100000)},
        {"nested_multiparts", nested_boundaries},
        {"header_line", "Subject: " + std::string(10'000'000, 'x') + "\r\n\r\n"},
        {"header_fields", repeated("X: y\r\n", 1'000'000) + "\r\n"},
        {"folded_lines", "Subject: x\r\n" + repeated(" y\r\n", 1'000'000) + "\r\n"},
        {"addresses", "To: " + repeated("a@example.org,", 1'000'000) + "\r\n\r\n"},
        {"address_comments", "To: " + std::string(1'000'000, '(') + "\r\n\r\n"},
        {"references", "References: " + repeated("<a@example.org> ", 200000) + "\r\n\r\n"},
        {"encoded_words", "Subject: " + repeated("=?utf-8?q?a?= ", 100000) + "\r\n\r\n"},
        {"open_words", "Subject: " + repeated("=?", 500000) + "\r\n\r\n"},
        {"base64", "Content-Transfer-Encoding: base64\r\n\r\n" + std::string(10'000'000, '|')},
        {"quoted_printable", "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + std::string(10'000'000, '=')},
        {"html_depth", html + repeated("<div>", 1'000'000)},
        {"html_attributes", attributes + ">"},
        {"html_comments", html + repeated("<!--", 1'000'000)},
        {"html_quotes", html + repeated("<blockquote>a:<br>", 200'000)},
        {"html_entities", html + repeated("&amp", 1'000'000)},
        {"html_endings", html + repeated("<b>", 250) + repeated("</i>", 500'000)},
        {"flowed", "Content-Type: text/plain; format=flowed\r\n\r\n" + repeated("> x \r\n", 1'000'000)},
        {"utf7", "Content-Type: text/plain; charset=utf-7\r\n\r\n" + repeated("+AD4-", 1'000'000)},
        {"wrong_charset", "Content-Type: text/plain; charset=euc-jp\r\n\r\n" + std::string(3'000'000, '\xFF')},
        {"dashes", multipart + repeated("--\r\n", 1'000'000)},
        {"nul", std::string(10'000'000, '\0')},
        {"newlines", std::string(10'000'000, '\n')},
        {"at_signs", "From: MAILER-DAEMON\r\nSubject: failure notice\r\n\r\n" + std::string(1'000'000, '@')},
        {"report",
         "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: "
         "message/delivery-status\r\n\r\n" +
             repeated("Final-Recipient: rfc822; a@example.org\r\n\r\n", 100000)},
    };
}

}  // namespace

int main(int argc, char** argv) {
    const auto all = bombs();
    for (const auto& bomb : all)
        benchmark::RegisterBenchmark((std::string("bomb/") + bomb.name).c_str(),
                                     [&bomb](benchmark::State& state) { read_one(state, bomb.mail); })
            ->Unit(benchmark::kMillisecond)
            ->Iterations(3);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
