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
