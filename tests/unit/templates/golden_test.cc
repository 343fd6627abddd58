// SPDX-License-Identifier: Apache-2.0
// Each kind of mail as a person gets it, byte for byte: tests/golden/*.eml.
#include <gtest/gtest.h>

#include "tests/unit/templates/fixture.h"

namespace assentd::testing {
namespace {

TEST(Golden, InvitationUnderConsent) {
    expect_golden("invitation-consent",
                  mail_about(open_decision(consent_policy()), notice(NoticeKind::invitation, 0)));
}

TEST(Golden, InvitationUnderMajoritySealedWithOwnWords) {
    Policy p = majority_policy();
    p.visibility = Visibility::until_closed;
    p.words = {{"ship it", Position::agree}};
    expect_golden("invitation-majority-sealed", mail_about(open_decision(p), notice(NoticeKind::invitation, 2)));
}

TEST(Golden, InvitationToAnAdviser) {
    expect_golden("invitation-adviser",
                  mail_about(open_decision(consent_policy()), notice(NoticeKind::invitation, 3)));
}

TEST(Golden, ReceiptOfAVoteThatReplacesAnother) {
    Decision d = open_decision(consent_policy());
    vote(d, 0, Position::agree, "+1", "", at(2, 9));
    Notice n = notice(NoticeKind::receipt, 0);
    n.recorded = {{"Recorded: agree (+1).", "+1 (binding), good plan", "abstain (0)", true}};
    expect_golden("receipt", mail_about(d, n));
}

TEST(Golden, ReceiptOfABallotOfSeveralLines) {
    const Decision d = open_decision(consent_policy());
    Notice n = notice(NoticeKind::receipt, 0);
    n.recorded = {
        {"Recorded your ballot: B > A, that is: Berlin > Athens.", "1. Berlin\n2. Athens\n-------- x", "", true}};
    expect_golden("receipt-lines", mail_about(d, n));
}

TEST(Golden, ReceiptOfAProposal) {
    const Decision d = open_decision(majority_policy());
    Notice n = notice(NoticeKind::receipt);
    n.recorded = {
        {"Your proposal is open as D-42 under the policy “majority”. Everybody who is asked has the whole text.", "",
         ""}};
    n.with_status = true;
    expect_golden("receipt-opened", mail_about(d, n));
}

TEST(Golden, ReceiptForTwoDecisionsWithAQuestionAndAProblem) {
    Decision a = open_decision(consent_policy(), 17);
    Decision b = open_decision(majority_policy(), 18);
    Notice first = notice(NoticeKind::receipt, 0);
    first.recorded = {{"Recorded: agree (+1).", "D-17: +1", "", true}};
    Notice second = notice(NoticeKind::receipt, 0);
    second.questions = {
        {"D-18: +1 if it stays under 90", "Is that a +1 as it stands? Reply with: D-18: +1 or D-18: -1"}};
    second.problems = {{"extnd 3 days", "There is no command “extnd”.", "Did you mean: extend 3 days"}};
    const Reader reader = reader_of(a, 0);
    expect_golden("receipt-two", render(built_in(), letterhead(), reader, envelope(),
                                        {{&a, first, {}}, {&b, second, {}}}, at(2, 10)));
}

TEST(Golden, Status) {
    Decision d = open_decision(majority_policy());
    vote(d, 0, Position::agree, "+1", "Good.", at(2, 9));
    vote(d, 1, Position::disagree, "-1", "Too dear.", at(2, 9));
    Commented comment;
    comment.by = {"Eve Advice", "eve@example.net", {}};
    comment.text = "Have you thought of tapes?";
    comment.answers = "Our backups live in one building.";
    happen(d, comment);
    happen(d, NotReached{2, "5.1.1", {}});
    Notice n = notice(NoticeKind::receipt, 0);
    n.with_status = true;
    expect_golden("status", mail_about(d, n));
}

TEST(Golden, QuestionAboutAnUnclearVote) {
    Notice n = notice(NoticeKind::question, 1);
    n.questions = {{"",
                    "It is not clear what you mean by \"+1 if we keep the tapes\": it depends on a condition. Please "
                    "answer with one line that holds only your position, for example: +1"}};
    expect_golden("question", mail_about(open_decision(consent_policy()), n));
}

TEST(Golden, QuestionWhetherAMailWasTheirs) {
    Notice n = notice(NoticeKind::question, 1);
    n.confirm_sha256 = "ab";
    n.confirm_text = "-1\nThis is too dear for us.\n";
    n.confirm_arrival = at(2, 8, 30);
    expect_golden("confirm", mail_about(open_decision(consent_policy()), n));
}

TEST(Golden, RefusalOfADraft) {
    Notice n = notice(NoticeKind::refusal);
    const Decision d = draft_decision();
    n.problems = d.draft_problems;
    expect_golden("refusal-draft", mail_about(d, n));
}

TEST(Golden, RefusalOfACommand) {
    Notice n = notice(NoticeKind::refusal, 1);
    n.problems = {{"close", "Under this policy only a facilitator may close a decision before its time.",
                   "It closes by itself " + moment(at(4, 16)) + '.'}};
    expect_golden("refusal", mail_about(open_decision(majority_policy()), n));
}

TEST(Golden, ReminderOfOne) {
    expect_golden("reminder",
                  mail_about(open_decision(consent_policy()), notice(NoticeKind::reminder, 2), at(3, 10)));
}

TEST(Golden, ReminderOfTwo) {
    const Decision a = open_decision(consent_policy(), 17);
    const Decision b = open_decision(majority_policy(), 18);
    expect_golden(
        "reminder-two",
        render(built_in(), letterhead(), reader_of(a, 1), envelope(),
               {{&a, notice(NoticeKind::reminder, 1), {}}, {&b, notice(NoticeKind::reminder, 1), {}}}, at(3, 10)));
}

TEST(Golden, OutcomeCarried) {
    Decision d = open_decision(majority_policy());
    vote(d, 0, Position::agree, "+1", "We lost a day last year.", at(2, 9));
    vote(d, 1, Position::disagree, "-1", "90 a month is not in the budget.\nTapes cost nothing.", at(2, 11));
    vote(d, 2, Position::agree, "yes", "", at(3, 11));
    happen(d, Extended{at(4, 16), {}, {"Ana Example", "ana@example.org", {}}, "Dora is away", {}});
    happen(d, closing_of(d, Outcome::carried));
    expect_golden("outcome-carried", mail_about(d, notice(NoticeKind::outcome, 1), at(4, 16)));
}

TEST(Golden, OutcomeBlocked) {
    Decision d = open_decision(consent_policy());
    vote(d, 0, Position::agree, "+1", "", at(2, 9));
    vote(d, 1, Position::disagree, "-1", "90 a month is not in the budget.", at(2, 11));
    happen(d, ConcernRaised{"privacy", 2, "Who can read the copies there?", {"<c@example.org>", "cc", at(2, 12)}});
    happen(d, ConcernAnswered{
                  "privacy", "They are encrypted before they leave.", {"<d@example.org>", "dd", at(2, 13)}, {}});
    happen(d, ConcernSettled{"privacy", 2, {"<e@example.org>", "ee", at(2, 14)}});
    happen(d, NotReached{3, "5.1.1", {"<f@example.org>", "ff", at(1, 10)}});
    happen(d, closing_of(d, Outcome::blocked));
    expect_golden("outcome-blocked", mail_about(d, notice(NoticeKind::outcome, 0), at(4, 16)));
}

TEST(Golden, OutcomeWithdrawn) {
    Decision d = open_decision(consent_policy());
    Closed c = closing_of(d, Outcome::withdrawn);
    c.at = at(2, 12);
    c.by = d.proposer;
    c.reason = "We found a cheaper place and will come back with it.";
    happen(d, c);
    expect_golden("outcome-withdrawn", mail_about(d, notice(NoticeKind::outcome, 0), at(2, 12)));
}

TEST(Golden, AmendmentToSomebodyWhoOwesAnAnswer) {
    Notice n = notice(NoticeKind::amendment, 2);
    n.announcement = "The close moved to " + moment(at(4, 16)) + ", asked for by Ana Example: Dora is away";
    expect_golden("amendment", mail_about(open_decision(consent_policy()), n));
}

TEST(Golden, ConcernSettled) {
    Decision d = open_decision(consent_policy());
    happen(d, ConcernRaised{"privacy", 2, "Who can read the copies there?", {"<c@example.org>", "cc", at(2, 12)}});
    happen(d, ConcernAnswered{
                  "privacy", "They are encrypted before they leave.", {"<d@example.org>", "dd", at(2, 13)}, {}});
    Notice n = notice(NoticeKind::concern, 2);
    n.concern = "privacy";
    expect_golden("concern", mail_about(d, n));
}

TEST(Golden, Help) {
    expect_golden("help",
                  render_plain(built_in(), letterhead(), stranger(), envelope(), notice(NoticeKind::help), "help"));
}

TEST(Golden, UnplacedMail) {
    expect_golden("unplaced", render_plain(built_in(), letterhead(), stranger(), envelope(),
                                           notice(NoticeKind::refusal), "Lunch?"));
}

}  // namespace
}  // namespace assentd::testing
