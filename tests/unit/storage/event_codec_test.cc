// SPDX-License-Identifier: Apache-2.0
#include "storage/event_codec.h"

#include <gtest/gtest.h>

#include <set>

namespace assentd {
namespace {

constexpr Instant at{std::chrono::sys_days{std::chrono::year{2026} / 12 / 4} + std::chrono::seconds{58'021}};

Source source() {
    return {"<1@example.org>", "c0ffee", at, "7.42"};
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
    p.min_agree_share = {1, 3, true};
    p.on_disagree = OnDisagree::count;
    p.silence = Silence::nothing;
    p.veto_needs_reason = false;
    p.early_close = true;
    p.min_period = std::chrono::hours{72};
    p.visibility = Visibility::until_closed;
    p.comments_from = CommentsFrom::everyone;
    p.trust = {Trust::signature};
    p.close_by_proposer = true;
    p.words = {{"passt", Position::agree}};
    return p;
}

// One of each kind, with a value other than the default in every member.
std::vector<Event> one_of_each() {
    const Participant bo{"Bo", "bo@example.com", {"bo@example.com"}, false, {at, at + Duration{5}}, 1'500'000};
    const std::vector<ReminderPlan> plans{{2, {at}}};
    const Counts counts{1, 2, 3, 4, 5, 6, 7, 8, 9};
    const Tally counted{counts, counts, counts};
    const Text text{"A new oven", "Shall we?\n„Ja“"};
    return {
        Drafted{ada(),
                text,
                {{"policy", "board", {"a"}}},
                {{"Policy: consnet", "no such policy", "consent"}},
                true,
                source(),
                2,
                {ada()},
                "It would be open for a week."},
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
               "<thread@example.org>",
               {"mx.example.org"},
               {"sealer.example.org"},
               {"list.example.org"},
               true,
               at + Duration{90},
               "0123abcd"},
        VoteRecorded{3,
                     Position::block,
                     "-1",
                     "-1 too dear",
                     "too dear",
                     "cost",
                     2,
                     Trust::token,
                     source(),
                     {{{1}, {0, 2}}, {{0, 5}, {1, -3}}, {2}}},
        VoteWithdrawn{3, source()},
        VoteUnclear{3, "hm, +0.5", "Did you mean +1?", source()},
        AnswerHeld{ada(), "+1", source()},
        HeldConfirmed{"ab12", source()},
        HeldDiscarded{"ab12", source()},
        ConcernRaised{"cost", 3, "too dear", source()},
        ConcernAnswered{"cost", "it is not", source(), ada()},
        ConcernSettled{"cost", 3, source()},
        ConcernOverruled{"cost", ada(), "decided", source()},
        Commented{ada(), "Nice.", "> an oven", {{"a.pdf", "application/pdf", 9, "ff"}}, source()},
        LateAnswer{ada(), "+1", source()},
        Extended{at, plans, ada(), "holidays", source(), true},
        Reminded{3, at},
        ReminderSpared{3, at},
        NotReached{3, "5.1.1", source()},
        ReachedAgain{3, at},
        Closed{Outcome::no_quorum, {"A"}, at, true, true, ada(), "time", "1 of 3", source(), counted},
        Reopened{at, plans, ada(), "an error"},
        Seconded{ada(), source()},
        SettleAsked{"cost", at, true},
        ConcernUpheld{"cost", "still too dear", source()},
        ConcernLapsed{"cost", at},
        Amended{text, ada(), at, plans, source()},
        HoldPlaced{3, at, plans, "to read it", source()},
        HoldReleased{3, source()},
        Delegated{3, 4, at, source()},
        DelegationEnded{3, source()},
        AwayNoted{3, at, at + Duration{60}, {at}, source()},
        FinalPeriodBegun{at, at + Duration{60}},
        FinalPeriodEnded{at},
        DeciderAsked{at},
        Decided{ada(), Outcome::failed, {"A"}, "cheaper", source()},
        StatementAdded{ada(), "Thank you all.", source()},
        ReviewAsked{at},
        Reviewed{ada(), Review::retire, "outdated", source()},
        Superseded{"D-12", at},
        AddressConfirmed{"ada@example.org", "ada@home.example", source()},
    };
}

TEST(EventCodec, ReadsBackEveryKindWithEveryMember) {
    EXPECT_EQ(one_of_each().size(), std::variant_size_v<Event>);
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

std::string complaint(std::string_view kind, std::string_view body) {
    try {
        decode(kind, body);
    } catch (const EventCodecError& e) {
        return e.what();
    }
    return "none";
}

TEST(EventCodec, WritesNamesInstantsAndSortedKeys) {
    EXPECT_EQ(encode(Reminded{3, at}), R"({"due":"2026-12-04T16:07:01Z","participant":3})");
    EXPECT_EQ(encode(Closed{Outcome::no_quorum, {"A"}, at, true, false, {}, "r", "s", {}}),
              R"({"arithmetic":"s","at":"2026-12-04T16:07:01Z","by":{"address":"","addresses":[],"name":""},)"
              R"("chosen":["A"],"early":true,"outcome":"no-quorum","reason":"r",)"
              R"("source":{"arrival":"1970-01-01T00:00:00Z","message_id":"","place":"","sha256":""},)"
              R"("tally":null,"waited_for_inbox":false})");
}

TEST(EventCodec, ReadsRowsThatLackAMemberOrHaveOneMore) {
    const Event read = decode("vote-recorded", R"({"participant":3,"mood":["good",{"a":null}]})");
    EXPECT_EQ(std::get<VoteRecorded>(read).participant, 3u);
    EXPECT_EQ(std::get<VoteRecorded>(read).revision, 1);
}

TEST(EventCodec, ReadsEveryEscapeAndBackTheTextsThatNeedThem) {
    const Event read =
        decode("not-reached", R"( { "status" : "\"\\\/\b\f\n\r\t\u00e9\u20AC\ud83d\ude00" , "participant" : 1 } )");
    EXPECT_EQ(std::get<NotReached>(read).status, "\"\\/\b\f\n\r\té€😀");
    std::string all;
    for (char c = 0; c < 127; ++c) all.push_back(c);
    EXPECT_EQ(std::get<NotReached>(decode("not-reached", encode(NotReached{1, all, {}}))).status, all);
}

TEST(EventCodec, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(complaint("sung", "{}"), "an unknown kind of event: sung");
    EXPECT_EQ(complaint("closed", R"({"outcome":"victory"})"), "an unknown word: victory");
    EXPECT_EQ(complaint("reminded", R"({"due":"2026-02-30T00:00:00Z"})"), "not an instant: 2026-02-30T00:00:00Z");
    EXPECT_EQ(complaint("reminded", R"({"due":"tomorrow"})"), "not an instant: tomorrow");
    EXPECT_EQ(complaint("reminded", "[]"), "not the JSON of this kind: { expected at byte 0");
    EXPECT_NE(complaint("reminded", "{} {}"), "none");
    EXPECT_NE(complaint("reminded", R"({"participant":-1})"), "none");
    EXPECT_NE(complaint("reminded", R"({"participant":99999999999})"), "none");
    EXPECT_NE(complaint("reminded", R"({"x":)" + std::string(100'000, '[')), "none");
    EXPECT_NE(complaint("reminded", R"({"x":"\ud800"})"), "none");
    EXPECT_NE(complaint("reminded", R"({"x":"\u12)"), "none");
    EXPECT_NE(complaint("reminded", ""), "none");
    EXPECT_NE(complaint("reminded", R"({"due":5})"), "none");
    EXPECT_NE(complaint("reminded", R"({"due":)"), "none");
}

TEST(EventCodec, RefusesAnInstantThatItCouldNotReadBack) {
    EXPECT_THROW(encode(Reminded{0, Instant{std::chrono::hours{24 * 366 * 9'000}}}), EventCodecError);
}

TEST(EventCodec, StoresTextThatIsNotUtf8WithReplacements) {
    const Event read = decode("commented", encode(Commented{{},
                                                            "a\xff"
                                                            "b",
                                                            "",
                                                            {},
                                                            {}}));
    EXPECT_EQ(std::get<Commented>(read).text,
              "a\xef\xbf\xbd"
              "b");
}

}  // namespace
}  // namespace assentd
