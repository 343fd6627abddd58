// SPDX-License-Identifier: Apache-2.0
// What the database costs: mails a second as the cycle commits them, and loading a long decision.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>

#include "storage/event_codec.h"
#include "storage/sha256.h"
#include "storage/sqlite_store.h"

namespace assentd {
namespace {

constexpr Instant at{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};

// On a disk, unlike /tmp on some systems: the sync is what is measured.
struct Directory {
    Directory() {
        std::string name = std::filesystem::current_path() / "storage-bench-XXXXXX";
        path = ::mkdtemp(name.data());
    }
    ~Directory() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

Decision decision() {
    Decision d;
    d.state = State::open;
    d.number = 1;
    d.revisions.push_back({"A new oven", "Shall we buy one?"});
    return d;
}

Event vote(const Source& source) {
    VoteRecorded vote;
    vote.participant = 3;
    vote.strength = "+1";
    vote.line = "+1 (binding)";
    vote.reason = "It is cheap.";
    vote.trust = Trust::token;
    vote.source = source;
    return vote;
}

// One mail as the intake does it: known already? then mail, event, a receipt owed.
void take(Store& store, RecordId record, std::int64_t n, const Decision& after) {
    StoredMail mail;
    mail.folder = "INBOX";
    mail.uid_validity = 7;
    mail.uid = std::to_string(n);
    mail.message_id = "<" + mail.uid + "@example.org>";
    mail.raw = std::string(7'000, 'x') + mail.uid;
    mail.sha256 = digest_hex(mail.raw);
    mail.identity = mail.sha256.substr(0, 32);
    mail.kind = "human";
    mail.record = record;
    if (!store.has_uid(mail.folder, 7, mail.uid) && store.find_same(mail.identity).empty()) {
        store.add_mail(mail);
        store.append(record, {vote({mail.message_id, mail.sha256, at})}, after, at, at);
        OutboxMail owed;
        owed.notice = "receipt";
        owed.message_id = "<r" + mail.uid + "@example.org>";
        owed.recipient = "ada@example.org";
        owed.bytes = std::string(1'200, 'y');
        store.queue(owed);
    }
}

void mails_in_batches_of_500(benchmark::State& state, const char* synchronous) {
    const Directory directory;
    SqliteStore store(directory.path / "bench.db", SqliteStore::Access::write);
    store.database().exec(std::string("PRAGMA synchronous = ") + synchronous);
    store.begin();
    const RecordId record = store.add_record();
    store.commit();
    const Decision after = decision();
    std::int64_t n = 0;
    for (auto _ : state) {
        store.begin();
        for (int i = 0; i < 500; ++i) take(store, record, n++, after);
        store.commit();
    }
    state.SetItemsProcessed(n);
}
BENCHMARK_CAPTURE(mails_in_batches_of_500, full, "FULL")->Unit(benchmark::kMillisecond)->MinTime(2)->UseRealTime();
BENCHMARK_CAPTURE(mails_in_batches_of_500, off, "OFF")->Unit(benchmark::kMillisecond)->MinTime(2)->UseRealTime();

void load_10000_events(benchmark::State& state) {
    SqliteStore store(":memory:", SqliteStore::Access::write);
    store.begin();
    const RecordId record = store.add_record();
    Opened opened;
    opened.number = 1;
    opened.roster.resize(10);
    store.append(record, {opened}, decision(), at, at);
    for (int i = 1; i < 10'000; ++i)
        store.append(record, {vote({"<" + std::to_string(i) + "@example.org>", digest_hex("x"), at})}, decision(), at,
                     at);
    store.commit();
    for (auto _ : state) benchmark::DoNotOptimize(store.load(record));
}
BENCHMARK(load_10000_events)->Unit(benchmark::kMillisecond);

void decode_a_vote(benchmark::State& state) {
    const std::string body = encode(vote({"<1@example.org>", digest_hex("x"), at}));
    for (auto _ : state) benchmark::DoNotOptimize(decode("vote-recorded", body));
}
BENCHMARK(decode_a_vote);

void encode_a_vote(benchmark::State& state) {
    const Event event = vote({"<1@example.org>", digest_hex("x"), at});
    for (auto _ : state) benchmark::DoNotOptimize(encode(event));
}
BENCHMARK(encode_a_vote);

}  // namespace
}  // namespace assentd

BENCHMARK_MAIN();
