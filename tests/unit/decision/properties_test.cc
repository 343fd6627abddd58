// SPDX-License-Identifier: Apache-2.0
// What must hold for any decision: tried on seeded random ones.
#include <algorithm>

#include "tests/unit/decision/wild_course.h"

namespace assentd::test {
namespace {

const std::vector<std::string> people{"Ana", "Bo", "Cy", "Dee"};
constexpr unsigned runs = 300;

Policy some_policy(Chance& chance) {
    Policy p = chance.coin() ? consent() : majority();
    if (chance.coin()) p.on_disagree = chance.coin() ? OnDisagree::block : OnDisagree::count;
    if (chance.coin()) p.silence = chance.coin() ? Silence::agree : Silence::nothing;
    p.base = static_cast<Base>(chance.below(3));
    p.quorum = {chance.below(4), 0, false};
    p.min_agree = chance.below(3);
    p.early_close = chance.coin();
    return p;
}

Act some_vote(Chance& chance) {
    if (chance.below(6) == 0) return UnclearVote{"hm", "Which?"};
    if (chance.below(5) == 0) return WithdrawAct{WithdrawAct::Object::vote, {}, "withdraw"};
    auto v = vote(static_cast<Position>(chance.below(5)));
    if (chance.coin()) v.reason = "reason " + std::to_string(chance.below(3));
    return v;
}

Act some_act(Chance& chance) {
    switch (chance.below(6)) {
        case 0:
            return RaiseConcern{chance.coin() ? "cost" : "noise", "words", "concern"};
        case 1:
            return SettleConcern{chance.coin() ? "cost" : "", "resolve"};
        case 2:
            return OverruleConcern{"cost", "a reason", "overrule cost"};
        default:
            return some_vote(chance);
    }
}

// A course of mails, ticks, bounces and admin's doings; people by index, so that it can be played with other names.
Room some_course(unsigned seed, const std::vector<std::string>& names = people) {
    Chance chance(seed);
    Room room(some_policy(chance), names);
    for (auto& p : room.opening.roster) p.reminders = {hour(40), hour(80)};
    room.open();
    std::int64_t h = 1;
    for (int i = 0; i < 25; ++i, h += chance.below(9)) {
        const auto& who = names[static_cast<std::size_t>(chance.below(4))];
        const int what = chance.below(20);
        if (what == 0)
            room.tick(h);
        else if (what == 1)
            room.now(hour(h), Bounce{address(who), false, "5.1.1", {}});
        else if (what == 2)
            room.says("Fay", h, {OverruleConcern{"cost", "a reason", "overrule cost"}});
        else if (what == 3)
            room.says(who, h, {some_vote(chance)}, Trust::none);
        else if (what == 4)
            room.now(hour(h), AdminExtend{"root", "", hour(100 + h), {}});
        else if (what == 5 && !room.d.held.empty())
            room.now(
                hour(h),
                Confirm{
                    room.d.held[0].source.sha256, chance.coin(), {some_vote(chance)}, {}, room.next_source(hour(h))});
        else
            room.says(who, h, {some_act(chance)});
    }
    if (chance.coin()) room.tick(400);
    return room;
}

TEST(Property, ReplayingTheEventsGivesTheSameDecision) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        const auto room = some_course(seed);
        Decision replayed;
        for (const auto& event : room.events) assentd::apply(replayed, event);
        ASSERT_EQ(replayed, room.d) << "seed " << seed;
    }
}

// Objections carry their reasons here: whether one without words repeats what stands depends on what had been read.
TEST(Property, TheOrderOfReadingChangesNeitherStancesNorTallyNorOutcome) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        Chance chance(seed);
        Policy policy = some_policy(chance);
        policy.veto_needs_reason = false;
        Room in_order(policy, people);
        Room shuffled(policy, people);
        in_order.open();
        shuffled.open();
        std::vector<AnswerMail> mails;
        for (int i = 0; i < 12; ++i)
            mails.push_back(in_order.mail(people[static_cast<std::size_t>(chance.below(4))], hour(1 + i / 2),
                                          {some_vote(chance)}));
        for (const auto& m : mails) in_order.now(hour(20), m);
        std::shuffle(mails.begin(), mails.end(), chance.engine());
        for (const auto& m : mails) shuffled.now(hour(20), m);
        for (std::size_t i = 0; i < people.size(); ++i) {
            const auto& a = in_order.d.seats[i];
            const auto& b = shuffled.d.seats[i];
            ASSERT_EQ(a.stance.has_value(), b.stance.has_value()) << "seed " << seed << ' ' << people[i];
            ASSERT_EQ(a.pending.has_value(), b.pending.has_value()) << "seed " << seed << ' ' << people[i];
            if (a.stance) {
                ASSERT_EQ(a.stance->source, b.stance->source) << "seed " << seed << ' ' << people[i];
            }
        }
        ASSERT_EQ(tally(in_order.d).all, tally(shuffled.d).all) << "seed " << seed;
        ASSERT_EQ(open_blocks(in_order.d), open_blocks(shuffled.d)) << "seed " << seed;
        ASSERT_EQ(outcome_now(in_order.d), outcome_now(shuffled.d)) << "seed " << seed;
    }
}

TEST(Property, RenamingPeopleChangesNothing) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        const auto a = some_course(seed);
        const auto b = some_course(seed, {"Zoe", "Yan", "Xia", "Wim"});
        ASSERT_EQ(tally(a.d).all, tally(b.d).all) << "seed " << seed;
        ASSERT_EQ(verdict(a.d), verdict(b.d)) << "seed " << seed;
        ASSERT_EQ(outcome_now(a.d), outcome_now(b.d)) << "seed " << seed;
        ASSERT_EQ(a.events.size(), b.events.size()) << "seed " << seed;
    }
}

TEST(Property, AnAbstentionNeverTurnsCarriedIntoFailedWhereVotesCastCount) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        Chance chance(seed);
        Policy p = majority(1 + chance.below(3), 4, chance.coin());
        p.quorum = {chance.below(5), 0, false};
        p.min_agree = chance.below(3);
        const int agree = chance.below(6);
        const int against = chance.below(4);
        auto room = voted(p, 12, agree, against);
        if (outcome_now(room.d) != Outcome::carried) continue;
        room.says("A12", 2, {vote(Position::abstain)});
        ASSERT_EQ(outcome_now(room.d), Outcome::carried) << "seed " << seed;
    }
}

TEST(Property, ACertainVerdictIsWhatEveryEndingGives) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        Chance chance(seed);
        auto room = some_course(seed);
        if (room.d.state != State::open) continue;
        const Verdict certain = verdict(room.d);
        if (certain == Verdict::pending) continue;
        for (const auto& who : people)
            if (!room.seat(who).stance) room.says(who, 90, {vote(static_cast<Position>(chance.below(4)), "words")});
        ASSERT_EQ(certain == Verdict::carried, outcome_now(room.d) == Outcome::carried) << "seed " << seed;
    }
}

TEST(Property, OneCloseOneOutcomeEach) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        const auto room = some_course(seed);
        const auto closes = std::count_if(room.events.begin(), room.events.end(),
                                          [](const Event& e) { return std::holds_alternative<Closed>(e); });
        ASSERT_LE(closes, 1) << "seed " << seed;
    }
}

}  // namespace
}  // namespace assentd::test
