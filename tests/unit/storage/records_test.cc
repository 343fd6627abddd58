// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/storage/given.h"

namespace assentd {
namespace {

class Records : public testing::Test {
  protected:
    given::Directory directory_;
    std::unique_ptr<Store> store_ = Store::open(directory_.database());
};

TEST_F(Records, KeepTheirEventsInOrder) {
    const RecordId one = given::record_with(*store_, {"a", "b"});
    const RecordId two = given::record_with(*store_, {"c"});
    const auto events = store_->events(one);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(std::get<Commented>(events[0].event).text, "a");
    EXPECT_EQ(std::get<Commented>(events[1].event).text, "b");
    EXPECT_EQ(events[1].sequence, 2);
    EXPECT_EQ(events[1].at, given::noon);
    EXPECT_EQ(events[1].record, one);
    EXPECT_EQ(events[1].hash.size(), 64u);
    EXPECT_NE(events[1].body.find("\"text\":\"b\""), std::string::npos);
    EXPECT_EQ(store_->events(two)[0].sequence, 1);
    EXPECT_EQ(store_->load(one).events, 2u);
    EXPECT_EQ(store_->load(99).events, 0u);
}

TEST_F(Records, AreListedAsTheLastAppendLeftThem) {
    const RecordId record = given::record_with(*store_, {"a"});
    EXPECT_EQ(store_->summaries()[0].number, 0);
    EXPECT_EQ(store_->next_number(), 1);
    store_->begin();
    store_->append(record, {}, given::decision(7), given::noon + Duration{60}, given::noon);
    store_->commit();
    const RecordSummary line = store_->summaries().at(0);
    EXPECT_EQ(line.record, record);
    EXPECT_EQ(line.number, 7);
    EXPECT_EQ(line.state, State::open);
    EXPECT_EQ(line.title, "A new oven");
    EXPECT_EQ(line.next_wakeup, given::noon + Duration{60});
    EXPECT_EQ(store_->find_number(7), record);
    EXPECT_FALSE(store_->find_number(8));
    EXPECT_EQ(store_->next_number(), 8);
}

TEST_F(Records, AreDueWhenTheirTimeHasCome) {
    store_->begin();
    const auto add = [&](std::int64_t number, State state, std::optional<Instant> wakeup) {
        const RecordId record = store_->add_record();
        Decision d = given::decision(number);
        d.state = state;
        store_->append(record, {}, d, wakeup, given::noon);
        return record;
    };
    const RecordId later = add(1, State::open, given::noon);
    const RecordId sooner = add(2, State::open, given::noon - Duration{1});
    add(3, State::open, given::noon + Duration{1});
    const RecordId for_review = add(4, State::closed, given::noon - Duration{9});
    add(5, State::open, std::nullopt);
    store_->commit();
    EXPECT_EQ(store_->due(given::noon), (std::vector<RecordId>{for_review, sooner, later}));
    EXPECT_EQ(store_->earliest_wakeup(), given::noon - Duration{9});
}

TEST_F(Records, HaveNoWakeupAtFirst) {
    EXPECT_FALSE(store_->earliest_wakeup());
}

TEST_F(Records, AreFoundByTheMessagesOfTheirThreadAndTheFirstOwnerKeepsThem) {
    const RecordId one = given::record_with(*store_, {});
    const RecordId two = given::record_with(*store_, {});
    store_->begin();
    store_->remember_thread("<a@example.org>", one);
    store_->remember_thread("<a@example.org>", two);
    store_->commit();
    EXPECT_EQ(store_->find_thread("<a@example.org>"), one);
    EXPECT_FALSE(store_->find_thread("<b@example.org>"));
}

TEST_F(Records, RefuseAnEventOfOneThatThereIsNot) {
    store_->begin();
    EXPECT_THROW(store_->append(5, {given::comment("x")}, given::decision(), std::nullopt, given::noon),
                 StorageError);
    store_->rollback();
}

TEST_F(Records, TellWhichEventCannotBeRead) {
    const RecordId record = given::record_with(*store_, {"a"});
    auto& database = static_cast<SqliteStore&>(*store_).database();
    database.exec(
        "INSERT INTO event (row, record, sequence, at, kind, hash, body) VALUES (2, 1, 2, 0, 'sung', '', '{}')");
    try {
        store_->load(record);
        FAIL();
    } catch (const StorageError& e) {
        EXPECT_EQ(e.kind(), StorageError::Kind::corrupt);
        EXPECT_STREQ(e.what(), "event 2 of record 1 cannot be read: an unknown kind of event: sung");
    }
}

TEST_F(Records, NeverChangeAnEvent) {
    given::record_with(*store_, {"a"});
    auto& database = static_cast<SqliteStore&>(*store_).database();
    EXPECT_THROW(database.exec("UPDATE event SET body = '{}'"), SQLite::Exception);
    EXPECT_THROW(database.exec("DELETE FROM event"), SQLite::Exception);
    EXPECT_EQ(store_->events(1).size(), 1u);
}

}  // namespace
}  // namespace assentd
