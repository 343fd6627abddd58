// SPDX-License-Identifier: Apache-2.0
// The mails that we owe, and what became of them:
//
//   queued --> sending --> sent
//                 |------> deferred(next_attempt) --> sending ...
//                 |------> unknown(next_attempt)  --> sending ...   the server's answer was lost: it may have gone
//                 out
//                 |------> bounced                                also by a report about what was sent
//   any but sent --------> dropped                                  by the admin
//
// `sending` is committed before the first byte goes out; after a crash it means `unknown`. That and `sent` wait for
// no disk: a power failure before the next commit that does undoes them, and these mails go again with their
// Message-ID.
#include "storage/sqlite_store.h"
#include "storage/without_sync.h"

namespace assentd {

namespace {

#define OUTBOX_COLUMNS \
    "row, record, notice, message_id, envelope_from, recipient, state, attempts, created, next_attempt, last_reply"
#define IS_WAITING "state IN ('queued', 'deferred', 'unknown')"

constexpr int bytes_column = 11;

OutboxMail read_outbox(const Query& row) {
    OutboxMail mail;
    mail.row = row.integer(0);
    mail.record = row.integer(1);
    mail.notice = row.text(2);
    mail.message_id = row.text(3);
    mail.envelope_from = row.text(4);
    mail.recipient = row.text(5);
    mail.state = outbox_state_from_name(row.view(6)).value_or(OutboxState::unknown);
    mail.attempts = static_cast<int>(row.integer(7));
    mail.created = row.instant(8);
    mail.next_attempt = row.instant(9);
    mail.last_reply = row.text(10);
    return mail;
}

std::vector<OutboxMail> read_all(Query row) {
    std::vector<OutboxMail> mails;
    while (row.step()) mails.push_back(read_outbox(row));
    return mails;
}

}  // namespace

void SqliteStore::queue(const OutboxMail& mail) {
    expect_transaction();
    run("INSERT INTO outbox (record, notice, message_id, envelope_from, recipient, state, attempts, created, "
        "next_attempt, "
        "last_reply, bytes) VALUES (nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message_id) DO NOTHING",
        mail.record, mail.notice, mail.message_id, mail.envelope_from, mail.recipient, name(mail.state),
        mail.attempts, mail.created, mail.next_attempt, mail.last_reply, Blob{mail.bytes});
}

std::optional<OutboxMail> SqliteStore::next_to_send(Instant now) {
    expect_none();
    const WithoutSync without_sync(database_);
    Query row = query(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE row = (SELECT row FROM outbox "
        "WHERE " IS_WAITING
        " AND next_attempt <= ? ORDER BY next_attempt, row LIMIT 1) "
        "RETURNING " OUTBOX_COLUMNS ", bytes",
        now);
    if (!row.step()) return std::nullopt;
    OutboxMail mail = read_outbox(row);
    mail.bytes = row.text(bytes_column);
    row.run();  // the last step commits
    return mail;
}

void SqliteStore::mark(std::int64_t row, OutboxState state, Instant at, std::string_view reply) {
    run("UPDATE outbox SET state = ?, next_attempt = ?, last_reply = ? WHERE row = ?", name(state), at, reply, row);
}

void SqliteStore::mark_sent(std::int64_t row, std::string_view reply, Instant at) {
    expect_none();
    const WithoutSync without_sync(database_);
    mark(row, OutboxState::sent, at, reply);
}

void SqliteStore::mark_deferred(std::int64_t row, Instant next_attempt, std::string_view reply) {
    expect_none();
    mark(row, OutboxState::deferred, next_attempt, reply);
}

void SqliteStore::mark_untried(std::int64_t row, Instant next_attempt, std::string_view reply) {
    expect_none();
    run("UPDATE outbox SET state = 'deferred', attempts = attempts - 1, next_attempt = ?, last_reply = ? WHERE row = "
        "?",
        next_attempt, reply, row);
}

void SqliteStore::mark_unknown(std::int64_t row, Instant next_attempt, std::string_view reply) {
    expect_none();
    mark(row, OutboxState::unknown, next_attempt, reply);
}

void SqliteStore::mark_bounced(std::int64_t row, std::string_view reply, Instant at) {
    mark(row, OutboxState::bounced, at, reply);
}

void SqliteStore::mark_dropped(std::int64_t row) {
    expect_none();
    run("UPDATE outbox SET state = 'dropped' WHERE row = ? AND state <> 'sent'", row);
}

std::size_t SqliteStore::recover_sending(Instant now) {
    expect_none();
    run("UPDATE outbox SET state = 'unknown', next_attempt = ? WHERE state = 'sending' AND state <> 'sent'", now);
    return static_cast<std::size_t>(database_.getChanges());
}

void SqliteStore::recall_after(Instant latest, Instant now) {
    expect_none();
    // Asked first: an UPDATE would take the lock each time.
    if (!query("SELECT 1 FROM outbox WHERE " IS_WAITING " AND next_attempt > ? LIMIT 1", latest).step()) return;
    run("UPDATE outbox SET next_attempt = ? WHERE " IS_WAITING " AND next_attempt > ?", now, latest);
}

std::vector<OutboxMail> SqliteStore::outbox(std::optional<OutboxState> state) {
    if (!state) return read_all(query("SELECT " OUTBOX_COLUMNS " FROM outbox ORDER BY row"));
    if (*state == OutboxState::sent)
        return read_all(query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state = 'sent' ORDER BY row"));
    // The second condition lets the small index of what is not sent serve: every round asks for the bounced ones.
    return read_all(query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state = ? AND state <> 'sent' ORDER BY row",
                          name(*state)));
}

std::vector<OutboxMail> SqliteStore::outbox_of(RecordId record) {
    return read_all(query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE record = ? ORDER BY row", record));
}

std::optional<OutboxMail> SqliteStore::outbox_mail(std::int64_t wanted) {
    Query row = query("SELECT " OUTBOX_COLUMNS ", bytes FROM outbox WHERE row = ?", wanted);
    if (!row.step()) return std::nullopt;
    OutboxMail mail = read_outbox(row);
    mail.bytes = row.text(bytes_column);
    return mail;
}

std::optional<Instant> SqliteStore::next_send_time() {
    Query row = query("SELECT next_attempt FROM outbox WHERE " IS_WAITING " ORDER BY next_attempt LIMIT 1");
    return row.step() ? std::optional(row.instant(0)) : std::nullopt;
}

std::int64_t SqliteStore::count_queued(std::string_view recipient, const std::vector<std::string>& notices,
                                       Instant since) {
    std::int64_t count = 0;
    for (const std::string& notice : notices) {
        // A mail from further ahead was queued by a clock that was put right since; it must not count for a year.
        Query row =
            query("SELECT count(*) FROM outbox WHERE recipient = ? AND created >= ? AND created <= ? AND notice = ?",
                  recipient, since, since + std::chrono::hours(48), notice);
        row.step();
        count += row.integer(0);
    }
    return count;
}

std::optional<OutboxMail> SqliteStore::find_outbox(std::string_view message_id) {
    Query row = query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE message_id = ?", message_id);
    return row.step() ? std::optional(read_outbox(row)) : std::nullopt;
}

}  // namespace assentd
