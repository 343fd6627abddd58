// SPDX-License-Identifier: Apache-2.0
#include "daemon/private_memory.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace assentd {
namespace {

TEST(PrivateMemory, LeavesNoCoreAndNoReadableFile) {
    const pid_t child = ::fork();
    if (child == 0) {
        keep_memory_private();
        rlimit core{1, 1};
        const bool good = ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 && core.rlim_max == 0 &&
                          ::prctl(PR_GET_DUMPABLE) == 0 && ::umask(0) == 0077;
        std::signal(SIGSEGV, SIG_DFL);  // a sanitizer would report it, and exit
        if (good) ::raise(SIGSEGV);
        ::_exit(1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_FALSE(WCOREDUMP(status));
}

}  // namespace
}  // namespace assentd
