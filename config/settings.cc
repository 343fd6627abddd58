// SPDX-License-Identifier: Apache-2.0
#include "config/settings.h"
#include "decision/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace assentd {

namespace {

using toml_file::Kind;
using toml_file::Value;

// What a value may be. later: known, but this version does not keep what it promises, and so refuses it.
enum class Shape { text, number, flag, texts, dates, text_or_number, table, tables, later };

struct Setting {
    std::string_view section;
    std::string_view key;
    Shape shape;
};

constexpr Setting settings[] = {
    {"", "include", Shape::texts},
    {"", "daemon", Shape::table},
    {"", "inbox", Shape::table},
    {"", "outlet", Shape::table},
    {"", "mail", Shape::table},
    {"", "calendar", Shape::table},
    {"", "person", Shape::tables},
    {"", "group", Shape::table},
    {"", "policy", Shape::table},
    {"", "oauth2", Shape::table},
    {"", "limits", Shape::table},
    {"daemon", "state_dir", Shape::text},
    {"daemon", "log_level", Shape::text},
    {"daemon", "time_zone", Shape::text},
    {"daemon", "language", Shape::text},
    {"daemon", "default_policy", Shape::text},
    {"daemon", "presets", Shape::flag},
    {"daemon", "metrics_file", Shape::text},
    {"inbox", "url", Shape::text},
    {"inbox", "password_file", Shape::text},
    {"inbox", "password_command", Shape::text},
    {"inbox", "oauth2", Shape::text},
    {"inbox", "tls", Shape::text},
    {"inbox", "ca_file", Shape::text},
    {"inbox", "poll", Shape::text},
    {"inbox", "idle", Shape::flag},
    {"inbox", "after", Shape::text},
    {"outlet", "url", Shape::text},
    {"outlet", "password_file", Shape::text},
    {"outlet", "password_command", Shape::text},
    {"outlet", "oauth2", Shape::text},
    {"outlet", "tls", Shape::text},
    {"outlet", "ca_file", Shape::text},
    {"outlet", "rate", Shape::text},
    {"mail", "address", Shape::text},
    {"mail", "name", Shape::text},
    {"mail", "subaddress", Shape::flag},
    {"mail", "former_addresses", Shape::texts},
    {"mail", "from_domain", Shape::text},
    {"mail", "trusted_authserv_id", Shape::texts},
    {"mail", "trusted_arc_sealers", Shape::texts},
    {"mail", "alignment", Shape::text},
    {"mail", "munging_lists", Shape::texts},
    {"mail", "templates", Shape::text},
    {"calendar", "working_days", Shape::texts},
    {"calendar", "working_hours", Shape::text},
    {"calendar", "holidays", Shape::dates},
    {"person", "name", Shape::text},
    {"person", "addresses", Shape::texts},
    {"person", "time_zone", Shape::text},
    {"person", "working_hours", Shape::text},
    {"person", "working_days", Shape::texts},
    {"person", "language", Shape::text},
    {"person", "openpgp", Shape::text},
    {"person", "openpgp_key", Shape::text},
    {"person", "away", Shape::dates},
    {"group.*", "members", Shape::texts},
    {"policy.*", "preset", Shape::text},
    {"policy.*", "description", Shape::text},
    {"policy.*", "method", Shape::text},
    {"policy.*", "voters", Shape::texts},
    {"policy.*", "advisory", Shape::texts},
    {"policy.*", "proposers", Shape::texts},
    {"policy.*", "facilitators", Shape::texts},
    {"policy.*", "decider", Shape::text},
    {"policy.*", "period", Shape::text},
    {"policy.*", "min_period", Shape::text},
    {"policy.*", "quorum", Shape::text_or_number},
    {"policy.*", "threshold", Shape::text},
    {"policy.*", "base", Shape::text},
    {"policy.*", "min_agree", Shape::text_or_number},
    {"policy.*", "on_disagree", Shape::text},
    {"policy.*", "silence", Shape::text},
    {"policy.*", "veto_needs_reason", Shape::flag},
    {"policy.*", "early_close", Shape::flag},
    {"policy.*", "close_by_proposer", Shape::flag},
    {"policy.*", "visibility", Shape::text},
    {"policy.*", "head_lines", Shape::texts},
    {"policy.*", "required_sections", Shape::texts},
    {"policy.*", "comments_from", Shape::text},
    {"policy.*", "reminders", Shape::texts},
    {"policy.*", "trust", Shape::texts},
    {"policy.*", "subject_tags", Shape::texts},
    {"policy.*", "words", Shape::table},
    {"policy.*", "default_option", Shape::text},
    {"policy.*", "seats", Shape::number},
    {"policy.*", "unranked", Shape::text},
    {"policy.*", "strength", Shape::text},
    {"policy.*", "in_favour", Shape::text_or_number},
    {"policy.*", "majority", Shape::number},
    {"policy.*", "majority_rule", Shape::text},
    {"policy.*", "ties", Shape::texts},
    {"policy.*", "scores", Shape::text},
    {"policy.*", "aggregate", Shape::text},
    {"policy.*", "max_approvals", Shape::number},
    {"policy.*", "weights", Shape::table},
    {"policy.*", "agree_all_but", Shape::number},
    {"policy.*", "final_period", Shape::text},
    {"policy.*", "seconds", Shape::number},
    {"policy.*", "carry_votes", Shape::text},
    {"policy.*", "amend_period", Shape::text},
    {"policy.*", "settle_repeat", Shape::text},
    {"policy.*", "settle_asks", Shape::number},
    {"policy.*", "hold_limit", Shape::text},
    {"policy.*", "extend_if_not_reached", Shape::text},
    {"policy.*", "min_working_time", Shape::text},
    {"policy.*", "min_working_time_limit", Shape::text},
    {"policy.*", "review", Shape::text},
    {"policy.*", "second_look", Shape::later},
    {"policy.*", "secret", Shape::later},
    {"oauth2.*", "token_endpoint", Shape::text},
    {"oauth2.*", "client_id", Shape::text},
    {"oauth2.*", "client_secret_file", Shape::text},
    {"oauth2.*", "refresh_token_file", Shape::text},
    {"oauth2.*", "scope", Shape::text},
    {"limits", "message_size", Shape::text_or_number},
    {"limits", "parts", Shape::number},
    {"limits", "depth", Shape::number},
    {"limits", "header_size", Shape::text_or_number},
    {"limits", "answers_per_day", Shape::number},
    {"limits", "drafts_per_person", Shape::number},
    {"limits", "drafts", Shape::number},
    {"limits", "text_size", Shape::text_or_number},
    {"limits", "connect_timeout", Shape::text},
    {"limits", "answer_timeout", Shape::text},
};

bool all_of_kind(const Value& value, std::initializer_list<Kind> kinds) {
    return std::all_of(value.list.begin(), value.list.end(), [&](const Value& item) {
        return std::find(kinds.begin(), kinds.end(), item.kind) != kinds.end();
    });
}

bool fits(Shape shape, const Value& value) {
    switch (shape) {
        case Shape::text:
            return value.kind == Kind::text;
        case Shape::number:
            return value.kind == Kind::number;
        case Shape::flag:
            return value.kind == Kind::flag;
        case Shape::texts:
            return value.kind == Kind::text || (value.kind == Kind::list && all_of_kind(value, {Kind::text}));
        case Shape::dates:
            return value.kind == Kind::text ||
                   (value.kind == Kind::list && all_of_kind(value, {Kind::text, Kind::date}));
        case Shape::text_or_number:
            return value.kind == Kind::text || value.kind == Kind::number;
        case Shape::table:
            return value.kind == Kind::table;
        case Shape::tables:
            return value.kind == Kind::list && all_of_kind(value, {Kind::table});
        case Shape::later:
            return true;
    }
    return false;
}

std::string_view described(Shape shape, std::string_view key) {
    switch (shape) {
        case Shape::text:
            return "a string";
        case Shape::number:
            return "a whole number";
        case Shape::flag:
            return "true or false";
        case Shape::texts:
            return "a string or a list of strings";
        case Shape::dates:
            return "a list of dates, or a file name";
        case Shape::text_or_number:
            return "a whole number or a string";
        case Shape::table:
            if (key == "words") return "a table: { aye = \"agree\" }";
            if (key == "weights") return "a table: { \"ana@example.org\" = \"1.5\" }";
            return "a section";
        case Shape::tables:
            return "sections [[person]]";
        case Shape::later:
            return "";
    }
    return "";
}

}  // namespace

std::vector<std::string> known_setting_names() {
    std::vector<std::string> names;
    for (const auto& setting : settings) {
        const bool holds_settings = setting.section.empty() && setting.key != "include";
        if (!holds_settings)
            names.push_back(setting.section.empty() ? std::string(setting.key)
                                                    : fmt::format("{}.{}", setting.section, setting.key));
    }
    return names;
}

namespace toml_file {

std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string shown(text.substr(0, longest));
    while (shown.size() < text.size() && !shown.empty() &&
           (static_cast<unsigned char>(text[shown.size()]) & 0xC0) == 0x80)
        shown.pop_back();
    const bool cut = shown.size() < text.size();
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    return "“" + shown + (cut ? "…”" : "”");
}

std::string one_of(const std::vector<std::string>& names) {
    return fmt::format("one of: {}", fmt::join(names, ", "));
}

std::string suggestion(std::string_view wrong, const std::vector<std::string>& known) {
    if (known.empty()) return "there are none";
    if (const auto near = nearest(wrong, known)) return fmt::format("did you mean {}?", in_quotes(*near));
    return one_of(known);
}

Section::Section(std::string_view name, const Value& table, Problems& problems)
    : table_(&table), problems_(&problems) {
    for (const auto& entry : table.table) {
        const auto* known = std::find_if(std::begin(settings), std::end(settings), [&](const Setting& setting) {
            return setting.section == name && setting.key == entry.key;
        });
        if (known == std::end(settings)) {
            std::vector<std::string> keys;
            for (const auto& setting : settings)
                if (setting.section == name) keys.emplace_back(setting.key);
            problems.add(entry.place,
                         (name.empty() && entry.value.kind == Kind::table ? "unknown section " : "unknown key ") +
                             in_quotes(entry.key),
                         suggestion(entry.key, keys));
        } else if (known->shape == Shape::later) {
            problems.add(entry.place, in_quotes(entry.key) + " is not available in this version", "remove it");
        } else if (!fits(known->shape, entry.value)) {
            problems.add(entry.value.place, in_quotes(entry.key) + " has the wrong type",
                         std::string(described(known->shape, entry.key)));
        } else {
            good_.push_back(&entry);
        }
    }
}

const Value* Section::find(std::string_view key) const {
    const auto found =
        std::find_if(good_.begin(), good_.end(), [&](const Entry* entry) { return entry->key == key; });
    return found == good_.end() ? nullptr : &(*found)->value;
}

std::optional<std::string> Section::text(std::string_view key) const {
    const auto* value = find(key);
    if (!value || value->kind != Kind::text) return std::nullopt;
    return value->text;
}

std::optional<std::int64_t> Section::number(std::string_view key) const {
    const auto* value = find(key);
    if (!value || value->kind != Kind::number) return std::nullopt;
    return value->number;
}

std::optional<bool> Section::flag(std::string_view key) const {
    const auto* value = find(key);
    if (!value) return std::nullopt;
    return value->flag;
}

std::vector<Text> Section::texts(std::string_view key) const {
    std::vector<Text> found;
    const auto* value = find(key);
    if (!value) return found;
    if (value->kind == Kind::text) found.push_back({value->text, value->place});
    for (const auto& item : value->list) found.push_back({item.text, item.place});
    return found;
}

void Section::wrong(std::string_view key, std::string what, std::string allowed) const {
    const auto* value = find(key);
    if (value && problems_->has(value->place)) return;  // what else is wrong with it may follow from that
    problems_->add(value ? value->place : table_->place, std::move(what), std::move(allowed));
}

void Section::wrong(const Place& place, std::string what, std::string allowed) const {
    problems_->add(place, std::move(what), std::move(allowed));
}

std::string Section::absolute(const std::string& path) const {
    const std::filesystem::path file(*table_->place.file);
    return (file.parent_path() / path).lexically_normal().string();
}

}  // namespace toml_file
}  // namespace assentd
