// SPDX-License-Identifier: Apache-2.0
#include "daemon/private_memory.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace assentd {

void keep_memory_private() {
    ::umask(0077);
    // Neither can fail for a process that only gives up what it has.
    const rlimit nothing{0, 0};
    ::setrlimit(RLIMIT_CORE, &nothing);
    ::prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace assentd
