// SPDX-License-Identifier: Apache-2.0
// What must hold whatever is asked of a decision, in whatever order.
#include <set>

#include "decision/describe.h"
#include "tests/unit/decision/wild_course.h"

namespace assentd::test {
namespace {

constexpr unsigned runs = 200;

bool is_allowed(State from, const Event& event, State to) {
    if (from == to) return true;
    if (from == State::draft) return std::holds_alternative<Opened>(event);
    if (from == State::open) return std::holds_alternative<Closed>(event);
    return std::holds_alternative<Reopened>(event);
}

void expect_sane(const Decision& d) {
    if (d.state != State::draft) {
        EXPECT_GE(d.closes_at, d.announced_close);
        EXPECT_EQ(d.seats.size(), static_cast<std::size_t>(WildCourse::people));
        EXPECT_FALSE(d.revisions.empty());
        EXPECT_EQ(d.amendments.size() + 1, d.revisions.size());
    }
    EXPECT_EQ(d.closing.has_value(), d.state == State::closed);
    EXPECT_EQ(d.closed_at.has_value(), d.state == State::closed);
    std::set<std::string> open;
    for (const auto& c : d.concerns) {
        EXPECT_LT(c.by, d.seats.size());
        if (c.state == ConcernState::open) {
            EXPECT_TRUE(open.insert(lower_case(c.name)).second) << c.name;
        }
        EXPECT_LE(c.asked, std::max<std::int64_t>(d.policy.settle_asks, 1) + 20);
    }
    for (const auto& seat : d.seats) {
        if (seat.stance && seat.stance->position == Position::ballot) {
            EXPECT_FALSE(trouble_with(d, seat.stance->ballot));
        }
        if (seat.delegation) {
            EXPECT_LT(seat.delegation->to, d.seats.size());
            EXPECT_TRUE(!seat.participant.binding || d.seats[seat.delegation->to].participant.binding);
        }
        if (seat.stance) {
            EXPECT_LE(seat.stance->revision, d.revision());
        }
    }
    const Tally all = tally(d);
    EXPECT_EQ(all.all.seats(), static_cast<std::int64_t>(d.seats.size()));
    EXPECT_EQ(all.binding.seats(), binding_seats(d));
    EXPECT_LE(all.binding.asked + all.binding.unreached, all.binding.silent);
    const std::string sentence = needs(d, hour(1));
    EXPECT_TRUE(!sentence.empty() && sentence.back() == '.' && sentence.find('\n') == std::string::npos) << sentence;
}

TEST(Wild, NothingThrowsAndTheInvariantsHold) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        Decision replayed;
        std::size_t at = 0;
        WildCourse(seed).play([&](Room& room) {
            for (; at < room.events.size(); ++at) {
                const State before = replayed.state;
                assentd::apply(replayed, room.events[at]);
                EXPECT_TRUE(is_allowed(before, room.events[at], replayed.state)) << name(room.events[at]);
                EXPECT_FALSE(describe(room.d, room.events[at]).empty());
            }
            expect_sane(room.d);
            for (const auto& n : room.notices) EXPECT_FALSE(n.to_address.empty());
            (void)view(room.d, 0);
            (void)count_sheet(room.d);
        });
        ASSERT_FALSE(HasFailure()) << "seed " << seed;
    }
}

TEST(Wild, ReplayingTheEventsGivesTheSameDecision) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        const auto room = WildCourse(seed).play();
        Decision replayed;
        for (const auto& event : room.events) assentd::apply(replayed, event);
        ASSERT_EQ(replayed, room.d) << "seed " << seed;
    }
}

TEST(Wild, EveryKindOfEventHappens) {
    std::set<std::string_view> seen;
    for (unsigned seed = 0; seed < 2 * runs; ++seed)
        for (const auto& event : WildCourse(seed).play().events) seen.insert(name(event));
    EXPECT_EQ(seen.size(), std::variant_size_v<Event>)
        << testing::PrintToString(seen) << "\nelse the other properties say less than they seem to";
}

// All that a notice tells its reader.
std::string told(const Notice& n) {
    std::string text = n.announcement + n.concern;
    for (const auto& r : n.recorded) text += r.what + r.line + r.replaces;
    for (const auto& q : n.questions) text += q.line + q.ask;
    for (const auto& p : n.problems) text += p.line + p.wrong + p.right;
    return text;
}

std::string told(const View& v) {
    std::string text;
    for (const auto& p : v.participants) {
        if (p.stance) text += p.stance->line + p.stance->reason;
        if (p.delegated) text += p.delegated->line + p.delegated->reason;
        if (p.hold) text += p.hold->reason;
    }
    for (const auto* c : v.concerns) text += c->text + c->name;
    for (const auto& c : v.comments) text += c.text;
    for (const auto& [who, p] : v.pending) text += p->line;
    return text;
}

bool tells_of_another(const std::string& text, std::optional<std::size_t> reader) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(WildCourse::people); ++i)
        if (reader != i && text.find(marker(i)) != std::string::npos) return true;
    return false;
}

// Who steers may say something to everybody; what they write about the course of things is no answer.
bool is_for_all(const Notice& n) {
    return !n.announcement.empty();
}

TEST(Wild, WhileSealedNobodyIsToldAnothersWords) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        WildCourse(seed, Visibility::until_closed).play([&](Room& room) {
            if (room.d.state != State::open) return;
            for (const auto& n : room.notices) {
                if (is_for_all(n)) continue;
                EXPECT_FALSE(tells_of_another(told(n), n.participant)) << told(n);
                EXPECT_TRUE(n.concern.empty() || n.participant == find_open_concern(room.d, n.concern)->by);
            }
            for (ParticipantIndex i = 0; i < WildCourse::people; ++i)
                EXPECT_FALSE(tells_of_another(told(view(room.d, i)), i));
            EXPECT_FALSE(tells_of_another(told(view(room.d, std::nullopt)), std::nullopt));
            EXPECT_FALSE(tells_of_another(needs(room.d, hour(1)), std::nullopt));
            for (const auto& event : room.events)
                if (may_show(room.d, event) && !std::holds_alternative<Extended>(event) &&
                    !std::holds_alternative<Closed>(event) && !std::holds_alternative<Reopened>(event)) {
                    EXPECT_FALSE(tells_of_another(describe(room.d, event), std::nullopt)) << describe(room.d, event);
                }
        });
        ASSERT_FALSE(HasFailure()) << "seed " << seed;
    }
}

// What is announced to all while answers are sealed depends on nothing that was answered.
TEST(Wild, WhileSealedWhatIsToldToOneDoesNotDependOnWhatOthersAnswered) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        Chance chance(seed);
        Policy p = chance.coin() ? consent() : majority();
        p.visibility = chance.coin() ? Visibility::until_closed : Visibility::until_voted;
        p.final_period = std::chrono::hours(12);
        p.quorum = {3, 0, false};
        p.extend_if_not_reached = std::chrono::hours(24);
        Room a(p);
        Room b(p);
        for (auto* room : {&a, &b}) {
            room->opening.facilitators = {human("Fay")};
            room->open().now(hour(1), Bounce{address("Cy"), false, "5.1.1", {}});
        }
        a.says("Ana", 2, {vote(static_cast<Position>(chance.below(5)), "reason")});
        if (chance.coin()) a.says("Ana", 3, {RaiseConcern{"cost", "too dear", "concern: cost"}});
        if (chance.coin()) a.says("Ana", 4, {DelegateAct{address("Bo"), {}, "delegate"}});
        b.mails = a.mails = 100;
        const std::vector<std::pair<std::string, Act>> rest{{"Pat", AmendAct{"We buy two.", hour(100), {}, "amend"}},
                                                            {"Bo", HoldAct{hour(110), {}, "wait", "hold"}},
                                                            {"Bo", DelegateAct{address("Ana"), {}, "delegate"}},
                                                            {"Fay", AnswerConcern{"cost", "no", "answer"}},
                                                            {"Fay", OverruleConcern{"cost", "no", "overrule"}},
                                                            {"Bo", RaiseConcern{"cost", "mine", "concern: cost"}},
                                                            {"Bo", SettleConcern{"cost", "resolve"}},
                                                            {"Bo", AskStatus{}}};
        for (std::int64_t h = 5; h < 120; h += 5) {
            const auto& [who, act] = rest[static_cast<std::size_t>(chance.below(8))];
            for (auto* room : {&a, &b}) room->says(who, h, {act});
            const auto texts = [&](const Room& room) {
                std::multiset<std::string> result;
                for (const auto& n : room.notices)
                    if (n.to_name != "Ana") result.insert(n.to_name + told(n));
                return result;
            };
            ASSERT_EQ(texts(a), texts(b)) << "seed " << seed << ' ' << h;
            ASSERT_EQ(needs(a.d, hour(h)), needs(b.d, hour(h)));
            for (auto* room : {&a, &b}) room->tick(h);
            ASSERT_EQ(a.d.state, b.d.state) << "seed " << seed << ' ' << h;
            if (a.d.state != State::open) break;
            ASSERT_EQ(texts(a), texts(b)) << "seed " << seed << ' ' << h;
            ASSERT_EQ(a.d.closes_at, b.d.closes_at);
        }
    }
}

// ---- the clock ----

std::string last_told(const Room& room) {
    return std::to_string(room.events.size()) + ' ' + describe(room.d, room.events.back());
}

// The same mails, with the clock looked at every hour or only when next_wakeup() asks for it.
TEST(Wild, NoWakeupIsMissed) {
    for (unsigned seed = 0; seed < runs; ++seed) {
        std::vector<std::pair<std::int64_t, Command>> commands;
        Room source = WildCourse(seed).play();
        Room hourly(source.opening.policy, {});
        Room woken(source.opening.policy, {});
        hourly.opening = woken.opening = source.opening;
        hourly.open();
        woken.open();
        Chance chance(seed);
        for (int i = 0; i < 25; ++i) {
            const auto who = 'A' + std::to_string(chance.below(5));
            std::vector<Act> acts;
            switch (chance.below(7)) {
                case 0:
                    acts = {RaiseConcern{"cost", "too dear", "concern"}};
                    break;
                case 1:
                    acts = {HoldAct{hour(95 + chance.below(30)), {}, "", "hold"}};
                    break;
                case 2:
                    acts = {DelegateAct{address("A0"), hour(chance.below(120)), "delegate"}};
                    break;
                case 3:
                    acts = {CastBallot{{{{0}, {1}}, {}, {}}, "A > B", {}}};
                    break;
                default:
                    acts = {vote(static_cast<Position>(chance.below(3)), "reason")};
            }
            const std::int64_t h = chance.below(110);
            commands.emplace_back(h, source.mail(who, hour(h), acts));
            if (chance.one_in(3))
                commands.emplace_back(h, source.mail("Fay", hour(h), {AnswerConcern{"cost", "no", "answer"}}));
            if (chance.one_in(9)) commands.emplace_back(h, Bounce{address(who), false, "5.1.1", {}});
            if (chance.one_in(9)) commands.emplace_back(h, AdminExtend{"root", "", hour(h + 40), {}});
            if (chance.one_in(9)) commands.emplace_back(h, AdminReopen{"root", "", hour(h + 40), {}});
        }
        std::stable_sort(commands.begin(), commands.end(),
                         [](const auto& x, const auto& y) { return x.first < y.first; });
        auto next = commands.begin();
        for (std::int64_t h = 0; h < 320; ++h) {
            for (; next != commands.end() && next->first == h; ++next) {
                hourly.now(hour(h), next->second);
                woken.now(hour(h), next->second);
            }
            hourly.tick(h);
            for (auto* room : {&hourly, &woken})  // what is due at once may make the next thing due at once
                for (int n = 0; n < 5 && next_wakeup(room->d) && *next_wakeup(room->d) <= hour(h); ++n) room->tick(h);
            ASSERT_EQ(last_told(hourly), last_told(woken)) << "seed " << seed << " hour " << h;
            ASSERT_EQ(hourly.d, woken.d) << "seed " << seed << " hour " << h;
            const auto wakeup = next_wakeup(woken.d);
            ASSERT_TRUE(!wakeup || *wakeup > hour(h)) << "seed " << seed << ": asked for again and again";
        }
    }
}

}  // namespace
}  // namespace assentd::test
