// SPDX-License-Identifier: Apache-2.0
// What stays in memory between mails: what is in use, not all that ever was.
#include "daemon/stepping.h"

#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class DecisionsInMemory : public House {
  protected:
    void SetUp() override {
        for (int i = 0; i < 2; ++i) propose("Policy: board\n");
        round();
        for (std::int64_t number : {1, 2}) records_.get(*store_->find_number(number));
    }

    Records records_{*store_};
};

TEST_F(DecisionsInMemory, StayWhileTheyAreInUse) {
    records_.trim(0);
    EXPECT_EQ(records_.size(), 2u);
    records_.get(*store_->find_number(2));
    records_.trim(0);
    EXPECT_EQ(records_.size(), 1u) << "nobody asked for D-1 since";
    records_.trim(0);
    EXPECT_EQ(records_.size(), 0u);
}

TEST_F(DecisionsInMemory, StayWhileTheyAreFew) {
    records_.trim();
    records_.trim();
    EXPECT_EQ(records_.size(), 2u);
}

TEST_F(DecisionsInMemory, GoOnceTheyAreOver) {
    at("2027-01-30T09:00:00Z");
    round();
    ASSERT_EQ(decision(1).state, State::closed);
    records_.forget();
    records_.get(*store_->find_number(1));
    records_.trim();
    EXPECT_EQ(records_.size(), 0u);
}

}  // namespace
}  // namespace assentd::testing
