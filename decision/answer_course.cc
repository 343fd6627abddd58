// SPDX-License-Identifier: Apache-2.0
// What a participant may do beside voting: hold the close for a while, let somebody else answer (PRODUCT 2.9).
#include "decision/answer_step.h"
#include "decision/standing.h"
#include "decision/text.h"

namespace assentd {

// Each who decides may do it once, and all holds together delay the close by no more than the policy's limit.
void AnswerStep::take(const HoldAct& h) {
    if (!need_seat(h.line) || !need_open(h.line)) return;
    const Instant latest = d_.announced_close + d_.policy.hold_limit;
    const bool binding = d_.seats[*participant_].participant.binding;
    const std::string instead = binding && d_.policy.on_disagree == OnDisagree::block
                                    ? "To stop it, say what would go wrong: -1 and the reason."
                                : steers_ ? "If it needs more time, write for example: extend 3 days"
                                          : "If it needs more time, ask " + d_.proposer.name + " to extend it.";
    if (d_.policy.hold_limit <= Duration::zero()) {
        refuse(h.line, "Under this policy nobody can hold a decision.", instead);
    } else if (!binding) {
        refuse(h.line, "Your voice is advisory here, and only those who vote may hold the decision.", instead);
    } else if (h.until <= source_.arrival) {
        refuse(h.line, "That time is over already.", "Write for example: hold 3 days: REASON");
    } else if (d_.seats[*participant_].hold) {
        refuse(h.line, "You have held this decision once already, and each may do so only once.", instead);
    } else if (h.until > latest) {
        refuse(h.line, "Holds may delay the close until " + moment(latest) + ", no longer.",
               "Ask for a shorter time.");
    } else {
        const Instant before = d_.closes_at;
        bench_.happen(HoldPlaced{*participant_, h.until, h.plans, h.reason, source_});
        if (d_.closes_at > before)
            tell_of_hold(h.reason, before);
        else
            record("Recorded: it does not close before " + moment(h.until) +
                       ", also when everybody has answered before. `release` ends that.",
                   h.line);
    }
}

// Who holds it, and why, may tell what they think of it.
void AnswerStep::tell_of_hold(const std::string& reason, Instant before) {
    const bool sealed = d_.policy.visibility != Visibility::open;
    bench_.owe_everybody(NoticeKind::amendment, (sealed ? "Somebody who is asked" : person().name) +
                                                    " holds this decision, and it closes " + moment(d_.closes_at) +
                                                    " instead of " + moment(before) +
                                                    (sealed || reason.empty() ? "." : ": " + reason));
}

void AnswerStep::take(const ReleaseAct& r) {
    if (!need_seat(r.line) || !need_open(r.line)) return;
    const auto& hold = d_.seats[*participant_].hold;
    if (!hold || hold->until <= source_.arrival) {
        refuse(r.line, "You hold nothing here.", "`status` shows how it stands.");
        return;
    }
    const Instant before = d_.closes_at;
    bench_.happen(HoldReleased{*participant_, source_});
    if (d_.closes_at < before)
        bench_.owe_everybody(
            NoticeKind::amendment,
            (d_.policy.visibility != Visibility::open ? "The hold is over" : person().name + " ended the hold") +
                ", and it closes " + moment(d_.closes_at) + " instead of " + moment(before) + '.');
    else
        record("Recorded: your hold is over.", r.line);
}

// With a date it is a wish for all decisions, which daemon/ keeps; so it is no matter that this one is closed.
void AnswerStep::take(const DelegateAct& a) {
    if (!need_seat(a.line) || (!a.until && !need_open(a.line))) return;
    const auto to = find_participant(d_, a.to);
    if (!to) {
        refuse(a.line, "“" + a.to + "” is not asked about " + id(d_) + ", so nobody's answer could count for you.",
               "Name somebody who is asked, by address.");
        return;
    }
    if (to == participant_) {
        refuse(a.line, "That address is your own.", "Name somebody else who is asked.");
        return;
    }
    if (d_.seats[*participant_].participant.binding && !d_.seats[*to].participant.binding) {
        refuse(a.line, d_.seats[*to].participant.name + " advises here and does not vote, so it would not count.",
               "Name somebody who may vote.");
        return;
    }
    if (!d_.seats[*participant_].participant.binding && d_.seats[*to].participant.binding) {
        refuse(a.line,
               "Your voice is advisory here, and the vote of " + d_.seats[*to].participant.name +
                   " is no advice of yours.",
               "Name somebody who advises as you do, or reply with what you think.");
        return;
    }
    const bool is_open = !is_late();
    if (is_open) bench_.delegate(*participant_, *to, a.until, source_);
    if (only_decides(d_, *participant_)) {
        record(
            "In " + id(d_) + " the decision is yours and does not pass on: you are asked for it as before." +
                (a.until ? " In other decisions that you are both asked about, the answer of " +
                               d_.seats[*to].participant.name + " counts for you too while you say nothing, until " +
                               moment(*a.until) + ". `undelegate` ends it."
                         : ""),
            a.line);
        return;
    }
    std::string what = "Recorded: while you say nothing yourself, the answer of " + d_.seats[*to].participant.name +
                       " counts for you too";
    what += a.until ? ", until " + moment(*a.until) + ", in every decision that you are both asked about." : ".";
    what += " Only what they say themselves does: a delegation of theirs does not pass on. `undelegate` ends it.";
    if (is_open && d_.seats[*participant_].stance)
        what += " In " + id(d_) + " your own answer stands, so for now it changes nothing.";
    record(std::move(what), a.line);
}

// What was delegated until a date ends everywhere: that is daemon/'s to do.
void AnswerStep::take(const UndelegateAct& a) {
    if (!need_seat(a.line)) return;
    const auto& delegation = d_.seats[*participant_].delegation;
    if (is_late() || !delegation) {
        record((is_late() ? id(d_) + " is closed, and it stays as it was there." : "Nobody answers for you here.") +
                   " If you had delegated until a date, that is over in all other decisions.",
               a.line);
        return;
    }
    const std::string everywhere = delegation->until ? ", in all decisions" : "";
    bench_.end_delegation(*participant_, source_);
    record("Recorded: from now on only your own answer counts for you" + everywhere + '.', a.line);
}

}  // namespace assentd
