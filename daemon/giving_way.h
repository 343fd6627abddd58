// SPDX-License-Identifier: Apache-2.0
// Others who wait for the database look again every tenth of a second, and might never find it free while a large
// inbox is recorded. So it is left to them for a moment, every few seconds. The clock and the sleep are values.
#pragma once

#include <chrono>
#include <functional>
#include <thread>
#include <utility>

namespace assentd {

class GivingWay {
  public:
    using Time = std::chrono::steady_clock::time_point;

    explicit GivingWay(
        std::function<Time()> now = std::chrono::steady_clock::now,
        std::function<void(std::chrono::milliseconds)> sleep = [](auto pause) { std::this_thread::sleep_for(pause); })
        : now_(std::move(now)), sleep_(std::move(sleep)) {}

    // Called after each commit, outside of any transaction. Whoever rested meanwhile has given way already.
    void after_a_commit() {
        const Time now = now_();
        if (now - gave_way_ < longest_wait_of_others) return;
        if (now - gave_way_ < 2 * longest_wait_of_others) sleep_(std::chrono::milliseconds(120));
        gave_way_ = now_();
    }

  private:
    static constexpr std::chrono::seconds longest_wait_of_others{3};
    std::function<Time()> now_;
    std::function<void(std::chrono::milliseconds)> sleep_;
    Time gave_way_{};
};

}  // namespace assentd
