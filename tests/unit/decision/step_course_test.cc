// SPDX-License-Identifier: Apache-2.0
// Holds, delegations, absences and seconds (PRODUCT 1.5, 2.9).
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;
using testing::Not;

HoldAct hold(std::int64_t until, const std::string& reason = "I am asking the bank") {
    return {hour(until), {}, reason, "hold"};
}
const ReleaseAct release{"release"};

Policy holding(std::int64_t limit_hours = 48) {
    Policy p = majority();
    p.hold_limit = std::chrono::hours(limit_hours);
    return p;
}

TEST(Hold, DelaysTheCloseAndIsAnnouncedToAll) {
    Room room(holding());
    room.open().says("Ana", 50, {hold(120)});
    EXPECT_EQ(room.d.closes_at, hour(120));
    EXPECT_EQ(room.d.announced_close, hour(100));
    EXPECT_EQ(room.owed(NoticeKind::amendment), 5U);
    EXPECT_THAT(room.notices[0].announcement,
                HasSubstr("Ana holds this decision, and it closes " + moment(hour(120)) + " instead of " +
                          moment(hour(100)) + ": "));
    EXPECT_THAT(room.notices[0].announcement, HasSubstr("I am asking the bank"));
    EXPECT_THAT(room.needed(), HasSubstr("held open until"));
    room.tick(119);
    EXPECT_EQ(room.d.state, State::open);
    room.tick(120);
    EXPECT_EQ(room.d.closing->at, hour(120)) << "it lapses by itself";
}

TEST(Hold, MayBePlacedOnceByEach) {
    Room room(holding());
    room.open().says("Ana", 50, {hold(110)}).says("Ana", 51, {release}).says("Ana", 52, {hold(110)});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("held this decision once already"));
    EXPECT_EQ(room.d.closes_at, hour(100));
    room.says("Bo", 53, {hold(110)});
    EXPECT_EQ(room.d.closes_at, hour(110));
}

TEST(Hold, AllTogetherDelayNoMoreThanTheLimit) {
    Room room(holding(24));
    room.open().says("Ana", 50, {hold(125)});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Holds may delay the close until " + moment(hour(124))));
    room.says("Ana", 51, {hold(124)}).says("Bo", 110, {hold(130)});
    EXPECT_EQ(room.d.closes_at, hour(124)) << "the second does not start from the first";
    Room none(holding(0));
    none.open().says("Ana", 50, {hold(101)});
    EXPECT_EQ(none.reply().problems[0].wrong, "Under this policy nobody can hold a decision.");
}

TEST(Hold, IsForThoseWhoAreAsked) {
    Room room(holding());
    room.open().says("Fay", 50, {hold(110)});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    EXPECT_EQ(room.d.closes_at, hour(100));
}

TEST(Hold, MakesAnEarlyCloseWait) {
    Policy p = holding();
    p.early_close = true;
    Room room(p);
    room.open().says("Ana", 1, {yes(), hold(30)}).says("Bo", 2, {yes()}).says("Cy", 3, {yes()});
    room.tick(29);
    EXPECT_EQ(room.d.state, State::open);
    room.tick(30);
    EXPECT_EQ(room.d.state, State::closed);
}

TEST(Release, GivesTheTimeBackAndIsAnnounced) {
    Room room(holding());
    room.open().says("Ana", 50, {hold(120)}).says("Bo", 51, {release});
    EXPECT_EQ(room.reply().problems[0].wrong, "You hold nothing here.");
    room.says("Ana", 60, {release});
    EXPECT_EQ(room.d.closes_at, hour(100));
    EXPECT_EQ(room.owed(NoticeKind::amendment), 5U);
    Room late(holding());
    late.open().says("Ana", 50, {hold(120)}).says("Ana", 110, {release});
    EXPECT_EQ(late.d.closes_at, hour(110)) << "not back into the past";
}

TEST(Hold, WhileAnswersAreSealedTellsNeitherWhoNorWhy) {
    Policy p = holding();
    p.visibility = Visibility::until_closed;
    Room room(p);
    room.open().says("Ana", 50, {hold(120)});
    EXPECT_THAT(room.notices[0].announcement, Not(HasSubstr("Ana")));
    EXPECT_THAT(room.notices[0].announcement, Not(HasSubstr("bank")));
    room.says("Ana", 60, {release});
    EXPECT_THAT(room.notices[0].announcement, Not(HasSubstr("Ana")));
}

// ---- delegation ----

DelegateAct to(const std::string& name, std::optional<Instant> until = {}) {
    return {address(name), until, "delegate to " + name};
}

TEST(Delegation, CountsTheDelegatesAnswerWhileOneIsSilentAndOnesOwnOtherwise) {
    Room room(majority());
    room.open().says("Ana", 1, {to("Bo")}).says("Bo", 2, {no()});
    EXPECT_EQ(room.binding().disagree, 2);
    EXPECT_EQ(room.binding().spoke(), 2) << "and toward the quorum";
    EXPECT_FALSE(owes_answer(room.d, 0)) << "not reminded";
    room.says("Ana", 3, {yes()});
    EXPECT_EQ(room.binding().agree, 1);
    EXPECT_EQ(room.binding().disagree, 1);
}

TEST(Delegation, TellsTheDelegate) {
    Room room(majority());
    room.open().says("Ana", 1, {to("Bo")});
    EXPECT_EQ(room.notices[1].to_name, "Bo");
    EXPECT_THAT(room.notices[1].recorded[0].what, HasSubstr("Ana asks you to answer for them too"));
}

TEST(Delegation, OfAdviceToAVoterIsRefused) {
    Room room(majority());
    room.opening.roster.push_back(member("Dee", false));
    room.open().says("Dee", 1, {to("Bo")});
    EXPECT_EQ(room.reply().problems[0].wrong,
              "Your voice is advisory here, and the vote of Bo is no advice of yours.");
    EXPECT_FALSE(room.seat("Dee").delegation);
    EXPECT_EQ(room.notices.size(), 1U) << "Bo hears nothing";
    room.now(hour(2), StandingDelegation{3, 1, hour(90), room.next_source(hour(2))});
    EXPECT_FALSE(room.seat("Dee").delegation);
}

TEST(Delegation, IsNamedToOneWhoWithdrawsAVote) {
    Room room(majority());
    room.open()
        .says("Ana", 1, {to("Bo")})
        .says("Ana", 2, {WithdrawAct{WithdrawAct::Object::vote, {}, "withdraw vote"}});
    EXPECT_EQ(room.reply().problems[0].wrong, "You have no vote here that could be withdrawn.");
    EXPECT_THAT(room.reply().problems[0].right, HasSubstr("The answer of Bo counts for you"));
    room.says("Ana", 3, {UnclearVote{"hm", "Which?"}})
        .says("Ana", 4, {WithdrawAct{WithdrawAct::Object::vote, {}, "withdraw vote"}});
    EXPECT_THAT(room.said(), HasSubstr("You had no vote here"));
    EXPECT_THAT(room.said(), HasSubstr("the answer of Bo counts for you"));
}

TEST(Delegation, DoesNotPassOn) {
    Room room(majority());
    room.open().says("Ana", 1, {to("Bo")}).says("Bo", 1, {to("Cy")}).says("Cy", 2, {yes()});
    EXPECT_EQ(room.binding().agree, 2) << "Cy's and Bo's";
    EXPECT_EQ(room.binding().silent, 1) << "Ana's";
    Room circle(majority());
    circle.open().says("Ana", 1, {to("Bo")}).says("Bo", 1, {to("Ana")});
    EXPECT_EQ(circle.binding().silent, 3);
}

TEST(Delegation, ToOneWhoStandsBackOrIsAskedBackIsSilence) {
    Room room(majority());
    room.open().says("Ana", 1, {to("Bo")}).says("Bo", 2, {vote(Position::recuse)});
    EXPECT_EQ(room.binding().recuse, 1) << "who stands back does so for themself";
    EXPECT_TRUE(owes_answer(room.d, 0)) << "and who counted on them is asked again";
    EXPECT_EQ(room.notices[1].to_name, "Ana");
    EXPECT_THAT(room.notices[1].recorded[0].what, HasSubstr("So your own answer is asked for here."));
    EXPECT_EQ(room.binding().silent, 2);
    room.says("Bo", 3, {yes()});
    EXPECT_EQ(room.binding().agree, 2);
    EXPECT_EQ(room.notices[1].to_name, "Ana");
    EXPECT_THAT(room.notices[1].recorded[0].what, HasSubstr("their answer counts for you again"));
    room.says("Bo", 3, {no()});
    EXPECT_EQ(room.notices.size(), 1U) << "once";
    room.says("Bo", 3, {yes()}).says("Ana", 4, {UnclearVote{"hm", "Which?"}});
    EXPECT_EQ(room.binding().agree, 1) << "Ana spoke for herself, only not clearly";
    EXPECT_EQ(room.binding().asked, 1);
    room.says("Pat", 5, {AmendAct{"We buy two.", hour(100), {}, "amend"}});
    EXPECT_EQ(room.binding().agree, 0) << "what is stale counts for nobody";
}

TEST(Delegation, EndsByWordAndByTime) {
    Room room(majority());
    room.open().says("Ana", 1, {to("Bo", hour(10))}).says("Cy", 1, {to("Bo")}).says("Bo", 2, {yes()}).tick(9);
    EXPECT_EQ(room.binding().agree, 3);
    EXPECT_EQ(*next_wakeup(room.d), hour(10));
    room.tick(10);
    EXPECT_EQ(room.binding().agree, 2);
    room.says("Cy", 11, {UndelegateAct{"undelegate"}});
    EXPECT_EQ(room.binding().agree, 1);
    room.says("Cy", 12, {UndelegateAct{"undelegate"}});
    EXPECT_THAT(room.said(), HasSubstr("Nobody answers for you here."));
}

TEST(Delegation, ThatIsOverDoesNotCountAtACloseByHand) {
    Room room(majority());
    room.open().says("Ana", 1, {to("Bo", hour(10))}).says("Bo", 2, {yes()});
    room.says("Fay", 20, {CloseAct{"", "close"}});
    EXPECT_EQ(room.binding().agree, 1) << "no tick came in between";
    EXPECT_THAT(room.d.closing->arithmetic, HasSubstr("1 agree"));
}

TEST(Delegation, GoesToAnotherWhoIsAskedAndMayVote) {
    Room room(majority());
    room.opening.roster.push_back(member("Dee", false));
    room.open().says("Ana", 1, {to("Zoe")});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("is not asked about D-7"));
    room.says("Ana", 1, {to("Ana")});
    EXPECT_EQ(room.reply().problems[0].wrong, "That address is your own.");
    room.says("Ana", 1, {to("Dee")});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Dee advises here and does not vote"));
    room.now(hour(2), StandingDelegation{0, 3, {}, room.next_source(hour(2))});
    EXPECT_FALSE(room.seat("Ana").delegation) << "a standing one neither";
    room.now(hour(2), StandingDelegation{3, 0, {}, room.next_source(hour(2))});
    EXPECT_FALSE(room.seat("Dee").delegation) << "the other way round neither";
}

TEST(Delegation, StandingOnesComeInTimeOrNotAtAll) {
    Room room(majority());
    room.open().says("Bo", 1, {yes()});
    room.now(hour(101), StandingDelegation{0, 1, {}, room.next_source(hour(100))});
    EXPECT_EQ(room.binding().agree, 1) << "not yet closed, but its mail came after the close";
    room.now(hour(101), StandingDelegation{2, 1, {}, room.next_source(hour(99))});
    EXPECT_EQ(room.binding().agree, 2);
    room.now(hour(101), EndDelegation{2, room.next_source(hour(100))});
    EXPECT_EQ(room.binding().agree, 2);
    room.now(hour(101), EndDelegation{2, room.next_source(hour(99))});
    EXPECT_EQ(room.binding().agree, 1);
    for (const auto& wrong :
         {StandingDelegation{0, 9, {}, {}}, StandingDelegation{9, 0, {}, {}}, StandingDelegation{1, 1, {}, {}}})
        EXPECT_TRUE(room.now(hour(2), wrong).last_events.empty());
}

TEST(Delegation, WeighsWhatTheOneWhoDelegatedWeighs) {
    Room room(majority());
    room.opening.roster[0].weight_millionths = 2'500'000;
    room.open().says("Ana", 1, {to("Bo")}).says("Bo", 2, {yes()}).says("Cy", 2, {no()});
    EXPECT_EQ(tally(room.d).weights->agree, 3'500'000);
}

TEST(Delegation, WhileSealedTellsNothingOfTheDelegatesOwn) {
    Policy p = majority();
    p.visibility = Visibility::until_closed;
    Room with(p);
    with.open().says("Bo", 1, {to("Cy"), no()}).says("Ana", 2, {to("Bo")});
    Room without(p);
    without.open().says("Ana", 2, {to("Bo")});
    EXPECT_EQ(with.said(), without.said());
}

TEST(Delegation, UntilADateHoldsEverywhereAlsoWhenThisDecisionIsClosed) {
    Room room(majority());
    room.open().says("Ana", 1, {to("Bo", hour(500))});
    EXPECT_THAT(room.said(),
                HasSubstr(", until " + moment(hour(500)) + ", in every decision that you are both asked"));
    room.tick(100).says("Cy", 101, {to("Bo", hour(500))});
    EXPECT_THAT(room.said(), HasSubstr("in every decision that you are both asked about."));
    EXPECT_TRUE(room.last_events.empty());
    room.says("Ana", 102, {UndelegateAct{"undelegate"}});
    EXPECT_EQ(room.said(),
              "D-7 is closed, and it stays as it was there. If you had delegated until a date, that is over "
              "in all other decisions.");
    room.says("Ana", 103, {to("Bo")});
    EXPECT_THAT(room.notices.at(0).recorded.at(0).what, HasSubstr("late"))
        << "without a date it is for this one only";
}

// ---- absence ----

TEST(Absence, TakesTheRemindersOfItsTimeAndStaysOnTheRecord) {
    Room room(majority());
    for (auto& p : room.opening.roster) p.reminders = {hour(20), hour(50), hour(80)};
    room.open().now(hour(1), Absence{0, hour(20), hour(60), room.next_source(hour(1))});
    EXPECT_EQ(reminders_ahead(room.d, 0), std::vector<Instant>{hour(80)});
    EXPECT_EQ(reminders_ahead(room.d, 1).size(), 3U);
    ASSERT_EQ(room.seat("Ana").away.size(), 1U);
    EXPECT_TRUE(owes_answer(room.d, 0));
    EXPECT_TRUE(room.now(hour(1), Absence{9, hour(20), hour(60), {}}).last_events.empty());
}

// ---- seconds ----

Drafted draft(std::int64_t needed) {
    Drafted d;
    d.proposer = human("Pat");
    d.text = {"A new printer", "We buy one."};
    d.source = {"<x@example.org>", "x", hour(0)};
    d.seconds_needed = needed;
    d.may_second = {human("Ana"), human("Bo"), human("Pat")};
    return d;
}

TEST(Seconds, AreAskedOfTheOthersAndCountedOnceEach) {
    Room room(majority());
    room.now(hour(0), Draft{draft(2)});
    EXPECT_EQ(room.owed(NoticeKind::question), 2U) << "not of the proposer";
    EXPECT_THAT(room.notices.back().recorded[0].what, HasSubstr("opens once 2 others second it"));
    EXPECT_EQ(room.needed(), "Needs 2 more people to second it.");
    room.now(hour(1), Second{human("Pat"), room.next_source(hour(1)), "seconded"});
    EXPECT_THAT(room.said(), HasSubstr("not by whoever proposes it, so this was not counted."));
    EXPECT_EQ(room.needed(), "Needs 2 more people to second it.");
    room.now(hour(1), Second{human("Zoe"), room.next_source(hour(1)), "seconded"});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    room.now(hour(2), Second{human("Ana"), room.next_source(hour(2)), "seconded"});
    EXPECT_EQ(room.needed(), "Needs 1 more person to second it.");
    room.now(hour(3), Second{human("Ana"), room.next_source(hour(3)), "seconded"});
    EXPECT_EQ(room.said(), "You had seconded it already.");
    EXPECT_EQ(room.d.seconds.size(), 1U);
    room.now(hour(3), AskDraft{room.next_source(hour(3))});
    EXPECT_EQ(room.notices.size(), 1U) << "its proposer alone";
    EXPECT_THAT(room.said(), HasSubstr("it stays as it is. Needs 1 more person to second it."));
    EXPECT_EQ(room.d.seconds.size(), 1U);
    room.now(hour(4), Draft{draft(2)});
    EXPECT_TRUE(room.d.seconds.empty()) << "a corrected draft is another one";
}

TEST(Seconds, AreForADraftThatWaitsForThem) {
    Room room(majority());
    room.open().now(hour(1), Second{human("Ana"), room.next_source(hour(1)), "seconded"});
    EXPECT_TRUE(room.last_events.empty());
    Room other(majority());
    other.now(hour(0), Draft{draft(0)}).now(hour(1), Second{human("Ana"), other.next_source(hour(1)), "seconded"});
    EXPECT_TRUE(other.last_events.empty());
}

TEST(Hold, IsForThoseWhoVoteAndForATimeToCome) {
    Room room(majority());
    room.opening.roster.push_back(member("Dee", false));
    room.open().says("Dee", 1, {HoldAct{hour(110), {}, "wait", "hold 5 days"}});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    EXPECT_EQ(room.d.closes_at, hour(100)) << "an adviser delays nobody";
    Room consenting(consent());
    consenting.opening.roster.push_back(member("Dee", false));
    consenting.open().says("Dee", 1, {HoldAct{hour(110), {}, "wait", "hold 5 days"}});
    EXPECT_THAT(consenting.reply().problems[0].right, Not(HasSubstr("-1")));
    room.says("Ana", 2, {HoldAct{hour(2), {}, "wait", "hold -1 days"}});
    EXPECT_EQ(room.reply().problems.at(0).wrong, "That time is over already.");
    EXPECT_FALSE(room.seat("Ana").hold);
    room.says("Ana", 2, {HoldAct{hour(110), {}, "wait", "hold 5 days"}});
    EXPECT_EQ(room.d.closes_at, hour(110));
}

TEST(Reminders, WaitForThoseWhoRest) {
    Room room(majority());
    for (auto& participant : room.opening.roster) participant.reminders = {hour(50)};
    room.open().now(hour(60), Tick{hour(60), false, false, {1}});
    EXPECT_EQ(room.owed(NoticeKind::reminder), 2U);
    EXPECT_EQ(next_wakeup(room.d, hour(60)), hour(100));
    room.tick(70);
    EXPECT_EQ(room.owed(NoticeKind::reminder), 1U);
    EXPECT_EQ(room.reply().to_address, address("Bo"));
}

}  // namespace
}  // namespace assentd::test
