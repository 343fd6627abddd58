// SPDX-License-Identifier: Apache-2.0
// Who wrote it (PRODUCT 8.1 to 8.3), through the real cycle: tokens, servers that vouch, lists, other addresses.
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Proof : public House {
  protected:
    Trust trust_of(const std::string& who) {
        const Decision d = decision();
        return d.seats.at(*find_participant(d, who)).stance.value_or(Stance{}).trust;
    }
    void from_elsewhere(const std::string& from, const std::string& text) {
        mail(from, reply_.at("ben@example.org"), "Re: [D-1] Meet less", text);
    }
};

TEST_F(Proof, BothProofsTogetherWhereThePolicyWantsBoth) {
    configure("[policy.both]\npreset = \"majority\"\ntrust = \"token+authenticated\"\n");
    propose("Policy: both\n");
    answer("ben@example.org", "+1");
    EXPECT_EQ(count(round(), "question", "ben@example.org"), 1);
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    mail("chen@example.org", reply_.at("chen@example.org"), "Re: [D-1] Meet less", "+1", proven());
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    EXPECT_EQ(trust_of("chen@example.org"), Trust::token | Trust::authenticated);
    expect_honest_record();
}

TEST_F(Proof, AProposalThatIsConfirmedOpensUnderAnyPolicy) {
    configure("[policy.vouched]\npreset = \"majority\"\ntrust = \"authenticated\"\n");
    mail("ben@example.org", "decisions@example.org", "Mine", "Policy: vouched\n\nText.");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", asked.front().reply_to(), "Re: Mine", "yes");
    round();
    EXPECT_TRUE(store_->find_number(1));
    expect_honest_record();
}

// ---- wishes that reach into other decisions ----

TEST_F(Proof, ADecisionThatBelievesEverybodyGivesNobodysVoteAwayElsewhere) {
    configure("[policy.open]\npreset = \"majority\"\ntrust = \"from-header-unverified\"\n");
    propose("Policy: board\n");
    mail("ana@example.org", "decisions@example.org", "Anything goes", "Policy: open\n\nText.", proven());
    round();
    ASSERT_TRUE(store_->find_number(2));
    mail("ben@example.org", "decisions@example.org", "Re: [D-2] Anything goes",
         "delegate to chen@example.org until 2027-01-01");
    round();
    EXPECT_FALSE(decision(1).seats[1].delegation) << "nothing proved that this was Ben";
    mail("ben@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less",
         "delegate to chen@example.org until 2027-01-01");
    round();
    EXPECT_TRUE(decision(1).seats[1].delegation);
    expect_honest_record();
}

// ---- another address ----

TEST_F(Proof, AnUnknownAddressWithAPersonsTokenIsAskedAboutAtTheAddressOnFile) {
    propose("Policy: board\n");
    from_elsewhere("ben@home.example", "+1");
    const auto asked = round();
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(asked[0].notice, "question");
    EXPECT_EQ(asked[0].to, "ben@example.org");
    EXPECT_NE(asked[0].bytes.find("ben@home.example"), std::string::npos);
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    mail("ben@example.org", asked[0].reply_to(), "Re: [D-1]", "yes");
    EXPECT_EQ(count(round(), "receipt", "ben@example.org"), 1);
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    // From now on it is an address of theirs, here at once…
    at(instant_text(now_ + std::chrono::hours(1)));
    from_elsewhere("ben@home.example", "-1");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    // … and in every decision that opens afterwards.
    mail("ben@home.example", "decisions@example.org", "From home", "Policy: board\n\nText.",
         "Authentication-Results: mx.example.org; dmarc=pass header.from=home.example\n");
    round();
    ASSERT_TRUE(store_->find_number(2));
    EXPECT_EQ(decision(2).proposer.address, "ben@example.org");
    EXPECT_TRUE(find_participant(decision(2), "ben@home.example"));
    expect_honest_record();
}

TEST_F(Proof, AnAddressConfirmedInOneDecisionIsKnownInThoseThatAreOpen) {
    propose("Policy: board\n");
    mail("ana@example.org", "decisions@example.org", "Another", "Policy: board\n\nText.", proven());
    const auto invitations = round();
    from_elsewhere("ben@home.example", "+1");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", asked[0].reply_to(), "Re: [D-1]", "yes");
    round();
    for (const auto& sent : invitations)
        if (sent.notice == "invitation" && sent.to == "ben@example.org")
            mail("ben@home.example", sent.reply_to(), "Re: [D-2] Another", "-1 it costs too much");
    EXPECT_EQ(count(round(), "question"), 0) << "not asked a second time";
    EXPECT_EQ(decision(2).seats.at(*find_participant(decision(2), "ben@example.org")).stance->position,
              Position::disagree);
    expect_honest_record();
}

TEST_F(Proof, AForwardedInvitationGivesNobodyAVote) {
    propose("Policy: board\n");
    from_elsewhere("zoe@example.net", "-1 I was sent this");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    EXPECT_EQ(count(asked, "refusal"), 0) << "and Zoe is not written to";
    mail("ben@example.org", asked[0].reply_to(), "Re: [D-1]", "no");
    round();
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    from_elsewhere("zoe@example.net", "-1 again");
    EXPECT_EQ(count(round(), "question", "ben@example.org"), 1) << "nothing was learnt about the address";
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(Proof, AnAddressThatIsKnownIsNotTakenOver) {
    propose("Policy: board\n");
    from_elsewhere("chen@example.org", "-1");  // Chen with Ben's token
    const auto asked = round();
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(asked[0].to, "chen@example.org") << "it bears Chen's name, so Chen is asked";
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(Proof, OfAnUnknownAddressThatFailedAuthenticationNobodyHears) {
    propose("Policy: board\n");
    mail("ben@home.example", reply_.at("ben@example.org"), "Re: [D-1]", "+1",
         "Authentication-Results: mx.example.org; dmarc=fail header.from=home.example\n");
    EXPECT_TRUE(round().empty());
}

// Some programs answer to From, whatever Reply-To says.
TEST_F(Proof, AYesToTheQuestionIsAConfirmationAlsoWithoutItsAddress) {
    propose("Policy: board\n");
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "-1");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "yes",
         proven() + "In-Reply-To: " + asked[0].field("Message-ID") + '\n');
    round();
    EXPECT_EQ(position("ben@example.org"), Position::disagree) << "what they had written, not a vote for it";
    mail("chen@example.org", "decisions@example.org", "Re: [D-1] Meet less", "yes",
         proven() + "In-Reply-To: " + asked[0].field("Message-ID") + '\n');
    round();
    EXPECT_EQ(position("chen@example.org"), std::nullopt) << "another's question";
    expect_honest_record();
}

// ---- lists that put themselves into From ----

const char* list = "munging_lists = [\"team@lists.example.org\"]\n";

class Munged : public House {
  protected:
    void SetUp() override {
        configure_mail(list);
        propose("Policy: board\n");
    }
    void through_list(const std::string& header, const std::string& from = "Ben via Team <team@lists.example.org>") {
        mail(from, "decisions@example.org", "Re: [D-1] Meet less", "+1", header);
    }
};

TEST_F(Munged, TheAuthorBehindAConfiguredListIsAskedUnlessProven) {
    through_list(
        "Reply-To: Ben <ben@example.org>\nAuthentication-Results: mx.example.org; dmarc=pass "
        "header.from=lists.example.org\n");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1) << "the list is vouched for, not Ben";
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    mail("ben@example.org", asked[0].reply_to(), "Re: [D-1]", "yes");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

// The list's own signature is for the list: behind it anybody can name anybody of the same organisation.
TEST_F(Munged, AListOfTheVotersOwnDomainVouchesForNobody) {
    int asked_before = 0;
    for (const std::string word : {"dkim=pass header.d=lists.example.org", "dmarc=pass header.from=lists.example.org",
                                   "spf=pass smtp.mailfrom=team-bounces@lists.example.org"}) {
        through_list("X-Original-From: ben@example.org\nAuthentication-Results: mx.example.org; " + word + '\n');
        asked_before += static_cast<int>(count(round(), "question", "ben@example.org"));
        EXPECT_EQ(position("ben@example.org"), std::nullopt) << word;
    }
    EXPECT_GT(asked_before, 0);
    mail("Ben <ben@example.org.invalid>", "decisions@example.org", "Re: [D-1] Meet less", "-1",
         proven() + "List-Post: <mailto:team@lists.example.org>\n");
    round();
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(Munged, ReplyToMeansNothingInOtherMail) {
    through_list("Reply-To: Ben <ben@example.org>\n", "stranger@example.net");
    through_list("X-Original-From: Ben <ben@example.org>\n", "Ben via Other <other@lists.example.org>");
    const auto sent = round();
    EXPECT_EQ(count(sent, "question", "ben@example.org"), 0);
    EXPECT_EQ(tally(decision()).all.spoke(), 0);
    EXPECT_TRUE(decision().held.empty());
}

TEST_F(Munged, AnAddedInvalidIsTakenOffOnlyBehindTheList) {
    through_list("List-Post: <mailto:team@lists.example.org>\n", "ben@example.org.INVALID");
    EXPECT_EQ(count(round(), "question", "ben@example.org"), 1);
    through_list("", "chen@example.org.invalid");
    EXPECT_EQ(count(round(), "question", "chen@example.org"), 0);
}

TEST_F(Munged, ARecountAsksWithTheListsOfThatTime) {
    through_list("Reply-To: Ben <ben@example.org>\n");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question"), 1);
    mail("ben@example.org", asked[0].reply_to(), "Re: [D-1]", "yes");
    round();
    configure("");
    expect_honest_record();
}

// ---- where a mail was delivered ----

TEST_F(Proof, WhereAMailWasDeliveredSaysNothingOfWhatItsAuthorAnswers) {
    propose("Policy: board\n");
    const std::string made_up = "decisions+d1.aaaaaaaaaaaaaaaaaaaaaaaa@example.org";
    for (const std::string& steered : {made_up, reply_.at("ana@example.org")}) {
        mail("chen@example.org", "decisions@example.org", "Re: pizza again?", "No. We had that last week.",
             proven() + "X-Original-To: " + steered + '\n');
        round();
        EXPECT_EQ(position("chen@example.org"), std::nullopt) << steered;
    }
    mail("chen@example.org", "decisions@example.org", "Re: [D-7] Other", "no",
         proven() + "Delivered-To: " + made_up + '\n');
    round();
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(Proof, WhoAnswersToTheAddressOfAnotherIsVouchedForAsThemself) {
    propose("Policy: board\n");
    mail("chen@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "+1", proven());
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "-1",
         proven() + "Delivered-To: " + reply_.at("ben@example.org") + '\n');
    round();
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    expect_honest_record();
}

TEST_F(Proof, ManyAddressesOfOursCostLittleAndLeadNowhere) {
    propose("Policy: board\n");
    std::string to = "decisions@example.org";
    for (int i = 0; i < 4000; ++i)
        to += ",\n decisions+c1." + std::string(24, static_cast<char>('a' + i % 26)) + "@example.org";
    Message message;
    for (std::size_t at = to.find("decisions+"); at != to.npos; at = to.find("decisions+", at + 1))
        message.recipients.push_back(to.substr(at, to.find_first_of(",", at) - at));
    EXPECT_EQ(tokens_->find(message).size(), 8u);
}

// ---- the same mail or another ----

TEST_F(Proof, TheSameWordsOnTwoDecisionsAreTwoAnswers) {
    propose("Policy: board\n");
    const std::string first = reply_.at("chen@example.org");
    propose("Policy: board\n");
    for (const std::string& to : {first, reply_.at("chen@example.org")})
        raw("From: chen@example.org\nTo: " + to + "\nSubject: vote\nDate: Mon, 30 Nov 2026 09:00:00 +0000\n\n+1\n");
    round();
    for (const int number : {1, 2}) EXPECT_TRUE(decision(number).seats.at(2).stance) << number;
    expect_honest_record();
}

}  // namespace
}  // namespace assentd::testing
