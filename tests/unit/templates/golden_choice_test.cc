// SPDX-License-Identifier: Apache-2.0
// The mails about a choice among options, and those of the ways to decide that count no votes: tests/golden/*.eml.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/templates/fixture.h"

namespace assentd::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Policy debian_policy() {
    Policy p = choice_policy(Method::debian_a6);
    p.choice.default_option = "Further discussion";
    return p;
}

OptionBallot ranks(std::vector<std::vector<OptionIndex>> places) {
    return {std::move(places), {}, {}};
}

Policy advice_policy() {
    Policy p = consent_policy();
    p.name = p.preset = "advice";
    p.method = Method::advice;
    p.on_disagree = OnDisagree::count;
    p.silence = Silence::nothing;
    p.quorum = {};
    return p;
}

Decision advice_decision() {
    Decision d = open_decision(advice_policy());
    d.decider = Person{"Dana Decider", "dana@example.org", {"dana@example.org"}};
    return d;
}

TEST(Golden, InvitationToRank) {
    Policy p = debian_policy();
    p.early_close = p.close_by_proposer = true;
    p.min_period = std::chrono::hours(24);
    expect_golden("invitation-ranked", mail_about(choice_decision(p), notice(NoticeKind::invitation, 0)));
}

TEST(Golden, InvitationToRankWhereBallotsMoveOn) {
    Decision d = choice_decision(choice_policy(Method::irv));
    d.options[1] = "Berlin, in the house by the river that has room for all of us and a garden to be in after lunch";
    expect_golden("invitation-runoff", mail_about(d, notice(NoticeKind::invitation, 0)));
}

TEST(Golden, InvitationToScore) {
    expect_golden("invitation-scores",
                  mail_about(choice_decision(choice_policy(Method::score)), notice(NoticeKind::invitation, 0)));
}

TEST(Golden, InvitationToApprove) {
    Policy p = choice_policy(Method::approval);
    p.choice.max_approvals = 2;
    expect_golden("invitation-approval", mail_about(choice_decision(p), notice(NoticeKind::invitation, 3)));
}

TEST(Golden, InvitationToSayWhatOneThinks) {
    Policy p = majority_policy();
    p.method = Method::input;
    expect_golden("invitation-input", mail_about(open_decision(p), notice(NoticeKind::invitation, 0)));
}

TEST(Golden, InvitationToAcknowledge) {
    Policy p = majority_policy();
    p.method = Method::announce;
    expect_golden("invitation-announce", mail_about(open_decision(p), notice(NoticeKind::invitation, 0)));
}

TEST(Golden, InvitationToAdvise) {
    expect_golden("invitation-advice", mail_about(advice_decision(), notice(NoticeKind::invitation, 0)));
}

TEST(Golden, InvitationToTheDecider) {
    Decision d = advice_decision();
    d.decider = Person{"Ben Sample", "ben@example.org", {"ben@example.org"}};
    expect_golden("invitation-decider", mail_about(d, notice(NoticeKind::invitation, 0)));
}

TEST(Golden, InvitationToTheFacilitator) {
    Notice n = notice(NoticeKind::invitation, {});
    n.facilitates = true;
    expect_golden("invitation-facilitator", mail_about(open_decision(consent_policy()), n));
}

TEST(Golden, ReminderOfAChoice) {
    expect_golden("reminder-choice",
                  mail_about(choice_decision(debian_policy()), notice(NoticeKind::reminder, 0), at(3, 10)));
}

TEST(Golden, OutcomeOfARankedChoice) {
    Decision d = choice_decision(debian_policy());
    ballot(d, 0, ranks({{1}, {0}, {3}, {2}}), "The trains are good.");
    ballot(d, 1, ranks({{1}, {0, 2}}));
    ballot(d, 2, ranks({{0}, {1}, {3}}));
    ballot(d, 3, ranks({{2}, {1}}));
    happen(d, closing_of(d, outcome_now(d)));
    expect_golden("outcome-ranked", mail_about(d, notice(NoticeKind::outcome, 0), at(4, 16)));
}

TEST(Golden, OutcomeOfATieAndOfItsSettling) {
    Decision d = choice_decision(choice_policy(Method::approval));
    d.decider = Person{"Dana Decider", "dana@example.org", {"dana@example.org"}};
    ballot(d, 0, {{}, {}, {0, 1}}, "Either is fine.");
    ballot(d, 1, {{}, {}, {1}});
    ballot(d, 2, {{}, {}, {0}});
    happen(d, closing_of(d, Outcome::tied));
    expect_golden("outcome-tied", mail_about(d, notice(NoticeKind::outcome, 0), at(4, 16)));
    Notice wanted = notice(NoticeKind::question);
    wanted.wanted = Notice::Wanted::decision;
    expect_golden("decide-tie", mail_about(d, wanted, at(4, 16)));
    happen(d, Decided{*d.decider,
                      Outcome::carried,
                      {"Berlin"},
                      "Most of us can be there in a day.",
                      {"<s@example.org>", "ss", at(5, 9)}});
    expect_golden("outcome-settled", mail_about(d, notice(NoticeKind::outcome, 0), at(5, 9)));
    expect_golden("record-choice", render_record(d, at(6, 9)));
}

TEST(Outcome, ATiedMotionIsSettledInWords) {
    Decision d = open_decision(majority_policy());
    d.decider = Person{"Dana Decider", "dana@example.org", {"dana@example.org"}};
    vote(d, 0, Position::agree, "+1", "", at(2, 9));
    vote(d, 1, Position::disagree, "-1", "Too dear.", at(2, 9));
    happen(d, closing_of(d, Outcome::tied));
    Notice wanted = notice(NoticeKind::question);
    wanted.wanted = Notice::Wanted::decision;
    const auto asked = unflowed(body_of(mail_about(d, wanted, at(4, 16)).bytes));
    EXPECT_THAT(asked, HasSubstr("decide yes: and your reason\n"));
    EXPECT_THAT(asked, HasSubstr("Cem Muster: disagree (-1)\n> Too dear.\n"));
    happen(d, Decided{*d.decider, Outcome::failed, {}, "We wait.", {"<s@example.org>", "ss", at(5, 9)}});
    EXPECT_THAT(unflowed(body_of(mail_about(d, notice(NoticeKind::outcome, 0), at(5, 9)).bytes)),
                HasSubstr("The tie is settled by Dana Decider: no. What Ana Example proposed does not happen.\n"));
}

TEST(Outcome, NothingChosenIsNoDecision) {
    Decision d = choice_decision(debian_policy());
    ballot(d, 0, ranks({{3}, {1}}));
    ballot(d, 1, ranks({{3}, {0}}));
    happen(d, closing_of(d, outcome_now(d)));
    EXPECT_THAT(body_of(mail_about(d, notice(NoticeKind::outcome, 0), at(4, 16)).bytes),
                HasSubstr("No option was chosen, so nothing is decided.\n"));
}

TEST(Golden, AdviceIsInAndDecided) {
    Decision d = advice_decision();
    vote(d, 0, Position::agree, "+1", "We lost a day last year.", at(2, 9));
    vote(d, 1, Position::disagree, "-1", "90 a month is not in the budget.", at(2, 11));
    happen(d, Commented{{"Eve Advice", "eve@example.net", {}}, "What of tapes?", {}, {}, {}});
    Notice wanted = notice(NoticeKind::question);
    wanted.wanted = Notice::Wanted::decision;
    expect_golden("decide-advice", mail_about(d, wanted, at(4, 16)));
    Closed c = closing_of(d, Outcome::carried);
    c.by = *d.decider;
    c.reason = "A lost day costs more than a year of rent.";
    happen(d, c);
    expect_golden("outcome-advice", mail_about(d, notice(NoticeKind::outcome, 0), at(4, 16)));
}

TEST(Golden, OutcomeOfInput) {
    Policy p = majority_policy();
    p.method = Method::input;
    Decision d = open_decision(p);
    happen(d, Commented{{"Ben Sample", "ben@example.org", {}}, "What of tapes?", "- nothing", {}, {}});
    happen(d, Commented{
                  {"Eve Advice", "eve@example.net", {}}, "Servers need somebody who looks after them.", {}, {}, {}});
    happen(d, closing_of(d, Outcome::carried));
    expect_golden("outcome-input", mail_about(d, notice(NoticeKind::outcome, 0), at(4, 16)));
}

TEST(Golden, OutcomeOfAnAnnouncement) {
    Policy p = majority_policy();
    p.method = Method::announce;
    p.base = Base::eligible;
    p.threshold = {1, 1, false};
    Decision d = open_decision(p);
    vote(d, 0, Position::agree, "ack", "", at(2, 9));
    vote(d, 1, Position::agree, "ack", "From when on?", at(2, 9));
    happen(d, closing_of(d, outcome_now(d)));
    expect_golden("outcome-announce", mail_about(d, notice(NoticeKind::outcome, 0), at(4, 16)));
}

// A matrix or a form that is wrapped cannot be read, and a form not be filled in.
TEST(Choice, EveryLineOfFormAndSheetStandsAsItIs) {
    Decision d = choice_decision(choice_policy(Method::schulze));
    for (int i = 3; i < 26; ++i) d.options.push_back(std::string(200, 'x'));
    ballot(d, 0, ranks({{0}, {25}, {1}}));
    ballot(d, 1, ranks({{1}, {0}}));
    const auto form = body_of(mail_about(d, notice(NoticeKind::invitation, 0)).bytes);
    EXPECT_THAT(form, HasSubstr("   [   ] Z: xxxxxxxxx"));
    EXPECT_THAT(form, HasSubstr("xxxx…\n"));
    happen(d, closing_of(d, outcome_now(d)));
    const auto sheet = body_of(mail_about(d, notice(NoticeKind::outcome, 0), at(4, 16)).bytes);
    EXPECT_THAT(sheet, HasSubstr("How many prefer"));
    const auto count = sheet.substr(sheet.find("THE COUNT\n"), sheet.find("THE BALLOTS") - sheet.find("THE COUNT\n"));
    EXPECT_THAT(count.substr(count.find("\n\n")), Not(HasSubstr(" \n")));
}

TEST(Choice, NoCountIsShownBeforeTheClose) {
    Decision d = choice_decision(choice_policy(Method::schulze));
    ballot(d, 0, ranks({{0}, {1}}));
    Notice n = notice(NoticeKind::receipt, 0);
    n.with_status = true;
    EXPECT_THAT(body_of(mail_about(d, n).bytes), HasSubstr("Ben Sample: A > B\n"));
    EXPECT_THAT(body_of(mail_about(d, n).bytes), Not(HasSubstr("How many prefer")));
}

}  // namespace
}  // namespace assentd::testing
