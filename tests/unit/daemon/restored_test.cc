// SPDX-License-Identifier: Apache-2.0
// An older copy of the database was restored: numbers that were given since are given once more, and people still
// reply to the mails of those who had them first.
#include <filesystem>

#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Restored : public House {
  protected:
    // D-1 is in the copy. D-2, "Sell the boat", came after it, and is "Buy a boat" now.
    void restore_after_two() {
        propose("Policy: board\nDeadline: in 10 days\n");
        store_.reset();
        std::filesystem::copy_file(database(), directory_ / "copy.db");
        open_again();
        sell_ = propose_more("Sell the boat");
        at("2026-12-04T12:00:00Z");
        for (const auto& m : round())
            if (m.notice == "reminder" && m.to == "ben@example.org") reminder_id_ = m.field("Message-ID");
        store_.reset();
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(database() + end);
        std::filesystem::copy_file(directory_ / "copy.db", database());
        open_again();
        inbox_.waiting.clear();  // it was moved away as handled
        propose_more("Buy a boat");
    }
    Sent propose_more(const std::string& title) {
        mail("ana@example.org", "decisions@example.org", title, "Policy: board\nDeadline: in 10 days\n\nLet us.",
             proven());
        Sent to_ben;
        for (const auto& m : round())
            if (m.notice == "invitation" && m.to == "ben@example.org") to_ben = m;
        EXPECT_EQ(decision(2).text().title, title);
        return to_ben;
    }
    std::string database() const { return (directory_ / "assentd.db").string(); }
    void open_again() {
        store_ = Store::open(database());
        configure_whole(text_);
        seen_.clear();
        for (const auto& row : store_->outbox(std::nullopt)) seen_.push_back(row.row);
    }
    bool has_voted(std::int64_t number) {
        const Decision d = decision(number);
        return d.seats.at(*find_participant(d, "ben@example.org")).stance.has_value();
    }
    std::string words_to_ben() {
        std::string words;
        for (const auto& m : round())
            if (m.to == "ben@example.org") words += m.notice + ": " + read_message(m.bytes).text;
        std::replace(words.begin(), words.end(), '\n', ' ');
        return words;
    }

    Sent sell_;
    std::string reminder_id_;
};

TEST_F(Restored, AnAnswerToTheFirstIsAskedAboutAndCountsForNoOther) {
    restore_after_two();
    const std::string reply = "In-Reply-To: " + sell_.field("Message-ID") + "\n";
    const std::string tag = "Re: [D-2] Sell the boat";
    for (const auto& to : {sell_.reply_to(), std::string("decisions@example.org")})
        for (const auto& header : {reply + proven(), reply}) {
            mail("ben@example.org", to, tag, "+1", header);
            const std::string words = words_to_ben();
            EXPECT_NE(words.find("is not on record here any more"), std::string::npos) << to << words;
            EXPECT_NE(words.find("D-2, Buy a boat"), std::string::npos) << words;
            EXPECT_FALSE(has_voted(2));
        }
    mail("ben@example.org", sell_.reply_to(), tag, "D-2: +1", reply + proven());
    round();
    EXPECT_FALSE(has_voted(2)) << "the number is that of the first";
}

TEST_F(Restored, TheAddressOfTheFirstProvesNothingForTheSecond) {
    restore_after_two();
    mail("ben@example.org", sell_.reply_to(), "Re: [D-2] Sell the boat", "+1");  // its program names no thread
    EXPECT_NE(words_to_ben().find("It is not clear which decision"), std::string::npos);
    EXPECT_FALSE(has_voted(2));
}

TEST_F(Restored, ThatAddressSpeaksAgainstItWhoeverVouches) {
    restore_after_two();
    mail("ben@example.org", sell_.reply_to(), "Re: Sell the boat", "+1", proven());  // from an address book
    EXPECT_NE(words_to_ben().find("It is not clear which decision"), std::string::npos);
    EXPECT_FALSE(has_voted(2));
}

TEST_F(Restored, AReplyToSomebodysReplyToTheFirstIsAskedAbout) {
    restore_after_two();
    mail("ben@example.org", "decisions@example.org", "Re: [D-2] Sell the boat", "+1",
         "In-Reply-To: <chens@example.org>\nReferences: " + sell_.field("Message-ID") + " <chens@example.org>\n" +
             proven());
    EXPECT_NE(words_to_ben().find("It is not clear which decision"), std::string::npos);
    EXPECT_FALSE(has_voted(2));
}

TEST_F(Restored, WhatWasOpenAlreadyIsAnsweredAsBefore) {
    restore_after_two();
    ASSERT_FALSE(reminder_id_.empty());
    mail("ben@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "+1",
         "In-Reply-To: " + reminder_id_ + "\n");
    round();
    EXPECT_TRUE(has_voted(1)) << "its own token says which decision it is";
    mail("ben@example.org", "decisions@example.org", "The boat", "D-2: +1", proven());
    round();
    EXPECT_TRUE(has_voted(2));
    expect_honest_record();
}

// The server's folder went back, and gives out UIDs that were read before.
class PutBack : public House {
  protected:
    void use_account(const std::string& account) {
        std::string text = text_;
        const auto url = text.find("url = ") + 7;
        text.replace(url, text.find('"', url) - url, "imaps://" + account + "/INBOX\"\npassword_command = \"true");
        configure_whole(text);
    }
    // Answers of two people that have the UIDs of two who were read.
    void answer_with_known_uids() {
        use_account("decisions@imap.example.org");
        propose("Policy: board\n");
        answer("ana@example.org", "+1");
        round();
        inbox_.waiting.clear();
        uid_ -= 2;
        answer("ben@example.org", "-1");
        answer("chen@example.org", "0");
    }
};

TEST_F(PutBack, MailsWithUidsThatWereReadAreRead) {
    answer_with_known_uids();
    inbox_.put_back = true;
    round();
    EXPECT_EQ(position("ana@example.org"), Position::agree);
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    EXPECT_EQ(position("chen@example.org"), Position::abstain);
    EXPECT_EQ(inbox_.handled.size(), 4u);
    EXPECT_TRUE(round().empty());
    expect_honest_record();
}

TEST_F(PutBack, TheFolderOfAnotherAccountIsAnotherFolder) {
    answer_with_known_uids();
    std::string other = text_;
    configure_whole(other.replace(other.find("decisions@imap"), 9, "others"));
    round();
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    EXPECT_EQ(position("chen@example.org"), Position::abstain);
    EXPECT_TRUE(round().empty());
}

TEST_F(Restored, TokensOfAnEarlierVersionProveAsTheyDid) {
    EXPECT_EQ(tokens_->reply_token(7, "", "ben@example.org"), tokens_->reply_token(7, "", "Ben@example.org"));
    EXPECT_NE(tokens_->reply_token(7, "", "ben@example.org"), tokens_->reply_token(7, "ab", "ben@example.org"));
    EXPECT_NE(tokens_->reply_token(7, "ab", "ben@example.org"), tokens_->reply_token(7, "cd", "ben@example.org"));
}

}  // namespace
}  // namespace assentd::testing
