// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using std::chrono::seconds;
using testing::HasSubstr;

Room with_reminders(const Policy& p = majority()) {
    Room room(p);
    for (auto& participant : room.opening.roster) participant.reminders = {hour(50), hour(80)};
    room.open();
    return room;
}

std::vector<std::string> recipients(const Room& room, NoticeKind kind) {
    std::vector<std::string> result;
    for (const auto& n : room.notices)
        if (n.kind == kind) result.push_back(n.to_address);
    return result;
}

TEST(Opening, InvitesEveryParticipantOnceAndGivesTheProposerAReceipt) {
    Room room(majority());
    room.open();
    EXPECT_THAT(recipients(room, NoticeKind::invitation),
                testing::ElementsAre("ana@example.org", "bo@example.org", "cy@example.org", "fay@example.org"));
    EXPECT_EQ(recipients(room, NoticeKind::receipt), std::vector<std::string>{"pat@example.org"});
    EXPECT_THAT(room.reply().recorded.front().what, HasSubstr("D-7"));
    EXPECT_THAT(room.said(), HasSubstr("withdraw proposal")) << "how to change it";
}

TEST(Opening, TellsAFacilitatorOnceWhoKnowsNothingOfItYet) {
    Room room(majority());
    room.opening.facilitators = {human("Fay"), human("Fay"), human("Ana"), human("Pat")};
    room.open();
    EXPECT_EQ(room.owed(NoticeKind::invitation), 4U);
    EXPECT_EQ(room.notices.back().to_name, "Fay");
    EXPECT_TRUE(room.notices.back().facilitates);
    EXPECT_FALSE(room.notices[1].facilitates) << "Ana votes";
}

// ---- a question that is left open ----

TEST(Reminder, OfAQuestionComesOnceWhileAnEarlierAnswerStands) {
    Room room = with_reminders();
    room.says("Ana", 1, {yes()}).says("Ana", 2, {UnclearVote{"+1 if it is cheap", "Which?"}});
    EXPECT_FALSE(owes_answer(room.d, 0));
    EXPECT_EQ(reminders_ahead(room.d, 0), std::vector<Instant>{hour(50)});
    room.tick(50);
    EXPECT_THAT(recipients(room, NoticeKind::reminder), testing::Contains("ana@example.org"));
    EXPECT_TRUE(reminders_ahead(room.d, 0).empty()) << "once is enough: something of theirs is counted";
    EXPECT_TRUE(is_waited_for(room.d, 0)) << "a mail that goes to them anyway lists it";
}

TEST(Reminder, OfAQuestionAsksWhoeverHadBeenRemindedOfTheirVote) {
    Room room = with_reminders();
    room.tick(50).says("Ana", 51, {yes()}).says("Ana", 52, {UnclearVote{"+1 if it is cheap", "Which?"}});
    EXPECT_EQ(reminders_ahead(room.d, 0), std::vector<Instant>{hour(80)});
}

TEST(Reminder, OfAQuestionEndsWithItsAnswer) {
    Room room = with_reminders();
    room.says("Ana", 1, {yes()}).says("Ana", 2, {UnclearVote{"+1 if it is cheap", "Which?"}});
    room.says("Ana", 3, {no()});
    EXPECT_FALSE(is_waited_for(room.d, 0));
    EXPECT_TRUE(reminders_ahead(room.d, 0).empty());
}

TEST(Reminder, OfAQuestionComesToWhomSomebodyElseWouldAnswerFor) {
    Room room = with_reminders();
    room.says("Ana", 1, {DelegateAct{"bo@example.org", {}, "delegate to bo@example.org"}});
    EXPECT_TRUE(reminders_ahead(room.d, 0).empty());
    room.says("Ana", 2, {UnclearVote{"+1 if it is cheap", "Which?"}});
    EXPECT_EQ(reminders_ahead(room.d, 0), std::vector<Instant>{hour(50)}) << "they speak for themselves now";
}

TEST(Reminder, WhereSilenceAgreesTheProposerGetsNone) {
    Room room(consent(), {"Ana", "Pat"});
    for (auto& participant : room.opening.roster) participant.reminders = {hour(50)};
    room.open().tick(50);
    EXPECT_EQ(recipients(room, NoticeKind::reminder), std::vector<std::string>{"ana@example.org"});
    Room counted(majority(), {"Ana", "Pat"});
    for (auto& participant : counted.opening.roster) participant.reminders = {hour(50)};
    counted.open().tick(50);
    EXPECT_EQ(counted.owed(NoticeKind::reminder), 2U) << "here nothing is counted for whoever says nothing";
}

TEST(Reminder, AProposerWhoIsAskedSomethingGetsOne) {
    Room room(consent(), {"Ana", "Pat"});
    for (auto& participant : room.opening.roster) participant.reminders = {hour(50)};
    room.open().says("Pat", 2, {UnclearVote{"+1 if it is cheap", "Which?"}}).tick(50);
    EXPECT_EQ(room.owed(NoticeKind::reminder), 2U);
}

TEST(Opening, HappensOnce) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}).open();
    EXPECT_TRUE(room.notices.empty());
    EXPECT_TRUE(room.seat("Ana").stance) << "a second opening would lose the votes";
    room.now(hour(2), Draft{});
    EXPECT_EQ(room.d.state, State::open);
}

TEST(Drafts, TellTheirProblemsOrAskForConfirmation) {
    Room room(majority());
    Drafted draft;
    draft.proposer = human("Pat");
    draft.problems = {{"Deadine: Friday", "Unknown key.", "Deadline: Friday"}};
    draft.source = {"<x@example.org>", "x", hour(0)};
    room.now(hour(0), Draft{draft});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    EXPECT_EQ(room.reply().problems, draft.problems);
    draft.problems.clear();
    draft.awaits_confirmation = true;
    room.now(hour(1), Draft{draft});
    EXPECT_EQ(room.reply().kind, NoticeKind::question);
    EXPECT_EQ(room.reply().confirm_sha256, "x");
    room.open();
    EXPECT_EQ(room.d.state, State::open);
}

TEST(Close, HappensAtItsInstantAndOnce) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}).tick(99);
    EXPECT_EQ(room.d.state, State::open);
    room.tick(100);
    EXPECT_EQ(room.d.state, State::closed);
    EXPECT_EQ(room.d.closing->outcome, Outcome::carried);
    EXPECT_EQ(room.owed(NoticeKind::outcome), 5U);
    room.tick(101);
    room.now(hour(101), AdminClose{"root", ""});
    EXPECT_TRUE(room.notices.empty()) << "no second outcome";
    EXPECT_TRUE(room.last_events.empty());
}

TEST(Close, TellsEverybodyOnceWhateverTheirRoles) {
    Room room(majority(), {"Pat", "Ana"});
    room.opening.facilitators = {human("Pat"), human("Fay")};
    room.opening.facilitators[1].address = "FAY@example.org";
    room.opening.decider = human("Fay");
    room.open().tick(100);
    EXPECT_THAT(recipients(room, NoticeKind::outcome),
                testing::ElementsAre("pat@example.org", "ana@example.org", "FAY@example.org"));
}

TEST(Close, AfterAnOutageIsAtItsNominalTimeWithTheVotesOfThen) {
    Room room(majority());
    room.open().now(hour(150), room.mail("Ana", hour(99), {yes()}));
    room.now(hour(150), room.mail("Bo", hour(120), {no()}));
    room.tick(hour(150), hour(150), true);
    EXPECT_EQ(room.d.closing->at, hour(100));
    EXPECT_TRUE(room.d.closing->waited_for_inbox);
    EXPECT_EQ(room.binding().agree, 1);
    EXPECT_EQ(room.binding().disagree, 0);
}

TEST(Close, SaysSoWhenTheDaemonWasAwayAtItsInstant) {
    for (const bool away : {false, true}) {
        Room room(majority());
        room.open().tick(away ? 100 + 7 * 24 : 100);
        EXPECT_EQ(room.d.closing->at, hour(100));
        EXPECT_EQ(room.d.closing->waited_for_inbox, away);
    }
}

TEST(Close, WaitsUntilTheInboxWasReadUpToIt) {
    Room room(majority());
    room.open().tick(hour(105), hour(100) - seconds(1));
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_THAT(needs(room.d, hour(105)), HasSubstr("once all mail from before its close has been read"));
    room.tick(hour(106), hour(100), true);
    EXPECT_EQ(room.d.closing->at, hour(100));
}

TEST(Late, IsWhatArrivesExactlyAtTheClose) {
    Room room(majority());
    room.open();
    room.now(hour(101), room.mail("Ana", hour(100) - seconds(1), {yes()}));
    room.now(hour(101), room.mail("Bo", hour(100), {yes()}));
    EXPECT_TRUE(room.seat("Ana").stance);
    EXPECT_FALSE(room.seat("Bo").stance);
    EXPECT_EQ(room.d.late.size(), 1U);
    EXPECT_THAT(room.said(), HasSubstr("This came after the close, "));
    EXPECT_THAT(room.said(), HasSubstr("It is on the record as late and changes nothing."));
}

TEST(Late, ArrivedBeforeTheCloseButReadAfterItIsToldTruly) {
    Room room(majority());
    room.open().tick(100).now(hour(101), room.mail("Ana", hour(99), {yes()}));
    EXPECT_FALSE(room.seat("Ana").stance);
    EXPECT_THAT(room.said(), HasSubstr("This was read only after the decision had closed"));
}

TEST(Late, QuestionsAreAnsweredWithoutARecord) {
    Room room(majority());
    room.open().tick(100).says("Ana", 101, {AskStatus{}});
    EXPECT_TRUE(room.last_events.empty());
    EXPECT_TRUE(room.reply().with_status);
}

TEST(Close, AtItsTimeWaitsForNoConfirmation) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}).says("Bo", 99, {no()}, Trust::none).tick(100);
    EXPECT_EQ(room.d.closing->outcome, Outcome::carried);
    EXPECT_EQ(room.d.closing->at, hour(100));
}

TEST(CloseCommand, IsForFacilitatorsAndForTheProposerWhereAllowed) {
    Room room(majority());
    room.open().says("Pat", 1, {CloseAct{"done", "close"}});
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    room.says("Ana", 1, {CloseAct{"done", "close"}});
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("only a facilitator may close"));
    room.says("Fay", 2, {CloseAct{"done", "close"}});
    EXPECT_EQ(room.d.state, State::closed);
    EXPECT_EQ(room.d.closing->by.name, "Fay");
    EXPECT_EQ(room.d.closing->reason, "done");
    EXPECT_EQ(room.owed(NoticeKind::outcome), 5U);
    EXPECT_EQ(room.notices.size(), 5U) << "which Fay has as the answer to the command";
    for (const auto& n : room.notices) EXPECT_EQ(!n.in_reply_to.sha256.empty(), n.to_name == "Fay");

    Policy p = majority();
    p.close_by_proposer = true;
    Room allowed(p);
    allowed.open().says("Ana", 1, {CloseAct{}});
    EXPECT_THAT(allowed.reply().problems[0].wrong, HasSubstr("only Pat or a facilitator may close"));
    allowed.says("Pat", 1, {CloseAct{}});
    EXPECT_EQ(allowed.d.state, State::closed);
}

TEST(CloseCommand, IsNobodysWhereThereIsNoFacilitator) {
    Room room(majority());
    room.opening.facilitators.clear();
    room.open().says("Pat", 1, {CloseAct{}});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("nobody may close"));
}

TEST(CloseCommand, HoldsAtItsArrivalAndNotBeforeTheMinimumPeriod) {
    Policy p = majority();
    p.min_period = std::chrono::hours(10);
    Room room(p);
    room.open().says("Fay", 9, {CloseAct{{}, "close"}});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("minimum period"));
    room.now(hour(30), room.mail("Fay", hour(10), {CloseAct{{}, "close"}}));
    EXPECT_EQ(room.d.closing->at, hour(10)) << "not when it was read";
}

TEST(CloseCommand, WhatFollowsItInTheMailIsTooLate) {
    Room room(majority(), {"Fay", "Ana"});
    room.open().says("Fay", 1, {CloseAct{{}, "close"}, yes()});
    EXPECT_FALSE(room.seat("Fay").stance);
    EXPECT_THAT(room.reply().problems.at(0).wrong, HasSubstr("closed by now"));
}

TEST(Extension, MovesTheCloseAndTellsAll) {
    auto room = with_reminders();
    room.says("Pat", 1, {ExtendAct{hour(200), {{0, {hour(150)}}}, "holidays", "extend 3 days"}});
    EXPECT_EQ(room.d.closes_at, hour(200));
    EXPECT_EQ(room.owed(NoticeKind::amendment), 5U);
    EXPECT_EQ(room.notices.size(), 5U) << "the announcement is Pat's receipt";
    for (const auto& n : room.notices) EXPECT_EQ(!n.in_reply_to.sha256.empty(), n.to_name == "Pat");
    EXPECT_THAT(room.notices[0].announcement, HasSubstr(moment(hour(200)) + ", asked for by Pat: holidays"));
    EXPECT_EQ(room.seat("Ana").participant.reminders, std::vector<Instant>{hour(150)});
    room.tick(100);
    EXPECT_EQ(room.d.state, State::open);
}

TEST(Extension, OnlyGrowsThePeriodAndOnlyForThoseWhoSteer) {
    Room room(majority());
    room.open().says("Pat", 1, {ExtendAct{hour(100), {}, {}, "extend"}});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("a period can only grow"));
    room.says("Ana", 1, {ExtendAct{hour(200), {}, {}, "extend"}});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Only the proposer or a facilitator may extend"));
    room.now(hour(2), AdminExtend{"root", "", hour(90), {}});
    EXPECT_EQ(room.d.closes_at, hour(100));
    room.now(hour(2), AdminExtend{"root", "", hour(110), {}});
    EXPECT_EQ(room.d.closes_at, hour(110));
}

TEST(Admin, ClosesWithdrawsAndReopensOnTheRecord) {
    Room room(majority());
    room.open().now(hour(5), AdminClose{"root", "asked by phone"});
    EXPECT_EQ(room.d.closing->by.name, "the admin (root)");
    EXPECT_TRUE(room.d.closing->early);
    room.now(hour(6), AdminReopen{"root", "", hour(5), {}});
    EXPECT_EQ(room.d.state, State::closed) << "it would close again at once";
    room.now(hour(6), AdminReopen{"root", "too soon", hour(50), {}});
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_EQ(room.owed(NoticeKind::amendment), 5U);
    room.says("Ana", 7, {yes()});
    EXPECT_TRUE(room.seat("Ana").stance);
    room.now(hour(8), AdminWithdraw{"", ""});
    EXPECT_EQ(room.d.closing->outcome, Outcome::withdrawn);
    EXPECT_EQ(room.d.closing->by.name, "the admin");
}

// PRODUCT 4.4: minimum periods hold even for early closes, whoever closes.
TEST(Admin, ClosesNothingWithinTheMinimumPeriod) {
    Policy policy = majority();
    policy.min_period = std::chrono::hours(72);
    Room room(policy);
    room.open().says("Ana", 1, {yes()}).now(hour(72) - seconds(1), AdminClose{"root", ""});
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_TRUE(room.notices.empty());
    room.now(hour(72), AdminClose{"root", ""});
    EXPECT_EQ(room.d.closing->outcome, Outcome::carried);
}

TEST(Admin, WithdrawsADraftAndTellsItsProposerUnlessNobodyKnowsWhoThatIs) {
    for (const bool unproven : {false, true}) {
        Room room(majority());
        Drafted draft;
        draft.proposer = human("Pat");
        draft.text = {"A new printer", "We buy one."};
        draft.problems = {{"Deadine: x", "wrong", "right"}};
        draft.awaits_confirmation = unproven;
        room.now(hour(0), Draft{draft});
        room.now(hour(1), AdminWithdraw{"root", "spam"});
        EXPECT_EQ(room.d.state, State::closed);
        EXPECT_EQ(room.d.number, 0);
        EXPECT_EQ(needs(room.d, hour(2)), "It was withdrawn.");
        EXPECT_EQ(next_wakeup(room.d), std::nullopt);
        EXPECT_EQ(room.notices.size(), unproven ? 0U : 1U);
        if (!unproven) {
            EXPECT_EQ(room.reply().recorded[0].what,
                      "Your proposal “A new printer” was not open yet, and the admin (root) withdrew it: spam");
        }
        room.now(hour(2), AdminReopen{"root", "", hour(50), {}});
        EXPECT_EQ(room.d.state, State::closed) << "it never was open";
    }
}

TEST(Bounces, MarkTheirRecipientOnceAndOnlyForGood) {
    Room room(majority());
    room.open().now(hour(1), Bounce{address("Ana"), true, "4.2.2", {}});
    EXPECT_TRUE(room.seat("Ana").reached);
    room.now(hour(1), Bounce{"ANA@example.org", false, "5.1.1", {}});
    EXPECT_FALSE(room.seat("Ana").reached);
    EXPECT_EQ(room.seat("Ana").not_reached_status, "5.1.1");
    room.now(hour(1), Bounce{address("Ana"), false, "5.1.1", {}})
        .now(hour(1), Bounce{"x@example.net", false, "", {}});
    EXPECT_TRUE(room.last_events.empty());
    EXPECT_TRUE(room.notices.empty());
}

// It says nothing of who could answer in time, and extends nothing that is over.
TEST(Bounces, FromAfterTheCloseThatAreReadBeforeItChangeNothing) {
    Room room(majority());
    room.open().now(hour(121), Bounce{address("Ana"), false, "5.1.1", room.next_source(hour(120))});
    EXPECT_TRUE(room.last_events.empty());
    EXPECT_TRUE(room.seat("Ana").reached);
}

TEST(Reminders, GoToThoseWhoOweAndStopWithTheVote) {
    auto room = with_reminders();
    room.says("Ana", 10, {yes()});
    EXPECT_EQ(next_wakeup(room.d), hour(50));
    room.tick(49);
    EXPECT_TRUE(room.notices.empty());
    room.tick(50);
    EXPECT_THAT(recipients(room, NoticeKind::reminder), testing::ElementsAre("bo@example.org", "cy@example.org"));
    room.tick(51);
    EXPECT_TRUE(room.notices.empty()) << "each once";
    EXPECT_EQ(next_wakeup(room.d), hour(80));
    room.says("Bo", 60, {no()}).says("Cy", 61, {vote(Position::abstain)}).tick(80);
    EXPECT_TRUE(room.notices.empty());
    EXPECT_EQ(next_wakeup(room.d), hour(100));
}

TEST(Reminders, AreOneAtMostAfterAnOutage) {
    auto room = with_reminders();
    room.tick(90);
    EXPECT_EQ(room.owed(NoticeKind::reminder), 3U);
    room.tick(91);
    EXPECT_TRUE(room.notices.empty());
}

TEST(Reminders, WaitUntilTheInboxWasRead) {
    auto room = with_reminders();
    room.tick(hour(51), hour(49));
    EXPECT_TRUE(room.notices.empty()) << "the answer may lie there unread";
}

TEST(Reminders, AreNotSentWithTheOutcome) {
    auto room = with_reminders();
    room.tick(120);
    EXPECT_EQ(room.owed(NoticeKind::reminder), 0U);
    EXPECT_EQ(room.owed(NoticeKind::outcome), 5U);
}

TEST(Reminders, SpareWhoRaisedAConcernCannotBeReachedOrJustWithdrew) {
    auto room = with_reminders(consent());
    room.says("Ana", 1, {RaiseConcern{"cost", "too dear", "concern: cost"}});
    room.now(hour(1), Bounce{address("Bo"), false, "5.1.1", {}});
    room.says("Cy", 1, {yes()}).says("Cy", 55, {WithdrawAct{WithdrawAct::Object::vote, {}, "withdraw"}}).tick(56);
    EXPECT_EQ(room.owed(NoticeKind::reminder), 0U);
    room.tick(80);
    EXPECT_EQ(recipients(room, NoticeKind::reminder), std::vector<std::string>{"cy@example.org"});
}

TEST(Reminders, ReachWhoIsAskedForAClearAnswer) {
    auto room = with_reminders();
    room.says("Ana", 1, {UnclearVote{"hm", "Which?"}}).tick(50);
    EXPECT_EQ(room.owed(NoticeKind::reminder), 3U);
}

TEST(Wakeup, IsNothingForADecisionThatIsNotOpen) {
    Room room(majority());
    EXPECT_FALSE(next_wakeup(room.d));
    room.open().tick(100);
    EXPECT_FALSE(next_wakeup(room.d));
}

}  // namespace
}  // namespace assentd::test
