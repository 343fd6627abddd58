// SPDX-License-Identifier: Apache-2.0
#include "storage/event_codec.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

namespace assentd {
namespace {

constexpr Instant at{std::chrono::sys_days{std::chrono::year{2026} / 12 / 4} + std::chrono::seconds{58'021}};

Source source() {
    return {"<1@example.org>", "c0ffee", at};
}
Person ada() {
    return {"Ada", "ada@example.org", {"ada@example.org", "ada@example.net"}};
}

Policy policy() {
    Policy p;
    p.name = "board";
    p.preset = "majority";
    p.method = Method::debian_a6;
    p.threshold = {2, 3, false};
    p.base = Base::eligible;
    p.quorum = {1, 4, true};
    p.min_agree = 3;
    p.on_disagree = OnDisagree::count;
    p.silence = Silence::nothing;
    p.veto_needs_reason = false;
    p.early_close = true;
    p.min_period = std::chrono::hours{72};
    p.visibility = Visibility::until_closed;
    p.comments_from = CommentsFrom::everyone;
    p.trust = {Trust::openpgp};
    p.close_by_proposer = true;
    p.words = {{"passt", Position::agree}};
    return p;
}

// One of each kind, with a value other than the default in every member.
std::vector<Event> one_of_each() {
    const Participant bo{"Bo", "bo@example.com", {"bo@example.com"}, false, {at, at + Duration{5}}};
    const std::vector<ReminderPlan> plans{{2, {at}}};
    const Text text{"A new oven", "Shall we?\n„Ja“"};
    return {
        Drafted{ada(), text, {{"Policy: consnet", "no such policy", "consent"}}, true, source()},
        Opened{42,
               ada(),
               {ada()},
               ada(),
               policy(),
               {bo},
               text,
               {"A", "B"},
               {"D-12"},
               at,
               at + Duration{60},
               0xffff'ffff'ffff'fffeU,
               source(),
               "<thread@example.org>"},
        VoteRecorded{3, Position::block, "-1", "-1 too dear", "too dear", "cost", 2, Trust::token, source()},
        VoteWithdrawn{3, source()},
        VoteUnclear{3, "hm, +0.5", "Did you mean +1?", source()},
        AnswerHeld{ada(), "+1", source()},
        HeldConfirmed{"ab12", source()},
        HeldDiscarded{"ab12", source()},
        ConcernRaised{"cost", 3, "too dear", source()},
        ConcernAnswered{"cost", "it is not", source()},
        ConcernSettled{"cost", 3, source()},
        ConcernOverruled{"cost", ada(), "decided", source()},
        Commented{ada(), "Nice.", "> an oven", {{"a.pdf", "application/pdf", 9, "ff"}}, source()},
        LateAnswer{ada(), "+1", source()},
        Extended{at, plans, ada(), "holidays", source()},
        Reminded{3, at},
        NotReached{3, "5.1.1", source()},
        Closed{Outcome::no_quorum, {"A"}, at, true, true, ada(), "time", "1 of 3", source()},
        Reopened{at, plans, ada(), "an error"},
    };
}

// Converts to anything: how many of them initialise T is the number of T's members.
struct Anything {
    template <typename T>
    operator T() const;
};
template <typename T, typename... A>
constexpr std::size_t members() {
    if constexpr (requires { T{A{}..., Anything{}}; })
        return members<T, A..., Anything>();
    else
        return sizeof...(A);
}

TEST(EventCodec, ReadsBackEveryKindWithEveryMember) {
    for (const Event& event : one_of_each()) {
        const std::string body = encode(event);
        EXPECT_EQ(encode(decode(name(event), body)), body) << name(event);
        EXPECT_EQ(decode(name(event), body).index(), event.index());
    }
}

TEST(EventCodec, EveryKindIsTested) {
    std::set<std::size_t> seen;
    for (const Event& event : one_of_each()) seen.insert(event.index());
    EXPECT_EQ(seen.size(), std::variant_size_v<Event>);
}

TEST(EventCodec, StoresEveryMember) {
    for (const Event& event : one_of_each())
        std::visit(
            [&]<typename T>(const T&) {
                EXPECT_EQ(nlohmann::json::parse(encode(event)).size(), members<T>()) << name(event);
            },
            event);
}

}  // namespace
}  // namespace assentd
