// SPDX-License-Identifier: Apache-2.0
#include "daemon/ctl/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "config/when.h"
#include "daemon/ctl/commands.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// A house whose people are asked under a policy that opens at nine on a Monday.
class PlanOfAPolicy : public House {
  protected:
    Plan planned(const std::string& name, const std::vector<const PersonConfig*>& voters = {}) {
        return plan(*config_, config_->policies.at(name), voters, now_);
    }
    // "2026-11-30T09:00:00Z ben@example.org", in order
    static std::vector<std::string> mails(const Plan& plan, NoticeKind kind) {
        std::vector<std::string> found;
        for (const auto& mail : plan.mails)
            if (mail.notice == kind) found.push_back(instant_text(mail.at) + ' ' + mail.to->addresses.front());
        return found;
    }
};

TEST_F(PlanOfAPolicy, IsWhatTheCycleDoesWhenNobodyAnswers) {
    configure(
        "[policy.x]\npreset = \"majority\"\nvoters = [\"ben@example.org\", \"chen@example.org\"]\nperiod = \"3 "
        "days\"\n");
    const Plan expected = planned("x");
    propose("Policy: x\n");
    std::vector<std::string> reminded;
    while (decision().state == State::open) {
        const auto next = store_->earliest_wakeup();
        ASSERT_TRUE(next.has_value());
        now_ = *next;
        for (const auto& sent : round())
            if (sent.notice == "reminder") reminded.push_back(instant_text(now_) + ' ' + sent.to);
    }
    EXPECT_EQ(mails(expected, NoticeKind::reminder), reminded);
    EXPECT_EQ(expected.closes_at, decision().closed_at);
    EXPECT_FALSE(reminded.empty());
}

TEST_F(PlanOfAPolicy, InvitesVotersAdvisersAndFacilitatorsAndTellsThemTheOutcome) {
    configure(
        "[policy.x]\npreset = \"majority\"\nvoters = [\"ben@example.org\"]\nadvisory = [\"chen@example.org\"]\n"
        "facilitators = [\"dana@example.org\"]\ndecider = \"ben@example.org\"\nperiod = \"3 days\"\n");
    const Plan made = planned("x");
    EXPECT_THAT(mails(made, NoticeKind::invitation),
                ElementsAre("2026-11-30T09:00:00Z ben@example.org", "2026-11-30T09:00:00Z chen@example.org",
                            "2026-11-30T09:00:00Z dana@example.org"));
    EXPECT_THAT(mails(made, NoticeKind::outcome),
                ElementsAre("2026-12-03T09:00:00Z ben@example.org", "2026-12-03T09:00:00Z chen@example.org",
                            "2026-12-03T09:00:00Z dana@example.org"));
}

TEST_F(PlanOfAPolicy, OtherVotersReplaceThePolicysOwn) {
    EXPECT_THAT(mails(planned("board", {find_person(*config_, "dana@example.org")}), NoticeKind::invitation),
                ElementsAre("2026-11-30T09:00:00Z dana@example.org"));
}

TEST_F(PlanOfAPolicy, AsksTheDeciderAtTheEndOfAdviceAndNobodyTwiceForInput) {
    configure(
        "[policy.a]\npreset = \"advice\"\ndecider = \"dana@example.org\"\nvoters = [\"ben@example.org\"]\n"
        "period = \"2 days\"\n[policy.i]\npreset = \"input\"\nperiod = \"2 days\"\n");
    EXPECT_THAT(mails(planned("a"), NoticeKind::question), ElementsAre("2026-12-02T09:00:00Z dana@example.org"));
    EXPECT_TRUE(mails(planned("a"), NoticeKind::outcome).empty());
    EXPECT_TRUE(mails(planned("i"), NoticeKind::reminder).empty());
}

TEST_F(PlanOfAPolicy, SaysThatWorkingTimeMovedTheClose) {
    configure("[policy.x]\npreset = \"consent\"\nperiod = \"4 hours\"\nmin_working_time = \"10 hours\"\n");
    const Plan made = planned("x");
    EXPECT_TRUE(made.longer_for_working_time);
    EXPECT_EQ(instant_text(made.closes_at), "2026-12-01T11:00:00Z");
    EXPECT_THAT(plan_text(made), HasSubstr("later than the period says"));
    EXPECT_FALSE(planned("team").longer_for_working_time);
}

class PlanCommand : public PlanOfAPolicy {
  protected:
    void SetUp() override {
        std::ofstream(directory_ / "plan.toml") << R"([inbox]
url = "maildir:in"
[outlet]
url = "maildir:out"
[mail]
address = "decisions@example.org"
[[person]]
name = "Chen Wei"
addresses = ["chen@example.org"]
time_zone = "Asia/Shanghai"
[group.core]
members = ["chen@example.org"]
)";
    }
    std::string printed(PlanWish wish) {
        Context context((directory_ / "plan.toml").string(), Clock(now_), "admin");
        ::testing::internal::CaptureStdout();
        const int code = plan_command(context, wish);
        const std::string out = ::testing::internal::GetCapturedStdout();
        EXPECT_EQ(code, exit_done);
        return out;
    }
    std::string refused(PlanWish wish) {
        Context context((directory_ / "plan.toml").string(), Clock(now_), "admin");
        try {
            plan_command(context, wish);
        } catch (const Stop& stop) {
            EXPECT_EQ(stop.code(), exit_usage);
            return stop.what();
        }
        return "done";
    }
};

TEST_F(PlanCommand, PrintsEachMailInUtcAndInTheReadersZone) {
    const auto text = printed({"consent", "2026-11-30T09:00:00Z", {}, false});
    EXPECT_THAT(text, HasSubstr("Policy consent: opens 2026-11-30 09:00 UTC, closes 2026-12-07 09:00 UTC.\n"));
    EXPECT_THAT(text, HasSubstr("2026-11-30 09:00 UTC\tinvitation\tChen Wei <chen@example.org>\t"
                                "Mon 30 Nov 2026, 17:00 CST\n"));
    EXPECT_THAT(text, HasSubstr("\toutcome\tChen Wei"));
}

TEST_F(PlanCommand, JsonHasInstantsAndZones) {
    const auto json = nlohmann::json::parse(printed({"consent", "2026-11-30T09:00:00Z", {"group:core"}, true}));
    EXPECT_EQ(json["closes_at"], "2026-12-07T09:00:00Z");
    EXPECT_EQ(json["mails"][0]["notice"], "invitation");
    EXPECT_EQ(json["mails"][0]["time_zone"], "Asia/Shanghai");
    EXPECT_EQ(json["mails"][0]["at"], "2026-11-30T09:00:00Z");
}

TEST_F(PlanCommand, RefusesWhatItDoesNotKnow) {
    EXPECT_THAT(refused({"consnet", "2026-11-30T09:00:00Z", {}, false}), HasSubstr("there is no policy “consnet”"));
    EXPECT_THAT(refused({"consent", "someday", {}, false}), HasSubstr("someday"));
    EXPECT_THAT(refused({"consent", "2026-11-30T09:00:00Z", {"eve@example.org"}, false}),
                HasSubstr("eve@example.org"));
}

}  // namespace
}  // namespace assentd::testing
