// SPDX-License-Identifier: Apache-2.0
// What the daemon tells the service manager that started it, systemd or its like: the datagrams of sd_notify(3) to
// the socket that NOTIFY_SOCKET names, and the watchdog of WATCHDOG_USEC. Written out because libsystemd would bring
// four compression and cipher libraries into the daemon for it. Never throws, never blocks; does nothing when nobody
// asked.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace assentd {

// "READY=1", "STOPPING=1", "WATCHDOG=1". What cannot be sent at once is not sent.
void tell_service_manager(std::string_view state) noexcept;

// Within which time it wants to hear "WATCHDOG=1", if it watches this very process.
std::optional<std::chrono::microseconds> watchdog_period();

}  // namespace assentd
