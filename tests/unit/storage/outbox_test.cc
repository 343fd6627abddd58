// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include "tests/unit/storage/given.h"

namespace assentd {
namespace {

class Outbox : public testing::Test {
  protected:
    void queue(const OutboxMail& mail) {
        store_.begin();
        store_.queue(mail);
        store_.commit();
    }
    std::string state(std::int64_t row) { return std::string(name(store_.outbox_mail(row)->state)); }
    SqliteStore store_{":memory:", SqliteStore::Access::write};
};

TEST_F(Outbox, GivesBackWhatWasQueued) {
    store_.begin();
    OutboxMail mail = given::owed("<1@example.org>");
    mail.record = store_.add_record();
    mail.last_reply = "none yet";
    store_.queue(mail);
    store_.commit();
    const OutboxMail found = store_.outbox_mail(1).value();
    EXPECT_EQ(found.record, mail.record);
    EXPECT_EQ(found.notice, "receipt");
    EXPECT_EQ(found.message_id, "<1@example.org>");
    EXPECT_EQ(found.envelope_from, "decisions@example.org");
    EXPECT_EQ(found.recipient, "ada@example.org");
    EXPECT_EQ(found.bytes, mail.bytes);
    EXPECT_EQ(found.state, OutboxState::queued);
    EXPECT_EQ(found.attempts, 0);
    EXPECT_EQ(found.created, given::noon);
    EXPECT_EQ(found.next_attempt, given::noon);
    EXPECT_EQ(found.last_reply, "none yet");
    EXPECT_EQ(store_.find_outbox("<1@example.org>")->row, 1);
    EXPECT_EQ(store_.find_outbox("<1@example.org>")->bytes, "");
    EXPECT_FALSE(store_.find_outbox("<2@example.org>"));
    EXPECT_FALSE(store_.outbox_mail(2));
}

// The daemon asks these in every round and for every answer, and the mails that were sent are never thrown away.
TEST_F(Outbox, QuestionsOfEveryRoundReadNoSentMails) {
    for (int i = 0; i < 50; ++i) {
        OutboxMail mail = given::owed("<" + std::to_string(i) + "@example.org>");
        mail.state = OutboxState::sent;
        queue(mail);
    }
    EXPECT_TRUE(store_.outbox(OutboxState::bounced).empty());
    EXPECT_EQ(store_.recover_sending(given::noon), 0u);
    EXPECT_FALSE(store_.next_to_send(given::noon));
    EXPECT_FALSE(store_.next_send_time());
    EXPECT_EQ(store_.count_queued("ada@example.org", {"question"}, given::noon), 0);
    auto* const connection = store_.database().getHandle();
    for (sqlite3_stmt* statement = nullptr; (statement = sqlite3_next_stmt(connection, statement)) != nullptr;)
        EXPECT_EQ(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0), 0) << sqlite3_sql(statement);
}

TEST_F(Outbox, CountsAnAddressesAnswersFromTheIndexAlone) {
    SQLite::Statement plan(
        store_.database(),
        "EXPLAIN QUERY PLAN SELECT count(*) FROM outbox WHERE recipient = 'a' AND created >= 1 AND "
        "notice = 'receipt'");
    ASSERT_TRUE(plan.executeStep());
    EXPECT_NE(plan.getColumn(3).getString().find("COVERING INDEX"), std::string::npos);
}

TEST_F(Outbox, TakesAMessageIdOnce) {
    queue(given::owed("<1@example.org>"));
    OutboxMail again = given::owed("<1@example.org>");
    again.bytes = "other";
    queue(again);
    ASSERT_EQ(store_.outbox(std::nullopt).size(), 1u);
    EXPECT_NE(store_.outbox_mail(1)->bytes, "other");
}

TEST_F(Outbox, SendsTheOldestDueFirstAndMarksItSending) {
    queue(given::owed("<later@example.org>", given::noon + Duration{1}));
    queue(given::owed("<second@example.org>"));
    queue(given::owed("<first@example.org>", given::noon - Duration{9}));
    EXPECT_EQ(store_.next_send_time(), given::noon - Duration{9});
    const OutboxMail first = store_.next_to_send(given::noon).value();
    EXPECT_EQ(first.message_id, "<first@example.org>");
    EXPECT_EQ(first.state, OutboxState::sending);
    EXPECT_EQ(first.attempts, 1);
    EXPECT_FALSE(first.bytes.empty());
    EXPECT_EQ(state(first.row), "sending");
    EXPECT_EQ(store_.next_to_send(given::noon)->message_id, "<second@example.org>");
    EXPECT_FALSE(store_.next_to_send(given::noon));
    EXPECT_EQ(store_.next_send_time(), given::noon + Duration{1});
}

TEST_F(Outbox, SendsOnceWhatWasSent) {
    queue(given::owed("<1@example.org>"));
    store_.mark_sent(store_.next_to_send(given::noon)->row, "250 ok", given::noon);
    EXPECT_EQ(state(1), "sent");
    EXPECT_EQ(store_.outbox_mail(1)->last_reply, "250 ok");
    EXPECT_FALSE(store_.next_to_send(given::noon + Duration{99'999}));
    EXPECT_FALSE(store_.next_send_time());
    store_.mark_dropped(1);
    EXPECT_EQ(state(1), "sent") << "what went out cannot be dropped";
}

TEST_F(Outbox, TriesDeferredAndUnknownAgainAtTheirTime) {
    queue(given::owed("<1@example.org>"));
    store_.next_to_send(given::noon);
    store_.mark_deferred(1, given::noon + Duration{60}, "451 later");
    EXPECT_EQ(state(1), "deferred");
    EXPECT_FALSE(store_.next_to_send(given::noon + Duration{59}));
    EXPECT_EQ(store_.next_to_send(given::noon + Duration{60})->attempts, 2);
    store_.mark_unknown(1, given::noon + Duration{90}, "lost after DATA");
    EXPECT_EQ(state(1), "unknown");
    EXPECT_EQ(store_.next_to_send(given::noon + Duration{90})->attempts, 3);
}

TEST_F(Outbox, LeavesBouncedAndDroppedAlone) {
    queue(given::owed("<1@example.org>"));
    queue(given::owed("<2@example.org>"));
    store_.next_to_send(given::noon);
    store_.mark_bounced(1, "550 no such user", given::noon);
    store_.mark_dropped(2);
    EXPECT_EQ(state(1), "bounced");
    EXPECT_EQ(state(2), "dropped");
    EXPECT_FALSE(store_.next_to_send(given::noon));
    EXPECT_EQ(store_.outbox(OutboxState::bounced).at(0).last_reply, "550 no such user");
    EXPECT_EQ(store_.outbox(std::nullopt).size(), 2u);
    EXPECT_EQ(store_.outbox(OutboxState::queued).size(), 0u);
}

TEST_F(Outbox, DoesNotKnowAfterACrashWhatBecameOfSending) {
    queue(given::owed("<1@example.org>"));
    queue(given::owed("<2@example.org>"));
    store_.next_to_send(given::noon);
    EXPECT_EQ(store_.recover_sending(given::noon + Duration{5}), 1u);
    EXPECT_EQ(state(1), "unknown");
    EXPECT_EQ(store_.outbox_mail(1)->next_attempt, given::noon + Duration{5});
    EXPECT_EQ(state(2), "queued");
    EXPECT_EQ(store_.recover_sending(given::noon), 0u);
}

TEST_F(Outbox, CountsWhatAnAddressWasOwedSince) {
    queue(given::owed("<1@example.org>"));
    OutboxMail mail = given::owed("<2@example.org>");
    mail.notice = "question";
    mail.recipient = "ADA@Example.org";
    queue(mail);
    mail.message_id = "<3@example.org>";
    mail.created = given::noon - Duration{1};
    queue(mail);
    mail.message_id = "<4@example.org>";
    mail.notice = "outcome";
    mail.created = given::noon;
    queue(mail);
    EXPECT_EQ(store_.count_queued("ada@example.org", {"receipt", "question"}, given::noon), 2);
    EXPECT_EQ(store_.count_queued("ada@example.org", {"question"}, given::noon - Duration{1}), 2);
    EXPECT_EQ(store_.count_queued("bo@example.org", {"receipt"}, given::noon), 0);
}

TEST(Names, OfMailAndOutboxStatesGoBothWays) {
    for (const char* word : {"handled", "duplicate", "quarantined", "released", "dropped"})
        EXPECT_EQ(name(mail_state_from_name(word).value()), word);
    for (const char* word : {"queued", "sending", "sent", "deferred", "unknown", "bounced", "dropped"})
        EXPECT_EQ(name(outbox_state_from_name(word).value()), word);
    EXPECT_FALSE(mail_state_from_name("lost"));
    EXPECT_FALSE(outbox_state_from_name(""));
}

}  // namespace
}  // namespace assentd
