// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "parsers/reading.h"

namespace assentd {
namespace {

using Ranks = std::map<std::string, int>;
using Scores = std::map<std::string, std::string>;

ReadingContext with_options() {
    ReadingContext context;
    context.options = {{"A", "Paper"}, {"B", "Stone walls"}, {"C", "None of these"}};
    return context;
}

Interpretation read(std::string text, const ReadingContext& context = {}) {
    Message message;
    message.text = std::move(text);
    return interpret(message, context);
}

Reading only(const std::string& text, const ReadingContext& context = {}) {
    const Interpretation in = read(text, context);
    EXPECT_EQ(in.readings.size(), 1u) << text;
    return in.readings.empty() ? Reading{} : in.readings[0];
}

TEST(Ballots, RankingsAreReadInOrder) {
    for (const auto& context : {ReadingContext{}, with_options()}) {
        EXPECT_EQ(only("A > C > B", context).ranks, (Ranks{{"A", 1}, {"C", 2}, {"B", 3}}));
        EXPECT_EQ(only("A>B=C", context).ranks, (Ranks{{"A", 1}, {"B", 2}, {"C", 2}}));
        EXPECT_EQ(only("1. B 2. A", context).ranks, (Ranks{{"B", 1}, {"A", 2}}));
        EXPECT_EQ(only("1) B\n2) A\n3) C", context).ranks, (Ranks{{"B", 1}, {"A", 2}, {"C", 3}}));
        EXPECT_EQ(only("Vote: B > A", context).ranks, (Ranks{{"B", 1}, {"A", 2}}));
    }
    EXPECT_EQ(only("stone walls > paper", with_options()).ranks, (Ranks{{"B", 1}, {"A", 2}}));
}

TEST(Ballots, NumberedBoxesAreARanking) {
    EXPECT_EQ(only("[ 2 ] Choice 1: Paper\n[ 1 ] Choice 2: Stone\n[   ] Choice 3: None").ranks,
              (Ranks{{"Choice 1", 2}, {"Choice 2", 1}}));
    EXPECT_EQ(only("[2] A: Paper\n[1] B", with_options()).ranks, (Ranks{{"A", 2}, {"B", 1}}));
}

TEST(Ballots, FootnotesAndListsAreNoRanking) {
    EXPECT_TRUE(read("[1] https://example.org/a\n[2] https://example.org/b").readings.empty());
    EXPECT_TRUE(read("1. Write the text\n2. Send it").readings.empty());
    EXPECT_TRUE(read("a > b in most cases").readings.empty());
}

TEST(Ballots, AnOptionRankedTwiceIsUnclear) {
    EXPECT_EQ(only("A > B > A").confidence, Confidence::unclear);
}

TEST(Ballots, ScoresAreReadAsWritten) {
    EXPECT_EQ(only("B: 4").scores, (Scores{{"B", "4"}}));
    EXPECT_EQ(only("A: 5\nB: 0\nC: 2.5").scores, (Scores{{"A", "5"}, {"B", "0"}, {"C", "2.5"}}));
    EXPECT_EQ(only("A: 5, B: 3").scores, (Scores{{"A", "5"}, {"B", "3"}}));
    EXPECT_EQ(only("Paper = 4/5", with_options()).scores, (Scores{{"A", "4/5"}}))
        << "the scale is the policy's to judge";
    EXPECT_TRUE(read("Room: 4").readings.empty());
}

TEST(Ballots, ALineWithoutItsNumberSpoilsTheScores) {
    EXPECT_EQ(only("A: 5\nB: ?", with_options()).confidence, Confidence::unclear);
    EXPECT_EQ(only("A: 5\nB: 3\nThanks: all", with_options()).scores, (Scores{{"A", "5"}, {"B", "3"}}));
}

TEST(Ballots, ApprovalsMayBeAList) {
    EXPECT_EQ(only("- A\n- C", with_options()).approvals, (std::vector<std::string>{"A", "C"}));
}

TEST(Ballots, ANoughtInABoxIsAScore) {
    EXPECT_EQ(only("[ 5 ] A: Paper\n[ 0 ] B: Stone\n[   ] C", with_options()).scores,
              (Scores{{"A", "5"}, {"B", "0"}}));
    EXPECT_EQ(only("[0] Choice 1: Paper\n[2] Choice 2: Stone").scores,
              (Scores{{"Choice 1", "0"}, {"Choice 2", "2"}}));
    EXPECT_EQ(only("> [ 4 ] A: Paper\n> [ 0 ] B: Stone", with_options()).scores, (Scores{{"A", "4"}, {"B", "0"}}));
    EXPECT_TRUE(read("[0] https://example.org/a").readings.empty());
}

TEST(Ballots, ApprovalsNeedKnownOptions) {
    EXPECT_EQ(only("approve: A, C", with_options()).approvals, (std::vector<std::string>{"A", "C"}));
    EXPECT_EQ(only("A and B", with_options()).approvals, (std::vector<std::string>{"A", "B"}));
    EXPECT_TRUE(read("A and B").readings.empty());
}

TEST(Forms, ATickedBoxIsAVote) {
    const Reading r = only("[ ] disagree\n[x] agree");
    EXPECT_EQ(r.type, ReadingType::vote);
    EXPECT_EQ(r.position, Position::agree);
    EXPECT_EQ(r.confidence, Confidence::exact);
    EXPECT_EQ(only("[X] -1 do not do it").position, Position::disagree);
    EXPECT_EQ(only("( ) yes\n(x) no").position, Position::disagree);
    EXPECT_EQ(only("\u2611 agree\n\u2610 disagree").position, Position::agree);
}

TEST(Forms, CountInsideTheQuotedText) {
    EXPECT_EQ(only("> Please tick:\n> [x] agree\n> [ ] disagree\n").position, Position::agree);
    EXPECT_EQ(only("Done, see below.\n\n> [ ] +1\n> [ x ] -1\n").position, Position::disagree);
    EXPECT_EQ(only("> [ 2 ] Choice 1: Paper\n> [ 1 ] Choice 2: Stone\n").ranks,
              (Ranks{{"Choice 1", 2}, {"Choice 2", 1}}));
}

TEST(Forms, AQuotationInsideAQuotationIsSomebodyElsesForm) {
    EXPECT_TRUE(read("Thanks.\n\n> On 2026-03-03 10:00, Ben wrote:\n>> [x] agree\n").readings.empty());
}

TEST(Forms, TwoTickedBoxesThatDifferAreUnclear) {
    EXPECT_EQ(read("[x] agree\n[x] disagree").verdict, ReadingVerdict::unclear);
}

TEST(Forms, BoxesNameOptions) {
    const Interpretation in = read("[x] A\n[ ] B\n[x] C: None of these", with_options());
    ASSERT_EQ(in.readings.size(), 1u);
    EXPECT_EQ(in.readings[0].type, ReadingType::approvals);
    EXPECT_EQ(in.readings[0].approvals, (std::vector<std::string>{"A", "C"}));
}

TEST(Forms, WithoutOptionsTheLabelStandsAsWritten) {
    const Reading r = only("[x] Paper walls");
    EXPECT_EQ(r.type, ReadingType::form);
    EXPECT_EQ(r.approvals, (std::vector<std::string>{"Paper walls"}));
}

ReadingContext cities() {
    ReadingContext context;
    context.options = {{"A", "Athens"}, {"B", "Berlin"}, {"C", "Cadiz"}};
    return context;
}

std::string asked(const std::string& text) {
    const Interpretation in = read(text, cities());
    EXPECT_EQ(in.verdict, ReadingVerdict::unclear) << text;
    return in.ask;
}

TEST(Forms, HalvesInsideAndBelowTheQuotationAreOneForm) {
    EXPECT_EQ(only("> [ 1 ] A: Athens\n[ 2 ] B: Berlin\n> [   ] C: Cadiz\n", cities()).ranks,
              (Ranks{{"A", 1}, {"B", 2}}));
    EXPECT_EQ(only("[ 2 ] A\n[ 1 ] B\n\n> [ 1 ] A: Athens\n> [ 2 ] B: Berlin\n", cities()).ranks,
              (Ranks{{"A", 2}, {"B", 1}}));  // the quoted one is the answer of before
    EXPECT_NE(asked("[ 2 ] B\n> [ 1 ] B: Berlin\n> [ 2 ] C: Cadiz\n").find("quotation"), std::string::npos);
    EXPECT_NE(asked("[x] A\n> [x] B: Berlin\n").find("[x] B: Berlin"), std::string::npos);
}

TEST(Forms, ThatSayOtherwiseThanTheMailAreAskedAbout) {
    for (const char* text : {"Approved\n\n> [ ] agree\n> [x] disagree\n", "+1\n\n> [x] -1\n",
                             "I am against it.\n\n> [x] agree\n> [ ] disagree\n"}) {
        const Interpretation in = read(text);
        EXPECT_EQ(in.verdict, ReadingVerdict::unclear) << text;
        EXPECT_NE(in.ask.find("[x]"), std::string::npos) << in.ask;
    }
    for (const char* text :
         {"Approved\n\n> [x] agree\n> [ ] disagree\n", "+1 from me\n\n> [x] +1\n",
          "+1\n\n> [ ] agree\n> [ ] disagree\n", "+1\n\n> On 2026-03-03 10:00, Ben wrote:\n>> [x] -1\n",
          "+1\n\n> - [x] no more paper cups\n> - [ ] call the caterer\n", "+1\n\n> [x] paper cups\n",
          "I change my vote to +1\n\n> [x] disagree\n", "D-17: +1\n\n> [x] disagree\n",
          "+1\n\n-----Original Message-----\nFrom: Decisions\nSent: Monday\nSubject: [D-1] Cups\n\nRecorded: "
          "disagree.\n"
          "It was read from your line:\n\n> [x] disagree\n"}) {
        const Interpretation in = read(text);
        ASSERT_EQ(in.readings.size(), 1u) << text << in.ask;
        EXPECT_EQ(in.readings[0].position, Position::agree) << text;
        EXPECT_EQ(in.verdict, ReadingVerdict::vote) << text;
    }
}

TEST(Forms, ThatSayOtherwiseThanABallotInWordsAreAskedAbout) {
    for (const char* text : {"B > A\n\n> [ 1 ] A: Athens\n> [ 2 ] B: Berlin\n", "B > A\n\n> [x] A: Athens\n"}) {
        const std::string ask = asked(text);
        EXPECT_NE(ask.find("filled in otherwise"), std::string::npos) << ask;
        EXPECT_NE(ask.find("Understood was: B > A."), std::string::npos) << ask;
    }
    EXPECT_EQ(only("B > A\n\n> [ 2 ] A: Athens\n> [ 1 ] B: Berlin\n", cities()).ranks, (Ranks{{"A", 2}, {"B", 1}}));
    // An abstention and a ballot: the daemon asks which.
    EXPECT_EQ(read("0\n\n> [ 1 ] A: Athens\n> [ 2 ] B: Berlin\n", cities()).readings.size(), 2u);
}

TEST(Forms, ABallotOfSeveralLinesHoldsThemAll) {
    EXPECT_EQ(only("1. B\n2. A", cities()).lines, "1. B\n2. A");
    EXPECT_EQ(only("[x] A\n[ ] B\n[x] C", cities()).lines, "[x] A\n[x] C");
    EXPECT_EQ(only("> [ 2 ] A: Athens\n> [ 1 ] B: Berlin\n> [   ] C: Cadiz\n", cities()).lines,
              "[ 2 ] A: Athens\n[ 1 ] B: Berlin\n[   ] C: Cadiz");
    EXPECT_EQ(only("> [ 1 ] A: Athens\n[ 2 ] B: Berlin\n> [   ] C: Cadiz\n", cities()).lines,
              "[ 2 ] B: Berlin\n[ 1 ] A: Athens\n[   ] C: Cadiz");
    EXPECT_EQ(only("B > A", cities()).lines, "");
}

TEST(Forms, OneBoxThatCannotBeReadSpoilsTheBallot) {
    EXPECT_NE(asked("[ 99999999999999999999 ] A\n[ 1 ] B").find("99999999999999999999"), std::string::npos);
    EXPECT_NE(asked("[ 5 ] A\n[ 99999999999999999999 ] B").find("99999999999999999999"), std::string::npos);
    EXPECT_NE(asked("[x] A\n[?] B").find("\"?\" is no tick"), std::string::npos);
    EXPECT_NE(asked("1) A\n2) Z").find("\"Z\" is none"), std::string::npos);
    EXPECT_NE(asked("1. A\n3. B\n2. Z").find("\"Z\" is none"), std::string::npos);
}

TEST(Forms, ALetterWithTheWordsOfAnotherOptionIsAskedAbout) {
    EXPECT_NE(asked("[1] A\n[2] C: Berlin").find("C: Berlin"), std::string::npos);
    EXPECT_NE(asked("[2] B: Something else").find("Something else"), std::string::npos);
    EXPECT_NE(asked("[x] C: Berlin").find("C: Berlin"), std::string::npos);
    EXPECT_EQ(only("[1] A: Athens, my home\n[2] B: Ber", cities()).ranks, (Ranks{{"A", 1}, {"B", 2}}));
}

TEST(Forms, TheTextMayStandBehindTheLetterWithoutAColon) {
    EXPECT_EQ(only("[ 1 ] A  Athens\n[ 2 ] B Berlin", cities()).ranks, (Ranks{{"A", 1}, {"B", 2}}));
}

TEST(Ballots, AllMayBeEqual) {
    EXPECT_EQ(only("A = B", cities()).ranks, (Ranks{{"A", 1}, {"B", 1}}));
    EXPECT_EQ(only("A = B = C", cities()).ranks, (Ranks{{"A", 1}, {"B", 1}, {"C", 1}}));
    EXPECT_EQ(only("A = 4", cities()).scores, (Scores{{"A", "4"}}));
}

TEST(Ballots, WordsThatNameOptionsAndLeaveItOpenAreAskedAbout) {
    EXPECT_NE(asked("A > A").find("twice"), std::string::npos);
    EXPECT_NE(asked("A first, then B").find("names A, B"), std::string::npos);
    EXPECT_NE(asked("A>B=C, but A only if cheap").find("names A, B, C"), std::string::npos);
    for (const char* text : {"A>B>C>", "C < B", "none of them", "none", "all", "A and Z", "A, B?", "A but not B",
                             "A 3 B 2", "A, please"})
        EXPECT_FALSE(asked(text).empty()) << text;
    for (const char* text : {"I like Athens in spring", "A is too expensive, and Berlin is far.", "All good, thanks.",
                             "Thank you for the list of cities"})
        EXPECT_EQ(read(text, cities()).verdict, ReadingVerdict::comment) << text;
}

TEST(Ballots, WhereNamingChoosesAnOptionIsChosenInWords) {
    ReadingContext approval = with_options();
    approval.naming_chooses = true;
    for (const char* text : {"A, please",
                             "A please",
                             "I'd go for A",
                             "I\u2019d go for A.",
                             "Definitely A!",
                             "A it is",
                             "A, because it is cheap",
                             "Paper, please",
                             "I prefer A",
                             "Ich bin f\u00FCr A",
                             "A, bitte",
                             "Je vote pour A",
                             "A, s'il vous pla\u00EEt",
                             "Prefiero A",
                             "Scelgo A",
                             "Jag r\u00F6star p\u00E5 A",
                             "Wybieram A",
                             "Голосую за A",
                             "A \u304C\u3044\u3044\u3067\u3059",
                             "My vote goes to A. It is cheap.",
                             "Hi all,\n\nI'd go with paper - it is cheap.\n\nAna"}) {
        const Interpretation in = read(text, approval);
        EXPECT_EQ(in.verdict, ReadingVerdict::vote) << text;
        ASSERT_EQ(in.readings.size(), 1u) << text;
        EXPECT_EQ(in.readings[0].approvals, std::vector<std::string>{"A"}) << text;
        for (const Reading& r : read(text, with_options()).readings) EXPECT_TRUE(r.approvals.empty()) << text;
    }
    EXPECT_EQ(only("A, because it is cheap", approval).reason, "because it is cheap");
    EXPECT_EQ(only("A and B, please", approval).approvals, (std::vector<std::string>{"A", "B"}));
    for (const char* text : {"I'd go for A or B", "I'd go for A if it is cheap", "A?", "I prefer A to B", "not A",
                             "A, please\nB it is", "a, please"})
        EXPECT_EQ(read(text, approval).verdict, ReadingVerdict::unclear) << text;
    EXPECT_NE(read("A: too dear.\nB: too heavy.", approval).verdict, ReadingVerdict::vote);
    for (const char* text : {"A lot of work went into this.", "I like paper in spring", "I'd go for a walk"})
        EXPECT_EQ(read(text, approval).verdict, ReadingVerdict::comment) << text;
}

TEST(Ballots, TheQuestionShowsHowABallotIsWrittenHere) {
    ReadingContext approval = with_options();
    approval.naming_chooses = true;
    EXPECT_NE(read("A or B", approval).ask.find("and nothing else"), std::string::npos);
    EXPECT_NE(read("A or B", with_options()).ask.find("B > A > C, the best first; or with points"),
              std::string::npos);
    EXPECT_EQ(only("I vote A", approval).approvals, std::vector<std::string>{"A"});
    EXPECT_EQ(only("Both A and B", approval).approvals, (std::vector<std::string>{"A", "B"}));
}

TEST(Ballots, AChoiceInWordsIsAskedAboutWhereOptionsAreRanked) {
    for (const char* text : {"I'd go for A", "A, because it is cheap", "My choice is B."})
        EXPECT_EQ(read(text, with_options()).verdict, ReadingVerdict::unclear) << text;
}

TEST(Forms, ATaskListIsNoBallot) {
    EXPECT_TRUE(read("- [x] write the text\n- [ ] send it").readings.empty());
}

Message with_text(const char* text) {
    Message message;
    message.text = text;
    return message;
}

TEST(Ballots, MayBePolite) {
    ReadingContext context;
    context.options = {{"A", "Athens"}, {"B", "Berlin"}, {"C", "Cork"}};
    context.asks_for_order = true;
    const std::map<std::string, int> wanted{{"A", 2}, {"B", 1}, {"C", 3}};
    for (const char* text :
         {"B > A > C. Thanks!", "B > A > C, thanks", "B > A > C - thanks Ben", "B > A > C \U0001F44D",
          "B > A > C. Thank you, Ben.", "B > A > C :-)", "B > A > C. Best, Ana", "Hi Ben, B > A > C",
          "Thanks! B > A > C", "1. B 2. A 3. C. Danke!", "Berlin > Athens > Cork, please",
          "B, then A, then C. Merci beaucoup", "My ranking: B > A > C. No further comments."}) {
        const Interpretation in = interpret(with_text(text), context);
        ASSERT_EQ(in.readings.size(), 1u) << text;
        EXPECT_EQ(in.readings[0].ranks, wanted) << text;
        EXPECT_EQ(in.readings[0].confidence, Confidence::near) << text;
        EXPECT_EQ(in.ask, "") << text;
    }
    for (const char* text : {"B > A > C. Please ignore", "B > A > C. For me it depends", "B > A > C. Thanks but no",
                             "B > A > C. Thanks, or maybe A first", "B > A > C if possible, thanks"})
        EXPECT_EQ(interpret(with_text(text), context).verdict, ReadingVerdict::unclear) << text;
}

TEST(Rows, OfAFormOnOneLineTheTickedBoxIsTheAnswer) {
    const auto said = [](const char* text) {
        Message message;
        message.from = {{"Ana Example", "ana@example.org"}};
        message.text = text;
        const Interpretation in = interpret(message);
        if (in.verdict != ReadingVerdict::vote) return std::string(name(in.verdict));
        return in.readings.size() == 1 ? std::string(name(*in.readings[0].position)) : std::string("several");
    };
    for (const char* text : {"[ ] yes [x] no", "[ ] +1   [ ] 0   [x] -1", "[ ] agree / [x] disagree",
                             "( ) yes (x) no", "\u2610 Ja \u2612 Nein \u2610 Enthaltung", "> [ ] yes [x] no",
                             "yes [ ] no [x]", "My vote: [ ] yes [x] no", "- [ ] agree, [x] disagree, [ ] abstain"})
        EXPECT_EQ(said(text), "disagree") << text;
    for (const char* text : {"[x] yes [ ] no", "\u2611 Ja \u2610 Nein", "[x] agree (see my mail)"})
        EXPECT_EQ(said(text), "agree") << text;
    for (const char* text :
         {"[x] yes [x] no", "[x] +1 [ ] 0 [x] -1", "Yes [x] No", "Yes [x] No [x]", "[ ] yes [ ] no"})
        EXPECT_EQ(said(text), "unclear") << text;
    for (const char* text : {"I read (x) and (y) twice.", "f(x) = g(x) yes"})
        EXPECT_EQ(said(text), "comment") << text;
}

}  // namespace
}  // namespace assentd
