// SPDX-License-Identifier: Apache-2.0
// A policy whose decider hears the others: their words need no vote to be clear.
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class AdviceByMail : public House {
  protected:
    AdviceByMail() {
        configure(
            "[policy.ask]\npreset = \"advice\"\nvoters = [\"ben@example.org\", \"chen@example.org\"]\n"
            "decider = \"dana@example.org\"\nperiod = \"3 days\"\n");
    }
};

// What people think is asked for, so no word of theirs has to be a vote.
TEST_F(AdviceByMail, AdviceIsTakenAsItIsWritten) {
    propose("Policy: ask\n");
    for (const char* text : {"I would wait a year, fees may fall.", "Too expensive to move, I think we should stay.",
                             "+1 if it gets no dearer"}) {
        answer("ben@example.org", text);
        for (const auto& m : round()) EXPECT_EQ(m.notice, "receipt") << text;
        EXPECT_EQ(decision().comments.back().text, text);
        EXPECT_FALSE(decision().seats.front().pending) << text;
    }
    answer("chen@example.org", "+1");
    round();
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    at(instant_text(decision().closes_at));
    round();
    mail("dana@example.org", "decisions@example.org", "Re: [D-1] Meet less", "Yes, we need it.", proven());
    round();
    ASSERT_EQ(decision().state, State::closed) << "the decider was asked, and says yes";
    EXPECT_EQ(decision().closing->outcome, Outcome::carried);
    expect_honest_record();
}

TEST_F(AdviceByMail, OptionsOfAnAdviceAreAnsweredInWords) {
    propose("Policy: ask\nOptions: red, blue, green\n");
    for (const char* text : {"A", "blue, then red", "B > A"}) {
        answer("ben@example.org", text);
        for (const auto& m : round()) EXPECT_EQ(m.notice, "receipt") << text;
        EXPECT_EQ(decision().comments.back().text, text);
    }
    expect_honest_record();
}

}  // namespace
}  // namespace assentd::testing
