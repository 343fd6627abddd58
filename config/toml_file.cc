// SPDX-License-Identifier: Apache-2.0
#include "config/toml_file.h"

#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 16
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace assentd {

std::string to_string(const ConfigError& error) {
    std::string text = error.file;
    if (error.line > 0) text += fmt::format(":{}:{}", error.line, error.column);
    text += ": " + error.what;
    if (!error.allowed.empty()) text += "; " + error.allowed;
    return text;
}

}  // namespace assentd

namespace assentd::toml_file {

namespace {

constexpr std::size_t longest_text = 1u << 20;
// A dotted key nests as deep as it has dots, and the tree is walked recursively.
constexpr std::size_t longest_line = 16u << 10;
constexpr int deepest = 32;

class Converter {
  public:
    Converter(std::shared_ptr<const std::string> file, Problems& problems)
        : file_(std::move(file)), problems_(problems) {}

    Value convert(const toml::node& node, int depth = 0) {
        Value value;
        value.place = place(node.source());
        if (depth > deepest) {
            problems_.add(value.place, "nested too deep", fmt::format("at most {} levels", deepest));
            return value;
        }
        if (const auto* table = node.as_table()) {
            value.kind = Kind::table;
            for (const auto& [key, child] : *table)
                value.table.push_back({std::string(key.str()), place(key.source()), convert(child, depth + 1)});
            std::stable_sort(value.table.begin(), value.table.end(), [](const Entry& a, const Entry& b) {
                return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
            });
        } else if (const auto* array = node.as_array()) {
            value.kind = Kind::list;
            for (const auto& child : *array) value.list.push_back(convert(child, depth + 1));
        } else {
            scalar(node, value);
        }
        return value;
    }

  private:
    Place place(const toml::source_region& region) const { return {file_, region.begin.line, region.begin.column}; }

    static void scalar(const toml::node& node, Value& value) {
        if (const auto* text = node.as_string()) {
            value.kind = Kind::text;
            value.text = text->get();
        } else if (const auto* number = node.as_integer()) {
            value.kind = Kind::number;
            value.number = number->get();
        } else if (const auto* flag = node.as_boolean()) {
            value.kind = Kind::flag;
            value.flag = flag->get();
        } else if (const auto* date = node.as_date()) {
            value.kind = Kind::date;
            value.date = {date->get().year, date->get().month, date->get().day};
        }
    }

    std::shared_ptr<const std::string> file_;
    Problems& problems_;
};

bool has_long_line(std::string_view text) {
    std::size_t line = 0;
    for (const char c : text) {
        line = c == '\n' ? 0 : line + 1;
        if (line > longest_line) return true;
    }
    return false;
}

}  // namespace

void Problems::add(const Place& place, std::string what, std::string allowed) {
    found_.push_back(
        {place.file ? *place.file : std::string(), place.line, place.column, std::move(what), std::move(allowed)});
}

bool Problems::has(const Place& place) const {
    return std::any_of(found_.begin(), found_.end(), [&](const ConfigError& e) {
        return e.line == place.line && e.column == place.column && place.file && e.file == *place.file;
    });
}

std::vector<ConfigError> Problems::sorted() && {
    std::stable_sort(found_.begin(), found_.end(), [](const ConfigError& a, const ConfigError& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    // A section that is looked at twice tells what is wrong with it twice.
    const auto same = [](const ConfigError& a, const ConfigError& b) { return to_string(a) == to_string(b); };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    return std::move(found_);
}

namespace {

// toml++ says what it did not expect; people want to know what they forgot.
std::string_view likely_slip(std::string_view description) {
    constexpr std::array<std::array<std::string_view, 2>, 3> slips{{
        {"could not determine value type", "a text stands in quotes; yes and no are true and false"},
        {"unescaped control characters", "a text ends with its closing quote, on its line"},
        {"cannot redefine existing table", "each section once; of people and holidays there are many, as [[person]]"},
    }};
    for (const auto& [said, slip] : slips)
        if (description.find(said) != description.npos) return slip;
    return "correct the syntax; the rest is checked after that";
}

}  // namespace

Value parse(std::string_view text, const std::string& path, Problems& problems) {
    const auto file = std::make_shared<const std::string>(path);
    Value nothing;
    nothing.kind = Kind::table;
    nothing.place = {file, 0, 0};
    if (text.size() > longest_text || has_long_line(text)) {
        problems.add(nothing.place, "is too large",
                     fmt::format("at most {} KiB, and {} KiB in one line", longest_text >> 10, longest_line >> 10));
        return nothing;
    }
    const auto parsed = toml::parse(text, std::string_view(path));
    if (!parsed) {
        const auto& error = parsed.error();
        problems.add({file, error.source().begin.line, error.source().begin.column},
                     std::string("not TOML: ") + std::string(error.description()),
                     std::string(likely_slip(error.description())));
        return nothing;
    }
    return Converter(file, problems).convert(parsed.table());
}

}  // namespace assentd::toml_file
