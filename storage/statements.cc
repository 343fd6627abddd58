// SPDX-License-Identifier: Apache-2.0
#include "storage/statements.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <climits>

namespace assentd {

namespace {

StorageError::Kind kind_of(int code) {
    if (code == SQLITE_IOERR_SHMSIZE) return StorageError::Kind::full;  // no room for the log's index
    switch (code & 0xff) {                                              // the low byte is the primary code
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return StorageError::Kind::busy;
        case SQLITE_FULL:
            return StorageError::Kind::full;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return StorageError::Kind::corrupt;
        case SQLITE_READONLY:
            return StorageError::Kind::read_only;
        default:  // SQLITE_IOERR among them: the words and the number say which
            return StorageError::Kind::other;
    }
}

}  // namespace

StorageError storage_error(const SQLite::Exception& e, std::string_view doing) {
    const auto kind = kind_of(e.getExtendedErrorCode());
    return {kind, fmt::format("database: {} (SQLite {}): {}",
                              kind == StorageError::Kind::full ? "database or disk is full" : e.getErrorStr(),
                              e.getExtendedErrorCode(), doing.substr(0, 80))};
}

SQLite::Statement& Statements::get(std::string_view sql) {
    if (const auto found = made_.find(sql); found != made_.end()) return found->second;
    return made_.emplace(sql, SQLite::Statement(database_, std::string(sql))).first->second;
}

Query::~Query() {
    statement_.tryReset();
}

bool Query::step() {
    return with_storage_errors(sql_, [this] { return statement_.executeStep(); });
}

void Query::run() {
    while (step()) {
    }
}

std::string_view Query::view(int column) const {
    const SQLite::Column value = statement_.getColumn(column);
    const void* bytes = value.getBlob();
    return bytes == nullptr
               ? std::string_view{}
               : std::string_view{static_cast<const char*>(bytes), static_cast<std::size_t>(value.getBytes())};
}

void Query::bind(int index, Blob blob) {
    if (blob.bytes.size() > INT_MAX) throw StorageError(StorageError::Kind::other, "more than 2 GB in one value");
    // A null pointer would be NULL instead of no bytes.
    statement_.bindNoCopy(index, blob.bytes.empty() ? "" : blob.bytes.data(), static_cast<int>(blob.bytes.size()));
}

}  // namespace assentd
