// SPDX-License-Identifier: Apache-2.0
#include "decision/step.h"

#include <algorithm>
#include <set>

#include "decision/standing.h"
#include "decision/text.h"
#include "decision/workbench.h"

namespace assentd {

namespace {

Notice notice_to(NoticeKind kind, const std::string& to_name, const std::string& to_address) {
    Notice n;
    n.kind = kind;
    n.to_name = to_name;
    n.to_address = to_address;
    return n;
}

Person admin(const std::string& by) {
    return {by.empty() ? "the admin" : by, {}, {}};
}

struct Stepper {
    Workbench& bench;
    Decision& d = bench.decision;

    void operator()(const Draft& c) const {
        bench.happen(c.draft);
        auto n = notice_to(NoticeKind::refusal, c.draft.proposer.name, c.draft.proposer.address);
        n.problems = c.draft.problems;
        n.in_reply_to = c.draft.source;
        if (c.draft.problems.empty() && c.draft.awaits_confirmation) {
            n.kind = NoticeKind::question;
            n.confirm_sha256 = c.draft.source.sha256;
            n.confirm_text = c.draft.text.title;
            n.confirm_arrival = c.draft.source.arrival;
        }
        bench.owe(std::move(n));
    }

    void operator()(const Open& c) const {
        bench.happen(c.opening);
        auto n = notice_to(NoticeKind::receipt, d.proposer.name, d.proposer.address);
        n.participant = find_participant(d, d.proposer.address);
        n.recorded.push_back(
            {"Your proposal is open as " + id(d) + ". Everybody who is asked has the whole text.", {}, {}});
        n.with_status = true;
        n.in_reply_to = c.opening.source;
        bench.owe(std::move(n));
        bench.owe_participants(NoticeKind::invitation);
    }

    void operator()(const AnswerMail& c) const { take_answer(bench, c); }
    void operator()(const Confirm& c) const { take_confirmation(bench, c); }

    void operator()(const Bounce& c) const {
        const auto p = find_participant(d, c.address);
        if (d.state != State::open || !p || c.temporary || !d.seats[*p].reached) return;
        bench.happen(NotReached{*p, c.status, c.source});
    }

    void operator()(const AdminClose& c) const {
        if (d.state == State::open) bench.close(bench.now, false, admin(c.by), c.reason, {});
    }
    void operator()(const AdminExtend& c) const {
        if (d.state == State::open) bench.extend(c.closes_at, c.plans, admin(c.by), c.reason, {});
    }
    void operator()(const AdminWithdraw& c) const {
        if (d.state == State::open) bench.withdraw(admin(c.by), c.reason, {});
    }
    void operator()(const AdminReopen& c) const {
        if (d.state != State::closed) return;
        bench.happen(Reopened{c.closes_at, c.plans, admin(c.by), c.reason});
        bench.owe_everybody(NoticeKind::amendment, "It is open again until " + utc_text(c.closes_at) +
                                                       (c.reason.empty() ? "." : ": " + c.reason));
    }

    void operator()(const Tick& c) const {
        if (d.state != State::open) return;
        const Instant until = std::min(bench.now, c.inbox_read_until);
        if (d.closes_at <= until) {
            bench.close(d.closes_at, false, {}, {}, {}, c.inbox_was_unreadable);
            return;
        }
        if (c.inbox_read_until >= bench.now) bench.close_early_if_due();
        if (d.state == State::open) remind();
    }

    // At most one reminder to each who still owes an answer, however many fell due while we were away.
    void remind() const {
        for (std::size_t i = 0; i < d.seats.size(); ++i) {
            const auto p = static_cast<ParticipantIndex>(i);
            const auto& planned = d.seats[i].participant.reminders;
            const auto due =
                std::find_if(planned.rbegin(), planned.rend(), [&](Instant t) { return t <= bench.now; });
            if (due == planned.rend() || !owes_answer(d, p)) continue;
            bench.happen(Reminded{p, *due});
            auto n = notice_to(NoticeKind::reminder, d.seats[i].participant.name, d.seats[i].participant.address);
            n.participant = p;
            bench.owe(std::move(n));
        }
    }
};

}  // namespace

void Workbench::owe_participants(NoticeKind kind, const std::string& announcement) {
    for (std::size_t i = 0; i < decision.seats.size(); ++i) {
        const auto& p = decision.seats[i].participant;
        auto n = notice_to(kind, p.name, p.address);
        n.participant = static_cast<ParticipantIndex>(i);
        n.announcement = announcement;
        owe(std::move(n));
    }
}

void Workbench::owe_everybody(NoticeKind kind, const std::string& announcement) {
    owe_participants(kind, announcement);
    std::vector<Person> others = decision.facilitators;
    others.push_back(decision.proposer);
    if (decision.decider) others.push_back(*decision.decider);
    std::set<std::string> told;
    for (const auto& person : others) {
        if (person.address.empty() || find_participant(decision, person.address)) continue;
        if (!told.insert(lower_case(person.address)).second) continue;
        auto n = notice_to(kind, person.name, person.address);
        n.announcement = announcement;
        owe(std::move(n));
    }
}

void Workbench::close(Instant at, bool early, const Person& by, const std::string& reason, const Source& source,
                      bool waited_for_inbox) {
    Closed closed;
    closed.outcome = outcome_now(decision);
    closed.at = at;
    closed.early = early;
    closed.waited_for_inbox = waited_for_inbox;
    closed.by = by;
    closed.reason = reason;
    closed.arithmetic = arithmetic(decision);
    closed.source = source;
    happen(std::move(closed));
    owe_everybody(NoticeKind::outcome);
}

void Workbench::withdraw(const Person& by, const std::string& reason, const Source& source) {
    Closed closed;
    closed.outcome = Outcome::withdrawn;
    closed.at = now;
    closed.by = by;
    closed.reason = reason;
    closed.arithmetic = arithmetic(decision);
    closed.source = source;
    happen(std::move(closed));
    owe_everybody(NoticeKind::outcome);
}

void Workbench::extend(Instant closes_at, const std::vector<ReminderPlan>& plans, const Person& by,
                       const std::string& reason, const Source& source) {
    happen(Extended{closes_at, plans, by, reason, source});
    owe_everybody(NoticeKind::amendment, "The close moved to " + utc_text(closes_at) +
                                             (by.name.empty() ? "" : ", asked for by " + by.name) +
                                             (reason.empty() ? "." : ": " + reason));
}

void Workbench::close_early_if_due() {
    const auto at = early_close_at(decision);
    if (at && *at <= now) close(now, true, {}, {}, {});
}

bool owes_answer(const Decision& d, ParticipantIndex i) {
    const auto& seat = d.seats[i];
    if (seat.stance && !seat.stance->stale) return false;
    // Whoever raised a concern that is still open has spoken; the next word is somebody else's.
    return std::none_of(d.concerns.begin(), d.concerns.end(),
                        [&](const Concern& c) { return c.by == i && c.state == ConcernState::open; });
}

std::optional<Instant> early_close_at(const Decision& d) {
    if (d.state != State::open || !d.policy.early_close) return std::nullopt;
    if (!everybody_spoke(d) || open_blocks(d) > 0) return std::nullopt;
    return d.opened_at + d.policy.min_period;
}

Step step(Decision& decision, const Command& command, Instant now) {
    Workbench bench{decision, now, {}};
    std::visit(Stepper{bench}, command);
    return std::move(bench.out);
}

std::optional<Instant> next_wakeup(const Decision& d) {
    if (d.state != State::open) return std::nullopt;
    Instant next = d.closes_at;
    if (const auto early = early_close_at(d)) next = std::min(next, *early);
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto& reminders = d.seats[i].participant.reminders;
        if (!reminders.empty() && owes_answer(d, static_cast<ParticipantIndex>(i)))
            next = std::min(next, *std::min_element(reminders.begin(), reminders.end()));
    }
    return next;
}

}  // namespace assentd
