// SPDX-License-Identifier: Apache-2.0
// The rule in words and what a decision needs, for every method and state: tables to be read.
#include "tests/unit/decision/choices.h"

namespace assentd::test {
namespace {

Policy of(Method method) {
    Policy p;
    p.method = method;
    p.on_disagree = OnDisagree::count;
    p.silence = Silence::nothing;
    if (method == Method::consent || method == Method::lazy_consensus) {
        p.on_disagree = OnDisagree::block;
        p.silence = Silence::agree;
    }
    if (method == Method::debian_a6) {
        p.choice.default_option = "Further discussion";
        p.choice.in_favour = {3, 2};
    }
    if (method == Method::stv) p.choice.seats = 2;
    return p;
}

TEST(RuleTable, EveryMethodInWords) {
    const std::pair<Method, const char*> rows[] = {
        {Method::consent, "Carries at the close unless an objection stands. Silence counts as consent."},
        {Method::lazy_consensus, "Carries at the close unless an objection stands. Silence counts as consent."},
        {Method::majority,
         "Carries when more than half of the votes cast (abstentions do not count) are in favour. Silence counts for "
         "nothing."},
        {Method::schulze,
         "Rank the options. Chosen is the one that beats the others one to one; where they beat each other in a "
         "circle, the strongest chain of wins decides (Schulze). If the count ends in a tie, that is the result: "
         "nobody is named to settle it. Who sends no ballot is not counted."},
        {Method::debian_a6,
         "Rank the options. An option counts only if more prefer it to “Further discussion” than the other way "
         "round. To be chosen, an option must be preferred to it by at least 5. Of those left, the one that beats "
         "the "
         "others one to one is chosen; a circle is broken at its weakest win (Debian constitution, A.6). If the "
         "count ends in a tie, that is the result: nobody is named to settle it. Who sends "
         "no "
         "ballot is not counted."},
        {Method::irv,
         "Rank the options. Each ballot counts for its first choice; the last option goes out and its ballots move "
         "on, until one has more than half; of those tied for last place, who had fewest in the latest round that "
         "differs goes out (instant runoff). If the count ends in a tie, that is the result: nobody is named to "
         "settle it. Who sends no ballot is not counted."},
        {Method::stv,
         "Rank the options; 2 are elected. What is above the quota, and the ballots of the last, move on to the next "
         "choice; of those tied for last place, who had fewest in the latest round that differs goes out, and a tie "
         "between surpluses is settled likewise (single transferable vote, Scottish rules). If the count ends in a "
         "tie, that is the result: nobody is named to "
         "settle it. Who sends no ballot is not counted."},
        {Method::approval,
         "Name every option that you approve of. Chosen: the option with the most approvals. If the count ends in a "
         "tie, that is the result: nobody is named to settle it. Who sends no ballot is "
         "not counted."},
        {Method::score,
         "Give each option a score from 0 to 5. Chosen: the option with the highest sum; an option without a score "
         "gets 0. If the count ends in a tie, that is the result: nobody is named to settle it. Who sends no ballot "
         "is not counted."},
        {Method::input, "Nothing is voted on: what you think is gathered until the close, and everybody gets it."},
        {Method::announce, "Everybody is asked to acknowledge it; it is not put to the vote."},
        {Method::advice, "The named decider hears everybody's advice and then decides."},
    };
    for (const auto& [method, words] : rows) EXPECT_EQ(rule_text(of(method), 10), words) << name(method);
}

TEST(RuleTable, WhatIsAddedByQuorumAndMinimaAndPeriods) {
    Policy p = of(Method::majority);
    p.threshold = {2, 3, false};
    p.base = Base::eligible;
    p.quorum = {1, 3, false};
    p.min_agree = 3;
    p.on_disagree = OnDisagree::block;
    p.final_period = std::chrono::hours(240);
    EXPECT_EQ(
        rule_text(p, 20),
        "Carries when at least two thirds of all who may vote are in favour. At least 3 people who may vote must "
        "agree. One objection that stands stops it, whatever the numbers. Once enough are in favour and no objection "
        "stands, everybody is told that a final period of 10 days begins; it closes at the end of that, be it sooner "
        "or later than announced "
        "now. At least 7 of the 20 who may vote must answer; fewer is no decision, which is not a rejection. Who is "
        "silent or abstains is not in favour.");
    Policy all_but = of(Method::consent);
    all_but.agree_all_but = 2;
    EXPECT_EQ(rule_text(all_but, 5),
              "Carries at the close unless an objection stands. All but 2 of those who may vote must agree. Silence "
              "counts as consent.");
}

TEST(NeedsTable, EveryMethodBeforeDuringAndAfter) {
    struct Row {
        Method method;
        std::vector<Act> acts;  // of A1, A2, …
        const char* silent;
        const char* during;
        const char* after;
    };
    const Row rows[] = {
        {Method::consent,
         {yes(), yes()},
         "Carries at the close unless an objection arrives.",
         "Carries at the close unless an objection arrives.",
         "It carried."},
        {Method::lazy_consensus,
         {no()},
         "Carries at the close unless an objection arrives.",
         "1 concern (a1) is open.",
         "It closed with an objection standing."},
        {Method::majority,
         {yes(), no()},
         "Needs 1 more vote in favour.",
         "Needs 1 more vote in favour.",
         "It did not carry."},
        {Method::schulze,
         {ballot("B>A")},
         "Needs a first ballot.",
         "The ballots are counted at the close: 1 so far, 4 people have not answered.",
         "It chose Berlin."},
        {Method::debian_a6,
         {ballot("A>B"), ballot("A>B")},
         "Needs a first ballot.",
         "The ballots are counted at the close: 2 so far, 3 people have not answered.",
         "It did not carry."},
        {Method::irv,
         {ballot("A>B"), ballot("B>A")},
         "Needs a first ballot.",
         "The ballots are counted at the close: 2 so far, 3 people have not answered.",
         "The votes are tied, and nobody is named to decide."},
        {Method::stv,
         {ballot("A>B"), ballot("B>A")},
         "Needs a first ballot.",
         "The ballots are counted at the close: 2 so far, 3 people have not answered.",
         "It chose Athens and Berlin."},
        {Method::approval,
         {ballot("A,B"), ballot("B")},
         "Needs a first ballot.",
         "The ballots are counted at the close: 2 so far, 3 people have not answered.",
         "It chose Berlin."},
        {Method::score,
         {ballot("A5 B4")},
         "Needs a first ballot.",
         "The ballots are counted at the close: 1 so far, 4 people have not answered.",
         "It chose Athens."},
        {Method::input, {yes()}, "Open for comments.", "Open for comments.", "The time for comments is over."},
        {Method::announce,
         {yes(), yes()},
         "Needs 5 more people to acknowledge it.",
         "Needs 3 more people to acknowledge it.",
         "2 of 5 people have acknowledged it."},
        {Method::advice,
         {yes(), no()},
         "5 people may still advise; then the decider decides.",
         "3 people may still advise; then the decider decides.",
         "Needs the word of the decider, who decides."},
    };
    for (const auto& row : rows) {
        auto room = choosing(of(row.method), is_choice(row.method) ? 3 : 0);
        room.open();
        EXPECT_EQ(room.needed(), row.silent) << name(row.method);
        for (std::size_t i = 0; i < row.acts.size(); ++i) room.says('A' + std::to_string(i + 1), 1, {row.acts[i]});
        EXPECT_EQ(room.needed(), row.during) << name(row.method);
        if (row.method != Method::advice) {
            EXPECT_EQ(needs(room.d, hour(100)),
                      "Its time is over: it closes once all mail from before its close has been read.");
        }
        room.tick(100);
        EXPECT_EQ(needs(room.d, hour(101)), row.after) << name(row.method);
    }
}

TEST(NeedsTable, OfAQuorumOfBallots) {
    Policy p = of(Method::score);
    p.quorum = {3, 0, false};
    auto room = with_ballots(choosing(p), {"A5"});
    EXPECT_EQ(room.needed(), "Needs 2 more ballots for quorum.");
    for (const auto* who : {"A3", "A4", "A5"}) room.says(who, 2, {vote(Position::recuse)});
    EXPECT_EQ(room.needed(), "Cannot reach its quorum any more.");
    room.says("A2", 2, {ballot("A5")}).says("A3", 3, {vote(Position::abstain)});
    EXPECT_EQ(room.needed(), "Everybody has answered; the ballots are counted at the close.");
}

TEST(NeedsTable, OfWeights) {
    Room room(majority());
    room.opening.roster[0].weight_millionths = 2'500'000;
    room.open().says("Ana", 1, {no()}).says("Bo", 1, {yes()});
    EXPECT_EQ(room.needed(), "Cannot carry any more unless votes change.");
    room.says("Ana", 2, {yes()});
    EXPECT_EQ(room.needed(), "Carries at the close as things stand.");
    EXPECT_EQ(arithmetic(room.d),
              "Of 3 people who may vote, 2 agree and 1 did not answer. By weight, 3.5 of 3.5 is 100 %; needed: more "
              "than half.");
}

TEST(Weights, DecideTheShareWhileQuorumAndMinimaCountVoices) {
    Policy p = majority();
    p.quorum = {2, 0, false};
    p.min_agree = 2;
    Room room(p);
    room.opening.roster[0].weight_millionths = 9'000'000;
    room.open().says("Ana", 1, {yes()});
    EXPECT_EQ(outcome_now(room.d), Outcome::no_quorum);
    room.says("Bo", 1, {no()});
    EXPECT_EQ(outcome_now(room.d), Outcome::failed) << "9 of 10, but one voice";
    room.says("Cy", 1, {yes()});
    EXPECT_EQ(outcome_now(room.d), Outcome::carried);
    room.says("Ana", 2, {no()}).says("Bo", 2, {yes()});
    EXPECT_EQ(outcome_now(room.d), Outcome::failed) << "two voices of three weigh 2 of 11";
}

}  // namespace
}  // namespace assentd::test
