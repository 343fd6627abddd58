// SPDX-License-Identifier: Apache-2.0
#include "storage/schema.h"

#include <fmt/format.h>

#include <SQLiteCpp/Transaction.h>

#include <array>

#include "storage/store.h"

namespace assentd {

namespace {

// Instants are UTC seconds. A record that there is not is NULL.
constexpr const char* first_version = R"sql(
CREATE TABLE record (
    record      INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER UNIQUE,
    state       TEXT NOT NULL DEFAULT 'draft',
    title       TEXT NOT NULL DEFAULT '',
    next_wakeup INTEGER
) STRICT;
CREATE INDEX record_due ON record (next_wakeup) WHERE state = 'open' AND next_wakeup IS NOT NULL;

-- The log. `row` counts without gaps; `hash` is described in storage/chain.h.
CREATE TABLE event (
    row      INTEGER PRIMARY KEY,
    record   INTEGER NOT NULL REFERENCES record (record),
    sequence INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    hash     TEXT NOT NULL,
    body     TEXT NOT NULL,
    mail     TEXT GENERATED ALWAYS AS (CASE WHEN json_valid(body) THEN json_extract(body, '$.source.sha256') END) VIRTUAL,
    UNIQUE (record, sequence)
) STRICT;
CREATE TRIGGER event_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- Where the chain ends: without it, removing the last events would not show.
CREATE TABLE chain (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    events INTEGER NOT NULL,
    hash   TEXT NOT NULL
) STRICT;
INSERT INTO chain (one, events, hash) VALUES (1, 0, '');

-- The bytes of mails, once each, however often they came.
CREATE TABLE raw (
    row    INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    bytes  BLOB NOT NULL
) STRICT;
CREATE INDEX raw_sha256 ON raw (sha256);
CREATE TRIGGER raw_update BEFORE UPDATE ON raw BEGIN SELECT RAISE(ABORT, 'raw mails are kept'); END;
CREATE TRIGGER raw_delete BEFORE DELETE ON raw BEGIN SELECT RAISE(ABORT, 'raw mails are kept'); END;

CREATE TABLE mail (
    row          INTEGER PRIMARY KEY AUTOINCREMENT,
    folder       TEXT NOT NULL,
    uid_validity INTEGER NOT NULL,
    uid          TEXT NOT NULL,
    arrival      INTEGER NOT NULL,
    message_id   TEXT NOT NULL,
    sender       TEXT NOT NULL,
    identity     TEXT NOT NULL,
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL,
    reason       TEXT NOT NULL,
    size         INTEGER NOT NULL,
    record       INTEGER REFERENCES record (record),
    raw          INTEGER NOT NULL REFERENCES raw (row)
) STRICT;
CREATE INDEX mail_identity ON mail (identity) WHERE identity <> '';
CREATE INDEX mail_message_id ON mail (message_id) WHERE message_id <> '';
CREATE INDEX mail_uid ON mail (folder, uid_validity, uid);
CREATE INDEX mail_raw ON mail (raw);
CREATE INDEX mail_record ON mail (record) WHERE record IS NOT NULL;
CREATE INDEX mail_state ON mail (state) WHERE state <> 'handled';

CREATE TABLE thread (
    message_id TEXT PRIMARY KEY,
    record     INTEGER NOT NULL REFERENCES record (record)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    row           INTEGER PRIMARY KEY AUTOINCREMENT,
    record        INTEGER REFERENCES record (record),
    notice        TEXT NOT NULL,
    message_id    TEXT NOT NULL UNIQUE,
    envelope_from TEXT NOT NULL,
    recipient     TEXT NOT NULL COLLATE NOCASE,
    state         TEXT NOT NULL,
    attempts      INTEGER NOT NULL,
    created       INTEGER NOT NULL,
    next_attempt  INTEGER NOT NULL,
    last_reply    TEXT NOT NULL,
    bytes         BLOB NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (next_attempt, row) WHERE state IN ('queued', 'deferred', 'unknown');
CREATE INDEX outbox_sending ON outbox (row) WHERE state = 'sending';
CREATE INDEX outbox_recipient ON outbox (recipient, created);

CREATE TABLE cursor (
    folder       TEXT PRIMARY KEY,
    uid_validity INTEGER NOT NULL,
    last_uid     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE value (
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    folder       TEXT NOT NULL,
    uid_validity INTEGER NOT NULL,
    uid_range    TEXT NOT NULL,
    count        INTEGER NOT NULL
) STRICT;
)sql";

// A closed decision can be due, too: for its review.
constexpr const char* second_version = R"sql(
DROP INDEX record_due;
CREATE INDEX record_due ON record (next_wakeup) WHERE next_wakeup IS NOT NULL;
)sql";

// For questions that every round or every answer asks: what is in the outbox but not sent, and how many mails
// somebody got of late. Neither may read the mails themselves.
constexpr const char* third_version = R"sql(
DROP INDEX outbox_sending;
CREATE INDEX outbox_unsent ON outbox (state) WHERE state <> 'sent';
DROP INDEX outbox_recipient;
CREATE INDEX outbox_recipient ON outbox (recipient, notice, created);
)sql";

// How old the oldest mail at hand is, for health; 0: of an attempt from before this version.
constexpr const char* fourth_version = R"sql(
ALTER TABLE attempt ADD COLUMN oldest INTEGER NOT NULL DEFAULT 0;
)sql";

// Whom mail about a decision reached.
constexpr const char* fifth_version = R"sql(
CREATE INDEX outbox_record ON outbox (record) WHERE record IS NOT NULL;
)sql";

// What a mail says must not change with the limits of another day: a recount reads it as it was read.
constexpr const char* sixth_version = R"sql(
ALTER TABLE mail ADD COLUMN limits TEXT NOT NULL DEFAULT '';
)sql";

constexpr std::array<const char*, 6> all{first_version,  second_version, third_version,
                                         fourth_version, fifth_version,  sixth_version};

int number(SQLite::Database& database, const char* query) {
    return database.execAndGet(query).getInt();
}

}  // namespace

Migrations migrations() {
    return all;
}

int check_version(SQLite::Database& database, Migrations known) {
    const int application = number(database, "PRAGMA application_id");
    const int version = number(database, "PRAGMA user_version");
    const bool empty =
        application == 0 && version == 0 && number(database, "SELECT count(*) FROM sqlite_schema") == 0;
    if (empty) return 0;
    if (application != application_id)
        throw StorageError(StorageError::Kind::other,
                           fmt::format("{} is the database of another program, not of assentd; it was not touched",
                                       database.getFilename()));
    if (version > static_cast<int>(known.size()))
        throw StorageError(
            StorageError::Kind::newer_version,
            fmt::format("{} was written by a newer assentd (format {}, this one knows up to {}); it was not touched",
                        database.getFilename(), version, known.size()));
    return version;
}

void migrate(SQLite::Database& database, Migrations known) {
    for (std::size_t done = static_cast<std::size_t>(check_version(database, known)); done < known.size();) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        // Another process may have been faster between the look and the lock.
        const auto now = static_cast<std::size_t>(check_version(database, known));
        if (now == done) {
            database.exec(known[done]);
            database.exec(
                fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, done + 1));
            transaction.commit();
        }
        done = now == done ? done + 1 : now;
    }
}

}  // namespace assentd
