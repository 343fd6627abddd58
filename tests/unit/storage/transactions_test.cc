// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include <thread>

#include "tests/unit/storage/given.h"

namespace assentd {
namespace {

class Transactions : public testing::Test {
  protected:
    std::int64_t mails() { return store_.database().execAndGet("SELECT count(*) FROM mail").getInt64(); }
    given::Directory directory_;
    SqliteStore store_{directory_.database(), SqliteStore::Access::write};
};

TEST_F(Transactions, ThatAreRolledBackLeaveNothing) {
    store_.begin();
    store_.add_mail(given::mail("x"));
    store_.rollback();
    EXPECT_EQ(mails(), 0);
    store_.rollback();  // without one: nothing
}

TEST_F(Transactions, ContinueTheChainWhereTheLastCommittedOneEndedIt) {
    const auto append = [&](const char* text) {
        store_.append(1, {given::comment(text)}, given::decision(), std::nullopt, given::noon);
    };
    store_.begin();
    store_.add_record();
    append("kept");
    append("kept too");
    store_.commit();
    store_.begin();
    append("undone");
    store_.rollback();
    store_.begin();
    append("kept as well");
    store_.commit();
    EXPECT_EQ(store_.events(1).size(), 3u);
    EXPECT_TRUE(store_.check_chain().empty());
    SqliteStore other(directory_.database(), SqliteStore::Access::write);
    other.begin();
    other.append(1, {given::comment("another's")}, given::decision(), std::nullopt, given::noon);
    other.commit();
    store_.begin();
    append("after it");
    store_.commit();
    EXPECT_TRUE(store_.check_chain().empty());
}

TEST_F(Transactions, AreNeededToWriteAndNotNested) {
    EXPECT_THROW(store_.add_mail(given::mail("x")), StorageError);
    EXPECT_THROW(store_.add_record(), StorageError);
    EXPECT_THROW(store_.queue(given::owed("<1@example.org>")), StorageError);
    EXPECT_THROW(store_.set_value("a", "b"), StorageError);
    EXPECT_THROW(store_.commit(), StorageError);
    store_.begin();
    EXPECT_THROW(store_.begin(), StorageError);
    EXPECT_THROW(store_.next_to_send(given::noon), StorageError);
    EXPECT_THROW(store_.mark_attempt("INBOX", 1, "1:9", {}), StorageError);
}

TEST_F(Transactions, KeepCursorsAndValues) {
    EXPECT_EQ(store_.cursor("INBOX"), (std::pair<std::uint32_t, std::uint32_t>{0, 0}));
    EXPECT_FALSE(store_.value("key"));
    store_.begin();
    store_.set_cursor("INBOX", 1, 2);
    store_.set_cursor("INBOX", 4'294'967'295, 4'294'967'295);
    store_.set_value("key", "old");
    store_.set_value("key", std::string_view("a\0b", 3));
    store_.set_value("empty", "");
    store_.commit();
    EXPECT_EQ(store_.cursor("INBOX"), (std::pair<std::uint32_t, std::uint32_t>{4'294'967'295, 4'294'967'295}));
    EXPECT_EQ(store_.value("key"), std::string("a\0b", 3));
    EXPECT_EQ(store_.value("empty"), "");
}

TEST_F(Transactions, RestingGivesMemoryBackAndLosesNothing) {
    store_.begin();
    for (int i = 0; i < 500; ++i) store_.add_mail(given::mail(std::string(8000, 'x') + std::to_string(i)));
    store_.commit();
    const auto cached = [&] {
        int now = 0, most = 0;
        sqlite3_db_status(store_.database().getHandle(), SQLITE_DBSTATUS_CACHE_USED, &now, &most, 0);
        return now;
    };
    const int before = cached();
    store_.rest();
    EXPECT_LT(cached(), before / 10);
    EXPECT_EQ(store_.mails_in_state(MailState::handled).size(), 500u);
}

TEST_F(Transactions, CountAttemptsAtTheSameMailsOnly) {
    EXPECT_FALSE(store_.last_attempt());
    store_.mark_attempt("INBOX", 1, "5:9", given::noon);
    store_.mark_attempt("INBOX", 1, "5:9", given::noon);
    EXPECT_EQ(SqliteStore(directory_.database(), SqliteStore::Access::read).last_attempt()->count, 2);
    store_.mark_attempt("INBOX", 1, "5:7", given::noon);
    EXPECT_EQ(store_.last_attempt()->count, 1);
    EXPECT_EQ(store_.last_attempt()->uid_range, "5:7");
}

TEST_F(Transactions, TakeTheMarkOfAnAttemptAwayWithWhatItsMailsDid) {
    store_.mark_attempt("INBOX", 1, "5:9", given::noon);
    EXPECT_THROW(store_.clear_attempt(), StorageError) << "outside of a transaction";
    store_.begin();
    store_.clear_attempt();
    store_.rollback();
    EXPECT_TRUE(store_.last_attempt());
    store_.begin();
    store_.clear_attempt();
    store_.commit();
    EXPECT_FALSE(store_.last_attempt());
}

TEST_F(Transactions, SurviveAPowerFailure) {
    const auto synchronous = [&] { return store_.database().execAndGet("PRAGMA synchronous").getInt(); };
    EXPECT_EQ(synchronous(), 2) << "FULL";
    store_.mark_attempt("INBOX", 1, "5:9", given::noon);
    EXPECT_EQ(synchronous(), 2) << "what follows the mark is not as careless";
}

TEST_F(Transactions, AreSeenByReadersOnlyOnceCommitted) {
    const auto reader = Store::open_read_only(directory_.database());
    store_.begin();
    store_.add_mail(given::mail("x"));
    EXPECT_FALSE(reader->mail(1)) << "and the reader does not wait";
    store_.commit();
    EXPECT_TRUE(reader->mail(1));
}

TEST_F(Transactions, AreNotForReaders) {
    const auto reader = Store::open_read_only(directory_.database());
    try {
        reader->begin();
        reader->add_mail(given::mail("x"));
        FAIL();
    } catch (const StorageError& e) {
        EXPECT_EQ(e.kind(), StorageError::Kind::read_only);
    }
}

TEST_F(Transactions, OfTwoThreadsWaitForEachOther) {
    constexpr int each = 60;
    std::thread dispatcher([this] {
        const auto other = Store::open(directory_.database());
        for (int i = 0; i < each; ++i) {
            if (const auto mail = other->next_to_send(given::noon))
                other->mark_sent(mail->row, "250 ok", given::noon);
            other->mark_attempt("INBOX", 1, "1:1", given::noon);
        }
    });
    for (int i = 0; i < each; ++i) {
        store_.begin();
        store_.add_mail(given::mail("x", std::to_string(i)));
        store_.queue(given::owed("<" + std::to_string(i) + "@example.org>"));
        store_.commit();
    }
    dispatcher.join();
    EXPECT_EQ(mails(), each);
    EXPECT_EQ(store_.last_attempt()->count, each);
}

TEST_F(Transactions, ThatFindTheDatabaseLockedSaySo) {
    SqliteStore other(directory_.database(), SqliteStore::Access::write);
    other.database().setBusyTimeout(20);
    store_.begin();
    try {
        other.begin();
        FAIL();
    } catch (const StorageError& e) {
        EXPECT_EQ(e.kind(), StorageError::Kind::busy);
    }
}

TEST_F(Transactions, ThatFillTheDiskChangeNothing) {
    given::record_with(store_, {"before"});
    store_.database().exec("PRAGMA max_page_count = 60");
    store_.begin();
    store_.append(1, {given::comment("lost")}, given::decision(), std::nullopt, given::noon);
    bool full = false;
    for (int i = 0; i < 100 && !full; ++i) {
        try {
            store_.add_mail(given::mail(std::to_string(i) + std::string(7'000, 'x'), std::to_string(i)));
        } catch (const StorageError& e) {
            full = e.kind() == StorageError::Kind::full;
        }
    }
    EXPECT_TRUE(full);
    store_.rollback();
    EXPECT_EQ(mails(), 0);
    EXPECT_EQ(store_.events(1).size(), 1u);
    EXPECT_TRUE(store_.check_chain().empty());
    EXPECT_TRUE(store_.quick_check());
    store_.database().exec("PRAGMA max_page_count = 10000");
    store_.begin();
    store_.add_mail(given::mail("there is room again"));
    store_.commit();
    EXPECT_EQ(mails(), 1);
}

// Whoever forgives may have no room to store it, and may end before the next attempt.
TEST_F(Transactions, AForgivenAttemptIsNotCounted) {
    store_.mark_attempt("INBOX", 1, "5:9", given::noon);
    store_.forgive_attempt();
    SqliteStore next(directory_.database(), SqliteStore::Access::write);
    next.mark_attempt("INBOX", 1, "5:9", given::noon);
    EXPECT_EQ(next.last_attempt()->count, 1);
    next.mark_attempt("INBOX", 1, "5:9", given::noon);
    EXPECT_EQ(next.last_attempt()->count, 2);
}

}  // namespace
}  // namespace assentd
