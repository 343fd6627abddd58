// SPDX-License-Identifier: Apache-2.0
// The words that go with an answer, and the decision that it is about (PRODUCT 2.5, 2.10).
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(Reading, TheWordsAroundAVoteAreItsReason) {
    EXPECT_EQ(read("-1 (non-binding), it is slow").readings.at(0).reason, "it is slow");
    EXPECT_EQ(read("-1\n\nIt is slow.\nAnd dear.\n\nRegards,\nAna").readings.at(0).reason, "It is slow.\nAnd dear.");
    EXPECT_EQ(read("I read it all.\n\n+1").readings.at(0).reason, "I read it all.");
    EXPECT_EQ(read("Здравствуйте, Decisions.\n\n+1").readings.at(0).reason, "");
}

TEST(Reading, ScopedVotesAnswerSeveralDecisions) {
    const Interpretation in = read("D-17: +1\nD-18: -1 cost is not covered\nd-19, D-20: agree");
    ASSERT_EQ(in.readings.size(), 4u);
    EXPECT_EQ(in.verdict, ReadingVerdict::vote);
    EXPECT_EQ(in.readings[0].scope, "D-17");
    EXPECT_EQ(in.readings[1].scope, "D-18");
    EXPECT_EQ(in.readings[1].reason, "cost is not covered");
    EXPECT_EQ(in.readings[2].scope, "D-19");
    EXPECT_EQ(in.readings[3].scope, "D-20");
}

TEST(Reading, WhatIsSaidOfOneDecisionIsNoReasonForAnother) {
    const Interpretation in = read("D-17: -1\nthe salary is a secret\nD-18: +1\n0");
    ASSERT_EQ(in.readings.size(), 3u);
    EXPECT_EQ(in.readings[0].reason, "the salary is a secret");
    EXPECT_EQ(in.readings[1].reason, "");
    EXPECT_EQ(in.readings[2].reason, "");
}

TEST(Reading, TheTextAboveAVoteIsItsReason) {
    const Interpretation in = read("status\nI think it is cheap.\n+1");
    ASSERT_EQ(in.readings.size(), 2u);
    EXPECT_EQ(in.readings[1].reason, "I think it is cheap.");
}

TEST(Reading, TheWordsBesideACommandAreNoOnesReason) {
    EXPECT_EQ(read("help\n\nIs there a lift?\n\nCheers,\nAna").beside_commands, "Is there a lift?");
    EXPECT_EQ(read("Hi all,\n\nThe landlord called.\n\nwithdraw").beside_commands, "The landlord called.");
    EXPECT_EQ(read("+1\n\nIt is cheap.\n\nstatus\n\nWho has the key?").beside_commands, "Who has the key?");
    EXPECT_EQ(read("status\nI think it is cheap.\n+1").beside_commands, "");
    EXPECT_EQ(read("extend 3 days\n\nTwo of us are ill.").beside_commands, "") << "it is the command's own";
    EXPECT_EQ(read("Is there a lift?").beside_commands, "");
}

TEST(Reading, OffsetAndLinePointIntoTheText) {
    const Interpretation in = read("Hello,\n\n  +1 (binding)\n");
    ASSERT_EQ(in.readings.size(), 1u);
    EXPECT_EQ(in.readings[0].line, "+1 (binding)");
    EXPECT_EQ(in.readings[0].offset, 8u);
    EXPECT_EQ(in.readings[0].strength, "+1");
    EXPECT_FALSE(in.readings[0].rule.empty());
}

TEST(Reading, TheWordsOnAllSidesOfAVoteAreItsReason) {
    EXPECT_EQ(read("The roof leaks already, so -1 for the north wing").readings.at(0).reason,
              "The roof leaks already, so -1 for the north wing");
    EXPECT_EQ(read("The roof leaks already.\n-1 for the north wing\nIt is dear, too.").readings.at(0).reason,
              "The roof leaks already.\nfor the north wing\nIt is dear, too.");
    EXPECT_EQ(read("Hi all,\n\nI read it.\n\n+1, good").readings.at(0).reason, "I read it.\ngood");
    EXPECT_EQ(read("The roof leaks. -1 for the north wing").readings.at(0).reason,
              "The roof leaks. -1 for the north wing");
    EXPECT_EQ(read("Thanks, +1").readings.at(0).reason, "");
    EXPECT_EQ(read("My vote is +1").readings.at(0).reason, "");
    EXPECT_EQ(read("It's a -1 from me, sorry").readings.at(0).reason, "sorry");
}

TEST(Reading, ASignatureWithoutItsMarkIsNoReason) {
    const auto reason = [](const char* text) { return read(text).readings.at(0).reason; };
    EXPECT_EQ(reason("-1\n\nToo dear.\n\nAna Example\nHead of Rooms\nExample Ltd.\n+49 30 1234567"), "Too dear.");
    EXPECT_EQ(reason("+1\n\nAna Example\nHead of Rooms\nwww.example.org"), "");
    EXPECT_EQ(reason("-1\nToo dear.\nAna"), "Too dear.");
    EXPECT_EQ(reason("-1 too dear\n\nAna\nPS: and too late"), "too dear\nAna\nPS: and too late");
    EXPECT_EQ(reason("-1\n\nAna\n\nIt is too dear."), "Ana\n\nIt is too dear.") << "a blank line between";
    EXPECT_EQ(reason("-1\n\nAna Example\nknows why this is too dear, and has said so."),
              "Ana Example\nknows why this is too dear, and has said so.");
    EXPECT_EQ(reason("-1\n\nToo dear.\n\nBen Builder\nasks too much"), "Too dear.\n\nBen Builder\nasks too much");
}

TEST(Reading, WhoseVoteItIsIsNoReason) {
    for (const char* vote : {"No objection from me", "+1 from me.", "No objections from my side!", "Ja von mir",
                             "No objections at all.", "I have no objections to this"})
        EXPECT_EQ(read(vote).readings.at(0).reason, "") << vote;
    EXPECT_EQ(read("+1 from me, it is cheap").readings.at(0).reason, "it is cheap");
    EXPECT_EQ(read("No objection from me, but please check the insurance.").readings.at(0).reason,
              "but please check the insurance.");
}

TEST(Reading, AChangedVoteHasTheReasonBehindItsNewValue) {
    EXPECT_EQ(read("Changing my vote to +0 as the NOTICE is missing").readings.at(0).reason,
              "as the NOTICE is missing");
    EXPECT_EQ(read("I change my -1 to +1: it was fixed").readings.at(0).reason, "it was fixed");
    EXPECT_EQ(read("Changing my vote to +1").readings.at(0).reason, "");
}

TEST(Reading, TheWordsAroundABallotAreItsReason) {
    ReadingContext context;
    context.options = {{"A", "Paper"}, {"B", "Stone"}};
    EXPECT_EQ(read("I asked around.\n\nB > A\n\nStone lasts.", context).readings.at(0).reason,
              "I asked around.\nStone lasts.");
    EXPECT_EQ(read("1. B\n2. A\nStone lasts.", context).readings.at(0).reason, "Stone lasts.");
    EXPECT_EQ(read("[x] B\n[ ] A\nStone lasts.", context).readings.at(0).reason, "Stone lasts.");
    EXPECT_EQ(read("Stone lasts.\n\n> [x] B\n> [ ] A", context).readings.at(0).reason, "Stone lasts.");
}

TEST(Reading, TheLinesBelowADecisionAreItsReason) {
    EXPECT_EQ(read("decide no\nThe cost is not covered.").readings.at(0).reason, "The cost is not covered.");
    EXPECT_EQ(read("decide no\n\nThe cost is not covered.\n\nRegards,\nAna").readings.at(0).reason,
              "The cost is not covered.");
    EXPECT_EQ(read("decide no: too dear\nLet us ask again in May.").readings.at(0).reason,
              "too dear\nLet us ask again in May.");
    EXPECT_EQ(read("decide no\nstatus").readings.at(0).reason, "");
}

TEST(Reading, ADecisionMayBeNamedAsPeopleSpellIt) {
    for (const char* text : {"D9: no", "D 9: no", "d9 no", "D9 -1", "D\u20119: no", "Decision 9: no",
                             "decision D-9: no", "D9 no, too dear"}) {
        const Interpretation in = read(text);
        ASSERT_EQ(in.readings.size(), 1u) << text;
        EXPECT_EQ(in.readings[0].scope, "D-9") << text;
        EXPECT_EQ(in.readings[0].position, Position::disagree) << text;
    }
    const Interpretation two = read("D-8: +1\nD9 no, too dear");
    ASSERT_EQ(two.readings.size(), 2u);
    EXPECT_EQ(two.readings[0].reason, "");
    EXPECT_EQ(two.readings[1].scope, "D-9");
    EXPECT_EQ(two.readings[1].reason, "too dear");
    const Interpretation open = read("D-8: +1\nD9 let me think");
    ASSERT_EQ(open.readings.size(), 2u);
    EXPECT_EQ(open.readings[0].reason, "");
    EXPECT_EQ(open.readings[1].confidence, Confidence::unclear);
    for (const char* text : {"D9 is the room next door", "D9: the room next door", "D 5 no longer works"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::comment) << text;
    ReadingContext rooms;
    rooms.options = {{"A", "D9"}, {"B", "D10"}};
    EXPECT_TRUE(read("D9", rooms).readings.at(0).scope.empty());
}

TEST(Reading, AnIdiomBehindADecisionsNumberIsAskedAbout) {
    for (const char* text : {"D-9: no idea", "D-9: no comment", "D-9: no longer needed", "D-9: yes, I saw that"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::unclear) << text;
    EXPECT_EQ(summary("D-9: it's a yes from me"), "agree exact");
    EXPECT_EQ(summary("D-9 looks good to me, Ben"), "agree near");
}

TEST(Reading, TheLinesBelowAScopedVoteAreItsReason) {
    const Interpretation in = read("D-17: -1 too dear\nWe have no money.\nD-18, D-19: +1\nGood.\nD-20: 0");
    ASSERT_EQ(in.readings.size(), 4u);
    EXPECT_EQ(in.readings[0].reason, "too dear\nWe have no money.");
    EXPECT_EQ(in.readings[1].reason, "Good.");
    EXPECT_EQ(in.readings[2].reason, "Good.");
}

TEST(Reading, ADecisionMayBeNamedInShort) {
    for (const char* text : {"D-8 +1", "D8: +1", "D8 +1", "d 8: +1", "[D-8] +1", "Decision #8: +1"}) {
        EXPECT_EQ(summary(text), "agree exact") << text;
        EXPECT_EQ(read(text).readings.at(0).scope, "D-8") << text;
    }
}

// "#8" may be a point of the proposal, and "#1: …" the first line of a new one.
TEST(Reading, ANumberWithNothingButItsSignIsADecisionsAmongOthersAndElseAskedAbout) {
    const Interpretation several = read("D-7: +1\n#8: -1 too dear");
    ASSERT_EQ(several.readings.size(), 2u);
    EXPECT_EQ(several.readings[1].scope, "D-8");
    EXPECT_EQ(several.readings[1].position, Position::disagree);
    for (const char* text : {"#8: +1", "#8 +1", "#1: +1\n#2: -1", "#8: agree"}) {
        EXPECT_EQ(summary(text), "unclear") << text;
        EXPECT_TRUE(read(text).readings.at(0).scope.empty()) << text;
    }
    EXPECT_NE(read("#8: +1").ask.find("D-8"), std::string::npos);
    EXPECT_NE(read("#8: withdraw").ask.find("D-8"), std::string::npos);
    for (const char* text : {"#8 is fixed", "#1 priority: more staff", "Issue #8: done", "#8: it is fixed"})
        EXPECT_EQ(summary(text), "comment") << text;
}

TEST(Reading, ANameLikeADecisionsThatIsSpokenOfIsAComment) {
    for (const char* text : {"D-8: +1\n\nD5 is the room", "D-8: +1\n\nD 5 is the room, see you there",
                             "D-8: +1\n\nDecision 9 is harder"})
        EXPECT_EQ(read(text).readings.size(), 1u) << text;
    for (const char* text : {"D-8: +1\nD9", "D-8: +1\nD9 no idea", "D-8: +1\nD9: is that so?"})
        EXPECT_EQ(read(text).readings.size(), 2u) << text;
}

}  // namespace
}  // namespace assentd
