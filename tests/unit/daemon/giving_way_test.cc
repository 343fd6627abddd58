// SPDX-License-Identifier: Apache-2.0
// Others who write get the database while much is recorded; the clock is moved by hand, so no machine is too fast.
#include "daemon/giving_way.h"

#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(GivingWay, PausesWhenItHasNotForSomeSeconds) {
    GivingWay::Time now{std::chrono::hours(1)};
    int pauses = 0;
    GivingWay way([&] { return now; }, [&](milliseconds) { ++pauses; });
    way.after_a_commit();
    EXPECT_EQ(pauses, 0) << "it rested before";
    now += seconds(1);
    way.after_a_commit();
    EXPECT_EQ(pauses, 0) << "not after each commit";
    now += seconds(3);
    way.after_a_commit();
    EXPECT_EQ(pauses, 1);
    now += seconds(60);
    way.after_a_commit();
    EXPECT_EQ(pauses, 1) << "it rested meanwhile";
}

class LargeInbox : public House {};

// One look at a busy database, without waiting.
bool can_write(const std::string& database) {
    const auto other = Store::open(database);
    try {
        other->begin();
        other->set_value("written_by", "another");
        other->commit();
    } catch (const StorageError&) {
        return false;
    }
    return true;
}

TEST_F(LargeInbox, LeavesTheDatabaseToOthersNowAndThen) {
    for (int i = 0; i < 501; ++i)  // more than a commit takes
        mail("robot@example.net", "decisions@example.org", "Nothing", "Nothing.", "Auto-Submitted: auto-generated\n");
    GivingWay::Time steady{std::chrono::hours(1)};
    int written = 0;
    const Clock clock(now_);
    Cycle cycle(
        *world_, inbox_, clock, [] {},
        GivingWay([&] { return steady += seconds(4); },
                  [&](milliseconds pause) {
                      EXPECT_GE(pause, milliseconds(100)) << "they look again every tenth of a second";
                      written += can_write((directory_ / "assentd.db").string()) ? 1 : 0;
                  }));
    EXPECT_TRUE(cycle.round());
    EXPECT_GE(written, 1);
}

}  // namespace
}  // namespace assentd::testing
