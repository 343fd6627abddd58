// SPDX-License-Identifier: Apache-2.0
#include "decision/text.h"

#include <gtest/gtest.h>

namespace assentd {
namespace {

TEST(DecisionNumber, IsReadWholeOrNotAtAll) {
    EXPECT_EQ(decision_number("D-42"), 42);
    EXPECT_EQ(decision_number("d-7"), 7);
    for (const char* other :
         {"", "D", "D-", "D-0", "D--1", "D-1a", "D-Day", "RFC-1", "D 1", "D-99999999999999999999"})
        EXPECT_EQ(decision_number(other), std::nullopt) << other;
}

}  // namespace
}  // namespace assentd
