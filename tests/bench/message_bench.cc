// SPDX-License-Identifier: Apache-2.0
// How many mails a second read_message reads, and what the worst ones cost. `mails` is a generated mix with a median
// of about 4 kB; the bombs are one each. Peak memory of the large mail is printed as a counter, the mail's own bytes
// included.
#include <benchmark/benchmark.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "parsers/message.h"

namespace {

using assentd::read_message;

std::string repeated(std::string_view s, std::size_t n) {
    std::string out;
    out.reserve(s.size() * n);
    for (std::size_t i = 0; i < n; ++i) out += s;
    return out;
}

std::string prose(std::mt19937& random, std::size_t bytes) {
    constexpr const char* words[] = {"the ", "proposal ", "looks ", "good ", "to ",       "me ",
                                     "but ", "cost ",     "is ",    "not ",  "covered, ", "so ",
                                     "I ",   "would ",    "wait ",  "a ",    "week. "};
    std::string out;
    while (out.size() < bytes) {
        out += words[random() % std::size(words)];
        if (random() % 11 == 0) out += "\r\n";
        if (random() % 60 == 0) out += "\r\n\r\n> ";
    }
    return out;
}

std::string base64_lines(std::size_t bytes) {
    return repeated("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0\r\n", bytes / 78);
}

std::string header(std::mt19937& random, const std::string& type) {
    const std::string n = std::to_string(random());
    return "Return-Path: <ana@example.org>\r\nDelivered-To: decisions@example.net\r\n"
           "Received: from mx.example.org (mx.example.org [192.0.2.1])\r\n\tby mail.example.net with ESMTPS id " +
           n +
           "\r\n\tfor <decisions@example.net>; Mon, 6 Nov 2017 10:00:00 +0000\r\n"
           "Authentication-Results: mail.example.net; dmarc=pass header.from=example.org; dkim=pass "
           "header.d=example.org\r\n"
           "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=a; h=from:to:subject:date;\r\n\tb=" +
           repeated("Abc9/", 60) +
           "\r\nFrom: =?UTF-8?Q?Ana_L=C3=ADma?= <ana@example.org>\r\nTo: decisions+d42.abcdef@example.net\r\n"
           "Cc: \"Lima, Ben\" <ben@example.com>, carol@example.com\r\nSubject: Re: [D-42] =?utf-8?B?R3LDvMOfZQ==?= "
           "again\r\n"
           "Message-ID: <" +
           n +
           "@example.org>\r\nIn-Reply-To: <d42@example.net>\r\n"
           "References: <d42@example.net> <one@example.org>\r\n <two@example.org>\r\nDate: Mon, 6 Nov 2017 10:00:00 "
           "+0000\r\n"
           "MIME-Version: 1.0\r\nContent-Type: " +
           type + "\r\n";
}

std::string html(const std::string& text) {
    return "<html><head><style>p {margin: 0}</style></head><body><p>" + text +
           "</p><div class=\"gmail_quote\">On Mon, Ana wrote:<br><blockquote>" + text +
           "</blockquote></div></body></html>";
}

// Plain, alternative and with attachment, as ordinary lists have them.
std::vector<std::string> mix() {
    std::mt19937 random(42);
    std::vector<std::string> mails;
    for (int i = 0; i < 300; ++i) {
        const std::size_t size = 400 + random() % 3000 + (random() % 10 == 0 ? 10000 : 0);
        const std::string text = prose(random, size);
        if (i % 10 < 4) {
            mails.push_back(header(random, "text/plain; charset=utf-8; format=flowed") + "\r\n" + text);
        } else if (i % 10 < 9) {
            mails.push_back(header(random, "multipart/alternative; boundary=\"b1\"") +
                            "\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
                            "quoted-printable\r\n\r\n" +
                            text + "\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html(text) +
                            "\r\n--b1--\r\n");
        } else {
            mails.push_back(
                header(random, "multipart/mixed; boundary=b2") + "\r\n--b2\r\nContent-Type: text/html\r\n\r\n" +
                html(text) +
                "\r\n--b2\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
                base64_lines(20000) + "--b2--\r\n");
        }
    }
    return mails;
}

void mails(benchmark::State& state) {
    const auto all = mix();
    std::size_t i = 0;
    std::int64_t bytes = 0;
    for (auto _ : state) {
        const std::string& mail = all[i++ % all.size()];
        benchmark::DoNotOptimize(read_message(mail));
        bytes += static_cast<std::int64_t>(mail.size());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
    state.SetBytesProcessed(bytes);
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
