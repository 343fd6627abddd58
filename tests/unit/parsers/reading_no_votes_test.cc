// SPDX-License-Identifier: Apache-2.0
// What looks like a vote and is none (PRODUCT 2.4).
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(Reading, NumbersInProseAreNoVotes) {
    expect_all({{"It passes with at least 3 +1 votes.", "comment"},
                {"The call is at 10:00 UTC+1", "comment"},
                {"The call is at 10:00 UTC +1", "comment"},
                {"See v2-1 for that", "comment"},
                {"I have 0 concerns about it", "comment"},
                {"Call me at +1 555 123 4567", "comment"},
                {"+1 (555) 123-4567", "comment"},
                {"0 of 3 tests fail", "comment"},
                {"Why -1 on the tasks?", "comment"},
                {"I assume I can translate this to a +1...", "comment"},
                {"or give a -1 and tell me what else you expect.", "comment"},
                {"It works well for me on Linux", "comment"},
                {"array[i +1] and x-1", "comment"}});
}

TEST(Reading, IdiomsWithYesAndNoAreNoVotes) {
    expect_all({{"No problem with that", "comment"},
                {"No idea", "comment"},
                {"no vote from me", "comment"},
                {"Yeah, that does seem to be the one.", "comment"},
                {"non-optional dependency", "comment"}});
}

TEST(Reading, PatchesAndCodeAreNoVotes) {
    EXPECT_EQ(summary("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-1\n+1\n"), "comment");
    EXPECT_EQ(summary("See:\n```\n+1\n```\nand so on"), "comment");
    EXPECT_EQ(summary("One\n\n    +1\n\nTwo\nThree"), "comment");
    EXPECT_EQ(summary("+1\n\n```\n-1\n```\n"), "agree exact");
}

TEST(Reading, QuotationsAndSignaturesAreNoVotes) {
    EXPECT_EQ(summary("See below\n\n> +1\n"), "comment");
    EXPECT_EQ(summary("> +1\n"), "empty");
    EXPECT_EQ(summary("Thanks\n-- \n+1\n"), "comment");
}

TEST(Reading, BelowAnAttributionWithoutMarksAVoteIsAskedAbout) {
    EXPECT_EQ(summary("On 2026-03-03 10:00, Ben wrote:\n\n+1\n"), "unclear");
}

TEST(Reading, TalliesAndResultsOfOthersAreNoVotes) {
    EXPECT_EQ(summary("+1: Ana, Ben\n-1: none"), "comment");
    Message message;
    message.subject = "[RESULT] [VOTE] Move the docs";
    message.text = "+1 from all of us";
    EXPECT_EQ(interpret(message).verdict, ReadingVerdict::comment);
    message.subject = "Re: [RESULT] [VOTE] Move the docs";
    EXPECT_EQ(interpret(message).verdict, ReadingVerdict::vote);
}

TEST(Reading, TheFormOfAProposalIsNoVote) {
    EXPECT_EQ(summary("Please vote:\n[ ] +1\n[ ] 0\n[ ] -1"), "comment");
    EXPECT_EQ(summary("Please vote:\n+1 approve\n0 no opinion\n-1 disapprove (and say why)"), "comment");
    ReadingContext opener;
    opener.opens_proposal = true;
    EXPECT_EQ(summary("+1", opener), "comment");
}

TEST(Reading, WhereSomebodyIsIsNotWhoTheyAre) {
    expect_all({{"+1 from home", "agree near"}, {"-1 from vacation", "disagree near"}});
}

TEST(Reading, WhatOthersSaidIsNoVote) {
    for (const char* text : {"Ben wrote: +1", "Ben: +1", "+1 from Ben", "+1 on behalf of Ben", "+1 to what Ben said",
                             "+1 to Ben's point", "@ben +1", "\"I agree\" is what Ben wrote", "+1 would be great",
                             "+1 means release it"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    expect_all({{"+1 from Ana", "agree near"}, {"Overall: +1", "agree near"}, {"+1 from my side", "agree near"}});
}

TEST(Reading, WhatWasCopiedFromTheTextThatIsAnsweredIsNoVote) {
    ReadingContext context;
    context.answered = "I agree with the plan of March.\nWe move the docs.\n+1\n0\n-1\n";
    EXPECT_EQ(summary("I agree with the plan of March.\n\nWhy March?", context), "unclear");
    EXPECT_EQ(summary("+1", context), "agree exact");
    EXPECT_EQ(summary("I agree with the plan of March.\nWe move the docs.\n\n-1", context), "disagree exact");
    EXPECT_EQ(read("I agree with the plan of March.\nWe move the docs.\n\n-1", context).readings.at(0).reason, "");
    EXPECT_EQ(summary("We move the docs.\n+1\n0\n-1\n\nMy vote is -1", context), "disagree exact");
}

TEST(Reading, AutomaticMailIsIgnored) {
    Message message;
    message.text = "+1";
    for (MessageKind kind :
         {MessageKind::auto_reply, MessageKind::bounce, MessageKind::loop, MessageKind::feedback}) {
        message.kind = kind;
        const Interpretation in = interpret(message);
        EXPECT_EQ(in.verdict, ReadingVerdict::ignored);
        EXPECT_TRUE(in.readings.empty());
    }
}

TEST(Reading, AnAcceptedInvitationIsAskedAboutAndNeverCounted) {
    Message message;
    message.kind = MessageKind::calendar_reply;
    message.calendar_partstat = "ACCEPTED";
    EXPECT_EQ(interpret(message).verdict, ReadingVerdict::unclear);
    message.calendar_partstat = "DECLINED";
    EXPECT_EQ(interpret(message).verdict, ReadingVerdict::comment);
    EXPECT_TRUE(interpret(message).readings.empty());
}

TEST(Reading, NothingIsEmpty) {
    expect_all({{"", "empty"}, {" \n\t\n", "empty"}});
}

}  // namespace
}  // namespace assentd
