// SPDX-License-Identifier: Apache-2.0
// A little of chance on top of a wait, so that many daemons do not knock at a server's door at once.
#pragma once

#include <chrono>
#include <random>

namespace assentd {

// The wait and up to a fifth more. Any thread.
inline std::chrono::milliseconds with_jitter(std::chrono::milliseconds wait) {
    thread_local std::minstd_rand chance{std::random_device{}()};
    return wait + std::chrono::milliseconds(std::uniform_int_distribution<std::int64_t>(0, wait.count() / 5)(chance));
}

}  // namespace assentd
