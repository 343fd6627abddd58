// SPDX-License-Identifier: Apache-2.0
// The commands of assentctl, one function each (assentctl(1)). Machine output goes to stdout, talk to stderr.
#pragma once

#include <string>
#include <vector>

#include "daemon/ctl/context.h"

namespace assentd {

enum class Which { all, drafts, open, closed };

int check_config_command(Context&, bool connect);
int list_command(Context&, Which, bool json);
int show_command(Context&, const std::string& id, bool json);
int log_command(Context&, const std::string& id);
int explain_command(Context&, const std::string& message_id);
int verify_command(Context&, const std::string& id);  // empty: all
int export_command(Context&, const std::string& id, const std::string& format, const std::string& output);
int handbook_command(Context&);

struct PlanWish {
    std::string policy;
    std::string from;                 // an instant, or a point of time as people write it
    std::vector<std::string> voters;  // instead of the policy's
    bool json = false;
};
int plan_command(Context&, const PlanWish&);

struct ReplayWish {
    std::vector<std::string> paths;
    std::string policy;
    bool with_config = false;  // its people and policies, instead of everybody who wrote and the presets
    bool all_threads = false;  // also those that do not say that they are votes
    bool until_last_mail = false;
    bool json = false;
};
int replay_command(Context&, const ReplayWish&);

struct Wish {
    std::string id;
    std::string reason;
    std::string until;     // extend, reopen: a length or a point of time
    std::string choice{};  // decide: "yes", "no" or what names options
};
int close_command(Context&, const Wish&);
int extend_command(Context&, const Wish&);
int withdraw_command(Context&, const Wish&);
int decide_command(Context&, const Wish&);
int reopen_command(Context&, const Wish&);

// Addresses that people confirmed to be theirs.
int address_list_command(Context&);
int address_forget_command(Context&, const std::string& address);

struct OutboxWish {
    std::string state;  // only these; empty: all
    std::string id;     // only of this decision; empty: all
    bool json = false;
};

int quarantine_list_command(Context&, bool json);
int quarantine_show_command(Context&, std::int64_t row);
int quarantine_release_command(Context&, std::int64_t row);
int quarantine_drop_command(Context&, std::int64_t row);
int outbox_list_command(Context&, const OutboxWish&);
int outbox_retry_command(Context&, std::int64_t row);
int outbox_drop_command(Context&, std::int64_t row);
int health_command(Context&, bool json);

}  // namespace assentd
