// SPDX-License-Identifier: Apache-2.0
// Where a protocol reader gets its bytes from: a connection, or a test's or fuzzer's array.
#pragma once

#include <cstddef>

namespace assentd {

class ByteSource {
  public:
    virtual ~ByteSource() = default;
    // At least one byte, at most `room`. Throws Trouble when there will be none in time.
    virtual std::size_t read(char* into, std::size_t room) = 0;
    // A whole answer was read: patience starts anew.
    virtual void answer_complete() {}
};

}  // namespace assentd
