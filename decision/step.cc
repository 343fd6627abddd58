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
        if (d.state != State::draft) return;  // what is open was opened with everything in it
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
        if (d.state != State::draft) return;
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
        if (d.state == State::open) bench.close(bench.now, bench.now < d.closes_at, admin(c.by), c.reason, {});
    }
    void operator()(const AdminExtend& c) const {
        if (d.state == State::open && c.closes_at > d.closes_at)
            bench.extend(c.closes_at, c.plans, admin(c.by), c.reason, {});
    }
    void operator()(const AdminWithdraw& c) const {
        if (d.state == State::open) bench.withdraw(bench.now, admin(c.by), c.reason, {});
    }
    void operator()(const AdminReopen& c) const {
        if (d.state != State::closed || c.closes_at <= bench.now) return;
        bench.happen(Reopened{c.closes_at, c.plans, admin(c.by), c.reason});
        bench.owe_everybody(NoticeKind::amendment, "It is open again until " + utc_text(c.closes_at) +
                                                       (c.reason.empty() ? "." : ": " + c.reason));
    }

    // A close this late was waited for by nobody: the daemon was away, and the inbox was not read at its instant.
    static constexpr Duration overdue = std::chrono::minutes(10);

    void operator()(const Tick& c) const {
        if (d.state != State::open) return;
        const Instant until = std::min(bench.now, c.inbox_read_until);
        if (d.closes_at <= until) {
            bench.close(d.closes_at, false, {}, {}, {}, c.inbox_was_unreadable || bench.now - d.closes_at > overdue);
            return;
        }
        // Only up to where the inbox was read: a mail that is still unread may change a vote, or be the one awaited.
        if (const auto early = early_close_at(d); early && *early <= until)
            bench.close(until, true, {}, {}, {});
        else
            remind(until);
    }

    // At most one reminder to each who still owes an answer, however many fell due while we were away.
    void remind(Instant until) const {
        for (std::size_t i = 0; i < d.seats.size(); ++i) {
            const auto p = static_cast<ParticipantIndex>(i);
            const auto planned = reminders_ahead(d, p);
            const auto due = std::find_if(planned.rbegin(), planned.rend(), [&](Instant t) { return t <= until; });
            if (due == planned.rend()) continue;
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
    const auto is_on_roster = [&](const Person& person) {
        return find_participant(decision, person.address) ||
               std::any_of(person.addresses.begin(), person.addresses.end(),
                           [&](const std::string& a) { return find_participant(decision, a).has_value(); });
    };
    std::set<std::string> told;
    for (const auto& person : others) {
        if (person.address.empty() || is_on_roster(person)) continue;
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

void Workbench::withdraw(Instant at, const Person& by, const std::string& reason, const Source& source) {
    Closed closed;
    closed.outcome = Outcome::withdrawn;
    closed.at = at;
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

bool owes_answer(const Decision& d, ParticipantIndex i) {
    const auto& seat = d.seats[i];
    if (seat.stance && !seat.stance->stale) return false;
    // Whoever raised a concern that is still open has spoken; the next word is somebody else's.
    return std::none_of(d.concerns.begin(), d.concerns.end(),
                        [&](const Concern& c) { return c.by == i && c.state == ConcernState::open; });
}

std::vector<Instant> reminders_ahead(const Decision& d, ParticipantIndex i) {
    const auto& seat = d.seats[i];
    if (!seat.reached || !owes_answer(d, i)) return {};
    std::vector<Instant> ahead = seat.participant.reminders;
    if (seat.withdrawn) std::erase_if(ahead, [&](Instant t) { return t <= seat.withdrawn->arrival; });
    return ahead;
}

std::optional<Instant> early_close_at(const Decision& d) {
    if (d.state != State::open || !d.policy.early_close) return std::nullopt;
    if (!everybody_spoke(d) || open_blocks(d) > 0) return std::nullopt;
    Instant at = d.opened_at + d.policy.min_period;
    for (const auto& seat : d.seats)
        if (seat.stance) at = std::max(at, seat.stance->source.arrival + std::chrono::seconds(1));
    return at;
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
    for (std::size_t i = 0; i < d.seats.size(); ++i)
        for (const Instant t : reminders_ahead(d, static_cast<ParticipantIndex>(i))) next = std::min(next, t);
    return next;
}

}  // namespace assentd
