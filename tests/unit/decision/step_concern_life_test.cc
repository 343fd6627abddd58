// SPDX-License-Identifier: Apache-2.0
// The life of a concern (PRODUCT 2.8): answered, asked about, repeated, upheld, lapsed, raised again.
#include "decision/concern_form.h"
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;

RaiseConcern concern(const std::string& name, const std::string& text = "the fee is not covered") {
    return {name, text, "concern: " + name};
}
AnswerConcern answer(const std::string& name, const std::string& text = "the reserve covers it") {
    return {name, text, "answer " + name};
}
UpholdConcern uphold(const std::string& name = {}) {
    return {name, "not before June", "uphold"};
}

// Repeated after 10 hours, at most 3 questions, closes at hour 100.
Policy asking() {
    Policy p = consent();
    p.settle_repeat = std::chrono::hours(10);
    p.settle_asks = 3;
    return p;
}

Room answered() {
    Room room(asking());
    room.open().says("Ana", 1, {concern("cost")}).says("Pat", 2, {answer("cost")});
    return room;
}

const Concern& first(const Room& room) {
    return room.d.concerns.at(0);
}

TEST(ConcernRaised, AsksTheProposerForAnAnswer) {
    Room room(asking());
    room.open().says("Ana", 1, {concern("cost")});
    ASSERT_EQ(room.owed(NoticeKind::concern), 1U);
    EXPECT_EQ(room.notices[1].to_name, "Pat");
    EXPECT_TRUE(room.notices[1].concern_wants_answer);
    Room own(asking(), {"Pat", "Bo"});
    own.open().says("Pat", 1, {concern("cost")});
    EXPECT_EQ(own.owed(NoticeKind::concern), 0U) << "nobody is asked to answer themself";
    Policy sealed = asking();
    sealed.visibility = Visibility::until_closed;
    Room quiet(sealed);
    quiet.open().says("Ana", 1, {concern("cost")});
    EXPECT_EQ(quiet.owed(NoticeKind::concern), 0U) << "and nobody who may not know";
}

// "I have a concern" brought the question whether it is one.
TEST(ConcernRaised, AnswersTheQuestionWhetherItIsOne) {
    Room room(consent());
    const UnclearVote words{"I have a concern", "If it is a concern, write it as in: " + std::string(concern_form)};
    room.open().says("Ana", 1, {words});
    EXPECT_TRUE(room.seat("Ana").pending);
    room.says("Ana", 2, {RaiseConcern{"cost", "Too dear.", "concern: cost"}});
    EXPECT_FALSE(room.seat("Ana").pending);
    Room other(consent());
    other.open().says("Ana", 1, {UnclearVote{"+1 if it rains", "Is that your vote?"}});
    other.says("Ana", 2, {RaiseConcern{"cost", "Too dear.", "concern: cost"}});
    EXPECT_TRUE(other.seat("Ana").pending) << "that was about a vote";
}

TEST(ConcernAnswer, AsksItsRaiserWhetherItIsSettled) {
    const auto room = answered();
    EXPECT_EQ(first(room).answer, "the reserve covers it");
    ASSERT_EQ(room.owed(NoticeKind::concern), 1U);
    EXPECT_EQ(room.notices[1].to_name, "Ana");
    EXPECT_EQ(room.notices[1].concern, "cost");
    EXPECT_FALSE(room.notices[1].concern_wants_answer);
    EXPECT_EQ(first(room).state, ConcernState::open) << "an answer settles nothing";
    EXPECT_EQ(first(room).asked, 1);
}

TEST(ConcernAnswer, IsForWhoSteersNamesAnOpenConcernAndHasWords) {
    Room room(asking());
    room.open().says("Pat", 1, {answer("cost")});
    EXPECT_EQ(room.reply().problems[0].right, "No concern is open.");
    room.says("Ana", 1, {concern("cost")}).says("Bo", 2, {answer("cost")});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Only the proposer or a facilitator"));
    room.says("Fay", 3, {answer("price")});
    EXPECT_EQ(room.reply().problems[0].right, "Open: cost. Write: answer cost: TEXT");
    room.says("Fay", 4, {answer("cost", "")});
    EXPECT_EQ(room.reply().problems[0].wrong, "The answer itself is missing.");
    room.says("Fay", 5, {answer("")});
    EXPECT_EQ(first(room).asked, 1) << "the only open one needs no name";
    room.says("Bo", 6, {concern("noise")}).says("Fay", 7, {answer("")});
    EXPECT_EQ(room.reply().problems[0].wrong, "It is not clear which concern this answers.");
}

TEST(ConcernAnswer, WaitsUntilItMayBeShown) {
    Policy p = asking();
    p.visibility = Visibility::until_voted;
    Room room(p, {"Ana", "Pat"});
    room.open().says("Ana", 1, {no("too dear")}).says("Pat", 2, {answer("ana")});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Answers are sealed"));
    room.says("Pat", 3, {yes()}).says("Pat", 4, {answer("ana")});
    EXPECT_EQ(first(room).asked, 1);
}

TEST(SettleQuestion, IsRepeatedAndLapsesAfterTheLimit) {
    auto room = answered();
    room.tick(11);
    EXPECT_EQ(room.owed(NoticeKind::concern), 0U);
    room.tick(12);
    EXPECT_EQ(room.owed(NoticeKind::concern), 1U);
    room.tick(13);
    EXPECT_EQ(room.owed(NoticeKind::concern), 0U) << "once each time";
    room.tick(22);
    EXPECT_EQ(first(room).asked, 3);
    EXPECT_EQ(outcome_now(room.d), Outcome::blocked);
    room.tick(31);
    EXPECT_EQ(first(room).state, ConcernState::open) << "the last question has its time, too";
    room.tick(32);
    EXPECT_EQ(first(room).state, ConcernState::lapsed);
    ASSERT_EQ(room.notices.size(), 2U);
    EXPECT_EQ(room.notices[1].to_name, "Pat") << "whose last word from us was that it is open";
    EXPECT_EQ(room.reply().to_name, "Ana");
    EXPECT_THAT(room.said(), HasSubstr("Your concern “cost” has lapsed"));
    EXPECT_THAT(room.said(), HasSubstr("was asked 3 times, and no line said that it is not"));
    EXPECT_EQ(outcome_now(room.d), Outcome::carried);
}

TEST(SettleQuestion, AfterALongSilenceOfOursIsOneMailAndHasTheWholeTimeAgain) {
    auto room = answered();
    room.tick(90);
    EXPECT_EQ(room.owed(NoticeKind::concern), 1U);
    EXPECT_EQ(first(room).asked, 2);
    room.tick(99);
    EXPECT_TRUE(room.notices.empty());
}

TEST(SettleQuestion, ReadLateCountsFromWhenItWasAsked) {
    Room room(asking());
    room.open().says("Ana", 1, {concern("cost")}).now(hour(50), room.mail("Pat", hour(2), {answer("cost")}));
    room.tick(50);
    EXPECT_EQ(first(room).asked, 1) << "Ana was asked just now";
    room.tick(60);
    EXPECT_EQ(first(room).asked, 2);
}

TEST(SettleQuestion, NeverLapsesWhereThePolicySaysSo) {
    Policy p = asking();
    p.settle_asks = 0;
    Room room(p);
    room.open().says("Ana", 1, {concern("cost")}).says("Pat", 2, {answer("cost")}).tick(99);
    EXPECT_EQ(first(room).state, ConcernState::open);
    EXPECT_EQ(first(room).asked, 1);
}

// "Thanks, that settles it" and "I do not see how" are both words alone.
TEST(SettleQuestion, BeginsAnewWithWordsThatDoNotSay) {
    auto room = answered();
    room.tick(12).tick(22);
    ASSERT_EQ(first(room).asked, 3) << "the last question";
    auto m = room.mail("Ana", hour(23), {});
    m.comments = {{"Thanks, Pat.", ""}};
    room.now(hour(23), m);
    EXPECT_THAT(room.said(), HasSubstr("it is not clear from them whether your concern “cost” is settled"));
    EXPECT_EQ(room.owed(NoticeKind::concern), 0U) << "nobody is told that it is not";
    EXPECT_EQ(first(room).asked, 1);
    EXPECT_FALSE(first(room).upheld) << "and it is not on the record as their word";
    for (const auto& e : room.last_events) EXPECT_FALSE(std::holds_alternative<ConcernUpheld>(e));
    room.tick(33);
    EXPECT_EQ(room.owed(NoticeKind::concern), 1U);
    EXPECT_EQ(first(room).state, ConcernState::open);
}

TEST(Concern, ThatGoesWithAVoteIsNotCalledSettledByItsRaiser) {
    for (const auto& [act, said] :
         {std::pair(Act{vote(Position::recuse)}, "Ana stands back (recused), and with that the concern “ana”"),
          std::pair(Act{WithdrawAct{WithdrawAct::Object::vote, {}, "withdraw vote"}}, "Ana withdrew their vote, and"),
          std::pair(Act{yes()}, "Ana changed their vote to agree, and")}) {
        Room room(consent());
        room.open().says("Ana", 1, {no()}).says("Ana", 2, {act});
        const auto& told = room.notices.back();
        EXPECT_EQ(told.to_name, "Pat");
        EXPECT_THAT(told.recorded.at(0).what, HasSubstr(said));
    }
}

TEST(SettleQuestion, IsNoVoteThatWentWrong) {
    auto room = answered();
    room.says("Ana", 3, {UnclearVote{"fine, thanks", "Reply with your position, for example: +1"}});
    EXPECT_THAT(room.said(), HasSubstr("If it is, write: resolve cost."));
    EXPECT_FALSE(room.seat("Ana").pending);
    EXPECT_EQ(room.d.comments.size(), 1U);
    room.says("Ana", 4, {UnclearVote{"+1 if it is cheaper", "Reply with your position, for example: +1"}});
    EXPECT_TRUE(room.seat("Ana").pending) << "that is one";
}

TEST(SettleQuestion, WaitsWhileItsRaiserIsAway) {
    auto room = answered();
    room.now(hour(3), Absence{0, hour(4), hour(50), room.next_source(hour(3))}).tick(49);
    EXPECT_EQ(first(room).asked, 1);
    EXPECT_EQ(first(room).state, ConcernState::open);
    room.tick(50);
    EXPECT_EQ(first(room).asked, 2);
}

TEST(SettleQuestion, AnsweredWithAnObjectionKeepsOneConcern) {
    auto room = answered();
    room.says("Ana", 3, {no("still too dear")});
    EXPECT_EQ(room.d.concerns.size(), 1U);
    EXPECT_EQ(first(room).upheld, "still too dear");
    EXPECT_EQ(room.seat("Ana").stance->concern, "cost");
}

TEST(SettleQuestion, RestsOnceItsRaiserSaysThatItIsNot) {
    auto word = answered();
    word.says("Ana", 3, {uphold()});
    EXPECT_EQ(word.said(), "Recorded: the concern “cost” is not settled and stays open.");
    EXPECT_EQ(word.d.comments.back().text, "not before June");
    auto objection = answered();
    objection.says("Ana", 3, {no("still too dear")});
    auto again = answered();
    again.says("Ana", 3, {concern("cost", "it is still not covered")});
    EXPECT_THAT(again.reply().problems[0].wrong, HasSubstr("is open already"));
    for (auto* room : {&word, &objection, &again}) {
        room->tick(99);
        EXPECT_EQ(first(*room).state, ConcernState::open) << room->said();
        EXPECT_EQ(first(*room).asked, 0) << room->said();
    }
    word.says("Pat", 99, {answer("cost", "then in June")});
    EXPECT_EQ(first(word).asked, 1) << "a new answer asks anew";
}

TEST(SettleQuestion, AsksAnObjectorAnewAndTheSameObjectionUpholdsIt) {
    Room room(asking());
    room.open().says("Ana", 1, {no("too dear")}).says("Pat", 2, {answer("ana")}).says("Ana", 3, {no("too dear")});
    room.tick(99);
    EXPECT_EQ(first(room).state, ConcernState::open);
    EXPECT_EQ(first(room).asked, 0);
}

TEST(SettleQuestion, AnsweredWithNoBringsTheProposerWhatIsMissing) {
    for (const bool by_command : {true, false}) {
        auto room = answered();
        room.says("Ana", 3, {by_command ? Act(uphold()) : Act(no("not before June"))});
        ASSERT_EQ(room.owed(NoticeKind::concern), 1U) << by_command;
        EXPECT_EQ(room.notices[1].to_name, "Pat");
        EXPECT_TRUE(room.notices[1].concern_wants_answer);
        EXPECT_EQ(first(room).upheld, "not before June");
        room.says("Pat", 4, {answer("cost", "in June then")});
        EXPECT_FALSE(first(room).upheld);
    }
}

TEST(SettleQuestion, IsNotAnsweredByWordsFromBeforeIt) {
    auto room = answered();
    auto m = room.mail("Ana", hour(1), {});
    m.comments = {{"written before the answer", ""}};
    room.now(hour(3), m).tick(40).tick(60).tick(80);
    EXPECT_EQ(first(room).state, ConcernState::lapsed);
}

TEST(Uphold, IsForAnOwnOpenConcern) {
    auto room = answered();
    room.says("Bo", 3, {uphold("cost")});
    EXPECT_EQ(room.reply().problems[0].wrong, "You have no open concern “cost” here.");
    EXPECT_EQ(first(room).asked, 1);
    room.says("Ana", 4, {concern("noise")}).says("Ana", 5, {uphold()});
    EXPECT_EQ(room.reply().problems[0].wrong, "It is not clear which concern is meant.");
}

TEST(ConcernsEnd, IsToldToTheProposerWhoWasAskedToAnswerIt) {
    auto settled = answered();
    settled.says("Ana", 3, {SettleConcern{"cost", "resolve cost"}});
    auto overruled = answered();
    overruled.says("Fay", 3, {OverruleConcern{"cost", "the board says so", "overrule cost"}});
    for (const auto* room : {&settled, &overruled}) {
        const auto told = std::find_if(room->notices.begin(), room->notices.end(),
                                       [](const Notice& n) { return n.to_name == "Pat"; });
        ASSERT_NE(told, room->notices.end());
        EXPECT_THAT(told->recorded[0].what, HasSubstr("the concern “cost”"));
    }
    Room own(asking(), {"Pat", "Bo"});
    own.open().says("Pat", 1, {concern("cost")}).says("Pat", 2, {SettleConcern{"cost", "resolve cost"}});
    EXPECT_EQ(own.notices.size(), 1U) << "nobody is told what they did themselves";
}

TEST(ConcernName, IsFreeAgainOnceLapsed) {
    auto room = answered();
    room.tick(20).tick(40).tick(60);
    ASSERT_EQ(first(room).state, ConcernState::lapsed);
    room.says("Ana", 61, {concern("cost", "the reserve is gone")});
    ASSERT_EQ(room.d.concerns.size(), 2U);
    EXPECT_EQ(outcome_now(room.d), Outcome::blocked);
    room.says("Fay", 62, {OverruleConcern{"cost", "the board says so", "overrule cost"}});
    EXPECT_EQ(room.d.concerns[1].state, ConcernState::overruled);
    EXPECT_EQ(room.d.concerns[0].state, ConcernState::lapsed) << "and keeps its own fate";
}

}  // namespace
}  // namespace assentd::test
