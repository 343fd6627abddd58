// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;
using testing::Not;

RaiseConcern concern(const std::string& name, const std::string& text = "the fee is not covered") {
    return {name, text, "concern: " + name};
}
SettleConcern resolve(const std::string& name = {}) {
    return {name, "resolve " + name};
}
OverruleConcern overrule(const std::string& name, const std::string& reason = "the board decided on the budget") {
    return {name, reason, "overrule " + name};
}

TEST(Concern, HoldsTheDecisionUpUntilItsRaiserSettlesIt) {
    Room room(consent());
    room.open().says("Ana", 1, {concern("cost")});
    EXPECT_EQ(outcome_now(room.d), Outcome::blocked);
    EXPECT_THAT(room.said(), HasSubstr("until you write: resolve cost"));
    room.says("Bo", 2, {resolve("cost")});
    EXPECT_EQ(outcome_now(room.d), Outcome::blocked);
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Only Ana, who raised “cost”"));
    room.says("Pat", 3, {resolve("COST")});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal) << "not even the proposer settles it";
    room.says("Ana", 4, {resolve("Cost")});
    EXPECT_EQ(outcome_now(room.d), Outcome::carried);
    EXPECT_EQ(room.d.concerns[0].state, ConcernState::settled);
}

TEST(Concern, OfSomebodyWhoDidNotVoteIsNoSilence) {
    Policy policy = majority();
    policy.silence = Silence::agree;
    Room room(policy);
    room.open().says("Bo", 1, {yes()}).says("Ana", 2, {concern("cost")}).says("Bo", 3, {concern("noise")});
    ASSERT_NE(concern_without_vote(room.d, 0), nullptr);
    EXPECT_EQ(concern_without_vote(room.d, 0)->name, "cost");
    EXPECT_EQ(concern_without_vote(room.d, 1), nullptr) << "voted, too";
    EXPECT_EQ(concern_without_vote(room.d, 2), nullptr) << "said nothing";
    EXPECT_EQ(room.binding().concerned, 1);
    EXPECT_EQ(with_silence(policy, room.binding()).agree, 2) << "whose vote, and whose silence";
    EXPECT_THAT(arithmetic(room.d), HasSubstr("1 agrees, 1 raised a concern and did not vote and 1 did not answer. "
                                              "Silence counts as consent: 1."));
    EXPECT_TRUE(owes_answer(room.d, 0)) << "votes decide here, and a concern is none";
    room.says("Ana", 4, {resolve("cost")});
    EXPECT_EQ(room.binding().concerned, 0) << "settled by whoever raised it";
    EXPECT_EQ(concern_without_vote(room.d, 0)->state, ConcernState::settled);
    room.says("Ana", 5, {no()});
    EXPECT_EQ(concern_without_vote(room.d, 0), nullptr);
}

TEST(Concern, OfSomebodyWhoseAnswerWasToAnEarlierTextIsNoSilence) {
    Room room(consent());
    room.open().says("Ana", 1, {yes()}).says("Pat", 2, {AmendAct{"We buy two.", hour(100), {}, "amend"}});
    EXPECT_TRUE(owes_answer(room.d, 0));
    room.says("Ana", 3, {concern("noise")});
    EXPECT_EQ(room.binding().concerned, 1);
    EXPECT_FALSE(owes_answer(room.d, 0)) << "they have spoken; the next word is the proposer's";
    EXPECT_THAT(arithmetic(room.d), HasSubstr("1 raised a concern and did not vote and 2 did not answer"));
    room.says("Ana", 4, {resolve("noise")});
    EXPECT_EQ(room.binding().concerned, 0);
    EXPECT_TRUE(owes_answer(room.d, 0));
}

TEST(Concern, WordsOfTheProposerMayBeMeantAsItsAnswer) {
    Room room(consent());
    room.open().says("Ana", 1, {concern("noise")});
    auto m = room.mail("Pat", hour(2), {});
    m.new_text = "Ana, it has a silent mode.";
    m.comments = {{m.new_text, ""}};
    room.now(hour(2), m);
    EXPECT_THAT(room.said(), HasSubstr("answer noise: and your answer"));
    room.says("Pat", 3, {AnswerConcern{"noise", "It has a silent mode.", "answer noise: It has a silent mode."}});
    m = room.mail("Pat", hour(4), {});
    m.new_text = "Thanks.";
    m.comments = {{m.new_text, ""}};
    room.now(hour(4), m);
    EXPECT_TRUE(room.notices.empty()) << "it has its answer";
}

TEST(Concern, ThatHoldsADecisionUpIsAnAnswerUntilItIsSettled) {
    Room room(consent());
    room.open().says("Ana", 1, {concern("cost")});
    EXPECT_FALSE(owes_answer(room.d, 0));
    room.says("Fay", 2, {overrule("cost")});
    EXPECT_TRUE(owes_answer(room.d, 0));
    EXPECT_EQ(with_silence(room.d.policy, room.binding()).agree, 2) << "who was overruled does not consent";
}

TEST(Concern, WithoutANameIsTheOnlyOpenOneOfTheSender) {
    Room room(consent());
    room.open().says("Ana", 1, {concern("cost")}).says("Bo", 1, {concern("noise")}).says("Ana", 2, {resolve()});
    EXPECT_FALSE(find_open_concern(room.d, "cost"));
    EXPECT_TRUE(find_open_concern(room.d, "noise"));
    room.says("Ana", 3, {resolve()});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
}

TEST(Concern, NeedsWordsAndAFreeName) {
    Room room(consent());
    room.open().says("Ana", 1, {concern("cost", "")});
    EXPECT_EQ(room.reply().kind, NoticeKind::question);
    room.says("Ana", 2, {concern("cost")}).says("Bo", 3, {concern("Cost")});
    EXPECT_EQ(room.d.concerns.size(), 1U);
    EXPECT_EQ(room.reply().problems[0].wrong, "There is an open concern “cost” already.");
    room.says("Ana", 4, {concern("cost")});
    EXPECT_EQ(room.reply().problems[0].wrong, "Your concern “cost” is open already.");
    room.says("Bo", 5, {concern("", "too loud")});
    EXPECT_TRUE(find_open_concern(room.d, "bo")) << "a nameless one bears its raiser's name";
}

TEST(Concern, ASettledNameCanBeRaisedAgain) {
    Room room(consent());
    room.open().says("Ana", 1, {concern("cost")}).says("Ana", 2, {resolve()}).says("Bo", 3, {concern("cost")});
    EXPECT_EQ(room.d.concerns.size(), 2U);
    EXPECT_EQ(find_open_concern(room.d, "cost")->by, 1U);
    EXPECT_EQ(room.d.concerns[0].state, ConcernState::settled);
}

TEST(Concern, OfAnAdvisoryVoiceIsAComment) {
    Room room(consent());
    room.opening.roster.push_back(member("Dee", false));
    room.open().says("Dee", 1, {concern("cost")});
    EXPECT_TRUE(room.d.concerns.empty());
    EXPECT_EQ(room.d.comments.size(), 1U);
    EXPECT_THAT(room.said(), HasSubstr("advisory"));
}

TEST(Concern, HoldsNothingUpWhereVotesAreCounted) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {concern("cost")});
    EXPECT_EQ(outcome_now(room.d), Outcome::carried);
    EXPECT_THAT(room.said(), HasSubstr("holds nothing up"));
}

TEST(Concern, IsOverruledByAFacilitatorWithAReasonOnly) {
    Room room(consent());
    room.open().says("Ana", 1, {concern("cost")});
    for (const auto* who : {"Pat", "Ana", "Bo"}) {
        room.says(who, 2, {overrule("cost")});
        EXPECT_EQ(room.reply().problems[0].wrong, "Only a facilitator may overrule a concern.") << who;
    }
    room.says("Fay", 3, {overrule("cost", "")});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("written reason"));
    room.says("Fay", 3, {overrule("price")});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    EXPECT_EQ(outcome_now(room.d), Outcome::blocked);
    room.says("Fay", 4, {overrule("cost")});
    EXPECT_EQ(outcome_now(room.d), Outcome::carried);
    EXPECT_EQ(room.d.concerns[0].overrule_reason, "the board decided on the budget");
}

TEST(Objection, IsAConcernUnderItsVotersNameAndGoesWithTheVote) {
    Room room(consent());
    room.open().says("Ana", 1, {no("too loud")});
    ASSERT_TRUE(find_open_concern(room.d, "ana"));
    EXPECT_EQ(find_open_concern(room.d, "ana")->text, "too loud");
    EXPECT_EQ(room.said(),
              "Recorded: disagree. It holds the decision up as the concern “ana” until you vote otherwise or write: "
              "resolve ana");
    room.says("Ana", 2, {yes()});
    EXPECT_EQ(open_blocks(room.d), 0);
    EXPECT_EQ(room.said(), "Recorded: agree. The concern “ana” that your objection stood for is settled with it.");
    room.says("Ana", 3, {no("still loud")}).says("Ana", 4, {WithdrawAct{WithdrawAct::Object::vote, {}, "withdraw"}});
    EXPECT_EQ(open_blocks(room.d), 0);
    EXPECT_THAT(room.said(), HasSubstr("The concern “ana” that it stood for is settled with it."));
}

TEST(Objection, SettledByNameLeavesTheVote) {
    Room room(consent());
    room.open().says("Ana", 1, {no("too loud")}).says("Ana", 2, {resolve("ana")});
    EXPECT_EQ(open_blocks(room.d), 0);
    EXPECT_EQ(room.said(), "Recorded: the concern “ana” is settled. Your vote stays disagree until you change it.");
}

TEST(Objection, OverruledIsNotRaisedAgainByRepeatingIt) {
    Room room(consent());
    room.open().says("Ana", 1, {no("too loud")}).says("Fay", 2, {overrule("ana")}).says("Ana", 3, {no("too loud")});
    EXPECT_EQ(open_blocks(room.d), 0);
    EXPECT_THAT(room.said(), HasSubstr("was overruled, so it holds nothing up"));
    room.says("Ana", 4, {no("it also smells")});
    EXPECT_EQ(open_blocks(room.d), 1) << "a new reason is a new objection";
}

TEST(Objection, AnotherConcernOfTheSamePersonStaysAndIsNamed) {
    Room room(consent());
    room.open().says("Ana", 1, {concern("cost")}).says("Ana", 2, {yes()});
    EXPECT_EQ(open_blocks(room.d), 1);
    EXPECT_EQ(room.said(), "Recorded: agree. Your concern “cost” is still open; to settle it, write: resolve cost");
}

TEST(Objection, ChangingAVoteNeverSettlesWhatAnotherRaisedUnderTheSameName) {
    Room room(consent());
    room.open()
        .says("Ana", 1, {concern("cost"), no({})})
        .says("Ana", 2, {resolve("cost")})
        .says("Bo", 3, {concern("cost")})
        .says("Ana", 4, {yes()});
    ASSERT_TRUE(find_open_concern(room.d, "cost"));
    EXPECT_EQ(find_open_concern(room.d, "cost")->by, 1U);
}

TEST(Objection, OfNamesakesAreTwoConcerns) {
    Room room(consent(), {"Ana Roe", "Ana Poe"});
    room.opening.roster[1].addresses = {"poe@example.org"};
    room.opening.roster[1].address = "poe@example.org";
    room.open().says("Ana Roe", 1, {no()});
    auto m = room.mail("Ana Poe", hour(2), {no()});
    m.sender.address = "poe@example.org";
    room.now(hour(2), m);
    ASSERT_EQ(room.d.concerns.size(), 2U);
    EXPECT_EQ(room.d.concerns[0].name, "ana-1");
    EXPECT_EQ(room.d.concerns[1].name, "ana-2");
}

Policy sealed() {
    Policy p = consent();
    p.visibility = Visibility::until_closed;
    return p;
}

TEST(SealedConcern, NoAnswerTellsThatSomebodyElseHasOne) {
    Room with(sealed());
    Room without(sealed());
    with.open().says("Ana", 1, {concern("cost")});
    without.open().next_source(hour(1));
    for (const auto& act : std::vector<Act>{resolve("cost"), concern("cost"), resolve(), no(), yes()}) {
        with.says("Bo", 2, {act});
        without.says("Bo", 2, {act});
        ASSERT_EQ(with.reply().problems, without.reply().problems);
        ASSERT_EQ(with.said(), without.said());
    }
    with.says("Fay", 3, {overrule("cost")});
    without.says("Fay", 3, {overrule("cost")});
    EXPECT_EQ(with.reply().problems, without.reply().problems);
    EXPECT_EQ(open_blocks(with.d), 1) << "Ana's";
}

TEST(SealedConcern, IsSettledByTheNameThatItsRaiserGaveIt) {
    Room room(sealed());
    room.open().says("Ana", 1, {concern("cost")}).says("Bo", 1, {concern("cost")}).says("Ana", 2, {resolve("cost")});
    EXPECT_EQ(room.d.concerns[0].state, ConcernState::settled);
    EXPECT_EQ(room.d.concerns[1].state, ConcernState::open);
    EXPECT_THAT(room.said(), Not(HasSubstr("bo")));
}

}  // namespace
}  // namespace assentd::test
