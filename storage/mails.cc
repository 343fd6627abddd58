// SPDX-License-Identifier: Apache-2.0
// The raw mails: the bytes once each (table raw), and a row of table mail for each time that they came.
#include <iterator>

#include "storage/sqlite_store.h"

namespace assentd {

namespace {

#define MAIL_COLUMNS                                                                                                \
    "mail.row, folder, uid_validity, uid, arrival, message_id, sender, identity, raw.sha256, kind, state, reason, " \
    "record, size, limits"
#define FROM_MAIL " FROM mail JOIN raw ON raw.row = mail.raw "

// A row of MAIL_COLUMNS; raw.bytes, where selected, comes after them.
constexpr int raw_column = 15;

StoredMail read_mail(const Query& row) {
    StoredMail mail;
    mail.row = row.integer(0);
    mail.folder = row.text(1);
    mail.uid_validity = static_cast<std::uint32_t>(row.integer(2));
    mail.uid = row.text(3);
    mail.arrival = row.instant(4);
    mail.message_id = row.text(5);
    mail.from = row.text(6);
    mail.identity = row.text(7);
    mail.sha256 = row.text(8);
    mail.kind = row.text(9);
    mail.state = mail_state_from_name(row.view(10)).value_or(MailState::quarantined);
    mail.reason = row.text(11);
    mail.record = row.integer(12);
    mail.size = static_cast<std::uint64_t>(row.integer(13));
    mail.limits = row.text(14);
    return mail;
}

std::optional<StoredMail> read_whole(Query row) {
    if (!row.step()) return std::nullopt;
    StoredMail mail = read_mail(row);
    mail.raw = row.text(raw_column);
    return mail;
}

std::vector<StoredMail> read_all(Query row) {
    std::vector<StoredMail> mails;
    while (row.step()) mails.push_back(read_mail(row));
    return mails;
}

std::optional<std::int64_t> reference(RecordId record) {
    return record == 0 ? std::nullopt : std::optional<std::int64_t>(record);
}

}  // namespace

MailRow SqliteStore::add_mail(const StoredMail& mail, std::string_view bytes) {
    expect_transaction();
    std::optional<std::int64_t> raw;
    // The bytes are compared as well: no mistake in a hash may cost a mail.
    if (Query same = query("SELECT row FROM raw WHERE sha256 = ? AND bytes = ?", mail.sha256, Blob{bytes});
        same.step())
        raw = same.integer(0);
    if (!raw) {
        run("INSERT INTO raw (sha256, bytes) VALUES (?, ?)", mail.sha256, Blob{bytes});
        raw = database_.getLastInsertRowid();
    }
    run("INSERT INTO mail (folder, uid_validity, uid, arrival, message_id, sender, identity, kind, state, reason, "
        "size, "
        "record, limits, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        mail.folder, mail.uid_validity, mail.uid, mail.arrival, mail.message_id, mail.from, mail.identity, mail.kind,
        name(mail.state), mail.reason, static_cast<std::int64_t>(bytes.size()), reference(mail.record), mail.limits,
        raw);
    return database_.getLastInsertRowid();
}

void SqliteStore::set_mail_state(MailRow row, MailState state, std::string_view reason, RecordId record) {
    expect_transaction();
    run("UPDATE mail SET state = ?, reason = ?, record = ? WHERE row = ?", name(state), reason, reference(record),
        row);
}

std::vector<StoredMail> SqliteStore::find_same(std::string_view identity) {
    return read_all(query(
        "SELECT " MAIL_COLUMNS FROM_MAIL "WHERE identity = ? AND identity <> '' ORDER BY mail.row DESC", identity));
}

std::vector<StoredMail> SqliteStore::find_mails_by_message_id(std::string_view message_id) {
    return read_all(query("SELECT " MAIL_COLUMNS FROM_MAIL
                          "WHERE message_id = ? AND message_id <> '' ORDER BY mail.row DESC",
                          message_id));
}

std::optional<StoredMail> SqliteStore::find_mail_by_sha256(std::string_view sha256) {
    // One that was released after a fix counts as it was read then.
    return read_whole(query("SELECT " MAIL_COLUMNS ", raw.bytes" FROM_MAIL
                            "WHERE raw.sha256 = ? ORDER BY state <> 'handled', mail.row LIMIT 1",
                            sha256));
}

std::optional<StoredMail> SqliteStore::mail(MailRow row) {
    return read_whole(query("SELECT " MAIL_COLUMNS ", raw.bytes" FROM_MAIL "WHERE mail.row = ?", row));
}

bool SqliteStore::has_uid(std::string_view folder, std::uint32_t uid_validity, std::string_view uid) {
    // A mail of which no byte came is known no longer once it is released.
    return query(
               "SELECT 1 FROM mail WHERE folder = ? AND uid_validity = ? AND uid = ? AND "
               "NOT (state = 'released' AND size = 0)",
               folder, uid_validity, uid)
        .step();
}

std::vector<StoredMail> SqliteStore::mails_in_state(MailState state) {
    if (state == MailState::handled)
        return read_all(query("SELECT " MAIL_COLUMNS FROM_MAIL "WHERE state = 'handled' ORDER BY mail.row"));
    // The second condition lets the small index of what is not handled serve.
    return read_all(query("SELECT " MAIL_COLUMNS FROM_MAIL "WHERE state = ? AND state <> 'handled' ORDER BY mail.row",
                          name(state)));
}

std::vector<StoredMail> SqliteStore::mails_of(RecordId record) {
    return read_all(
        query("SELECT " MAIL_COLUMNS FROM_MAIL
              "WHERE mail.row IN (SELECT row FROM mail WHERE record = ?1 UNION SELECT mail.row FROM event "
              "JOIN raw ON raw.sha256 = event.mail JOIN mail ON mail.raw = raw.row WHERE event.record = ?1) "
              "ORDER BY mail.row",
              record));
}

void SqliteStore::each_mail(const std::function<void(const StoredMail&)>& visit) {
    // One statement per mail: a long look must not keep the log from being folded back, and `visit` may use the
    // Store.
    MailRow last = 0;
    while (
        const std::optional<StoredMail> mail = read_whole(query(
            "SELECT " MAIL_COLUMNS ", raw.bytes" FROM_MAIL "WHERE mail.row > ? ORDER BY mail.row LIMIT 1", last))) {
        visit(*mail);
        last = mail->row;
    }
}

}  // namespace assentd
