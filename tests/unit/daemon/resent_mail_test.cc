// SPDX-License-Identifier: Apache-2.0
// Mail that its sender did write, sent once more by somebody else and with a little added above: what a server
// vouches for is the lowest field of each name, and perhaps was for others (SECURITY.md).
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class ResentMail : public House {
  protected:
    void SetUp() override { propose("Policy: board\n"); }
    // A private mail of Ben's, with its own signature still good, and what was put above it.
    void private_mail(const std::string& above, const std::string& header = {}) {
        raw(proven() + above +
            "From: Ben Okoro <ben@example.org>\nTo: Mo <mo@example.net>\nSubject: Re: lunch\n"
            "Date: Sun, 01 Nov 2026 10:00:00 +0000\nMessage-ID: <lunch@example.org>\n" +
            header + "\n+1\n");
    }
    // A vote of Ben's that came here.
    std::string vote(const std::string& word, const std::string& id) {
        return "From: Ben Okoro <ben@example.org>\nTo: decisions@example.org\nSubject: Re: [D-1] Meet less\n"
               "Message-ID: <" +
               id + "@example.org>\nDate: Mon, 30 Nov 2026 08:00:00 +0000\n\n" + word + "\n";
    }
};

TEST_F(ResentMail, APrivateMailIsNoAnswerWhateverIsPutAboveIt) {
    for (const std::string above :
         {"In-Reply-To: <m1@example.org>\n", "References: <m1@example.org>\n", "Subject: [D-1] Meet less\n",
          "Subject: [D-1] Meet less\nTo: decisions@example.org\n",
          "Subject: [D-1] Meet less\nCc: decisions@example.org\n",
          "Delivered-To: decisions@example.org\nSubject: [D-1] Meet less\n"}) {
        private_mail(above);
        round();
        EXPECT_EQ(position("ben@example.org"), std::nullopt) << above;
        private_mail(above, "In-Reply-To: <old@example.net>\nReferences: <old@example.net>\nCc: zoe@example.net\n");
        round();
        EXPECT_EQ(position("ben@example.org"), std::nullopt) << above;
    }
    expect_honest_record();
}

TEST_F(ResentMail, WhoseMailItWasIsAsked) {
    private_mail("In-Reply-To: <m1@example.org>\n");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", asked[0].reply_to(), "Re: [D-1]", "no");
    round();
    EXPECT_TRUE(decision().held.empty());
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(ResentMail, AnOldVoteDoesNotComeBackUnderAnotherName) {
    raw(proven() + vote("+1", "first"));
    round();
    ASSERT_EQ(position("ben@example.org"), Position::agree);
    at("2026-11-30T10:00:00Z");
    raw(proven() + vote("-1", "second"));
    round();
    ASSERT_EQ(position("ben@example.org"), Position::disagree);
    at("2026-11-30T11:00:00Z");
    for (const std::string name :
         {"Message-ID: <third@example.org>", "message-id:<fourth@example.org>",
          "Date: Mon, 30 Nov 2026 10:30:00 +0000", "Content-Type: text/html", "Content-Transfer-Encoding: 8bit"}) {
        std::string old = vote("+1", "first");
        if (name.starts_with("Content"))
            old = "Content-Type: text/plain\nContent-Transfer-Encoding: 7bit\n" + vote("+1", "fifth");
        raw(proven() + name + '\n' + old);
        round();
        EXPECT_EQ(position("ben@example.org"), Position::disagree) << name;
    }
    expect_honest_record();
}

TEST_F(ResentMail, AMailWithoutMessageIdIsKnownByItsDateAndWords) {
    const auto without_id = [&](const std::string& word, const std::string& minute) {
        return "From: ben@example.org\nTo: " + reply_.at("ben@example.org") +
               "\nSubject: Re: [D-1] Meet less\nDate: Mon, 30 Nov 2026 08:" + minute + ":00 +0000\n\n" + word + "\n";
    };
    raw(without_id("+1", "01"));
    round();
    at("2026-11-30T10:00:00Z");
    raw(without_id("-1", "02"));
    round();
    ASSERT_EQ(position("ben@example.org"), Position::disagree);
    at("2026-11-30T11:00:00Z");
    raw("Received: from relay.example.net by mx.example.org; Mon, 30 Nov 2026 11:00:00 +0000\n" +
        without_id("+1", "01"));
    EXPECT_TRUE(round().empty());
    EXPECT_EQ(position("ben@example.org"), Position::disagree) << "it came before";
    raw(without_id("+1", "03"));
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree) << "the same word again is another mail";
    expect_honest_record();
}

TEST_F(ResentMail, APrivateMailIsNoProposal) {
    raw(proven() +
        "Delivered-To: decisions@example.org\nFrom: ben@example.org\nTo: mo@example.net\nSubject: A plan\n"
        "Message-ID: <plan@example.org>\n\nLet us move to the sea.\n");
    EXPECT_EQ(count(round(), "question", "ben@example.org"), 1);
    EXPECT_FALSE(store_->find_number(2));
}

TEST_F(ResentMail, WhatNamesUsOrOurListIsBelieved) {
    configure_mail("munging_lists = [\"team@lists.example.org\"]\nformer_addresses = [\"votes@example.org\"]\n");
    mail("ana@example.org", "decisions@example.org", "Second", "Policy: board\n\nText.", proven());
    round();
    int hour = 10;
    for (const std::string to :
         {"mo@example.net\nCc: Decisions <Decisions@Example.org>", "decisions+board@example.org",
          "Team <team@lists.example.org>", "votes@example.org"}) {
        at("2026-11-30T" + std::to_string(hour++) + ":00:00Z");
        mail("ben@example.org", to, "Re: [D-2] Second", hour % 2 ? "+1" : "-1", proven());
        round();
        const Decision d = decision(2);
        const auto& stance = d.seats.at(*find_participant(d, "ben@example.org")).stance;
        ASSERT_TRUE(stance) << to;
        EXPECT_EQ(stance->position, hour % 2 ? Position::agree : Position::disagree) << to;
    }
    expect_honest_record();
}

TEST_F(ResentMail, AFieldThatAGatewayWroteTwiceTheSameIsNoSecondOne) {
    mail("ana@example.org", "decisions@example.org", "Second", "Policy: board\n\nText.",
         proven() + "MIME-Version: 1.0\nMIME-Version: 1.0\n");
    round();
    EXPECT_TRUE(store_->find_number(2));
}

}  // namespace
}  // namespace assentd::testing
