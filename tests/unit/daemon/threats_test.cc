// SPDX-License-Identifier: Apache-2.0
// One test, or several, for each row of SECURITY.md: what somebody could want, tried through the real cycle.
#include "daemon/ctl/exports.h"
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

// Who may comment may not read.
TEST_F(Threats, AnOutsiderWhoMayCommentIsToldNothingElse) {
    configure(
        "[policy.forum]\npreset = \"consent\"\ncomments_from = \"everyone\"\nperiod = \"9 days\"\nreminders = []\n");
    propose("Policy: forum\n");
    answer("ben@example.org", "-1 the cost is not covered");
    round();
    const std::string vouched = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.net\n";
    for (const char* text : {"status", "+1", "close", "concern: cost too dear"}) {
        at(instant_text(now_ + std::chrono::hours(25)));
        mail("stranger@example.net", "decisions@example.org", "Re: [D-1] Meet less", text, vouched);
        const auto sent = round();
        EXPECT_EQ(sent.size(), 1u) << text;
        for (const auto& m : sent) {
            EXPECT_EQ(m.to, "stranger@example.net");
            for (const char* secret : {"Meet less", "open until", "Ana", "Ben", "cost is not", "binding", "D-1",
                                       "X-Assentd-Decision", "decisions+"})
                EXPECT_EQ(m.bytes.find(secret), std::string::npos) << secret << " in\n" << m.bytes;
        }
    }
    EXPECT_TRUE(decision().comments.empty());
    mail("stranger@example.net", "decisions@example.org", "Re: [D-1] Meet less", "I would come.", vouched);
    EXPECT_TRUE(round().empty()) << "a comment brings nobody a receipt";
    ASSERT_EQ(decision().comments.size(), 1u);
    EXPECT_EQ(decision().comments[0].by.address, "stranger@example.net");
    expect_honest_record();
}

// ---- tokens that people pass on themselves ----

TEST_F(Threats, AReplyAddressInAMailsTextReachesNobody) {
    propose("Policy: board\n");
    const std::string mine = reply_.at("ben@example.org");
    const std::string token = mine.substr(mine.find('.') + 1, 24);
    ASSERT_EQ(without_tokens(mine), "decisions@example.org");
    const auto others_copy = [](const Sent& m) { return m.to == "ben@example.org" ? std::string() : m.bytes; };
    answer("ben@example.org", "-1 please write to " + mine + " about it\n\nor to <mailto:" + mine + ">");
    answer("ben@example.org", "concern: address write to " + mine);
    answer("ana@example.org", "amend\n\nWrite to " + reply_.at("ana@example.org") + " if you like.");
    for (const auto& m : round()) EXPECT_EQ(others_copy(m).find(token), std::string::npos) << m.bytes;
    at("2026-12-03T09:00:00Z");
    for (const auto& m : round()) EXPECT_EQ(others_copy(m).find(token), std::string::npos) << m.bytes;
    for (const auto& row : store_->events(*store_->find_number(1)))
        EXPECT_EQ(row.body.find(token), std::string::npos) << row.body;
    expect_honest_record();
}

TEST_F(Threats, AnExportedThreadGivesNobodyAVote) {
    propose("Policy: board\n");
    const std::string mine = reply_.at("ben@example.org");
    const std::string token = mine.substr(mine.find('.') + 1, 24);
    answer("ben@example.org", "-1 it is dear\n\nOn Monday " + mine + " wrote:\n> a text");
    const auto at_sign = mine.find('@');
    mail("ben@example.org", mine, "Re: [D-1]",
         "On Monday decisions=2B" + mine.substr(10, 12) + "=\n" + mine.substr(22, at_sign - 22) +
             "=40example.org wrote",
         "Content-Transfer-Encoding: quoted-printable\n");
    mail("ben@example.org", mine, "Re: [D-1]", encoded_base64("A thought. On Monday " + mine + " wrote:\n> a text\n"),
         "Content-Transfer-Encoding: base64\n");
    round();
    const std::string mbox = as_mbox(*store_, *store_->find_number(1));
    EXPECT_NE(mbox.find("-1 it is dear"), std::string::npos);
    EXPECT_NE(mbox.find("To: decisions@example.org"), std::string::npos);
    EXPECT_EQ(mbox.find(token), std::string::npos) << mbox;
    EXPECT_EQ(mbox.find(mine.substr(22, at_sign - 22)), std::string::npos) << mbox;
    EXPECT_EQ(mbox.find(encoded_base64("A thought. On Monday " + mine).substr(0, 56)), std::string::npos) << mbox;
    EXPECT_NE(mbox.find(encoded_base64("A thought. On Monday decisions@").substr(0, 40)), std::string::npos) << mbox;
}

TEST(WithoutTokens, CutsTokensOnly) {
    const std::string token = "abcdefghijklmnopqrstuvwx";
    for (const char* detail : {"d42", "f7", "c7", "p", "b"})
        EXPECT_EQ(without_tokens("<decisions+" + std::string(detail) + '.' + token + "@example.org>,"),
                  "<decisions@example.org>,");
    EXPECT_EQ(without_tokens("Decisions+D1.ABCDEFGHIJKLMNOPQRSTUVWX@example.org"), "Decisions@example.org");
    EXPECT_EQ(without_tokens("<id234.d1." + token + "@example.org>"), "<id234@example.org>");
    for (const auto& plain :
         std::vector<std::string>{"decisions+rfc@example.org", "a.d1.short@example.org", "e.g. nothing", "...",
                                  "x." + token + "@example.org", "+d1." + token + " wrote", "+d1." + token})
        EXPECT_EQ(without_tokens(plain), plain);
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

// ---- a vote in somebody else's name ----

TEST_F(Threats, AForgedFromIsHeldHoweverItIsDressed) {
    propose("Policy: board\n");
    const std::vector<std::string> headers{
        "",
        "Sender: ben@example.org\n",
        "Reply-To: ben@example.org\n",
        "Return-Path: <ben@example.org>\n",
        "X-Original-From: ben@example.org\n",
        "Authentication-Results: evil.example; dmarc=pass header.from=example.org\n",
        "Authentication-Results: mx.example.org.evil.example; dmarc=pass header.from=example.org\n",
        "Authentication-Results: mx.example.org; dmarc=fail header.from=example.org\n",
        "Authentication-Results: mx.example.org; dmarc=pass header.from=evil.example\n",
        "Authentication-Results: mx.example.org; dkim=pass header.d=org\n",
        "Authentication-Results: mx.example.org; dkim=pass header.d=example.org.evil.example\n",
        "Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=evil.example\n",
        "Authentication-Results: mx.example.org; (dmarc=pass header.from=example.org) spf=fail\n",
        "Authentication-Results: mx.example.org; spf=fail reason=\"; dmarc=pass header.from=example.org\"\n",
        "Authentication-Results: mx.example.org 2; dmarc=pass header.from=example.org\n",
        "Authentication-Results: mx.example.org; arc=pass\nARC-Seal: i=1; cv=none; d=evil.example\n"
        "ARC-Authentication-Results: i=1; evil.example; dmarc=pass header.from=example.org\n",
        "X-Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\n",
        "DKIM-Signature: v=1; d=example.org; s=x; b=AAAA\n",
        "Received-SPF: pass (mx.example.org: domain of ben@example.org)\n",
        "X-Assentd-Decision: D-1\nX-Assentd-Trust: token\n",
    };
    for (const auto& header : headers) {
        mail("Ben Okoro <ben@example.org>", "decisions@example.org", "Re: [D-1] Meet less", "+1", header);
        round();
        EXPECT_EQ(position("ben@example.org"), std::nullopt) << header;
    }
    EXPECT_EQ(tally(decision()).all.spoke(), 0);
    expect_honest_record();
}

TEST_F(Threats, WhoStealsATokenHasNothing) {
    propose("Policy: board\n");
    const std::string stolen = reply_.at("ben@example.org");
    for (const char* thief : {"chen@example.org", "stranger@example.net", "Ben <ben@example.net>",
                              "\"ben@example.org\" <x@example.net>", "ben@example.org.example.net"}) {
        mail(thief, stolen, "Re: [D-1] Meet less", "-1");
        round();
        EXPECT_EQ(tally(decision()).all.spoke(), 0) << thief;
    }
    expect_honest_record();
}

TEST_F(Threats, ATokenOpensOnlyItsOwnDecision) {
    propose("Policy: board\n");
    propose_another();
    const std::string token = other_.at("ben@example.org").substr(std::string("decisions+d2").size());
    for (const std::string& to : {"decisions+d1" + token, "decisions+f1" + token, "decisions+c1" + token,
                                  "decisions+p" + token, "decisions+d01" + token, "decisions+d1x" + token}) {
        mail("ben@example.org", to, "Re: [D-1] Meet less", "-1");
        round();
        EXPECT_EQ(position("ben@example.org"), std::nullopt) << to;
    }
    EXPECT_EQ(tally(decision(2)).all.spoke(), 0);
    expect_honest_record();
}

TEST_F(Threats, AGuessedTokenIsNone) {
    propose("Policy: board\n");
    const std::string real = reply_.at("ben@example.org");
    for (const char c : {'a', 'b', '7', '2', 'z'}) {
        std::string close_guess = real;
        close_guess[close_guess.rfind('@') - 1] = c;
        if (close_guess == real) continue;
        mail("ben@example.org", close_guess, "Re: [D-1] Meet less", "-1");
        round();
        EXPECT_EQ(position("ben@example.org"), std::nullopt) << close_guess;
    }
}

TEST_F(Threats, AReplayedMailBringsNoOldVoteBack) {
    propose("Policy: board\n");
    answer("ben@example.org", "+1");
    const std::string first = inbox_.waiting.back().raw;
    round();
    at("2026-11-30T10:00:00Z");
    answer("ben@example.org", "-1");
    round();
    at("2026-11-30T11:00:00Z");
    raw(first);
    EXPECT_TRUE(round().empty());
    raw("Received: from elsewhere\n" + first);
    EXPECT_TRUE(round().empty());
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    expect_honest_record();
}

TEST_F(Threats, ReplyToSelectsNobody) {
    propose("Policy: board\n");
    mail("stranger@example.net", "decisions@example.org", "Re: [D-1] Meet less", "+1",
         "Reply-To: Ben Okoro <ben@example.org>\nSender: ben@example.org\n");
    for (const auto& m : round()) EXPECT_EQ(m.to, "stranger@example.net");
    mail("ben@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "+1",
         "Reply-To: stranger@example.net\n");
    for (const auto& m : round()) EXPECT_EQ(m.to, "ben@example.org") << "answers go to the address on file";
    EXPECT_EQ(position("ben@example.org"), Position::agree);
}

// Somebody publishes the whole thread, with every Message-ID and their own reply address.
TEST_F(Threats, ALeakedThreadGivesNobodyAVote) {
    propose("Policy: board\n");
    std::string ids;
    for (const auto& row : store_->outbox(std::nullopt)) ids += ' ' + row.message_id;
    for (const char* from : {"ben@example.org", "stranger@example.net"}) {
        mail(from, "decisions@example.org", "Re: [D-1] Meet less", "-1", "References:" + ids + '\n');
        round();
        EXPECT_EQ(tally(decision()).all.spoke(), 0) << from;
    }
    expect_honest_record();
}

TEST_F(Threats, AMailThatPretendsToBeOursIsSilent) {
    propose("Policy: board\n");
    mail("Decisions <decisions@example.org>", "decisions@example.org", "Re: [D-1] Meet less", "+1", proven());
    const std::string seal = "Auto-Submitted: auto-generated\nX-Assentd-Decision: D-1\nX-Assentd-Notice: receipt\n";
    mail("ben@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "+1", seal);
    EXPECT_TRUE(round().empty());
    EXPECT_EQ(tally(decision()).all.spoke(), 0);
    expect_honest_record();
}

// ---- silencing a voter ----

std::string bounce(const std::string& to, const std::string& about, const std::string& recipient) {
    return "From: MAILER-DAEMON@example.org\nTo: " + to + "\nSubject: Undelivered Mail\nMessage-ID: <dsn" +
           recipient +
           "@example.org>\nMIME-Version: 1.0\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\nSorry.\n"
           "--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
           "Final-Recipient: rfc822; " +
           recipient +
           "\nAction: failed\nStatus: 5.1.1\n\n"
           "--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: " +
           about + "\n\n--x--\n";
}

TEST_F(Threats, AForgedBounceSilencesNobody) {
    propose("Policy: board\n");
    propose_another();
    std::string other_envelope;  // of a mail to Ben: it says nothing about Chen
    for (const auto& row : store_->outbox(std::nullopt))
        if (row.notice == "invitation" && row.recipient == "ben@example.org") other_envelope = row.envelope_from;
    raw(bounce("decisions@example.org", "<guess@example.org>", "chen@example.org"));
    raw(bounce("decisions+b.aaaaaaaaaaaaaaaaaaaaaaaa@example.org", "<guess@example.org>", "chen@example.org"));
    raw(bounce(reply_.at("chen@example.org"), "<guess@example.org>", "chen@example.org"));
    raw(bounce(other_envelope, "<guess@example.org>", "chen@example.org"));
    EXPECT_TRUE(round().empty());
    EXPECT_TRUE(decision(1).seats[2].reached);
    EXPECT_TRUE(decision(2).seats[2].reached);
    answer("chen@example.org", "+1");
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree) << "who is not reached still counts when they answer";
    expect_honest_record();
}

// ---- what a mail says must not reach a header, a command, a template ----

TEST_F(Threats, NothingOfAMailBecomesAHeaderOfOurs) {
    propose("Policy: board\n");
    const std::vector<std::string> subjects{
        "=?utf-8?q?x=0D=0ABcc:_evil@example.net?=", "=?utf-8?b?eA0KQmNjOiBldmlsQGV4YW1wbGUubmV0?=",
        "x =?utf-8?q?=0ABcc:_evil@example.net?=",   "=?utf-8?q?x=E2=80=A8Bcc:_evil@example.net?=",
        "=?utf-8?q?x=C2=85Bcc:_evil@example.net?=", "=?utf-7?q?x+AA0ACg-Bcc:_evil@example.net?="};
    const std::vector<std::string> senders{"=?utf-8?q?Ana=0D=0ABcc:_evil@example.net?= <ana@example.org>",
                                           "\"Ana\\\r\nBcc: evil@example.net\" <ana@example.org>",
                                           "\"evil@example.net\" <ana@example.org>",
                                           "ana@example.org (\r\n Bcc: evil@example.net)"};
    std::vector<Sent> all;
    for (const auto& subject : subjects)
        for (const auto& sender : senders) {
            mail(sender, "decisions@example.org", subject, "Policy: board\n\nText.", proven());
            for (const auto& m : round()) all.push_back(m);
        }
    EXPECT_GT(all.size(), 20u);
    for (const auto& m : all) {
        const std::string header = '\n' + m.bytes.substr(0, m.bytes.find("\n\n"));
        EXPECT_EQ(header.find("\nBcc:"), std::string::npos) << header;
        EXPECT_EQ(header.find("\rBcc:"), std::string::npos) << header;
        EXPECT_EQ(std::count(header.begin(), header.end(), '\r'), 0);
        EXPECT_NE(m.to, "evil@example.net");
        for (const char c : header) EXPECT_LT(static_cast<unsigned char>(c), 0x80u) << header;
    }
    expect_honest_record();
}

TEST_F(Threats, AnAddressNeverBecomesAnSmtpCommand) {
    propose();
    for (const char* from :
         {"<a@example.net>\r\nRCPT TO:<evil@example.net>", "\"a b\"@example.net", "a@[127.0.0.1]",
          "a@example.net> <evil@example.net", "\"a\\\r\nDATA\"@example.net", "a@example.net\0@example.org",
          "a b@example.net", "@example.net", "a@", "a@@example.net", "-oX/tmp/x@example.net", "|id@example.net"}) {
        mail(from, "decisions@example.org", "Hello", "Text");
        for (const auto& m : round()) {
            EXPECT_EQ(m.to.find_first_of(" \r\n<>"), std::string::npos) << m.to;
            EXPECT_EQ(std::count(m.to.begin(), m.to.end(), '@'), 1) << m.to;
        }
        at(instant_text(now_ + std::chrono::hours(25)));
    }
}

TEST_F(Threats, AnAttachmentsNameIsOnlyAName) {
    propose("Policy: board\n");
    for (const char* file : {"../../etc/passwd", "..\\..\\x", "a\r\nBcc: evil@example.net", "/dev/null", "{{text}}",
                             "=?utf-8?q?=2E=2E=2Fx=0D=0Ay?="}) {
        mail("chen@example.org", reply_.at("chen@example.org"), "Re: [D-1] Meet less",
             "--x\nContent-Type: text/plain\n\nsee there " + std::string(file).substr(0, 2) +
                 "\n--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"" + file +
                 "\"\n\nPDF\n--x--",
             "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n");
        round();
    }
    for (const auto& comment : decision().comments)
        for (const auto& attachment : comment.attachments)
            EXPECT_EQ(attachment.name.find_first_of("/\\\r\n"), std::string::npos) << attachment.name;
    expect_honest_record();
}

TEST_F(Threats, WhatPeopleWroteIsNeverATemplate) {
    const std::string bait = "{{answer_to}} {{#decisions}}x{{/decisions}} {{{text}}} {{> help}} {{=<% %>=}} <%text%>";
    mail("Ana {{answer_to}} <ana@example.org>", "decisions@example.org", "Meet {{answer_to}} {{{text}}}",
         "Policy: board\n\n" + bait, proven());
    std::vector<Sent> all = round();
    for (const auto& m : all)
        if (m.notice == "invitation") reply_[m.to] = m.reply_to();
    answer("ben@example.org", "-1 " + bait);
    for (const auto& m : round()) all.push_back(m);
    at("2026-12-10T09:00:00Z");
    for (const auto& m : round()) all.push_back(m);
    EXPECT_GE(all.size(), 8u);
    for (const auto& m : all) {
        if (m.bytes.find("answer_to") == std::string::npos) continue;
        EXPECT_NE(m.bytes.find("{{answer_to}}"), std::string::npos) << m.bytes;
    }
    expect_honest_record();
}

// ---- floods and robots ----

TEST_F(Threats, AFloodInSomebodysNameIsBounded) {
    propose("Policy: board\n");
    for (int i = 0; i < 300; ++i)
        mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "-1 " + std::to_string(i));
    EXPECT_LE(count(round(), "question", "ben@example.org"), 20);
    EXPECT_LE(decision().held.size(), 10u);
    answer("ben@example.org", "+1");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree) << "the proven vote gets through";
    expect_honest_record();
}

// A second daemon, decisions@other.example, and the wire between the two.
class TwoHouses : public Threats {
  protected:
    struct Neighbour : House {
        void TestBody() override {}
        Neighbour() : House("-other") {
            config_->mail.address = "decisions@other.example";
            config_->mail.from_domain = "other.example";
            tokens_ = std::make_unique<Tokens>(server_key(*store_), config_->mail);
            world_ = std::make_unique<World>(World{*config_, *templates_, *tokens_, *store_, nullptr});
        }
        using House::at;
        using House::raw;
        using House::round;
    };

    // Carries what each owes the other until both are silent or `most` mails have gone; returns how many went.
    int carry(const std::vector<std::string>& stripped, int most) {
        int carried = 0;
        for (bool moved = true; moved && carried < most;) {
            moved = false;
            for (const auto& m : round())
                if (m.to.ends_with("@other.example")) {
                    other_house_.raw(without(m.bytes, stripped));
                    moved = true;
                    ++carried;
                }
            for (const auto& m : other_house_.round())
                if (m.to.ends_with("@example.org")) {
                    raw(without(m.bytes, stripped));
                    moved = true;
                    ++carried;
                }
        }
        return carried;
    }
    static std::string without(std::string bytes, const std::vector<std::string>& fields) {
        for (const auto& field : fields)
            for (std::size_t at; (at = bytes.find('\n' + field + ": ")) != std::string::npos;)
                bytes.erase(at, bytes.find('\n', at + 1) - at);
        return bytes;
    }
    Neighbour other_house_;
};

TEST_F(TwoHouses, FallSilentAtOnce) {
    mail("decisions@other.example", "decisions@example.org", "Hello", "What do you decide?");
    EXPECT_LE(carry({}, 100), 1);
}

TEST_F(TwoHouses, FallSilentEvenIfTheirMarksAreStripped) {
    mail("decisions@other.example", "decisions@example.org", "Hello", "What do you decide?");
    EXPECT_LE(carry({"Auto-Submitted", "List-Id", "X-Assentd-Notice", "X-Assentd-Decision",
                     "X-Auto-Response-Suppress", "Precedence"},
                    100),
              4);
}

// ---- games at the close ----

TEST_F(Threats, AVoteIsInTimeByOurServersClockAlone) {
    propose("Policy: board\n");
    const Instant close = decision().closes_at;
    at(instant_text(close - std::chrono::seconds(1)));
    answer("ben@example.org", "+1");
    at(instant_text(close));
    mail("chen@example.org", reply_.at("chen@example.org"), "Re: [D-1] Meet less", "+1",
         "Date: Mon, 30 Nov 2026 09:00:00 +0000\n");  // as if it were early
    at(instant_text(close + std::chrono::hours(1)));
    round();
    EXPECT_EQ(decision().state, State::closed);
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    EXPECT_EQ(decision().late.size(), 1u);
    expect_honest_record();
}

TEST_F(Threats, AMailHeldBeforeTheCloseAndConfirmedAfterItIsLate) {
    propose("Policy: board\n");
    const Instant close = decision().closes_at;
    at(instant_text(close - std::chrono::seconds(1)));
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "-1");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    at(instant_text(close + std::chrono::seconds(1)));
    round();
    mail("ben@example.org", asked.back().reply_to(), "Re: [D-1]", "yes");
    round();
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(Threats, AnUnreadableInboxDoesNotCloseEarly) {
    propose("Policy: board\n");
    const Instant close = decision().closes_at;
    at(instant_text(close - std::chrono::minutes(1)));
    answer("ben@example.org", "+1");
    inbox_.broken = true;
    at(instant_text(close + std::chrono::hours(1)));
    round();
    EXPECT_EQ(decision().state, State::open) << "somebody may keep us from reading until it is over";
    inbox_.broken = false;
    round();
    EXPECT_EQ(decision().state, State::closed);
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

}  // namespace
}  // namespace assentd::testing
