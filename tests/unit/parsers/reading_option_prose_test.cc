// SPDX-License-Identifier: Apache-2.0
// Answers to options that people give in prose: read where they are beyond doubt, else asked about
// (PRODUCT 2.3, 2.4).
#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using reading_cases::read;
using Texts = std::initializer_list<const char*>;
using Scores = std::map<std::string, std::string>;
using Ranks = std::map<std::string, int>;
using Labels = std::vector<std::string>;

ReadingContext over(std::initializer_list<std::pair<std::string, std::string>> options) {
    ReadingContext context;
    context.options = options;
    return context;
}
ReadingContext scored(ReadingContext context) {
    context.asks_for_points = true;
    return context;
}
ReadingContext ranked(ReadingContext context) {
    context.asks_for_order = true;
    return context;
}
ReadingContext approved(ReadingContext context) {
    context.naming_chooses = true;
    return context;
}
ReadingContext colours() {
    return over({{"A", "Red one"}, {"B", "Blue one"}});
}
ReadingContext cities() {
    return over({{"A", "Athens"}, {"B", "Berlin"}, {"C", "stay here"}});
}
ReadingContext days() {
    return over({{"A", "Monday morning"}, {"B", "Wednesday evening"}, {"C", "Friday afternoon"}});
}

void expect_asked(const ReadingContext& context, Texts texts) {
    for (const char* text : texts) {
        const Interpretation in = read(text, context);
        EXPECT_EQ(in.verdict, ReadingVerdict::unclear) << text;
        EXPECT_FALSE(in.ask.empty()) << text;
    }
}

void expect_comments(Texts texts) {
    for (const auto& options : {cities(), colours(), days()})
        for (const auto& context : {scored(options), ranked(options), approved(options)})
            for (const char* text : texts)
                EXPECT_EQ(read(text, context).verdict, ReadingVerdict::comment)
                    << text << ": " << read(text, context).ask;
}

Reading only(const char* text, const ReadingContext& context) {
    const Interpretation in = read(text, context);
    EXPECT_EQ(in.verdict, ReadingVerdict::vote) << text << ": " << in.ask;
    EXPECT_EQ(in.readings.size(), 1u) << text;
    return in.readings.empty() ? Reading{} : in.readings[0];
}

TEST(OptionProse, PointsMayCallTheirOptionsByAWord) {
    for (const char* text : {"red 5, blue 3", "Red: 5 / Blue: 3", "red: 5\nblue: 3", "Red = 5, Blue = 3",
                             "Hi all,\n\nred 5, blue 3\n\nAna", "the red one 5, the blue one 3"})
        EXPECT_EQ(only(text, scored(colours())).scores, (Scores{{"A", "5"}, {"B", "3"}})) << text;
    expect_asked(scored(colours()), {"red 5", "Red 5, blue maybe 3", "red 5, one 3"});
    expect_asked(scored(over({{"A", "PostgreSQL"}, {"B", "Stay with MySQL"}})), {"Postgres: 5\nMySQL: 3"});
}

TEST(OptionProse, AWordThatCallsAnOptionElsewhereIsAskedAbout) {
    expect_asked(ranked(colours()), {"Red, then blue", "red > blue", "red first, blue second"});
    expect_asked(approved(days()), {"Fridays are best.", "friday works", "Friday or Monday", "I can only do Friday",
                                    "Mondays don't work for me", "Not on Monday please", "The Friday one"});
    expect_asked(ranked(over({{"A", "Switch to PostgreSQL"}, {"B", "Stay with MySQL"}})),
                 {"Postgres, then MySQL", "1. Postgres\n2. MySQL", "Let's switch to Postgres"});
    EXPECT_NE(read("Fridays are best.", approved(days())).ask.find("It may mean C (Friday afternoon)"),
              std::string::npos);
}

TEST(OptionProse, AnOrderInProseIsAskedAbout) {
    expect_asked(ranked(cities()),
                 {"C first, I have small kids. How much does B cost?", "I prefer B over A", "I'd put B first.",
                  "B is my first choice, then C.", "Berlin, Athens, stay here \u2014 in that order",
                  "Berlin would be my first choice", "Berlin's my number one", "Prefer Berlin to Athens",
                  "Rather Berlin than Athens.", "Berlin followed by Athens", "1st Berlin 2nd Athens 3rd stay here",
                  "Berlin vor Athens vor stay here", "Liever Berlin dan Athens", "Mi primera opci\u00F3n es Berlin",
                  "C last please, no preference between the others", "I like B best",
                  "B\u2265A\u2265"
                  "C"});
    EXPECT_EQ(only("C, then A", ranked(cities())).ranks, (Ranks{{"C", 1}, {"A", 2}}));
}

TEST(OptionProse, AnAnswerForAllIsAskedAbout) {
    for (const auto& context : {approved(days()), ranked(days()), scored(days())})
        expect_asked(context, {"All of the above",
                               "both are fine",
                               "either works for me",
                               "none of these",
                               "Any day is fine with me",
                               "I'm fine with both",
                               "None of them works for me",
                               "All three work for me.",
                               "Nothing suits me",
                               "Beide sind ok",
                               "Ist mir egal",
                               "Keine davon",
                               "Les deux me vont",
                               "L'un ou l'autre",
                               "Las dos",
                               "Me da igual",
                               "Geen van beide",
                               "Maakt me niet uit",
                               "I don't mind",
                               "You choose"});
    expect_asked(approved(cities()), {"B is out for me, the rest works", "I can't do Berlin"});
    expect_asked(approved(over({{"A", "Pizza"}, {"B", "Salad with nuts"}})),
                 {"everything except nuts (allergy!)", "The salad for me", "I want pizza with cheese"});
    EXPECT_EQ(only("anything but C", approved(cities())).approvals, (Labels{"A", "B"}));
}

TEST(OptionProse, PointsInProseAreAskedAbout) {
    expect_asked(scored(cities()),
                 {"I'd give Athens a 5 and Berlin a 3.", "Athens gets a 5 from me.", "Full marks for Athens",
                  "Top score for Berlin, zero for the rest", "5 to both Athens and Berlin", "Both get 5.",
                  "3 points each", "same for all: 3", "Athens deserves a 5, Berlin maybe a 3",
                  "Athens a solid 4, Berlin a 2", "Athens is a 5 for me", "5-3-0",
                  "Ich gebe Athens 5 und Berlin 3 Punkte", "Je donne 5 \u00E0 Athens et 3 \u00E0 Berlin",
                  "Un 5 para Athens y un 3 para Berlin", "Een 5 voor Athens en een 3 voor Berlin"});
}

TEST(OptionProse, WideSignsAreReadAsTheirTwins) {
    for (const char* text :
         {"A\uFF1A3\uFF0CB\uFF1A1", "A\uFF1A3\u3001B\uFF1A1", "\uFF21\uFF1A\uFF13\u3001\uFF22\uFF1A\uFF11"})
        EXPECT_EQ(only(text, scored(cities())).scores, (Scores{{"A", "3"}, {"B", "1"}})) << text;
    for (const char* text : {"\uFF11\uFF0EB\n\uFF12\uFF0E"
                             "A\n\uFF13\uFF0E"
                             "C",
                             "B\uFF1E"
                             "A\uFF1E"
                             "C",
                             "\uFF11\uFF0EB\u3000\uFF12\uFF0E"
                             "A\u3000\uFF13\uFF0E"
                             "C"})
        EXPECT_EQ(only(text, ranked(cities())).ranks, (Ranks{{"B", 1}, {"A", 2}, {"C", 3}})) << text;
    for (const char* text : {"A\u306B\u8CDB\u6210", "\uFF21\u306B\u8CDB\u6210",
                             "\u8D5E\u6210"
                             "A"})
        EXPECT_EQ(only(text, approved(cities())).approvals, (Labels{"A"})) << text;
}

TEST(OptionProse, AnAnswerMayStandBelowItsQuotedOption) {
    for (const char* text : {"> A. Red one\n5\n> B. Blue one\n3\n", "> A: Red one\n\n5\n\n> B: Blue one\n\n3\n",
                             "On Tue, 3 Nov 2026, Kim wrote:\n> - Red one\n5 points\n> - Blue one\n3 points\n\nAna",
                             "> Red one\nScore: 5\n> Blue one\nScore: 3", "A. Red one\n5\nB. Blue one\n3",
                             "Red one:\n5\n\nBlue one:\n3\n\nAna"})
        EXPECT_EQ(only(text, scored(colours())).scores, (Scores{{"A", "5"}, {"B", "3"}})) << text;
    for (const char* text : {"> A. Red one\n2\n> B. Blue one\n1\n", "> A. Red one\nsecond\n> B. Blue one\nfirst"})
        EXPECT_EQ(only(text, ranked(colours())).ranks, (Ranks{{"A", 2}, {"B", 1}})) << text;
    EXPECT_EQ(only("> A. Red one\nyes\n> B. Blue one\nno\n", approved(colours())).approvals, (Labels{"A"}));
}

TEST(OptionProse, AnswersBelowOptionsThatAreNotWholeAreAskedAbout) {
    expect_asked(scored(cities()),
                 {"> A: Athens\n5!\n> B: Berlin\nmaybe 3\n> C: stay here\n0",
                  "> A: Athens\n5, love it\n> B: Berlin\n3", "> A: Athens\n5\n> A: Athens\n3",
                  "> A: Athens\n5\n> Who comes?\nI do\n> B: Berlin\n3", "5\n3\n0", "Hi,\n\n5\n3\n0\n\nAna"});
    expect_asked(approved(cities()), {"Athens\n5\nBerlin\n3"});
    for (const char* text :
         {"> A: Athens\nIs it hot there?\n> B: Berlin\nI was there last year.", "> Athens\nHow far is it?"})
        EXPECT_EQ(read(text, scored(cities())).verdict, ReadingVerdict::comment) << text;
}

TEST(OptionProse, WhatIsOnlyAboutTheOptionsIsAComment) {
    expect_comments({"How much does B cost?",
                     "Where would option C be?",
                     "I like how A is described, will vote tomorrow",
                     "What is the difference between A and B?",
                     "Could somebody explain the difference between A and B?",
                     "Was kostet B?",
                     "\u00BFCu\u00E1nto cuesta B?",
                     "How far is it? And what does C cost?",
                     "I'll vote tomorrow.",
                     "Thanks for the list, I will think about it.",
                     "I was in Athens last year, it was hot.",
                     "The flight to Athens costs 300, to Berlin 100.",
                     "The flight to Athens takes three hours.",
                     "We have 5 people from Athens and 3 from Berlin.",
                     "Berlin has 3 airports.",
                     "See you on Friday!",
                     "On Friday I am on a train.",
                     "Monday is a public holiday.",
                     "None of the links work.",
                     "All of the hotels are booked in May.",
                     "Both cities are served by the same airline.",
                     "All good points.",
                     "All the best",
                     "Hi all,\n\nis there any news?",
                     "All,\n\nis there any news?",
                     "I first need to ask my boss.",
                     "My first question is about the cost.",
                     "The red carpet and the blue one are both old.",
                     "Any idea when we will know?",
                     "Good morning!",
                     "Good evening all",
                     "Happy Friday!",
                     "Ask me about Athens, I have lived there.",
                     "I'd like to see the prices first."});
}

TEST(OptionProse, SuggestionsAreAnswers) {
    expect_asked(approved(cities()), {"Why not B?", "How about Berlin?"});
}

TEST(OptionProse, BehindTheNameOfTheirDecisionOptionsAreReadAsInAReply) {
    for (const char* text : {"D-10: Athens and Berlin please", "D-10: I'd take Athens and Berlin.", "D-10: A, B",
                             "D-10 - Athens and Berlin, thanks"}) {
        const Reading r = only(text, approved(cities()));
        EXPECT_EQ(r.approvals, (Labels{"A", "B"})) << text;
        EXPECT_EQ(r.scope, "D-10") << text;
    }
    expect_asked(approved(cities()), {"D-10: Athens or Berlin", "D-10: Athens if it is cheap",
                                      "D-10: Is Athens near?", "D-10: not Athens"});
    expect_asked(ranked(cities()), {"D-10: Athens and Berlin please"});
}

}  // namespace
}  // namespace assentd
