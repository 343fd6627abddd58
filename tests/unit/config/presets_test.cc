// SPDX-License-Identifier: Apache-2.0
// Every preset: that it loads, says what its source says, and reads well as a rule.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/config.h"
#include "decision/tally.h"

namespace assentd {
namespace {

using testing::HasSubstr;

const std::map<std::string, PolicyConfig>& presets() {
    static const Config config = [] {
        auto loaded = load_config("config/assentd.toml.sample");
        return std::holds_alternative<Config>(loaded) ? std::get<Config>(std::move(loaded)) : Config{};
    }();
    return config.policies;
}
Policy rules(const std::string& name) {
    return presets().at(name).rules;
}
TEST(Presets, AreThoseOfTheManual) {
    for (const auto* name : {"consent",
                             "lazy-consensus",
                             "majority",
                             "two-thirds",
                             "unanimous",
                             "sign-off",
                             "advice",
                             "input",
                             "announce",
                             "apache-procedural",
                             "apache-release",
                             "apache-code",
                             "openstack-formal",
                             "ietf-ballot",
                             "rfc-fcp",
                             "ranked",
                             "debian-gr",
                             "approval",
                             "score",
                             "runoff",
                             "stv"})
        EXPECT_TRUE(presets().contains(name)) << name;
}

TEST(Presets, ReadAsWholeSentences) {
    for (const auto& [name, policy] : presets()) {
        for (const std::int64_t voters : {0, 1, 9}) {
            const auto text = rule_text(policy.rules, voters);
            EXPECT_THAT(text, testing::MatchesRegex("[A-Z].*\\.")) << name;
            EXPECT_EQ(text.find("  "), std::string::npos) << name;
            EXPECT_EQ(text.find(".."), std::string::npos) << name;
        }
        EXPECT_THAT(policy.description, testing::MatchesRegex("[A-Z].*\\.")) << name;
    }
}

TEST(Presets, SayTheirRuleInWords) {
    EXPECT_THAT(rule_text(rules("sign-off"), 3), HasSubstr("Carries when all who may vote agree."));
    for (const char* preset : {"sign-off", "rfc-fcp"}) {
        EXPECT_THAT(rule_text(rules(preset), 3), HasSubstr("Who is silent or abstains is not in favour.")) << preset;
        EXPECT_EQ(rule_text(rules(preset), 3).find("for nothing"), std::string::npos) << preset;
    }
    EXPECT_THAT(rule_text(rules("openstack-formal"), 13), HasSubstr("At least 5 of the 13 who may vote must agree."));
    EXPECT_THAT(rule_text(rules("rfc-fcp"), 7), HasSubstr("All but 2 of those who may vote must agree."));
    EXPECT_THAT(rule_text(rules("rfc-fcp"), 7), HasSubstr("a final period of 10 days begins;"));
    EXPECT_THAT(rule_text(rules("debian-gr"), 9), HasSubstr("must be preferred to it by at least 5."));
    EXPECT_THAT(rule_text(rules("stv"), 9), HasSubstr("3 are elected"));
}

// So many of `voters` take each position; what the close would announce.
Outcome outcome(const std::string& name, int voters, int agree, int abstain, int disagree, int recuse = 0) {
    Decision d;
    Opened opened;
    opened.policy = rules(name);
    for (int i = 0; i < voters; ++i) {
        const std::string address = "p" + std::to_string(i) + "@example.org";
        opened.roster.push_back({"", address, {address}, true, {}});
    }
    assentd::apply(d, opened);
    ParticipantIndex next = 0;
    const auto vote = [&](int n, Position position) {
        for (int i = 0; i < n; ++i)
            assentd::apply(d, VoteRecorded{next++, position, {}, {}, {}, {}, 1, Trust::token, {}, {}});
    };
    vote(agree, Position::agree);
    vote(abstain, Position::abstain);
    vote(disagree, Position::disagree);
    vote(recuse, Position::recuse);
    return outcome_now(d);
}

TEST(Presets, OpenStackWantsMoreForThanAgainstAndAThirdOfAllFor) {
    EXPECT_EQ(outcome("openstack-formal", 13, 5, 0, 4), Outcome::carried);
    EXPECT_EQ(outcome("openstack-formal", 13, 4, 0, 0), Outcome::failed);  // a third of 13 is 5
    EXPECT_EQ(outcome("openstack-formal", 13, 6, 1, 6), Outcome::failed);  // a tie rejects
    EXPECT_EQ(outcome("openstack-formal", 9, 3, 6, 0), Outcome::carried);
    EXPECT_EQ(rules("openstack-formal").min_period, std::chrono::hours(7 * 24));
}

TEST(Presets, IetfBallotCountsTwoThirdsOfThoseWhoDidNotRecuse) {
    EXPECT_EQ(outcome("ietf-ballot", 15, 10, 0, 0), Outcome::carried);
    EXPECT_EQ(outcome("ietf-ballot", 15, 9, 6, 0), Outcome::failed);
    EXPECT_EQ(outcome("ietf-ballot", 15, 8, 0, 0, 3), Outcome::carried);  // of 12
    const auto words = rules("ietf-ballot").words;
    EXPECT_THAT(words, testing::Contains(std::pair("discuss", Position::block)));
    EXPECT_THAT(words, testing::Contains(std::pair("no objection", Position::agree)));
}

TEST(Presets, RfcFcpWantsAllButTwoAndMoreThanHalf) {
    EXPECT_EQ(outcome("rfc-fcp", 7, 5, 0, 0), Outcome::carried);
    EXPECT_EQ(outcome("rfc-fcp", 7, 4, 0, 0), Outcome::failed);
    EXPECT_EQ(outcome("rfc-fcp", 3, 1, 0, 0), Outcome::failed);  // all but two, but not more than half
    EXPECT_EQ(outcome("rfc-fcp", 3, 2, 0, 0), Outcome::carried);
    EXPECT_EQ(rules("rfc-fcp").final_period, std::chrono::hours(240));
}

TEST(Presets, SignOffNeedsEveryApprover) {
    EXPECT_EQ(outcome("sign-off", 3, 3, 0, 0), Outcome::carried);
    EXPECT_EQ(outcome("sign-off", 3, 2, 1, 0), Outcome::failed);
    EXPECT_EQ(outcome("sign-off", 3, 2, 0, 0, 1), Outcome::carried);
    EXPECT_TRUE(rules("sign-off").early_close);
}

TEST(Presets, AnnounceIsCompleteWhenAllHaveAnswered) {
    EXPECT_EQ(outcome("announce", 3, 2, 0, 0), Outcome::no_quorum);
    EXPECT_EQ(outcome("announce", 3, 3, 0, 0), Outcome::carried);
}

TEST(Presets, NumbersDoNotMakeUpForWhatTheSourceAsks) {
    EXPECT_EQ(outcome("consent", 5, 1, 0, 0), Outcome::carried);
    EXPECT_EQ(outcome("apache-release", 9, 3, 0, 2), Outcome::carried);
    EXPECT_EQ(outcome("apache-release", 9, 3, 0, 3), Outcome::failed);
    EXPECT_EQ(outcome("apache-release", 9, 2, 0, 0), Outcome::failed);
    EXPECT_EQ(outcome("apache-code", 9, 3, 0, 3), Outcome::carried) << "those whose veto was overruled";
    EXPECT_EQ(outcome("apache-code", 9, 2, 0, 0), Outcome::failed);
    EXPECT_EQ(outcome("two-thirds", 9, 4, 0, 2), Outcome::carried);
    EXPECT_EQ(outcome("two-thirds", 9, 3, 0, 2), Outcome::failed);
}

TEST(Presets, ChoicesHaveTheSettingsOfTheirCommunity) {
    const auto debian = rules("debian-gr").choice;
    EXPECT_EQ(debian.default_option, "Further discussion");
    EXPECT_EQ(debian.in_favour, (InFavour{3, 2}));
    EXPECT_EQ(debian.majority_rule, MajorityRule::v1_6);
    EXPECT_EQ(rules("debian-gr").method, Method::debian_a6);
    EXPECT_EQ(rules("ranked").choice.strength, Strength::winning_opposed);
    EXPECT_EQ(rules("stv").choice.ties, (std::vector{TieRule::backward, TieRule::lot}));
    EXPECT_EQ(rules("score").choice.score_max, 5);
    for (const auto* name : {"ranked", "debian-gr", "approval", "score", "runoff", "stv"}) {
        EXPECT_TRUE(is_choice(rules(name).method)) << name;
        EXPECT_EQ(rules(name).on_disagree, OnDisagree::count) << name;
        EXPECT_EQ(rules(name).silence, Silence::nothing) << name;
    }
}

}  // namespace
}  // namespace assentd
