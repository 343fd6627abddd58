// SPDX-License-Identifier: Apache-2.0
// What moves the close by itself: final periods, and the one extension for those whom no mail reached; and the rule
// that all but so many must agree, which final periods wait for.
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// ---- the final period ----

Policy finishing() {
    Policy p = majority();
    p.min_agree = 2;
    p.final_period = std::chrono::hours(24);
    return p;
}

TEST(FinalPeriod, BeginsOnceEnoughAreInFavourAndMovesTheClose) {
    Room room(finishing());
    room.open().says("Ana", 1, {yes()}).tick(2);
    EXPECT_FALSE(room.d.final_period_at);
    room.says("Bo", 3, {yes()});
    EXPECT_LE(*next_wakeup(room.d), hour(3));
    room.tick(3);
    EXPECT_EQ(room.d.closes_at, hour(27));
    EXPECT_EQ(room.owed(NoticeKind::amendment), 5U);
    EXPECT_EQ(room.needed(), "In its final period: carries at the close unless something new comes up.");
    room.says("Cy", 4, {no()}).tick(5);
    EXPECT_EQ(room.d.closes_at, hour(27)) << "it carries all the same";
    room.tick(27);
    EXPECT_EQ(room.d.closing->outcome, Outcome::carried);
}

TEST(FinalPeriod, EndsWhenNotEnoughAreInFavourAnyMore) {
    Room room(finishing());
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()}).tick(3);
    ASSERT_EQ(room.d.closes_at, hour(27));
    room.says("Ana", 5, {WithdrawAct{WithdrawAct::Object::vote, {}, "withdraw vote"}});
    EXPECT_EQ(room.d.closes_at, hour(100));
    EXPECT_THAT(room.said(), HasSubstr("the final period is over, and answers are taken until"));
    EXPECT_EQ(room.owed(NoticeKind::amendment), 4U) << "all but Ana, who has the receipt";
    room.says("Cy", 6, {yes()}).tick(7);
    EXPECT_EQ(room.d.closes_at, hour(31)) << "a new one";
}

TEST(FinalPeriod, IsAnnouncedByTheSentenceOfWhatBeginsIt) {
    Room room(finishing());
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()});
    EXPECT_EQ(room.needed(),
              "Enough are in favour and nothing is open, so the final period begins now; everybody is told when it "
              "ends.");
    room.tick(3).says("Pat", 5, {AmendAct{"We buy two.", hour(100), {}, "amend"}});
    room.says("Ana", 6, {ConfirmStance{"confirm"}}).says("Bo", 6, {ConfirmStance{"confirm"}}).tick(7).tick(31);
    const std::vector<FinalPeriod> both{{hour(3), hour(27), true}, {hour(7), hour(31), false}};
    EXPECT_EQ(room.d.final_periods, both) << "for the record";
}

TEST(FinalPeriod, IsOverInASentenceOfItsOwn) {
    Policy p = finishing();
    p.on_disagree = OnDisagree::block;
    Room room(p);
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()}).tick(3).says("Cy", 20, {no()});
    EXPECT_THAT(room.said(), HasSubstr("write: resolve cy. With it the final period is over"));
}

TEST(FinalPeriod, EndsWithANewText) {
    Room room(finishing());
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()}).tick(3);
    room.says("Pat", 5, {AmendAct{"We buy two.", hour(100), {}, "amend"}});
    EXPECT_FALSE(room.d.final_period_at);
    EXPECT_EQ(room.d.closes_at, hour(100));
    EXPECT_THAT(room.notices[0].announcement, HasSubstr("With that the final period is over;"));
    room.says("Ana", 6, {ConfirmStance{"confirm"}}).says("Bo", 6, {ConfirmStance{"confirm"}}).tick(7);
    EXPECT_EQ(room.d.closes_at, hour(31)) << "everybody has it before them for the whole time";
}

TEST(FinalPeriod, EndsWithAConcernAndGivesTheTimeBack) {
    Policy p = finishing();
    p.on_disagree = OnDisagree::block;
    Room room(p);
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()}).tick(3);
    ASSERT_EQ(room.d.closes_at, hour(27));
    room.says("Cy", 20, {no("the fee is not covered")});
    EXPECT_FALSE(room.d.final_period_at);
    EXPECT_EQ(room.d.closes_at, hour(100)) << "as announced before that period began";
    EXPECT_THAT(room.said(), HasSubstr("With it the final period is over, and answers are taken until"));
    EXPECT_EQ(room.owed(NoticeKind::amendment), 3U) << "Ana, Bo and Fay: Cy has the receipt, Pat the question";
    room.says("Cy", 30, {SettleConcern{"", "resolve"}}).tick(31);
    EXPECT_EQ(room.d.closes_at, hour(55)) << "a new one begins";
    room.says("Ana", 32, {RaiseConcern{"cost", "not in the budget", "concern: cost"}});
    EXPECT_EQ(room.d.closes_at, hour(100));
}

TEST(FinalPeriod, ThatWasLongerThanAnnouncedKeepsItsEndWhenAConcernEndsIt) {
    Policy p = finishing();
    p.on_disagree = OnDisagree::block;
    Room room(p);
    room.open().says("Ana", 1, {yes()}).says("Bo", 90, {yes()}).tick(90);
    ASSERT_EQ(room.d.closes_at, hour(114));
    room.says("Cy", 110, {no()});
    EXPECT_EQ(room.d.closes_at, hour(114)) << "nothing closes sooner than it was said to";
}

TEST(FinalPeriod, WaitsForWhatIsOpenOrAsked) {
    Policy p = finishing();
    p.on_disagree = OnDisagree::block;
    Room room(p);
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()}).says("Cy", 1, {no()}).tick(2);
    EXPECT_FALSE(room.d.final_period_at) << "an objection stands";
    room.says("Cy", 3, {UnclearVote{"hm", "Which?"}, SettleConcern{"", "resolve"}}).tick(3);
    EXPECT_FALSE(room.d.final_period_at) << "somebody was asked back";
    room.says("Cy", 4, {vote(Position::abstain)}).tick(4);
    EXPECT_TRUE(room.d.final_period_at);
}

TEST(FinalPeriod, IsNotHeldUpByMailThatNobodyConfirmed) {
    Policy p = finishing();
    p.on_disagree = OnDisagree::block;
    Room room(p);
    room.open().says("Bo", 1, {no()}, Trust::none).says("Ana", 1, {yes()}).says("Bo", 2, {yes()}).tick(3);
    EXPECT_TRUE(room.d.final_period_at) << "anybody can write a name into From";
    const auto unsettled = room.d.held[0].source.sha256;
    room.now(hour(9), Confirm{unsettled, true, {no()}, {}, room.next_source(hour(9))});
    EXPECT_FALSE(find_open_concern(room.d, "bo")) << "Bo's later word stands";
    room.says("Bo", 10, {no()}, Trust::none);
    room.now(hour(11), Confirm{room.d.held[0].source.sha256, true, {no()}, {}, room.next_source(hour(11))}).tick(100);
    EXPECT_EQ(room.d.closing->outcome, Outcome::blocked) << "and what is confirmed meanwhile counts";
}

TEST(FinalPeriod, EndsNotBeforeTheMinimumPeriod) {
    Policy p = finishing();
    p.min_period = std::chrono::hours(72);
    Room room(p);
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()}).tick(2);
    EXPECT_EQ(room.d.closes_at, hour(72));
}

TEST(FinalPeriod, NeverBeginsWhileAnswersAreSealed) {
    Policy p = finishing();
    p.visibility = Visibility::until_closed;
    Room room(p);
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()}).tick(2);
    EXPECT_TRUE(room.notices.empty());
    EXPECT_EQ(*next_wakeup(room.d), hour(100));
}

// ---- the one extension for whom no mail reached ----

Policy waiting(std::int64_t quorum) {
    Policy p = majority();
    p.quorum = {quorum, 0, false};
    p.extend_if_not_reached = std::chrono::hours(48);
    return p;
}

Room with_one_unreached(const Policy& p) {
    Room room(p);
    room.open().says("Ana", 1, {yes()}).now(hour(2), Bounce{address("Bo"), false, "5.1.1", {}});
    return room;
}

TEST(Unreached, WhoCouldHaveMadeTheQuorumAreWaitedForOnce) {
    auto room = with_one_unreached(waiting(2));
    room.tick(100);
    EXPECT_EQ(room.d.closes_at, hour(148));
    EXPECT_EQ(room.owed(NoticeKind::amendment), 4U);
    EXPECT_EQ(room.owed(NoticeKind::invitation), 1U) << "who does not have the text gets it";
    room.tick(148);
    EXPECT_EQ(room.d.closing->outcome, Outcome::no_quorum);
}

TEST(Unreached, AreNotWaitedForWhereTheyChangeNothing) {
    auto enough = with_one_unreached(waiting(1));
    auto hopeless = with_one_unreached(waiting(3));
    auto off = with_one_unreached(majority());
    Room reached(waiting(2));
    reached.open().says("Ana", 1, {yes()});
    Room silent(waiting(0));
    silent.open();
    for (auto* room : {&enough, &hopeless, &off, &reached, &silent}) {
        room->tick(100);
        EXPECT_EQ(room->d.state, State::closed);
    }
}

TEST(Unreached, HaveTheWholeExtensionAfterAnOutageOfOurs) {
    auto room = with_one_unreached(waiting(2));
    room.tick(200);
    EXPECT_EQ(room.d.closes_at, hour(248));
}

TEST(Unreached, WhileAnswersAreSealedAreWaitedForWhateverTheAnswers) {
    for (const bool enough : {false, true}) {
        Policy p = waiting(2);
        p.visibility = Visibility::until_closed;
        auto room = with_one_unreached(p);
        if (enough) room.says("Cy", 3, {yes()});
        room.tick(100);
        ASSERT_EQ(room.d.closes_at, hour(148)) << "else the extension would tell how many answered";
        EXPECT_THAT(room.notices[0].announcement, Not(HasSubstr("too few")));
        EXPECT_THAT(room.d.extensions[0].reason, Not(HasSubstr("few")));
    }
}

// ---- all but so many must agree ----

TEST(AgreeAllBut, CountsThoseWhoDidNotStandBack) {
    Policy p = consent();
    p.silence = Silence::nothing;
    p.agree_all_but = 1;
    EXPECT_EQ(outcome_now(voted(p, 4, 3).d), Outcome::carried);
    EXPECT_EQ(outcome_now(voted(p, 4, 2, 0, 1).d), Outcome::failed);
    EXPECT_EQ(outcome_now(voted(p, 4, 2, 0, 0, 1).d), Outcome::carried) << "of three, two";
    p.agree_all_but = 0;
    EXPECT_EQ(outcome_now(voted(p, 3, 2).d), Outcome::failed);
    EXPECT_EQ(outcome_now(voted(p, 3, 3).d), Outcome::carried);
    EXPECT_THAT(voted(p, 3, 2).needed(), HasSubstr("Needs 1 more vote in favour"));
}

}  // namespace
}  // namespace assentd::test
