// SPDX-License-Identifier: Apache-2.0
#include "storage/schema.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/unit/storage/given.h"

namespace assentd {
namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int number(SQLite::Database& database, const char* query) {
    return database.execAndGet(query).getInt();
}

StorageError refusal(const std::string& path) {
    try {
        Store::open(path);
    } catch (const StorageError& e) {
        return e;
    }
    return {StorageError::Kind::other, "not refused"};
}

TEST(Schema, CreatesAPrivateFileWithAWriteAheadLogAndFullSync) {
    const given::Directory directory;
    SqliteStore store(directory.database(), SqliteStore::Access::write);
    struct stat status {};
    ASSERT_EQ(::stat(directory.database().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    ASSERT_EQ(::stat((directory.database() + "-wal").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    EXPECT_EQ(store.database().execAndGet("PRAGMA journal_mode").getString(), "wal");
    EXPECT_EQ(number(store.database(), "PRAGMA synchronous"), 2);
    EXPECT_EQ(number(store.database(), "PRAGMA foreign_keys"), 1);
    EXPECT_EQ(number(store.database(), "PRAGMA busy_timeout"), 10'000);
    EXPECT_EQ(number(store.database(), "PRAGMA application_id"), application_id);
    EXPECT_EQ(number(store.database(), "PRAGMA user_version"), static_cast<int>(migrations().size()));
}

TEST(Schema, KnowsOnlyStrictTables) {
    SqliteStore store(":memory:", SqliteStore::Access::write);
    EXPECT_EQ(number(store.database(),
                     "SELECT count(*) FROM pragma_table_list WHERE strict = 0 AND type = 'table' "
                     "AND name NOT LIKE 'sqlite_%'"),
              0);
}

TEST(Schema, RefusesADatabaseOfANewerVersionAndLeavesItAlone) {
    const given::Directory directory;
    Store::open(directory.database());
    SQLite::Database(directory.database(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA user_version = 99; CREATE TABLE future (x); PRAGMA journal_mode = DELETE");
    const std::string before = bytes_of(directory.database());
    const StorageError e = refusal(directory.database());
    EXPECT_EQ(e.kind(), StorageError::Kind::newer_version);
    EXPECT_EQ(e.what(), directory.database() + " was written by a newer assentd (format 99, this one knows up to " +
                            std::to_string(migrations().size()) + "); it was not touched");
    EXPECT_EQ(bytes_of(directory.database()), before);
    EXPECT_THROW(Store::open_read_only(directory.database()), StorageError);
}

TEST(Schema, RefusesTheDatabaseOfAnotherProgramAndLeavesItAlone) {
    const given::Directory directory;
    SQLite::Database(directory.database(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE songs (x)");
    const std::string before = bytes_of(directory.database());
    EXPECT_EQ(refusal(directory.database()).what(),
              directory.database() + " is the database of another program, not of assentd; it was not touched");
    EXPECT_EQ(bytes_of(directory.database()), before);
}

TEST(Schema, ADatabaseThatWasLostIsNotBegunAnew) {
    const given::Directory directory;
    Store::open(directory.database());
    const auto refusal = [&](auto open) -> std::string {
        try {
            open(directory.database());
            return "";
        } catch (const StorageError& error) {
            return error.what();
        }
    };
    for (const char* how : {"empty", "missing"}) {
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(directory.database() + end);
        if (std::string_view(how) == "empty") std::ofstream(directory.database()).close();
        EXPECT_NE(refusal(Store::open).find("assentd.db is " + std::string(how)), std::string::npos) << how;
        EXPECT_NE(refusal(Store::open_read_only), "") << how;
    }
    std::filesystem::remove(directory.database() + "-begun");
    EXPECT_EQ(refusal(Store::open), "") << "whoever means it";
}

TEST(Schema, CallsAFileThatIsNoDatabaseCorrupt) {
    const given::Directory directory;
    std::ofstream(directory.database()) << std::string(5000, 'x');
    EXPECT_EQ(refusal(directory.database()).kind(), StorageError::Kind::corrupt);
}

TEST(Schema, SaysThatADirectoryIsMissing) {
    EXPECT_STREQ(refusal("/nonexistent/a.db").what(), "cannot create /nonexistent/a.db: No such file or directory");
}

TEST(Schema, DoesNotReadAnOlderFormat) {
    const given::Directory directory;
    std::ofstream(directory.database()).flush();
    EXPECT_THROW(Store::open_read_only(directory.database()), StorageError);
}

constexpr std::array<const char*, 3> three{
    "CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y; INSERT INTO a VALUES (1, 2)", "CREATE TABLE c (x)"};

TEST(Migrations, RunOnceEachAndInOrder) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    migrate(database, Migrations(three).first(1));
    EXPECT_EQ(check_version(database, three), 1);
    migrate(database, three);
    migrate(database, three);
    EXPECT_EQ(check_version(database, three), 3);
    EXPECT_EQ(number(database, "SELECT count(*) FROM a"), 1);
}

TEST(Migrations, ThatFailLeaveTheVersionBefore) {
    constexpr std::array<const char*, 2> faulty{"CREATE TABLE a (x)", "CREATE TABLE b (x); CREATE TABLE a (x)"};
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    EXPECT_THROW(migrate(database, faulty), SQLite::Exception);
    EXPECT_EQ(check_version(database, faulty), 1);
    EXPECT_FALSE(database.tableExists("b"));
}

// As kill -9 leaves it before the first page is whole: an empty database of one page, and a journal that would take
// it back to nothing.
TEST(Schema, AFirstStartThatWasEndedCanBeginAgain) {
    const given::Directory directory;
    std::ofstream(directory.database(), std::ios::binary) << std::string(4096, '\0');
    std::string journal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    journal += std::string(4, '\0') + "salt" + std::string(4, '\0') + std::string("\0\0\2\0\0\0\x10\0", 8);
    journal.resize(512);
    std::ofstream(directory.database() + "-journal", std::ios::binary) << journal;
    try {
        Store::open_read_only(directory.database());
        ADD_FAILURE() << "nobody can look yet";
    } catch (const StorageError& error) {
        EXPECT_NE(std::string(error.what()).find("start assentd once"), std::string::npos) << error.what();
    }
    const auto store = Store::open(directory.database());
    EXPECT_TRUE(store->quick_check());
    EXPECT_FALSE(std::filesystem::exists(directory.database() + "-journal"));
}

// What a reader does, as somebody who may not write into the directory; root may, so it becomes nobody first.
void read_as_nobody(const std::string& path) {
    if (::getuid() == 0 && ::setuid(65534) != 0) std::exit(2);
    try {
        const auto store = Store::open_read_only(path);
        std::exit(store->value("key") == "kept" && store->quick_check() ? 0 : 3);
    } catch (const StorageError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        std::exit(4);
    }
}

class WhereNothingCanBeWritten : public ::testing::Test {
  protected:
    WhereNothingCanBeWritten() {
        path_ = directory_.path() + "/odd?name%20#.db";
        store_ = Store::open(path_);
        store_->begin();
        store_->set_value("key", "kept");
        store_->commit();
    }
    ~WhereNothingCanBeWritten() override { ::chmod(directory_.path().c_str(), 0700); }
    void close_up() {
        for (const auto& entry : std::filesystem::directory_iterator(directory_.path()))
            ::chmod(entry.path().c_str(), 0444);
        ::chmod(directory_.path().c_str(), 0555);
    }
    const given::Directory directory_;
    std::string path_;
    std::unique_ptr<Store> store_;
};

TEST_F(WhereNothingCanBeWritten, ADatabaseThatWasClosedIsRead) {
    store_.reset();
    close_up();
    EXPECT_EXIT(read_as_nobody(path_), ::testing::ExitedWithCode(0), "");
}

TEST_F(WhereNothingCanBeWritten, ChangesInTheLogAreNotPassedOver) {
    for (const char* file : {"", "-wal"})
        std::filesystem::copy_file(path_ + file, directory_.path() + "/copy" + file);
    close_up();
    EXPECT_EXIT(read_as_nobody(directory_.path() + "/copy"), ::testing::ExitedWithCode(4), "copy-wal");
}

}  // namespace
}  // namespace assentd
