// SPDX-License-Identifier: Apache-2.0
// One mail that speaks of several decisions: what is meant for one never counts in another.
#include <algorithm>

#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

// Lines of a mail may be folded anywhere.
std::string words_of(const Sent& mail) {
    std::string text = read_message(mail.bytes).text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

class SeveralDecisions : public House {
  protected:
    void open_two() {
        configure("[policy.pick]\npreset = \"ranked\"\nperiod = \"2 days\"\nquorum = 1\n");
        for (const char* what : {"One", "Two"})
            mail("Ana Lima <ana@example.org>", "decisions@example.org", what,
                 "Policy: pick\nOptions: tea, coffee\n\nWhich?", proven());
        for (const auto& m : round())
            if (m.notice == "invitation" && m.to == "ben@example.org") (to_.empty() ? to_ : other_) = m.reply_to();
    }
    const Seat& ben(std::int64_t number) {
        seen_ = decision(number);
        return seen_.seats.at(*find_participant(seen_, "ben@example.org"));
    }

    std::string to_;
    std::string other_;
    Decision seen_;
};

TEST_F(SeveralDecisions, AnAnswerBelowTheNameOfAnotherIsAskedAbout) {
    open_two();
    for (const char* text : {"D-2:\nB > A", "D-2\n\nB > A"}) {
        mail("ben@example.org", to_, "Re: [D-1] One", text);
        round();
        EXPECT_FALSE(ben(1).stance) << text;
        EXPECT_TRUE(ben(1).pending) << text;
        EXPECT_FALSE(ben(2).stance) << text;
    }
    mail("ben@example.org", to_, "Re: [D-1] One", "D-1:\nB > A");
    round();
    EXPECT_TRUE(ben(1).stance) << "it is its own name";
}

TEST_F(SeveralDecisions, TwoBallotsForOneAreAskedAboutHoweverTheyAreAddressed) {
    open_two();
    mail("ben@example.org", to_, "Re: [D-1] One", "D-1: B > A\nA > B");
    round();
    EXPECT_FALSE(ben(1).stance);
    EXPECT_TRUE(ben(1).pending);
    mail("ben@example.org", to_, "Re: [D-1] One", "D-2: B > A\nA > B", proven());
    round();
    ASSERT_TRUE(ben(1).stance);
    EXPECT_EQ(ben(1).stance->ballot.places.front().front(), 0);
    ASSERT_TRUE(ben(2).stance);
    EXPECT_EQ(ben(2).stance->ballot.places.front().front(), 1);
}

TEST_F(SeveralDecisions, OptionsThatAreCommandsOrVotesAreRefused) {
    configure("[policy.pick]\npreset = \"ranked\"\nperiod = \"2 days\"\nquorum = 1\n");
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "One",
         "Policy: pick\nOptions: Withdraw, Keep it, +1, Renew\n\nWhich?", proven());
    const auto sent = round();
    ASSERT_EQ(sent.size(), 1u);
    for (const char* option : {"Withdraw", "Keep it", "+1"})
        EXPECT_NE(words_of(sent[0]).find("The option “" + std::string(option) + "” would be taken for"),
                  std::string::npos)
            << option << words_of(sent[0]);
    EXPECT_EQ(words_of(sent[0]).find("“Renew”"), std::string::npos);
}

}  // namespace
}  // namespace assentd::testing
