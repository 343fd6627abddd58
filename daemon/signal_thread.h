// SPDX-License-Identifier: Apache-2.0
// Stop, reload and a look at the inbox, asked for by signals. What is called runs on a thread of its own.
#pragma once

#include <pthread.h>
#include <signal.h>

#include <atomic>
#include <functional>
#include <thread>
#include <utility>

namespace assentd {

// Blocked in every thread, so that only the one below gets them.
inline sigset_t handled_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int s : {SIGTERM, SIGINT, SIGHUP, SIGUSR1}) sigaddset(&set, s);
    return set;
}

// Waits for signals on a thread of its own: Poco's wait knows neither reload nor a stop in the middle of a read.
class SignalThread {
  public:
    SignalThread(std::function<void()> stop, std::function<void()> reload, std::function<void()> look)
        : thread_([this, stop = std::move(stop), reload = std::move(reload), look = std::move(look)] {
              const sigset_t set = handled_signals();
              while (!done_) {
                  const timespec patience{60, 0};
                  const int signal = sigtimedwait(&set, nullptr, &patience);
                  if (done_) return;
                  if (signal == SIGHUP)
                      reload();
                  else if (signal == SIGUSR1)
                      look();
                  else if (signal == SIGTERM || signal == SIGINT)
                      stop();
              }
          }) {}
    ~SignalThread() {
        done_ = true;
        pthread_kill(thread_.native_handle(), SIGTERM);
        thread_.join();
    }
    SignalThread(const SignalThread&) = delete;
    SignalThread& operator=(const SignalThread&) = delete;

  private:
    std::atomic<bool> done_{false};
    std::thread thread_;
};

}  // namespace assentd
