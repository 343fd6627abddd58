// SPDX-License-Identifier: Apache-2.0
// The table of all settings, and one section of the file read through it: unknown keys and wrong types are reported
// here, so that the loaders of the sections only ever see values of the right type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/toml_file.h"

namespace assentd {

// "daemon.state_dir", "policy.*.quorum": each has its entry in assentd.conf(5).
std::vector<std::string> known_setting_names();

namespace toml_file {

// One string of a list, with its place.
struct Text {
    std::string text;
    Place place;
};

class Section {
  public:
    // `name` as in the table: "daemon", "policy.*", "" for the top of the file. Reports what does not belong there.
    Section(std::string_view name, const Value& table, Problems&);

    const Value* find(std::string_view key) const;  // null: absent or already reported
    std::optional<std::string> text(std::string_view key) const;
    std::optional<std::int64_t> number(std::string_view key) const;
    std::optional<bool> flag(std::string_view key) const;
    std::vector<Text> texts(std::string_view key) const;  // of a string or a list of strings
    bool has(std::string_view key) const { return find(key) != nullptr; }

    void wrong(std::string_view key, std::string what,
               std::string allowed) const;  // at the value, else at the section
    void wrong(const Place&, std::string what, std::string allowed) const;
    const Place& place() const { return table_->place; }
    Problems& problems() const { return *problems_; }
    // Absolute; relative ones start at the directory of the file that names them.
    std::string absolute(const std::string& path) const;

  private:
    const Value* table_;
    std::vector<const Entry*> good_;
    Problems* problems_;
};

std::string one_of(const std::vector<std::string>& names);  // "one of: a, b"
// "did you mean “x”?", else one_of.
std::string suggestion(std::string_view wrong, const std::vector<std::string>& known);
std::string in_quotes(std::string_view);  // “x”, cut when long, control characters as '?'

}  // namespace toml_file
}  // namespace assentd
