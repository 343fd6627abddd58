// SPDX-License-Identifier: Apache-2.0
// Decisions and drafts: their events, what is kept beside them for lists, and the messages that mean them.
#include <fmt/format.h>

#include <array>

#include "storage/chain.h"
#include "storage/event_codec.h"
#include "storage/sqlite_store.h"

namespace assentd {

namespace {

Event read_event(const Query& row, int kind_column, RecordId record, std::int64_t event_row) {
    try {
        return decode(row.view(kind_column), row.view(kind_column + 1));
    } catch (const EventCodecError& e) {
        throw StorageError(StorageError::Kind::corrupt,
                           fmt::format("event {} of record {} cannot be read: {}", event_row, record, e.what()));
    }
}

State state_from_name(std::string_view wanted) {
    for (const State state : {State::draft, State::open, State::closed})
        if (name(state) == wanted) return state;
    throw StorageError(StorageError::Kind::corrupt, fmt::format("a record has the state “{}”", wanted));
}

}  // namespace

RecordId SqliteStore::add_record() {
    expect_transaction();
    run("INSERT INTO record DEFAULT VALUES");
    return database_.getLastInsertRowid();
}

std::int64_t SqliteStore::next_number() {
    Query row = query("SELECT coalesce(max(number), 0) + 1 FROM record");
    row.step();
    return row.integer(0);
}

std::int64_t SqliteStore::last_sequence(RecordId record) {
    Query row = query("SELECT coalesce(max(sequence), 0) FROM event WHERE record = ?", record);
    row.step();
    return row.integer(0);
}

void SqliteStore::append(RecordId record, const std::vector<Event>& events, const Decision& after,
                         std::optional<Instant> next_wakeup, Instant now) {
    expect_transaction();
    if (!events.empty() && !chain_head_) {
        Query head = query("SELECT events, hash FROM chain");
        if (!head.step()) throw StorageError(StorageError::Kind::corrupt, "the end of the event chain is missing");
        chain_head_ = ChainHead{head.integer(0), head.text(1)};
    }
    std::int64_t sequence = events.empty() ? 0 : last_sequence(record);
    for (const Event& event : events) {
        const std::string body = encode(event);
        ChainHead& head = *chain_head_;
        head.hash = chain_hash(head.hash, {record, ++sequence, now.time_since_epoch().count(), name(event), body});
        run("INSERT INTO event (row, record, sequence, at, kind, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
            ++head.events, record, sequence, now, name(event), head.hash, body);
    }
    // Most events change none of these, and then the indices are left alone.
    run("UPDATE record SET number = ?1, state = ?2, title = ?3, next_wakeup = ?4 WHERE record = ?5 AND "
        "(number IS NOT ?1 OR state IS NOT ?2 OR title IS NOT ?3 OR next_wakeup IS NOT ?4)",
        after.number == 0 ? std::nullopt : std::optional(after.number), name(after.state),
        after.revisions.empty() ? std::string_view{} : std::string_view(after.text().title), next_wakeup, record);
}

void SqliteStore::remember_thread(std::string_view message_id, RecordId record) {
    expect_transaction();
    // Whose it was first keeps it: a later mail that bears the same Message-ID must not take a thread over.
    run("INSERT OR IGNORE INTO thread (message_id, record) VALUES (?, ?)", message_id, record);
}

Decision SqliteStore::load(RecordId record) {
    Decision decision;
    Query row = query("SELECT row, kind, body FROM event WHERE record = ? ORDER BY sequence", record);
    while (row.step()) assentd::apply(decision, read_event(row, 1, record, row.integer(0)));
    return decision;
}

std::vector<StoredEvent> SqliteStore::events(RecordId record) {
    std::vector<StoredEvent> found;
    Query row =
        query("SELECT row, sequence, at, hash, kind, body FROM event WHERE record = ? ORDER BY sequence", record);
    while (row.step())
        found.push_back({row.integer(0), record, row.integer(1), row.instant(2),
                         read_event(row, 4, record, row.integer(0)), row.text(5), row.text(3)});
    return found;
}

std::vector<RecordSummary> SqliteStore::summaries() {
    std::vector<RecordSummary> found;
    Query row = query("SELECT record, number, state, title, next_wakeup FROM record ORDER BY record");
    while (row.step())
        found.push_back({row.integer(0), row.integer(1), state_from_name(row.view(2)), row.text(3),
                         row.is_null(4) ? std::nullopt : std::optional(row.instant(4))});
    return found;
}

std::vector<RecordId> SqliteStore::drafts() {
    std::vector<RecordId> found;
    for (Query row = query("SELECT record FROM record WHERE state = ? ORDER BY record", name(State::draft));
         row.step();)
        found.push_back(row.integer(0));
    return found;
}

std::optional<State> SqliteStore::state_of(RecordId record) {
    Query row = query("SELECT state FROM record WHERE record = ?", record);
    return row.step() ? std::optional(state_from_name(row.view(0))) : std::nullopt;
}

std::optional<RecordId> SqliteStore::find_number(std::int64_t number) {
    Query row = query("SELECT record FROM record WHERE number = ?", number);
    return row.step() ? std::optional(row.integer(0)) : std::nullopt;
}

std::optional<RecordId> SqliteStore::find_thread(std::string_view message_id) {
    Query row = query("SELECT record FROM thread WHERE message_id = ?", message_id);
    return row.step() ? std::optional(row.integer(0)) : std::nullopt;
}

std::vector<RecordId> SqliteStore::due(Instant now) {
    std::vector<RecordId> found;
    Query row = query("SELECT record FROM record WHERE next_wakeup <= ? ORDER BY next_wakeup, record", now);
    while (row.step()) found.push_back(row.integer(0));
    return found;
}

std::optional<Instant> SqliteStore::earliest_wakeup() {
    Query row = query(
        "SELECT next_wakeup FROM record WHERE next_wakeup IS NOT NULL "
        "ORDER BY next_wakeup LIMIT 1");
    return row.step() ? std::optional(row.instant(0)) : std::nullopt;
}

}  // namespace assentd
