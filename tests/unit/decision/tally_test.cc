// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;
using testing::Not;

Outcome outcome(const Policy& policy, int n, int agree, int disagree = 0, int abstain = 0, int recuse = 0) {
    return outcome_now(voted(policy, n, agree, disagree, abstain, recuse).d);
}

Policy with_quorum(Policy p, std::int64_t numerator, std::int64_t denominator = 0, bool strict = false) {
    p.quorum = {numerator, denominator, strict};
    return p;
}

TEST(Tally, CountsEachPositionOnceAndTheRestAsSilent) {
    const auto room = voted(majority(), 9, 3, 2, 1, 1);
    const Counts c = room.binding();
    EXPECT_EQ(c.agree, 3);
    EXPECT_EQ(c.disagree, 2);
    EXPECT_EQ(c.abstain, 1);
    EXPECT_EQ(c.recuse, 1);
    EXPECT_EQ(c.silent, 2);
    EXPECT_EQ(c.spoke(), 6);
    EXPECT_EQ(c.seats(), 9);
    EXPECT_EQ(c.eligible(), 8);
}

TEST(Tally, AdvisoryVoicesAreCountedApart) {
    Room room(majority());
    room.opening.roster.push_back(member("Dee", false));
    room.open().says("Dee", 1, {no()});
    EXPECT_EQ(tally(room.d).all.disagree, 1);
    EXPECT_EQ(room.binding().disagree, 0);
    EXPECT_THAT(room.said(), HasSubstr("advisory"));
}

TEST(Tally, AStaleStanceIsSilentUntilConfirmed) {
    auto room = voted(majority(), 3, 2);
    room.d.seats[0].stance->stale = true;
    EXPECT_EQ(room.binding().agree, 1);
    EXPECT_EQ(room.binding().silent, 2);
    EXPECT_FALSE(everybody_spoke(room.d));
}

struct MotionCase {
    const char* what;
    std::int64_t numerator, denominator;
    bool strict;
    Base base;
    int n, agree, disagree, abstain;
    Outcome expected;
};

TEST(Threshold, BoundariesWithEveryBase) {
    constexpr auto carried = Outcome::carried;
    constexpr auto failed = Outcome::failed;
    const MotionCase cases[] = {
        {"30:15:15 of 100 is two thirds of those cast", 2, 3, false, Base::cast, 100, 30, 15, 15, carried},
        {"one less is not", 2, 3, false, Base::cast, 100, 29, 15, 15, failed},
        {"two thirds exactly is not more than two thirds", 2, 3, true, Base::cast, 100, 30, 15, 15, failed},
        {"half of those present", 2, 3, false, Base::present, 100, 30, 15, 15, failed},
        {"30 % of the eligible", 2, 3, false, Base::eligible, 100, 30, 15, 15, failed},
        {"a simple majority of those cast", 1, 2, true, Base::cast, 100, 30, 15, 15, carried},
        {"17:8 whatever the abstentions", 2, 3, false, Base::cast, 40, 17, 8, 15, carried},
        {"9:5 of those cast", 1, 2, true, Base::cast, 18, 9, 5, 4, carried},
        {"9 is half of 18 present", 1, 2, true, Base::present, 18, 9, 5, 4, failed},
        {"a tie fails", 1, 2, true, Base::cast, 4, 2, 2, 0, failed},
        {"3:1 passes at least three quarters", 3, 4, false, Base::cast, 4, 3, 1, 0, carried},
        {"3:1 fails more than three quarters", 3, 4, true, Base::cast, 4, 3, 1, 0, failed},
        {"4:1 passes both", 3, 4, true, Base::cast, 5, 4, 1, 0, carried},
        {"unanimous of cast", 1, 1, false, Base::cast, 5, 4, 0, 1, carried},
        {"unanimous of cast, one against", 1, 1, false, Base::cast, 5, 4, 1, 0, failed},
        {"unanimous of all", 1, 1, false, Base::eligible, 5, 4, 0, 0, failed},
        {"51 of 100 eligible", 1, 2, true, Base::eligible, 100, 51, 0, 0, carried},
        {"50 of 100 eligible", 1, 2, true, Base::eligible, 100, 50, 0, 0, failed},
        {"abstentions alone carry nothing", 1, 2, true, Base::cast, 3, 0, 0, 3, failed},
        {"abstentions alone carry nothing, even at least none", 1, 1'000'000, false, Base::cast, 3, 0, 0, 3, failed}};
    for (const auto& c : cases)
        EXPECT_EQ(
            outcome(majority(c.numerator, c.denominator, c.strict, c.base), c.n, c.agree, c.disagree, c.abstain),
            c.expected)
            << c.what;
}

TEST(Threshold, WhoRecusedLeavesTheEligible) {
    EXPECT_EQ(outcome(majority(1, 2, true, Base::eligible), 10, 5), Outcome::failed);
    EXPECT_EQ(outcome(majority(1, 2, true, Base::eligible), 10, 5, 0, 0, 1), Outcome::carried);
}

TEST(Threshold, ABlockIsAVoteAgainstWhereDisagreementIsCounted) {
    auto room = voted(majority(), 3, 1);
    room.says("A2", 2, {vote(Position::block)});
    EXPECT_EQ(room.binding().block, 1);
    EXPECT_EQ(open_blocks(room.d), 0);
    EXPECT_EQ(outcome_now(room.d), Outcome::failed);
}

TEST(Quorum, KindsAndTheirRounding) {
    EXPECT_EQ(quorum_needed({4, 0, false}, 19), 4);
    const Quorum third{1, 3, false};
    EXPECT_EQ(quorum_needed(third, 20), 7);
    EXPECT_EQ(quorum_needed(third, 21), 7);
    EXPECT_EQ(quorum_needed(third, 23), 8);
    EXPECT_EQ(quorum_needed(third, 24), 8);
    const Quorum half{1, 2, true};
    EXPECT_EQ(quorum_needed(half, 19), 10);
    EXPECT_EQ(quorum_needed(half, 20), 11);
    EXPECT_EQ(quorum_needed({}, 20), 0);
}

TEST(Quorum, MissingItIsNotARejection) {
    EXPECT_EQ(outcome(with_quorum(majority(), 3), 5, 2), Outcome::no_quorum);
    EXPECT_EQ(outcome(with_quorum(majority(), 3), 5, 0, 2), Outcome::no_quorum);
    EXPECT_EQ(outcome(with_quorum(majority(), 3), 5, 0, 3), Outcome::failed);
    EXPECT_EQ(outcome(majority(), 5, 0), Outcome::no_quorum) << "nobody spoke";
}

TEST(Quorum, AbstentionCountsTowardItAndRecusalDoesNot) {
    EXPECT_EQ(outcome(with_quorum(majority(), 3), 5, 2, 0, 1), Outcome::carried);
    EXPECT_EQ(outcome(with_quorum(majority(), 3), 5, 2, 0, 0, 1), Outcome::no_quorum);
}

TEST(Quorum, SilenceIsNoVoiceEvenWhereItConsents) {
    EXPECT_EQ(outcome(with_quorum(consent(), 1, 2), 4, 1), Outcome::no_quorum);
    EXPECT_EQ(outcome(with_quorum(consent(), 1, 2), 4, 2), Outcome::carried);
}

TEST(Consent, CarriesInSilenceAndStopsAtOneObjection) {
    EXPECT_EQ(outcome(consent(), 10, 0), Outcome::carried);
    EXPECT_EQ(outcome(consent(), 10, 9, 1), Outcome::blocked);
    EXPECT_EQ(outcome(consent(), 10, 5), Outcome::carried);
}

TEST(LazyConsensus, OneObjectionStopsItAndItsWithdrawalFreesIt) {
    Policy lazy = consent();
    lazy.method = Method::lazy_consensus;
    auto room = voted(lazy, 3, 0, 1);
    EXPECT_EQ(outcome_now(room.d), Outcome::blocked);
    room.says("A1", 2, {WithdrawAct{WithdrawAct::Object::unsaid, {}, "withdraw"}});
    EXPECT_EQ(outcome_now(room.d), Outcome::carried);
}

TEST(Apache, TableOfBindingVotes) {
    struct Row {
        int plus, minus;
        Outcome code, release;
    };
    constexpr auto carried = Outcome::carried, failed = Outcome::failed, blocked = Outcome::blocked;
    for (const Row& r : {Row{3, 0, carried, carried}, Row{3, 1, blocked, carried}, Row{3, 2, blocked, carried},
                         Row{3, 3, blocked, failed}, Row{2, 0, failed, failed}, Row{4, 2, blocked, carried}}) {
        EXPECT_EQ(outcome(apache_code(), 9, r.plus, r.minus), r.code) << r.plus << '/' << r.minus;
        EXPECT_EQ(outcome(apache_release(), 9, r.plus, r.minus), r.release) << r.plus << '/' << r.minus;
    }
    EXPECT_EQ(outcome(majority(), 9, 1), carried) << "procedural: no minimum";
    EXPECT_EQ(outcome(majority(), 9, 1, 1), failed);
}

TEST(Apache, OutsidersNeitherMakeUpTheNumbersNorVeto) {
    auto short_of_one = voted(apache_code(), 3, 2);
    auto vetoed_outside = voted(apache_code(), 3, 3);
    short_of_one.says("Out", 2, {yes()});
    vetoed_outside.says("Out", 2, {no()});
    EXPECT_EQ(outcome_now(short_of_one.d), Outcome::failed);
    EXPECT_EQ(outcome_now(vetoed_outside.d), Outcome::carried);
}

TEST(MinimumAgreement, MeansVoicesAndNotSilence) {
    Policy p = consent();
    p.min_agree = 1;
    EXPECT_EQ(outcome(p, 5, 0), Outcome::failed);
    EXPECT_EQ(outcome(p, 5, 1), Outcome::carried);
}

TEST(Silence, ConsentsOnlyWhenItCouldHaveSpoken) {
    Policy p = majority();
    p.silence = Silence::agree;
    auto room = voted(p, 3, 0, 1);
    EXPECT_EQ(outcome_now(room.d), Outcome::carried) << "two silent consent";
    room.now(hour(2), Bounce{address("A2"), false, "5.1.1", {}});
    EXPECT_EQ(outcome_now(room.d), Outcome::failed) << "who was not reached consents to nothing";
    EXPECT_THAT(arithmetic(room.d), HasSubstr("1 could not be reached"));
}

TEST(Silence, OfOneWhoseObjectionLacksItsReasonIsNotConsent) {
    Policy p = majority();
    p.silence = Silence::agree;
    p.on_disagree = OnDisagree::block;
    auto room = voted(p, 2, 0);
    room.says("A1", 1, {no({})});
    EXPECT_EQ(room.binding().asked, 1);
    const Counts c = with_silence(p, room.binding());
    EXPECT_EQ(c.agree, 1);
    EXPECT_EQ(c.silent, 1);
    EXPECT_THAT(arithmetic(room.d), HasSubstr("1 gave no answer that could be counted"));
}

TEST(Silence, IsConsentWhateverAMailSaysThatNothingProved) {
    Policy p = majority();
    p.silence = Silence::agree;
    auto room = voted(p, 1, 0);
    room.says("A1", 1, {no()}, Trust::none);
    ASSERT_EQ(room.d.held.size(), 1U);
    EXPECT_EQ(room.binding().asked, 0);
    EXPECT_EQ(outcome_now(room.d), Outcome::carried);
}

TEST(Silence, OpposesWhereAllWhoMayVoteAreTheBase) {
    Policy p = majority(1, 2, true, Base::eligible);
    EXPECT_TRUE(silence_opposes(p));
    EXPECT_THAT(rule_text(p, 5),
                HasSubstr("all who may vote are in favour. Who is silent or abstains is not in favour."));
    p.silence = Silence::agree;
    EXPECT_FALSE(silence_opposes(p));
    EXPECT_THAT(rule_text(p, 5), HasSubstr("Silence counts as consent; an abstention is not in favour."));
    EXPECT_FALSE(silence_opposes(majority()));
}

TEST(Tie, GoesToTheDeciderWhereThereIsOne) {
    auto room = voted(majority(), 4, 2, 2);
    EXPECT_EQ(outcome_now(room.d), Outcome::failed);
    room.d.decider = human("Dan");
    EXPECT_EQ(outcome_now(room.d), Outcome::tied);
    room.d.policy.threshold = {2, 3, false};
    EXPECT_EQ(outcome_now(room.d), Outcome::failed) << "half is far from two thirds";
    auto unequal = voted(majority(1, 2, true, Base::present), 18, 9, 5, 4);
    unequal.d.decider = human("Dan");
    EXPECT_EQ(outcome_now(unequal.d), Outcome::failed) << "9:5 is no tie";
}

TEST(Verdict, IsCertainOnlyWhenNoMissingVoteCouldChangeIt) {
    EXPECT_EQ(verdict(voted(majority(), 5, 2).d), Verdict::pending);
    EXPECT_EQ(verdict(voted(majority(), 5, 3).d), Verdict::carried);
    EXPECT_EQ(verdict(voted(majority(), 5, 0, 2).d), Verdict::pending);
    EXPECT_EQ(verdict(voted(majority(), 5, 0, 3).d), Verdict::failed);
    EXPECT_EQ(verdict(voted(majority(), 4, 2).d), Verdict::pending) << "two against would tie";
    EXPECT_EQ(verdict(voted(majority(), 4, 0, 2).d), Verdict::failed) << "a tie fails";
    EXPECT_EQ(verdict(voted(majority(), 5, 2, 2, 1).d), Verdict::failed) << "everybody spoke";
}

TEST(Verdict, AMissingQuorumKeepsItPending) {
    EXPECT_EQ(verdict(voted(with_quorum(majority(), 4), 5, 3).d), Verdict::pending);
    EXPECT_EQ(verdict(voted(with_quorum(majority(), 4), 5, 4).d), Verdict::carried);
    EXPECT_EQ(verdict(voted(with_quorum(majority(), 5), 5, 3, 0, 0, 1).d), Verdict::failed) << "four can speak";
}

TEST(Verdict, IsPendingWhileAnObjectionMayComeOrBeSettled) {
    EXPECT_EQ(verdict(voted(consent(), 3, 2).d), Verdict::pending);
    EXPECT_EQ(verdict(voted(consent(), 3, 2, 1).d), Verdict::pending);
    EXPECT_EQ(verdict(voted(consent(), 3, 3).d), Verdict::carried);
}

TEST(Verdict, IsPendingWhileSomebodyIsAsked) {
    auto room = voted(majority(), 3, 3);
    EXPECT_EQ(verdict(room.d), Verdict::carried);
    room.says("A1", 2, {UnclearVote{"+1 if", "Which?"}});
    EXPECT_EQ(verdict(room.d), Verdict::pending);
}

TEST(Verdict, TellsNothingWhileSealed) {
    Policy p = majority();
    p.visibility = Visibility::until_closed;
    EXPECT_EQ(verdict(voted(p, 3, 3).d), Verdict::pending);
}

TEST(Verdict, OfAClosedDecisionIsItsOutcome) {
    auto room = voted(majority(), 3, 2);
    EXPECT_EQ(verdict(room.tick(100).d), Verdict::carried);
    auto failed = voted(majority(), 3, 0, 2);
    EXPECT_EQ(verdict(failed.tick(100).d), Verdict::failed);
    auto tied = voted(majority(), 4, 2, 2);
    tied.d.decider = human("Dan");
    EXPECT_EQ(verdict(tied.tick(100).d), Verdict::pending) << "the decider is still to speak";
}

TEST(Arithmetic, NamesTheIntegers) {
    EXPECT_EQ(arithmetic(voted(majority(2, 3, false), 30, 17, 8).d),
              "Of 30 people who may vote, 17 agree, 8 disagree and 5 did not answer. 17 of 25 votes cast is 68 %; "
              "needed: at least two thirds, which is 17.");
    EXPECT_EQ(arithmetic(voted(majority(1, 2, true, Base::present), 18, 9, 5, 4).d),
              "Of 18 people who may vote, 9 agree, 4 abstain and 5 disagree. 9 of 18 answers is 50 %; needed: more "
              "than half, which is 10.");
    EXPECT_EQ(arithmetic(voted(with_quorum(majority(1, 2, true, Base::eligible), 1, 3), 4, 1).d),
              "Of 4 people who may vote, 1 agrees and 3 did not answer. 1 counts for the quorum of 2.");
    EXPECT_EQ(
        arithmetic(voted(with_quorum(majority(1, 2, true, Base::eligible), 1, 3), 4, 2).d),
        "Of 4 people who may vote, 2 agree and 2 did not answer. 2 count for the quorum of 2. 2 of 4 who may vote is "
        "50 %; needed: more than half, which is 3.");
    EXPECT_THAT(arithmetic(voted(majority(), 3, 2, 1).d), HasSubstr("2 of 3 votes cast is over 66 %;"));
    EXPECT_EQ(arithmetic(voted(apache_code(), 4, 2, 0, 0, 1).d),
              "Of 4 people who may vote, 2 agree, 1 stands back (recused) and 1 did not answer. 2 agreed, 3 had to.");
    EXPECT_EQ(arithmetic(voted(consent(), 3, 1, 1).d),
              "Of 3 people who may vote, 1 agrees, 1 disagrees and 1 did not answer. Silence counts as consent: 1. "
              "1 concern is open: a2.");
    EXPECT_EQ(arithmetic(voted(consent(), 0, 0).d), "Of 0 people who may vote, 0 agree.");
}

TEST(Tally, AShareOfAllMustAgreeWhateverTheVotesCastSay) {
    Policy p = majority();
    p.min_agree_share = {1, 3, false};
    EXPECT_EQ(outcome_now(voted(p, 13, 4, 0).d), Outcome::failed);
    EXPECT_EQ(outcome_now(voted(p, 13, 5, 4).d), Outcome::carried);
    EXPECT_EQ(outcome_now(voted(p, 13, 5, 5).d), Outcome::failed);
    EXPECT_THAT(arithmetic(voted(p, 13, 4, 0).d), HasSubstr(" 4 agreed, 5 had to."));
    EXPECT_THAT(rule_text(p, 13), HasSubstr(" At least 5 of the 13 who may vote must agree."));
    EXPECT_THAT(rule_text(p, 0), HasSubstr(" Of those who may vote, at least a third must agree."));
}

TEST(RuleText, SaysTheRuleAsItIsCounted) {
    EXPECT_EQ(
        rule_text(majority(), 5),
        "Carries when more than half of the votes cast (abstentions do not count) are in favour. Silence counts "
        "for nothing.");
    EXPECT_EQ(rule_text(with_quorum(majority(2, 3, false, Base::present), 1, 2, true), 5),
              "Carries when at least two thirds of those who answer (an abstention works like a vote against) are in "
              "favour. At least 3 of the 5 who may vote must answer; fewer is no decision, which is not a rejection. "
              "Silence counts for nothing.");
    EXPECT_EQ(rule_text(consent(), 5), "Carries at the close unless an objection stands. Silence counts as consent.");
    EXPECT_THAT(rule_text(apache_code(), 5), HasSubstr("At least 3 people who may vote must agree."));
    EXPECT_THAT(rule_text(with_quorum(majority(), 1, 3), 0), HasSubstr("Of those who may vote, at least a third"));
    EXPECT_THAT(rule_text(majority(), 5), Not(HasSubstr("objection")));
}

TEST(Arithmetic, SaysWhyFewerThanMayVoteAreCounted) {
    const Policy p = majority(1, 2, true, Base::eligible);
    EXPECT_THAT(arithmetic(voted(p, 3, 2).d), HasSubstr("2 of 3 who may vote is"));
    EXPECT_THAT(arithmetic(voted(p, 3, 2, 0, 0, 1).d), HasSubstr("2 of 2 who may vote and did not stand back is"));
}

TEST(Legend, SaysWhatMinusOneDoes) {
    EXPECT_THAT(legend(majority()), HasSubstr("a vote against"));
    EXPECT_EQ(legend(consent()),
              "-1 is an objection: it stops the decision until you settle it or it lapses because "
              "you do not say whether it is settled. Please say why.");
    EXPECT_EQ(legend(consent(), true),
              "-1 is an objection: it stops the decision until you settle it, a facilitator "
              "overrules it or it lapses because you do not say whether it is settled. Please say why.");
    Policy p = consent();
    p.settle_asks = 0;
    EXPECT_EQ(legend(p), "-1 is an objection: it stops the decision until you settle it. Please say why.");
}

}  // namespace
}  // namespace assentd::test
