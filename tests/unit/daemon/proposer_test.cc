// SPDX-License-Identifier: Apache-2.0
// What opens, and what its proposer does with it by mail: attachments, amendments, extensions, withdrawals.
#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Proposer : public House {};

TEST_F(Proposer, AReplyByItsQuotationAloneOpensNothing) {
    mail("ana@example.org", "decisions@example.org", "Kassenbericht",
         "Danke, schaue ich mir an.\n\nAm 1.12.2026 um 09:00 schrieb Ben:\n> Anbei der Bericht.",
         "In-Reply-To: <k@elsewhere.example>\n" + proven());
    const auto sent = round();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_NE(sent[0].bytes.find("looks like an answer"), std::string::npos) << sent[0].bytes;
}

TEST_F(Proposer, WhatAProposalBringsAlongIsNamedAndNotPassedOn) {
    raw("From: Ana Lima <ana@example.org>\nTo: decisions@example.org\nSubject: A logo\nMessage-ID: "
        "<logo@example.org>\n" +
        proven() +
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        "Policy: board\n\nI propose the attached logo.\n--b\nContent-Type: image/png; name=logo.png\n"
        "Content-Disposition: attachment; filename=logo.png\n\n0123456789\n--b\nContent-Type: image/png\n"
        "Content-Disposition: inline\nContent-ID: <sig@example.org>\n\n0123\n--b--\n");
    for (const auto& m : round()) {
        const std::string text = read_message(m.bytes).text;
        EXPECT_NE(text.find("logo.png (1 kB)"), std::string::npos) << m.notice << text;
        EXPECT_EQ(text.find("image/png"), std::string::npos) << "of a signature";
        const bool names_it = text.find("Attached, and not passed on") != std::string::npos;
        EXPECT_TRUE(names_it || m.notice != "invitation") << text;
    }
    ASSERT_EQ(decision().text().attachments.size(), 1u);
    mail("ana@example.org", "decisions@example.org", "Re: [D-1] A logo", "amend\n\nI propose no logo.", proven());
    round();
    EXPECT_EQ(decision().revision(), 2);
    EXPECT_EQ(decision().text().attachments.size(), 1u);
    expect_honest_record();
}

TEST_F(Proposer, TheProposersReceiptSaysHowToUndo) {
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet less", "Policy: team\n\nLet us meet less.",
         proven());
    for (const auto& m : round())
        if (m.notice == "receipt") {
            EXPECT_NE(m.bytes.find("\nTo change it, reply `extend 3 days`, `withdraw proposal`, or `amend`"),
                      std::string::npos)
                << m.bytes;
        }
}

TEST_F(Proposer, TheProposersOwnNameIsNoPartOfTheText) {
    propose();
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet at ten",
         "Policy: team\n\nLet us meet at ten.\n\nCost:\nNothing.\n\nThanks,\nAna Lima", proven());
    round();
    EXPECT_EQ(decision(2).text().body, "Let us meet at ten.\n\nCost:\nNothing.");
    answer("ana@example.org", "amend\n\nLet us meet on Mondays.\n\nCost:\nNothing.\n\nAna");
    round();
    EXPECT_EQ(decision().text().body, "Let us meet on Mondays.\n\nCost:\nNothing.");
    answer("ana@example.org", "amend\n\nLet us meet on Tuesdays.\n\nBest\nAna");
    round();
    EXPECT_EQ(decision().text().body, "Let us meet on Tuesdays.");
    answer("ana@example.org", "amend\n\nWe meet on Tuesdays.\n\nThe minutes are written by:\nAna");
    round();
    EXPECT_EQ(decision().text().body, "We meet on Tuesdays.\n\nThe minutes are written by:\nAna");
}

TEST_F(Proposer, WordsAboveAnAmendmentAreKeptAsAComment) {
    propose();
    answer("ana@example.org", "Thanks all, I took Chen's point:\n\namend\n\nLet us meet on Mondays.");
    EXPECT_EQ(count(round(), "amendment"), 4);
    EXPECT_EQ(decision().text().body, "Let us meet on Mondays.");
    ASSERT_EQ(decision().comments.size(), 1u);
    EXPECT_EQ(decision().comments[0].text, "Thanks all, I took Chen's point:");
    answer("ana@example.org", "amend\n\nLet us meet on Tuesdays.");
    round();
    EXPECT_EQ(decision().comments.size(), 1u);
    expect_honest_record();
}

TEST_F(Proposer, TheProposerExtendsAndEverybodyIsTold) {
    propose();
    answer("ana@example.org", "extend 2 days: the auditors answer on Friday");
    const auto sent = round();
    EXPECT_EQ(count(sent, "amendment"), 4);
    EXPECT_EQ(instant_text(decision().closes_at), "2026-12-05T09:00:00Z");
    expect_honest_record();
}

TEST_F(Proposer, TheProposerWithdraws) {
    propose();
    answer("ana@example.org", "withdraw");
    EXPECT_EQ(count(round(), "outcome"), 4);
    EXPECT_EQ(decision().closing->outcome, Outcome::withdrawn);
    expect_honest_record();
}

TEST_F(Proposer, AProposerWithdrawsInWords) {
    for (const char* text : {"Please withdraw this proposal, it is a mistake.", "I withdraw this proposal.",
                             "Ich ziehe den Vorschlag zurück.", "Je retire ma proposition.", "Retiro la propuesta.",
                             "+1\n\nwithdraw: we need more time"}) {
        propose();
        const auto number = static_cast<int>(store_->summaries().size());
        const auto sender = std::string("ana@example.org");
        mail(sender, reply_.at(sender), "Re: Meet less", text);
        round();
        ASSERT_TRUE(decision(number).closing) << text;
        EXPECT_EQ(decision(number).closing->outcome, Outcome::withdrawn) << text;
    }
    expect_honest_record();
}

TEST_F(Proposer, TheWordsBelowAWithdrawalAreItsReason) {
    propose();
    answer("ana@example.org", "withdraw\n\nSorry, wrong address!");
    for (const auto& m : round()) {
        if (m.notice != "outcome") continue;
        EXPECT_NE(m.bytes.find("> Sorry, wrong address!"), std::string::npos) << m.bytes;
    }
    ASSERT_TRUE(decision().closing);
    EXPECT_EQ(decision().closing->reason, "Sorry, wrong address!");
    EXPECT_TRUE(decision().comments.empty()) << "told once";
    expect_honest_record();
    propose();
    mail("chen@example.org", reply_.at("chen@example.org"), "Re: Meet less", "+1");
    round();
    mail("chen@example.org", reply_.at("chen@example.org"), "Re: Meet less", "withdraw\n\nI have to think again.");
    round();
    EXPECT_EQ(decision(2).comments.size(), 1u) << "of a vote it is a comment";
    expect_honest_record();
}

TEST_F(Proposer, AProposersOwnVoteIsWithdrawnApartFromTheProposal) {
    propose();
    answer("ana@example.org", "+1");
    round();
    at("2026-11-30T10:00:00Z");
    answer("ana@example.org", "withdraw vote");
    round();
    EXPECT_EQ(position("ana@example.org"), std::nullopt);
    EXPECT_EQ(decision().state, State::open);
    expect_honest_record();
}

TEST_F(Proposer, AReasonMakesNoVotersWithdrawalTheProposals) {
    propose();
    answer("chen@example.org", "+1");
    answer("ana@example.org", "+1");
    round();
    answer("chen@example.org", "withdraw: I need more time");
    answer("ana@example.org", "withdraw: my vote");
    answer("dana@example.org", "Please withdraw this proposal, it is a mistake.");
    round();
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    EXPECT_EQ(position("ana@example.org"), std::nullopt);
    answer("ana@example.org", "+1");
    answer("ana@example.org", "withdraw: my vote was too early");
    EXPECT_EQ(count(round(), "question", "ana@example.org"), 0);
    EXPECT_EQ(decision().state, State::open);
    expect_honest_record();
}

}  // namespace
}  // namespace assentd::testing
