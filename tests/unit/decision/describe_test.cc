// SPDX-License-Identifier: Apache-2.0
#include "decision/describe.h"

#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using ::testing::HasSubstr;

TEST(Describe, AVoteIsToldWithEverythingThatCounts) {
    Room room(consent());
    room.open().says("Bo", 1, {no("it costs too much")});
    EXPECT_EQ(describe(room.d, room.events[1]), "concern-raised “bo” by Bo: “it costs too much”");
    EXPECT_EQ(describe(room.d, room.events[2]),
              "vote-recorded Bo disagree, line “-1”, reason “it costs too much”, concern “bo”, revision 1, proven by "
              "token");
}

TEST(Describe, WhileATieWaitsNothingIsChosen) {
    Closed closed;
    closed.outcome = Outcome::tied;
    closed.chosen = {"Red", "Green"};
    EXPECT_THAT(describe(Decision{}, closed), HasSubstr("tied between “Red and Green” at"));
    closed.outcome = Outcome::carried;
    EXPECT_THAT(describe(Decision{}, closed), HasSubstr("carried, chosen “Red and Green” at"));
}

TEST(Describe, WhatPeopleWroteCannotSteerATerminal) {
    const Event event = Commented{human("Bo"), "one\ntwo\x1b[31m\xc2\x9b\x7f", {}, {}, {}};
    EXPECT_EQ(describe(Decision{}, event), "commented Bo “one / two[31m”");
}

TEST(Describe, ALongTextIsCutBetweenLetters) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "ä";
    const std::string line = describe(Decision{}, Commented{human("Bo"), text, {}, {}, {}});
    EXPECT_THAT(line, ::testing::EndsWith("ä…”"));
    EXPECT_LT(line.size(), 300u);
}

TEST(Describe, AParticipantThatTheRosterLacksIsANumber) {
    EXPECT_EQ(describe(Decision{}, VoteWithdrawn{7, {}}), "vote-withdrawn participant 7");
}

}  // namespace
}  // namespace assentd::test
