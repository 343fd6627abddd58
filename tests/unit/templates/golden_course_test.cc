// SPDX-License-Identifier: Apache-2.0
// The mails on the way from a draft to its review: seconds, revisions, concerns, delegations, holds, weights.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/templates/fixture.h"

namespace assentd::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(const FinishedMail& mail) {
    return unflowed(body_of(mail.bytes));
}

Notice revision_for(std::optional<ParticipantIndex> reader) {
    Notice n = notice(NoticeKind::amendment, reader);
    n.shows_changes = true;
    n.announcement = "Ana Example amended the proposal: this is revision 2.";
    return n;
}

// Ben agreed, Cem objects, Dora and Eve are silent; then Ana amended.
Decision amended_decision(const Policy& policy) {
    Decision d = open_decision(policy);
    vote(d, 0, Position::agree, "+1", "", at(2, 9));
    vote(d, 1, Position::disagree, "-1", "90 a month is not in the budget.", at(2, 9));
    amend(d, at(2, 12));
    return d;
}

TEST(Golden, QuestionWhoSecondsADraft) {
    Decision d = draft_decision();
    d.draft_problems.clear();
    d.seconds_needed = 2;
    d.draft_head = {{"Policy", "majority", {}}};
    d.draft_terms =
        "It would be decided under the policy “majority”: more have to be for it than against it. It would be "
        "open for 5 working days.";
    Notice n = notice(NoticeKind::question);
    n.wanted = Notice::Wanted::second;
    const auto mail = render(built_in(), letterhead(), stranger(), envelope(), {{&d, n, {}}}, at(2, 10));
    expect_golden("seconds", mail);
    EXPECT_EQ(field(mail.bytes, "Auto-Submitted"), "auto-generated");
}

TEST(Golden, RevisionToOneWhoAgreed) {
    expect_golden("revision-stale", mail_about(amended_decision(consent_policy()), revision_for(0)));
}

TEST(Golden, RevisionToOneWhoIsSilent) {
    expect_golden("revision-silent", mail_about(amended_decision(majority_policy()), revision_for(2)));
}

TEST(Revision, SaysWhatBecomesOfTheReadersAnswer) {
    EXPECT_THAT(
        text_of(mail_about(amended_decision(consent_policy()), revision_for(1))),
        AllOf(HasSubstr("Is your concern \"cost\" settled by the new text?"), HasSubstr("  uphold cost: ...")));
    EXPECT_THAT(text_of(mail_about(amended_decision(consent_policy()), revision_for({}))),
                HasSubstr("There is nothing that you have to do."));
    Decision delegated = amended_decision(majority_policy());
    delegated.seats[0].delegation = Delegation{2, {}, {}};
    EXPECT_THAT(text_of(mail_about(delegated, revision_for(0))),
                AllOf(HasSubstr("You had answered the text before: agree (+1)."),
                      HasSubstr("While you say nothing to this text, what Dora")));
    Policy keep = majority_policy();
    keep.carry_votes = CarryVotes::keep;
    EXPECT_THAT(text_of(mail_about(amended_decision(keep), revision_for(0))),
                HasSubstr("Your answer (agree (+1)) stands for the new text, too;"));
    Policy drop = majority_policy();
    drop.carry_votes = CarryVotes::drop;
    EXPECT_THAT(text_of(mail_about(amended_decision(drop), revision_for(0))),
                AllOf(HasSubstr("You had answered: agree (+1). That was about the text before."),
                      Not(HasSubstr("Your answer is still missing."))));
    EXPECT_THAT(text_of(mail_about(amended_decision(drop), revision_for(2))),
                HasSubstr("Your answer is still missing."));
}

TEST(Golden, ReminderToConfirm) {
    expect_golden("reminder-stale",
                  mail_about(amended_decision(consent_policy()), notice(NoticeKind::reminder, 0), at(3, 10)));
}

TEST(Golden, ReminderOfSeveralKinds) {
    const Decision stale = amended_decision(consent_policy());
    Decision ranked = choice_decision(choice_policy(Method::schulze));
    ranked.number = 43;
    Policy p = majority_policy();
    p.method = Method::announce;
    const Decision announced = open_decision(p, 44);
    const Notice n = notice(NoticeKind::reminder, 0);
    expect_golden("reminder-kinds", render(built_in(), letterhead(), reader_of(stale, 0), envelope(),
                                           {{&stale, n, {}}, {&ranked, n, {}}, {&announced, n, {}}}, at(3, 10)));
}

Notice about_concern(const std::string& concern, std::optional<ParticipantIndex> reader, bool wants_answer) {
    Notice n = notice(NoticeKind::concern, reader);
    n.concern = concern;
    n.concern_wants_answer = wants_answer;
    return n;
}

TEST(Golden, ConcernToTheProposer) {
    expect_golden("concern-answer", mail_about(amended_decision(consent_policy()), about_concern("cost", {}, true)));
}

TEST(Golden, ConcernAfterAnAmendmentAskedForTheLastTime) {
    Decision d = open_decision(consent_policy());
    d.policy.settle_asks = 1;
    happen(d, ConcernRaised{"privacy", 2, "Who can read the copies there?", {"<c@example.org>", "cc", at(1, 12)}});
    amend(d, at(1, 13));
    happen(d, SettleAsked{"privacy", at(1, 13)});
    expect_golden("concern-last", mail_about(d, about_concern("privacy", 2, false), at(1, 13)));
}

TEST(Golden, ReviewOfWhatWasDecided) {
    Decision d = open_decision(majority_policy());
    vote(d, 0, Position::agree, "+1", "", at(2, 9));
    happen(d, closing_of(d, Outcome::carried));
    happen(d, ReviewAsked{at(20, 9)});
    Notice n = notice(NoticeKind::question);
    n.wanted = Notice::Wanted::review;
    expect_golden("review", mail_about(d, n, at(20, 9)));
    n.participant = 0;
    EXPECT_THAT(text_of(mail_about(d, n, at(20, 9))),
                HasSubstr("Ana Example or Flo Helper settles that; what you think helps."));
}

// Everything that can happen on the way, in one outcome.
Decision eventful_decision() {
    Policy p = majority_policy();
    p.on_disagree = OnDisagree::block;
    Decision d = open_decision(p);
    d.supersedes = {"D-12"};
    d.review_at = at(30, 9);
    d.seats[0].participant.weight_millionths = 1'500'000;
    happen(d, Delegated{2, 0, {}, {"<d@example.org>", "dd", at(1, 10)}});
    happen(d, AwayNoted{2, at(1, 12), at(4, 8), {}, {}});
    happen(d, HoldPlaced{1, at(4, 18), {}, "I need to read it", {"<h@example.org>", "hh", at(1, 11)}});
    happen(d, FinalPeriodBegun{at(1, 12), at(3, 12)});
    happen(d, FinalPeriodEnded{at(4, 8)});
    amend(d, at(2, 8));
    vote(d, 0, Position::agree, "+1", "We lost a day last year.", at(2, 9));
    vote(d, 1, Position::disagree, "-1", "120 a month is not in the budget.", at(2, 11));
    const Person ana{"Ana Example", "ana@example.org", {}};
    happen(d,
           ConcernAnswered{"cost", "The board has set the money aside.", {"<e@example.org>", "ee", at(2, 13)}, ana});
    happen(d, ConcernOverruled{"cost", {"Flo Helper", "flo@example.org", {}}, "The budget is the board's.", {}});
    happen(d, ConcernRaised{"privacy", 2, "Who can read the copies?", {"<f@example.org>", "ff", at(2, 14)}});
    happen(d, ConcernLapsed{"privacy", at(4, 14)});
    vote(d, 3, Position::recuse, "recuse", "", at(2, 15));
    Closed c = closing_of(d, Outcome::carried);
    c.at = at(4, 18);
    happen(d, c);
    happen(d, StatementAdded{ana, "Thank you all. We start in January.", {}});
    return d;
}

TEST(Golden, OutcomeOfAnEventfulDecision) {
    const Decision d = eventful_decision();
    expect_golden("outcome-eventful", mail_about(d, notice(NoticeKind::outcome, 0), at(4, 18)));
    expect_golden("record-eventful", render_record(d, at(6, 9)));
}

TEST(Delegation, WhoIsAnsweredForIsToldSo) {
    Decision d = open_decision(consent_policy());
    happen(d, Delegated{2, 0, {}, {"<d@example.org>", "dd", at(1, 10)}});
    EXPECT_THAT(text_of(mail_about(d, revision_for(2))),
                HasSubstr("While you say nothing, what Ben Sample answers counts for you."));
    vote(d, 0, Position::agree, "+1", "Good.", at(2, 9));
    Notice n = notice(NoticeKind::receipt, 1);
    n.with_status = true;
    const auto status = text_of(mail_about(d, n));
    EXPECT_THAT(status, HasSubstr("Dora Müller, through Ben Sample: agree (+1)\n"));
    EXPECT_THAT(status, HasSubstr("No answer yet: Cem Muster and Eve Advice\n"));
}

// While answers are sealed, a delegation, a hold or an absence could tell of them.
TEST(Mail, SealedCourseDoesNotShow) {
    Policy p = majority_policy();
    p.visibility = Visibility::until_closed;
    const Decision before = open_decision(p);
    Decision after = before;
    happen(after, Delegated{2, 1, {}, {"<d@example.org>", "dd", at(1, 10)}});
    happen(after, AwayNoted{2, at(1, 12), at(4, 8), {}, {}});
    vote(after, 1, Position::disagree, "-1", "A secret reason.", at(2, 9));
    for (const auto reader : {std::optional<ParticipantIndex>(0), std::optional<ParticipantIndex>()}) {
        Notice n = notice(NoticeKind::receipt, reader);
        n.with_status = true;
        EXPECT_EQ(mail_about(before, n).bytes, mail_about(after, n).bytes);
    }
    Notice own = notice(NoticeKind::receipt, 2);
    own.with_status = true;
    EXPECT_THAT(text_of(mail_about(after, own)), Not(HasSubstr("disagree")));
    EXPECT_EQ(render_record(before, at(2, 10)), render_record(after, at(2, 10)));
}

}  // namespace
}  // namespace assentd::testing
