// SPDX-License-Identifier: Apache-2.0
// What must hold for any ballots of any method, from the mails to the outcome.
#include <algorithm>

#include "tests/unit/decision/wild_course.h"

namespace assentd::test {
namespace {

constexpr unsigned runs = 200;
const Method methods[] = {Method::schulze, Method::debian_a6, Method::irv,
                          Method::stv,     Method::approval,  Method::score};

Policy some_choice(Chance& chance, Method method) {
    Policy p = choice(method);
    p.carry_votes = static_cast<CarryVotes>(chance.below(3));
    if (method == Method::debian_a6) p.choice.default_option = "Delft";
    if (method == Method::stv || method == Method::approval) p.choice.seats = 1 + chance.below(2);
    p.choice.ties = {TieRule::backward, TieRule::ask};
    return p;
}

OptionBallot some_ballot(Chance& chance, Method method) {
    OptionBallot b;
    std::vector<OptionIndex> order{0, 1, 2, 3};
    std::shuffle(order.begin(), order.end(), chance.engine());
    order.resize(1 + static_cast<std::size_t>(chance.below(4)));
    for (const OptionIndex o : order)
        if (method == Method::approval)
            b.approved.push_back(o);
        else if (method == Method::score)
            b.scores.emplace_back(o, chance.below(6));
        else
            b.places.push_back({o});
    return b;
}

TEST(ChoiceProperty, TheOrderOfReadingChangesNothing) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        Chance chance(seed);
        const Method method = methods[seed % 6];
        const Policy policy = some_choice(chance, method);
        Room in_order = choosing(policy, 4);
        Room shuffled = choosing(policy, 4);
        in_order.open();
        shuffled.open();
        std::vector<AnswerMail> mails;
        for (int i = 0; i < 12; ++i) {
            const auto who = 'A' + std::to_string(1 + chance.below(5));
            Act act = CastBallot{some_ballot(chance, method), "a ballot", {}};
            if (chance.one_in(5)) act = vote(chance.coin() ? Position::abstain : Position::recuse);
            if (chance.one_in(8)) act = WithdrawAct{WithdrawAct::Object::vote, {}, "withdraw"};
            mails.push_back(in_order.mail(who, hour(1 + i / 2), {act}));
        }
        if (chance.coin())
            mails.push_back(in_order.mail("Pat", hour(3), {AmendAct{"We buy two.", hour(100), {}, "amend"}}));
        std::stable_sort(mails.begin(), mails.end(),
                         [](const auto& a, const auto& b) { return is_older(a.source, b.source); });
        for (const auto& m : mails) in_order.now(hour(20), m);
        std::shuffle(mails.begin(), mails.end(), chance.engine());
        for (const auto& m : mails) shuffled.now(hour(20), m);
        for (std::size_t i = 0; i < 5; ++i)
            ASSERT_EQ(in_order.d.seats[i].stance, shuffled.d.seats[i].stance) << "seed " << seed << ' ' << i;
        in_order.tick(100);
        shuffled.tick(100);
        ASSERT_EQ(in_order.d.closing->outcome, shuffled.d.closing->outcome) << "seed " << seed;
        ASSERT_EQ(in_order.d.closing->chosen, shuffled.d.closing->chosen) << "seed " << seed;
        ASSERT_EQ(in_order.d.closing->arithmetic, shuffled.d.closing->arithmetic) << "seed " << seed;
    }
}

TEST(ChoiceProperty, WhoCastWhichBallotChangesNothingAndNeitherDoAbstentions) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        Chance chance(seed);
        const Method method = methods[seed % 6];
        const Policy policy = some_choice(chance, method);
        std::vector<OptionBallot> ballots;
        for (int i = 0; i < 6; ++i) ballots.push_back(some_ballot(chance, method));
        Room one = choosing(policy, 4, 7);
        Room other = choosing(policy, 4, 7);
        one.open();
        other.open().says("A7", 1, {vote(Position::abstain)});
        for (std::size_t i = 0; i < 6; ++i) {
            one.says('A' + std::to_string(i + 1), 1, {CastBallot{ballots[i], "a ballot", {}}});
            other.says('A' + std::to_string(6 - i), 1, {CastBallot{ballots[i], "a ballot", {}}});
        }
        const Choice a = choose_with_sheet(one.d);
        const Choice b = choose_with_sheet(other.d);
        ASSERT_EQ(a.winners, b.winners) << "seed " << seed;
        ASSERT_EQ(a.tied, b.tied);
        ASSERT_EQ(a.sheet, b.sheet);
        ASSERT_EQ(outcome_now(one.d), outcome_now(other.d));
    }
}

// Not so for instant runoff and STV, which are known to punish support now and then.
TEST(ChoiceProperty, MoreSupportNeverHarmsAWinner) {
    for (const Method method : {Method::schulze, Method::debian_a6, Method::approval, Method::score})
        for (unsigned seed = 0; seed < runs; ++seed) {
            Chance chance(seed);
            Policy policy = some_choice(chance, method);
            policy.choice.seats = 1;
            Room room = choosing(policy, 4, 6);
            room.open();
            std::vector<OptionBallot> ballots;
            for (int i = 1; i <= 6; ++i) {
                ballots.push_back(some_ballot(chance, method));
                room.says('A' + std::to_string(i), 1, {CastBallot{ballots.back(), "a ballot", {}}});
            }
            const Choice before = choose(room.d);
            if (before.tied || before.none) continue;
            const OptionIndex winner = before.winners.front();
            OptionBallot raised = ballots[0];
            for (auto& place : raised.places) std::erase(place, winner);
            std::erase_if(raised.places, [](const auto& place) { return place.empty(); });
            std::erase_if(raised.scores, [&](const auto& s) { return s.first == winner; });
            std::erase(raised.approved, winner);
            if (method == Method::approval)
                raised.approved.push_back(winner);
            else if (method == Method::score)
                raised.scores.emplace_back(winner, 5);
            else
                raised.places.insert(raised.places.begin(), {winner});
            room.says("A1", 2, {CastBallot{raised, "a ballot", {}}});
            ASSERT_EQ(choose(room.d).winners, before.winners) << name(method) << " seed " << seed;
        }
}

}  // namespace
}  // namespace assentd::test
