// SPDX-License-Identifier: Apache-2.0
// How much we answer in a day (PRODUCT 8.4): who floods us in somebody's name does not silence us towards them.
#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Caps : public House {
  protected:
    void flood(int mails, const std::string& text = "help") {
        for (int i = 0; i < mails; ++i)
            mail("Ben <ben@example.org>", "decisions@example.org", "hi",
                 text + (text == "help" ? "" : " " + std::to_string(i)));
    }
};

TEST_F(Caps, AnswersToWhatNobodyProvedAreCappedByThemselves) {
    propose();
    flood(30);
    EXPECT_EQ(count(round(), "help", "ben@example.org"), 20);
    answer("ben@example.org", "-1");
    EXPECT_EQ(count(round(), "question", "ben@example.org"), 1) << "why, is asked";
    answer("ben@example.org", "+1");
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 1);
    flood(3);
    EXPECT_EQ(count(round(), "help"), 0);
    at("2026-12-01T10:00:00Z");
    flood(3);
    EXPECT_EQ(count(round(), "help"), 3) << "the next day";
    expect_honest_record();
}

TEST_F(Caps, TheQuestionWhoseAMailIsGetsThroughAFlood) {
    propose("Policy: board\n");
    flood(30);
    round();
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", asked[0].reply_to(), "Re: [D-1]", "yes");
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 1);
    EXPECT_EQ(position("ben@example.org"), Position::agree);
}

TEST_F(Caps, AFaultyProposalIsAnsweredAfterAFlood) {
    flood(30);
    round();
    mail("ben@example.org", "decisions@example.org", "Buy chairs", "Deadline: someday\n\nLet us buy chairs.",
         proven());
    EXPECT_EQ(count(round(), "refusal", "ben@example.org"), 1);
}

TEST_F(Caps, AnAnswerToSeveralDecisionsIsTheirs) {
    const std::string to = reminded_of_two_decisions("ben@example.org");
    flood(30);
    round();
    mail("ben@example.org", to, "Re: reminder", "D-1: +1\nD-2: +1");
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 1);
}

TEST_F(Caps, ProvenMailIsCappedToo) {
    propose();
    for (int i = 0; i < 60; ++i)
        answer("ben@example.org", i % 2 ? "status" : "+1 if it is cheap " + std::to_string(i));
    const auto sent = round();
    EXPECT_EQ(count(sent, "receipt", "ben@example.org"), 20);
    EXPECT_EQ(count(sent, "question", "ben@example.org"), 20);
}

TEST_F(Caps, WhatOthersBringAboutIsNotCountedForItsReader) {
    propose();
    for (int i = 0; i < 30; ++i) {
        answer("ana@example.org", i % 2 ? "undelegate" : "delegate to ben@example.org");
    }
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 20) << "who causes it is capped";
    for (int i = 0; i < 25; ++i) answer("ben@example.org", "status");
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 20) << "they have their own";
    answer("chen@example.org", "delegate to ben@example.org");
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 1) << "and so has everybody else";
    at("2026-12-01T10:00:00Z");
    answer("ana@example.org", "delegate to ben@example.org");
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 1) << "the next day";
    expect_honest_record();
}

TEST_F(Caps, DraftsAreCappedAndTheOldestUnprovenGoesFirst) {
    configure("[limits]\ndrafts_per_person = 3\ndrafts = 5\n");
    const auto drafts = [&](const std::string& who) {
        std::vector<std::string> titles;
        for (const auto record : store_->drafts())
            if (const Decision d = store_->load(record); d.proposer.address == who) titles.push_back(d.text().title);
        return titles;
    };
    const auto faulty = [&](const std::string& who, const std::string& title, const std::string& header = {}) {
        mail(who, "decisions@example.org", title, "Deadline: someday\n\nLet us buy " + title + ".", header);
        return round();
    };
    faulty("ben@example.org", "chairs", proven());
    for (const char* title : {"one", "two", "three", "four"}) faulty("ben@example.org", title);
    EXPECT_EQ(drafts("ben@example.org"), (std::vector<std::string>{"chairs", "three", "four"}));
    for (const char* title : {"a", "b"}) faulty("chen@example.org", title, proven());
    const auto last = faulty("ana@example.org", "desks", proven());
    EXPECT_EQ(drafts("ben@example.org"), (std::vector<std::string>{"chairs", "four"}))
        << "of all, the oldest unproven";
    EXPECT_EQ(drafts("ana@example.org").size(), 1u);
    EXPECT_EQ(count(last, "receipt"), 0) << "nobody hears of what was not theirs";
    faulty("ben@example.org", "tables", proven());
    EXPECT_EQ(drafts("ben@example.org"), (std::vector<std::string>{"chairs", "tables"}));
    for (const char* title : {"a", "b", "c"}) faulty("chen@example.org", title, proven());
    EXPECT_EQ(drafts("ben@example.org").size(), 2u) << "nobody's place is taken who proved theirs";
    expect_honest_record();
}

TEST_F(Caps, WhatNothingProvedPushesOutNoProvenDraft) {
    configure("[limits]\ndrafts_per_person = 1\n");
    mail("ana@example.org", "decisions@example.org", "Real", "Deadline: someday\n\nLet us buy it.", proven());
    round();
    mail("ana@example.org", "decisions@example.org", "Forged", "Deadline: someday\n\nLet us sell it.");
    const auto sent = round();
    ASSERT_EQ(store_->drafts().size(), 1u);
    EXPECT_EQ(store_->load(store_->drafts()[0]).text().title, "Real");
    ASSERT_EQ(sent.size(), 1u) << "who wrote it is told, and not asked about it";
    EXPECT_NE(read_message(sent[0].bytes).text.find("dropped: no more than 1"), std::string::npos) << sent[0].bytes;
    mail("ana@example.org", "decisions@example.org", "Newer", "Deadline: someday\n\nLet us paint it.", proven());
    round();
    ASSERT_EQ(store_->drafts().size(), 1u);
    EXPECT_EQ(store_->load(store_->drafts()[0]).text().title, "Newer") << "their own oldest goes for their own";
    expect_honest_record();
}

TEST_F(Caps, AListIsNeverAnswered) {
    configure_mail("munging_lists = [\"team@lists.example.org\"]\n");
    propose();
    mail("Chen Wei via Team <team@lists.example.org>", "decisions@example.org", "Re: [D-1] Meet less", "+1",
         "Reply-To: team@lists.example.org\nCc: Chen Wei <chen@example.org>\n");
    EXPECT_EQ(count(round(), "refusal", "team@lists.example.org"), 0);
    mail("Chen Wei via Team <team@lists.example.org>", "decisions@example.org", "Lunch", "Who comes?");
    for (const auto& sent : round()) EXPECT_NE(sent.to, "team@lists.example.org") << sent.notice;
}

}  // namespace
}  // namespace assentd::testing
