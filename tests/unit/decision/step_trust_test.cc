// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;

Confirm confirm(const std::string& held, Instant at, std::vector<Act> acts, bool yes = true) {
    return {held, yes, std::move(acts), {}, {"<confirm@example.org>", "c" + held, at}};
}

TEST(Trust, FromAloneIsHeldAndAskedAboutAtTheAddressOnFile) {
    Room room(majority());
    room.opening.roster[0].addresses.emplace_back("ana@example.com");
    room.open();
    auto m = room.mail("Ana", hour(1), {yes()}, Trust::none);
    m.sender.address = "ana@example.com";
    room.now(hour(1), m);
    EXPECT_FALSE(room.seat("Ana").stance);
    ASSERT_EQ(room.d.held.size(), 1U);
    ASSERT_EQ(room.notices.size(), 1U);
    EXPECT_EQ(room.reply().kind, NoticeKind::question);
    EXPECT_EQ(room.reply().to_address, "ana@example.org");
    EXPECT_EQ(room.reply().confirm_sha256, m.source.sha256);
    EXPECT_EQ(room.reply().confirm_text, "words that nothing proved");
    EXPECT_EQ(room.reply().confirm_arrival, hour(1));
}

TEST(Trust, IsWhatThePolicyDemands) {
    Policy p = majority();
    p.trust = {Trust::signature};
    for (const auto trust : {Trust::none, Trust::token, Trust::authenticated, Trust::signature}) {
        Room room(p);
        room.open().says("Ana", 1, {yes()}, trust);
        EXPECT_EQ(room.seat("Ana").stance.has_value(), trust == Trust::signature) << name(trust);
        EXPECT_EQ(room.d.held.size(), 0U) << name(trust) << ": no confirmation by mail makes a signature";
        EXPECT_EQ(room.reply().kind, trust == Trust::signature ? NoticeKind::receipt : NoticeKind::refusal);
    }
}

TEST(Trust, CanBeSeveralProofsTogether) {
    Policy p = majority();
    p.trust = {Trust::token | Trust::signature};
    for (const auto trust : {Trust::none, Trust::token, Trust::authenticated, Trust::signature,
                             Trust::token | Trust::signature, Trust::token | Trust::authenticated}) {
        Room room(p);
        room.open().says("Ana", 1, {yes()}, trust);
        EXPECT_EQ(room.seat("Ana").stance.has_value(), includes(trust, p.trust[0])) << name(trust);
    }
    Room room(p);  // a confirmation is as good as a token, and the mail brought the signature
    room.open().says("Ana", 1, {yes()}, Trust::signature).now(hour(2), confirm("000001", hour(2), {yes()}));
    ASSERT_TRUE(room.seat("Ana").stance);
    EXPECT_EQ(room.seat("Ana").stance->trust, Trust::token | Trust::signature);
}

TEST(Trust, RecordsTheFirstWishOfThePolicyThatIsMet) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}, Trust::token | Trust::authenticated | Trust::signature);
    EXPECT_EQ(room.seat("Ana").stance->trust, Trust::token);
    Policy p = majority();
    p.trust = {Trust::token | Trust::signature, Trust::authenticated};
    EXPECT_EQ(accepted(p, Trust::token | Trust::authenticated), Trust::authenticated);
    EXPECT_EQ(accepted(p, Trust::token), std::nullopt);
    p.trust = {Trust::none};
    EXPECT_EQ(accepted(p, Trust::token), Trust::token) << "better proof is recorded as such";
    EXPECT_EQ(accepted(p, Trust::none), Trust::none);
}

TEST(Trust, NamesReadBackInAnyOrder) {
    EXPECT_EQ(trust_from_name("signed+token"), Trust::token | Trust::signature);
    EXPECT_EQ(name(Trust::token | Trust::signature), "token+signed");
    for (const char* wrong : {"", "+", "token+", "+token", "none+token", "tokens", "token signed", "openpgp"})
        EXPECT_EQ(trust_from_name(wrong), std::nullopt) << wrong;
}

TEST(Trust, UnsettledQuestionsToOnePersonAreBounded) {
    Room room(majority());
    room.open();
    for (int i = 1; i <= 40; ++i) room.says("Ana", i % 20 + 1, {yes()}, Trust::none);
    EXPECT_EQ(room.d.held.size(), 10U);
    room.says("Bo", 21, {yes()}, Trust::none);
    EXPECT_EQ(room.d.held.size(), 11U) << "and nobody else is shut out by it";
}

// ---- a reply token that came from an unknown address ----

TEST(Trust, AClaimedAddressCountsForNothingUnderAnyPolicy) {
    for (const auto& trust : {std::vector{Trust::none}, std::vector{Trust::token, Trust::authenticated}}) {
        Policy p = majority();
        p.trust = trust;
        Room room(p);
        room.open();
        auto m = room.mail("Ana", hour(1), {yes()}, Trust::none);
        m.sender.other_address = "ana@home.example";
        room.now(hour(1), m);
        EXPECT_FALSE(room.seat("Ana").stance);
        ASSERT_EQ(room.d.held.size(), 1U);
        EXPECT_EQ(room.reply().confirm_address, "ana@home.example");
        EXPECT_EQ(room.reply().to_address, "ana@example.org");
        EXPECT_FALSE(find_participant(room.d, "ana@home.example"));
        room.now(hour(2), confirm("000001", hour(2), {yes()}));
        EXPECT_TRUE(room.seat("Ana").stance);
        EXPECT_EQ(find_participant(room.d, "ana@home.example"), find_participant(room.d, "ana@example.org"));
    }
}

TEST(Trust, ADeniedAddressIsNobodys) {
    Room room(majority());
    room.open();
    auto m = room.mail("Ana", hour(1), {yes()}, Trust::none);
    m.sender.other_address = "eve@example.net";
    room.now(hour(1), m).now(hour(2), confirm("000001", hour(2), {yes()}, false));
    EXPECT_FALSE(room.seat("Ana").stance);
    EXPECT_FALSE(find_participant(room.d, "eve@example.net"));
}

TEST(Trust, HoldsCommandsAndCommentsToo) {
    Room room(majority());
    room.open().says("Pat", 1, {WithdrawAct{}}, Trust::none).says("Fay", 1, {CloseAct{}}, Trust::none);
    auto m = room.mail("Ana", hour(1), {}, Trust::none);
    m.comments = {{"Nonsense!", ""}};
    room.now(hour(1), m);
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_TRUE(room.d.comments.empty());
    EXPECT_EQ(room.d.held.size(), 3U);
}

TEST(Confirmation, YesMakesTheHeldMailCount) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}, Trust::none).now(hour(2), confirm("000001", hour(2), {yes()}));
    ASSERT_TRUE(room.seat("Ana").stance);
    EXPECT_EQ(room.seat("Ana").stance->source.sha256, "000001") << "it comes from the held mail";
    EXPECT_EQ(room.seat("Ana").stance->trust, Trust::token);
    EXPECT_TRUE(room.d.held.empty());
    EXPECT_EQ(room.reply().kind, NoticeKind::receipt);
    room.now(hour(3), confirm("000001", hour(3), {yes()}));
    EXPECT_TRUE(room.last_events.empty()) << "once";
}

TEST(Confirmation, NoDiscardsIt) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}, Trust::none).now(hour(2), confirm("000001", hour(2), {yes()}, false));
    EXPECT_FALSE(room.seat("Ana").stance);
    EXPECT_TRUE(room.d.held.empty());
    EXPECT_THAT(room.said(), HasSubstr("Nothing of it was counted"));
    room.now(hour(3), confirm("000001", hour(3), {yes()}));
    EXPECT_FALSE(room.seat("Ana").stance) << "no is final";
}

TEST(Confirmation, OfAnOldMailDoesNotOverrideANewerVote) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}, Trust::none).says("Ana", 2, {no()});
    room.now(hour(3), confirm("000001", hour(3), {yes()}));
    EXPECT_EQ(room.seat("Ana").stance->position, Position::disagree);
    EXPECT_THAT(room.said(), HasSubstr("A later mail of yours already stands"));
}

TEST(Confirmation, AfterTheCloseIsLate) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}, Trust::none).tick(100);
    EXPECT_EQ(room.d.closing->outcome, Outcome::no_quorum);
    room.now(hour(101), confirm("000001", hour(101), {yes()}));
    EXPECT_FALSE(room.seat("Ana").stance);
    EXPECT_THAT(room.said(), HasSubstr("Your confirmation came after the close"));
}

TEST(Confirmation, ExactlyAtTheCloseIsLateToo) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}, Trust::none).now(hour(100), confirm("000001", hour(100), {yes()}));
    EXPECT_FALSE(room.seat("Ana").stance);
}

TEST(Confirmation, OfACommentIsThankedFor) {
    Room room(majority());
    room.open();
    auto m = room.mail("Ana", hour(1), {}, Trust::none);
    m.comments = {{"Why?", ""}};
    room.now(hour(1), m);
    auto c = confirm(m.source.sha256, hour(2), {});
    c.comments = m.comments;
    room.now(hour(2), c);
    EXPECT_EQ(room.d.comments.size(), 1U);
    EXPECT_THAT(room.said(), HasSubstr("confirmed"));
}

TEST(Confirmation, OfACloseHoldsAtTheConfirmation) {
    Room room(majority());
    room.open().says("Fay", 1, {CloseAct{}}, Trust::none).now(hour(20), confirm("000001", hour(20), {CloseAct{}}));
    EXPECT_EQ(room.d.closing->at, hour(20)) << "votes of the hours between were counted";
}

TEST(Confirmation, OfWhatWasNeverHeldIsNothing) {
    Room room(majority());
    room.open().now(hour(2), confirm("feed", hour(2), {yes()}));
    EXPECT_TRUE(room.last_events.empty());
    EXPECT_TRUE(room.notices.empty());
}

TEST(Late, UnprovenIsNotPutUnderANameOnTheRecord) {
    Room room(majority());
    room.open().tick(100).says("Ana", 101, {yes()}, Trust::none);
    EXPECT_TRUE(room.last_events.empty());
    EXPECT_THAT(room.reply().problems.at(0).wrong, HasSubstr("nothing proves that it is yours"));
}

TEST(Addresses, ConfirmedElsewhereAreKnownFromThenOn) {
    Room room(majority());
    room.opening.decider = human("Dana");
    room.open();
    const auto learn = [&](const std::string& person, const std::string& other) {
        room.now(hour(1), AddAddress{address(person), other, room.next_source(hour(1))});
        return room.last_events.size();
    };
    EXPECT_EQ(learn("Ana", "ana@home.example"), 1U);
    EXPECT_EQ(find_participant(room.d, "ana@home.example"), 0U);
    EXPECT_EQ(learn("Ana", "ana@home.example"), 0U) << "once";
    EXPECT_EQ(learn("Ana", address("Bo")), 0U) << "Bo's stays Bo's";
    EXPECT_EQ(learn("Zoe", "zoe@home.example"), 0U) << "who is nobody here";
    EXPECT_EQ(learn("Dana", "dana@home.example"), 1U);
    EXPECT_TRUE(is_decider(room.d, "dana@home.example"));
    room.tick(100);
    EXPECT_EQ(learn("Bo", "bo@home.example"), 0U);
}

}  // namespace
}  // namespace assentd::test
