// SPDX-License-Identifier: Apache-2.0
// Lines that a program broke: a word that begins a line may stand in the middle of its sentence (PRODUCT 2.3, 2.4).
#include <gtest/gtest.h>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(ReadingWrapped, AWordThatEndsTheSentenceAboveIsNoVote) {
    for (const char* text : {
             "I have thought about this for a while, and I have to tell you that I do not\nagree.",
             "Ich habe mir das lange überlegt, aber mit diesen Zahlen bin ich nicht\neinverstanden.",
             "the city has to give a permit for this. As far as I know it has not been\napproved.",
             "I have asked around in my team, and most of them were\nopposed. I have not made up my mind yet.",
             "If the rent were a bit lower and if there were a second lift, I would\nagree.",
             "we should find out what happens if the owner of the house is going to\nveto. Does anybody know?",
         }) {
        EXPECT_NE(summary(text), "agree exact") << text;
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    }
}

// By hand, on a telephone, or by a program that leaves two bytes of room.
TEST(ReadingWrapped, WhereALineWasBrokenSaysNothing) {
    for (const char* text : {
             "For these reasons I do not\nagree with the proposal.",
             "I do not\nagree.",
             "Ich bin nicht\ndafür.",
             "Je ne suis pas\nd'accord.",
             "Nie jestem\nza.",
             "No estoy\nde acuerdo.",
             "Non sono\nd'accordo.",
             "Jag är inte\nför.",
             "Я не\nсогласен.",
             "我不\n同意",
             "Przeczytałem wszystko dwa razy i rozmawiałem z zakupami, ale nie jestem\nza.",
             "Jeśli cena się nie zmieni i umowę da się wypowiedzieć co miesiąc, jestem\nza.",
             "I asked the supplier on the phone whether they can deliver and his answer was\nno.",
             "Ich habe den Lieferanten gefragt, ob er liefern kann, und seine Antwort war\nja.",
             "Solange der Preis unter 90 bleibt und wir monatlich kündigen können, gerne\nja.",
             "Als de prijs hetzelfde blijft, dan zeg ik graag\nakkoord",
         })
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(ReadingWrapped, ASignThatEndsTheSentenceAboveIsAskedAbout) {
    for (const char* text : {
             "Our offices are in three zones, namely UTC+2 in Helsinki, and in Berlin UTC\n+1.",
             "Our offices are in three zones, namely UTC+2 in Helsinki, and in Berlin which is UTC\n"
             "+1 at this time of the year.",
             "Only the number of people who are going to be there has changed to Tom and\n+1.",
             "My number:\n+1\n555 0100",
         })
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(ReadingWrapped, ALineOfItsOwnBelowAGreetingOrAShortLineStands) {
    expect_all({
        {"Hi Ana,\n+1\n\nRegards\nBen", "agree exact"},
        {"Hi Ana,\nyes\n\nBen", "agree exact"},
        {"Hallo liebe Kolleginnen und Kollegen,\nja", "agree exact"},
        {"Thanks Ben\n+1", "agree exact"},
        {"Nice work\nyes", "agree exact"},
        {"I like this very much\n+1", "agree exact"},
        {"I like this very much\nYes", "agree exact"},
        {"Ich schließe mich Ben an\n+1", "agree exact"},
    });
}

TEST(ReadingWrapped, ACommandInTheMiddleOfASentenceIsNone) {
    for (const char* text : {
             "In spite of all that was said here, in the end I would rather not\nwithdraw my vote. So it stays.",
             "I do not think that what Ana wrote in her last mail would be enough to\nresolve cost, as it is today.",
             "I cannot see why the facilitator or anybody else should have to\nextend by 3 days.",
         })
        for (const Reading& r : read(text).readings) EXPECT_EQ(r.confidence, Confidence::unclear) << text;
}

TEST(ReadingWrapped, WhatMayStandAloneIsAskedAbout) {
    expect_all({
        {"I have read it twice and it looks like a good plan to me, so I will say\n+1", "unclear"},
        {"For this we need at least three people who are there on Friday and vote\n+1 before we start.", "unclear"},
        {"I have read all that Chen wrote about the office in town and really do not\nagree with it", "unclear"},
    });
    EXPECT_NE(
        read("I have read it twice and it looks like a good plan to me, so I will say\n+1").ask.find("line above"),
        std::string::npos);
}

TEST(ReadingWrapped, ALineBehindAnEndedOrAShortOneStandsAlone) {
    expect_all({
        {"I have read it twice and it looks like a really good plan to me.\n+1", "agree exact"},
        {"All the numbers look fine to me\n+1", "agree exact"},
        {"Hi all,\n+1", "agree exact"},
        {"I have looked at it and I have nothing to add, so this is what I say to it:\n-1", "disagree exact"},
        {"+1\n\nI have read it twice and it looks like a really good plan to me, and I\nthank Ana for it.",
         "agree exact"},
    });
}

TEST(ReadingWrapped, WhoWritesLongLinesHasAProgramThatBreaksNone) {
    EXPECT_EQ(
        summary("I have read it twice and it looks like a really good plan to me, and I thank Ana for all the work\n"
                "+1"),
        "agree exact");
}

TEST(ReadingWrapped, WhatBelongsToAVoteIsReadAcrossTheLines) {
    EXPECT_EQ(summary("+1 when the owner of the building pays for the heating, for the lift and for the\nwindows."),
              "unclear");
    const Interpretation in =
        read("-1 because the rent for these rooms is higher than all that we have paid up to\nnow. I am sorry.");
    ASSERT_EQ(in.readings.size(), 1u);
    EXPECT_EQ(in.readings[0].offset, 0u);
    EXPECT_EQ(in.own.new_text.substr(in.readings[0].end), "");
    EXPECT_EQ(in.readings[0].reason,
              "because the rent for these rooms is higher than all that we have paid up to now. I am sorry.");
}

TEST(ReadingWrapped, ListsAndFormsAreNotSentences) {
    ReadingContext cities;
    cities.options = {{"A", "Athens"}, {"B", "Berlin"}};
    cities.asks_for_points = true;
    const Interpretation in =
        read("I have been to all of these places, some of them twice, and this is how I see it\nA: 5\nB: 3", cities);
    ASSERT_EQ(in.readings.size(), 1u);
    EXPECT_EQ(in.readings[0].confidence, Confidence::exact);
    EXPECT_EQ(in.readings[0].scores.size(), 2u);
}

TEST(ReadingWrapped, WhatGoesOnOnTheLineBelowIsAskedAbout) {
    for (const char* text :
         {"I agree\nwith Kim.", "I agree\nthat the price is too high.", "I'm in favour\nof waiting.",
          "No objection\nto the date.", "+1\nfor Kim's question", "Approved\nby Tom last week.",
          "I'm against\nif Tom is", "No\nproblem, I'll read it tomorrow.", "Ich bin dafür\ndass wir warten.",
          "Je suis d'accord\nsi le prix baisse.", "Sono d'accordo\ncon Kim.", "Souhlasím\ns Kimem."})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text :
         {"I agree\nwith the proposal.", "I agree\nthanks\nBen", "+1\nben", "Yes\n\nwith regards\nBen"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(ReadingWrapped, ADenialThatEndsInTheMiddleGoesOnBelowABlankLine) {
    for (const char* text :
         {"I do not want to say\n\nno.", "I do not want to vote\n\n+1", "Ich möchte nicht sagen\n\nnein",
          "Je ne veux pas dire\n\nnon", "No quiero decir\n\nno", "Non voglio dire\n\nno", "Não quero dizer\n\nnão",
          "Ik wil niet zeggen\n\nnee", "Jag vill inte säga\n\nnej", "Jeg vil ikke sige\n\nnej",
          "Jeg vil ikke si\n\nnei", "Nie chcę powiedzieć\n\nnie", "Nechci říct\n\nne", "Не хочу сказать\n\nнет"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"I have no objections to the proposal\n\n+1", "I do not see a problem\n\n+1",
                             "I have no more to say.\n\nno", "This is what I say\n\nno"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

}  // namespace
}  // namespace assentd
