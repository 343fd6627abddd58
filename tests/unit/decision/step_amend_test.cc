// SPDX-License-Identifier: Apache-2.0
// Amendments (PRODUCT 1.7): agreements become stale and are confirmed with a word, objections stand.
#include "tests/unit/decision/choices.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;

AmendAct amend(const std::string& body = "We buy two.", std::int64_t closes = 100) {
    return {body, hour(closes), {}, "amend"};
}
const ConfirmStance confirm{"confirm"};

Policy carrying(CarryVotes carry, Policy p = majority()) {
    p.carry_votes = carry;
    return p;
}

TEST(Amend, IsForTheProposerAndFacilitatorsAndNeedsANewText) {
    Room room(majority());
    room.open().says("Ana", 1, {amend()});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Only the proposer or a facilitator may amend"));
    room.says("Pat", 2, {amend(" \n\t")});
    EXPECT_EQ(room.reply().problems[0].wrong, "The new text is missing.");
    room.says("Pat", 3, {amend("We buy one.")});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("word for word"));
    EXPECT_EQ(room.d.revision(), 1);
    room.says("Pat", 4, {amend()}).says("Fay", 5, {amend("We buy three.")});
    EXPECT_EQ(room.d.revision(), 3);
    EXPECT_EQ(room.d.text().title, "A new printer");
    EXPECT_EQ(room.d.text().body, "We buy three.");
    EXPECT_EQ(room.d.amendments.at(1).by.name, "Fay");
}

TEST(Amend, AsksItsAuthorNothing) {
    for (const auto carry : {CarryVotes::stale, CarryVotes::drop}) {
        Room room(carrying(carry), {"Pat", "Ana"});
        room.open().says("Pat", 1, {yes()}).says("Ana", 1, {yes()}).says("Pat", 2, {amend()});
        EXPECT_EQ(room.binding().agree, carry == CarryVotes::stale ? 1 : 0) << "but where all are asked anew";
        EXPECT_EQ(owes_answer(room.d, 0), carry == CarryVotes::drop);
        EXPECT_TRUE(owes_answer(room.d, 1));
    }
}

TEST(Amend, TellsEverybodyTheChanges) {
    Room room(majority());
    room.open().says("Pat", 4, {amend()});
    EXPECT_EQ(room.owed(NoticeKind::amendment), 5U);
    EXPECT_TRUE(room.notices[0].shows_changes);
    EXPECT_EQ(room.notices[0].announcement, "Pat amended the proposal: this is revision 2.");
}

TEST(Amend, AsksWhoAgreedToConfirmAlsoBesideAConcernOfTheirs) {
    Room room(consent());
    room.open().says("Ana", 1, {yes(), RaiseConcern{"cost", "Too dear.", "concern: cost"}});
    room.says("Bo", 1, {RaiseConcern{"noise", "Too loud.", "concern: noise"}}).says("Pat", 4, {amend()});
    EXPECT_TRUE(owes_answer(room.d, 0)) << "the agreement was to the old text";
    EXPECT_FALSE(owes_answer(room.d, 1)) << "said what stands in the way, and is asked about that";
}

TEST(Amend, TheSameAnswerAgainIsForTheNewText) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}).says("Pat", 4, {amend()}).says("Ana", 5, {yes()});
    EXPECT_THAT(room.said(), HasSubstr("It is for revision 2 now."));
    EXPECT_THAT(room.reply().recorded.back().replaces, testing::IsEmpty());
}

TEST(Amend, LosesNoQuorumThatAbstentionsMade) {
    Policy p = majority();
    p.quorum.numerator = 2;
    Room room(p);
    room.open().says("Ana", 1, {vote(Position::abstain)}).says("Pat", 4, {amend()}).says("Bo", 5, {yes()});
    EXPECT_EQ(outcome_now(room.d), Outcome::carried);
}

TEST(Amend, NeverMovesTheCloseForward) {
    Room room(majority());
    room.open().says("Pat", 4, {amend("We buy two.", 50)});
    EXPECT_EQ(room.d.closes_at, hour(100));
    EXPECT_THAT(room.notices[0].announcement, Not(HasSubstr("the close moved")));
    EXPECT_FALSE(room.d.amendments.back().closes_at);
    room.says("Pat", 5, {amend("We buy three.", 120)});
    EXPECT_EQ(room.d.closes_at, hour(120));
    EXPECT_THAT(room.notices[0].announcement, HasSubstr("the close moved to " + moment(hour(120))));
    EXPECT_EQ(room.d.amendments.back().closes_at, hour(120));
}

TEST(Amend, MakesAgreementsStaleAndLeavesAbstentionsObjectionsAndRecusals) {
    Policy p = consent();
    p.silence = Silence::nothing;
    Room room(p, {"Ana", "Bo", "Cy", "Dee"});
    room.open()
        .says("Ana", 1, {yes()})
        .says("Bo", 1, {vote(Position::abstain)})
        .says("Cy", 1, {no()})
        .says("Dee", 1, {vote(Position::recuse)})
        .says("Pat", 4, {amend()});
    EXPECT_TRUE(room.seat("Ana").stance->stale);
    EXPECT_FALSE(room.seat("Bo").stance->stale) << "agreed to nothing";
    EXPECT_FALSE(room.seat("Cy").stance->stale);
    EXPECT_FALSE(room.seat("Dee").stance->stale);
    EXPECT_EQ(room.binding().silent, 1) << "what is stale counts as silence";
    EXPECT_EQ(room.binding().abstain, 1);
    EXPECT_EQ(room.binding().disagree, 1);
    EXPECT_THAT(arithmetic(room.d), HasSubstr("1 stands back (recused) and 1 answered an earlier text only."))
        << "and who answered is not called silent";
    EXPECT_EQ(open_blocks(room.d), 1);
    EXPECT_TRUE(owes_answer(room.d, 0)) << "and is asked for again";
}

TEST(Amend, KeepsOrDropsThemWhereThePolicySaysSo) {
    for (const CarryVotes carry : {CarryVotes::keep, CarryVotes::drop}) {
        Room room(carrying(carry));
        room.open().says("Ana", 1, {yes()}).says("Bo", 1, {no()}).says("Cy", 1, {vote(Position::abstain)});
        room.says("Pat", 4, {amend()});
        EXPECT_EQ(room.seat("Ana").stance.has_value(), carry == CarryVotes::keep);
        EXPECT_EQ(room.seat("Cy").stance.has_value(), carry == CarryVotes::keep);
        EXPECT_EQ(room.binding().agree, carry == CarryVotes::keep ? 1 : 0);
        EXPECT_EQ(room.binding().disagree, 1) << "an objection stands under any policy";
        room.says("Ana", 5, {confirm});
        EXPECT_THAT(room.reply().problems[0].wrong,
                    HasSubstr(carry == CarryVotes::drop ? "Your answer (agree) was about an earlier text."
                                                        : "Nothing of yours waits to be confirmed"));
        room.says("Ana", 6, {yes()}).says("Ana", 7, {confirm});
        EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Nothing of yours waits to be confirmed"));
    }
}

TEST(Amend, BallotsAreConfirmedLikeVotes) {
    auto room = with_ballots(choosing(choice(Method::schulze)), {"B>A"});
    room.says("Pat", 2, {amend()});
    EXPECT_EQ(outcome_now(room.d), Outcome::no_quorum);
    room.says("A1", 3, {confirm});
    EXPECT_EQ(room.said(), "Confirmed for revision 2: B > A.");
    EXPECT_EQ(chosen_now(room.d), std::vector<std::string>{"Berlin"});
}

TEST(Confirm, IsForWhatIsStaleOnly) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}).says("Ana", 2, {confirm});
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Nothing of yours waits to be confirmed"));
    EXPECT_EQ(room.reply().problems[0].right, "Your answer (agree) stands.");
    room.says("Bo", 2, {confirm});
    EXPECT_EQ(room.reply().problems[0].right, "Your own answer is a vote: +1, 0 or -1, on a line of its own.");
    room.says("Pat", 3, {amend()}).says("Ana", 4, {confirm});
    EXPECT_EQ(room.said(), "Confirmed for revision 2: agree.");
    EXPECT_EQ(room.seat("Ana").stance->revision, 2);
    EXPECT_EQ(room.binding().agree, 1);
    room.says("Ana", 5, {confirm});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal) << "once is enough";
}

TEST(Amend, AVoteThatArrivedBeforeItIsStaleWheneverItIsRead) {
    for (const CarryVotes carry : {CarryVotes::stale, CarryVotes::drop, CarryVotes::keep}) {
        Room room(carrying(carry));
        room.open();
        const auto early = room.mail("Ana", hour(3), {yes()});
        const auto amending = room.mail("Pat", hour(4), {amend()});
        const auto later = room.mail("Bo", hour(5), {yes()});
        Room reversed = room;
        room.now(hour(6), early).now(hour(6), amending).now(hour(6), later);
        reversed.now(hour(6), later).now(hour(6), amending).now(hour(6), early);
        EXPECT_EQ(tally(room.d).all, tally(reversed.d).all);
        EXPECT_EQ(reversed.d.seats, room.d.seats);
        EXPECT_EQ(reversed.binding().agree, carry == CarryVotes::keep ? 2 : 1);
    }
}

TEST(Amend, TheReceiptOfAVoteOnAnEarlierRevisionAsksToConfirmIt) {
    Room room(majority());
    room.open();
    const auto early = room.mail("Ana", hour(3), {yes()});
    room.says("Pat", 4, {amend()}).now(hour(6), early);
    EXPECT_EQ(room.seat("Ana").stance->revision, 1);
    EXPECT_EQ(room.said(),
              "Recorded: agree. You sent it before revision 2 came; if it holds for that too, write: confirm");
    room.says("Ana", 7, {confirm});
    EXPECT_EQ(room.binding().agree, 1);
    auto ballots = with_ballots(choosing(choice(Method::irv)), {});
    const auto early_ballot = ballots.mail("A1", hour(3), {ballot("A>B>C")});
    ballots.says("Pat", 4, {amend()}).now(hour(6), early_ballot);
    EXPECT_THAT(ballots.said(), HasSubstr("before revision 2 came"));
}

TEST(Amend, WhoHasAConcernIsAskedWhetherItIsSettledUnlessAnswersAreSealed) {
    for (const Visibility visibility : {Visibility::open, Visibility::until_voted, Visibility::until_closed}) {
        Policy p = consent();
        p.visibility = visibility;
        Room room(p);
        room.open().says("Ana", 1, {no("too dear")}).says("Pat", 4, {amend()});
        const bool open = visibility == Visibility::open;
        EXPECT_EQ(room.owed(NoticeKind::concern), 0U) << "the mail about the new text asks them";
        EXPECT_EQ(room.d.concerns[0].asked, open ? 1 : 0);
        EXPECT_EQ(room.d.concerns[0].state, ConcernState::open) << "it stands until its raiser says so";
    }
}

}  // namespace
}  // namespace assentd::test
