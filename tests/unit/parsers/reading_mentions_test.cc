// SPDX-License-Identifier: Apache-2.0
// A value that a line mentions and does not cast is asked about (PRODUCT 2.4).
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

void expect_unclear(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Mentions, AThumbMayThankOrTellOfAPlan) {
    expect_unclear({"Will read it \U0001F44D", "See you Friday \U0001F44D", "Thanks \U0001F44D",
                    "\U0001F44D will read", "\u2705 received", "\u274C typo in line 3", "Done \u2705",
                    "Bis Freitag \U0001F44D", "\U0001F44D got it"});
    expect_all({{"Great work \U0001F44D", "agree near"},
                {"Sounds good \U0001F44D", "agree near"},
                {"Gute Idee \U0001F44D", "agree near"},
                {"\U0001F44D great idea", "agree near"},
                {"\U0001F44D from me", "agree near"},
                {"We need this \U0001F44D", "agree near"},
                {"Zustimmung \U0001F44D", "agree near"},
                {"Je suis pour \U0001F44D", "agree near"},
                {"\u274C too expensive", "disagree near"},
                {"Will read it \U0001F44D\n\n-1", "disagree exact"}});
}

TEST(Mentions, OneOfTwoValuesIsNoVote) {
    expect_unclear({"I am torn between +1 and -1.", "Between 0 and +1.", "Ich schwanke zwischen +1 und -1."});
    expect_all({{"Between us, +1", "agree near"}});
}

TEST(Mentions, WhoeverTellsOthersHowToVoteDoesNot) {
    expect_unclear({"Everybody please vote +1!", "To agree, write +1.", "Vote +1 if you like it.",
                    "You should vote +1", "Stimmt alle mit +1!", "Stem ja!", "Vote yes!", "Ana should vote -1",
                    "Approve it, Chen", "Recuse Chen, his brother is the landlord", "Abstain, Chen!",
                    "Ben sollte -1 stimmen"});
    expect_all({{"Vote: yes!", "agree exact"},
                {"VOTE +1!", "agree exact"},
                {"Abstain, Ana", "abstain near"},
                {"Approve, thanks", "agree near"},
                {"I should say +1", "agree near"},
                {"Recuse: Chen is my brother", "recuse near"}});
}

TEST(Mentions, TheVotesOfOthersAndOldOnesAreNone) {
    expect_unclear({"On behalf of Ben: +1", "Im Namen von Ben +1", "+1 for Ben, she asked me to tell you",
                    "D-1: we voted +1 last year.", "The others are all +1.", "Everybody here is +1.",
                    "Last year's vote: +1", "Result: +1", "The team's position: -1",
                    "Result of the phone poll\nyes 3\nno 1",
                    "Here is what Chen mailed me:\n\n-1, too expensive\n\nChen"});
    expect_all({{"Like everyone else: +1", "agree near"},
                {"Hi everyone +1", "agree near"},
                {"Overall: +1", "agree near"},
                {"Yesterday's talk convinced me: +1", "agree near"},
                {"+1, last year was good", "agree near"}});
}

TEST(Mentions, UnitsAndPlacesAreNoVotes) {
    expect_unclear({"-1 \u00B0C in the server room this morning", "-1 \u00B0F", "-1 Grad", "-1 desk on floor 2",
                    "-1 in row 3 of the table should be +1", "+1 floor would do", "+1's don't count here."});
}

TEST(Neighbours, AWordAboveATextMayBeItsHeading) {
    for (const char* word : {"Support", "Consent", "Neutral", "Block", "Opposition", "Zustimmung"})
        EXPECT_EQ(
            summary("Some notes on the plan.\n\n" + std::string(word) + "\n\nThe hotline is staffed until 18:00."),
            "unclear")
            << word;
    expect_unclear({"For\n- cheap\n\nAgainst\n- small"});
    expect_all({{"Hi all,\n\nSupport\n\nThe hotline is a good idea.", "agree exact"},
                {"Some notes on the plan.\n\nAgree\n\nThe hotline is staffed.", "agree exact"},
                {"Thanks for the plan.\n\nSupport\n\nRegards\nAna", "agree exact"},
                {"Against\n\nIt is far too dear.", "disagree exact"},
                {"Some notes on the plan.\n\nSupport\n\nThe hotline is staffed.\n\n+1", "agree exact"}});
}

TEST(Neighbours, AYesToAnotherQuestionIsNoVote) {
    expect_unclear({"> Does anybody object?\nYes.", "> Does anybody object?\n\nNo, nobody here.",
                    "> Does anybody object?\nNo.", "> Will you come on Friday?\nYes!", "Is this urgent? No.",
                    "Can it wait? Yes.", "Is it urgent?\nNo.", "> Kommst du am Freitag?\nJa"});
    expect_all({{"> Do you agree?\nYes.", "agree exact"},
                {"> What do you think?\nYes", "agree exact"},
                {"> We rent the office. Shall we?\n\nYes.", "agree exact"},
                {"> Will you come on Friday?\n+1", "agree exact"},
                {"> We rent the office.\nYes.", "agree exact"},
                {"Do I agree? Yes.", "agree near"},
                {"> Will you come on Friday?\nYes!\n\n+1", "agree exact"},
                {"Yes.\n\n> Will you come on Friday?", "agree exact"}});
    ReadingContext proposal;
    proposal.answered = "Rent the office?\nCan you come on Friday?";
    EXPECT_EQ(summary("> Rent the office?\nYes.", proposal), "agree exact");
    EXPECT_EQ(summary("> Can you come on Friday?\nYes.", proposal), "unclear");
}

TEST(Neighbours, OfAFormTheLineWithTheMarkIsTheAnswer) {
    expect_unclear({"yes X\nno", "yes\nno x"});
    expect_all({{"no\n\nThe figure has an x", "disagree exact"}});
}

TEST(Mentions, ATrailerWithANoteIsAskedAbout) {
    expect_unclear({"Acked-by: Ana Example <ana@example.org> # if tests pass",
                    "Reviewed-by: Ana Example <ana@example.org> (with doubts)",
                    "Acked-by: Ana Example # if tests pass"});
    expect_all({{"Acked-by: Ana Example <ana@example.org>.", "agree exact"}});
}

TEST(Mentions, AGroupsOwnWordOfOneWordLeadsNoSentence) {
    ReadingContext context;
    context.words = {{"ship it", Position::agree},
                     {"stop", Position::block},
                     {"fine", Position::agree},
                     {"later", Position::abstain}};
    for (const char* text : {"Stop by my office tomorrow.", "Fine print is missing.", "Later today I will read it."})
        EXPECT_EQ(summary(text, context), "unclear") << text;
    EXPECT_EQ(summary("Stop.", context), "block exact");
    EXPECT_EQ(summary("Stop: the money is gone", context), "block near");
    EXPECT_EQ(summary("stop because the money is gone", context), "block near");
    EXPECT_EQ(summary("Fine from me", context), "agree near");
    EXPECT_EQ(summary("Ship it now", context), "agree near");
}

TEST(Words, WhatSaysYesInOtherWordsStillDependsOnWhatFollows) {
    expect_unclear({"I concur that it is too dear.", "I'm happy to approve if it is cheap",
                    "Count this as +1 if it is cheap", "Lo apruebo, pero solo si es barato"});
    expect_all({{"No tengo inconveniente.", "agree exact"},
                {"Count this as +1", "agree near"},
                {"Коллеги, я за.", "agree near"},
                {"Nie mam nic przeciwko wam", "comment"},
                {"No, I still disagree.", "disagree near"}});
}

TEST(Mentions, IronyIsAskedAbout) {
    expect_unclear({"+1 (sarcasm)", "+1 \U0001F644", "+1 </sarcasm>", "LGTM (not really)", "Yes, over my dead body",
                    "Ja, nur über meine Leiche"});
}

TEST(Mentions, PraiseOfARemarkIsNoneOfTheProposal) {
    for (const char* text :
         {"Good point, +1", "Good point. +1", "Good point Ben, +1", "Good question, +1", "Guter Einwand, +1",
          "Bonne remarque, +1", "Buen punto, +1", "Buona osservazione, +1", "Bom ponto, +1", "Goed punt, +1",
          "Bra poäng, +1", "God pointe, +1", "Godt poeng, +1", "Dobra uwaga, +1", "Dobrá připomínka, +1",
          "Хорошее замечание, +1", "İyi nokta, +1", "说得好，+1", "良い指摘、+1"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"Good idea, +1", "Good plan, +1", "Gute Idee, +1", "Bonne idée, +1",
                             "Good point on the price, and it is cheap. +1", "Good proposal, +1"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

}  // namespace
}  // namespace assentd
