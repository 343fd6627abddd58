// SPDX-License-Identifier: Apache-2.0
// Ballots: never half counted, asked about as a whole, repeated as understood.
#include "tests/unit/decision/choices.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const Method ranked_methods[] = {Method::schulze, Method::debian_a6, Method::irv, Method::stv};

Policy approving(std::int64_t most) {
    Policy p = choice(Method::approval);
    p.choice.max_approvals = most;
    return p;
}

TEST(Ballot, ThatCannotBeCountedIsAskedAboutAndTheEarlierOneStands) {
    struct Row {
        Policy policy;
        std::string good;
        std::string wrong;
        std::string because;
    };
    const Row rows[] = {
        {choice(Method::schulze), "A>B", "A>B>A", "A stands in it twice"},
        {choice(Method::schulze), "A>B", "A=A", "A stands in it twice"},
        {choice(Method::schulze), "A>B", "A,B", "Here the options are ranked"},
        {choice(Method::schulze), "A>B", "A5 B2", "Here the options are ranked"},
        {choice(Method::schulze), "A>B", "", "It ranks no option"},
        {choice(Method::schulze), "A>B", "A>Z", "an option that is not there"},
        {choice(Method::irv), "A>B", "A=B>C", "Two options share a place"},
        {choice(Method::stv), "A>B", "A>B=C", "Two options share a place"},
        {approving(2), "A", "A,B,C", "It approves of 3 options, and at most 2"},
        {approving(0), "A", "A,Y", "an option that is not there"},
        {approving(0), "A", "A>B", "Here you name the options"},
        {approving(0), "A", "A5", "Here you name the options"},
        {choice(Method::score), "A5", "A6", "The score 6 of A is not from 0 to 5"},
        {choice(Method::score), "A5", "B-1", "The score -1 of B is not from 0 to 5"},
        {choice(Method::score), "A5", "A5 A3", "A has two scores"},
        {choice(Method::score), "A5", "X3", "an option that is not there"},
        {choice(Method::score), "A5", "A>B", "every option gets a score"},
        {choice(Method::score), "A5", "", "It scores no option"},
    };
    for (const auto& row : rows) {
        auto room = with_ballots(choosing(row.policy), {row.good});
        room.says("A1", 2, {ballot(row.wrong)});
        EXPECT_EQ(room.reply().kind, NoticeKind::question) << row.wrong;
        ASSERT_EQ(room.reply().questions.size(), 1U) << row.wrong;
        EXPECT_THAT(room.reply().questions[0].ask, HasSubstr(row.because));
        EXPECT_THAT(room.reply().questions[0].ask, HasSubstr("Understood was: "));
        EXPECT_THAT(room.reply().questions[0].ask,
                    HasSubstr("your earlier ballot stands: " + ballot_text(read_ballot(row.good))));
        EXPECT_TRUE(room.seat("A1").pending);
        EXPECT_EQ(room.seat("A1").stance->ballot, read_ballot(row.good)) << row.wrong;
        EXPECT_EQ(room.binding().ballot, 1);
        room.says("A1", 3, {ballot(row.good)});
        EXPECT_FALSE(room.seat("A1").pending) << "a clear one answers the question";
    }
}

TEST(Ballot, WithoutAnEarlierOneLeavesNothingStandingAndNotReadyToClose) {
    Policy p = choice(Method::irv);
    p.early_close = true;
    auto room = with_ballots(choosing(p, 3, 2), {"A>B", "A=B"});
    EXPECT_FALSE(room.seat("A2").stance);
    EXPECT_THAT(room.reply().questions[0].ask, Not(HasSubstr("earlier")));
    EXPECT_FALSE(early_close_at(room.d));
    EXPECT_EQ(room.binding().asked, 1);
}

TEST(Ballot, OverOptionsThatAreNotThereIsAQuestionAndNotAFault) {
    for (const OptionIndex far : {OptionIndex{-1}, OptionIndex{3}, OptionIndex{1'000'000}}) {
        auto room = with_ballots(choosing(choice(Method::schulze)), {});
        room.says("A1", 1, {first_choice(far)});
        EXPECT_EQ(room.reply().kind, NoticeKind::question);
        EXPECT_FALSE(room.seat("A1").stance);
    }
}

TEST(Ballot, IsRepeatedAsUnderstoodWithWhatItLeavesOut) {
    auto room = with_ballots(choosing(choice(Method::schulze)), {"B>A=C"});
    EXPECT_EQ(room.said(), "Recorded your ballot: B > A = C, that is: Berlin > Athens = Cork.");
    const std::pair<Method, const char*> partial[] = {{Method::schulze, "count as last, all alike"},
                                                      {Method::debian_a6, "count as last, all alike"},
                                                      {Method::irv, "get nothing from it"},
                                                      {Method::stv, "get nothing from it"}};
    for (const auto& [method, words] : partial) {
        const auto short_one = with_ballots(choosing(choice(method)), {"B>A"});
        EXPECT_THAT(short_one.said(), HasSubstr(words)) << name(method);
    }
    Policy no_opinion = choice(Method::schulze);
    no_opinion.choice.unranked = Unranked::no_opinion;
    EXPECT_THAT(with_ballots(choosing(no_opinion), {"B>A"}).said(), HasSubstr("it says nothing"));
    EXPECT_THAT(with_ballots(choosing(choice(Method::score)), {"A5 C0"}).said(), HasSubstr("Athens 5, Cork 0"));
    EXPECT_THAT(with_ballots(choosing(approving(0)), {"A,C"}).said(), HasSubstr("Athens, Cork"));
    EXPECT_THAT(with_ballots(choosing(approving(0)), {""}).said(), HasSubstr("none of the options"));
}

TEST(Ballot, OfSeveralLinesIsQuotedWhole) {
    auto room = choosing(choice(Method::schulze));
    CastBallot cast = ballot("B>A");
    cast.line = "1. Berlin";
    cast.lines = "1. Berlin\n2. Athens";
    room.open().says("A1", 1, {cast});
    EXPECT_EQ(room.reply().recorded[0].line, "1. Berlin\n2. Athens");
    EXPECT_EQ(room.seat("A1").stance->line, "1. Berlin");
}

TEST(Ballot, ReplacesTheEarlierOneAndSaysSo) {
    auto room = with_ballots(choosing(choice(Method::schulze)), {"B>A"});
    room.says("A1", 2, {ballot("A>B")});
    EXPECT_EQ(room.reply().recorded[0].replaces, "B > A");
    room.says("A1", 3, {ballot("A>B")});
    EXPECT_THAT(room.said(), HasSubstr("It was so already."));
    room.now(hour(4), room.mail("A1", hour(1), {ballot("C>B")}));
    EXPECT_EQ(room.seat("A1").stance->ballot, read_ballot("A>B")) << "an older mail that is read later";
    EXPECT_THAT(room.said(), HasSubstr("kept in the history only"));
}

TEST(Ballot, PartialOnesCount) {
    for (const Method method : ranked_methods) {
        Policy p = choice(method);
        if (method == Method::debian_a6) p.choice.default_option = "Cork";
        const auto room = with_ballots(choosing(p), {"B>A", "B>A", "A>B"});
        EXPECT_EQ(choose(room.d).winners, std::vector<OptionIndex>{1}) << name(method);
    }
}

TEST(Ballot, AWordForOrAgainstIsAskedForABallotAndStandingAsideIsNot) {
    for (const Method method : ranked_methods) {
        Policy p = choice(method);
        p.quorum = {2, 0, false};
        auto room = with_ballots(choosing(p), {"B>A"});
        room.says("A2", 1, {yes()});
        EXPECT_EQ(room.reply().kind, NoticeKind::question);
        EXPECT_THAT(room.reply().questions[0].ask, HasSubstr("a choice among options"));
        EXPECT_EQ(outcome_now(room.d), Outcome::no_quorum);
        room.says("A2", 2, {vote(Position::recuse)});
        EXPECT_EQ(outcome_now(room.d), Outcome::no_quorum) << "who stands back does not answer";
        EXPECT_EQ(room.binding().eligible(), 4);
        room.says("A2", 3, {vote(Position::abstain)});
        EXPECT_EQ(outcome_now(room.d), Outcome::carried) << "an abstention counts toward the quorum only";
    }
}

TEST(Ballot, WhereOneTextIsAskedAboutIsAQuestionAndWhereNothingIsAComment) {
    Room motion(consent());
    motion.open().says("Ana", 1, {ballot("A>B")});
    EXPECT_THAT(motion.reply().questions[0].ask, HasSubstr("not for a ballot over options"));
    Policy input = consent();
    input.method = Method::input;
    Room room(input);
    room.open().says("Ana", 1, {ballot("A>B")});
    EXPECT_FALSE(room.seat("Ana").pending);
    ASSERT_EQ(room.d.comments.size(), 1U);
    EXPECT_EQ(room.d.comments[0].text, "A>B");
}

TEST(Ballot, OfAnAdvisoryVoiceIsShownAndDecidesNothing) {
    auto room = choosing(choice(Method::schulze));
    room.opening.roster[1].binding = false;
    room = with_ballots(room, {"A>B", "B>A"});
    EXPECT_THAT(room.said(), HasSubstr("advisory"));
    EXPECT_EQ(choose(room.d).winners, std::vector<OptionIndex>{0});
}

TEST(Options, AreFoundByLabelFirstThenByText) {
    Decision d;
    d.options = {"B", "A", "Cork"};
    EXPECT_EQ(find_option(d, "b"), OptionIndex{1}) << "the label, though the first has that text";
    EXPECT_EQ(find_option(d, "cork"), OptionIndex{2});
    EXPECT_FALSE(find_option(d, "D"));
    EXPECT_EQ(find_options(d, "A, Cork and B"), (std::vector<OptionIndex>{0, 2, 1}));
    EXPECT_TRUE(find_options(d, "A, D").empty()) << "all of them or none";
    EXPECT_TRUE(find_options(d, "").empty());
    d.options = {"Salt, pepper and oil", "Nothing"};
    EXPECT_EQ(find_options(d, "salt, pepper and oil"), std::vector<OptionIndex>{0});
}

TEST(ChoiceBallot, ThatIsFaultyLeavesAStaleOneStale) {
    auto room = with_ballots(choosing(choice(Method::schulze)), {"A>B"});
    room.says("A1", 2, {ballot("A>Z")});
    EXPECT_THAT(room.reply().questions[0].ask, testing::HasSubstr("Until then your earlier ballot stands: A > B."));
    room.says("Pat", 3, {AmendAct{"Another text.", hour(100), {}, "amend"}}).says("A1", 4, {ballot("A>Z")});
    EXPECT_THAT(
        room.reply().questions[0].ask,
        testing::HasSubstr("Your earlier ballot, A > B, is for the text before and counts again once you reply "
                           "with the one word `confirm`."));
}

}  // namespace
}  // namespace assentd::test
