// SPDX-License-Identifier: Apache-2.0
#include "daemon/ctl/context.h"

#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <charconv>
#include <iostream>

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
    if (::access(path.c_str(), F_OK) != 0)
        throw Stop(exit_no_input,
                   "there is no database at " + path + " yet: has assentd run with this configuration?");
    return path;
}

Store& Context::reading() {
    if (!reading_) reading_ = Store::open_read_only(database());
    return *reading_;
}

Store& Context::writing() {
    if (!writing_) writing_ = Store::open(database());
    return *writing_;
}

RecordId Context::record(const std::string& id) {
    std::int64_t n = 0;
    const bool shaped = id.size() > 2 && (id[0] == 'D' || id[0] == 'd') && id[1] == '-';
    const auto digits = shaped ? std::string_view(id).substr(2) : std::string_view(id);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    if (error != std::errc() || end != digits.data() + digits.size())
        throw Stop(exit_usage, "“" + id + "” is not the number of a decision; write it like D-4");
    if (const auto record = reading().find_number(n)) return *record;
    throw Stop(exit_no_input,
               "there is no decision D-" + std::to_string(n) + "; assentctl list shows those there are");
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
