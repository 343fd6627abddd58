// SPDX-License-Identifier: Apache-2.0
// What the clock alone changes: the close, a final period, questions repeated, reminders, reviews.
#include <algorithm>

#include "decision/standing.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/workbench.h"

namespace assentd {

namespace {

struct Clock {
    Workbench& bench;
    Decision& d = bench.decision;

    // A close this late was waited for by nobody: the daemon was away, and the inbox was not read at its instant.
    static constexpr Duration overdue = std::chrono::minutes(10);

    void pass(const Tick& c) const {
        const Instant until = std::min(bench.now, c.inbox_read_until);
        if (!c.before_a_mail) ask_decider_again(until, c.resting);
        if (d.state == State::closed && !c.before_a_mail) review(until);
        if (d.state != State::open || closes_early(c, until)) return;
        bench.end_delegations(std::min(until, d.closes_at));
        if (d.closes_at <= until) {
            at_the_close(c);
            return;
        }
        if (c.before_a_mail) return;
        if (final_period_may_begin(d)) begin_final_period(until);
        ask_about_concerns(until);
        remind(until, c);
    }

    // What ends by itself ends at its own instant and in that order, however late we come: a delegation that was over
    // afterwards still counted when everybody had spoken. Only up to where the inbox was read: a mail that is still
    // unread may change a vote, or be the one awaited.
    bool closes_early(const Tick& c, Instant until) const {
        const auto is_due = [&](std::optional<Instant> at) { return at && *at <= until && *at < d.closes_at; };
        while (true) {
            const auto early = early_close_at(d);
            const auto end = next_end();
            if (is_due(early) && (!end || *early <= *end)) {
                // What ends with a vote that was read late waited for nothing.
                bench.close(*early, true, {}, {}, {}, *early > d.last_word && waited(c, *early));
                return true;
            }
            if (!is_due(end)) return false;
            bench.end_delegations(*end);
            lapse(*end);
        }
    }

    bool waited(const Tick& c, Instant at) const { return c.inbox_was_unreadable || bench.now - at > overdue; }

    bool may_lapse(const Concern& concern) const { return concern.asked >= d.policy.settle_asks; }

    // Of a delegation, or of the time in which a concern could be upheld.
    std::optional<Instant> next_end() const {
        std::optional<Instant> next;
        const auto sooner = [&](std::optional<Instant> at) {
            if (at && (!next || *at < *next)) next = at;
        };
        for (const auto& seat : d.seats)
            if (seat.delegation) sooner(seat.delegation->until);
        for (const auto& concern : d.concerns)
            if (may_lapse(concern)) sooner(settle_due(d, concern));
        return next;
    }

    void at_the_close(const Tick& c) const {
        if (d.policy.method != Method::advice && may_wait_for_unreached()) {
            wait_for_unreached(std::min(bench.now, c.inbox_read_until));
            return;
        }
        // Mails know by themselves whether they are late, and one with an older date may still be unread.
        if (c.before_a_mail) return;
        if (d.policy.method != Method::advice)
            bench.close(d.closes_at, false, {}, {}, {}, waited(c, d.closes_at));
        else if (!waits_for_decider(d))
            ask_for_decision();
    }

    // Those who gave advice hear what is decided; its proposer, who waits for it, also that it waits for somebody.
    void ask_for_decision() const {
        bench.ask_decider(d.closes_at);
        if (d.decider)
            tell_proposer("The time for advice is over, and " + d.decider->name +
                          " is asked to decide. Everybody hears it as soon as that is done.");
    }

    void tell_proposer(std::string what) const {
        if (is_decider(d, d.proposer.address)) return;
        auto n = notice_to(NoticeKind::receipt, d.proposer.name, d.proposer.address);
        n.participant = find_participant(d, d.proposer.address);
        n.recorded.push_back({std::move(what), {}, {}});
        bench.owe(std::move(n));
    }

    // PRODUCT 3.7: those whom no mail reached might have made the quorum. While answers are sealed the extension must
    // not tell how many came, so there it goes by bounces alone, which everybody may know.
    bool may_wait_for_unreached() const {
        if (d.policy.extend_if_not_reached <= Duration::zero()) return false;
        if (std::any_of(d.extensions.begin(), d.extensions.end(), [](const Extended& e) { return e.for_unreached; }))
            return false;
        const Counts counts = tally(d).binding;
        const auto quorum = quorum_needed(d.policy.quorum, counts.seats());
        if (d.policy.visibility != Visibility::open)
            return quorum > 0 && std::any_of(d.seats.begin(), d.seats.end(),
                                             [](const Seat& s) { return s.participant.binding && !s.reached; });
        return outcome_now(d) == Outcome::no_quorum && counts.unreached > 0 &&
               counts.spoke() + counts.unreached >= quorum;
    }

    // From when they are told: after an outage the time that is left would be none.
    void wait_for_unreached(Instant at) const {
        const bool open = d.policy.visibility == Visibility::open;
        const Instant before = d.closes_at;
        bench.happen(
            Extended{std::max(d.closes_at, at) + d.policy.extend_if_not_reached,
                     {},
                     {},
                     open ? "Too few answered, and somebody who could have made the difference was not reached."
                          : "Somebody who is asked was not reached.",
                     {},
                     true});
        bench.owe_everybody(NoticeKind::amendment, "The close moved from " + moment(before) + " to " +
                                                       moment(d.closes_at) +
                                                       ", once: " + (open ? "too few answered, and mail" : "mail") +
                                                       " to somebody who is asked did not get there.");
    }

    void begin_final_period(Instant at) const {
        const Instant closes = std::max(at + d.policy.final_period, d.opened_at + d.policy.min_period);
        bench.happen(FinalPeriodBegun{at, closes});
        bench.owe_everybody(
            NoticeKind::amendment,
            "Enough are in favour and nothing is open, so the final period begins. It carries at the close, " +
                moment(d.closes_at) + ", unless something new comes up.");
    }

    // The question is repeated. At most one mail a concern, however long we were away: its raiser always has the
    // whole time to answer.
    void ask_about_concerns(Instant until) const {
        for (std::size_t i = 0; i < d.concerns.size(); ++i) {
            const Concern c = d.concerns[i];
            const auto due = settle_due(d, c);
            if (due && *due <= until && !may_lapse(c)) bench.ask_whether_settled(c.name, until);
        }
    }

    // After the policy's limit.
    void lapse(Instant until) const {
        for (std::size_t i = 0; i < d.concerns.size(); ++i) {
            const Concern c = d.concerns[i];
            const auto due = settle_due(d, c);
            if (!due || *due > until || !may_lapse(c)) continue;
            bench.happen(ConcernLapsed{c.name, *due});
            bench.tell(c.by, "Your concern “" + c.name +
                                 "” has lapsed: it was answered, and the question whether it is " +
                                 "settled was asked " + counted(c.asked, "time", "times") +
                                 ", and no line said that it is not. To raise it again, write: concern: " + c.name +
                                 " and what is still missing.");
            bench.tell_proposer("The concern “" + c.name +
                                    "” has lapsed, as nobody said in time whether your answer settles it. It holds "
                                    "nothing up any more.",
                                {});
        }
    }

    void ask_decider_again(Instant until, const std::vector<ParticipantIndex>& resting) const {
        const auto due = decider_due(d);
        if (!due || *due > until) return;
        const auto decider = find_participant(d, d.decider->address);
        if (decider && std::find(resting.begin(), resting.end(), *decider) != resting.end()) return;
        bench.ask_decider(until);
        if (d.decider_asked >= most_decider_questions)
            tell_proposer(
                d.decider->name + " was asked for the last time to decide, and has not answered so far. " +
                "It waits for them; a word from you may help." +
                (d.state == State::closed ? " If they cannot, your admin can settle it in their place." : ""));
    }

    void review(Instant until) const {
        if (!review_due(d) || *review_due(d) > until) return;
        bench.happen(ReviewAsked{until});
        bench.owe_everybody(NoticeKind::question, {}, Notice::Wanted::review);
    }

    // At most one reminder to each who still owes an answer, however many fell due while we were away.
    void remind(Instant until, const Tick& c) const {
        const auto has = [](const std::vector<ParticipantIndex>& some, ParticipantIndex p) {
            return std::find(some.begin(), some.end(), p) != some.end();
        };
        for (std::size_t i = 0; i < d.seats.size(); ++i) {
            const auto p = static_cast<ParticipantIndex>(i);
            if (has(c.resting, p)) continue;
            const auto planned = reminders_ahead(d, p);
            const auto due = std::find_if(planned.rbegin(), planned.rend(), [&](Instant t) { return t <= until; });
            if (due == planned.rend()) continue;
            if (has(c.reminded_today, p)) {
                bench.happen(ReminderSpared{p, *due});
                continue;
            }
            bench.happen(Reminded{p, *due});
            auto n = notice_to(NoticeKind::reminder, d.seats[i].participant.name, d.seats[i].participant.address);
            n.participant = p;
            bench.owe(std::move(n));
        }
    }
};

}  // namespace

void pass_time(Workbench& bench, const Tick& tick) {
    Clock{bench}.pass(tick);
}

std::optional<Instant> next_wakeup(const Decision& d, Instant after) {
    if (d.state == State::closed) {
        const auto review = review_due(d);
        return review ? review : decider_due(d);  // never both: what is tied is not reviewed
    }
    if (waits_for_decider(d)) return decider_due(d);
    if (d.state != State::open) return std::nullopt;
    Instant next = final_period_may_begin(d) ? d.opened_at : d.closes_at;
    const auto sooner = [&](std::optional<Instant> at) {
        if (at && *at > after) next = std::min(next, *at);
    };
    sooner(early_close_at(d));
    for (const auto& c : d.concerns) sooner(settle_due(d, c));
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        if (d.seats[i].delegation) sooner(d.seats[i].delegation->until);
        for (const Instant t : reminders_ahead(d, static_cast<ParticipantIndex>(i))) sooner(t);
    }
    return next;
}

}  // namespace assentd
