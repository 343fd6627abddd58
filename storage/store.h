// SPDX-License-Identifier: Apache-2.0
// The database: raw mails, the event log, the outbox, cursors. SQLite in WAL mode with synchronous=FULL; what
// commit() returned from is on disk. One writer process holds the lock (storage/lock.h); readers may be many. One
// Store per thread. Throws StorageError; a failed commit leaves the database as it was.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decision/decision.h"
#include "decision/event.h"
#include "decision/time.h"

namespace assentd {

class StorageError : public std::runtime_error {
  public:
    enum class Kind { busy, full, corrupt, newer_version, read_only, other };
    StorageError(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    Kind kind() const { return kind_; }
    // Whether the same may well succeed later.
    bool passes() const { return kind_ == Kind::busy || kind_ == Kind::full || kind_ == Kind::read_only; }

  private:
    Kind kind_;
};

// What an errno means for a file that was to be created.
StorageError::Kind creation_failed(int error);

using RecordId = std::int64_t;  // a decision or draft, before and after it has a number
using MailRow = std::int64_t;

enum class MailState { handled, duplicate, quarantined, released, dropped };
std::string_view name(MailState);
std::optional<MailState> mail_state_from_name(std::string_view);

struct StoredMail {
    MailRow row = 0;
    std::string folder;
    std::uint32_t uid_validity = 0;
    std::string uid;
    Instant arrival{};
    std::string message_id;  // may be empty
    std::string from;        // address, lower case
    std::string identity;    // see Store::find_same
    std::string sha256;      // hex, of raw
    std::string kind;        // "human", "bounce", …
    MailState state = MailState::handled;
    std::string reason;   // of quarantine or duplicate; how it was understood otherwise ("vote on D-4")
    RecordId record = 0;  // the first decision it concerned, or 0
    std::string raw;      // not filled by listings
    std::uint64_t size = 0;
    std::string limits;  // that it was read with, in words of whoever read it; empty: before these were kept
};

enum class OutboxState { queued, sending, sent, deferred, unknown, bounced, dropped };
std::string_view name(OutboxState);
std::optional<OutboxState> outbox_state_from_name(std::string_view);

struct OutboxMail {
    std::int64_t row = 0;
    RecordId record = 0;
    std::string notice;      // NoticeKind's name
    std::string message_id;  // unique
    std::string envelope_from;
    std::string recipient;
    std::string bytes;  // the finished mail
    OutboxState state = OutboxState::queued;
    int attempts = 0;
    Instant created{};
    Instant next_attempt{};  // sent or bounced: when that was known
    std::string last_reply;
};

struct StoredEvent {
    std::int64_t row = 0;
    RecordId record = 0;
    std::int64_t sequence = 0;  // within the record, from 1
    Instant at{};               // when it was stored
    Event event;
    std::string body;  // the JSON as stored
    std::string hash;  // hex
};

// One line of a listing, kept beside the events so that lists need not fold them.
struct RecordSummary {
    RecordId record = 0;
    std::int64_t number = 0;
    State state = State::draft;
    std::string title;
    std::optional<Instant> next_wakeup;
};

struct ChainFault {
    std::int64_t row = 0;
    RecordId record = 0;
    std::string what;
};

class Store {
  public:
    // Creates or migrates. A database written by a newer version is refused (newer_version) and not touched.
    static std::unique_ptr<Store> open(const std::string& path);
    static std::unique_ptr<Store> open_read_only(const std::string& path);
    // Whether there was a database once, be it gone now: then opening it is refused with a word on what to do.
    static bool was_begun(const std::string& path);
    virtual ~Store() = default;

    // --- one transaction at a time; BEGIN IMMEDIATE ---
    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;

    // --- writing, inside a transaction ---
    // `raw`: the bytes, which may be large: not those in the StoredMail.
    virtual MailRow add_mail(const StoredMail&, std::string_view raw) = 0;
    MailRow add_mail(const StoredMail& whole) { return add_mail(whole, whole.raw); }
    virtual void set_mail_state(MailRow, MailState, std::string_view reason, RecordId record) = 0;
    virtual RecordId add_record() = 0;
    virtual std::int64_t next_number() = 0;  // the number that the next opened decision gets
    // Appends to the record's log and to the global hash chain, and renews the summary from `after`.
    virtual void append(RecordId, const std::vector<Event>&, const Decision& after,
                        std::optional<Instant> next_wakeup, Instant now) = 0;
    virtual void queue(const OutboxMail&) = 0;  // a message_id already there: changes nothing
    // Messages that mean this record when a reply names them. One that means another record already keeps doing so.
    virtual void remember_thread(std::string_view message_id, RecordId) = 0;
    virtual void set_cursor(std::string_view folder, std::uint32_t uid_validity, std::uint32_t last_uid) = 0;
    // The folder of that name is another one now: UIDs that were read in the one before say nothing of it.
    virtual void forget_uids(std::string_view folder) = 0;
    // Small facts: server key, last instant, …
    virtual void set_value(std::string_view key, std::string_view value) = 0;
    virtual void clear_attempt() = 0;  // see mark_attempt

    // --- reading ---
    virtual Decision load(RecordId) = 0;
    virtual std::vector<StoredEvent> events(RecordId) = 0;
    virtual std::vector<RecordSummary> summaries() = 0;
    virtual std::vector<RecordId> drafts() = 0;  // oldest first
    virtual std::optional<State> state_of(
        RecordId) = 0;  // without folding its events; nothing: there is no such record
    virtual std::optional<RecordId> find_number(std::int64_t number) = 0;
    virtual std::optional<RecordId> find_thread(std::string_view message_id) = 0;
    virtual std::vector<RecordId> due(Instant now) = 0;  // next_wakeup <= now, earliest first
    virtual std::optional<Instant> earliest_wakeup() = 0;
    // Mails with that identity, for recognising the same mail twice; newest first, without raw.
    virtual std::vector<StoredMail> find_same(std::string_view identity) = 0;
    virtual std::vector<StoredMail> find_mails_by_message_id(std::string_view message_id) = 0;
    virtual std::optional<StoredMail> find_mail_by_sha256(std::string_view sha256) = 0;  // with raw
    virtual std::optional<StoredMail> mail(MailRow) = 0;                                 // with raw
    virtual bool has_uid(std::string_view folder, std::uint32_t uid_validity, std::string_view uid) = 0;
    virtual std::vector<StoredMail> mails_in_state(MailState) = 0;
    // Whose sha256 an event of the record names, and the record's own.
    virtual std::vector<StoredMail> mails_of(RecordId) = 0;
    virtual void each_mail(const std::function<void(const StoredMail&)>&) = 0;  // with raw, by row
    // uid_validity, last_uid; 0, 0 at first.
    virtual std::pair<std::uint32_t, std::uint32_t> cursor(std::string_view folder) = 0;
    virtual std::optional<std::string> value(std::string_view key) = 0;

    // --- the outbox; each of these is its own transaction, the first two without a wait for the disk (outbox.cc) ---
    virtual std::optional<OutboxMail> next_to_send(Instant now) = 0;  // oldest due; marks it `sending`, attempts + 1
    // `at` of these two: when it was known, in OutboxMail::next_attempt from then on. mark_bounced: a report may tell
    // it later, of what was sent; also inside a transaction.
    virtual void mark_sent(std::int64_t row, std::string_view reply, Instant at) = 0;
    virtual void mark_bounced(std::int64_t row, std::string_view reply, Instant at) = 0;
    virtual void mark_deferred(std::int64_t row, Instant next_attempt, std::string_view reply) = 0;
    virtual void mark_untried(std::int64_t row, Instant next_attempt, std::string_view reply) = 0;  // attempts - 1
    virtual void mark_unknown(std::int64_t row, Instant next_attempt, std::string_view reply) = 0;
    virtual void mark_dropped(std::int64_t row) = 0;
    // After a crash: rows left `sending` may or may not have gone out; they become `unknown`, due at once.
    virtual std::size_t recover_sending(Instant now) = 0;
    // Waiting mails whose time is after `latest`, which no delay reaches: the clock ran ahead and was put right. They
    // become due.
    virtual void recall_after(Instant latest, Instant now) = 0;
    virtual std::vector<OutboxMail> outbox(std::optional<OutboxState>) = 0;  // without bytes
    virtual std::vector<OutboxMail> outbox_of(RecordId) = 0;                 // all states, without bytes
    virtual std::optional<OutboxMail> outbox_mail(std::int64_t row) = 0;     // with bytes
    virtual std::optional<Instant> next_send_time() = 0;
    // How many mails with one of these notice kinds were queued for an address since then.
    virtual std::int64_t count_queued(std::string_view recipient, const std::vector<std::string>& notices,
                                      Instant since) = 0;
    virtual std::optional<OutboxMail> find_outbox(std::string_view message_id) = 0;  // without bytes

    // --- poison: a marker that survives a crash, committed at once and taken away with what the mails did ---
    // It need not survive a power failure, which is no mail's fault. `oldest`: the arrival of the oldest of them.
    virtual void mark_attempt(std::string_view folder, std::uint32_t uid_validity, std::string_view uid_range,
                              Instant oldest) = 0;
    // It was not the mails: the next attempt takes the place of this one. Where not even an empty file can be made it
    // is counted.
    virtual void forgive_attempt() noexcept = 0;
    struct Attempt {
        std::string folder;
        std::uint32_t uid_validity = 0;
        std::string uid_range;
        int count = 0;
        Instant oldest{};
    };
    virtual std::optional<Attempt> last_attempt() = 0;

    // Nothing to do for now: gives back the memory that only speeds up what follows. Outside of a transaction.
    virtual void rest() noexcept = 0;

    // --- checking ---
    virtual std::vector<ChainFault> check_chain() = 0;  // events, and every mail's sha256
    virtual bool quick_check() = 0;                     // SQLite's own
};

}  // namespace assentd
