// SPDX-License-Identifier: Apache-2.0
#include "storage/chain.h"

#include "tests/unit/storage/given.h"

namespace assentd {
namespace {

// Two records whose events alternate: rows 1, 3, 5 are the first's, 2, 4, 6 the second's.
class Chain : public testing::Test {
  protected:
    void SetUp() override {
        store_.begin();
        const StoredMail mail = given::mail("bytes", "1");
        store_.add_mail(mail);
        const RecordId one = store_.add_record();
        const RecordId two = store_.add_record();
        for (int i = 0; i < 3; ++i)
            for (const RecordId record : {one, two})
                store_.append(record, {given::comment("text", {mail.message_id, mail.sha256, mail.arrival})},
                              given::decision(), std::nullopt, given::noon);
        store_.commit();
    }
    // Somebody with sqlite3 at the file.
    void tamper(const char* sql) {
        store_.database().exec(
            "DROP TRIGGER event_update; DROP TRIGGER event_delete; DROP TRIGGER raw_update;"
            "DROP TRIGGER raw_delete; PRAGMA foreign_keys = OFF");
        store_.database().exec(sql);
    }
    std::string faults() {
        std::string told;
        for (const ChainFault& fault : store_.check_chain())
            told += std::to_string(fault.row) + "/" + std::to_string(fault.record) + ": " + fault.what + "\n";
        return told;
    }
    SqliteStore store_{":memory:", SqliteStore::Access::write};
};

TEST_F(Chain, IsSoundWhenNobodyTouchedIt) {
    EXPECT_EQ(faults(), "");
}

TEST_F(Chain, ShowsAChangedByte) {
    tamper("UPDATE event SET body = replace(body, '\"text\"', '\"Text\"') WHERE row = 3");
    EXPECT_EQ(faults(),
              "3/1: event 3: changed, or not in its place: its hash does not follow from the event before it\n");
}

TEST_F(Chain, ShowsAChangedInstant) {
    tamper("UPDATE event SET at = at + 1 WHERE row = 6");
    EXPECT_EQ(faults(),
              "6/2: event 6: changed, or not in its place: its hash does not follow from the event before it\n");
}

TEST_F(Chain, ShowsARemovedEvent) {
    tamper("DELETE FROM event WHERE row = 3");
    EXPECT_EQ(faults(),
              "3/0: event 3: this event is missing\n5/1: event 5: number 3 of its record where 2 was due\n");
}

TEST_F(Chain, ShowsARemovedEnd) {
    tamper("DELETE FROM event WHERE row >= 5");
    EXPECT_EQ(faults(), "5/0: event 5: the chain ends after 4 events, 6 were stored\n");
}

TEST_F(Chain, ShowsAnInsertedEvent) {
    tamper(
        "INSERT INTO event (row, record, sequence, at, kind, hash, body) "
        "SELECT 7, record, 4, at, kind, hash, body FROM event WHERE row = 6");
    EXPECT_EQ(faults(),
              "7/2: event 7: changed, or not in its place: its hash does not follow from the event before it\n"
              "7/0: event 7: the chain goes on to 7 events, 6 were stored\n");
}

TEST_F(Chain, ShowsReorderedEvents) {
    tamper(
        "UPDATE event SET row = 100 WHERE row = 2; UPDATE event SET row = 2 WHERE row = 3;"
        "UPDATE event SET row = 3 WHERE row = 100");
    const std::string told = faults();
    EXPECT_NE(told.find("2/1: event 2: changed, or not in its place"), std::string::npos) << told;
    EXPECT_NE(told.find("3/2: event 3: changed, or not in its place"), std::string::npos) << told;
}

TEST_F(Chain, ShowsARemovedDecision) {
    tamper("DELETE FROM record WHERE record = 2");
    EXPECT_NE(faults().find("/2: event 2: the decision or draft that it belongs to is missing"), std::string::npos)
        << faults();
}

TEST_F(Chain, ShowsAReplacedEnd) {
    tamper("UPDATE chain SET hash = 'x'");
    EXPECT_EQ(faults(), "6/0: event 6: the chain does not end with the hash that was stored last\n");
}

TEST_F(Chain, ShowsAMailWhoseBytesChanged) {
    tamper("UPDATE raw SET bytes = CAST('bytez' AS BLOB)");
    EXPECT_EQ(faults(), "1/0: mail 1: its bytes are not those that were stored\n");
}

TEST_F(Chain, ShowsAMailThatWasExchangedTogetherWithItsHash) {
    const std::string other = digest_hex("other");
    tamper(("UPDATE raw SET bytes = CAST('other' AS BLOB), sha256 = '" + other + "'").c_str());
    EXPECT_NE(faults().find("1/1: event 1: the mail " + digest_hex("bytes") + " that it came from is missing"),
              std::string::npos);
}

TEST_F(Chain, ShowsABodyThatIsNoJson) {
    tamper("UPDATE event SET body = '{' WHERE row = 1");
    EXPECT_EQ(faults(),
              "1/1: event 1: changed, or not in its place: its hash does not follow from the event before it\n");
}

TEST(ChainHash, FramesItsFields) {
    EXPECT_NE(chain_hash("", {1, 1, 1, "ab", "c"}), chain_hash("", {1, 1, 1, "a", "bc"}));
    EXPECT_NE(chain_hash("", {1, 11, 1, "a", ""}), chain_hash("", {11, 1, 1, "a", ""}));
    EXPECT_EQ(chain_hash("", {1, 2, 3, "commented", "{}"}), digest_hex("0:,1:1,1:2,1:3,9:commented,2:{},"));
}

TEST(Sha256, GivesThePublishedValue) {  // FIPS 180-4, example "abc"
    EXPECT_EQ(digest_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace assentd
