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
    EXPECT_EQ(only("Paper = 4/5", with_options()).scores, (Scores{{"A", "4"}}));
    EXPECT_TRUE(read("Room: 4").readings.empty());
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

TEST(Forms, ATaskListIsNoBallot) {
    EXPECT_TRUE(read("- [x] write the text\n- [ ] send it").readings.empty());
}

}  // namespace
}  // namespace assentd
