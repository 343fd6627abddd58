// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite_store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "storage/schema.h"
#include "storage/without_sync.h"

namespace assentd {

namespace {

// Writers hold the lock for one batch at most; a wait this long means that something hangs.
constexpr int busy_timeout_ms = 10'000;

// Nobody asks how much memory it takes, and the count is behind a lock that all threads share.
void count_no_memory() {
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

SQLite::Database connect(const std::string& path, int flags) {
    count_no_memory();
    return with_storage_errors("opening " + path,
                               [&] { return SQLite::Database(path, flags | SQLite::OPEN_NOMUTEX, busy_timeout_ms); });
}

// SQLite would create the file with the umask's permissions; -wal and -shm inherit what it has.
void create_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0)
        ::close(file);
    else if (errno != EEXIST)
        throw StorageError(creation_failed(errno),
                           fmt::format("cannot create {}: {}", path, std::generic_category().message(errno)));
}

bool exists(const std::string& path) {
    return ::access(path.c_str(), F_OK) == 0;
}

// Beside the database, once it has its tables: an empty or missing file is no new one then, and would be filled anew
// by reading the whole inbox again.
std::string mark_of(const std::string& path) {
    return path + "-begun";
}
// Where there is no room for it now, the next start leaves it.
void leave_mark(const std::string& mark) {
    const int file = ::open(mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file >= 0) ::close(file);
}
void refuse_lost(const std::string& path) {
    struct stat file {};
    const bool there = ::stat(path.c_str(), &file) == 0;
    if (!exists(mark_of(path)) || (there && file.st_size > 0)) return;
    throw StorageError(
        StorageError::Kind::other,
        fmt::format("{} is {}: put a copy of it back, with its -wal if there is one; or remove {}, "
                    "and everything begins anew",
                    path, there ? "empty, and was not before" : "missing, and was there before", mark_of(path)));
}

// A connection that can write would already touch a database that turns out not to be for us. But a first start that
// was ended before the write-ahead log was there may have left a journal, and until that is rolled back nobody can
// look.
void refuse_foreign(const std::string& path) {
    const bool unfinished = exists(path + "-journal");
    SQLite::Database look = connect(path, unfinished ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY);
    with_storage_errors("opening " + path, [&] { check_version(look, migrations()); });
}

// For where nothing can be written, not even the index of the log: read as it is. Only without a log, whose changes
// would not be seen.
SQLite::Database connect_unchanging(const std::string& path) {
    struct stat log {};
    if (::stat((path + "-wal").c_str(), &log) == 0 && log.st_size > 0)
        throw StorageError(StorageError::Kind::read_only,
                           fmt::format("{} cannot be read where nothing can be written: its newest changes are still "
                                       "in {}-wal; copy both to a place where you may write",
                                       path, path));
    std::string uri = "file:";
    for (const char c : path) uri += c == '%' || c == '?' || c == '#' ? fmt::format("%{:02x}", c) : std::string(1, c);
    return connect(uri + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI);
}

SQLite::Database connect_to_read(const std::string& path) {
    refuse_lost(path);
    try {
        SQLite::Database database = connect(path, SQLite::OPEN_READONLY);
        with_storage_errors("opening " + path, [&] { check_version(database, migrations()); });
        return database;
    } catch (const StorageError& error) {
        if (exists(path + "-journal"))
            throw StorageError(error.kind(),
                               fmt::format("{} was left unfinished; start assentd once to mend it", path));
        const auto kind = error.kind();
        const bool stays = kind == StorageError::Kind::read_only || kind == StorageError::Kind::other;
        if (!stays || ::access(path.substr(0, path.rfind('/') + 1).append(".").c_str(), W_OK) == 0) throw;
    }
    return connect_unchanging(path);
}

SQLite::Database open_for(const std::string& path, SqliteStore::Access access) {
    if (access == SqliteStore::Access::read) return connect_to_read(path);
    if (path == ":memory:") return connect(path, SQLite::OPEN_READWRITE);
    refuse_lost(path);
    create_private(path);
    refuse_foreign(path);
    return connect(path, SQLite::OPEN_READWRITE);
}

void prepare_to_write(SQLite::Database& database, const std::string& path) {
    const std::string mode = database.execAndGet("PRAGMA journal_mode = WAL").getString();
    if (mode != "wal" && path != ":memory:")
        throw StorageError(StorageError::Kind::other, fmt::format("{} cannot be used with a write-ahead log", path));
    // FULL: what was committed survives a power failure. The log shrinks again after a large import; it is folded
    // back after several batches, because they change the same pages of the indices.
    database.exec(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 67108864; "
        "PRAGMA wal_autocheckpoint = 8000");
    migrate(database, migrations());
    if (path != ":memory:") leave_mark(mark_of(path));
}

void prepare_to_read(SQLite::Database& database, const std::string& path) {
    if (check_version(database, migrations()) != static_cast<int>(migrations().size()))
        throw StorageError(StorageError::Kind::other,
                           fmt::format("{} is of an older format; start assentd once to bring it up to date", path));
}

}  // namespace

std::unique_ptr<Store> Store::open(const std::string& path) {
    return std::make_unique<SqliteStore>(path, SqliteStore::Access::write);
}

bool Store::was_begun(const std::string& path) {
    return exists(mark_of(path));
}

std::unique_ptr<Store> Store::open_read_only(const std::string& path) {
    return std::make_unique<SqliteStore>(path, SqliteStore::Access::read);
}

SqliteStore::SqliteStore(const std::string& path, Access access)
    : database_(open_for(path, access)), statements_(database_) {
    with_storage_errors("opening " + path, [&] {
        database_.exec("PRAGMA cache_size = -16000");
        access == Access::write ? prepare_to_write(database_, path) : prepare_to_read(database_, path);
    });
}

SqliteStore::~SqliteStore() {
    rollback();
}

// SQLite itself ends a transaction after some errors (disk full, I/O); what followed would be committed one by one.
bool SqliteStore::transaction_lives() const noexcept {
    return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

void SqliteStore::expect_transaction() const {
    if (!transaction_lives()) throw StorageError(StorageError::Kind::other, "no transaction is open, or it failed");
}

void SqliteStore::expect_none() const {
    if (transaction_lives()) throw StorageError(StorageError::Kind::other, "not inside of another transaction");
}

void SqliteStore::begin() {
    expect_none();
    chain_head_.reset();
    run("BEGIN IMMEDIATE");
}

void SqliteStore::commit() {
    expect_transaction();
    if (chain_head_) run("UPDATE chain SET events = ?, hash = ?", chain_head_->events, chain_head_->hash);
    run("COMMIT");
}

void SqliteStore::rollback() noexcept {
    if (!transaction_lives()) return;
    database_.tryExec("ROLLBACK");
}

void SqliteStore::rest() noexcept {
    sqlite3_db_release_memory(database_.getHandle());
}

void SqliteStore::set_cursor(std::string_view folder, std::uint32_t uid_validity, std::uint32_t last_uid) {
    expect_transaction();
    run("INSERT OR REPLACE INTO cursor (folder, uid_validity, last_uid) VALUES (?, ?, ?)", folder, uid_validity,
        last_uid);
}

void SqliteStore::forget_uids(std::string_view folder) {
    expect_transaction();
    run("UPDATE mail SET folder = folder || ' (former)' WHERE folder = ?", folder);
    run("DELETE FROM cursor WHERE folder = ?", folder);
}

void SqliteStore::set_value(std::string_view key, std::string_view value) {
    expect_transaction();
    run("INSERT OR REPLACE INTO value (key, value) VALUES (?, ?)", key, Blob{value});
}

std::pair<std::uint32_t, std::uint32_t> SqliteStore::cursor(std::string_view folder) {
    Query row = query("SELECT uid_validity, last_uid FROM cursor WHERE folder = ?", folder);
    if (!row.step()) return {0, 0};
    return {static_cast<std::uint32_t>(row.integer(0)), static_cast<std::uint32_t>(row.integer(1))};
}

std::optional<std::string> SqliteStore::value(std::string_view key) {
    Query row = query("SELECT value FROM value WHERE key = ?", key);
    if (!row.step()) return std::nullopt;
    return row.text(0);
}

void SqliteStore::mark_attempt(std::string_view folder, std::uint32_t uid_validity, std::string_view uid_range,
                               Instant oldest) {
    expect_none();
    const WithoutSync without_sync(database_);
    run("INSERT INTO attempt (one, folder, uid_validity, uid_range, count, oldest) VALUES (1, ?1, ?2, ?3, 1, ?4) "
        "ON CONFLICT (one) DO UPDATE SET folder = ?1, uid_validity = ?2, uid_range = ?3, oldest = ?4, count = "
        "CASE WHEN folder = ?1 AND uid_validity = ?2 AND uid_range = ?3 THEN count + ?5 ELSE 1 END",
        folder, uid_validity, uid_range, oldest, std::int64_t{exists(forgiven()) ? 0 : 1});
    ::unlink(forgiven().c_str());
}

void SqliteStore::clear_attempt() {
    expect_transaction();
    run("DELETE FROM attempt");
}

// An empty file, as there may be room for nothing more.
void SqliteStore::forgive_attempt() noexcept {
    if (database_.getFilename() != ":memory:") leave_mark(forgiven());
}

std::string SqliteStore::forgiven() const {
    return database_.getFilename() + "-forgiven";  // until the next attempt
}

std::optional<Store::Attempt> SqliteStore::last_attempt() {
    Query row = query("SELECT folder, uid_validity, uid_range, count, oldest FROM attempt");
    if (!row.step()) return std::nullopt;
    return Attempt{row.text(0), static_cast<std::uint32_t>(row.integer(1)), row.text(2),
                   static_cast<int>(row.integer(3)), row.instant(4)};
}

}  // namespace assentd
