// SPDX-License-Identifier: Apache-2.0
// A sign that numbers a floor, a reading or a guest is no vote, and one that ends a sentence about the proposal is.
#include <gtest/gtest.h>

#include <string>

#include "parsers/votes/tables/vote_numbers_data.h"
#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(Numbers, AFloorIsNoVote) {
    for (const char* text : {"See you on floor -1.",
                             "The server room is on -1.",
                             "It is in the basement, -1.",
                             "It is in the basement (-1), next to the heating.",
                             "Room 0, floor -1, see you there.",
                             "The key to the server room is with Kim, the key\nto it is on floor\n-1.",
                             "Der Serverraum liegt auf -1.",
                             "Der Serverraum ist im Keller, Ebene -1.",
                             "Schlüssel gibt es am Empfang (-1).",
                             "Untergeschoss -1, Raum 5.",
                             "La salle est au -1.",
                             "Parking au -1, ascenseur B.",
                             "La sala está en la planta -1.",
                             "La sala è al piano -1.",
                             "A sala fica no piso -1.",
                             "De ruimte is op -1.",
                             "Rummet ligger på plan -1.",
                             "Lokalet er på -1.",
                             "Sala jest na poziomie -1.",
                             "Místnost je v patře -1.",
                             "Комната на этаже -1.",
                             "Oda -1. katta.",
                             "会议室在 -1 层。",
                             "会議室は地下 -1 階です。"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Numbers, AReadingOrAChangeIsNoVote) {
    for (const char* text : {"The script printed -1.", "My screen shows -1.", "Der Zähler zeigt (-1).", "B4 = -1",
                             "Chapter 3, section -1, has a typo.", "The score was 2, -1, 0.", "Values are 1, -1, 3.",
                             "We have two servers, -1 that is broken.", "We are 5, -1 because Tom is ill.",
                             "Vote count is now 4, -1, because Tom left."})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Numbers, AGuestIsNoVote) {
    for (const char* text :
         {"Me and my +1 will be there.", "The invitation is for two (+1).", "I am bringing a guest, +1, for dinner.",
          "For dinner I come with a guest, so +1.", "Ich komme mit Begleitung (+1).", "Je viens accompagné (+1)."})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Numbers, WhatIsPlannedRememberedOrCountedIsNoVote) {
    for (const char* text :
         {"I'm tempted to say +1.", "I plan to vote +1.", "I'm about to vote +1.", "I think I wrote +1.",
          "So far: +1 +1 -1.", "That makes three times +1.", "Legal +1 missing.",
          "My +1 comes when I have seen the contract.", "My +1 is only for one year.", "It seems I wrote -1.",
          "Ich glaube, ich schrieb +1.", "Je pense avoir écrit +1."})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const auto& phrase : words::count_words)
        EXPECT_NE(summary(std::string(phrase) + ": +1"), "agree near") << phrase;
    expect_all({{"I want to vote +1.", "agree near"},
                {"My +1 goes to this.", "agree near"},
                {"I'm happy to vote +1.", "agree near"},
                {"I have to say +1.", "agree near"}});
}

TEST(Footnotes, WhatOneSaysBelowIsReadWithTheVote) {
    for (const char* text :
         {"+1 [1]\n\n[1] unless Tom objects", "+1[1]\n\n[1] unless Tom objects", "+1 [1]\n\n[1]: if it is encrypted",
          "Yes\u00B9\n\n\u00B9 subject to contract", "+1\u00B9\n\n\u00B9 unless Tom objects", "+1*\n\n* if encrypted",
          "+1 (*)\n\n(*) only if encrypted", "+1 (1)\n\n(1) only if encrypted",
          "Oui (1)\n\n(1) sauf si Tom s'oppose"}) {
        const Interpretation in = read(text);
        EXPECT_EQ(in.verdict, ReadingVerdict::unclear) << text;
        EXPECT_EQ(in.readings.size(), 1u) << text;
    }
    expect_all({{"+1 [1]\n\n[1] https://example.org/x", "agree exact"},
                {"-1 [1]\n\n[1] The offer is at https://example.org", "disagree exact"},
                {"+1 [1]", "agree near"},
                {"(*) yes", "agree exact"},
                {"\u207A\u00B9", "agree exact"}});
}

TEST(Remains, OfQuotedPrintableAtTheEndOfALineAreBlanks) {
    expect_all({{"=2B1=20\n\nAna", "agree exact"}, {"+1=20\n\nAna", "agree exact"}, {"-1=20", "disagree exact"}});
    EXPECT_NE(summary("The rate is a=20b"), "agree exact");
}

TEST(Numbers, EveryPhraseBeforeASignNumbersIt) {
    const auto is_vote = [](const std::string& text) { return read(text).verdict == ReadingVerdict::vote; };
    for (const auto& phrase : words::number_links)
        EXPECT_FALSE(is_vote("Raum X " + std::string(phrase) + " -1.")) << phrase;
    for (const auto& phrase : words::numbered_places)
        EXPECT_FALSE(is_vote("Raum X " + std::string(phrase) + ", -1.")) << phrase;
    for (const auto& phrase : words::number_verbs)
        EXPECT_FALSE(is_vote("Raum X " + std::string(phrase) + " -1.")) << phrase;
    for (const auto& phrase : words::companions)
        EXPECT_FALSE(is_vote("Also " + std::string(phrase) + ", +1.")) << phrase;
    for (const auto& phrase : words::number_clauses)
        EXPECT_FALSE(is_vote("Raum X, +1 " + std::string(phrase) + " da.")) << phrase;
    for (const auto& noun : words::ordinal_nouns)
        EXPECT_FALSE(is_vote("Oda -1. " + std::string(noun) + " x.")) << noun;
}

TEST(Numbers, ASentenceOfThePlansOwnStillVotes) {
    expect_all({{"Great proposal +1", "agree near"},
                {"Looks good to me, +1", "agree near"},
                {"Love it. +1", "agree near"},
                {"Nice plan, +1", "agree near"},
                {"OK, -1 from me", "disagree near"},
                {"I read it twice: -1", "disagree near"},
                {"The price is too high, -1", "disagree near"},
                {"It costs 90, -1", "disagree near"},
                {"Tested on 3.9.6, +1 (binding)", "agree near"},
                {"The basement is a bad place for servers, so +1", "agree near"},
                {"Servers in the basement are a risk, so +1", "agree near"},
                {"Thanks for the invitation, +1", "agree near"},
                {"It is on the wrong side of the river, -1", "disagree near"},
                {"Here is my +1", "agree near"}});
}

TEST(Numbers, WhatASignDoesNotCount) {
    expect_counted("agree", {"+1 dabei!", "+1 Leute, das wird super", "+1 this please", "+1 the new ones please",
                             "+1 tables are needed"});
    expect_counted("disagree", {"-1 chairs are broken", "-1 Stühle sind kaputt"});
}

TEST(Numbers, ANounBehindASignIsCountedByIt) {
    expect_no_vote({"+1 chair please", "+1 Stuhl bitte", "+1 chaise svp", "+1 silla por favor", "+1 sedia per favore",
                    "+1 krzesło proszę", "+1 стул пожалуйста", "+1 sandalye lütfen", "-1 Stuhl im Raum 3",
                    "Bin +1 dabei am Samstag", "+1 portion of soup please", "+1 people on Saturday",
                    "+1 people please"});
    expect_counted("disagree", {"-1 people will not read it", "-1 people hate it", "-1 Leute mögen das nicht"});
    expect_counted("agree", {"+1 people need a lift", "+1 yes please", "+1 please", "+1 go ahead please",
                             "+1 ja bitte", "+1 do it please"});
}

TEST(Numbers, WhatIsMeasuredIsNoVoteWhateverIsToldOfIt) {
    for (const char* text :
         {"-1 degree is too cold; we heat the hall.", "+1 hour is too long", "-1 Grad ist zu kalt"})
        EXPECT_EQ(summary(text), "unclear") << text;
    EXPECT_EQ(summary("-1 chairs are broken"), "disagree near");
}

}  // namespace
}  // namespace assentd
