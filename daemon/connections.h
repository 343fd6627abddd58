// SPDX-License-Identifier: Apache-2.0
// From configuration to adapters: which inbox, which outlet, and where their secrets come from.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "config/config.h"
#include "daemon/inbox.h"
#include "daemon/outlet.h"

namespace assentd {

// `handled` is asked for Maildirs only; `alive` is called whenever a server sent something.
std::unique_ptr<Inbox> make_inbox(
    const Config&, std::function<bool(std::string_view)> handled, std::function<void()> alive = [] {});
std::unique_ptr<Outlet> make_outlet(const Config&);

// The first line of a file, or of what a command prints. Throws Trouble that names the file or command, never the
// secret.
std::string read_secret(const ServerConfig&);

}  // namespace assentd
