// SPDX-License-Identifier: Apache-2.0
// A flag that wakes whoever polls: set once from any thread or signal handler, never cleared.
#pragma once

namespace assentd {

class InterruptFlag {
  public:
    InterruptFlag();  // throws Trouble when the system is out of descriptors
    ~InterruptFlag();
    InterruptFlag(const InterruptFlag&) = delete;
    InterruptFlag& operator=(const InterruptFlag&) = delete;

    void set() noexcept;  // thread-safe and async-signal-safe
    bool is_set() const noexcept;
    int descriptor() const { return descriptor_; }  // readable from set() on

  private:
    int descriptor_;
};

}  // namespace assentd
