// SPDX-License-Identifier: Apache-2.0
#include "daemon/ctl/context.h"

#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <iostream>

#include "decision/text.h"
#include "storage/lock.h"

namespace assentd {

const Config& Context::config() {
    if (config_) return *config_;
    auto loaded = load_config(config_path_);
    if (auto* config = std::get_if<Config>(&loaded)) return config_.emplace(std::move(*config));
    for (const auto& error : std::get<std::vector<ConfigError>>(loaded)) std::cerr << to_string(error) << '\n';
    throw Stop(exit_configuration, "");
}

std::string Context::database() {
    const std::string path = config().daemon.state_dir + "/assentd.db";
    if (::access(path.c_str(), R_OK) == 0) return path;
    if (errno == EACCES) throw Stop(exit_no_input, path + ": permission denied");
    if (Store::was_begun(path)) return path;  // opening it says what to do
    throw Stop(exit_no_input, "there is no database at " + path + " yet: has assentd run with this configuration?");
}

Store& Context::reading() {
    if (!reading_) reading_ = Store::open_read_only(database());
    return *reading_;
}

Store& Context::writing() {
    if (!writing_) writing_ = Store::open(database());
    return *writing_;
}

std::string handle(RecordId record, std::int64_t number) {
    return number > 0 ? "D-" + std::to_string(number) : "draft-" + std::to_string(record);
}

RecordId Context::record(const std::string& id) {
    constexpr std::string_view draft = "draft-";
    const std::string lower = lower_case(id);
    const bool is_draft = lower.starts_with(draft);
    const std::string_view digits = std::string_view(lower).substr(is_draft                  ? draft.size()
                                                                   : lower.starts_with("d-") ? 2
                                                                                             : 0);
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    if (error != std::errc() || end != digits.data() + digits.size())
        throw Stop(exit_usage,
                   "“" + id + "” is not the number of a decision; write it like D-4, a draft like draft-7");
    if (!is_draft) {
        if (const auto record = reading().find_number(n)) return *record;
    } else {
        for (const auto& summary : reading().summaries())
            if (summary.record == n && summary.number == 0) return n;
    }
    throw Stop(exit_no_input, "there is no " + (is_draft ? handle(n, 0) : "decision " + handle(0, n)) +
                                  "; assentctl list shows those there are");
}

void Context::tell_daemon() {
    // Not running or not ours: it will find the change by itself.
    if (const auto pid = lock_holder(config().daemon.state_dir)) ::kill(*pid, SIGUSR1);
}

std::string acting_user() {
    const passwd* entry = ::getpwuid(::getuid());
    return entry && entry->pw_name ? entry->pw_name : "uid " + std::to_string(::getuid());
}

}  // namespace assentd
