// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "parsers/votes/tables/vote_words_east.h"
#include "parsers/votes/tables/vote_words_english.h"
#include "parsers/votes/tables/vote_words_formal.h"
#include "parsers/votes/tables/vote_words_other.h"
#include "parsers/votes/tables/vote_words_romance.h"
#include "parsers/votes/tables/vote_words_spoken.h"
#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

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
    for (const auto& word : words::spoken_vote_words) check(word);
    for (const auto& word : words::formal_vote_words) check(word);
    for (const auto& word : words::other_vote_words) check(word);
    for (const auto& word : words::romance_vote_words) check(word);
    for (const auto& word : words::east_vote_words) check(word);
    for (const auto& word : words::unsure_vote_words) EXPECT_EQ(summary(word.example), "unclear") << word.example;
    for (const auto& word : words::spoken_unsure_words) EXPECT_EQ(summary(word.example), "unclear") << word.example;
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

TEST(Reading, WhateverIsBehindBecauseIsTheReason) {
    expect_all({{"veto because the cost is not covered", "block near"},
                {"block because the cost is not covered", "block near"},
                {"no because the cost is not covered", "disagree near"},
                {"No, because it is bad", "disagree near"},
                {"nein, weil es zu teuer ist und niemand es bezahlt", "disagree near"},
                {"against because the room is far too small for us all", "disagree near"},
                {"-1: too dear", "disagree near"},
                {"-1: breaks arm", "disagree near"},
                {"+1: good", "agree near"},
                {"0: no time", "abstain near"}});
}

TEST(Reading, WhatTakesItBackOrIsForSomethingElseIsAskedAbout) {
    for (const char* text : {"+1 to reject",
                             "Please ignore my previous +1",
                             "no longer +1",
                             "Anything but +1",
                             "Waiting for Ana's +1",
                             "+1 (not a vote)",
                             "+1 on postponing",
                             "Agreed, we should not do this.",
                             "Agreed, this is a terrible idea.",
                             "Looks good to me, however I vote no",
                             "Nein, kein Problem, passt so.",
                             "Non, pas de problème.",
                             "Nee, prima zo",
                             "No, ningún problema.",
                             "Нет, всё хорошо",
                             "No, all good",
                             "Cannot agree more!",
                             "Ack, got it, will read tonight.",
                             "+1, or -1",
                             "+1 hmm, actually no",
                             "My +1 no longer holds",
                             "Please +1 this",
                             "D-1: +1, D-2: -1 for now",
                             "[0] +1",
                             "D-1: neither +1 nor -1"})
        EXPECT_EQ(summary(text), "unclear") << text;
    expect_all({{"My earlier concerns are resolved, +1", "agree near"},
                {"Here's my +1", "agree near"},
                {"Agreed, let's do this", "agree near"},
                {"+1 this is what we need", "agree near"},
                {"いいえ、異議はありません", "agree near"},
                {"No, prices are far too high", "disagree near"}});
}

TEST(Reading, AVoteBelowAConcernIsAVote) {
    const auto in = read("concern: cost too dear\n+1 otherwise a good plan");
    ASSERT_EQ(in.readings.size(), 2u);
    EXPECT_EQ(in.readings[1].position, Position::agree);
    EXPECT_EQ(in.readings[0].reason, "too dear");
}

TEST(Reading, TheReasonIsKnownBehindAColonAndBehindAGroupsOwnWord) {
    EXPECT_EQ(read("-1: too dear").readings.at(0).reason, "too dear");
    EXPECT_EQ(read("-1 because").readings.at(0).reason, "");
    ReadingContext ballot;
    ballot.words = {{"discuss", Position::block}};
    EXPECT_EQ(read("discuss: section 3 is unclear", ballot).readings.at(0).reason, "section 3 is unclear");
}

// Nor is it silent where the word behind the colon may be a name.
TEST(Reading, ATallyIsNobodysVote) {
    expect_all({{"+1: Ana, Ben\n-1: Chen", "comment"},
                {"+1: 3\n-1: 2", "comment"},
                {"-1: Expensive", "unclear"},
                {"+1: Ana", "unclear"}});
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

TEST(Reading, AWordBehindALeadInIsCast) {
    expect_all({{"It's a yes from me", "agree near"},
                {"Von mir ein Ja", "agree near"},
                {"My answer is no", "disagree near"},
                {"Pour moi, oui", "agree near"},
                {"I would say yes", "unclear"},
                {"In principle yes", "unclear"}});
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

TEST(Reading, TrailersOfTheSenderVote) {
    expect_all({{"Acked-by: Ana Example <ana@example.org>", "agree exact"},
                {"Reviewed-by: <ANA@example.org>", "agree exact"},
                {"Nacked-by: Example, Ana", "disagree exact"},
                {"Acked-by: Ben <ben@example.org>", "comment"}});
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

}  // namespace
}  // namespace assentd
