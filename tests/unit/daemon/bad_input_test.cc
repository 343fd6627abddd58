// SPDX-License-Identifier: Apache-2.0
// Mails that are wrong, hostile or automatic: each gets its answer or its silence, is kept, and never stops the next.
#include <SQLiteCpp/Database.h>

#include <stdexcept>

#include "storage/sqlite_store.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class BadInput : public House {
  protected:
    void expect_next_is_handled_by(const std::string& who) {
        answer(who, "+1");
        EXPECT_EQ(count(round(), "receipt", who), 1);
        EXPECT_EQ(position(who), Position::agree);
        expect_honest_record();
    }
    // The mail after the bad one: must always be handled.
    void expect_next_is_handled() {
        answer("ben@example.org", "+1");
        EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 1);
        EXPECT_EQ(position("ben@example.org"), Position::agree);
        EXPECT_EQ(inbox_.handled.size(), static_cast<std::size_t>(uid_));
        std::size_t kept = 0;
        store_->each_mail([&](const StoredMail&) { ++kept; });
        EXPECT_GE(kept, 3u);
        expect_honest_record();
    }
};

TEST_F(BadInput, AnUnknownSenderIsToldAndOpensNothing) {
    propose();
    mail("stranger@example.net", "decisions@example.org", "Buy this", "Best price.", proven());
    const auto sent = round();
    EXPECT_EQ(count(sent, "refusal", "stranger@example.net"), 1);
    EXPECT_FALSE(store_->find_number(2));
    expect_next_is_handled();
}

TEST_F(BadInput, AnOutsidersVoteIsRefusedAndNotCounted) {
    propose();
    mail("stranger@example.net", "decisions@example.org", "Re: [D-1] Meet less", "-1 because I can");
    EXPECT_EQ(count(round(), "refusal", "stranger@example.net"), 1);
    EXPECT_EQ(tally(decision()).all.spoke(), 0);
    expect_next_is_handled();
}

TEST_F(BadInput, AnOutsiderLearnsNeitherTheTitleNorHowItStands) {
    propose();
    answer("chen@example.org", "-1 because it is too early");
    round();
    mail("stranger@example.net", "decisions@example.org", "Re: [D-1]", "status\nD-1: +1\n", proven());
    const auto sent = round();
    ASSERT_GT(count(sent, "refusal", "stranger@example.net"), 0);
    for (const auto& m : sent)
        for (const char* secret : {"Meet less", "concern", "Ana", "2026-12-03"})
            EXPECT_EQ(m.bytes.find(secret), std::string::npos) << m.bytes;
    expect_next_is_handled();
}

TEST_F(BadInput, AnEmptyReplyIsToldOnce) {
    propose();
    answer("chen@example.org", "\n> quoted only\n");
    EXPECT_EQ(count(round(), "refusal", "chen@example.org"), 1);
    expect_next_is_handled();
}

TEST_F(BadInput, AMisspeltHeadLineKeepsADraft) {
    propose();
    mail("ana@example.org", "decisions@example.org", "Second", "Deadine: in 2 days\n\nText.", proven());
    const auto sent = round();
    ASSERT_EQ(count(sent, "refusal", "ana@example.org"), 1);
    EXPECT_NE(sent.front().bytes.find("Deadine"), std::string::npos);
    EXPECT_FALSE(store_->find_number(2));
    expect_next_is_handled();
}

TEST_F(BadInput, ABombOfPartsIsASilentShrug) {
    propose();
    std::string bomb =
        "From: chen@example.org\nTo: " + reply_.at("chen@example.org") +
        "\nMessage-ID: <bomb@example.org>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n";
    for (int i = 0; i < 100'000; ++i)
        bomb += "--b" + std::to_string(i) + "\nContent-Type: multipart/mixed; boundary=b" + std::to_string(i + 1) +
                "\n\n";
    raw(bomb);
    round();
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    expect_next_is_handled();
}

TEST_F(BadInput, AMailTooLargeToFetchIsQuarantinedAndItsSenderTold) {
    propose();
    raw("From: chen@example.org\nTo: decisions@example.org\nSubject: film\nMessage-ID: <film@example.org>\n\n");
    inbox_.waiting.back().oversize = true;
    inbox_.waiting.back().size = 70u << 20;
    EXPECT_EQ(count(round(), "refusal", "chen@example.org"), 1);
    EXPECT_EQ(store_->mails_in_state(MailState::quarantined).size(), 1u);
    expect_next_is_handled();
}

TEST_F(BadInput, SixtyMegabytesWithinTheLimitAreRead) {
    propose();
    mail("chen@example.org", reply_.at("chen@example.org"), "Re: [D-1]", "+1\n\n" + std::string(60u << 20, 'x'));
    round();
    EXPECT_EQ(store_->mails_in_state(MailState::quarantined).size(), 0u);
    expect_next_is_handled();
}

TEST_F(BadInput, NulBytesAndABrokenCharsetAreReadAsFarAsTheyGo) {
    propose();
    mail("chen@example.org", reply_.at("chen@example.org"), "Re: [D-1]", std::string("+1\0\n\xff\xfe m\xfcll", 12),
         "Content-Type: text/plain; charset=x-no-such-thing\n");
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    expect_next_is_handled();
}

TEST_F(BadInput, AVacationReplyIsNeitherCountedNorAnswered) {
    propose();
    mail("chen@example.org", reply_.at("chen@example.org"), "Automatic reply: [D-1] Meet less", "+1\nI am away.",
         "Auto-Submitted: auto-replied\n");
    EXPECT_TRUE(round().empty());
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    expect_next_is_handled();
}

TEST_F(BadInput, OurOwnMailComingBackIsALoopAndSilent) {
    propose();
    for (const auto& row : store_->outbox(std::nullopt)) raw(store_->outbox_mail(row.row)->bytes);
    EXPECT_TRUE(round().empty());
    expect_next_is_handled();
}

std::string bounce_to(const std::string& address) {
    return "From: MAILER-DAEMON@mx.example.org\nTo: " + address +
           "\nSubject: Undelivered Mail\nMessage-ID: <dsn@mx.example.org>\nMIME-Version: 1.0\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\nSorry.\n"
           "--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
           "Final-Recipient: rfc822; chen@example.org\nAction: failed\nStatus: 5.1.1\n\n--x--\n";
}

TEST_F(BadInput, ABounceOfAnInvitationMarksItsReaderNotReached) {
    propose();
    std::string envelope;
    for (const auto& row : store_->outbox(std::nullopt))
        if (row.notice == "invitation" && row.recipient == "chen@example.org") envelope = row.envelope_from;
    raw(bounce_to(envelope));
    EXPECT_TRUE(round().empty());
    EXPECT_FALSE(decision().seats[2].reached);
    expect_next_is_handled();
}

TEST_F(BadInput, AForgedBounceSilencesNobody) {
    propose();
    raw(bounce_to("decisions+b.aaaaaaaaaaaaaaaaaaaaaaaa@example.org"));
    EXPECT_TRUE(round().empty());
    EXPECT_TRUE(decision().seats[2].reached);
    expect_next_is_handled();
}

TEST_F(BadInput, TheSameMailTwiceChangesNothing) {
    propose();
    answer("chen@example.org", "a thought");
    const auto again = inbox_.waiting.back();
    round();
    raw(again.raw);
    EXPECT_TRUE(round().empty());
    EXPECT_EQ(decision().comments.size(), 1u);
    inbox_.uid_validity = 8;  // the folder was made anew: everything comes once more
    EXPECT_TRUE(round().empty());
    EXPECT_EQ(decision().comments.size(), 1u);
    EXPECT_FALSE(store_->find_number(2));
    expect_honest_record();
}

TEST_F(BadInput, WhatWasSetAsideIsNotSetAsideAgainWhenTheFolderIsMadeAnew) {
    propose("Policy: board\n");
    answer("chen@example.org", "+1");
    std::string forged = inbox_.waiting.back().raw;
    round();
    forged.replace(forged.rfind("+1"), 2, "-1");
    raw(forged);
    mail("ben@example.org, chen@example.org", "decisions@example.org", "Two", "+1");
    round();
    ASSERT_EQ(store_->mails_in_state(MailState::quarantined).size(), 2u);
    inbox_.uid_validity = 8;
    EXPECT_TRUE(round().empty()) << "nor is anybody told again";
    EXPECT_EQ(store_->mails_in_state(MailState::quarantined).size(), 2u);
    const auto row = store_->mails_in_state(MailState::quarantined).at(0).row;
    store_->begin();
    store_->set_mail_state(row, MailState::dropped, "an admin's word", 0);
    store_->commit();
    inbox_.uid_validity = 9;
    round();
    EXPECT_EQ(store_->mails_in_state(MailState::quarantined).size(), 1u) << "what was dropped stays dropped";
}

TEST_F(BadInput, WhatNeverCameIsEachSetAsideByItself) {
    propose("Policy: board\n");
    for (int i = 0; i < 2; ++i) {
        answer("chen@example.org", "+1");
        inbox_.waiting.back().raw.clear();
    }
    round();
    EXPECT_EQ(store_->mails_in_state(MailState::quarantined).size(), 2u);
}

TEST_F(BadInput, TheSameMessageIdWithOtherWordsOverwritesNothing) {
    propose("Policy: board\n");
    answer("chen@example.org", "+1");
    std::string forged = inbox_.waiting.back().raw;
    round();
    forged.replace(forged.rfind("+1"), 2, "-1");
    raw(forged);
    EXPECT_EQ(count(round(), "refusal", "chen@example.org"), 1) << "they are told";
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    EXPECT_EQ(store_->mails_in_state(MailState::quarantined).size(), 1u);
    expect_next_is_handled();
}

TEST_F(BadInput, APolicyThatBelievesTheFromLineBelievesATokenToo) {
    configure("[policy.open]\npreset = \"consent\"\ntrust = \"from-header-unverified\"\n");
    mail("ana@example.org", "decisions@example.org", "Meet less", "Policy: open\n\nText.");
    for (const auto& m : round())
        if (m.notice == "invitation") reply_[m.to] = m.reply_to();
    ASSERT_TRUE(store_->find_number(1));
    expect_next_is_handled_by("ben@example.org");
}

TEST_F(BadInput, AYesToAnothersQuestionIsNoVote) {
    propose("Policy: board\n");
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("chen@example.org", asked.front().reply_to(), "Re: [D-1] Meet less", "yes", proven());
    EXPECT_EQ(count(round(), "refusal", "chen@example.org"), 1);
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(BadInput, DoubtIsNoVote) {
    propose("Policy: board\n");
    for (const char* text : {"I think -1 maybe, dunno", "No, wait, I need more time", "+1 I guess, not sure"}) {
        at(instant_text(now_ + std::chrono::seconds(60)));
        answer("chen@example.org", text);
        round();
        EXPECT_EQ(position("chen@example.org"), std::nullopt) << text;
    }
}

TEST_F(BadInput, TheLatestInstantOfADatabaseNeverGoesBack) {
    round();
    propose();
    at("2026-11-20T09:00:00Z");
    answer("ben@example.org", "+1");
    round();
    EXPECT_EQ(store_->value("last_instant"), "2026-11-30T09:00:00Z");
}

// The database of a program with a fault: one mail is too much for it.
class FaultyStore : public SqliteStore {
  public:
    using SqliteStore::SqliteStore;
    MailRow add_mail(const StoredMail& mail, std::string_view raw) override {
        if (mail.state != MailState::quarantined && raw.find("unlucky") != raw.npos)
            throw std::out_of_range("a fault");
        return SqliteStore::add_mail(mail, raw);
    }
};

TEST_F(BadInput, AFaultOverOneMailOfABatchCostsNoOther) {
    propose();
    store_ = std::make_unique<FaultyStore>((directory_ / "assentd.db").string(), SqliteStore::Access::write);
    configure_whole(text_);
    answer("ana@example.org", "+1");
    answer("ben@example.org", "-1 because I am unlucky");
    answer("chen@example.org", "+1");
    round();
    EXPECT_EQ(position("ana@example.org"), Position::agree);
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    const auto aside = store_->mails_in_state(MailState::quarantined);
    ASSERT_EQ(aside.size(), 1u);
    EXPECT_EQ(aside.front().reason, "could not be handled: a fault");
    EXPECT_EQ(inbox_.handled.size(), 4u);
    EXPECT_FALSE(store_->last_attempt());
    expect_honest_record();
}

TEST_F(BadInput, AMailReleasedFromQuarantineIsHandled) {
    propose("Policy: board\n");
    answer("chen@example.org", "+1");
    auto other = inbox_.waiting.back();
    round();
    other.raw.replace(other.raw.rfind("+1"), 2, "-1");
    raw(other.raw);
    round();
    const auto aside = store_->mails_in_state(MailState::quarantined);
    ASSERT_EQ(aside.size(), 1u);
    Records records(*store_);
    Fetched again{"INBOX", 7, "released", now_ + std::chrono::seconds(1), other.raw, other.raw.size(), false};
    store_->begin();
    store_->set_mail_state(aside.front().row, MailState::released, "released", 0);
    EXPECT_EQ(Intake(*world_, records, now_).take(again, read_mail(world_->config, again), true).state,
              MailState::handled);
    store_->commit();
    EXPECT_EQ(position("chen@example.org"), Position::disagree);
    expect_honest_record();
}

TEST_F(BadInput, OnlyThoseWhoMayProposeOpenADecision) {
    configure("[policy.closed]\npreset = \"consent\"\nproposers = [\"dana@example.org\"]\n");
    mail("ana@example.org", "decisions@example.org", "Mine", "Policy: closed\n\nText.", proven());
    const auto sent = round();
    ASSERT_EQ(count(sent, "refusal", "ana@example.org"), 1);
    EXPECT_NE(sent.front().bytes.find("only these may propose"), std::string::npos);
    EXPECT_FALSE(store_->find_number(1));
}

TEST_F(BadInput, AMailWithTwoFromAddressesIsBelievedByNobody) {
    propose();
    mail("ben@example.org, chen@example.org", reply_.at("chen@example.org"), "Re: [D-1]", "+1");
    EXPECT_TRUE(round().empty());
    EXPECT_EQ(tally(decision()).all.spoke(), 0);
    EXPECT_EQ(store_->mails_in_state(MailState::quarantined).size(), 1u);
    expect_next_is_handled();
}

TEST_F(BadInput, NothingOfAMailReachesAHeaderOrATemplate) {
    mail("Ana Lima <ana@example.org>", "decisions@example.org",
         "=?utf-8?q?Meet=0D=0ABcc:_evil@example.net?= {{address}}", "Policy: team\n\n{{address}} {{#decisions}}",
         proven());
    const auto sent = round();
    ASSERT_EQ(count(sent, "invitation"), 4);
    for (const auto& m : sent) {
        EXPECT_EQ(m.bytes.find("\nBcc:"), std::string::npos);
        if (m.notice == "invitation") {
            EXPECT_NE(m.bytes.find("{{#decisions}}"), std::string::npos);
        }
    }
    expect_honest_record();
}

TEST_F(BadInput, AnswersToOneAddressAreCapped) {
    propose();
    for (int i = 0; i < 40; ++i) answer("chen@example.org", "status");
    EXPECT_EQ(count(round(), "receipt", "chen@example.org"), 20);
    expect_next_is_handled();
}

TEST_F(BadInput, AFullDiskIsNoMailsFault) {
    propose();
    answer("chen@example.org", "+1");
    const std::string path = (directory_ / "assentd.db").string();
    // No row may follow the last number that there is: SQLITE_FULL.
    const auto number_rows_from = [&](const char* last) {
        SQLite::Database(path, SQLite::OPEN_READWRITE)
            .exec(std::string("UPDATE sqlite_sequence SET seq = ") + last + " WHERE name = 'mail'");
    };
    number_rows_from("9223372036854775807");
    for (int i = 0; i < 6; ++i) {
        round();
        EXPECT_FALSE(good_);
        EXPECT_TRUE(store_->last_attempt()) << "it is still at hand, for health";
    }
    number_rows_from("7");
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    EXPECT_TRUE(store_->mails_in_state(MailState::quarantined).empty());
    expect_honest_record();
}

TEST_F(BadInput, WhoeverAsksHowItStandsIsNotShownHowToVote) {
    mail("ben@example.org", "decisions@example.org", "the chairs", "status", proven());
    const auto sent = round();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_NE(sent[0].bytes.find("D-12: status"), std::string::npos) << sent[0].bytes;
    EXPECT_EQ(sent[0].bytes.find("+1"), std::string::npos) << sent[0].bytes;
}

// A large batch is committed in parts, so that reading goes on meanwhile.
TEST_F(BadInput, WhatWasCommittedOfABatchStaysAndTheRestFollows) {
    constexpr int mails = 700;
    for (int i = 0; i < mails; ++i)
        mail("x@example.net", "decisions@example.org", "Away", "I am away.", "Auto-Submitted: auto-replied\n");
    SQLite::Database other((directory_ / "assentd.db").string(), SQLite::OPEN_READWRITE);
    other.exec("CREATE TRIGGER full BEFORE INSERT ON mail WHEN new.uid = '600' BEGIN SELECT RAISE(ABORT, 'no'); END");
    const auto stored = [&] { return other.execAndGet("SELECT count(DISTINCT uid) FROM mail").getInt(); };
    round();
    EXPECT_FALSE(good_);
    EXPECT_GT(stored(), 0);
    EXPECT_LT(stored(), 600);
    EXPECT_TRUE(store_->last_attempt()) << "the batch is not done";

    other.exec("DROP TRIGGER full");
    round();
    EXPECT_TRUE(good_);
    EXPECT_EQ(stored(), mails);
    EXPECT_EQ(other.execAndGet("SELECT count(*) FROM mail").getInt(), mails) << "each once";
    EXPECT_FALSE(store_->last_attempt());
}

// What was not recorded must not be told to the server as handled: it would be moved, and never read.
TEST_F(BadInput, AStopWithinABatchLeavesTheRestForTheNextStart) {
    constexpr int mails = 700;
    for (int i = 0; i < mails; ++i)
        mail("x@example.net", "decisions@example.org", "Away", "I am away.", "Auto-Submitted: auto-replied\n");
    const Clock clock(now_);
    Cycle cycle(*world_, inbox_, clock, [] {});
    int beats = 0;  // the second comes with the first part
    cycle.run([&] { ++beats == 2 ? cycle.stop() : void(); }, std::chrono::milliseconds(1));
    const auto stored = store_->mails_in_state(MailState::handled).size();
    EXPECT_GT(stored, 0u);
    EXPECT_LT(stored, static_cast<std::size_t>(mails));
    EXPECT_TRUE(inbox_.handled.empty());
    EXPECT_FALSE(store_->last_attempt()) << "nobody's mail stopped it";

    round();
    EXPECT_EQ(store_->mails_in_state(MailState::handled).size(), static_cast<std::size_t>(mails)) << "each once";
    EXPECT_EQ(inbox_.handled.size(), static_cast<std::size_t>(mails));
}

// After a crash mails are taken one by one, and still in the order of their arrival.
TEST_F(BadInput, AfterACrashMailsAreTakenInTheOrderOfTheirArrival) {
    propose();
    at("2026-11-30T12:10:00Z");
    answer("ben@example.org", "resolve dust");
    at("2026-11-30T12:00:00Z");
    answer("ben@example.org", "concern: dust it flies");  // a higher UID, and earlier
    at("2026-11-30T13:00:00Z");
    store_->mark_attempt(config_->inbox.server.path, inbox_.uid_validity, "2:3", now_);
    round();
    ASSERT_EQ(decision().concerns.size(), 1u);
    EXPECT_NE(decision().concerns[0].state, ConcernState::open);
    expect_honest_record();
}

// What is known by then is not marked anew: the count of the one that stops the program would begin again.
TEST_F(BadInput, AMailThatStopsTheProgramIsSetAsideBehindOthersToo) {
    propose();
    answer("ben@example.org", "+1");
    round();
    answer("chen@example.org", "+1");
    store_->begin();
    store_->set_cursor(config_->inbox.server.path, inbox_.uid_validity, 1);  // the batch was never finished
    store_->commit();
    const std::string poison = std::to_string(uid_);
    for (int crash = 0; crash < 3; ++crash)
        store_->mark_attempt(config_->inbox.server.path, inbox_.uid_validity, poison + ':' + poison, now_);
    round();
    const auto aside = store_->mails_in_state(MailState::quarantined);
    ASSERT_EQ(aside.size(), 1u);
    EXPECT_EQ(aside[0].reason, "the program stopped each time it was read");
}

}  // namespace
}  // namespace assentd::testing
