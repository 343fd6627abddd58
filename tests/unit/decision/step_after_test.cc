// SPDX-License-Identifier: Apache-2.0
// The decider's word, statements, reviews and supersession.
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;
using testing::Not;

DecideAct decide(const std::string& what) {
    return {what, "I say so", "decide " + what};
}

Policy advice() {
    Policy p = consent();
    p.method = Method::advice;
    p.on_disagree = OnDisagree::count;
    return p;
}

Room advised(Policy p = advice()) {
    Room room(p);
    room.opening.decider = human("Dana");
    room.open();
    return room;
}

TEST(Advice, AsksTheDeciderOnceTheTimeIsOverAndWaits) {
    auto room = advised();
    room.says("Ana", 1, {no()});
    EXPECT_EQ(room.needed(), "2 people may still advise; then Dana decides.");
    room.tick(100);
    EXPECT_EQ(room.d.state, State::open);
    ASSERT_EQ(room.notices.size(), 2U);
    EXPECT_EQ(room.reply().wanted, Notice::Wanted::decision);
    EXPECT_EQ(room.notices[1].to_name, "Pat") << "who proposed it hears for whom it waits";
    EXPECT_THAT(room.notices[1].recorded.at(0).what, HasSubstr("Dana is asked to decide"));
    EXPECT_EQ(needs(room.d, hour(100)), "Needs the word of Dana, who decides.");
    EXPECT_EQ(next_wakeup(room.d), hour(148));
    for (const int h : {148, 196, 244}) {
        room.tick(h - 1);
        EXPECT_TRUE(room.notices.empty()) << h;
        room.tick(h);
        ASSERT_EQ(room.notices.size(), h < 244 ? 1U : 2U) << h;
        EXPECT_EQ(room.reply().to_name, "Dana");
    }
    EXPECT_EQ(room.notices[1].to_name, "Pat");
    EXPECT_THAT(room.notices[1].recorded.at(0).what, HasSubstr("for the last time"));
    EXPECT_FALSE(next_wakeup(room.d)) << "only mail moves it now";
    room.tick(900);
    EXPECT_TRUE(room.notices.empty()) << "asked four times, and no more";
    room.says("Ana", 200, {yes()});
    EXPECT_THAT(room.said(), HasSubstr("after the close"));
    room.says("Dana", 201, {decide("no")});
    EXPECT_EQ(room.d.closing->outcome, Outcome::failed);
    EXPECT_EQ(room.d.closing->by.name, "Dana");
    EXPECT_EQ(room.d.closing->reason, "I say so");
}

TEST(Advice, InvitesTheDeciderToo) {
    auto room = advised();
    EXPECT_EQ(room.owed(NoticeKind::invitation), 5U);
    EXPECT_EQ(room.notices[4].to_name, "Dana");
    EXPECT_FALSE(room.notices[4].facilitates);
    EXPECT_EQ(room.notices[5].to_name, "Fay") << "who keeps it moving";
    Room on_roster(advice());
    on_roster.opening.decider = human("Ana");
    on_roster.opening.facilitators.clear();
    on_roster.open();
    EXPECT_EQ(on_roster.owed(NoticeKind::invitation), 3U);
}

// Ana is asked with the others, and is the one to decide.
Room decided_by_ana() {
    Room room(advice());
    room.opening.decider = human("Ana");
    room.opening.roster[0].reminders = {hour(50)};
    return room.open();
}

TEST(Advice, CountsNoDeciderAmongTheAdvisers) {
    auto room = decided_by_ana();
    EXPECT_EQ(room.needed(), "2 people may still advise; then Ana decides.");
    room.tick(50);
    EXPECT_TRUE(room.notices.empty()) << "no advice of hers is waited for";
    room.says("Ana", 51, {yes()}).says("Bo", 52, {no()});
    EXPECT_EQ(room.needed(), "1 person may still advise; then Ana decides.");
    EXPECT_EQ(arithmetic(room.d), "Of 2 people who were asked, 1 gave advice.");
}

TEST(Advice, ABareYesOfTheDeciderDecidesNothingAndSaysSo) {
    auto room = decided_by_ana();
    room.says("Ana", 1, {yes()});
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_EQ(room.said(),
              "Recorded: agree. It is kept as advice and decides nothing: you are asked for your decision when the "
              "time for advice is over. To decide before, write: decide yes: REASON, or decide no: REASON");
    room.says("Bo", 2, {yes()});
    EXPECT_EQ(room.said(), "Recorded: agree.");
    room.tick(100);
    EXPECT_EQ(room.reply().wanted, Notice::Wanted::decision);
}

TEST(Advice, TheDecisionDoesNotPassToADelegate) {
    auto room = decided_by_ana();
    room.says("Ana", 1, {DelegateAct{address("Bo"), std::nullopt, "delegate to bo@example.org"}});
    ASSERT_EQ(room.notices.size(), 1U) << "there is nothing for Bo to do";
    EXPECT_EQ(room.said(), "In D-7 the decision is yours and does not pass on: you are asked for it as before.");
    room.says("Cy", 2, {DelegateAct{address("Bo"), std::nullopt, "delegate to bo@example.org"}});
    EXPECT_THAT(room.notices.at(1).recorded.at(0).what, HasSubstr("your advice stands for both of you"));
}

TEST(Advice, TellsNobodyThatTheyWaitForThemselves) {
    Room room(advice());
    room.opening.decider = human("Pat");
    room.open().tick(100);
    ASSERT_EQ(room.notices.size(), 1U);
    EXPECT_EQ(room.reply().wanted, Notice::Wanted::decision);
}

TEST(Advice, IsGivenInProse) {
    auto room = advised();
    auto mail = room.mail("Ana", hour(1), {});
    mail.comments = {{"The small one breaks too soon.", ""}};
    room.now(hour(1), mail);
    EXPECT_FALSE(owes_answer(room.d, 0));
    EXPECT_EQ(room.needed(), "2 people may still advise; then Dana decides.");
    EXPECT_EQ(room.said(),
              "Recorded: your advice. Dana has it at hand when deciding, and you may add to it until the close.");
    mail.source = room.next_source(hour(2));
    room.now(hour(2), mail);
    EXPECT_TRUE(room.notices.empty()) << "thanked once";
    room.says("Bo", 3, {yes()});
    mail.sender = {"Cy", address("Cy"), Trust::token};
    mail.source = room.next_source(hour(4));
    room.now(hour(4), mail);
    EXPECT_EQ(room.needed(), "Everybody has given advice; Dana decides.");
    EXPECT_EQ(arithmetic(room.d), "Of 3 people who were asked, 3 gave advice.");
    Room elsewhere(majority());
    mail.source = elsewhere.next_source(hour(1));
    elsewhere.open().now(hour(1), mail);
    EXPECT_TRUE(owes_answer(elsewhere.d, 2)) << "where votes are asked for, prose is a comment";
    EXPECT_TRUE(elsewhere.notices.empty());
}

TEST(Decide, TellsOthersHowTheyMayAnswer) {
    const auto hint = [](Policy p, const std::string& who) {
        auto room = Room(p);
        room.opening.decider = human("Dana");
        room.opening.options = {"Athens", "Berlin"};
        room.open().says(who, 1, {decide("yes")});
        return room.reply().problems.at(0).right;
    };
    Policy ranked;
    ranked.method = Method::schulze;
    Policy announce;
    announce.method = Method::announce;
    EXPECT_EQ(hint(majority(), "Ana"), "Your own answer is a vote: +1, 0 or -1, on a line of its own.");
    EXPECT_EQ(hint(advice(), "Ana"), "Your advice is welcome: reply in your own words.");
    EXPECT_EQ(hint(announce, "Ana"), "To say that you have read it, write: ack");
    EXPECT_EQ(hint(ranked, "Ana"),
              "Your own answer is a ballot: rank the options, the best first, for example: B > A.");
    EXPECT_EQ(hint(majority(), "Fay"), "What you think is welcome: reply in your own words.");
}

TEST(Advice, AnUnprovenWordOfTheDecidersIsHeldAlsoAfterTheClose) {
    auto room = advised();
    room.tick(100);
    room.says("Dana", 101, {decide("yes")}, Trust::none);
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_EQ(room.d.held.size(), 1U);
    EXPECT_EQ(room.reply().kind, NoticeKind::question);
}

TEST(Advice, IsDecidedByTheDeciderAloneAndAtAnyTime) {
    auto room = advised();
    room.says("Fay", 1, {decide("yes")});
    EXPECT_EQ(room.reply().problems[0].wrong, "Only Dana decides here.");
    room.says("Dana", 2, {decide("perhaps")});
    EXPECT_EQ(room.reply().problems[0].wrong, "It is not clear what you decide.");
    room.says("Dana", 3, {decide("yes")});
    EXPECT_EQ(room.d.closing->outcome, Outcome::carried);
    EXPECT_TRUE(room.d.closing->early);
    EXPECT_EQ(room.owed(NoticeKind::outcome), 6U);
}

TEST(Advice, LastsItsMinimumPeriod) {
    Policy p = advice();
    p.min_period = std::chrono::hours(24);
    auto room = advised(p);
    room.says("Dana", 23, {decide("yes")});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("The time for advice lasts until"));
    room.says("Dana", 24, {decide("yes")});
    EXPECT_EQ(room.d.state, State::closed);
}

TEST(Advice, NamesAnOptionWhereThereAreSome) {
    auto room = Room(advice());
    room.opening.decider = human("Dana");
    room.opening.options = {"Athens", "Berlin"};
    room.open().says("Dana", 1, {decide("b")});
    EXPECT_EQ(room.d.closing->chosen, std::vector<std::string>{"Berlin"});
}

TEST(Advice, OnceItsTimeIsOverWaitsForTheDeciderAlone) {
    auto room = advised();
    EXPECT_TRUE(owes_answer(room.d, 0));
    room.tick(100);
    EXPECT_FALSE(owes_answer(room.d, 0)) << "what came now would be late";
    room.says("Dana", 101, {yes()});
    EXPECT_EQ(room.reply().problems[0].wrong,
              "The time for advice is over, and your word is waited for: it is not clear what it is.");
    EXPECT_EQ(room.reply().problems[0].right, "Write: decide yes: REASON, or decide no: REASON");
    EXPECT_TRUE(room.d.late.empty()) << "it was asked for";
    EXPECT_EQ(room.d.comments.size(), 1U);
    room.says("Ana", 102, {yes()});
    EXPECT_THAT(room.said(), HasSubstr("This came after the close"));
}

TEST(Advice, AsksADeciderOnlyWhereTheyAreAtWork) {
    Room room(advice());
    room.opening.decider = human("Ana");
    room.open().now(hour(9), Absence{0, hour(151), hour(250), room.next_source(hour(9))}).tick(100);
    room.now(hour(148), Tick{hour(148), false, false, {0}});
    EXPECT_TRUE(room.notices.empty());
    room.tick(150);
    EXPECT_EQ(room.owed(NoticeKind::question), 1U);
    room.tick(249);
    EXPECT_TRUE(room.notices.empty());
    room.tick(250);
    EXPECT_EQ(room.owed(NoticeKind::question), 1U);
}

TEST(Advice, GivenMoreTimeAsksAgainWhenThatIsOver) {
    auto room = advised();
    room.tick(100).now(hour(101), AdminExtend{"root", "", hour(150), {}});
    EXPECT_EQ(*next_wakeup(room.d), hour(150));
    EXPECT_EQ(needs(room.d, hour(101)), "3 people may still advise; then Dana decides.");
    room.says("Ana", 120, {no()});
    EXPECT_EQ(room.binding().disagree, 1);
    room.tick(150);
    EXPECT_EQ(room.reply().wanted, Notice::Wanted::decision);
    EXPECT_EQ(room.d.decider_asked, 1) << "about this end, for the first time";
    EXPECT_EQ(next_wakeup(room.d), hour(198));
}

TEST(MotionTie, IsTheDecidersWhereOneIsNamedAndElseFailed) {
    for (const bool named : {false, true}) {
        Room room(majority());
        if (named) room.opening.decider = human("Dana");
        room.open().says("Ana", 1, {yes()}).says("Bo", 1, {no()}).tick(100);
        EXPECT_EQ(room.d.closing->outcome, named ? Outcome::tied : Outcome::failed);
        if (!named) continue;
        room.says("Dana", 101, {decide("A")});
        EXPECT_EQ(room.d.closing->outcome, Outcome::tied);
        room.says("Dana", 102, {decide("yes")});
        EXPECT_EQ(room.d.closing->outcome, Outcome::carried);
        EXPECT_EQ(verdict(room.d), Verdict::carried);
    }
}

TEST(Decide, IsRefusedWhereItIsCounted) {
    Room room(majority());
    room.opening.decider = human("Dana");
    room.open().says("Dana", 1, {decide("yes")});
    EXPECT_EQ(room.reply().problems[0].wrong, "There is nothing to decide for you here now.");
    EXPECT_EQ(room.d.state, State::open);
    Room nobody(majority());
    nobody.open().says("Ana", 1, {decide("yes")});
    EXPECT_THAT(nobody.reply().problems[0].wrong, HasSubstr("Nobody is named to decide here"));
}

TEST(Reopening, ForgetsTheDecidersWordAndThatTheyWereAsked) {
    Room room(majority());
    room.opening.decider = human("Dana");
    room.open().says("Ana", 1, {yes()}).says("Bo", 1, {no()}).tick(100).says("Dana", 101, {decide("yes")});
    room.now(hour(102), AdminReopen{"root", "", hour(150), {}});
    EXPECT_FALSE(room.d.decided);
    EXPECT_EQ(*next_wakeup(room.d), hour(150));
    room.tick(150);
    EXPECT_EQ(room.d.closing->outcome, Outcome::tied);
    EXPECT_EQ(room.owed(NoticeKind::question), 1U);
}

TEST(Reopening, ForgetsAReviewThatWasAskedAndHasOneAfterTheNextClose) {
    Room room(majority());
    room.opening.review_at = hour(500);
    room.open().says("Ana", 1, {yes()}).tick(100).tick(500);
    ASSERT_EQ(room.d.review_asked_at, hour(500));
    room.says("Fay", 501, {ReviewAct{Review::change, "too dear", "change"}});
    ASSERT_TRUE(room.d.review);
    room.now(hour(510), AdminReopen{"root", "", hour(600), {}});
    EXPECT_FALSE(room.d.review_asked_at);
    EXPECT_FALSE(room.d.review);
    room.tick(600);
    ASSERT_EQ(room.d.closing->outcome, Outcome::carried);
    EXPECT_EQ(*next_wakeup(room.d), hour(1000)) << "400 hours after the close, as before";
    room.tick(1000);
    EXPECT_EQ(room.owed(NoticeKind::question), 5U);
}

TEST(Reopening, LeavesAReviewThatIsStillToCome) {
    Room room(majority());
    room.opening.review_at = hour(500);
    room.open().says("Ana", 1, {yes()}).tick(100).now(hour(110), AdminReopen{"root", "", hour(200), {}}).tick(200);
    EXPECT_EQ(*next_wakeup(room.d), hour(500));
}

// ---- statements ----

TEST(Statement, IsAddedToTheRecordAfterTheCloseByThoseInCharge) {
    Room room(majority());
    room.opening.decider = human("Dana");
    const StatementAct words{"We thank everybody.", "statement"};
    room.open().says("Pat", 1, {words});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("this is still open"));
    room.tick(100).says("Ana", 101, {words});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("A statement comes from"));
    for (const auto* who : {"Pat", "Fay", "Dana"}) room.says(who, 102, {words});
    EXPECT_EQ(room.d.statements.size(), 3U);
    room.says("Dana", 103, {});
    EXPECT_EQ(room.d.statements.size(), 4U) << "plain words of the decider are one, too";
    room.says("Ana", 104, {});
    EXPECT_EQ(room.d.late.size(), 1U);
}

// ---- reviews and supersession ----

const ReviewAct keep{Review::keep, "it works", "keep"};

Room to_be_reviewed(bool with_decider = false) {
    Room room(majority());
    room.opening.review_at = hour(1000);
    if (with_decider) room.opening.decider = human("Dana");
    room.open().says("Ana", 1, {yes()}).tick(100);
    return room;
}

TEST(Review, ComesOnItsDayOnceAndOnlyForWhatCarried) {
    auto room = to_be_reviewed();
    EXPECT_EQ(*next_wakeup(room.d), hour(1000));
    room.tick(999);
    EXPECT_TRUE(room.notices.empty());
    room.tick(1000);
    EXPECT_EQ(room.owed(NoticeKind::question), 5U);
    EXPECT_EQ(room.reply().wanted, Notice::Wanted::review);
    EXPECT_EQ(room.needed(), "Needs a word on its review: keep, change or retire.");
    room.tick(1001);
    EXPECT_TRUE(room.notices.empty());
    EXPECT_FALSE(next_wakeup(room.d));
    Room failed(majority());
    failed.opening.review_at = hour(1000);
    failed.open().says("Ana", 1, {no()}).tick(100);
    EXPECT_FALSE(next_wakeup(failed.d));
}

TEST(Review, IsSettledByTheDeciderElseByWhoSteersAndTheOthersComment) {
    auto room = to_be_reviewed(true);
    room.says("Dana", 500, {ReviewAct{Review::keep, "", "keep"}});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("No review of D-7 is due."));
    room.says("Dana", 501, {ReviewAct{Review::change, "the date should be in May", "change"}});
    EXPECT_THAT(room.said(), HasSubstr("kept as a comment"));
    EXPECT_EQ(room.d.comments.back().text, "change: the date should be in May");
    room.tick(1000);
    for (const auto* who : {"Ana", "Pat"}) {
        room.says(who, 1001, {keep});
        EXPECT_THAT(room.said(), HasSubstr("Dana settles the review"));
    }
    EXPECT_EQ(room.d.comments.size(), 3U);
    room.says("Dana", 1002, {ReviewAct{Review::retire, "too slow", "retire"}});
    EXPECT_EQ(room.d.review->answer, Review::retire);
    EXPECT_EQ(room.needed(), "It was retired at its review.");
    EXPECT_EQ(room.owed(NoticeKind::amendment), 6U);
    room.says("Dana", 1003, {keep});
    EXPECT_EQ(room.d.review->answer, Review::retire);
    EXPECT_THAT(room.said(), HasSubstr("Dana has settled the review already: retire."));
}

TEST(Review, WhateverItBroughtIsToldToAllWhoWereAsked) {
    for (const auto& [answer, said] : {std::pair(Review::keep, "Fay reviewed it: it stays as it is: it works"),
                                       std::pair(Review::change, "Supersedes: D-7"),
                                       std::pair(Review::retire, "Fay reviewed and retired it: it works")}) {
        auto room = to_be_reviewed();
        room.tick(1000).says("Ana", 1001, {keep});
        EXPECT_THAT(room.said(), HasSubstr("Pat or Fay settles the review.")) << "whoever comes first";
        room.says("Fay", 1002, {ReviewAct{answer, "it works", "the line"}});
        EXPECT_EQ(room.owed(NoticeKind::amendment), 5U) << said;
        EXPECT_THAT(room.reply().announcement, HasSubstr(said));
    }
}

TEST(Review, KeepsTheViewOfEverybodyWhoWasAskedInTheirOwnWords) {
    auto room = to_be_reviewed();
    room.tick(1000);
    auto words = room.mail("Ana", hour(1001), {});
    words.new_text = "I would retire it";
    room.now(hour(1001), words);
    EXPECT_EQ(room.d.comments.size(), 1U);
    EXPECT_TRUE(room.d.late.empty());
    EXPECT_THAT(room.said(), HasSubstr("Your word is on the record as a comment"));
    room.says("Fay", 1002, {keep});
    words = room.mail("Bo", hour(1003), {});
    room.now(hour(1003), words);
    EXPECT_THAT(room.said(), HasSubstr("Fay has settled the review already: keep. Your word is kept as a comment."));
    auto asked = to_be_reviewed();
    asked.tick(1000);
    asked.now(hour(1001), asked.mail("Pat", hour(1001), {}));
    EXPECT_THAT(asked.said(), HasSubstr("The review still waits for your word"));
}

TEST(Supersession, LinksWhatIsClosedOnceAndEndsItsReview) {
    auto room = to_be_reviewed();
    room.now(hour(200), Supersede{"D-12", "Two printers"});
    EXPECT_EQ(room.reply().announcement, "D-12, “Two printers”, carried and replaces it.");
    room.now(hour(201), Supersede{"D-13", {}});
    EXPECT_EQ(room.d.superseded_by, "D-12");
    EXPECT_EQ(room.needed(), "D-12 replaced it.");
    EXPECT_FALSE(next_wakeup(room.d));
    Room open(majority());
    open.open().now(hour(1), Supersede{"D-12", "Two printers"});
    EXPECT_TRUE(open.last_events.empty());
}

}  // namespace
}  // namespace assentd::test
