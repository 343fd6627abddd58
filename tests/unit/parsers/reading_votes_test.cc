// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "parsers/reading.h"
#include "parsers/vote_conditions_data.h"
#include "parsers/vote_hedges_data.h"
#include "parsers/vote_quantities_data.h"
#include "parsers/vote_reservations_data.h"
#include "parsers/vote_words_east.h"
#include "parsers/vote_words_english.h"
#include "parsers/vote_words_other.h"
#include "parsers/vote_words_romance.h"

namespace assentd {
namespace {

Interpretation read(std::string text, const ReadingContext& context = {}) {
    Message message;
    message.from = {{"Ana Example", "ana@example.org"}};
    message.text = std::move(text);
    return interpret(message, context);
}

// "agree exact", "unclear", "comment": the verdict, or the only vote with its confidence.
std::string summary(std::string_view text, const ReadingContext& context = {}) {
    const Interpretation in = read(std::string(text), context);
    if (in.verdict != ReadingVerdict::vote) return std::string(name(in.verdict));
    if (in.readings.size() != 1 || !in.readings[0].position) return "several";
    return std::string(name(*in.readings[0].position)) + " " + std::string(name(in.readings[0].confidence));
}

struct Case {
    const char* text;
    const char* wanted;
};

void expect_all(std::initializer_list<Case> cases) {
    for (const Case& c : cases) EXPECT_EQ(summary(c.text), c.wanted) << c.text;
}

TEST(Reading, VotesAloneOnALineAreExact) {
    expect_all({{"+1", "agree exact"},     {"-1", "disagree exact"},          {"0", "abstain exact"},
                {"+0", "abstain exact"},   {"-0", "abstain exact"},           {"-0.9", "disagree exact"},
                {"+0.5", "agree exact"},   {"\u00B10", "abstain exact"},      {"+1!", "agree exact"},
                {"*+1*", "agree exact"},   {"\"+1\"", "agree exact"},         {"- +1", "agree exact"},
                {"AGREE", "agree exact"},  {"Approved.", "agree exact"},      {"no objections", "agree exact"},
                {"LGTM!!", "agree exact"}, {"NACK", "disagree exact"},        {"I object", "block exact"},
                {"veto", "block exact"},   {"Stand aside.", "abstain exact"}, {"recuse", "recuse exact"}});
}

TEST(Reading, EveryVoteWordOfTheTablesIsReadAlone) {
    const auto check = [](const words::VoteWord& word) {
        const std::string wanted = std::string(name(word.position));
        EXPECT_EQ(summary(word.phrase), wanted + " exact") << word.phrase;
        EXPECT_EQ(summary(word.example).substr(0, wanted.size()), wanted) << word.example;
    };
    for (const auto& word : words::english_vote_words) check(word);
    for (const auto& word : words::other_vote_words) check(word);
    for (const auto& word : words::romance_vote_words) check(word);
    for (const auto& word : words::east_vote_words) check(word);
    for (const auto& word : words::unsure_vote_words) EXPECT_EQ(summary(word.example), "unclear") << word.example;
    expect_all({{"OK\n\nI read all of it on the train.", "comment"}, {"OK\n\n+1", "agree exact"}});
}

TEST(Reading, SignsMayBeUnicodeOrTheRemainsOfAnEncoding) {
    expect_all({{"\u22121", "disagree exact"},
                {"\uFF0B1", "agree exact"},
                {"\uFF0B\uFF11", "agree exact"},
                {"\u00A0+1\u00A0", "agree exact"},
                {"=2B1", "agree exact"},
                {"&plus;1", "agree exact"},
                {"&#43;1", "agree exact"},
                {"\u20131", "disagree exact"},
                {"\u200B+1", "agree exact"}});
}

TEST(Reading, PicturesVote) {
    expect_all({{"\U0001F44D", "agree exact"},
                {"\U0001F44D\U0001F3FD", "agree exact"},
                {"\U0001F44D\U0001F44D", "agree exact"},
                {":+1:", "agree exact"},
                {"\U0001F44E", "disagree exact"},
                {"Great work \U0001F44D", "agree near"}});
}

TEST(Reading, LabelsMakeAVoteExact) {
    expect_all({{"Vote: yes", "agree exact"},
                {"VOTE +1", "agree exact"},
                {"vote: -1 because it is slow", "disagree exact"},
                {"My vote is +1", "agree exact"},
                {"**Vote:** 0", "abstain exact"},
                {"Votum: dagegen", "disagree exact"},
                {"Vote: +1 or -1", "comment"},
                {"Vote open for at least 72 hours.", "comment"}});
}

TEST(Reading, VotesThatLeadASentenceOrStandInAShortOneAreNear) {
    expect_all({{"I'm +1", "agree near"},
                {"yes from me", "agree near"},
                {"Awesome, +1!", "agree near"},
                {"Awesome! +1", "agree near"},
                {"+1, nice work", "agree near"},
                {"-1 the cost is not covered", "disagree near"},
                {"Here is my +1", "agree near"},
                {"So +1 from my side", "agree near"},
                {"It's a -1 from me, sorry", "disagree near"},
                {"I tested it on three machines, so +1 (binding)", "agree near"},
                {"Thanks, approved", "agree near"},
                {"LGTM, ship it", "agree near"},
                {"Yes, let's do it", "agree near"},
                {"No, this is too slow", "disagree near"},
                {"I agree with the proposal", "agree near"},
                {"+1, let me know if you need help", "agree near"},
                {"+1, when is the release?", "agree near"},
                {"LGTM but please fix the typo", "agree near"}});
}

TEST(Reading, ConditionsQuestionsAndDoubtsAreUnclear) {
    for (const char* text : {"+1 if the tests pass",
                             "+1 once the tests are green",
                             "+1 unless Ben objects",
                             "+1, provided that it works",
                             "+1\nif the tests pass",
                             "If the tests pass, +1",
                             "LGTM as long as the API stays",
                             "+1 but only on Linux",
                             "+1?",
                             "+1 or -1?",
                             "yes?",
                             "I would vote +1",
                             "Not sure yet, maybe +1",
                             "not +1",
                             "+2",
                             "+1000",
                             "No, objection",
                             "Yes, but not now",
                             "Yes, I saw that mail",
                             "I agree with Ben that it is slow",
                             "Einverstanden, wenn die Tests laufen",
                             "\u540C\u610F\uFF0C\u5982\u679C\u6D4B\u8BD5\u901A\u8FC7"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    EXPECT_EQ(read("+1 if the tests pass").verdict, ReadingVerdict::unclear);
}

TEST(Reading, EveryPhraseThatTurnsAVoteLeavesItsExampleUnclear) {
    for (const auto& row : words::conditions) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    for (const auto& row : words::conditions_behind) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    for (const auto& row : words::hedges_before) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    for (const auto& row : words::hedges) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    const auto built = [](std::string_view before, std::string_view phrase) {
        return std::string(before) + std::string(phrase);
    };
    for (const auto& row : words::doubts) EXPECT_EQ(summary(built("+1, ", row.phrase)), "unclear") << row.phrase;
    for (const auto& row : words::units) EXPECT_EQ(summary(built("+1 ", row.phrase)), "unclear") << row.phrase;
    for (const auto& but : words::but_words) {
        for (const auto& row : words::reservations) {
            if (row.language != but.language) continue;
            EXPECT_EQ(summary(built("+1, " + built(but.phrase, " "), row.phrase)), "unclear") << row.phrase;
        }
    }
}

TEST(Reading, AConditionMayStandOnTheNextLineOrInTheNextSentence) {
    for (const char* text :
         {"Yes\nbut only if we move the date", "Yes.\nBut only if we move the date.",
          "Yes\n\nbut only if we move the date", "Yes. But only if we move the date", "+1. Only if the tests pass",
          "+1\n\nProvided that the tests pass.", "+1 from me as long\nas the API stays", "+1 in\nprinciple",
          "Ja\naber nur mit Tests", "Oui\nmais seulement si on attend", "+1\n(if the tests pass)", "+1\nmaybe"})
        EXPECT_EQ(summary(text), "unclear") << text;
    expect_all({{"+1\nWhen do we ship?", "agree exact"},
                {"+1\n\nIf you find a fault, call me.", "agree exact"},
                {"+1.\nLet me know if you need help.", "agree exact"},
                {"Yes\n\nAna", "agree exact"},
                {"+1\nI can't wait to see it", "agree exact"}});
}

TEST(Reading, TwoValuesAtOnceAreNone) {
    for (const char* text : {"yes and no", "yes/no", "yes or no", "yes & no", "yes, no", "ja und nein", "oui et non",
                             "s\u00ED y no", "s\u00EC e no", "sim e n\u00E3o", "ja en nee", "ja och nej", "tak i nie",
                             "ano i ne", "\u0434\u0430 \u0438 \u043D\u0435\u0442", "+1/-1", "+1 and -1"})
        EXPECT_EQ(summary(text), "unclear") << text;
    expect_all({{"Yes, no problem", "agree near"}, {"+1 / yes", "agree near"}});
}

TEST(Reading, UsualTyposDoNotMatter) {
    expect_all({{"agre", "agree near"},
                {"Agreeed!", "agree near"},
                {"aproved", "agree near"},
                {"dissagree", "disagree near"},
                {"abstian", "abstain near"},
                {"agrees", "comment"},
                {"degree", "comment"}});
}

TEST(Reading, ABareNoughtMayLeadItsLine) {
    expect_all({{"0, no opinion", "abstain near"},
                {"0 (no time)", "abstain near"},
                {"0 - no time", "abstain near"},
                {"0 of 3 tests fail", "comment"},
                {"0, 1 and 2 fail", "comment"},
                {"0-day", "comment"},
                {"0. none", "comment"}});
}

TEST(Reading, TwoSignsInOneSentenceAreBothRead) {
    EXPECT_EQ(summary("I am +1 on the idea but -1 on the date"), "unclear");
    const Interpretation in = read("I vote +1 on A and -1 on B");
    ASSERT_EQ(in.readings.size(), 2u);
    EXPECT_EQ(in.readings[0].scope, "A");
    EXPECT_EQ(in.readings[1].scope, "B");
    EXPECT_EQ(in.readings[1].position, Position::disagree);
}

TEST(Reading, SmileysAndNearSignsAreNotLost) {
    expect_all({{"+1 :-)", "agree exact"},
                {"+1 ;)", "agree exact"},
                {"+1 :-) great", "agree near"},
                {"+ 1", "unclear"},
                {"- 1", "unclear"},
                {"+1.5", "unclear"},
                {"+1.0", "agree exact"},
                {"yes but later", "unclear"},
                {"Cannot agree with this", "disagree near"},
                {"So yes", "agree near"}});
}

TEST(Reading, WhatOthersSaidIsNoVote) {
    for (const char* text : {"Ben wrote: +1", "Ben: +1", "+1 from Ben", "+1 on behalf of Ben", "+1 to what Ben said",
                             "+1 to Ben's point", "@ben +1", "\"I agree\" is what Ben wrote", "+1 would be great",
                             "+1 means release it"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    expect_all({{"+1 from Ana", "agree near"}, {"Overall: +1", "agree near"}, {"+1 from my side", "agree near"}});
}

TEST(Reading, AWordBehindALeadInIsCast) {
    expect_all({{"It's a yes from me", "agree near"},
                {"Von mir ein Ja", "agree near"},
                {"My answer is no", "disagree near"},
                {"Pour moi, oui", "agree near"},
                {"I would say yes", "unclear"},
                {"In principle yes", "unclear"}});
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

TEST(Reading, TheQuestionQuotesWhatWasFoundAndShowsWhatIsRight) {
    const Interpretation in = read("+1 for speed\n-1 for cost");
    EXPECT_EQ(in.verdict, ReadingVerdict::unclear);
    EXPECT_NE(in.ask.find("\"+1 for speed\" and \"-1 for cost\""), std::string::npos) << in.ask;
    EXPECT_NE(in.ask.find("for example: +1"), std::string::npos) << in.ask;
}

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

TEST(Reading, ClaimsAreKeptAndDecideNothing) {
    const struct {
        const char* text;
        const char* claim;
    } cases[] = {{"+1 (binding)", "binding"},         {"+1 (binging)", "binding"},
                 {"+1 (Bindng)", "binding"},          {"+1 binding", "binding"},
                 {"+1 (non-binding)", "non-binding"}, {"+1 (non binding)", "non-binding"},
                 {"-1 non-binding", "non-binding"},   {"+1 [nonbinding]", "non-binding"},
                 {"+1 (not binding)", "non-binding"}, {"+1 (great)", ""}};
    for (const auto& c : cases) {
        const Interpretation in = read(c.text);
        ASSERT_EQ(in.readings.size(), 1u) << c.text;
        EXPECT_EQ(in.readings[0].claim, c.claim) << c.text;
    }
}

TEST(Reading, TheWordsAroundAVoteAreItsReason) {
    EXPECT_EQ(read("-1 (non-binding), it is slow").readings.at(0).reason, "it is slow");
    EXPECT_EQ(read("-1\n\nIt is slow.\nAnd dear.\n\nRegards,\nAna").readings.at(0).reason, "It is slow.\nAnd dear.");
    EXPECT_EQ(read("I read it all.\n\n+1").readings.at(0).reason, "I read it all.");
}

TEST(Reading, OffsetAndLinePointIntoTheText) {
    const Interpretation in = read("Hello,\n\n  +1 (binding)\n");
    ASSERT_EQ(in.readings.size(), 1u);
    EXPECT_EQ(in.readings[0].line, "+1 (binding)");
    EXPECT_EQ(in.readings[0].offset, 8u);
    EXPECT_EQ(in.readings[0].strength, "+1");
    EXPECT_FALSE(in.readings[0].rule.empty());
}

TEST(Reading, TwoDifferentValuesAreUnclear) {
    expect_all({{"+1\n-1", "unclear"}, {"yes\nno", "unclear"}, {"+1 to merge demos, -1 to merge tasks", "unclear"}});
}

TEST(Reading, TheSameValueTwiceIsOneReading) {
    EXPECT_EQ(summary("+1 from me\n\n+1"), "agree exact");
}

TEST(Reading, AWordInPassingYieldsToASurerReading) {
    expect_all({{"+1\n\nNo, I have not tried it on Windows.", "agree exact"}});
}

TEST(Reading, AgreedBelowOneOfSeveralQuotedLinesIsNoVoteOnTheWhole) {
    EXPECT_EQ(summary("> One?\nAgreed, this is true.\n> Two?\nI do not know.\n"), "unclear");
}

TEST(Reading, AChangedVoteIsTheNewOne) {
    expect_all({{"Changing my vote to -1", "disagree near"},
                {"I change my vote from -1 to +1", "agree near"},
                {"-1 -> +1", "agree near"},
                {"Make that a +1", "agree near"},
                {"I was -1 before.\nSwitching to +1 now.", "agree near"}});
    const Interpretation in = read("I withdraw my vote.");
    ASSERT_EQ(in.readings.size(), 1u);
    EXPECT_EQ(in.readings[0].command, "withdraw");
}

TEST(Reading, TrailersOfTheSenderVote) {
    expect_all({{"Acked-by: Ana Example <ana@example.org>", "agree exact"},
                {"Reviewed-by: <ANA@example.org>", "agree exact"},
                {"Nacked-by: Example, Ana", "disagree exact"},
                {"Acked-by: Ben <ben@example.org>", "comment"}});
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

TEST(Reading, AVoteMayNameOptions) {
    const Interpretation in = read("+1 for A and B");
    ASSERT_EQ(in.readings.size(), 2u);
    EXPECT_EQ(in.readings[0].scope, "A");
    EXPECT_EQ(in.readings[1].scope, "B");
    const Interpretation both = read("+1 on A, -1 on B");
    ASSERT_EQ(both.readings.size(), 2u);
    EXPECT_EQ(both.verdict, ReadingVerdict::vote);
}

TEST(Reading, APolicyHasItsOwnWords) {
    ReadingContext context;
    context.words = {{"Ship it now", Position::agree}, {"-1", Position::block}};
    EXPECT_EQ(summary("ship it now!", context), "agree exact");
    EXPECT_EQ(summary("-1", context), "block exact");
    EXPECT_EQ(summary("-1 it is slow", context), "block near");
    EXPECT_EQ(summary("+1", context), "agree exact");
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
