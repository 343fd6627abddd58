// SPDX-License-Identifier: Apache-2.0
// What becomes of a choice: the winner, the default option, ties that only the decider settles, no quorum, weights.
#include "tests/unit/decision/choices.h"

namespace assentd::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Room decided_by_dana(const Policy& policy, const std::vector<std::string>& ballots, std::size_t options = 3) {
    auto room = choosing(policy, options);
    room.opening.decider = human("Dana");
    return with_ballots(room, ballots);
}

Policy seats(Method method, std::int64_t n) {
    Policy p = choice(method);
    p.choice.seats = n;
    return p;
}

TEST(Choice, IsAnnouncedByItsText) {
    auto room = with_ballots(choosing(choice(Method::schulze)), {"B>A>C", "B>C>A", "A>B>C"});
    room.tick(100);
    EXPECT_EQ(room.d.closing->outcome, Outcome::carried);
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Berlin"));
    EXPECT_THAT(room.d.closing->arithmetic, HasSubstr("B beats every other option one to one."));
    EXPECT_EQ(needs(room.d, hour(101)), "It chose Berlin.");
}

TEST(Choice, ForTheDefaultOptionIsFailed) {
    for (const Method method : {Method::schulze, Method::debian_a6, Method::irv}) {
        Policy p = choice(method);
        p.choice.default_option = "Cork";
        auto room = with_ballots(choosing(p), {"C>A>B", "C>B>A", "A>C>B"});
        room.tick(100);
        EXPECT_EQ(room.d.closing->outcome, Outcome::failed) << name(method);
        EXPECT_THAT(room.d.closing->chosen, ElementsAre("Cork"));
    }
}

TEST(Choice, WithoutAQuorumOrWithAnObjectionNamesNobody) {
    Policy p = choice(Method::schulze);
    p.quorum = {3, 0, false};
    auto few = with_ballots(choosing(p), {"B>A", "B>A"});
    few.tick(100);
    EXPECT_EQ(few.d.closing->outcome, Outcome::no_quorum);
    EXPECT_THAT(few.d.closing->chosen, IsEmpty());
    p = choice(Method::schulze);
    p.on_disagree = OnDisagree::block;
    auto blocked = with_ballots(choosing(p), {"B>A"});
    blocked.says("A2", 2, {RaiseConcern{"cost", "too dear", "concern: cost"}}).tick(100);
    EXPECT_EQ(blocked.d.closing->outcome, Outcome::blocked);
    EXPECT_THAT(blocked.d.closing->chosen, IsEmpty());
    auto none = with_ballots(choosing(choice(Method::stv)), {});
    none.tick(100);
    EXPECT_EQ(none.d.closing->outcome, Outcome::no_quorum);
}

TEST(Choice, OfNobodysApprovalIsFailed) {
    auto room = with_ballots(choosing(choice(Method::approval)), {"", ""});
    room.tick(100);
    EXPECT_EQ(room.d.closing->outcome, Outcome::failed);
    EXPECT_THAT(room.d.closing->chosen, IsEmpty());
}

TEST(Choice, SaysWhatEachOfSeveralWinnersHas) {
    Policy p = choice(Method::approval);
    const auto why = [](const Policy& policy, const std::vector<std::string>& ballots) {
        return choose(with_ballots(choosing(policy), ballots).d).why;
    };
    EXPECT_EQ(why(p, {"A"}), "A has the most: 1 approval.");
    p.choice.seats = 2;
    EXPECT_EQ(why(p, {"A,C", "A,C", "A,B"}), "A and C have the most: 3 approvals and 2 approvals.");
    EXPECT_EQ(why(p, {"A,C", "A,C", "B"}), "A and C have the most: 2 approvals each.");
    p = choice(Method::score);
    p.choice.aggregate = Aggregate::average;
    EXPECT_EQ(why(p, {"A3 B5", "A4"}), "B has the highest average: 5.") << "A has the most points";
    EXPECT_EQ(why(p, {"A3 B3", "A3"}), "A and B are tied with an average of 3.");
    const auto sheet = count_sheet(with_ballots(choosing(p), {"A1 B5"}).d);
    EXPECT_THAT(sheet, testing::Contains("A: 1 point from 1, 1 on average."));
}

TEST(ChoiceTie, IsReportedByEveryMethodAndNeverPicked) {
    const std::tuple<Method, std::vector<std::string>> rows[] = {
        {Method::schulze, {"A>B>C", "B>A>C"}}, {Method::debian_a6, {"A>B>C", "B>A>C"}},
        {Method::irv, {"A>B>C", "B>A>C"}},     {Method::stv, {"A>B>C", "B>A>C"}},
        {Method::approval, {"A,B", "B,A"}},    {Method::score, {"A3 B3", "C1"}}};
    for (const auto& [method, ballots] : rows) {
        Policy p = choice(method);
        if (method == Method::debian_a6) p.choice.default_option = "Cork";
        auto room = with_ballots(choosing(p), ballots);
        room.tick(100);
        EXPECT_EQ(room.d.closing->outcome, Outcome::tied) << name(method);
        EXPECT_THAT(room.d.closing->chosen, ElementsAre("Athens", "Berlin")) << name(method);
        EXPECT_EQ(verdict(room.d), Verdict::pending);
        EXPECT_FALSE(room.d.decider_asked_at) << "nobody is named to decide";
    }
}

TEST(ChoiceTie, IsSettledByTheDeciderAloneAndAmongTheTiedOnly) {
    auto room = decided_by_dana(choice(Method::schulze), {"A>B>C", "B>A>C"});
    room.tick(100);
    ASSERT_TRUE(room.d.decider_asked_at);
    EXPECT_EQ(room.notices.back().to_name, "Dana");
    EXPECT_EQ(room.notices.back().wanted, Notice::Wanted::decision);
    for (const auto* other : {"Pat", "Fay", "A1"}) {
        room.says(other, 101, {decides("A")});
        EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("Only Dana decides here."));
    }
    for (const auto* wrong : {"C", "Cork", "yes", "D", "A, B", ""}) {
        room.says("Dana", 102, {decides(wrong)});
        EXPECT_EQ(room.d.closing->outcome, Outcome::tied) << wrong;
        EXPECT_EQ(room.reply().problems[0].wrong,
                  "That does not settle it. Tied are Athens and Berlin, and one can be chosen.");
        EXPECT_EQ(room.reply().problems[0].right, "Write: decide A: REASON");
    }
    room.says("Dana", 102, {decides("yes"), UnclearVote{"decide yes", "Which?"}});
    EXPECT_EQ(room.reply().problems.size(), 1U) << "said once";
    room.says("Dana", 103, {decides("berlin")});
    EXPECT_EQ(room.d.closing->outcome, Outcome::carried);
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Berlin"));
    EXPECT_EQ(room.d.decided->reason, "I say so");
    EXPECT_EQ(room.owed(NoticeKind::outcome), 8U) << "five asked, proposer, facilitator, decider";
    room.says("Dana", 104, {decides("A")});
    EXPECT_EQ(room.reply().problems[0].wrong, "You have decided it already.");
}

TEST(ChoiceTie, IsAskedAboutAgainUntilItIsSettled) {
    auto room = decided_by_dana(choice(Method::schulze), {"A>B>C", "B>A>C"});
    room.tick(100);
    EXPECT_EQ(next_wakeup(room.d), hour(148));
    room.tick(148);
    EXPECT_EQ(room.owed(NoticeKind::question), 1U);
    EXPECT_EQ(room.d.decider_asked, 2);
    room.says("Dana", 149, {decides("A")});
    EXPECT_FALSE(next_wakeup(room.d));
    room.tick(400);
    EXPECT_THAT(room.notices, IsEmpty());
}

TEST(ChoiceTie, IsNotSettledByADeciderWhoStoodBack) {
    auto room = choosing(choice(Method::schulze));
    room.opening.decider = human("A5");
    room = with_ballots(room, {"A>B>C", "B>A>C"});
    EXPECT_THAT(rule_text(room.d), HasSubstr("If the count ends in a tie, A5 settles it."));
    room.says("A5", 2, {vote(Position::recuse)});
    EXPECT_THAT(rule_text(room.d), HasSubstr("nobody is named to settle it."));
    room.tick(100);
    EXPECT_EQ(room.d.closing->outcome, Outcome::tied);
    EXPECT_EQ(room.owed(NoticeKind::question), 0U);
    EXPECT_FALSE(next_wakeup(room.d));
    EXPECT_EQ(needs(room.d, hour(101)), "The votes are tied, and A5, who would decide, stood back.");
    room.says("A5", 102, {decides("A")});
    EXPECT_EQ(room.d.closing->outcome, Outcome::tied);
    EXPECT_EQ(room.reply().problems[0].wrong,
              "You stood back from this decision (recused), so you do not settle its tie either.");
}

TEST(ChoiceTie, SettledForTheDefaultOptionIsFailed) {
    Policy p = choice(Method::schulze);
    p.choice.default_option = "Cork";
    auto room = decided_by_dana(p, {"A>C>B", "C>A>B"});
    room.tick(100).says("Dana", 101, {decides("C")});
    EXPECT_EQ(room.d.closing->outcome, Outcome::failed);
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Cork"));
}

TEST(ChoiceTie, ForTheLastOfSeveralSeatsKeepsThoseWhoWonTheirs) {
    auto room = decided_by_dana(seats(Method::approval, 2), {"A,B", "A,C", "A"});
    room.tick(100);
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Berlin", "Cork"));
    EXPECT_THAT(room.d.closing->arithmetic, HasSubstr("B and C are tied with 1 approval. Chosen already: A."));
    room.says("Dana", 101, {decides("C")});
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Athens", "Cork"));
}

TEST(ChoiceTie, ForSeveralSeatsIsSettledByNamingAsMany) {
    auto room = decided_by_dana(seats(Method::score, 2), {"A3 B3 C3"});
    room.tick(100).says("Dana", 101, {decides("B")});
    EXPECT_EQ(room.d.closing->outcome, Outcome::tied);
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("2 of them can be chosen"));
    EXPECT_EQ(room.reply().problems[0].right, "Write: decide: A and B: REASON");
    room.says("Dana", 102, {decides("B and C")});
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Berlin", "Cork"));
}

// A tie for who goes out is not a tie for the seat: B and C are tied for last place, and A or D wins.
TEST(ChoiceTie, OfATransferableVoteIsSettledOnlyByWhatTheCountCanGive) {
    Policy p = seats(Method::stv, 1);
    p.choice.ties = {TieRule::ask};
    auto room = choosing(p, 4, 6);
    room.opening.decider = human("Dana");
    room = with_ballots(room, {"A>B", "A>B", "D>B", "D>B", "B>A", "C>D"});
    room.tick(100);
    ASSERT_EQ(room.d.closing->outcome, Outcome::tied);
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Athens", "Delft")) << room.d.closing->arithmetic;
    room.says("Dana", 101, {decides("B")});
    EXPECT_EQ(room.d.closing->outcome, Outcome::tied) << "B cannot win whoever goes out";
    room.says("Dana", 102, {decides("A")});
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Athens"));
}

TEST(ChoiceTie, OfATransferableVoteKeepsWhoIsElectedAnyway) {
    Policy p = seats(Method::stv, 2);
    p.choice.ties = {TieRule::ask};
    auto room = decided_by_dana(p, {"A", "A", "B", "C"}, 3);
    for (int i = 1; i <= 4; ++i) room.says('A' + std::to_string(i), 2, {first_choice(i <= 2 ? 0 : i - 2)});
    room.tick(100);
    ASSERT_EQ(room.d.closing->outcome, Outcome::tied);
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Berlin", "Cork"));
    room.says("Dana", 101, {decides("B")});
    EXPECT_THAT(room.d.closing->chosen, ElementsAre("Athens", "Berlin"));
}

TEST(ChoiceTie, WithTooManyWaysIsAmongAllWhoAreStillIn) {
    Policy p = choice(Method::irv);
    p.choice.ties = {TieRule::ask};
    auto room = decided_by_dana(p, {}, 5);
    for (int i = 1; i <= 5; ++i) room.says('A' + std::to_string(i), 2, {first_choice(i - 1)});
    const Choice tie = choose(room.d);
    EXPECT_TRUE(tie.tied);
    EXPECT_THAT(tie.winners, ElementsAre(0, 1, 2, 3, 4));
}

TEST(ChoiceTie, ThatChangesNothingIsNone) {
    auto room = choosing(choice(Method::irv), 5);
    room.open().says("A1", 2, {ballot("A>B")}).says("A2", 2, {ballot("B>A")});
    for (const char* who : {"A3", "A4", "A5"}) room.says(who, 2, {first_choice(2)});
    const Choice chosen = choose(room.d);
    EXPECT_FALSE(chosen.tied);
    EXPECT_THAT(chosen.winners, ElementsAre(2));
    auto even = choosing(choice(Method::irv), 4);
    even.open().says("A1", 2, {ballot("A>B")}).says("A2", 2, {ballot("B>A")});
    for (const char* who : {"A3", "A4"}) even.says(who, 2, {ballot("C>A>B")});
    EXPECT_FALSE(choose(even.d).tied) << "A and B tie for last place, and C wins whoever goes";
    EXPECT_THAT(chosen_now(even.d), ElementsAre("Cork"));
}

TEST(ChoiceTie, SettledByNamesThatLeaveItOpenStaysOpen) {
    Choice tie;
    tie.tied = true;
    tie.winners = {0, 1, 2, 3};
    tie.places = 2;
    tie.ways = {{0, 2, 4}, {0, 3, 4}, {1, 2, 4}};
    EXPECT_THAT(settled_by(tie, {0}), IsEmpty()) << "with 2 or with 3";
    EXPECT_THAT(settled_by(tie, {1}), ElementsAre(1, 2, 4));
    EXPECT_THAT(settled_by(tie, {3, 0}), ElementsAre(0, 3, 4));
    EXPECT_THAT(settled_by(tie, {1, 3}), IsEmpty()) << "not a way the count can end";
    EXPECT_THAT(settled_by(tie, {4}), IsEmpty()) << "who is chosen anyway says nothing";
    EXPECT_THAT(settled_by(tie, {}), IsEmpty());
}

TEST(ChoiceWeights, CountWhatTheyWeighAndTheQuorumCountsVoices) {
    for (const Method method : {Method::schulze, Method::irv}) {
        Policy p = choice(method);
        p.quorum = {2, 0, false};
        auto room = choosing(p);
        room.opening.roster[0].weight_millionths = 2'500'000;
        room = with_ballots(room, {"B>A>C"});
        EXPECT_EQ(outcome_now(room.d), Outcome::no_quorum) << "one heavy voice is one voice";
        room.says("A2", 1, {ballot("A>B>C")}).says("A3", 1, {ballot("A>B>C")});
        EXPECT_THAT(chosen_now(room.d), ElementsAre("Berlin")) << name(method);
    }
}

TEST(ChoiceWeights, AreShownAsDecimalsInTheSheet) {
    auto room = choosing(choice(Method::irv), 4);
    room.opening.roster[0].weight_millionths = 2'500'000;
    room.open().says("A1", 1, {first_choice(3)}).says("A2", 1, {ballot("A>B")}).says("A3", 1, {ballot("A>B")});
    room.says("A4", 1, {ballot("B>A")});
    EXPECT_THAT(count_sheet(room.d), testing::Contains("Round 1: A 2, B 1, C 0, D 2.5. C is out."));
    auto exhausted = choosing(choice(Method::irv), 3);
    exhausted.opening.roster[0].weight_millionths = 500'000;
    exhausted.open().says("A1", 1, {first_choice(2)}).says("A2", 1, {ballot("A>B")}).says("A3", 1, {ballot("B>A")});
    EXPECT_THAT(count_sheet(exhausted.d), testing::Contains(HasSubstr("no choice left 0.5")));
    Policy below_zero = choice(Method::score);
    below_zero.choice.score_min = -5;
    auto scores = choosing(below_zero);
    scores.opening.roster[0].weight_millionths = 1'500'000;
    scores = with_ballots(scores, {"A-1 B2"});
    EXPECT_THAT(count_sheet(scores.d), testing::Contains("A: -1.5 points from 1.5."));
}

TEST(ChoiceSheet, IsWrittenOnlyWhereItIsAskedFor) {
    const auto room = with_ballots(choosing(choice(Method::schulze)), {"B>A>C", "A>C>B"});
    EXPECT_TRUE(choose(room.d).sheet.empty());
    const Choice full = choose_with_sheet(room.d);
    EXPECT_EQ(full.winners, choose(room.d).winners);
    EXPECT_THAT(full.sheet,
                ElementsAre("How many prefer the option on the left to the one on top:", "       A   B   C",
                            "   A   -   1   2", "   B   1   -   1", "   C   0   1   -"));
}

}  // namespace
}  // namespace assentd::test
