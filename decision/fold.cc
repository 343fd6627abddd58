// SPDX-License-Identifier: Apache-2.0
// The fold of a decision's events: what each of them changes.
#include <algorithm>

#include "decision/concern_form.h"
#include "decision/decision.h"
#include "decision/standing.h"
#include "decision/text.h"

namespace assentd {

namespace {

struct Fold {
    Decision& d;

    Seat* seat(ParticipantIndex i) const { return i < d.seats.size() ? &d.seats[i] : nullptr; }

    Concern* open_concern(const std::string& concern_name) const {
        for (auto& c : d.concerns)
            if (c.state == ConcernState::open && same_ignoring_case(c.name, concern_name)) return &c;
        return nullptr;
    }

    void set_plans(const std::vector<ReminderPlan>& plans) const {
        for (const auto& plan : plans)
            if (auto* s = seat(plan.participant)) s->participant.reminders = plan.reminders;
    }

    void drop_held(const std::string& sha256) const {
        std::erase_if(d.held, [&](const AnswerHeld& h) { return h.source.sha256 == sha256; });
    }

    void heard(const Source& source) const { d.last_word = std::max(d.last_word, source.arrival); }

    // A hold moves the close, and gives it back when it is released.
    void settle_close() const {
        d.closes_at = d.announced_close;
        for (const auto& s : d.seats)
            if (s.hold) d.closes_at = std::max(d.closes_at, s.hold->until);
    }

    // What was said about an earlier revision, under the policy. Objections stand: they are about what may still be
    // wrong (PRODUCT 1.7). An abstention agreed to nothing that a new text could change, so it needs no confirmation.
    void carry_over(Seat& s) const {
        const auto position = s.stance->position;
        const bool stands = position == Position::disagree || position == Position::block ||
                            position == Position::recuse ||
                            (position == Position::abstain && d.policy.carry_votes == CarryVotes::stale);
        if (stands || d.policy.carry_votes == CarryVotes::keep) return;
        if (d.policy.carry_votes == CarryVotes::drop) {
            s.dropped = std::move(s.stance);
            s.stance.reset();
        } else {
            s.stance->stale = true;
        }
    }

    void take_address(const std::string& address) const {
        const auto take = [&](auto& somebody) { std::erase(somebody.addresses, address); };
        for (auto& s : d.seats) take(s.participant);
        for (auto& f : d.facilitators) take(f);
        for (auto& p : d.may_second) take(p);
        if (d.decider) take(*d.decider);
        take(d.proposer);
    }

    void add_address(const std::string& person, const std::string& address) const {
        const auto add = [&](auto& somebody) {
            auto& known = somebody.addresses;
            if (somebody.address == person && std::find(known.begin(), known.end(), address) == known.end())
                known.push_back(address);
        };
        for (auto& s : d.seats) add(s.participant);
        for (auto& f : d.facilitators) add(f);
        for (auto& p : d.may_second) add(p);
        if (d.decider) add(*d.decider);
        add(d.proposer);
    }

    // What was asked about the former outcome says nothing about the next one, which is reviewed as long after it.
    void forget_review(Instant next_close) const {
        if (d.review_at && d.review_asked_at) *d.review_at += next_close - d.announced_close;
        d.review_asked_at.reset();
        d.review.reset();
    }

    void operator()(const Drafted& e) const {
        d.state = State::draft;
        d.proposer = e.proposer;
        d.revisions = {e.text};
        d.draft_head = e.head;
        d.draft_problems = e.problems;
        d.awaits_confirmation = e.awaits_confirmation;
        d.draft_source = e.source;
        d.draft_trust = e.trust;
        d.seconds_needed = e.seconds_needed;
        d.may_second = e.may_second;
        d.draft_terms = e.terms;
        d.seconds.clear();
    }
    void operator()(const Seconded& e) const { d.seconds.push_back(e); }
    void operator()(const Opened& e) const {
        d.state = State::open;
        d.number = e.number;
        d.proposer = e.proposer;
        d.facilitators = e.facilitators;
        d.decider = e.decider;
        d.policy = e.policy;
        d.seats.clear();
        for (const auto& p : e.roster) d.seats.push_back({p, {}, {}, {}, true, {}, {}, {}, {}, {}, {}});
        d.revisions = {e.text};
        d.options = e.options;
        d.supersedes = e.supersedes;
        d.opened_at = e.at;
        d.announced_close = d.closes_at = e.closes_at;
        d.review_at = e.review_at;
        d.seed = e.seed;
        d.thread_message_id = e.thread_message_id;
        d.token_salt = e.token_salt;
        d.vouchers = {e.trusted_authserv_ids, e.trusted_arc_sealers, e.munging_lists, e.strict_alignment};
        d.draft_head.clear();
        d.draft_problems.clear();
        d.awaits_confirmation = false;
    }
    void operator()(const VoteRecorded& e) const {
        auto* s = seat(e.participant);
        if (!s) return;
        if (is_history(*s, e.source)) return;
        heard(e.source);
        s->stance = Stance{e.position, e.strength, e.line,  e.reason, e.concern,
                           e.revision, false,      e.trust, e.source, e.ballot};
        if (s->pending && !is_older(e.source, s->pending->source)) s->pending.reset();
        s->withdrawn.reset();
        s->dropped.reset();
        if (e.revision < d.revision()) carry_over(*s);
    }
    void operator()(const VoteWithdrawn& e) const {
        auto* s = seat(e.participant);
        if (!s || is_history(*s, e.source)) return;
        s->stance.reset();
        s->dropped.reset();
        if (s->pending && !is_older(e.source, s->pending->source)) s->pending.reset();
        s->withdrawn = e.source;
    }
    void operator()(const VoteUnclear& e) const {
        auto* s = seat(e.participant);
        if (!s || is_history(*s, e.source) || (s->pending && is_older(e.source, s->pending->source))) return;
        s->pending = e;
    }
    void operator()(const AnswerHeld& e) const { d.held.push_back(e); }
    void operator()(const HeldConfirmed& e) const {
        heard(e.source);
        for (const auto& held : d.held)
            if (held.source.sha256 == e.held_sha256 && !held.other_address.empty())
                add_address(held.by.address, held.other_address);
        drop_held(e.held_sha256);
    }
    void operator()(const HeldDiscarded& e) const {
        heard(e.source);
        drop_held(e.held_sha256);
    }
    void operator()(const ConcernRaised& e) const {
        d.concerns.push_back({e.name, e.by, ConcernState::open, e.text, {}, {}, {}, e.source, {}, 0});
        auto* s = seat(e.by);
        const bool asked = s && s->pending && s->pending->ask.find(concern_form) != std::string::npos;
        if (asked && !is_older(e.source, s->pending->source)) s->pending.reset();
    }
    void operator()(const ConcernAnswered& e) const {
        if (auto* c = open_concern(e.name)) {
            c->answer = e.text;
            c->asked = 0;
            c->upheld.reset();
        }
    }
    void operator()(const SettleAsked& e) const {
        if (auto* c = open_concern(e.name)) {
            c->asked_at = e.at;
            c->asked = e.anew ? 1 : c->asked + 1;
        }
    }
    void operator()(const ConcernUpheld& e) const {
        if (auto* c = open_concern(e.name)) {
            c->asked_at.reset();
            c->asked = 0;
            c->upheld = e.reason;
        }
    }
    void operator()(const ConcernLapsed& e) const {
        d.last_word = std::max(d.last_word, e.at);
        if (auto* c = open_concern(e.name)) c->state = ConcernState::lapsed;
    }
    void operator()(const ConcernSettled& e) const {
        heard(e.source);
        if (auto* c = open_concern(e.name)) c->state = ConcernState::settled;
    }
    void operator()(const ConcernOverruled& e) const {
        heard(e.source);
        if (auto* c = open_concern(e.name)) {
            c->state = ConcernState::overruled;
            c->overrule_reason = e.reason;
            c->overruled_by = e.by.name;
        }
    }
    void operator()(const Commented& e) const { d.comments.push_back(e); }
    void operator()(const LateAnswer& e) const { d.late.push_back(e); }
    void operator()(const Extended& e) const {
        d.announced_close = e.closes_at;
        settle_close();
        d.extensions.push_back(e);
        set_plans(e.plans);
    }
    void operator()(const Amended& e) const {
        heard(e.source);
        d.revisions.push_back(e.text);
        d.amendments.push_back(
            {e.by, e.source, e.closes_at > d.announced_close ? std::optional(e.closes_at) : std::nullopt});
        d.announced_close = e.closes_at;
        settle_close();
        set_plans(e.plans);
        // By arrival, not by reading: who wrote after the amendment spoke about it.
        for (auto& s : d.seats) {
            if (!s.stance) continue;
            // Who wrote the new text agrees with it as with the old one.
            const bool own = d.policy.carry_votes == CarryVotes::stale && s.participant.address == e.by.address;
            if (is_older(s.stance->source, e.source) && !own)
                carry_over(s);
            else
                s.stance->revision = d.revision();
        }
    }
    void operator()(const HoldPlaced& e) const {
        if (auto* s = seat(e.participant)) s->hold = Hold{e.until, false, e.reason, e.source};
        settle_close();
        set_plans(e.plans);
    }
    void operator()(const HoldReleased& e) const {
        heard(e.source);
        if (auto* s = seat(e.participant); s && s->hold) {
            s->hold->until = std::min(s->hold->until, e.source.arrival);
            s->hold->released = true;
        }
        settle_close();
    }
    void operator()(const Delegated& e) const {
        heard(e.source);
        if (auto* s = seat(e.from)) s->delegation = Delegation{e.to, e.until, e.source};
    }
    void operator()(const DelegationEnded& e) const {
        if (auto* s = seat(e.from)) s->delegation.reset();
    }
    void operator()(const AwayNoted& e) const {
        if (auto* s = seat(e.participant)) {
            s->away.push_back({e.from, e.until});
            s->participant.reminders = e.reminders;
        }
    }
    void operator()(const FinalPeriodBegun& e) const {
        d.final_period_at = e.at;
        d.final_periods.push_back({e.at, e.closes_at, false});
        d.close_before_final = d.announced_close;
        d.announced_close = e.closes_at;
        settle_close();
    }
    void operator()(const FinalPeriodEnded& e) const {
        d.final_period_at.reset();
        if (!d.final_periods.empty()) d.final_periods.back().cut_short = true;
        d.announced_close = e.closes_at;
        settle_close();
    }
    void operator()(const DeciderAsked& e) const {
        const bool again = d.state == State::closed ? d.decider_asked_at.has_value() : waits_for_decider(d);
        d.decider_asked = again ? d.decider_asked + 1 : 1;
        d.decider_asked_at = e.at;
    }
    void drop_reminders(ParticipantIndex participant, Instant until) const {
        if (auto* s = seat(participant))
            std::erase_if(s->participant.reminders, [&](Instant t) { return t <= until; });
    }
    void operator()(const Reminded& e) const {
        drop_reminders(e.participant, e.due);
        if (auto* s = seat(e.participant)) s->reminded = e.due;
    }
    void operator()(const ReminderSpared& e) const { drop_reminders(e.participant, e.due); }
    void operator()(const NotReached& e) const {
        if (auto* s = seat(e.participant)) {
            s->reached = false;
            s->not_reached_status = e.status;
        }
    }
    void operator()(const ReachedAgain& e) const {
        if (auto* s = seat(e.participant)) {
            s->reached = true;
            s->not_reached_status.clear();
        }
    }
    void operator()(const Closed& e) const {
        d.state = State::closed;
        d.closed_at = e.at;
        d.closing = e;
    }
    void operator()(const Reopened& e) const {
        d.state = State::open;
        if (d.closing) d.reopenings.push_back({d.closing->at, d.closing->outcome, e.by, e.reason});
        // A review that was had comes again, as long after the new close.
        if (d.review_asked_at && d.review_at && d.closed_at) *d.review_at += e.closes_at - *d.closed_at;
        d.review_asked_at.reset();
        d.review.reset();
        d.closed_at.reset();
        d.closing.reset();
        d.decided.reset();
        d.decider_asked_at.reset();
        d.decider_asked = 0;
        d.final_period_at.reset();
        forget_review(e.closes_at);
        d.announced_close = e.closes_at;
        settle_close();
        set_plans(e.plans);
    }
    void operator()(const Decided& e) const {
        d.decided = e;
        if (!d.closing) return;
        d.closing->outcome = e.outcome;
        d.closing->chosen = e.chosen;
    }
    void operator()(const StatementAdded& e) const { d.statements.push_back(e); }
    void operator()(const ReviewAsked& e) const { d.review_asked_at = e.at; }
    void operator()(const Reviewed& e) const { d.review = e; }
    void operator()(const Superseded& e) const { d.superseded_by = e.by; }
    // Of nobody: taken back by the admin.
    void operator()(const AddressConfirmed& e) const {
        e.person.empty() ? take_address(e.address) : add_address(e.person, e.address);
    }
};

}  // namespace

void apply(Decision& decision, const Event& event) {
    std::visit(Fold{decision}, event);
    ++decision.events;
}

}  // namespace assentd
