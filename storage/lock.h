// SPDX-License-Identifier: Apache-2.0
// One daemon per state directory: flock(2) on assentd.lock, which the kernel releases however the process ends.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace assentd {

class WriterLock {
  public:
    // Takes the lock, or throws StorageError: busy with the pid of who holds it in the text, or why it cannot be
    // taken.
    explicit WriterLock(const std::string& state_dir);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

  private:
    int file_ = -1;
};

// The process that holds the lock now; nothing when nobody does. A pid that a dead daemon left in the file is not
// told: it may be another program's by now.
std::optional<pid_t> lock_holder(const std::string& state_dir);

}  // namespace assentd
