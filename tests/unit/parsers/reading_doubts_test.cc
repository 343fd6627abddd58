// SPDX-License-Identifier: Apache-2.0
// What sounds like a vote and may mean another one, or none, is asked about (PRODUCT 2.4).
#include <gtest/gtest.h>

#include <string>

#include "parsers/reading.h"

namespace assentd {
namespace {

Interpretation read(std::string text) {
    Message message;
    message.from = {{"Ana Example", "ana@example.org"}};
    message.text = std::move(text);
    return interpret(message);
}

std::string summary(const std::string& text) {
    const Interpretation in = read(text);
    if (in.verdict != ReadingVerdict::vote) return std::string(name(in.verdict));
    return in.readings.size() == 1 && in.readings[0].position ? std::string(name(*in.readings[0].position))
                                                              : "several";
}

void expect_all(const char* wanted, std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(summary(text), wanted) << text;
}

TEST(Doubts, TwoValuesInOneLineAreUnclear) {
    expect_all("unclear", {"+1 -1", "-1 +1", "+1 +0", "+1 (I mean -1)", "+1, sorry -1", "either +1 or 0", "+1 or 0",
                           "I agree with Ben that we should vote -1"});
    expect_all("agree", {"+1, room for 2 or 3", "Yes, +1"});
}

TEST(Doubts, AChangeTakesTheLaterValue) {
    expect_all("disagree", {"Please change my +1 to -1", "+1 changed to -1"});
    expect_all("agree", {"-1 changed to +1", "I changed my -1 to +1"});
}

TEST(Doubts, ANegationTurnsASign) {
    expect_all("unclear", {"no -1 from me", "no +1 from me", "+1 not", "Not a +1", "I'm not a +1."});
    expect_all("comment", {"There was not a +1 in sight"});
    expect_all("disagree", {"No, -1"});
}

TEST(Doubts, AValueWordWithAQuestionMarkIsAQuestion) {
    expect_all("unclear", {"agree?", "abstain?", "Approved?"});
}

TEST(Doubts, ApprovalOfAnObjectionIsNoneOfTheProposal) {
    expect_all("unclear", {"I approve of the objection", "I approve of Ben's objection"});
    expect_all("agree", {"I approve of the budget"});
}

TEST(Doubts, SecondThoughtsTakeAVoteBack) {
    expect_all("unclear", {"+1\n\nOh wait, no.", "+1. Scratch that.", "-1\nActually no."});
    expect_all("agree", {"+1\n\nNo waiting needed."});
}

TEST(Doubts, ANoThatDeniesSomethingElseIsNone) {
    expect_all("unclear", {"Non, Ben n'est pas là.", "No, Ben non c'è.", "Hayır, Ben burada değil.",
                           "No, Ben no está.", "Nein, Ben ist nicht da.", "No, Ben is not here."});
    expect_all("disagree", {"Non, trop cher.", "Nein, nicht so.", "no, not like this"});
}

TEST(Doubts, AnOrdinalDividesNoClause) {
    expect_all("unclear", {"Evet, 3. madde hariç"});
}

TEST(Doubts, AZoneOrAnExtensionIsNoVote) {
    expect_all("comment", {"CET (+1)", "Ext. -1", "Tel. +1"});
    expect_all("agree", {"Sounds good (+1)", "Overall: +1"});
}

// What is said of one decision must not become the reason, or the vote, on another.
TEST(Doubts, ALineThatAnswersTwoDecisionsIsAskedAboutForBoth) {
    const auto in = read("D-6 +1, D-7 -1 no cats");
    ASSERT_EQ(in.readings.size(), 2u);
    for (const Reading& r : in.readings) {
        EXPECT_EQ(r.confidence, Confidence::unclear);
        EXPECT_EQ(r.reason, "");
    }
    EXPECT_EQ(in.readings[0].scope, "D-6");
    EXPECT_EQ(in.readings[1].scope, "D-7");
}

TEST(Doubts, ALineThatHasNoMoreThanAnAnswerForEachOfTwoIsRead) {
    for (const char* text :
         {"D-42 +1, D-43 -1", "D-42: yes; D-43: no", "D-42: +1 and D-43: -1", "D-42 (backup): +1\nD-43 (laptops): -1",
          "Pour D-42 : oui\nund für D-43: nein", "* D-42 A second backup site: yes\n* D-43 New laptops: no"}) {
        const auto in = read(text);
        ASSERT_EQ(in.readings.size(), 2u) << text;
        EXPECT_EQ(in.verdict, ReadingVerdict::vote) << text;
        EXPECT_EQ(in.readings[0].scope, "D-42") << text;
        EXPECT_EQ(in.readings[0].position, Position::agree) << text;
        EXPECT_EQ(in.readings[1].scope, "D-43") << text;
        EXPECT_EQ(in.readings[1].position, Position::disagree) << text;
    }
    for (const char* text : {"Both D-42 and D-43: +1", "D-42 and D-43: +1", "D-42 & D-43: +1"}) {
        const auto in = read(text);
        ASSERT_EQ(in.readings.size(), 2u) << text;
        EXPECT_EQ(in.readings[1].scope, "D-43") << text;
        EXPECT_EQ(in.readings[1].position, Position::agree) << text;
    }
    const auto in = read("+1\n\nand for D-43 I vote no");
    ASSERT_EQ(in.readings.size(), 2u);
    EXPECT_EQ(in.readings[0].reason, "");
    EXPECT_EQ(in.readings[1].scope, "D-43");
    expect_all("unclear", {"About the other vote (laptops):\n\n-1"});
}

TEST(Doubts, ALineMayHaveTheTitleOfItsDecision) {
    const auto in = read("D-1 New office in town: +1\nD-2 Buy a printer: -1");
    ASSERT_EQ(in.readings.size(), 2u);
    for (const Reading& r : in.readings) EXPECT_EQ(r.confidence, Confidence::exact);
    EXPECT_EQ(in.readings[0].scope, "D-1");
    EXPECT_EQ(in.readings[1].position, Position::disagree);
    expect_all("unclear", {"D-1 Ben said: -1", "D-1 New office in town: is it +1"});
    EXPECT_NE(summary("D-1 is the best of all of them: yes"), "agree");
}

TEST(Doubts, AnotherDecisionMayBeNamedInAReason) {
    const auto in = read("D-17: -1 it contradicts D-12, which we like");
    ASSERT_EQ(in.readings.size(), 1u);
    EXPECT_EQ(in.readings[0].position, Position::disagree);
    EXPECT_EQ(in.readings[0].reason, "it contradicts D-12, which we like");
}

TEST(Doubts, AConcernMayBeAQuestion) {
    const auto in = read("concern: privacy who can read the copies there?");
    ASSERT_EQ(in.readings.size(), 1u);
    EXPECT_EQ(in.readings[0].type, ReadingType::concern);
    EXPECT_EQ(in.readings[0].concern, "privacy");
    EXPECT_EQ(in.readings[0].reason, "who can read the copies there?");
    EXPECT_EQ(read("answer privacy: only the two of us, is that enough?").readings.size(), 1u);
    expect_all("comment",
               {"Concerns?", "Concerns: any?", "Concern: anyone?", "Shall we close it?", "Status: how is it?"});
}

TEST(Doubts, WhatIsSoMostTimesMayNotBeSoNow) {
    expect_all("unclear", {"Works for me usually, but this time the date is bad", "Works for me normally",
                           "LGTM usually, but ...", "I agree most of the time", "Normalerweise ja", "+1 en general"});
    expect_all("agree",
               {"Works for me, thanks!", "Works for me, I tested it as usual", "+1, otherwise we lose a year"});
}

}  // namespace
}  // namespace assentd
