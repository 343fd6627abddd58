// SPDX-License-Identifier: Apache-2.0
// A ballot is read whole or asked about: nothing that seems to belong to it is dropped in silence.
#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using reading_cases::read;
using Scores = std::map<std::string, std::string>;
using Ranks = std::map<std::string, int>;
using Labels = std::vector<std::string>;

ReadingContext cities(bool naming_chooses = false) {
    ReadingContext context;
    context.options = {{"A", "Athens"}, {"B", "Berlin"}, {"C", "Cadiz"}};
    context.naming_chooses = naming_chooses;
    return context;
}

ReadingContext times() {
    ReadingContext context;
    context.options = {{"A", "Tuesday, 14:00"}, {"B", "Wednesday, 9:30"}, {"C", "Salt and pepper"}};
    context.naming_chooses = true;
    return context;
}

// The question, which the text must give rise to.
std::string asked(const std::string& text, const ReadingContext& context) {
    const Interpretation in = read(text, context);
    EXPECT_EQ(in.verdict, ReadingVerdict::unclear) << text;
    return in.ask;
}

Reading only(const std::string& text, const ReadingContext& context) {
    const Interpretation in = read(text, context);
    EXPECT_EQ(in.verdict, ReadingVerdict::vote) << text << ": " << in.ask;
    EXPECT_EQ(in.readings.size(), 1u) << text;
    return in.readings.empty() ? Reading{} : in.readings[0];
}

TEST(WholeBallots, BlankLinesDoNotEndABallot) {
    EXPECT_EQ(only("A: 5\n\nB: 3\n\nC: 1", cities()).scores, (Scores{{"A", "5"}, {"B", "3"}, {"C", "1"}}));
    EXPECT_EQ(only("1. B\n\n2. A\n\n3. C", cities()).ranks, (Ranks{{"B", 1}, {"A", 2}, {"C", 3}}));
    EXPECT_EQ(only("[2] A\n\n[1] B", cities()).ranks, (Ranks{{"A", 2}, {"B", 1}}));
    EXPECT_EQ(only("1. B\n2. A\n\n1. Where do we park?\n2. Who drives?", cities()).ranks,
              (Ranks{{"B", 1}, {"A", 2}}));
}

TEST(WholeBallots, AFormAndAListBesideItAreAskedAboutUnlessTheyAgree) {
    for (const char* text :
         {"A, C\n[x] A\n[ ] B\n[ ] C", "[x] A\n[ ] B\n\nCheers\nC", "[x] B\n[ ] A\n\nBen and Ana\nA"})
        asked(text, cities());
    EXPECT_EQ(only("A, C\n[x] A\n[x] C\n[ ] B", cities()).approvals, (Labels{"A", "C"}));
    EXPECT_EQ(only("[x] A\n[ ] B\n\n[x] C", cities()).approvals, (Labels{"A", "C"}));
}

TEST(WholeBallots, OptionsAreNamedWithoutTheirAccents) {
    ReadingContext context;
    context.options = {{"A", "Café Zürich"}, {"B", "Łódź"}, {"C", "Björn’s, by the sea"}};
    context.naming_chooses = true;
    EXPECT_EQ(only("cafe zurich", context).approvals, Labels{"A"});
    EXPECT_EQ(only("Cafe Zurich and Lodz", context).approvals, (Labels{"A", "B"}));
    EXPECT_EQ(only("Lodz > Cafe Zurich", context).ranks, (Ranks{{"B", 1}, {"A", 2}}));
    EXPECT_EQ(only("[1] A: Cafe Zurich\n[2] B", context).ranks, (Ranks{{"A", 1}, {"B", 2}}));
    EXPECT_EQ(only("Bjorn's, by the sea > Lodz", context).ranks, (Ranks{{"C", 1}, {"B", 2}}));
    EXPECT_EQ(only("1. cafe zurich\n2. lodz", context).ranks, (Ranks{{"A", 1}, {"B", 2}}));
}

TEST(WholeBallots, APartThatCannotBeReadLeavesAllOfItUnclear) {
    for (const char* text : {"A: 5\nB: too cold", "A: 5\n\nB: too cold",
                             "A: 5\n\nI thought about it.\n\nB: too cold for most of us, I fear", "A: 5\nB 3",
                             "A: 5\n\nB?", "A: 5\n\nD: 3", "A: 5\n\n[3] B"}) {
        const std::string ask = asked(text, cities());
        EXPECT_NE(ask.find("Understood was: A: 5."), std::string::npos) << text << "\n" << ask;
    }
    EXPECT_NE(asked("1. A\n2. something else that is far from everywhere", cities()).find("Understood was: A."),
              std::string::npos);
    EXPECT_NE(asked("A > B\nC", cities()).find("Understood was: A > B."), std::string::npos);
    for (const char* text : {"A\nB: too cold", "A\nalso B", "I'd go for A\nand C", "- A\n- Z", "- A\n- the other one",
                             "[x] A\n\n[?] B", "A\n[maybe] B"})
        EXPECT_NE(asked(text, cities(true)).find('A'), std::string::npos) << text;
}

TEST(WholeBallots, WhatIsSaidBesidesABallotIsItsReason) {
    EXPECT_EQ(only("A: 5\nB: 3\n\nA: because it is near", cities()).reason, "A: because it is near");
    EXPECT_EQ(only("A > B\n\nC: too cold", cities()).reason, "C: too cold");
    EXPECT_EQ(only("A: 5\nBerlin is far from here, I find.", cities()).scores, (Scores{{"A", "5"}}));
    EXPECT_EQ(only("A, C\n\nThanks for the list\nBen", cities(true)).approvals, (Labels{"A", "C"}));
    EXPECT_EQ(only("[x] A\n[ ] B\n[ ] C\n\nIt is near.", cities(true)).approvals, (Labels{"A"}));
}

TEST(WholeBallots, VotesOnSingleOptionsKeepTheirLines) {
    EXPECT_EQ(only("+1 for A\n+1 for B\n+1 for C", cities(true)).lines, "+1 for A\n+1 for B\n+1 for C");
}

TEST(WholeBallots, VotesOnSingleOptionsAreOneBallotThatHoldsThemAll) {
    const Reading r = only("+1 for A\n-1 for B because it is cold", cities(true));
    EXPECT_EQ(r.type, ReadingType::approvals);
    EXPECT_EQ(r.approvals, Labels{"A"});
    EXPECT_EQ(r.line, "+1 for A / -1 for B because it is cold");
    EXPECT_EQ(r.reason, "+1 for A\n-1 for B because it is cold");
    EXPECT_EQ(only("+1 for A\n+1 for B", cities(true)).approvals, (Labels{"A", "B"}));
    EXPECT_EQ(only("+1 for A and C, thanks", cities(true)).approvals, (Labels{"A", "C"}));
    EXPECT_NE(asked("+1 for A\n-1 for A", cities(true)).find("yes to A and no to A"), std::string::npos);
    EXPECT_NE(asked("-1 for B", cities(true)).find("no to B"), std::string::npos);
    EXPECT_FALSE(asked("+1 for A if it is cheap\n+1 for B", cities(true)).empty());
    EXPECT_FALSE(asked("+1 for A\nB: too cold", cities(true)).empty());
}

TEST(WholeBallots, OptionsMayBeAnsweredOneByOne) {
    for (const char* text :
         {"A: yes\nB: no\nC: yes", "A yes, B no, C yes", "A: yes; B: no; C: yes.", "Athens yes, Berlin no, Cadiz yes",
          "A \u2705 B \u274C C \u2705", "\u2705 A \u274C B \u2705 C", "A: +1, B: -1, C: +1", "A +1\nB -1\nC +1",
          "A - yes, B - no, C - yes", "+1 A, -1 B, +1 C", "- Athens: ja\n- Berlin: nein\n- Cadiz: ja",
          "A: yes, B: no and C: yes", "A = yes, B = no, C = yes", "A yes, C yes but B no"}) {
        const Reading r = only(text, cities(true));
        EXPECT_EQ(r.approvals, (Labels{"A", "C"})) << text;
        EXPECT_FALSE(r.reason.empty()) << text << ": the refusal is not lost";
        if (r.line.find('1') == std::string::npos) asked(text, cities());  // else they may be points
    }
    EXPECT_EQ(only("+1 A, +1 B", cities(true)).approvals, (Labels{"A", "B"}));
    EXPECT_EQ(only("Berlin: yes", cities(true)).approvals, Labels{"B"});
    for (const char* text :
         {"Berlin is fine, Athens too", "Berlin me convient, Athens aussi", "Berlin is OK, A as well.",
          "Athens works for me, Berlin too", "Berlin is fine, Athens is fine"})
        EXPECT_EQ(only(text, cities(true)).approvals.size(), 2u) << text;
    for (const char* text :
         {"Berlin is fine, but Athens is better", "Berlin is fine, but", "Berlin is possible if it is cheap",
          "Berlin passt nicht", "Berlin is fine, Athens less so", "Berlin is fine, Athens too if it is cheap",
          "Athens no, Berlin too"})
        asked(text, cities(true));
    for (const char* text : {"A: yes\nB: maybe\nC: yes", "A: yes\nB: no\nC: if need be", "A yes, B no, C abstain",
                             "A: yes, B: +0.5", "A: no", "A yes, A no", "A: yes, B: yes if it is cheap",
                             "A: yes\nbut only if it is cheap", "A: yes, B: no, Z: yes", "A: yes?"})
        asked(text, cities(true));
    EXPECT_NE(asked("+1 for A\nB: maybe\n+1 for C", cities(true)).find("\"B: maybe\""), std::string::npos);
    for (const char* text : {"A yes from me", "A no", "Berlin, no?"})
        EXPECT_NE(read(text, cities(true)).verdict, ReadingVerdict::vote) << text;
}

TEST(WholeBallots, ARowOfBoxesMayNameOptions) {
    for (const char* text : {"[x] A [ ] B [x] C", "\u2611 Athens \u2610 Berlin \u2611 Cadiz", "A [x] B [ ] C [x]",
                             "[x] A, [ ] B, [x] C", "[x] A: Athens  [ ] B: Berlin  [x] C: Cadiz", "[x] A  [x] C"})
        EXPECT_EQ(only(text, cities(true)).approvals, (Labels{"A", "C"})) << text;
    for (const char* text : {"[x] A [ ] B [x] A", "[x] A [ ] B [x] Z", "[1] A [2] B [3] C"})
        asked(text, cities(true));
    asked("[x] A [ ] B [x] C", cities());
}

TEST(WholeBallots, AllButSomeAreTheOthers) {
    for (const char* text :
         {"Everything except B", "All but B", "Anything but Berlin, please.", "all of them, except B",
          "I'd go for everything except B", "Alles au\u00DFer B", "Tout sauf B"}) {
        EXPECT_EQ(only(text, cities(true)).approvals, (Labels{"A", "C"})) << text;
        asked(text, cities());
    }
    EXPECT_EQ(only("All but A and B", cities(true)).approvals, Labels{"C"});
    for (const char* text : {"Everything except staying here", "Everything but A, B and C", "All except B?",
                             "Everything except C if it rains", "All but one"})
        asked(text, cities(true));
    for (const char* text :
         {"All but one of us have been ill this week.", "Everything went well, thanks.", "All of this is fine"})
        EXPECT_EQ(read(text, cities(true)).verdict, ReadingVerdict::comment) << text;
}

TEST(WholeBallots, APlusMayStandBetweenOptions) {
    EXPECT_EQ(only("A+B", cities(true)).approvals, (Labels{"A", "B"}));
    EXPECT_EQ(only("Athens+Cadiz", cities(true)).approvals, (Labels{"A", "C"}));
    for (const char* text : {"B+", "C++", "A+Z"})
        EXPECT_NE(read(text, cities(true)).verdict, ReadingVerdict::vote) << text;
}

TEST(WholeBallots, WhereOptionsAreRankedVotesOnSeveralAreAskedAbout) {
    EXPECT_NE(asked("+1 for A\n-1 for B", cities()).find("yes to A and no to B"), std::string::npos);
    EXPECT_NE(asked("+1 for A and B", cities()).find("yes to A and B"), std::string::npos);
    EXPECT_EQ(only("+1 for A", cities()).scope, "A");
}

TEST(WholeBallots, AnOptionMayHaveInItsTextWhatDividesBallots) {
    EXPECT_EQ(only("Tuesday, 14:00", times()).approvals, Labels{"A"});
    EXPECT_EQ(only("A: Tuesday, 14:00", times()).approvals, Labels{"A"});
    EXPECT_EQ(only("Tuesday, 14:00 and salt and pepper", times()).approvals, (Labels{"A", "C"}));
    EXPECT_EQ(only("I'd go for Tuesday, 14:00, because it suits me", times()).approvals, Labels{"A"});
    EXPECT_EQ(only("+1 for Tuesday, 14:00", times()).approvals, Labels{"A"});
    EXPECT_EQ(only("Wednesday, 9:30 > Tuesday, 14:00", times()).ranks, (Ranks{{"A", 2}, {"B", 1}}));
    EXPECT_EQ(only("1. Wednesday, 9:30\n2. Tuesday, 14:00", times()).ranks, (Ranks{{"A", 2}, {"B", 1}}));
    EXPECT_EQ(only("Tuesday, 14:00: 5, Wednesday, 9:30: 3", times()).scores, (Scores{{"A", "5"}, {"B", "3"}}));
    EXPECT_NE(asked("Tuesday, 15:00", times()).find("Did you mean \"Tuesday, 14:00\"?"), std::string::npos);
    EXPECT_NE(asked("Tuesday", times()).find("Tuesday, 14:00"), std::string::npos);
}

TEST(WholeBallots, AnOptionThatOnlyHeadsALineIsNotChosen) {
    EXPECT_NE(asked("B:", cities(true)).find("names B"), std::string::npos);
    EXPECT_NE(asked("B:", cities()).find("names B"), std::string::npos);
    EXPECT_FALSE(asked("A: 5 (B: too cold)", cities()).empty());
}

TEST(WholeBallots, LettersAndFiguresAloneAreAskedAbout) {
    EXPECT_NE(asked("CAB", cities()).find("C > A > B"), std::string::npos);
    EXPECT_NE(asked("A B C", cities()).find("names A, B, C"), std::string::npos);
    EXPECT_NE(asked("1 > 2", cities()).find("A (Athens), B (Berlin)"), std::string::npos);
    EXPECT_FALSE(asked("acb", cities()).empty());
    EXPECT_FALSE(asked("2", cities()).empty());
    EXPECT_EQ(read("ABC").verdict, ReadingVerdict::comment);
    EXPECT_EQ(read("1 > 2").verdict, ReadingVerdict::comment);
}

TEST(WholeBallots, AChoiceFurtherDownIsNotOverlooked) {
    const std::string before = "Hello everybody,\nthank you for preparing this so well.\n\n";
    for (const char* text :
         {"I'd go with A, not B", "A > B > whatever is left after the meeting", "A, Z", "A 5, B 3"})
        EXPECT_FALSE(asked(before + text, cities()).empty()) << text;
    EXPECT_FALSE(read("receipts off\n\nthe second one, please", cities()).ask.empty());
}

TEST(WholeBallots, OptionsByTheirPlaceAreAskedAboutWithWhatWasUnderstood) {
    for (const char* text : {"the second one", "The second one, please.", "option 2", "Option 2, because it is near",
                             "the second option please", "I'd take the second one", "number 2", "#2",
                             "die zweite Variante, bitte", "Je préfère la deuxième option", "opción 2", "вариант 2",
                             "Hello all, thanks for your work.\n\nthe second one"})
        for (const bool naming : {false, true})
            EXPECT_NE(asked(text, cities(naming)).find("B (Berlin)"), std::string::npos) << text;
    EXPECT_NE(asked("the last one", cities()).find("C (Cadiz)"), std::string::npos);
    EXPECT_NE(asked("option 7", cities()).find("not so many"), std::string::npos);
    EXPECT_EQ(asked("My first choice is B", cities()).find("Athens"), std::string::npos);
    for (const char* text :
         {"First, thanks for the work.", "The first time we met it was cold.", "At first I was in doubt.",
          "Option 2 is too cold for those who come by bicycle", "3 of us will come",
          "My second thought was the cost.", "Who is the first?", "Thanks for the first draft",
          "2 questions: who pays and when?", "A list of open questions:\n1. Who pays?\n2. Who books?"})
        EXPECT_EQ(read(text, cities()).verdict, ReadingVerdict::comment) << text;
}

TEST(WholeBallots, WhatStandsBelowMayTurnABallot) {
    for (const char* text : {"B > A\nbut only if B is cheap", "A: 5\nB: 3\n\nOnly if the train runs.",
                             "1. A 2. B\n3. C", "A: 5; B: 3\nall others 0", "A: 5\n(B: cannot judge)"})
        EXPECT_FALSE(asked(text, cities()).empty()) << text;
    EXPECT_FALSE(asked("A, C\n\nBut only if the train runs.", cities(true)).empty());
    for (const char* text : {"A, C\n\nNot sure that I can come, though.", "A, C\n\nWhat about the costs?",
                             "A, C\n\nI think both are near the sea."})
        EXPECT_EQ(only(text, cities(true)).approvals, (Labels{"A", "C"})) << text;
}

TEST(WholeBallots, OptionsThatAreJudgedInAShortLineAreAskedAbout) {
    for (const char* text :
         {"A works for me", "I can do A and C", "A and C work for me, B does not", "I'm ok with A and C",
          "Cadiz gets my vote", "Hi all,\n\nnice list!\n\nAthens gets my vote.\n\nBen", "A passt mir",
          "Athens or Berlin, whichever is cheaper. I can come to both."})
        EXPECT_FALSE(asked(text, cities(true)).empty()) << text;
    for (const char* text : {"A is too expensive, and Berlin is far.", "It works for me to meet in spring",
                             "Thanks for the list of cities, Berlin looks nice in the pictures"})
        EXPECT_EQ(read(text, cities(true)).verdict, ReadingVerdict::comment) << text;
}

ReadingContext drinks() {
    ReadingContext context;
    context.options = {{"A", "Espresso"}, {"B", "Filter"}, {"C", "Tea only"}};
    context.asks_for_points = true;
    return context;
}

TEST(WholeBallots, PointsNeedNoColonWhereTheyAreAskedFor) {
    EXPECT_EQ(only("Espresso 5 / Filter 5 / Tea only 1", drinks()).scores,
              (Scores{{"A", "5"}, {"B", "5"}, {"C", "1"}}));
    for (const char* text : {"B 3, A 5", "A=5 B=3", "a 5, b 3", "A 5; B: 3.", "A 5 and B 3", "A 5 points, B 3 points",
                             "A 5\nB 3", "- Espresso 5\n- Filter: 3", "A: 5 B: 3", "A 5 | B 3"})
        EXPECT_EQ(only(text, drinks()).scores, (Scores{{"A", "5"}, {"B", "3"}})) << text;
    EXPECT_EQ(only("A 5, B 3, C 0", drinks()).scores, (Scores{{"A", "5"}, {"B", "3"}, {"C", "0"}}));
    EXPECT_EQ(only("B 5", drinks()).scores, (Scores{{"B", "5"}}));
    for (const char* text : {"A 5, B 3", "A=5 B=3"}) asked(text, cities());
    for (const char* text : {"A 5 star hotel was there.", "It is a 5-minute walk.", "We had tea 5 times."})
        EXPECT_EQ(read(text, drinks()).verdict, ReadingVerdict::comment) << text;
}

TEST(WholeBallots, PointsMayStandBeforeTheirOptions) {
    for (const char* text : {"5 for Espresso, 3 for Filter", "5 points for A, 3 for B", "5 to A and 3 to B",
                             "5 Punkte f\u00FCr A; 3 f\u00FCr B", "5 for A\n3 for B"})
        EXPECT_EQ(only(text, drinks()).scores, (Scores{{"A", "5"}, {"B", "3"}})) << text;
    EXPECT_NE(asked("5 for Espresso, 3 for Filter, 0 for having tea", drinks())
                  .find("\"0 for having tea\" could not be read as a part of the ballot"),
              std::string::npos);
    for (const bool naming : {false, true}) asked("5 for Athens, 3 for Berlin, 0 for staying here", cities(naming));
    for (const char* text : {"5 euros for Espresso is a lot.", "We were 5 for dinner, 3 for lunch.",
                             "3 of us are for Filter in the morning, as you know."})
        EXPECT_EQ(read(text, drinks()).verdict, ReadingVerdict::comment) << text;
}

TEST(WholeBallots, PointsMayStandBehindADashOrAsAShare) {
    for (const char* text :
         {"A - 5\nB - 3", "A - 5, B - 3", "A \u2013 5; B \u2013 3", "- Espresso - 5\n- Filter - 3"})
        EXPECT_EQ(only(text, drinks()).scores, (Scores{{"A", "5"}, {"B", "3"}})) << text;
    EXPECT_EQ(only("A 5/5, B 3/5, C 0/5", drinks()).scores, (Scores{{"A", "5/5"}, {"B", "3/5"}, {"C", "0/5"}}));
    ReadingContext signed_scale = drinks();
    signed_scale.points_below_nought = true;
    asked("A - 2, B - 1", signed_scale);
    EXPECT_EQ(only("A -2, B 1", signed_scale).scores, (Scores{{"A", "-2"}, {"B", "1"}}));
    for (const char* text : {"A - 5 euros", "A 5/5/5"})
        EXPECT_NE(read(text, drinks()).verdict, ReadingVerdict::vote) << text;
}

TEST(WholeBallots, WhatOnlyDescribesMayStandInBrackets) {
    EXPECT_EQ(only("A: 5 (warm!)\nB: 3 (near)\nC: 0 (boring)", drinks()).scores,
              (Scores{{"A", "5"}, {"B", "3"}, {"C", "0"}}));
    EXPECT_EQ(only("A 5 (warm), B 3", drinks()).scores, (Scores{{"A", "5"}, {"B", "3"}}));
    for (const char* text : {"1. Berlin (near)\n2. Athens (warm)\n3. Cadiz", "B > A (nice, too) > C",
                             "1. Berlin\n2. Athens (warm and sunny)\n3. Cadiz"})
        EXPECT_EQ(only(text, cities()).ranks, (Ranks{{"A", 2}, {"B", 1}, {"C", 3}})) << text;
    for (const char* text : {"A: 5 (B: too cold)", "A: 5 (or 4)\nB: 3", "A: 5 (joke)\nB: 3",
                             "A: 5 (if it is cheap)\nB: 3", "A: 5 (?)\nB: 3", "A: 5 (not really)\nB: 3",
                             "A: 5 (I think)\nB: 3", "A: 5 (at a pinch)\nB: 3", "A: 5 (agreed?)\nB: 3"})
        asked(text, drinks());
    for (const char* text : {"1. Berlin (if cheap)\n2. Athens (warm)\n3. Cadiz", "1. B (or A)\n2. C",
                             "1. Berlin (same as Athens)\n2. Athens\n3. Cadiz", "1. B (tied)\n2. A\n3. C"})
        asked(text, cities());
}

ReadingContext ranked_cities() {
    ReadingContext context = cities();
    context.asks_for_order = true;
    return context;
}

TEST(WholeBallots, PlacesMayBeSaidInWords) {
    const Ranks wanted{{"A", 2}, {"B", 1}, {"C", 3}};
    for (const char* text :
         {"1st choice: B\n2nd choice: A\n3rd: C", "First: Berlin\nSecond: Athens\nThird: Cadiz",
          "My first choice: B\nSecond choice: A\nThird choice: C",
          "Erste Wahl: Berlin\nZweite Wahl: Athens\nDritte Wahl: Cadiz", "1. Wahl: B\n2. Wahl: A\n3. Wahl: C"})
        EXPECT_EQ(only(text, ranked_cities()).ranks, wanted) << text;
    for (const char* text :
         {"First: Berlin\nSecond: Athens, if cheap\nThird: Cadiz", "First: B\nSecond: A\nSecond: B",
          "First: Berlin\nSecond: Aachen", "First: B\nSecond: A\nLast: C", "Second choice: C"})
        asked(text, ranked_cities());
    EXPECT_EQ(read("First: thanks for all.\nSecond: who pays?", ranked_cities()).verdict, ReadingVerdict::comment);
}

TEST(WholeBallots, ABallotMayCorrectAnEarlierOne) {
    for (const char* text : {"Sorry, I mixed it up: B > A > C", "Correction: B > A > C", "Sorry, I meant B > A > C",
                             "My new ranking: B > A > C", "Oops, corrected: B > A > C"})
        EXPECT_EQ(only(text, ranked_cities()).ranks, (Ranks{{"A", 2}, {"B", 1}, {"C", 3}})) << text;
    for (const char* text : {"Not like this: B > A > C", "Tom meant: B > A > C", "I never meant B > A > C"})
        asked(text, ranked_cities());
}

TEST(WholeBallots, WhereAnOrderIsAskedForAListOfAllIsOne) {
    for (const char* text : {"Berlin, Athens, Cadiz", "B, A, C", "My ranking: B, A, C.",
                             "Berlin \u2192 Athens \u2192 Cadiz", "B -> A -> C"}) {
        EXPECT_EQ(only(text, ranked_cities()).ranks, (Ranks{{"A", 2}, {"B", 1}, {"C", 3}})) << text;
        EXPECT_TRUE(read(text, cities()).readings.at(0).ranks.empty()) << text << ": nobody asked for an order";
    }
    for (const char* text : {"Berlin, Athens", "B and A and C", "B, A and C"})
        EXPECT_TRUE(only(text, ranked_cities()).ranks.empty()) << text;
    for (const char* text : {"B \u2192 A", "B -> A", "Berlin, Athens, Cadiz?", "B, A, C or none"})
        asked(text, ranked_cities());
}

TEST(WholeBallots, WhereAnOrderIsAskedForNumbersInItAreItsPlaces) {
    for (const char* text : {"Berlin: 1\nAthens: 2\nCadiz: 3", "B: 1, A: 2, C: 3", "B=1; A=2; C=3"})
        EXPECT_EQ(only(text, ranked_cities()).ranks, (Ranks{{"A", 2}, {"B", 1}, {"C", 3}})) << text;
    for (const char* text :
         {"B: 3, A: 2, C: 1", "A: 1, B: 2, C: 3", "A: 2, B: 1, C: 3", "B: 1, A: 2", "B: 5, A: 3, C: 0"})
        EXPECT_TRUE(only(text, ranked_cities()).ranks.empty()) << text << ": it may be points";
    EXPECT_TRUE(only("B: 1, A: 2, C: 3", cities()).ranks.empty());
}

TEST(WholeBallots, PointsWithSomethingLeftOverAreAskedAbout) {
    for (const char* text : {"A:4 B:4 C:two", "A 4, B 4, C two", "A 4, B 4 and the rest is nothing for me"}) {
        const std::string ask = asked(text, drinks());
        EXPECT_NE(ask.find("Understood was: A: 4, B: 4."), std::string::npos) << text << "\n" << ask;
    }
    asked("A 4, A 5", drinks());
    asked("A 4,5, B 3", drinks());
    ReadingContext rooms;
    rooms.options = {{"A", "Room 1"}, {"B", "Room 2"}};
    rooms.asks_for_points = true;
    EXPECT_EQ(only("Room 1 5, Room 2 3", rooms).scores, (Scores{{"A", "5"}, {"B", "3"}}));
    EXPECT_NE(read("Room 1, Room 2", rooms).readings.at(0).type, ReadingType::scores);
}

TEST(WholeBallots, TheQuestionShowsWhatIsAskedFor) {
    ReadingContext ranked = cities();
    ranked.asks_for_order = true;
    for (const char* text : {"A, B or C", "B >> A", "ACB", "option 2, please"}) {
        const std::string order = asked(text, ranked);
        EXPECT_NE(order.find("in your order, the best first"), std::string::npos) << order;
        EXPECT_EQ(order.find("points"), std::string::npos) << order;
        const std::string points = asked(text, drinks());
        EXPECT_EQ(points.find("B > A > C"), std::string::npos) << points;
        EXPECT_NE(points.find("each option with its points"), std::string::npos) << points;
    }
}

TEST(WholeBallots, PointsMayHaveSigns) {
    EXPECT_EQ(only("A 2, B -2, C 0", drinks()).scores, (Scores{{"A", "2"}, {"B", "-2"}, {"C", "0"}}));
    EXPECT_EQ(only("A \u22122", drinks()).scores, (Scores{{"A", "-2"}}));
    EXPECT_EQ(only("A: +2, B: \u22121", drinks()).scores, (Scores{{"A", "+2"}, {"B", "-1"}}));
    EXPECT_EQ(only("[+1] A\n[-2] B", drinks()).scores, (Scores{{"A", "+1"}, {"B", "-2"}})) << "no places";
    EXPECT_NE(asked("[1] A\n[x] B", drinks()).find("\"x\" is no number"), std::string::npos);
}

TEST(WholeBallots, AnOptionOnAConditionIsAskedAbout) {
    for (const char* text :
         {"A if need be", "Athens if it is before Easter, else Berlin", "Berlin, if we must.", "B unless it rains",
          "B at a pinch", "Berlin zur Not", "- C if the train runs", "Athens wenn es vor Ostern ist, sonst Berlin"})
        for (const bool naming : {false, true}) EXPECT_FALSE(asked(text, cities(naming)).empty()) << text;
    for (const char* text :
         {"If need be, a taxi will bring you there.", "A taxi if need be", "Athens is where I was born."})
        EXPECT_EQ(read(text, cities()).verdict, ReadingVerdict::comment) << text;
    EXPECT_EQ(read("B if need be").verdict, ReadingVerdict::comment) << "no options are known";
}

TEST(WholeBallots, LettersWithDashesBetweenThemAreAskedAbout) {
    for (const char* text : {"B-A-C", "B-A-C,", "B - A", "B\u2013A\u2013C", "Berlin-Athens"})
        EXPECT_FALSE(asked(text, cities()).empty()) << text;
    for (const char* text : {"B-A-C", "A-B"}) EXPECT_EQ(read(text).verdict, ReadingVerdict::comment) << text;
    for (const char* text : {"A-level", "B2-A4", "plan B-2"})
        EXPECT_EQ(read(text, cities()).verdict, ReadingVerdict::comment) << text;
}

TEST(WholeBallots, AnOptionMayBeCalledByItsInitials) {
    ReadingContext ballot = cities();
    ballot.options.emplace_back("D", "Further discussion");
    EXPECT_EQ(only("A > FD", ballot).ranks, (Ranks{{"A", 1}, {"D", 2}}));
    EXPECT_EQ(only("FD", ballot).approvals, Labels{"D"});
    asked("NOTA", ballot);
    ballot.options.back().second = "None of the above";
    EXPECT_EQ(only("NOTA", ballot).approvals, Labels{"D"});
    asked("A > fd", ballot);
    ballot.options.back().second = "New offer";
    EXPECT_TRUE(read("NO", ballot).readings.empty() || read("NO", ballot).readings[0].type == ReadingType::vote);
    ballot.options[2].second = "Five dinners";
    ballot.options[3].second = "Further discussion";
    asked("A > FD", ballot);
    ballot.options = {{"D", "Delft"}, {"F", "Further discussion"}};
    asked("FD", ballot);
}

TEST(WholeBallots, TheLineThatStandsInTheWayIsQuoted) {
    for (const auto& [text, line] : {std::pair{"A > B\n\nC.", "\"C.\""},
                                     {"B > A\n\nSorry, I meant A > B.", "A > B"},
                                     {"A > B\nBest\nC", "\"C\""},
                                     {"A > B\nB > A", "\"B > A\""}}) {
        const std::string ask = asked(text, cities());
        EXPECT_NE(ask.find(line), std::string::npos) << text << '\n' << ask;
    }
    EXPECT_EQ(only("A > B\nCheers,\nB", cities()).ranks, (Ranks{{"A", 1}, {"B", 2}})) << "an initial";
}

TEST(WholeBallots, WhatWasClearIsNotSaidToBeMissing) {
    for (const char* text : {"I'd say B > A, but not C", "A > B C"}) {
        const std::string ask = asked(text, cities());
        EXPECT_EQ(ask.find("Understood was: A."), std::string::npos) << ask;
    }
}

TEST(WholeBallots, WhatIsTakenBackIsAskedAbout) {
    for (const char* text : {"A\nB\n\nSorry, not B.", "A, C\n\nSorry, C was wrong.", "+1 for A.\nAnd for B.",
                             "+1 for A except on Mondays", "+1 for A but not for B", "A (B if need be)"})
        EXPECT_FALSE(asked(text, cities(true)).empty()) << text;
}

TEST(WholeBallots, ABallotInsideASentenceIsAskedAbout) {
    for (const char* text : {"Here is a new ballot: A > C", "I'd rank them B > A > C", "My order is B > A > C",
                             "My picks are A and C", "I'd say Berlin > Athens", "Please change my vote to B"})
        EXPECT_FALSE(asked(text, cities()).empty()) << text;
}

TEST(WholeBallots, ABallotIsWithdrawnLikeAVote) {
    for (const char* text : {"I withdraw my ballot", "withdraw ballot", "withdraw my ranking", "withdraw my vote"}) {
        const Interpretation in = read(text, cities());
        ASSERT_EQ(in.readings.size(), 1u) << text;
        EXPECT_EQ(in.readings[0].command, "withdraw") << text;
        EXPECT_EQ(in.readings[0].arguments, std::vector<std::string>{"vote"}) << text;
    }
}

TEST(WholeBallots, AMissingPlaceIsAskedAboutWhereverItStands) {
    for (const char* text :
         {"1. Berln\n2. Athens\n3. Cadiz", "1. Berlin - near the sea\n2. Athens\n3. Cadiz", "1. B\n---\n2. A",
          "1. Berlin\nIt is near the sea.\n\n2. Cadiz\nCheap.\n\n3. Athens\nToo hot.", "2. A\nbecause\n1. B",
          "1. B\n2. A\n\nsome words\n\n3. C", "1. Berlin\nX. Cadiz", "B > A\n\n3. C", "B > A\n= C",
          "1. B\n2. A\nlast: Cadiz"})
        EXPECT_FALSE(asked(text, cities()).empty()) << text;
}

TEST(WholeBallots, AnotherOptionInAFewWordsIsAskedAbout) {
    for (const char* text : {"A\nC is fine, too.", "A, B\nC as well, please", "A, B\nI could live with Cadiz",
                             "A, B\nPS: C", "A\nSecond choice: C", "A\nOtherwise C", "x A\n  B\nx C",
                             "C: Cadiz\nB Berlin (near the sea, and not far from most of us)"})
        EXPECT_FALSE(asked(text, cities(true)).empty()) << text;
}

TEST(WholeBallots, WordsBehindALabelAndItsTextAreNoChoice) {
    for (const char* text : {"B: Berlin is too dear for us.", "I like none of these.\n\nA: Athens is too hot.",
                             "A: Athens - no. C: Cadiz - yes.", "B: Berlin - no"})
        for (const auto& r : read(text, cities(true)).readings) EXPECT_EQ(r.confidence, Confidence::unclear) << text;
    for (const auto& r : read("B) Berlin would be my last choice", cities()).readings)
        EXPECT_EQ(r.confidence, Confidence::unclear);
    EXPECT_EQ(only("A (Athens) > B (Berlin)", cities()).ranks, (Ranks{{"A", 1}, {"B", 2}}));
    EXPECT_EQ(only("A (Athens): 4\nB (Berlin): 2", cities()).scores, (Scores{{"A", "4"}, {"B", "2"}}));
}

TEST(WholeBallots, AnOptionWithARemarkIsAskedAboutAndNotLost) {
    for (const char* text : {"B - near the sea", "Hi all,\n\nC (near the sea)\n\nBest,\nBen",
                             "Berlin - it is cheap\nCadiz - too", "- A (nice food there)", "B Berlin"})
        EXPECT_FALSE(asked(text, cities(true)).empty()) << text;
    EXPECT_EQ(read("A (small) remark: I am not in the office this week.", cities(true)).verdict,
              ReadingVerdict::comment);
}

TEST(WholeBallots, AVoteBesideAnOrderIsAskedAbout) {
    EXPECT_FALSE(asked("B > A. +1 for C", cities()).empty());
    EXPECT_FALSE(asked("B, C. +1 for B", cities(true)).empty());
}

TEST(WholeBallots, AWrappedOrderIsAskedAbout) {
    for (const char* text : {"Berlin > Athens\n> Cadiz", "B > A\n> C > Z"})
        EXPECT_FALSE(asked(text, cities()).empty()) << text;
    ReadingContext order = cities();
    order.asks_for_order = true;
    EXPECT_FALSE(asked("B\n> A\n> C", order).empty());
    EXPECT_FALSE(asked("A: Athens\nx B: Berlin, which is nearer to most of us", cities(true)).empty());
    EXPECT_EQ(only("B > A\n\nOn 1 May, Ana wrote:\n> A: Athens\n> C: Cadiz\n> Which one?", cities()).ranks,
              (Ranks{{"B", 1}, {"A", 2}}));
}

TEST(WholeBallots, TheExampleInAQuotedInvitationIsNoRestOfABallot) {
    const std::string quoted =
        "> Reply with one line that puts the options in your order, the best first:\n>\n>    B > A > C\n>\n"
        ">    [   ] A: Athens\n>    [   ] B: Berlin\n>    [   ] C: Cadiz\n>    [   ] D: Delft\n";
    ReadingContext context = cities();
    context.asks_for_order = true;
    context.options.emplace_back("D", "Delft");
    EXPECT_EQ(only("D > C\n\nOn 1 May, Ana wrote:\n" + quoted, context).ranks, (Ranks{{"D", 1}, {"C", 2}}));
    EXPECT_EQ(only("D > C\n\n" + quoted, context).ranks, (Ranks{{"D", 1}, {"C", 2}}));
    EXPECT_EQ(only(quoted + "\nD > C\n", context).ranks, (Ranks{{"D", 1}, {"C", 2}}));
    EXPECT_EQ(only("Delft\n\nOn 1 May, Ana wrote:\n" + quoted, context).approvals, Labels{"D"});
}

TEST(WholeBallots, AWrappedOrderOfLabelsAndTextsIsAskedAbout) {
    ReadingContext order = cities();
    order.asks_for_order = true;
    for (const char* text :
         {"B: Berlin\n> A: Athens", "B: Berlin\n> A: Athens\n> C: Cadiz", "B: Berlin > A: Athens\n> C: Cadiz",
          "B: Berlin\n> A: Athens > C: Cadiz", "Hello all,\n\nB: Berlin\n> A: Athens\n\nBen"})
        EXPECT_NE(asked(text, order).find("may be the rest of the line above it"), std::string::npos) << text;
    for (const char* text :
         {"B: Berlin\n> A: Athens\n> B: Berlin\n> C: Cadiz", "B: Berlin\n\n> A: Athens\n> C: Cadiz",
          "B: Berlin\n\nOn 1 May, Ana wrote:\n> A: Athens\n> C: Cadiz", "B: Berlin\n> A: because it is near"})
        EXPECT_EQ(only(text, order).approvals, Labels{"B"}) << text;
}

TEST(WholeBallots, WhatTurnsOneMayStandAboveOrBelow) {
    for (const char* text : {"But only if it is cheap\n\nB > A", "B > A\n\nI take it back",
                             "B > A\n\ndon't count this", "B > A\n\nSorry, other way round",
                             "B > A\n\nMake it C instead", "B > A\n\nUnless Berlin is too expensive, then C."})
        EXPECT_FALSE(asked(text, cities()).empty()) << text;
}

TEST(WholeBallots, AnOptionMayBeNothingButMarks) {
    ReadingContext context;
    context.options = {{"A", "***"}, {"B", ""}, {"C", "Cadiz"}};
    EXPECT_EQ(only("A > C", context).ranks, (Ranks{{"A", 1}, {"C", 2}}));
    EXPECT_EQ(read("I like it here, so let us talk.", context).verdict, ReadingVerdict::comment);
}

}  // namespace
}  // namespace assentd
