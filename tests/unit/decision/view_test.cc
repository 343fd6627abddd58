// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

Policy with_visibility(Visibility v) {
    Policy p = consent();
    p.visibility = v;
    return p;
}

Room told(Visibility v) {
    Room room(with_visibility(v));
    room.open().says("Ana", 1, {no("too dear")}).says("Bo", 1, {UnclearVote{"hm", "Which?"}});
    auto m = room.mail("Ana", hour(1), {});
    m.comments = {{"I am against it", ""}};
    room.now(hour(1), m);
    return room;
}

bool shows_nothing(const View& v) {
    for (const auto& p : v.participants)
        if (p.stance) return false;
    return v.sealed && !v.tally && !v.verdict && v.concerns.empty() && v.comments.empty() && v.pending.empty();
}

TEST(View, OpenShowsEverythingToAll) {
    const auto room = told(Visibility::open);
    const View v = view(room.d, std::nullopt);
    EXPECT_FALSE(v.sealed);
    EXPECT_TRUE(v.participants[0].stance);
    EXPECT_TRUE(v.tally);
    EXPECT_TRUE(v.verdict);
    EXPECT_EQ(v.concerns.size(), 1U);
    EXPECT_EQ(v.comments.size(), 1U);
    EXPECT_EQ(v.pending.size(), 1U);
}

TEST(View, UntilClosedHidesAllButTheReadersOwn) {
    auto room = told(Visibility::until_closed);
    EXPECT_TRUE(shows_nothing(view(room.d, std::nullopt))) << "admins included";
    EXPECT_TRUE(shows_nothing(view(room.d, 2)));
    const View own = view(room.d, 0);
    EXPECT_TRUE(own.sealed);
    EXPECT_TRUE(own.participants[0].stance);
    EXPECT_EQ(own.concerns.size(), 1U);
    EXPECT_FALSE(own.tally);
    EXPECT_TRUE(own.pending.empty());
    EXPECT_EQ(view(room.d, 1).pending.size(), 1U);
    room.tick(100);
    EXPECT_FALSE(view(room.d, std::nullopt).sealed);
    EXPECT_TRUE(view(room.d, std::nullopt).tally);
}

TEST(View, UntilVotedShowsToThoseWhoVoted) {
    auto room = told(Visibility::until_voted);
    EXPECT_TRUE(shows_nothing(view(room.d, 2)));
    EXPECT_TRUE(shows_nothing(view(room.d, std::nullopt)));
    EXPECT_TRUE(view(room.d, 1).sealed) << "an unclear answer is none";
    EXPECT_FALSE(view(room.d, 0).sealed);
    room.says("Cy", 2, {vote(Position::abstain)});
    EXPECT_TRUE(view(room.d, 2).participants[0].stance);
}

TEST(View, BorrowsWhatItShows) {
    const auto room = told(Visibility::open);
    const View v = view(room.d, std::nullopt);
    EXPECT_EQ(v.comments.data(), room.d.comments.data()) << "a long discussion is not copied for each receipt";
    EXPECT_EQ(v.participants[0].stance, &*room.d.seats[0].stance);
    EXPECT_EQ(v.concerns.at(0), &room.d.concerns.at(0));
}

TEST(View, AReaderWhoIsNotOnTheRosterIsAnybody) {
    EXPECT_TRUE(shows_nothing(view(told(Visibility::until_voted).d, 99)));
}

TEST(Sealed, NeedsIsTheSameWhateverWasSaid) {
    for (const auto v : {Visibility::until_voted, Visibility::until_closed}) {
        Room untouched(with_visibility(v));
        untouched.open();
        const auto room = told(v);
        EXPECT_EQ(room.needed(), untouched.needed());
        EXPECT_EQ(verdict(room.d), verdict(untouched.d));
    }
}

TEST(Sealed, AReceiptTellsOnlyTheReadersOwn) {
    auto room = told(Visibility::until_closed);
    room.says("Cy", 2, {yes()});
    ASSERT_EQ(room.notices.size(), 1U);
    EXPECT_EQ(room.said(), "Recorded: agree.");
}

TEST(Names, EveryValueHasOneAndItLeadsBack) {
    const auto both_ways = [](auto from_name, auto... values) {
        const bool ok = (... && (!name(values).empty() && from_name(name(values)) == values));
        EXPECT_TRUE(ok);
        EXPECT_FALSE(from_name("no such name"));
    };
    both_ways(method_from_name, Method::consent, Method::lazy_consensus, Method::majority, Method::schulze,
              Method::debian_a6, Method::irv, Method::stv, Method::approval, Method::score, Method::input,
              Method::announce, Method::advice);
    both_ways(base_from_name, Base::cast, Base::present, Base::eligible);
    both_ways(on_disagree_from_name, OnDisagree::count, OnDisagree::block);
    both_ways(silence_from_name, Silence::agree, Silence::nothing);
    both_ways(visibility_from_name, Visibility::open, Visibility::until_voted, Visibility::until_closed);
    both_ways(trust_from_name, Trust::none, Trust::token, Trust::authenticated, Trust::signature,
              Trust::token | Trust::authenticated, Trust::token | Trust::signature,
              Trust::authenticated | Trust::signature, Trust::token | Trust::authenticated | Trust::signature);
    both_ways(comments_from_name, CommentsFrom::participants, CommentsFrom::everyone);
    both_ways(position_from_name, Position::agree, Position::abstain, Position::disagree, Position::block,
              Position::recuse);
    both_ways(confidence_from_name, Confidence::exact, Confidence::near, Confidence::unclear);
    both_ways(outcome_from_name, Outcome::carried, Outcome::failed, Outcome::no_quorum, Outcome::blocked,
              Outcome::tied, Outcome::withdrawn);
    both_ways(notice_kind_from_name, NoticeKind::invitation, NoticeKind::receipt, NoticeKind::question,
              NoticeKind::refusal, NoticeKind::reminder, NoticeKind::digest, NoticeKind::amendment,
              NoticeKind::concern, NoticeKind::outcome, NoticeKind::help);
    for (const auto v : {Verdict::pending, Verdict::carried, Verdict::failed}) EXPECT_FALSE(name(v).empty());
    for (const auto s : {State::draft, State::open, State::closed}) EXPECT_FALSE(name(s).empty());
    for (const auto s : {ConcernState::open, ConcernState::settled, ConcernState::overruled, ConcernState::lapsed})
        EXPECT_FALSE(name(s).empty());
}

TEST(Text, ListsAndCountsReadNaturally) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(listed(Names{}), "");
    EXPECT_EQ(listed(Names{"a", "b"}), "a and b");
    EXPECT_EQ(listed(Names{"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(counted(1, "vote", "votes"), "1 vote");
    EXPECT_EQ(counted(0, "vote", "votes"), "0 votes");
    EXPECT_EQ(utc_text(Instant(std::chrono::seconds(1'796'400'000))), "2026-12-04 16:00 UTC");
}

TEST(Text, NumbersInNamesCompareByTheirValue) {
    const std::vector<std::string> ascending{"",  "-",  "1",   "2",  "2.9", "2.10", "10",
                                             "a", "a1", "a1b", "a2", "a10", "b"};
    for (std::size_t i = 0; i < ascending.size(); ++i)
        for (std::size_t j = 0; j < ascending.size(); ++j)
            EXPECT_EQ(by_numbers(ascending[i], ascending[j]), std::weak_ordering(i <=> j))
                << ascending[i] << " and " << ascending[j];
    EXPECT_EQ(by_numbers("a007b", "a7b"), std::weak_ordering::equivalent);
    EXPECT_EQ(by_numbers("0", "000"), std::weak_ordering::equivalent);
    EXPECT_EQ(by_numbers("99999999999999999999999", "100000000000000000000000"), std::weak_ordering::less);
}

TEST(View, WhoAnswersWasReachedAfterAll) {
    for (const auto visibility : {Visibility::open, Visibility::until_closed}) {
        Room room(with_visibility(visibility));
        room.open().now(hour(1), Bounce{address("Ana"), false, "5.1.1", {}}).says("Ana", 2, {yes()});
        EXPECT_EQ(view(room.d, std::nullopt).participants[0].reached, visibility == Visibility::open);
    }
}

TEST(View, TheLogOfASealedDecisionShowsNoAnswerAndNoReminder) {
    Policy policy = consent();
    policy.visibility = Visibility::until_closed;
    Room room(policy);
    room.open().says("Bo", 1, {no()});
    const Event reminded = Reminded{0, hour(50)};
    EXPECT_TRUE(may_show(room.d, room.events.front()));
    for (std::size_t i = 1; i < room.events.size(); ++i) EXPECT_FALSE(may_show(room.d, room.events[i]));
    EXPECT_FALSE(may_show(room.d, reminded));
    room.tick(100);
    for (const auto& event : room.events) EXPECT_TRUE(may_show(room.d, event));
}

TEST(View, WhatIsWithdrawnIsNeverRevealed) {
    for (const auto visibility : {Visibility::until_closed, Visibility::until_voted, Visibility::open}) {
        Room room = told(visibility);
        room.now(hour(2), AdminWithdraw{"kim", "not needed any more"});
        ASSERT_EQ(room.d.closing->outcome, Outcome::withdrawn);
        EXPECT_EQ(shows_nothing(view(room.d, std::nullopt)), visibility != Visibility::open);
        EXPECT_TRUE(may_show(room.d, Closed{}));
        EXPECT_EQ(may_show(room.d, VoteUnclear{}), visibility == Visibility::open);
    }
}

}  // namespace
}  // namespace assentd::test
