// SPDX-License-Identifier: Apache-2.0
// What the proposer and the facilitators may do: amend, withdraw, extend, close (PRODUCT 1.7, 1.8).
#include <algorithm>

#include "decision/answer_step.h"
#include "decision/standing.h"

namespace assentd {

// A bare `withdraw` of one who has both a vote and a say over the proposal is asked about: guessing wrong would close
// the decision for everybody.
void AnswerStep::take(const WithdrawAct& w) {
    if (!need_open(w.line)) return;
    using Object = WithdrawAct::Object;
    const bool has_vote =
        participant_ && (unexplained_ || d_.seats[*participant_].stance || d_.seats[*participant_].pending);
    if (w.object == Object::unsaid && steers_ && has_vote) {
        reply_.questions.push_back(
            {w.line,
             "Is it your vote or the whole proposal that you withdraw? Reply with one of: withdraw vote / withdraw "
             "proposal"});
        return;
    }
    if (w.object == Object::vote || (w.object == Object::unsaid && !steers_)) {
        withdraw_vote(w);
        return;
    }
    if (!need_steering(w.line, "withdraw")) return;
    bench_.withdraw(std::min(bench_.now, counts_at_), person(), w.reason.empty() ? words_below_ : w.reason, source_);
}

void AnswerStep::take(const ExtendAct& e) {
    if (!need_open(e.line) || !need_steering(e.line, "extend")) return;
    if (e.closes_at <= d_.closes_at) {
        refuse(e.line, "It is open until " + moment(d_.closes_at) + " as it is, and a period can only grow.",
               "Write for example: extend 3 days");
        return;
    }
    bench_.extend(e.closes_at, e.plans, person(), e.reason, source_);
}

void AnswerStep::take(const CloseAct& c) {
    if (!need_open(c.line)) return;
    const bool may =
        is_facilitator(d_, sender_.address) || (d_.policy.close_by_proposer && is_proposer(d_, sender_.address));
    if (!may) {
        const std::string proposer = d_.policy.close_by_proposer ? d_.proposer.name : std::string();
        const std::string who = d_.facilitators.empty()
                                    ? (proposer.empty() ? "nobody" : "only " + proposer)
                                    : "only " + proposer + (proposer.empty() ? "" : " or ") + "a facilitator";
        refuse(c.line, "Under this policy " + who + " may close a decision before its time.",
               "It closes by itself " + moment(d_.closes_at) + '.');
        return;
    }
    if (const Instant earliest = d_.opened_at + d_.policy.min_period; counts_at_ < earliest) {
        refuse(c.line, "The minimum period of this policy ends " + moment(earliest) + '.',
               "Write `close` again after that.");
        return;
    }
    if (const auto until = held_until(d_); until > counts_at_) {
        refuse(
            c.line,
            (d_.policy.visibility == Visibility::open ? "This decision is held" : "Somebody who is asked holds it") +
                std::string(" until ") + moment(until) + ", and does not close before that.",
            "It closes by itself " + moment(d_.closes_at) + ", or sooner if the hold is released.");
        return;
    }
    if (const auto until = confirmation_awaited_until(d_); until > counts_at_) {
        refuse(c.line,
               "A mail of somebody who is asked waits to be confirmed, and a close before its time would pass "
               "it by.",
               "Write `close` again after " + moment(until) + ", or once it is confirmed.");
        return;
    }
    take_unexplained();
    // At the arrival of this mail, not when it was read: what came later is late, whenever that was read.
    bench_.close(std::min(bench_.now, counts_at_), true, person(), c.reason, source_);
}

// Positions of agreement become stale, objections stand, and whoever raised a concern is asked whether it is settled
// now.
void AnswerStep::take(const AmendAct& a) {
    if (!need_open(a.line) || !need_steering(a.line, "amend")) return;
    if (a.body.find_first_not_of(" \t\n") == std::string::npos) {
        refuse(a.line, "The new text is missing.",
               "Write `amend` on a line of its own and the whole new text below it.");
        return;
    }
    if (a.body == d_.text().body) {
        refuse(a.line, "This is the text that stands already, word for word.", "Nothing was changed.");
        return;
    }
    const bool was_final = d_.final_period_at.has_value();
    const Instant before = d_.closes_at;
    bench_.happen(Amended{{d_.text().title, a.body, d_.text().attachments},
                          person(),
                          std::max(d_.announced_close, a.closes_at),
                          a.plans,
                          source_});
    Notice like;
    like.kind = NoticeKind::amendment;
    like.shows_changes = true;
    like.announcement =
        person().name + " amended the proposal: this is revision " + std::to_string(d_.revision()) + '.';
    if (was_final) {
        bench_.happen(FinalPeriodEnded{std::max(d_.close_before_final, d_.announced_close)});
        like.announcement += " With that the final period is over; a new one begins once enough are in favour.";
    } else if (d_.closes_at > before) {
        like.announcement +=
            " So that everybody has the time to read it, the close moved to " + moment(d_.closes_at) + '.';
    }
    bench_.owe_everybody(like);
    // The mail about the new text asks them.
    if (d_.policy.visibility == Visibility::open) {
        const auto concerns = d_.concerns;
        for (const auto& c : concerns)
            if (c.state == ConcernState::open) bench_.happen(SettleAsked{c.name, bench_.now});
    }
}

}  // namespace assentd
