// SPDX-License-Identifier: Apache-2.0
// What happens by itself happens at its own instant, however late the clock is asked (PRODUCT 4.3).
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using std::chrono::seconds;

Policy early(std::int64_t min_hours = 0) {
    Policy p = majority();
    p.early_close = true;
    p.min_period = std::chrono::hours(min_hours);
    return p;
}

// A concern that was answered, asked about twice, and lapses at hour 50 unless it is upheld.
Room nearly_lapsed(Policy p = consent()) {
    p.settle_asks = 2;
    p.settle_repeat = std::chrono::hours(20);
    Room room(p);
    room.open().says("Ana", 1, {RaiseConcern{"cost", "too dear", "concern: cost"}});
    room.says("Pat", 10, {AnswerConcern{"cost", "it is cheap", "answer cost"}}).tick(30);
    return room;
}

TEST(Outage, ADecisionThatEverybodySpokeOnClosesWhenTheyHad) {
    Room room(early(24));
    room.open().says("Ana", 1, {yes()}).says("Bo", 2, {yes()}).says("Cy", 3, {yes()}).tick(70);
    EXPECT_EQ(room.d.closing->at, hour(24));
    EXPECT_TRUE(room.d.closing->early);
    EXPECT_TRUE(room.d.closing->waited_for_inbox) << "it is told that the inbox was not read then";
}

TEST(Outage, BeforeAMailOnlyWhatWasDueByThenHappens) {
    Room room(early(24));
    room.open().says("Ana", 1, {yes()}).says("Bo", 2, {yes()}).says("Cy", 3, {yes()});
    room.now(hour(70), Tick{hour(24) - seconds(1), false, true});
    EXPECT_EQ(room.d.state, State::open);
    room.now(hour(70), Tick{hour(24), false, true});
    EXPECT_EQ(room.d.closing->at, hour(24));
    room.now(hour(70), room.mail("Ana", hour(25), {no()}));
    EXPECT_EQ(room.seat("Ana").stance->position, Position::agree);
    EXPECT_EQ(room.d.late.size(), 1U);
}

TEST(Outage, BeforeAMailNobodyIsRemindedOrAskedAndNothingClosesThatAnotherMailMayStillReach) {
    Room room(consent());
    for (auto& participant : room.opening.roster) participant.reminders = {hour(50)};
    room.open().now(hour(120), Tick{hour(60), false, true});
    EXPECT_TRUE(room.notices.empty());
    room.now(hour(120), Tick{hour(110), false, true});
    EXPECT_EQ(room.d.state, State::open);
    room.tick(120);
    EXPECT_EQ(room.d.closing->at, hour(100));
}

TEST(Outage, ADecisionClosesEarlyEvenIfItsCloseIsOverToo) {
    Room room(early());
    room.open().says("Ana", 1, {yes()}).says("Bo", 2, {yes()}).says("Cy", 3, {yes()}).tick(200);
    EXPECT_EQ(room.d.closing->at, hour(3) + seconds(1));
}

TEST(Outage, EverybodyHadSpokenOnlyWhenTheLastObstacleWasGone) {
    Policy p = early();
    p.on_disagree = OnDisagree::block;
    Room settled(p);
    settled.open().says("Ana", 1, {RaiseConcern{"cost", "too dear", "concern: cost"}});
    settled.says("Ana", 2, {yes()}).says("Bo", 2, {yes()}).says("Cy", 2, {yes()});
    settled.says("Ana", 9, {SettleConcern{"cost", "resolve cost"}}).tick(20);
    EXPECT_EQ(settled.d.closing->at, hour(9) + seconds(1));

    Room confirmed(early());
    confirmed.open().says("Ana", 2, {yes()}).says("Bo", 2, {yes()});
    const AnswerMail forged = confirmed.mail("Cy", hour(2), {yes()}, Trust::none);
    confirmed.now(hour(2), forged);
    confirmed.now(hour(8), Confirm{forged.source.sha256, true, {yes()}, {}, confirmed.next_source(hour(8))}).tick(20);
    EXPECT_EQ(confirmed.d.closing->at, hour(8) + seconds(1)) << "not when the unproven mail came";
}

TEST(Outage, ADelegationThatEndedAfterwardsCountedWhenEverybodyHadSpoken) {
    Room room(early(24));
    room.open().says("Ana", 1, {DelegateAct{address("Bo"), hour(50), "delegate"}});
    room.says("Bo", 2, {yes()}).says("Cy", 3, {yes()}).tick(70);
    EXPECT_EQ(room.d.closing->at, hour(24));
    Room ended(early(60));
    ended.open().says("Ana", 1, {DelegateAct{address("Bo"), hour(50), "delegate"}});
    ended.says("Bo", 2, {yes()}).says("Cy", 3, {yes()}).tick(70);
    EXPECT_EQ(ended.d.state, State::open) << "Ana has to speak for herself from hour 50 on";
}

TEST(Outage, AConcernLapsesAtItsLimitAndAnAnswerAfterItComesTooLate) {
    auto room = nearly_lapsed();
    ASSERT_EQ(next_wakeup(room.d), hour(50));
    room.now(hour(90), Tick{hour(60), false, true});
    EXPECT_EQ(room.d.concerns[0].state, ConcernState::lapsed);
    EXPECT_EQ(std::get<ConcernLapsed>(room.last_events.at(0)).at, hour(50));
}

TEST(Outage, AConcernUpheldInTimeDoesNotLapse) {
    auto room = nearly_lapsed();
    room.now(hour(90), Tick{hour(49), false, true});
    room.now(hour(90), room.mail("Ana", hour(49), {UpholdConcern{"cost", "still", "uphold cost"}})).tick(90);
    EXPECT_EQ(room.d.concerns[0].state, ConcernState::open);
}

TEST(Outage, AConcernThatLapsedInTimeFreesTheEarlyClose) {
    auto policy = early();
    policy.on_disagree = OnDisagree::block;
    auto room = nearly_lapsed(policy);
    room.says("Ana", 31, {yes()}).says("Bo", 31, {yes()}).says("Cy", 31, {yes()});
    if (room.d.concerns[0].state == ConcernState::open) room.tick(90);
    EXPECT_EQ(room.d.state, State::closed);
    EXPECT_EQ(room.d.closing->at, hour(50) + seconds(1));
}

TEST(Reopened, ADecisionThatEverybodySpokeOnStaysOpenUntilItsClose) {
    Room room(early());
    room.open().says("Ana", 1, {yes()}).says("Bo", 2, {yes()}).says("Cy", 3, {yes()}).tick(4);
    ASSERT_EQ(room.d.state, State::closed);
    room.now(hour(5), AdminReopen{"root", "new facts", hour(50), {}}).tick(6);
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_EQ(next_wakeup(room.d), hour(50));
    room.says("Ana", 7, {no()}).tick(8);
    EXPECT_EQ(room.d.state, State::open) << "the others may answer her";
    room.tick(50);
    EXPECT_EQ(room.d.closing->at, hour(50));
    EXPECT_FALSE(room.d.closing->early);
}

TEST(Reopened, AReviewThatWasAskedComesAgainAsLongAfterTheNewClose) {
    Room room(majority());
    room.opening.review_at = hour(150);
    room.open().says("Ana", 1, {yes()}).tick(100).tick(150);
    ASSERT_TRUE(room.d.review_asked_at);
    room.says("Pat", 151, {ReviewAct{Review::keep, {}, "keep"}});
    ASSERT_TRUE(room.d.review);
    room.now(hour(160), AdminReopen{"root", "", hour(200), {}});
    EXPECT_FALSE(room.d.review);
    room.says("Pat", 161, {ReviewAct{Review::keep, {}, "keep"}});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal) << "no review is due";
    room.tick(200);
    EXPECT_EQ(next_wakeup(room.d), hour(250));
}

}  // namespace
}  // namespace assentd::test
