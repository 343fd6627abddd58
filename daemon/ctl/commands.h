// SPDX-License-Identifier: Apache-2.0
// The commands of assentctl, one function each (assentctl(1)). Machine output goes to stdout, talk to stderr.
#pragma once

#include <string>

#include "daemon/ctl/context.h"

namespace assentd {

enum class Which { all, open, closed };

int check_config_command(Context&, bool connect);
int list_command(Context&, Which, bool json);
int show_command(Context&, const std::string& id, bool json);
int log_command(Context&, const std::string& id);
int explain_command(Context&, const std::string& message_id);
int verify_command(Context&, const std::string& id);  // empty: all
int export_command(Context&, const std::string& id, const std::string& format, const std::string& output);
int handbook_command(Context&);

struct Wish {
    std::string id;
    std::string reason;
    std::string until;  // extend, reopen: a length or a point of time
};
int close_command(Context&, const Wish&);
int extend_command(Context&, const Wish&);
int withdraw_command(Context&, const Wish&);
int reopen_command(Context&, const Wish&);

int quarantine_list_command(Context&, bool json);
int quarantine_show_command(Context&, std::int64_t row);
int quarantine_release_command(Context&, std::int64_t row);
int quarantine_drop_command(Context&, std::int64_t row);
int outbox_list_command(Context&, bool json);
int outbox_retry_command(Context&, std::int64_t row);
int outbox_drop_command(Context&, std::int64_t row);
int health_command(Context&, bool json);

}  // namespace assentd
