// SPDX-License-Identifier: Apache-2.0
// "Did you write this mail?": what people reply, and what becomes of the mail that waits for it (PRODUCT 8.1).
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Confirmations : public House {
  protected:
    void SetUp() override { propose(); }
    // A +1 in Ben's name that nothing proves; returns the question about it.
    Sent hold(const std::string& text = "+1") {
        mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", text);
        const auto asked = round();
        for (const auto& m : asked)
            if (m.notice == "question" && m.to == "ben@example.org") return m;
        ADD_FAILURE() << "not asked";
        return {};
    }
    std::vector<Sent> reply(const Sent& question, const std::string& text) {
        at(instant_text(now_ + std::chrono::minutes(1)));
        mail("Ben Okoro <ben@example.org>", question.reply_to(), "Re: [D-1] Meet less", text);
        return round();
    }
};

TEST_F(Confirmations, ALoneYesOrNoDecides) {
    for (const char* yes : {"yes", "YES!!!", "Yes, that was me.", "confirm", "Yes, thanks\n\nBen"}) {
        reply(hold(), yes);
        EXPECT_EQ(position("ben@example.org"), Position::agree) << yes;
        EXPECT_TRUE(decision().held.empty()) << yes;
        answer("ben@example.org", "withdraw vote");
        round();
    }
    for (const char* no : {"no", "Not mine.", "No, I did not write that", "discard"}) {
        reply(hold(), no);
        EXPECT_EQ(position("ben@example.org"), std::nullopt) << no;
        EXPECT_TRUE(decision().held.empty()) << no;
    }
    expect_honest_record();
}

TEST_F(Confirmations, AYesOrNoWithMoreBesideItIsAskedAbout) {
    const auto question = hold();
    for (const char* text :
         {"yes\n\n-1 because it is too dear", "yes but please count me as -1", "Yes, I did, but now I am against it.",
          "yes\nconcern: cost too dear", "yes?", "yes or no?", "Yes, somebody wrote that, not me", "no, I vote +1",
          "No\n\n-1 because this is bad", "no problem, it is mine", "no - wait, yes",
          "yes, that was me. By the way, who pays?", "what is this?", "Who are you"}) {
        const auto sent = reply(question, text);
        ASSERT_EQ(sent.size(), 1u) << text;
        EXPECT_EQ(sent[0].notice, "question") << text;
        EXPECT_NE(sent[0].bytes.find("one word, yes or no"), std::string::npos) << sent[0].bytes;
        EXPECT_NE(sent[0].bytes.find(std::string(text).substr(0, 3)), std::string::npos) << sent[0].bytes;
        EXPECT_EQ(sent[0].reply_to(), question.reply_to()) << text;
        EXPECT_EQ(position("ben@example.org"), std::nullopt) << text;
        EXPECT_EQ(decision().held.size(), 1u) << text;
        EXPECT_TRUE(decision().concerns.empty()) << text;
    }
    at("2026-12-01T10:00:00Z");
    reply(question, "yes");
    EXPECT_EQ(position("ben@example.org"), Position::agree) << "it waited all the time";
    expect_honest_record();
}

TEST_F(Confirmations, AnAnswerOfItsOwnIsProvenByTheAddressThatOnlyTheyHave) {
    const auto question = hold("+1");
    const auto sent = reply(question, "-1 because it is too dear");
    EXPECT_EQ(count(sent, "receipt", "ben@example.org"), 1);
    EXPECT_EQ(decision().held.size(), 1u) << "the mail that was asked about waits on";
    ASSERT_EQ(decision().concerns.size(), 1u);
    reply(question, "no");
    EXPECT_TRUE(decision().held.empty());
    EXPECT_EQ(decision().concerns.size(), 1u);
    expect_honest_record();
}

TEST_F(Confirmations, SomebodyElseAtThatAddressProvesNothing) {
    const auto question = hold("+1");
    mail("chen@example.org", question.reply_to(), "Re: [D-1] Meet less", "+1");
    EXPECT_EQ(count(round(), "question", "chen@example.org"), 1);
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(Confirmations, AWordOnTheQuestionIsNoVoteWhereverItIsSent) {
    const auto question = hold("+1");
    const std::string thread = "In-Reply-To: " + question.field("Message-ID") + '\n';
    const auto say = [&](const std::string& text) {
        at(instant_text(now_ + std::chrono::minutes(1)));
        mail("ben@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", text, thread);
        return round();
    };
    say("no");
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    EXPECT_TRUE(decision().held.empty()) << "it was not theirs";
    EXPECT_EQ(count(say("no"), "refusal", "ben@example.org"), 1) << "settled: no vote either";
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    say("+1");
    EXPECT_EQ(position("ben@example.org"), Position::agree) << "what can only be a vote is one";
    expect_honest_record();
}

TEST_F(Confirmations, AVoteBesideAQuestionThatWaitsIsCountedAndToldApartFromIt) {
    const auto question = hold("-1 too expensive, and the old one works");
    at("2026-12-01T10:00:00Z");
    answer("ben@example.org", "yes");
    answer("chen@example.org", "yes");
    const auto sent = round();
    EXPECT_EQ(position("ben@example.org"), Position::agree) << "who forges a mail must change nothing";
    for (const auto& m : sent)
        EXPECT_EQ(m.bytes.find("our question whether") != m.bytes.npos, m.to == "ben@example.org") << m.bytes;
    reply(question, "yes");
    EXPECT_EQ(position("ben@example.org"), Position::agree) << "that mail is the older one";
    expect_honest_record();
}

TEST_F(Confirmations, TheQuestionHasASubjectOfItsOwn) {
    EXPECT_EQ(hold("+1").field("Subject"), "Was this you? [D-1] Meet less");
}

TEST_F(Confirmations, AProposalOpensOnALoneYes) {
    mail("ben@example.org", "decisions@example.org", "Mine", "Policy: board\n\nText.");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    const auto again = reply(asked[0], "yes, but without the last line");
    ASSERT_EQ(count(again, "question", "ben@example.org"), 1);
    EXPECT_FALSE(store_->find_number(2));
    reply(again[0], "yes");
    EXPECT_TRUE(store_->find_number(2));
    expect_honest_record();
}

TEST_F(Confirmations, AWordThatMayBeMeantForTheQuestionIsNoVote) {
    for (const char* word : {"Ja", "Oui", "👍", "+1", "approved", "I agree", "Nein", "👎"}) {
        const auto sent = reply(hold("-1 because it is too dear"), word);
        EXPECT_EQ(count(sent, "question", "ben@example.org"), 1) << word;
        EXPECT_EQ(position("ben@example.org"), std::nullopt) << word;
        EXPECT_FALSE(decision().held.empty()) << word;
    }
    expect_honest_record();
}

}  // namespace
}  // namespace assentd::testing
