// SPDX-License-Identifier: Apache-2.0
// One answer by mail under work (PRODUCT 2): every act of it is tried in the order of the text, and its sender gets
// one notice about all of them. An act that may not be is a sentence in that notice, never an exception and never
// silence. Defined by theme: answer_step.cc (who, when, the reply), answer_votes.cc, answer_ballots.cc,
// answer_concerns.cc, answer_steering.cc, answer_course.cc (hold, delegate), answer_after.cc (decide, statement,
// review).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "decision/choice.h"
#include "decision/workbench.h"

namespace assentd {

class AnswerStep {
  public:
    // All references must outlive the step. `counts_at`: the instant that decides whether it is late; for a mail that
    // was held this is its confirmation's, while its source keeps its own place among the sender's mails.
    AnswerStep(Workbench&, const Sender&, const Source&, Instant counts_at);

    void take(const AnswerMail&);
    void take_acts(const std::vector<Act>&, const std::vector<std::pair<std::string, std::string>>& comments,
                   const std::vector<AttachmentNoted>&, const std::string& new_text);
    void record(std::string what, const std::string& line);
    void finish();  // owes the notice, if there is anything to say

  private:
    // who, when, the reply
    bool is_known() const { return participant_ || steers_ || is_decider(d_, sender_.address); }
    bool is_trusted() const;
    Trust proof() const;  // what made it count
    bool is_late() const;
    Person person() const;
    void take_outsider(const AnswerMail&);
    void hold(const AnswerMail&);
    void supersede_held(const std::string& new_text);
    void late(const std::vector<Act>&, const std::string& new_text);
    void watch_final_period();
    void keep_comments(const std::vector<std::pair<std::string, std::string>>&, const std::vector<AttachmentNoted>&);
    void comment(const std::string& text, const std::string& answers, const std::vector<AttachmentNoted>&);
    void refuse(const std::string& line, std::string wrong, std::string right);
    void record_answer(std::string what, const std::string& line, std::string replaces = {});
    std::string how_to_answer() const;  // a sentence: what an answer of the sender's own could be
    bool need_seat(const std::string& line);
    bool need_steering(const std::string& line, const std::string& what);
    bool need_open(const std::string& line);
    void thank_for_advice();
    void ask_for_acknowledgement();
    void take(const AskStatus&) { reply_.with_status = true; }
    void take(const AskHelp&) { reply_.with_help = true; }
    void take(const BadCommand& b) { reply_.problems.push_back(b.problem); }

    void take(const PreferenceKept& p) { record(p.what, p.line); }

    // votes
    void take(const CastVote&);
    void take(const ConfirmStance&);
    void take(const UnclearVote&);
    bool is_history(const std::string& line);  // says so in the reply
    bool is_objection(Position) const;
    bool repeats(const CastVote&) const;
    std::string question_that_waits() const;  // the same
    std::string overtaken() const;            // a sentence for the receipt, or nothing
    std::string kept_as_advice() const;       // the same
    void keep_as_comment(const std::string& line, const std::string& reason);
    bool asks_for_votes(const CastVote&);  // if not, says so in the reply
    void vote(const CastVote&, const std::string& concern);
    void tell_delegators(const std::optional<Stance>& before);
    void ask_for_reason(const CastVote&);
    void take_unexplained();
    void ask_again(const std::string& words);
    std::string ask_with(const VoteUnclear& pending, const std::string& words) const;
    void withdraw_vote(const WithdrawAct&);

    // ballots
    void take(const CastBallot&);
    void ask_for_ballot(const std::string& line, const std::string& trouble);
    std::string ballot_example() const;

    // concerns
    void take(const RaiseConcern&);
    void take(const AnswerConcern&);
    void take(const UpholdConcern&);
    void ask_again_whether_settled();
    void offer_to_answer_a_concern();
    bool may_say_whether_settled(const std::vector<Act>&) const;
    void uphold(const std::string& name, const std::string& reason);  // if it may be
    bool may_uphold(const std::string& name) const;                   // its raiser was asked before this mail
    void take(const SettleConcern&);
    void take(const OverruleConcern&);
    std::string handle() const;
    std::string final_period_over() const;
    std::string free_name(const std::string& wanted) const;
    const Concern* own_open_concern(const std::string& name) const;
    std::vector<std::string> own_open_concerns() const;
    std::string objection_standing_for(const CastVote&);
    void settle(const std::string& concern, std::string told);
    std::string settle_own_objection(const std::string& did);
    void say_that_the_vote_stays();

    // steering
    void take(const WithdrawAct&);
    void take(const ExtendAct&);
    void take(const CloseAct&);
    void take(const AmendAct&);

    // course
    void take(const HoldAct&);
    void tell_of_hold(const std::string& reason, Instant before);
    void take(const ReleaseAct&);
    void take(const DelegateAct&);
    void take(const UndelegateAct&);

    // after the close
    void take(const DecideAct&);
    void take(const StatementAct&);
    void take(const ReviewAct&);
    bool settles_review() const;
    std::string names_of_review_settlers() const;
    void keep_as_view(const std::string& words, const std::string& line);
    std::string decision_example() const;
    void decide_advice(const DecideAct&);
    void decide_tie(const DecideAct&);
    void ask_to_settle(const std::string& line);

    Workbench& bench_;
    Decision& d_;
    const Sender& sender_;
    const Source& source_;
    const Instant counts_at_;
    std::string words_below_;  // a command that is all that the mail does: may be its reason
    std::optional<ParticipantIndex> participant_;
    bool steers_ = false;
    std::optional<std::size_t>
        settled_at_;                       // in reply_.recorded: the concern that the sender's standing vote was for
    std::optional<Instant> superseded_;    // when the mail came that this one makes needless
    std::optional<CastVote> unexplained_;  // an objection whose reason may still follow in the same mail
    Notice reply_;
};

}  // namespace assentd
