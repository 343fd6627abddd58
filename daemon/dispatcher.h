// SPDX-License-Identifier: Apache-2.0
// Sends what the outbox holds, oldest first, one recipient a transaction, with back-off (PRODUCT 9.2, 9.3). Runs on a
// thread and a database connection of its own, so that a slow server never delays reading; `run_due` alone serves
// `--once`.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "daemon/clock.h"
#include "daemon/outlet.h"
#include "storage/store.h"

namespace assentd {

class Dispatcher {
  public:
    // `bounced` is called (from the dispatcher's thread) after a mail turned out undeliverable for good.
    Dispatcher(std::unique_ptr<Store>, std::unique_ptr<Outlet>, const Clock&, std::int64_t rate_per_minute,
               std::function<void()> bounced);
    ~Dispatcher();  // stops the thread

    // Sends everything that is due, at most once each. True if nothing due is left because of a server's trouble.
    bool run_due();

    void start();
    void wake();   // something was queued; thread-safe. A server that is in trouble is left its time
    void retry();  // the admin wants another attempt now; thread-safe
    void stop();   // interrupts a send and joins; idempotent

  private:
    enum class Went { on, no_further };
    Went send(OutboxMail);
    Went note(const OutboxMail&, const DeliveryResult&);
    Went settle();
    bool drop_if_moot(const OutboxMail&);
    void send_due(bool& trouble);
    void loop();
    void keep_rate();
    void note_for_health();
    void rest(std::chrono::milliseconds wait, bool trouble);

    std::unique_ptr<Store> store_;
    std::unique_ptr<Outlet> outlet_;
    const Clock& clock_;
    std::int64_t rate_per_minute_;
    std::function<void()> bounced_;
    std::chrono::seconds trouble_delay_{0};
    // For health, and what it was told last.
    bool sent_ = false;
    bool failed_ = false;
    std::string trouble_;  // the server's words; empty: none
    std::string told_;
    std::optional<std::chrono::steady_clock::time_point> last_send_;
    // Of what the outlet was given, what it holds, and since when something waits for the disk.
    std::vector<OutboxMail> held_;
    std::size_t unsettled_ = 0;
    std::chrono::steady_clock::time_point settled_;
    bool unsure_ = false;  // what became of a mail could not be stored
    bool slowed_ = false;  // trouble_delay_ has grown in this run

    std::mutex mutex_;
    std::condition_variable woken_;
    bool pending_ = true;
    bool urgent_ = false;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

// How long after the n-th failed attempt (from 1) the next one comes; nothing when it is time to give up (5 days).
std::optional<Duration> retry_delay(int attempts);

}  // namespace assentd
