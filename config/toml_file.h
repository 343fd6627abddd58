// SPDX-License-Identifier: Apache-2.0
// A TOML text as plain values that know their place, and the list of what was wrong. The only door to toml++. Values
// own all they hold; nothing throws; texts over 1 MiB, long lines and deep nesting are refused before they are
// parsed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"

namespace assentd::toml_file {

struct Place {
    std::shared_ptr<const std::string> file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

enum class Kind { text, number, flag, date, list, table, other };

struct Entry;

// The member that `kind` names is set.
struct Value {
    Place place;
    Kind kind = Kind::other;
    std::string text;
    std::int64_t number = 0;
    bool flag = false;
    CalendarDay date;
    std::vector<Value> list;
    std::vector<Entry> table;  // in the order of the file
};

struct Entry {
    std::string key;
    Place place;  // of the key
    Value value;
};

// Everything that is wrong, in the order found; sorted by place for the reader at the end.
class Problems {
  public:
    void add(const Place&, std::string what, std::string allowed);
    bool none() const { return found_.empty(); }
    bool has(const Place&) const;
    std::size_t count() const { return found_.size(); }
    std::vector<ConfigError> sorted() &&;

  private:
    std::vector<ConfigError> found_;
};

// A table; empty, with a problem added, when the text is not TOML.
Value parse(std::string_view text, const std::string& path, Problems&);

}  // namespace assentd::toml_file
