// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "parsers/message.h"

namespace assentd {
namespace {

constexpr unsigned longest_s = 5;

void read_at_once() {
    ::alarm(longest_s);
    std::atomic<int> there{0};
    const auto read = [&there] {
        for (++there; there < 2;) {
        }
        read_message("From: ana@example.org\nContent-Type: text/html\n\n<p>+1</p>\n", Limits{}, OwnIdentity{});
    };
    std::thread one(read);
    std::thread other(read);
    one.join();
    other.join();
    std::_Exit(0);
}

// libxml2 hung for ever when the first two documents of a process came to two threads at once.
TEST(HtmlThreads, TheFirstTwoMailsOfAProcessAreReadAtOnce) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    for (int process = 0; process < 20 && !HasFailure(); ++process)
        EXPECT_EXIT(read_at_once(), testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace assentd
