// SPDX-License-Identifier: Apache-2.0
#include "daemon/wire/interrupt_flag.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>

#include "daemon/trouble.h"

namespace assentd {

InterruptFlag::InterruptFlag() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (descriptor_ < 0) {
        throw Trouble(Trouble::Scope::server, Trouble::Retry::later, std::string("eventfd: ") + std::strerror(errno));
    }
}

InterruptFlag::~InterruptFlag() {
    close(descriptor_);
}

void InterruptFlag::set() noexcept {
    const int kept = errno;
    const std::uint64_t one = 1;
    // Full (EAGAIN) means that it was set very often; it is readable all the same.
    [[maybe_unused]] const auto written = write(descriptor_, &one, sizeof one);
    errno = kept;
}

bool InterruptFlag::is_set() const noexcept {
    pollfd wait{descriptor_, POLLIN, 0};
    return poll(&wait, 1, 0) > 0;
}

}  // namespace assentd
