// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/storage/given.h"

namespace assentd {
namespace {

class Mails : public testing::Test {
  protected:
    MailRow add(const StoredMail& mail) {
        store_->begin();
        const MailRow row = store_->add_mail(mail);
        store_->commit();
        return row;
    }
    given::Directory directory_;
    std::unique_ptr<Store> store_ = Store::open(directory_.database());
};

TEST_F(Mails, OneThatWasReleasedIsFoundAsItWasReadThen) {
    StoredMail mail = given::mail("Subject: x\r\n\r\nText\r\n");
    mail.state = MailState::released;
    add(mail);
    mail.state = MailState::handled;
    mail.limits = "then";
    add(mail);
    EXPECT_EQ(store_->find_mail_by_sha256(mail.sha256)->limits, "then");
}

TEST_F(Mails, ComeBackAsTheyWere) {
    StoredMail mail = given::mail(std::string("Subject: x\r\n\r\nNUL \0 and \xff\r\n", 27), "9");
    mail.state = MailState::duplicate;
    mail.reason = "as mail 3";
    mail.limits = "1 2 3";
    const MailRow row = add(mail);
    const StoredMail found = store_->mail(row).value();
    EXPECT_EQ(found.raw, mail.raw);
    EXPECT_EQ(found.size, mail.raw.size());
    EXPECT_EQ(found.folder, "INBOX");
    EXPECT_EQ(found.uid_validity, 7u);
    EXPECT_EQ(found.uid, "9");
    EXPECT_EQ(found.arrival, given::noon);
    EXPECT_EQ(found.message_id, "<9@example.org>");
    EXPECT_EQ(found.from, "ada@example.org");
    EXPECT_EQ(found.identity, "identity-9");
    EXPECT_EQ(found.sha256, mail.sha256);
    EXPECT_EQ(found.kind, "human");
    EXPECT_EQ(found.state, MailState::duplicate);
    EXPECT_EQ(found.reason, "as mail 3");
    EXPECT_EQ(found.record, 0);
    EXPECT_EQ(found.limits, "1 2 3");
    EXPECT_EQ(store_->find_mail_by_sha256(mail.sha256)->raw, mail.raw);
    EXPECT_FALSE(store_->mail(row + 1));
}

TEST_F(Mails, WithoutBytesAreKeptToo) {
    EXPECT_EQ(store_->mail(add(given::mail("")))->raw, "");
}

TEST_F(Mails, WithOneIdentityAreAllKeptNewestFirst) {
    StoredMail mail = given::mail("first", "1");
    add(mail);
    mail.raw = "second";
    mail.sha256 = digest_hex(mail.raw);
    const MailRow second = add(mail);
    const auto same = store_->find_same("identity-1");
    ASSERT_EQ(same.size(), 2u);
    EXPECT_EQ(same[0].row, second);
    EXPECT_EQ(same[0].raw, "") << "listings carry no bytes";
    EXPECT_EQ(same[0].size, 6u);
    EXPECT_EQ(store_->find_mails_by_message_id("<1@example.org>").size(), 2u);
}

TEST_F(Mails, WithoutAnIdentityAreNotTheSame) {
    StoredMail mail = given::mail("first");
    mail.identity.clear();
    mail.message_id.clear();
    add(mail);
    EXPECT_TRUE(store_->find_same("").empty());
    EXPECT_TRUE(store_->find_mails_by_message_id("").empty());
}

TEST_F(Mails, ThatCameTwiceKeepTheirBytesOnce) {
    add(given::mail("same bytes", "1"));
    add(given::mail("same bytes", "2"));
    auto& database = static_cast<SqliteStore&>(*store_).database();
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM mail").getInt(), 2);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM raw").getInt(), 1);
}

TEST_F(Mails, WithAWrongHashAreNotTakenForAnother) {
    StoredMail liar = given::mail("other bytes", "2");
    liar.sha256 = given::mail("bytes").sha256;
    add(given::mail("bytes", "1"));
    EXPECT_EQ(store_->mail(add(liar))->raw, "other bytes");
}

TEST_F(Mails, AreKnownByFolderValidityAndUid) {
    add(given::mail("x", "12"));
    EXPECT_TRUE(store_->has_uid("INBOX", 7, "12"));
    EXPECT_FALSE(store_->has_uid("INBOX", 8, "12"));
    EXPECT_FALSE(store_->has_uid("Archive", 7, "12"));
    EXPECT_FALSE(store_->has_uid("INBOX", 7, "1"));
}

TEST_F(Mails, ChangeStateAndAreListedByIt) {
    const MailRow row = add(given::mail("x", "1"));
    add(given::mail("y", "2"));
    store_->begin();
    const RecordId record = store_->add_record();
    store_->set_mail_state(row, MailState::quarantined, "the reader died of it", record);
    store_->commit();
    const auto found = store_->mails_in_state(MailState::quarantined);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].row, row);
    EXPECT_EQ(found[0].reason, "the reader died of it");
    EXPECT_EQ(found[0].record, record);
    EXPECT_EQ(store_->mails_in_state(MailState::handled).size(), 1u);
}

TEST_F(Mails, OfARecordAreItsOwnAndThoseThatItsEventsName) {
    store_->begin();
    const RecordId record = store_->add_record();
    StoredMail own = given::mail("own", "1");
    own.record = record;
    const MailRow first = store_->add_mail(own);
    const StoredMail named = given::mail("named", "2");
    const MailRow second = store_->add_mail(named);
    store_->add_mail(given::mail("neither", "3"));
    store_->append(record, {given::comment("c", {named.message_id, named.sha256, given::noon})}, given::decision(),
                   std::nullopt, given::noon);
    store_->commit();
    const auto found = store_->mails_of(record);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].row, first);
    EXPECT_EQ(found[1].row, second);
}

TEST_F(Mails, AreVisitedInOrderWhileTheStoreIsUsed) {
    for (const char* uid : {"1", "2", "3"}) add(given::mail(std::string("raw ") + uid, uid));
    std::string seen;
    store_->each_mail([&](const StoredMail& mail) {
        seen += mail.raw + ";";
        store_->begin();
        store_->set_mail_state(mail.row, MailState::dropped, "", 0);
        store_->commit();
        EXPECT_TRUE(store_->mail(mail.row));
    });
    EXPECT_EQ(seen, "raw 1;raw 2;raw 3;");
}

}  // namespace
}  // namespace assentd
