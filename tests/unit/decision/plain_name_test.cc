// SPDX-License-Identifier: Apache-2.0
#include "decision/plain_name.h"

#include "tests/unit/decision/choices.h"

namespace assentd::test {
namespace {

TEST(PlainName, HasNeitherCaseNorAccents) {
    for (const char* name : {"Émile", "émile", "EMILE", "E\u0301mile"}) EXPECT_EQ(plain_name(name), "emile") << name;
    EXPECT_EQ(plain_name("Łukasz Żółć"), "lukasz zolc");
    EXPECT_EQ(plain_name("Weiß Æsa Þór Đặng Ștefan Søren"), "weiss aesa thor dang stefan soren");
    EXPECT_EQ(plain_name("Ωδή ΝΙΚΟΣ Νίκος"), "ωδη νικοσ νικοσ");
    EXPECT_EQ(plain_name("Алёна"), "алена");
    EXPECT_EQ(plain_name("陳 \xF0\x9F\x98\x80 Ж1"), "陳 \xF0\x9F\x98\x80 ж1");
}

TEST(PlainName, TakesAnyBytes) {
    EXPECT_EQ(plain_name("A\xFF\xC3"), "a\xFF\xC3");
    EXPECT_EQ(plain_name("\xE1\xBA"), "\xE1\xBA");
    EXPECT_EQ(plain_name(""), "");
}

CastVote objection() {
    return no("it is too dear");
}

TEST(PlainName, OfAConcernIsEnough) {
    Room room(consent(), {"Bo", "Cy"});
    room.opening.roster.push_back({"Émile Roy", "emile@example.org", {"emile@example.org"}, true, {}});
    room.open().says("emile", 1, {objection()});
    const std::string called = room.d.concerns.at(0).name;
    EXPECT_EQ(plain_name(called), "emile");
    room.says("Pat", 2, {AnswerConcern{"emile", "it is not", "answer emile"}});
    EXPECT_EQ(room.d.concerns[0].answer, "it is not");
    room.says("emile", 3, {SettleConcern{"émile", "resolve émile"}});
    EXPECT_EQ(room.d.concerns[0].state, ConcernState::settled);
}

TEST(PlainName, OfTwoPeopleIsAskedAbout) {
    Room room(consent(), {"Emile Bo", "Cy"});
    room.opening.roster.push_back({"Émile Roy", "roy@example.org", {"roy@example.org"}, true, {}});
    room.open().says("emile", 1, {objection()}).says("roy", 2, {objection()});
    ASSERT_EQ(room.d.concerns.size(), 2U);
    room.says("Fay", 3, {OverruleConcern{"emile", "it was decided", "overrule emile"}});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    room.says("Fay", 4, {OverruleConcern{"emile-1", "it was decided", "overrule emile-1"}});
    EXPECT_EQ(room.d.concerns[0].state, ConcernState::overruled);
    EXPECT_EQ(room.d.concerns[1].state, ConcernState::open);
}

TEST(PlainName, OfAnotherConcernIsTaken) {
    Room room(consent());
    room.open().says("Ana", 1, {RaiseConcern{"café", "too loud", "concern: café"}});
    room.says("Bo", 2, {RaiseConcern{"cafe", "too dear", "concern: cafe"}});
    EXPECT_EQ(room.d.concerns.size(), 1U);
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
}

TEST(PlainName, HasNoSignsThatPeopleLeaveOut) {
    Room room(consent(), {"J. Smith", "O'Brien Ann"});
    room.open().says("j.", 1, {objection()}).says("o'brien", 1, {objection()});
    room.says("j.", 2, {SettleConcern{"j", "resolve j"}})
        .says("o'brien", 2, {SettleConcern{"obrien", "resolve obrien"}});
    for (const auto& c : room.d.concerns) EXPECT_EQ(c.state, ConcernState::settled) << c.name;
}

TEST(PlainName, OfAnOptionIsEnoughWhereOneIsCalledSo) {
    Room room = choosing(choice(Method::schulze));
    room.opening.options = {"Málaga", "Resume", "Résumé"};
    room.open();
    EXPECT_EQ(find_option(room.d, "malaga"), 0);
    EXPECT_EQ(find_option(room.d, "resume"), 1);
    EXPECT_EQ(find_option(room.d, "Résumé"), 2);
    EXPECT_EQ(find_option(room.d, "RÉSUME"), std::nullopt);
}

}  // namespace
}  // namespace assentd::test
