// SPDX-License-Identifier: Apache-2.0
// The Store on SQLite. What it promises is in store.h; here is what the files of this folder share.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <string>

#include "storage/statements.h"
#include "storage/store.h"

namespace assentd {

class SqliteStore : public Store {
  public:
    enum class Access { write, read };
    SqliteStore(const std::string& path, Access);
    ~SqliteStore() override;

    // sqlite_store.cc
    void begin() override;
    void commit() override;
    void rollback() noexcept override;
    void set_cursor(std::string_view folder, std::uint32_t uid_validity, std::uint32_t last_uid) override;
    void forget_uids(std::string_view folder) override;
    void set_value(std::string_view key, std::string_view value) override;
    std::pair<std::uint32_t, std::uint32_t> cursor(std::string_view folder) override;
    std::optional<std::string> value(std::string_view key) override;
    void mark_attempt(std::string_view folder, std::uint32_t uid_validity, std::string_view uid_range,
                      Instant oldest) override;
    void clear_attempt() override;
    void forgive_attempt() noexcept override;
    std::optional<Attempt> last_attempt() override;
    void rest() noexcept override;

    // mails.cc
    using Store::add_mail;
    MailRow add_mail(const StoredMail&, std::string_view raw) override;
    void set_mail_state(MailRow, MailState, std::string_view reason, RecordId record) override;
    std::vector<StoredMail> find_same(std::string_view identity) override;
    std::vector<StoredMail> find_mails_by_message_id(std::string_view message_id) override;
    std::optional<StoredMail> find_mail_by_sha256(std::string_view sha256) override;
    std::optional<StoredMail> mail(MailRow) override;
    bool has_uid(std::string_view folder, std::uint32_t uid_validity, std::string_view uid) override;
    std::vector<StoredMail> mails_in_state(MailState) override;
    std::vector<StoredMail> mails_of(RecordId) override;
    void each_mail(const std::function<void(const StoredMail&)>&) override;

    // records.cc
    RecordId add_record() override;
    std::int64_t next_number() override;
    void append(RecordId, const std::vector<Event>&, const Decision& after, std::optional<Instant> next_wakeup,
                Instant now) override;
    void remember_thread(std::string_view message_id, RecordId) override;
    Decision load(RecordId) override;
    std::vector<StoredEvent> events(RecordId) override;
    std::vector<RecordSummary> summaries() override;
    std::vector<RecordId> drafts() override;
    std::optional<State> state_of(RecordId) override;
    std::optional<RecordId> find_number(std::int64_t number) override;
    std::optional<RecordId> find_thread(std::string_view message_id) override;
    std::vector<RecordId> due(Instant now) override;
    std::optional<Instant> earliest_wakeup() override;

    // outbox.cc
    void queue(const OutboxMail&) override;
    std::optional<OutboxMail> next_to_send(Instant now) override;
    void mark_sent(std::int64_t row, std::string_view reply, Instant at) override;
    void mark_deferred(std::int64_t row, Instant next_attempt, std::string_view reply) override;
    void mark_untried(std::int64_t row, Instant next_attempt, std::string_view reply) override;
    void mark_unknown(std::int64_t row, Instant next_attempt, std::string_view reply) override;
    void mark_bounced(std::int64_t row, std::string_view reply, Instant at) override;
    void mark_dropped(std::int64_t row) override;
    std::size_t recover_sending(Instant now) override;
    void recall_after(Instant latest, Instant now) override;
    std::vector<OutboxMail> outbox(std::optional<OutboxState>) override;
    std::vector<OutboxMail> outbox_of(RecordId) override;
    std::optional<OutboxMail> outbox_mail(std::int64_t row) override;
    std::optional<Instant> next_send_time() override;
    std::int64_t count_queued(std::string_view recipient, const std::vector<std::string>& notices,
                              Instant since) override;
    std::optional<OutboxMail> find_outbox(std::string_view message_id) override;

    // check.cc
    std::vector<ChainFault> check_chain() override;
    bool quick_check() override;

    // For tests and measurements.
    SQLite::Database& database() { return database_; }

  private:
    template <typename... Parameters>
    Query query(std::string_view sql, const Parameters&... parameters) {
        return Query(statements_, sql, parameters...);
    }
    template <typename... Parameters>
    void run(std::string_view sql, const Parameters&... parameters) {
        Query(statements_, sql, parameters...).run();
    }

    bool transaction_lives() const noexcept;
    void expect_transaction() const;
    void expect_none() const;
    std::string forgiven() const;  // the file that says that the last attempt does not count
    std::int64_t last_sequence(RecordId);
    void mark(std::int64_t row, OutboxState, Instant at, std::string_view reply);

    SQLite::Database database_;
    Statements statements_;

    // The end of the event chain as this transaction left it so far; stored when it commits.
    struct ChainHead {
        std::int64_t events = 0;
        std::string hash;
    };
    std::optional<ChainHead> chain_head_;
};

}  // namespace assentd
