// SPDX-License-Identifier: Apache-2.0
// One test, or several, for each row of SECURITY.md: what somebody could want, tried through the real cycle.
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Threats : public House {
  protected:
    // A second decision, D-2, by Ben; its reply addresses go to other_.
    void propose_another() {
        mail("Ben Okoro <ben@example.org>", "decisions@example.org", "Paint it blue",
             "Policy: board\n\nLet us paint it blue.", proven());
        for (const auto& m : round())
            if (m.notice == "invitation") other_[m.to] = m.reply_to();
    }
    std::map<std::string, std::string> other_;
};

// ---- threads: which decision a mail is about ----

TEST_F(Threats, AForgedMailDoesNotClaimAMessageIdForItsDecision) {
    propose("Policy: board\n");
    propose_another();
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "a thought",
         "Message-Id: <known@example.org>\n");
    inbox_.waiting.back().raw.replace(inbox_.waiting.back().raw.find("Message-ID: <m"), 10, "X-Was: ");
    round();
    EXPECT_FALSE(store_->find_thread("<known@example.org>"));
    mail("stranger@example.net", "decisions@example.org", "Re: [D-1] Meet less", "a thought",
         "Message-Id: <known-too@example.org>\n");
    inbox_.waiting.back().raw.replace(inbox_.waiting.back().raw.find("Message-ID: <m"), 10, "X-Was: ");
    round();
    EXPECT_FALSE(store_->find_thread("<known-too@example.org>"));
    expect_honest_record();
}

TEST_F(Threats, AForgedProposalDoesNotClaimAMessageIdEither) {
    propose();
    raw("From: ben@example.org\nTo: decisions@example.org\nSubject: Mine\nMessage-ID: "
        "<known@example.org>\n\nText.\n");
    ASSERT_EQ(count(round(), "question", "ben@example.org"), 1);
    EXPECT_FALSE(store_->find_thread("<known@example.org>"));
}

TEST_F(Threats, AConfirmedMailBelongsToItsThread) {
    propose("Policy: board\n");
    raw("From: ben@example.org\nTo: decisions@example.org\nSubject: Re: [D-1] Meet less\n"
        "Message-ID: <bens@example.org>\n\na thought\n");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", asked.front().reply_to(), "Re: [D-1] Meet less", "yes");
    round();
    EXPECT_EQ(store_->find_thread("<bens@example.org>"), store_->find_number(1));
    EXPECT_EQ(decision().comments.size(), 1u);
    expect_honest_record();
}

TEST_F(Threats, AConfirmedProposalBelongsToItsThread) {
    raw("From: ben@example.org\nTo: decisions@example.org\nSubject: Mine\nMessage-ID: <bens@example.org>\n\nText.\n");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", asked.front().reply_to(), "Re: Mine", "yes");
    round();
    ASSERT_TRUE(store_->find_number(1));
    EXPECT_EQ(store_->find_thread("<bens@example.org>"), store_->find_number(1));
}

TEST_F(Threats, AProvenMailExtendsItsThread) {
    propose("Policy: board\n");
    propose_another();
    raw("From: ben@example.org\nTo: " + reply_.at("ben@example.org") +
        "\nSubject: no tag\nMessage-ID: <bens@example.org>\n\na thought\n");
    round();
    raw("From: chen@example.org\nTo: decisions@example.org\nSubject: no tag\nMessage-ID: <chens@example.org>\n"
        "In-Reply-To: <bens@example.org>\n" +
        proven() + "\n+1\n");
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    // The same id in another decision does not move it there.
    raw("From: chen@example.org\nTo: " + other_.at("chen@example.org") +
        "\nSubject: no tag\nMessage-ID: <bens@example.org>\n\nanother thought\n");
    round();
    EXPECT_EQ(store_->find_thread("<bens@example.org>"), store_->find_number(1));
    expect_honest_record();
}

// ---- a forged mail that comes before the real one, with its Message-ID ----

TEST_F(Threats, AForgedCopyThatComesFirstDoesNotSilenceTheRealMail) {
    propose("Policy: board\n");
    raw("From: ben@example.org\nTo: decisions@example.org\nSubject: Re: [D-1] Meet less\nMessage-ID: "
        "<x@example.org>\n"
        "\n+1\n");
    EXPECT_EQ(count(round(), "question", "ben@example.org"), 1);
    raw("From: ben@example.org\nTo: " + reply_.at("ben@example.org") +
        "\nSubject: Re: [D-1] Meet less\nMessage-ID: <x@example.org>\n\n+1\n");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(Threats, AForgedMailWithOtherWordsThatComesFirstDoesNotSilenceTheRealMail) {
    propose("Policy: board\n");
    raw("From: ben@example.org\nTo: decisions@example.org\nSubject: Re: [D-1] Meet less\nMessage-ID: "
        "<x@example.org>\n"
        "\n-1 forged\n");
    EXPECT_EQ(count(round(), "question", "ben@example.org"), 1);
    raw("From: ben@example.org\nTo: " + reply_.at("ben@example.org") +
        "\nSubject: Re: [D-1] Meet less\nMessage-ID: <x@example.org>\n\n+1\n");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    EXPECT_TRUE(store_->mails_in_state(MailState::quarantined).empty());
    expect_honest_record();
}

// ---- outsiders learn nothing, and forged ones do not make us write to their victims ----

TEST_F(Threats, AnOutsiderIsToldNothingOfADecision) {
    propose("Policy: board\n");
    for (const char* subject : {"Re: [D-1] x", "Re: [D-99] x"}) {
        at(instant_text(now_ + std::chrono::hours(25)));
        mail("stranger@example.net", "decisions@example.org", subject, "status");
        const auto sent = round();
        for (const auto& m : sent) {
            if (m.to != "stranger@example.net") continue;
            EXPECT_EQ(m.notice, "refusal");
            for (const char* secret : {"Meet less", "open until", "Ana", "ana@", "binding", "X-Assentd-Decision"})
                EXPECT_EQ(m.bytes.find(secret), std::string::npos) << secret << " in\n" << m.bytes;
        }
        EXPECT_EQ(count(sent, "refusal", "stranger@example.net"), 1) << subject;
    }
    expect_honest_record();
}

TEST_F(Threats, AnOutsiderCannotTellWhichDecisionsThereAre) {
    propose("Policy: board\n");
    std::vector<std::string> answers;
    for (const char* text : {"D-1: +1", "D-9: +1"}) {
        at(instant_text(now_ + std::chrono::hours(25)));
        mail("stranger@example.net", "decisions@example.org", "same", text);
        for (const auto& m : round())
            if (m.to == "stranger@example.net") answers.push_back(m.bytes.substr(m.bytes.find("\n\n")));
    }
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(answers[0], answers[1]);
}

TEST_F(Threats, AStrangerGetsOneRefusalADay) {
    propose();
    for (int i = 0; i < 40; ++i)
        mail("stranger@example.net", "decisions@example.org", i % 2 ? "Hello" : "Re: [D-1] Meet less",
             "Text " + std::to_string(i));
    EXPECT_EQ(count(round(), "refusal", "stranger@example.net"), 1);
    mail("stranger@example.net", "decisions@example.org", "help", "help");
    EXPECT_TRUE(round().empty());
}

TEST_F(Threats, AMailThatFailedAuthenticationIsNotAnsweredToItsForgedSender) {
    propose();
    const std::string failed = "Authentication-Results: mx.example.org; dmarc=fail header.from=example.net\n";
    mail("victim@example.net", "decisions@example.org", "Hello", "Text", failed);
    mail("victim@example.net", "decisions@example.org", "Re: [D-1] Meet less", "+1", failed);
    mail("victim@example.net", "decisions@example.org", "help", "help", failed);
    EXPECT_TRUE(round().empty());
}

}  // namespace
}  // namespace assentd::testing
