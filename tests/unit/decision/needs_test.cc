// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/decision/choices.h"

namespace assentd::test {
namespace {

Policy with_quorum(Policy p, std::int64_t count) {
    p.quorum = {count, 0, false};
    return p;
}

TEST(Needs, OneSentenceForEveryStandOfAnOpenDecision) {
    struct Row {
        Room room;
        const char* sentence;
    };
    auto concern = voted(with_quorum(majority(), 3), 5, 1);
    concern.says("A1", 2, {RaiseConcern{"cost", "too dear", "concern: cost"}});
    auto blocked = voted(consent(), 3, 2, 1);
    auto blocked_twice = voted(consent(), 3, 1, 2);
    auto unclear = voted(consent(), 3, 1);
    unclear.says("A2", 2, {UnclearVote{"hm", "Which?"}});
    auto held = voted(consent(), 3, 1);
    held.says("A2", 2, {no()}, Trust::none);
    auto unreached = voted(consent(), 3, 1);
    unreached.now(hour(2), Bounce{address("A2"), false, "5.1.1", {}});
    Policy silent_majority = majority();
    silent_majority.silence = Silence::agree;
    Policy both = with_quorum(majority(), 3);
    both.min_agree = 2;

    const Row rows[] = {
        {voted(with_quorum(majority(), 3), 5, 1, 0, 0), "Needs 2 more binding votes for quorum."},
        {voted(with_quorum(majority(), 3), 5, 2, 0, 0), "Needs 1 more binding vote for quorum."},
        {voted(both, 5, 1), "Needs 2 more binding votes for quorum, at least 1 of them in favour."},
        {voted(both, 5, 0, 1), "Needs 2 more binding votes in favour, which is enough for the quorum, too."},
        {voted(with_quorum(majority(), 3), 3, 1, 0, 0, 1), "Cannot reach its quorum any more unless votes change."},
        {voted(majority(), 5, 0), "Needs 1 more vote in favour."},
        {voted(majority(), 5, 1, 2), "Needs 2 more votes in favour."},
        {voted(majority(), 5, 1, 3), "Cannot carry any more unless votes change."},
        {voted(majority(1, 2, true, Base::eligible), 5, 1), "Needs 2 more votes in favour."},
        {voted(majority(), 5, 1), "Carries at the close as things stand."},
        {voted(majority(), 3, 2, 1), "Everybody has answered and it carries at the close as things stand."},
        {voted(silent_majority, 5, 0, 2), "Carries at the close as things stand."},
        {voted(silent_majority, 5, 0, 3), "Cannot carry any more unless votes change."},
        {voted(consent(), 3, 1), "Carries at the close unless an objection arrives."},
        {voted(consent(), 3, 3), "Everybody has answered and it carries at the close as things stand."},
        {voted(apache_code(), 4, 1), "Needs 2 more votes in favour."},
        {voted(apache_code(), 3, 1, 0, 1), "Cannot carry any more unless votes change."},
        {concern, "Needs 2 more binding votes for quorum; 1 concern (cost) is open."},
        {blocked, "1 concern (a3) is open."},
        {blocked_twice, "2 concerns (a2 and a3) are open."},
        {unclear, "Carries at the close unless an objection arrives; 1 answer is unclear and asked about."},
        {held, "Carries at the close unless an objection arrives; 1 answer waits for confirmation by the sender."},
        {unreached, "Carries at the close unless an objection arrives; 1 person could not be reached."},
    };
    for (const auto& row : rows) EXPECT_EQ(row.room.needed(), row.sentence);
}

TEST(Needs, CountsNoHeadsWhereVotesWeigh) {
    const auto needed = [](const Policy& policy, int agree, int against) {
        Room room(policy, {"A1", "A2", "A3", "A4", "A5"});
        room.opening.roster[0].weight_millionths = 1'500'000;
        room.opening.roster[4].weight_millionths = 500'000;
        room.open();
        for (int i = 0; i < agree; ++i) room.says("A" + std::to_string(i + 1), 1, {yes()});
        for (int i = 0; i < against; ++i) room.says("A" + std::to_string(5 - i), 1, {no()});
        return room.needed();
    };
    const Policy two_thirds = with_quorum(majority(2, 3, false), 3);
    EXPECT_EQ(needed(two_thirds, 1, 1), "Needs 1 more binding vote for quorum.") << "1.5 of 2 is enough by weight";
    EXPECT_EQ(needed(two_thirds, 0, 1),
              "Needs 2 more binding votes for quorum and more weight in favour than 0 of a weight of 0.5.");
    EXPECT_EQ(needed(two_thirds, 0, 0), "Needs 3 more binding votes for quorum and somebody in favour.");
    EXPECT_EQ(needed(two_thirds, 1, 2), "Needs more in favour: 1.5 of a weight of 3 so far.");
    EXPECT_EQ(needed(two_thirds, 0, 4), "Cannot carry any more unless votes change.");
    Policy fewest = majority();
    fewest.min_agree = 2;
    EXPECT_EQ(needed(fewest, 1, 1), "Needs 1 more vote in favour.") << "people, whatever they weigh";
}

TEST(Needs, TellsWhoAnsweredAnEarlierTextFromWhoDidNotAnswer) {
    auto room = with_ballots(choosing(choice(Method::schulze)), {"A>B", "B>A"});
    room.says("A2", 2, {DelegateAct{address("A3"), {}, "delegate"}})
        .says("Pat", 3, {AmendAct{"Another text.", hour(100), {}, "amend"}});
    room.says("A3", 4, {ballot("C>A")});  // A2's ballot is stale, and A3 answers for them
    EXPECT_EQ(needs(room.d, hour(5)),
              "The ballots are counted at the close: 2 so far, 1 person has answered an "
              "earlier text only, 2 people have not answered.");
}

TEST(Needs, WhoseAnswerIsUnclearIsNotToldTwice) {
    auto room = with_ballots(choosing(choice(Method::schulze)), {"A>B"});
    room.says("A2", 2, {UnclearVote{"Athens first, I think", "Which order?"}});
    EXPECT_EQ(
        needs(room.d, hour(3)),
        "The ballots are counted at the close: 1 so far, 3 people have not answered; 1 answer is unclear and asked "
        "about.");
}

TEST(Needs, AnObjectionWithoutItsReasonIsNotCalledUnclear) {
    Policy policy = consent();
    policy.veto_needs_reason = true;
    Room room(policy);
    room.open().says("Ana", 2, {no("")});
    EXPECT_THAT(needs(room.d, hour(3)), testing::HasSubstr("1 objection waits for a reason"));
    EXPECT_THAT(needs(room.d, hour(3)), testing::Not(testing::HasSubstr("unclear")));
}

TEST(Needs, OfADraft) {
    Decision d;
    d.draft_problems = {{"Policy: x", "Unknown.", "consent"}};
    EXPECT_EQ(needs(d, hour(0)), "Needs corrected lines from the proposer.");
    d.awaits_confirmation = true;
    EXPECT_EQ(needs(d, hour(0)), "Needs corrected lines from the proposer.");
    d.draft_problems.clear();
    EXPECT_EQ(needs(d, hour(0)), "Needs the proposer's confirmation.");
}

TEST(Needs, OfAClosedDecisionIsItsOutcome) {
    Decision d;
    d.state = State::closed;
    const std::pair<Outcome, const char*> rows[] = {
        {Outcome::carried, "It carried."},
        {Outcome::failed, "It did not carry."},
        {Outcome::no_quorum, "Too few answered, so there is no decision."},
        {Outcome::blocked, "It closed with an objection standing."},
        {Outcome::tied, "The votes are tied, and nobody is named to decide."},
        {Outcome::withdrawn, "It was withdrawn."}};
    for (const auto& [outcome, sentence] : rows) {
        Closed closed;
        closed.outcome = outcome;
        d.closing = closed;
        EXPECT_EQ(needs(d, hour(0)), sentence);
    }
    d.closing->outcome = Outcome::tied;
    d.decider = Person{"Dana", "dana@example.org", {"dana@example.org"}};
    EXPECT_EQ(needs(d, hour(0)), "Needs a word from Dana, who decides: the votes are tied.");
}

TEST(Needs, AgreesWithTheOutcomeThatTheCloseWouldAnnounce) {
    for (const auto& policy :
         {majority(), majority(2, 3, false), with_quorum(majority(), 3), apache_release(), apache_code(), consent(),
          majority(1, 2, true, Base::present), majority(1, 2, true, Base::eligible)})
        for (int agree = 0; agree <= 5; ++agree)
            for (int against = 0; agree + against <= 5; ++against)
                for (int abstain = 0; agree + against + abstain <= 5; ++abstain) {
                    const auto room = voted(policy, 5, agree, against, abstain);
                    const bool says_so = room.needed().find("arries at the close") != std::string::npos;
                    EXPECT_EQ(says_so, outcome_now(room.d) == Outcome::carried) << room.needed();
                    const auto foreseen = verdict(room.d);
                    EXPECT_TRUE(says_so || foreseen != Verdict::carried) << room.needed();
                    const bool cannot = room.needed().find("annot") != std::string::npos;
                    EXPECT_TRUE(!cannot || foreseen != Verdict::carried) << room.needed();
                }
}

TEST(Moment, IsReadBackFromItsText) {
    EXPECT_EQ(read_utc_text(utc_text(hour(5))), hour(5));
    EXPECT_EQ(moment(hour(5)), moment_mark + utc_text(hour(5)) + moment_mark);
    for (const char* wrong :
         {"", "2026-13-01 10:00 UTC", "2026-02-30 10:00 UTC", "2026-12-01 10:00", "2026-12-01 10:00 UTC."})
        EXPECT_FALSE(read_utc_text(wrong)) << wrong;
}

}  // namespace
}  // namespace assentd::test
