// SPDX-License-Identifier: Apache-2.0
// Whole conversations through the real cycle: mails in, mails and records out.
#include <algorithm>

#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Conversation : public House {};

TEST_F(Conversation, AProvenProposalOpensAndInvitesEverybodyOnce) {
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet less", "Let us meet less.", proven());
    const auto sent = round();
    EXPECT_EQ(count(sent, "receipt", "ana@example.org"), 1);
    EXPECT_EQ(count(sent, "invitation"), 4);  // the facilitator hears of it, too
    EXPECT_EQ(decision().state, State::open);
    EXPECT_EQ(decision().text().title, "Meet less");
    expect_honest_record();
}

TEST_F(Conversation, SilenceCarriesConsentAtTheClose) {
    propose();
    at("2026-12-03T09:00:00Z");
    const auto sent = round();
    EXPECT_EQ(count(sent, "outcome"), 4);  // three who were asked, and the facilitator
    EXPECT_EQ(decision().closing->outcome, Outcome::carried);
    EXPECT_EQ(decision().closed_at, decision().closes_at);
    expect_honest_record();
}

TEST_F(Conversation, AVoteToOnesOwnTokenCounts) {
    propose();
    answer("ben@example.org", "+1");
    const auto sent = round();
    EXPECT_EQ(count(sent, "receipt", "ben@example.org"), 1);
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(Conversation, AStolenTokenIsUselessToAnother) {
    propose();
    mail("chen@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "-1 because I say so");
    const auto sent = round();
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    EXPECT_EQ(count(sent, "question", "chen@example.org"), 1);  // held: asked at the address on file
    expect_honest_record();
}

TEST_F(Conversation, FromAloneProvesNothingUntilItIsConfirmed) {
    propose();
    mail("ben@example.org", "decisions@example.org", "Re: Meet less", "+1", "In-Reply-To: <m1@example.org>\n");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    mail("ben@example.org", asked.front().reply_to(), "Re: [D-1] Meet less", "yes");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(Conversation, ADiscardedMailCountsForNobody) {
    propose();
    mail("ben@example.org", "decisions@example.org", "Re: Meet less", "-1 because no",
         "In-Reply-To: <m1@example.org>\n");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", asked.front().reply_to(), "Re: [D-1] Meet less", "no");
    round();
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    EXPECT_TRUE(decision().concerns.empty());
    EXPECT_TRUE(decision().held.empty());
    expect_honest_record();
}

TEST_F(Conversation, ForgedAuthenticationResultsOfAnotherServerAreIgnored) {
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet less", "Text.",
         "Authentication-Results: mx.attacker.example; dmarc=pass header.from=example.org\n");
    const auto sent = round();
    EXPECT_EQ(count(sent, "invitation"), 0);
    EXPECT_EQ(count(sent, "question", "ana@example.org"), 1);
    EXPECT_FALSE(store_->find_number(1));
}

TEST_F(Conversation, AnUnprovenProposalOpensWhenConfirmed) {
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet less", "Let us meet less.");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ana@example.org"), 1);
    mail("ana@example.org", asked.front().reply_to(), "Re: Meet less", "yes");
    EXPECT_EQ(count(round(), "invitation"), 4);
    EXPECT_EQ(decision().text().body, "Let us meet less.");
    expect_honest_record();
}

TEST_F(Conversation, ADraftOpensWithJustTheCorrectedLines) {
    mail("ana@example.org", "decisions@example.org", "Meet less",
         "Policy: bord\nDeadline: 2020-01-01 10:00\n\nLet us meet less.", proven());
    const auto refused = round();
    ASSERT_EQ(count(refused, "refusal", "ana@example.org"), 1);
    EXPECT_NE(refused.front().bytes.find("bord"), std::string::npos);
    EXPECT_NE(refused.front().bytes.find("2020-01-01"), std::string::npos);  // both problems in one mail
    EXPECT_FALSE(store_->find_number(1));
    mail("ana@example.org", refused.front().reply_to(), "Re: Meet less", "Policy: board\nDeadline: in 2 days");
    EXPECT_EQ(count(round(), "invitation"), 3);
    EXPECT_EQ(decision().policy.name, "board");
    EXPECT_EQ(decision().text().body, "Let us meet less.");
    expect_honest_record();
}

TEST_F(Conversation, AnObjectionHoldsItUpUntilItIsSettled) {
    propose();
    answer("chen@example.org", "-1 because nobody would notice");
    round();
    EXPECT_EQ(outcome_now(decision()), Outcome::blocked);
    at("2026-11-30T10:00:00Z");
    answer("chen@example.org", "resolve chen\n+1");
    round();
    EXPECT_EQ(outcome_now(decision()), Outcome::carried);
    EXPECT_EQ(decision().seats[2].stance->reason, "");  // a command is nobody's reason
    expect_honest_record();
}

TEST_F(Conversation, AnObjectionWithoutItsReasonIsAskedAndNotCounted) {
    propose();
    answer("chen@example.org", "-1");
    const auto sent = round();
    EXPECT_EQ(count(sent, "question", "chen@example.org"), 1);
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    EXPECT_TRUE(decision().seats[2].pending);
    expect_honest_record();
}

TEST_F(Conversation, TwoDifferentVotesInOneMailAreAskedAbout) {
    propose();
    answer("ben@example.org", "+1\n-1");
    const auto sent = round();
    EXPECT_EQ(count(sent, "question", "ben@example.org"), 1);
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(Conversation, TheLastVoteByArrivalStandsWhateverTheOrderOfReading) {
    propose("Policy: board\n");
    at("2026-11-30T12:00:00Z");
    answer("ben@example.org", "-1");
    auto later = inbox_.waiting.back();
    at("2026-11-30T11:00:00Z");
    answer("ben@example.org", "+1");
    at("2026-11-30T13:00:00Z");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    expect_honest_record();
}

TEST_F(Conversation, AMajorityWithoutQuorumIsNoDecision) {
    propose("Policy: board\n");
    answer("ben@example.org", "+1");
    round();
    at("2026-12-03T09:00:00Z");
    round();
    EXPECT_EQ(decision().closing->outcome, Outcome::no_quorum);
    expect_honest_record();
}

TEST_F(Conversation, AMailAfterTheCloseIsOnTheRecordAndChangesNothing) {
    propose();
    at("2026-12-03T09:00:00Z");  // exactly the close: late
    answer("chen@example.org", "-1 because too late");
    const auto sent = round();
    EXPECT_EQ(decision().closing->outcome, Outcome::carried);
    EXPECT_EQ(decision().late.size(), 1u);
    EXPECT_EQ(count(sent, "receipt", "chen@example.org"), 1);
    expect_honest_record();
}

TEST_F(Conversation, ACloseWaitsForAnInboxThatCannotBeRead) {
    propose();
    at("2026-12-03T08:00:00Z");
    answer("chen@example.org", "-1 because I was in time");
    inbox_.broken = true;
    at("2026-12-03T10:00:00Z");
    EXPECT_EQ(count(round(), "outcome"), 0);
    EXPECT_FALSE(good_);
    inbox_.broken = false;
    round();
    EXPECT_EQ(decision().closing->outcome, Outcome::blocked);
    expect_honest_record();
}

TEST_F(Conversation, OnlyThoseWhoOweAreRemindedAndOneMailListsAll) {
    propose("Policy: board\nDeadline: in 10 days\n");
    answer("ben@example.org", "+1");
    round();
    mail("ana@example.org", "decisions@example.org", "Meet more", "Policy: board\nDeadline: in 10 days\n\nNo.",
         proven());
    round();
    at("2026-12-04T12:00:00Z");
    const auto sent = round();
    EXPECT_EQ(count(sent, "reminder", "chen@example.org"), 1);
    EXPECT_EQ(count(sent, "reminder", "ben@example.org"), 1);
    for (const auto& m : sent)
        if (m.notice == "reminder" && m.to == "chen@example.org") {
            EXPECT_NE(m.bytes.find("D-1"), std::string::npos);
            EXPECT_NE(m.bytes.find("D-2"), std::string::npos);
        } else if (m.notice == "reminder" && m.to == "ben@example.org") {
            EXPECT_EQ(m.bytes.find("D-1:"), std::string::npos);
        }
    EXPECT_EQ(count(round(), "reminder"), 0);  // never two in one working day
}

TEST_F(Conversation, OneReplyAnswersSeveralDecisions) {
    const std::string to = reminded_of_two_decisions("chen@example.org");
    mail("chen@example.org", to, "Re: reminder", "D-1: +1\nD-2: -1 meeting more costs more");
    const auto sent = round();
    EXPECT_EQ(count(sent, "receipt", "chen@example.org"), 1);
    EXPECT_EQ(decision(1).seats[2].stance->position, Position::agree);
    EXPECT_EQ(decision(2).seats[2].stance->position, Position::disagree);
    expect_honest_record();
}

TEST_F(Conversation, StatusAmongAnswersToSeveralIsTheirs) {
    const std::string to = reminded_of_two_decisions("chen@example.org");
    mail("chen@example.org", to, "Re: reminder", "D-1: +1\nD-2: 0 I know too little about it\nstatus");
    std::string told;
    for (const auto& m : round()) {
        if (m.to != "chen@example.org") continue;
        EXPECT_EQ(m.notice, "receipt") << m.bytes;
        EXPECT_EQ(m.bytes.find("does not say which decision"), std::string::npos) << m.bytes;
        told += m.bytes;
    }
    for (const char* status : {"D-1 (revision 1), closes", "D-2 (revision 1), closes"})
        EXPECT_NE(told.find(status), std::string::npos) << told;
    EXPECT_EQ(decision(1).seats[2].stance->position, Position::agree);
    EXPECT_EQ(decision(2).seats[2].stance->position, Position::abstain);
    expect_honest_record();
}

TEST_F(Conversation, TheSettleQuestionIsAnsweredByYesAndNo) {
    propose();
    const std::string invitation = [&] {
        for (const auto& row : store_->outbox(std::nullopt))
            if (row.recipient == "chen@example.org") return row.message_id;
        return std::string();
    }();
    answer("chen@example.org", "concern: cost who pays?");
    round();
    at("2026-11-30T10:00:00Z");
    answer("ana@example.org", "answer cost: the reserve covers it");
    std::string question;
    for (const auto& m : round())
        if (m.notice == "concern") question = m.field("Message-ID");
    ASSERT_FALSE(question.empty());
    const auto says = [&](const std::string& text, const std::string& replied) {
        at("2026-11-30T11:00:00Z");
        mail("chen@example.org", reply_.at("chen@example.org"), "Re: [D-1] Is it settled?", text,
             "In-Reply-To: " + replied + "\n");
        round();
    };
    says("Yes", invitation);
    EXPECT_EQ(decision().concerns.at(0).state, ConcernState::open) << "that mail asked for a vote";
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    says("No, I still don't see who pays.", question);
    EXPECT_EQ(decision().concerns.at(0).state, ConcernState::open);
    EXPECT_EQ(decision().concerns.at(0).upheld, "No, I still don't see who pays.");
    answer("ana@example.org", "answer cost: the club does");
    round();
    says("Oui, c'est réglé, merci !", question);
    EXPECT_EQ(decision().concerns.at(0).state, ConcernState::settled);
    EXPECT_EQ(position("chen@example.org"), std::nullopt) << "it is no vote";
    expect_honest_record();
}

TEST_F(Conversation, HelpNamesThePoliciesOfTheHouse) {
    configure("[policy.money]\npreset = \"two-thirds\"\ndescription = \"What costs more than 100 euros.\"\n");
    mail("ben@example.org", "decisions@example.org", "help", "help", proven());
    const auto sent = round();
    ASSERT_EQ(sent.size(), 1u);
    const std::string text = read_message(sent[0].bytes).text;
    EXPECT_NE(text.find("\n  money: What costs more than 100 euros.\n"), std::string::npos) << text;
    EXPECT_NE(text.find("\n  team (unless a proposal names another)"), std::string::npos) << text;
    EXPECT_EQ(text.find("\n  two-thirds"), std::string::npos) << "the page has the presets";
}

TEST_F(Conversation, AnUnknownNumberIsToldInTheSameReceipt) {
    propose("Policy: board\n");
    answer("chen@example.org", "D-1: +1\nD-9: +1");
    const auto sent = round();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].notice, "receipt");
    EXPECT_NE(sent[0].bytes.find("There is no decision D-9."), std::string::npos) << sent[0].bytes;
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(Conversation, AFacilitatorClosesBeforeTime) {
    propose();
    for (const auto& facilitator : decision().facilitators)
        mail(facilitator.address, "decisions@example.org", "Re: [D-1] Meet less", "close: all have answered",
             proven());
    EXPECT_EQ(count(round(), "outcome"), 4);
    EXPECT_EQ(decision().closing->reason, "all have answered");
    expect_honest_record();
}

TEST_F(Conversation, AConfirmedMailOfScopedLinesAloneCounts) {
    propose("Policy: board\n");
    mail("ben@example.org", "decisions@example.org", "my vote", "D-1: +1");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", asked.front().reply_to(), "Re: [D-1] Meet less", "yes");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(Conversation, ALaterMailCannotChangeWhatARecountAsks) {
    propose("Policy: board\n");
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1",
         proven() + "In-Reply-To: <list-mail@example.net>\n");
    round();
    mail("ana@example.org", "decisions@example.org", "Another", "Policy: board\n\nText.", proven());
    inbox_.waiting.back().raw.replace(inbox_.waiting.back().raw.find("<m"), 16, "<list-mail@example.net>");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(Conversation, AWordThatNamesNoConcernIsAnsweredWithTheirOwn) {
    propose();
    const auto told = [&](const std::string& text) {
        answer("ben@example.org", text);
        std::string all;
        for (const auto& m : round())
            if (m.to == "ben@example.org") all += read_message(m.bytes).text;
        std::replace(all.begin(), all.end(), '\n', ' ');
        return all;
    };
    EXPECT_NE(told("settled").find("You have raised no concern here."), std::string::npos);
    told("concern: noise it is loud");
    for (const char* text : {"settled", "Settled.", "resolve noise if the fan goes", "resolve noise: not yet"}) {
        const std::string asked = told(text);
        EXPECT_NE(asked.find("resolve noise"), std::string::npos) << asked;
        EXPECT_EQ(asked.find("cost"), std::string::npos) << asked;
        EXPECT_EQ(decision().concerns.at(0).state, ConcernState::open) << text;
    }
    told("resolve noise");
    EXPECT_EQ(decision().concerns.at(0).state, ConcernState::settled);
    const std::string late = told("settled");
    EXPECT_NE(late.find("Your concern “noise” is settled already."), std::string::npos) << late;
    EXPECT_EQ(late.find("cost"), std::string::npos) << late;
    expect_honest_record();
}

TEST_F(Conversation, HelpAndStatusAreAnswered) {
    propose();
    answer("ben@example.org", "status");
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 1);
    mail("ben@example.org", "decisions@example.org", "help", "help");
    const auto sent = round();
    EXPECT_EQ(count(sent, "help", "ben@example.org"), 1);
}

TEST_F(Conversation, WordsBesideACommandAreAComment) {
    propose();
    answer("ben@example.org", "status\n\nIs there a lift?");
    round();
    ASSERT_EQ(decision().comments.size(), 1u);
    EXPECT_EQ(decision().comments[0].text, "Is there a lift?");
    expect_honest_record();
}

}  // namespace
}  // namespace assentd::testing
