// SPDX-License-Identifier: Apache-2.0
// One daemon per state directory: flock(2) on assentd.lock, which the kernel releases however the process ends.
#pragma once

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

}  // namespace assentd
