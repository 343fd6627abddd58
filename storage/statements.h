// SPDX-License-Identifier: Apache-2.0
// Prepared statements, each made once per connection, and one use of one. The only place that turns SQLite's errors
// into StorageError. Belongs to one Store, and so to one thread.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "decision/time.h"
#include "storage/store.h"

namespace assentd {

StorageError storage_error(const SQLite::Exception&, std::string_view doing);

// Runs `act`; SQLite's exceptions leave it as StorageError.
template <typename Act>
decltype(auto) with_storage_errors(std::string_view doing, Act&& act) {
    try {
        return act();
    } catch (const SQLite::Exception& e) {
        throw storage_error(e, doing);
    }
}

class Statements {
  public:
    explicit Statements(SQLite::Database& database) : database_(database) {}
    // `sql` must live as long as this: a literal.
    SQLite::Statement& get(std::string_view sql);

  private:
    SQLite::Database& database_;
    std::unordered_map<std::string_view, SQLite::Statement> made_;
};

// Bytes rather than text. Not copied: they must outlive the Query.
struct Blob {
    std::string_view bytes;
};

// One use of a statement: parameters in order, then rows. Its end gives the statement back, and with it the read
// snapshot; one statement cannot be in use twice at a time.
class Query {
  public:
    template <typename... Parameters>
    Query(Statements& statements, std::string_view sql, const Parameters&... parameters)
        : sql_(sql),
          statement_(with_storage_errors(sql, [&]() -> SQLite::Statement& { return statements.get(sql); })) {
        // A constructor that throws runs no destructor, so what is bound is harmless: the next use binds all anew.
        with_storage_errors(sql_, [&] {
            int index = 0;
            (bind(++index, parameters), ...);
        });
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool step();  // false: no more rows, and what it changed is done
    void run();   // to the end

    bool is_null(int column) const { return statement_.getColumn(column).isNull(); }
    std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
    std::string text(int column) const { return statement_.getColumn(column).getString(); }
    // Valid until the next step.
    std::string_view view(int column) const;
    Instant instant(int column) const { return Instant{Duration{integer(column)}}; }

  private:
    void bind(int index, std::int64_t value) { statement_.bind(index, value); }
    void bind(int index, int value) { statement_.bind(index, value); }
    void bind(int index, std::uint32_t value) { statement_.bind(index, value); }
    void bind(int index, std::string_view text) { statement_.bind(index, std::string(text)); }
    void bind(int index, Instant at) { bind(index, std::int64_t{at.time_since_epoch().count()}); }
    void bind(int index, Blob blob);
    template <typename T>
    void bind(int index, const std::optional<T>& value) {
        if (value)
            bind(index, *value);
        else
            statement_.bind(index);
    }

    std::string_view sql_;
    SQLite::Statement& statement_;
};

}  // namespace assentd
