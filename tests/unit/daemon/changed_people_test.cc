// SPDX-License-Identifier: Apache-2.0
// The configuration changes while decisions are open: addresses are exchanged, or given to somebody new.
#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class ChangedPeople : public House {
  protected:
    // In the configuration that is in force.
    void change(const std::vector<std::pair<std::string, std::string>>& all) {
        std::string text = text_;
        for (const auto& [from, to] : all)
            for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
                text.replace(at, from.size(), to);
        configure_whole(text);
    }
    void change(const std::string& from, const std::string& to) { change({{from, to}}); }
    const Seat& seat(const std::string& who, std::int64_t number = 1) {
        seen_ = decision(number);
        return seen_.seats.at(*find_participant(seen_, who));
    }
    std::vector<Sent> propose_second() {
        mail("ana@example.org", "decisions@example.org", "Meet more", "Policy: team\n\nLet us.", proven());
        return round();
    }
    Decision seen_;
};

TEST_F(ChangedPeople, MailGoesToTheFirstAddressOfToday) {
    propose();
    change("\"ben@example.org\"]\n[[", "\"benny@example.net\", \"ben@example.org\"]\n[[");
    answer("ana@example.org", "extend 1 day");
    EXPECT_EQ(count(round(), "amendment", "benny@example.net"), 1);
    mail("benny@example.net", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "+1");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(ChangedPeople, WhoseOnlyAddressWasExchangedGoesOnWithTheNewOne) {
    propose();
    change("ben@example.org", "benny@example.net");
    answer("ana@example.org", "extend 1 day");
    EXPECT_EQ(count(round(), "amendment", "benny@example.net"), 1);
    mail("benny@example.net", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "+1");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(ChangedPeople, SomebodyElseInTheirPlaceIsNotTakenForThem) {
    propose();
    change({{"ben@example.org", "moss@example.org"}, {"Ben Okoro", "Ben Moss"}});
    mail("moss@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "+1", proven());
    round();
    EXPECT_FALSE(position("ben@example.org"));
}

TEST_F(ChangedPeople, AnAddressThatIsSomebodyElsesByNowIsAskedAbout) {
    propose();
    answer("ben@example.org", "-1 too soon");
    round();
    change("Ben Okoro", "Nia Cole");
    for (const char* owner : {"chen@example.org", "ben@example.org"}) {
        mail("ben@example.org", reply_.at(owner), "Re: [D-1] Meet less", "+1", proven());
        const auto sent = round();
        EXPECT_EQ(count(sent, "question", "chen@example.org"), owner == std::string("chen@example.org") ? 1 : 0);
        EXPECT_EQ(count(sent, "question", "ben@example.org"), 0) << "who has that address now is not asked";
        EXPECT_EQ(position("ben@example.org"), Position::disagree);
        EXPECT_FALSE(position("chen@example.org"));
    }
    expect_honest_record();
}

TEST_F(ChangedPeople, WhoeverGetsAnAddressGetsNothingOfItsFormerOwner) {
    propose();
    answer("chen@example.org", "-1 too soon");
    round();
    change({{"\"chen@example.org\"", "\"wei@example.net\""},
            {"addresses = [\"dana@example.org\"]\n",
             "addresses = [\"dana@example.org\"]\n[[person]]\nname = \"Chris Fox\"\naddresses = "
             "[\"chen@example.org\"]\n"}});
    mail("chen@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1", proven());
    const auto asked = round();
    EXPECT_EQ(count(asked, "question", "wei@example.net"), 1) << "whose it would be";
    for (const auto& m : asked) EXPECT_NE(m.to, "chen@example.org");
    mail("wei@example.net", reply_.at("chen@example.org"), "Re: [D-1] Meet less", "0");
    EXPECT_EQ(count(round(), "receipt", "wei@example.net"), 1);
    EXPECT_EQ(position("chen@example.org"), Position::abstain);
    expect_honest_record();
}

TEST_F(ChangedPeople, AYesMakesNoAddressTheirsThatIsAnothers) {
    propose();
    change({{"\"chen@example.org\"", "\"wei@example.net\""},
            {"addresses = [\"dana@example.org\"]\n",
             "addresses = [\"dana@example.org\"]\n[[person]]\nname = \"Chris Fox\"\naddresses = "
             "[\"chen@example.org\"]\n"}});
    mail("chen@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1", proven());
    std::string confirm;
    for (const auto& m : round())
        if (m.notice == "question") confirm = m.reply_to();
    mail("wei@example.net", confirm, "Re: Was this you?", "yes");
    std::string words;
    for (const auto& m : round()) words += read_message(m.bytes).text;
    std::replace(words.begin(), words.end(), '\n', ' ');
    EXPECT_NE(words.find("is on file for somebody else by now"), std::string::npos) << words;
}

TEST_F(ChangedPeople, APartOfANameIsNotTheName) {
    propose();
    change({{"\"ben@example.org\"", "\"okoro@example.net\""},
            {"addresses = [\"dana@example.org\"]\n",
             "addresses = [\"dana@example.org\"]\n[[person]]\nname = \"Ben\"\naddresses = [\"ben@example.org\"]\n"}});
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1", proven());
    EXPECT_EQ(count(round(), "question", "okoro@example.net"), 1);
    EXPECT_FALSE(position("ben@example.org"));
    mail("okoro@example.net", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "-1 too soon");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    expect_honest_record();
}

TEST_F(ChangedPeople, AFirstNameIsNobodysWholeName) {
    propose();
    change("Ben Okoro", "Ben");  // another Ben, and the first is gone
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1", proven());
    round();
    EXPECT_FALSE(position("ben@example.org"));
}

TEST_F(ChangedPeople, WishesFollowAnExchangedAddress) {
    propose();
    answer("ben@example.org", "delegate to ana@example.org until 2027-06-01");
    round();
    change("ben@example.org", "okoro@example.net");
    propose_second();
    EXPECT_TRUE(seat("okoro@example.net", 2).delegation);
}

TEST_F(ChangedPeople, NobodyGetsTheMailOfWhoeverLeft) {
    propose();
    change("Chen Wei", "Chris Fox");
    answer("ana@example.org", "extend 1 day");
    for (const auto& m : round()) EXPECT_NE(m.to, "chen@example.org") << m.notice;
}

TEST_F(ChangedPeople, WishesStayWithThePersonAndNotWithTheAddress) {
    propose();
    answer("ben@example.org", "delegate to ana@example.org until 2027-06-01\naway until 2026-12-20");
    round();
    ASSERT_TRUE(seat("ben@example.org").delegation);
    change("\"ben@example.org\"]\n[[", "\"benny@example.net\", \"ben@example.org\"]\n[[");
    propose_second();
    EXPECT_TRUE(seat("ben@example.org", 2).delegation) << "under the first address of then";
    EXPECT_FALSE(seat("ben@example.org", 2).away.empty());
    change({{"\"benny@example.net\", \"ben@example.org\"", "\"benny@example.net\""},
            {"addresses = [\"dana@example.org\"]\n",
             "addresses = [\"dana@example.org\"]\n[[person]]\nname = \"Nia Cole\"\naddresses = "
             "[\"ben@example.org\"]\n"}});
    propose_second();
    EXPECT_FALSE(seat("ben@example.org", 3).delegation) << "somebody new has that address";
    EXPECT_TRUE(seat("ben@example.org", 3).away.empty());
}

TEST_F(ChangedPeople, WhoAnswersForSomebodyIsThePersonWhomTheyNamed) {
    propose();
    answer("ben@example.org", "delegate to chen@example.org until 2027-06-01");
    round();
    change("Chen Wei", "Nia Cole");
    propose_second();
    EXPECT_FALSE(seat("ben@example.org", 2).delegation);
    change("Nia Cole", "Chen Li");
    propose_second();
    EXPECT_FALSE(seat("ben@example.org", 3).delegation) << "another Chen; whoever married is named once more";
    change("Chen Li", "Chen M. Wei");
    propose_second();
    EXPECT_TRUE(seat("ben@example.org", 4).delegation);
}

}  // namespace
}  // namespace assentd::testing
