// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using std::chrono::seconds;
using testing::HasSubstr;

Policy early(std::int64_t min_hours = 0) {
    Policy p = majority();
    p.early_close = true;
    p.min_period = std::chrono::hours(min_hours);
    return p;
}

Room everybody_says_yes(const Policy& p) {
    Room room(p);
    room.open().says("Ana", 1, {yes()}).says("Bo", 2, {yes()}).says("Cy", 3, {yes()});
    return room;
}

TEST(EarlyClose, ComesWhenEverybodySpoke) {
    auto room = everybody_says_yes(early());
    EXPECT_EQ(room.d.state, State::open) << "another mail may lie unread beside the last vote";
    ASSERT_EQ(next_wakeup(room.d), hour(3) + seconds(1));
    room.tick(hour(3) + seconds(1), hour(3) + seconds(1));
    EXPECT_EQ(room.d.state, State::closed);
    EXPECT_TRUE(room.d.closing->early);
    EXPECT_EQ(room.owed(NoticeKind::outcome), 5U);
}

TEST(EarlyClose, NeverRunsAheadOfUnreadMail) {
    auto room = everybody_says_yes(early());
    room.tick(hour(5), hour(3));
    EXPECT_EQ(room.d.state, State::open);
    room.now(hour(5), room.mail("Bo", hour(4), {no()}));
    EXPECT_EQ(room.seat("Bo").stance->position, Position::disagree) << "changed in time";
    room.tick(hour(5), hour(5));
    EXPECT_EQ(room.d.closing->at, hour(4) + seconds(1));
}

TEST(EarlyClose, WaitsForWhoeverMayMeanToTakeTheirAnswerBack) {
    auto room = everybody_says_yes(early());
    room.now(hour(3) + seconds(1), room.mail("Bo", hour(3), {UnclearVote{"no longer +1", "Which is it?"}}));
    EXPECT_EQ(room.reply().questions.at(0).ask,
              "Your earlier answer (agree) counts until you say more. Which is it?");
    room.tick(99);
    EXPECT_EQ(room.d.state, State::open);
}

TEST(EarlyClose, NotBeforeTheMinimumPeriod) {
    auto room = everybody_says_yes(early(72));
    EXPECT_EQ(next_wakeup(room.d), hour(72));
    room.tick(71);
    EXPECT_EQ(room.d.state, State::open);
    room.tick(72);
    EXPECT_EQ(room.d.state, State::closed);
}

TEST(EarlyClose, OnlyWhereThePolicyHasIt) {
    auto room = everybody_says_yes(majority());
    room.tick(50);
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_EQ(next_wakeup(room.d), hour(100));
}

TEST(EarlyClose, WaitsForTheSilentTheUnreachedTheUnclearTheHeldAndOpenConcerns) {
    const auto stays_open = [](Room& room) {
        room.tick(20);
        return room.d.state == State::open;
    };
    Room silent(early());
    silent.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()});
    EXPECT_TRUE(stays_open(silent));
    silent.now(hour(21), Bounce{address("Cy"), false, "5.1.1", {}});
    EXPECT_TRUE(stays_open(silent)) << "who could not be reached is not passed by";

    auto unclear = everybody_says_yes(early());
    unclear.says("Ana", 4, {UnclearVote{"hm", "Which?"}});
    EXPECT_TRUE(stays_open(unclear));

    auto held = everybody_says_yes(early());
    held.says("Ana", 3, {no()}, Trust::none);
    EXPECT_TRUE(stays_open(held));

    Policy consenting = early();
    consenting.on_disagree = OnDisagree::block;
    auto blocked = everybody_says_yes(consenting);
    blocked.says("Ana", 4, {no()});
    EXPECT_TRUE(stays_open(blocked));
    blocked.says("Ana", 21, {yes()}).tick(22);
    EXPECT_EQ(blocked.d.state, State::closed);
}

TEST(EarlyClose, WaitsADayForAConfirmationHoweverManyAreAskedFor) {
    auto room = everybody_says_yes(early());
    for (std::int64_t h = 3; h < 27; ++h) room.says(h % 2 ? "Ana" : "Bo", h, {no()}, Trust::none);
    ASSERT_EQ(next_wakeup(room.d), hour(27) + seconds(1));
    room.tick(hour(27), hour(27));
    EXPECT_EQ(room.d.state, State::open);
    room.tick(hour(27) + seconds(1), hour(27) + seconds(1));
    EXPECT_EQ(room.d.state, State::closed) << "anybody can write a name into From";

    auto settled = everybody_says_yes(early());
    settled.says("Ana", 3, {no()}, Trust::none);
    settled.now(hour(5), Confirm{settled.d.held[0].source.sha256, false, {}, {}, settled.next_source(hour(5))})
        .tick(hour(5) + seconds(1), hour(5) + seconds(1));
    EXPECT_EQ(settled.d.state, State::closed) << "no longer than it takes";

    auto strangers = everybody_says_yes(early());
    strangers.says("Pat", 3, {CastVote{}}, Trust::none).tick(4);
    EXPECT_EQ(strangers.d.state, State::closed) << "whose mail could change no vote";
}

TEST(EarlyClose, DoesNotWaitForAdvisoryVoices) {
    Room room(early());
    room.opening.roster.push_back(member("Dee", false));
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {yes()}).says("Cy", 1, {vote(Position::recuse)}).tick(2);
    EXPECT_EQ(room.d.state, State::closed);
}

// What silence means was announced for the close that was announced.
TEST(EarlyClose, TakesNobodysSilenceForConsent) {
    Policy shares = majority();
    shares.silence = Silence::agree;
    shares.base = Base::eligible;
    for (const Policy& policy : {consent(), shares}) {
        Room nobody(policy);
        nobody.open().now(hour(5), AdminClose{"root", ""});
        EXPECT_EQ(nobody.d.closing->outcome, Outcome::no_quorum);
        EXPECT_THAT(nobody.d.closing->arithmetic, HasSubstr("at the announced close only, and this came before it"));
        Room late(policy);
        late.open().now(hour(100), AdminClose{"root", ""});
        EXPECT_EQ(late.d.closing->outcome, Outcome::carried) << "that is no early close";
    }
    Room one(consent());
    one.open().says("Ana", 1, {yes()}).says("Fay", 2, {CloseAct{{}, "close"}});
    EXPECT_EQ(one.d.closing->outcome, Outcome::carried) << "somebody spoke, and nobody objected";
    Room few(shares);
    few.open().says("Ana", 1, {yes()}).says("Fay", 2, {CloseAct{{}, "close"}});
    EXPECT_EQ(few.d.closing->outcome, Outcome::failed) << "1 of 3 is not more than half";
}

}  // namespace
}  // namespace assentd::test
