// SPDX-License-Identifier: Apache-2.0
// What the commands of assentctl share: the configuration, the database, and how they end. A command returns an exit
// code; it throws Stop with a sentence for stderr when it cannot go on.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "config/config.h"
#include "daemon/clock.h"
#include "daemon/exit_codes.h"
#include "daemon/world.h"
#include "storage/store.h"

namespace assentd {

class Stop : public std::runtime_error {
  public:
    Stop(ExitCode code, const std::string& what) : std::runtime_error(what), code_(code) {}
    ExitCode code() const { return code_; }

  private:
    ExitCode code_;
};

// "D-4"; of what never opened "draft-7", by its place among all records.
std::string handle(RecordId, std::int64_t number);

// Whoever acts at the command line, for the record: the login name.
std::string acting_user();

class Context {
  public:
    // Who acts, and by which clock, are values like everything else: a rehearsal has its own.
    explicit Context(std::string config_path, const Clock& clock = {}, std::string user = acting_user())
        : config_path_(std::move(config_path)), clock_(clock), user_(std::move(user)) {}

    const Config& config();                  // Stop(78) after printing every error
    Store& reading();                        // read-only; Stop(66) when there is no database yet
    Store& writing();                        // for commands that act
    RecordId record(const std::string& id);  // "D-4", "draft-7"; Stop(66) when there is none
    const std::string& config_path() const { return config_path_; }
    Instant now() const { return clock_.now(); }
    const std::string& user() const { return user_; }

    // After a change: the running daemon forgets what it had in memory and looks at its outbox.
    void tell_daemon();

  private:
    std::string database();

    std::string config_path_;
    Clock clock_;
    std::string user_;
    std::optional<Config> config_;
    std::unique_ptr<Store> reading_;
    std::unique_ptr<Store> writing_;
};

}  // namespace assentd
