// SPDX-License-Identifier: Apache-2.0
// "Did you write this mail?": what people reply, and what becomes of the mail that waits for it (PRODUCT 8.1).
#include <algorithm>

#include "parsers/message.h"
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

TEST_F(Confirmations, TheHeldWordsOnceMoreAtThatAddressCountAndTheRecordIsHonest) {
    for (const char* text : {"+1 it is cheap", "-1 too costly for us now", "D-1: +1 it is cheap"}) {
        reply(hold(text), text);
        EXPECT_TRUE(position("ben@example.org")) << text;
        EXPECT_TRUE(decision().held.empty()) << text;
        expect_honest_record();
    }
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

TEST_F(Confirmations, TheSameWordsProvenNeedNoAnswerToTheQuestion) {
    const auto question = hold("+1 it saves a day");
    at("2026-12-01T10:00:00Z");
    answer("ben@example.org", "+1 it saves a day");
    const auto sent = round();
    EXPECT_TRUE(decision().held.empty());
    ASSERT_EQ(count(sent, "receipt", "ben@example.org"), 1);
    EXPECT_NE(sent[0].bytes.find("needs no"), std::string::npos) << sent[0].bytes;
    EXPECT_EQ(sent[0].bytes.find("It is no answer to our question"), std::string::npos) << sent[0].bytes;
    answer("ben@example.org", "-1 too dear after all");
    round();
    EXPECT_EQ(count(reply(question, "yes"), "refusal", "ben@example.org"), 1);
    EXPECT_NE(position("ben@example.org"), Position::agree) << "nothing is counted twice";
    expect_honest_record();
}

// The same mail by two ways: from the list first, which proves nothing.
TEST_F(Confirmations, TheSameMailProvenNeedsNoAnswerToTheQuestion) {
    int n = 0;
    for (const char* text : {"The room is free on Fridays.", "concern: cost too dear"}) {
        const std::string mail_of_ben =
            "From: ben@example.org\nTo: decisions@example.org\n"
            "Subject: Re: [D-1] Meet less\nMessage-ID: <twin" +
            std::to_string(++n) + "@example.org>\n";
        raw(mail_of_ben + '\n' + text + '\n');
        ASSERT_EQ(count(round(), "question", "ben@example.org"), 1) << text;
        raw(proven() + mail_of_ben + '\n' + text + '\n');
        round();
        EXPECT_TRUE(decision().held.empty()) << text;
    }
    EXPECT_EQ(decision().comments.size(), 1u);
    EXPECT_EQ(decision().concerns.size(), 1u);
    expect_honest_record();
}

TEST_F(Confirmations, AProposalThatOpenedOpensNoMoreByAYesToItsTwin) {
    const std::string proposal =
        "From: ben@example.org\nTo: decisions@example.org\nSubject: Mine\n"
        "Message-ID: <two@example.org>\n";
    raw(proposal + "\nPolicy: board\n\nText.\n");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    raw(proven() + proposal + "\nPolicy: board\n\nText.\n");
    const auto sent = round();
    ASSERT_TRUE(store_->find_number(2));
    EXPECT_EQ(count(sent, "invitation", "ben@example.org"), 1);
    EXPECT_EQ(count(reply(asked[0], "yes"), "refusal", "ben@example.org"), 1);
    EXPECT_FALSE(store_->find_number(3));
    expect_honest_record();
}

TEST_F(Confirmations, TheQuestionSaysWhatTheMailLacks) {
    const auto text_of = [](const std::vector<Sent>& sent) {
        std::string text;
        for (const auto& m : sent)
            if (m.notice == "question") text += read_message(m.bytes).text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    };
    EXPECT_NE(text_of({hold()}).find("but nothing proved that it is yours"), std::string::npos);
    mail("ben@example.org", "chen@example.org", "Re: [D-1] Meet less", "+1 to Chen", proven());
    const auto asked = round();
    for (const auto& text : {text_of(asked), text_of(reply(asked.at(0), "what is this?"))}) {
        EXPECT_EQ(text.find("nothing proved"), std::string::npos) << text;
        EXPECT_NE(text.find("says that you wrote it, but not that you wrote it to us"), std::string::npos) << text;
    }
    mail("ben@example.org", "chen@example.org", "Mine", "Policy: board\n\nText.", proven());
    EXPECT_NE(text_of(round()).find("not that you wrote it to us"), std::string::npos);
    configure(
        "[policy.strict]\npreset = \"majority\"\nvoters = [\"ben@example.org\", \"ana@example.org\"]\n"
        "quorum = 1\ntrust = [\"token+authenticated\"]\n");
    mail("ana@example.org", "decisions@example.org", "Both", "Policy: strict\n\nText.", proven());
    for (const auto& m : round())
        if (m.notice == "invitation") reply_[m.to] = m.reply_to();
    answer("ben@example.org", "+1");
    const auto strict = text_of(round());
    EXPECT_NE(strict.find("is less than this decision asks for"), std::string::npos) << strict;
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
