// SPDX-License-Identifier: Apache-2.0
#include "decision/step.h"

#include <algorithm>
#include <set>

#include "decision/standing.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/view.h"
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
    return {by.empty() ? "the admin" : "the admin (" + by + ')', {}, {}};
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
        if (c.draft.problems.empty() && c.draft.seconds_needed > 0) {
            ask_for_seconds(n);
        } else if (c.draft.problems.empty() && c.draft.awaits_confirmation) {
            n.kind = NoticeKind::question;
            n.confirm_sha256 = c.draft.source.sha256;
            n.confirm_text = c.draft.text.title + "\n\n" + c.draft.text.body;
            n.confirm_arrival = c.draft.source.arrival;
        }
        bench.owe(std::move(n));
    }

    void ask_for_seconds(Notice& receipt) const {
        receipt.kind = NoticeKind::receipt;
        receipt.recorded.push_back({"Your proposal opens once " +
                                        counted(d.seconds_needed, "other person seconds it.", "others second it.") +
                                        " They were asked just now.",
                                    {},
                                    {}});
        for (const auto& person : d.may_second) {
            if (is_proposer(d, person.address)) continue;
            auto n = notice_to(NoticeKind::question, person.name, person.address);
            n.wanted = Notice::Wanted::second;
            bench.owe(std::move(n));
        }
    }

    void operator()(const Second& c) const {
        if (d.state != State::draft || d.seconds_needed <= 0) return;
        auto n = notice_to(NoticeKind::receipt, c.by.name, c.by.address);
        n.in_reply_to = c.source;
        const auto is_sender = [&](const Person& p) { return p.address == c.by.address; };
        const bool again =
            std::any_of(d.seconds.begin(), d.seconds.end(), [&](const Seconded& s) { return is_sender(s.by); });
        if (is_proposer(d, c.by.address) || std::none_of(d.may_second.begin(), d.may_second.end(), is_sender)) {
            n.kind = NoticeKind::refusal;
            n.problems.push_back({c.line, "A proposal is seconded by others of those who will be asked, not by you.",
                                  "There is nothing for you to do; you are told when it opens."});
        } else if (again) {
            n.recorded.push_back({"You had seconded it already.", c.line, {}});
        } else {
            bench.happen(Seconded{c.by, c.source});
            n.recorded.push_back(
                {"Recorded: you second this proposal. That it may open is all it says; how you decide is "
                 "asked later.",
                 c.line,
                 {}});
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
        bench.owe_participants(notice_to(NoticeKind::invitation, {}, {}));
    }

    void operator()(const AnswerMail& c) const { take_answer(bench, c); }
    void operator()(const Confirm& c) const { take_confirmation(bench, c); }

    void operator()(const Bounce& c) const {
        const auto p = find_participant(d, c.address);
        if (d.state != State::open || !p || c.temporary || !d.seats[*p].reached) return;
        bench.happen(NotReached{*p, c.status, c.source});
    }

    void operator()(const Absence& c) const {
        if (d.state != State::open || c.participant >= d.seats.size()) return;
        std::vector<Instant> left = d.seats[c.participant].participant.reminders;
        std::erase_if(left, [&](Instant t) { return c.from <= t && t < c.until; });
        bench.happen(AwayNoted{c.participant, c.from, c.until, left, c.source});
    }
    void operator()(const StandingDelegation& c) const {
        if (d.state != State::open || c.from >= d.seats.size() || c.to >= d.seats.size() || c.from == c.to) return;
        bench.delegate(c.from, c.to, c.until, c.source);
    }
    void operator()(const EndDelegation& c) const {
        if (d.state == State::open && c.from < d.seats.size() && d.seats[c.from].delegation)
            bench.happen(DelegationEnded{c.from, c.source});
    }
    void operator()(const Supersede& c) const {
        if (d.state == State::closed && d.superseded_by.empty()) bench.happen(Superseded{c.by, bench.now});
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
        const Instant until = std::min(bench.now, c.inbox_read_until);
        if (d.state == State::closed) review(until);
        if (d.state != State::open) return;
        end_delegations(std::min(until, d.closes_at));
        if (d.closes_at <= until) {
            at_the_close(c);
            return;
        }
        // Only up to where the inbox was read: a mail that is still unread may change a vote, or be the one awaited.
        if (const auto early = early_close_at(d); early && *early <= until) {
            bench.close(until, true, {}, {}, {});
            return;
        }
        if (final_period_may_begin(d)) begin_final_period(until);
        ask_about_concerns(until);
        remind(until);
    }

    void at_the_close(const Tick& c) const {
        if (d.policy.method == Method::advice) {
            if (!d.decider_asked_at) bench.ask_decider(d.closes_at);
            return;
        }
        if (may_wait_for_unreached()) {
            bench.happen(
                Extended{d.closes_at + d.policy.extend_if_not_reached,
                         {},
                         {},
                         "Too few answered, and somebody who could have made the difference was not reached.",
                         {},
                         true});
            bench.owe_everybody(NoticeKind::amendment,
                                "The close moved to " + utc_text(d.closes_at) +
                                    ", once: too few answered, and mail to somebody who is asked came back.");
            return;
        }
        bench.close(d.closes_at, false, {}, {}, {}, c.inbox_was_unreadable || bench.now - d.closes_at > overdue);
    }

    // PRODUCT 3.7: those whom no mail reached might have made the quorum.
    bool may_wait_for_unreached() const {
        if (d.policy.extend_if_not_reached <= Duration::zero() || outcome_now(d) != Outcome::no_quorum) return false;
        if (std::any_of(d.extensions.begin(), d.extensions.end(), [](const Extended& e) { return e.for_unreached; }))
            return false;
        const Counts counts = tally(d).binding;
        return counts.unreached > 0 &&
               counts.spoke() + counts.unreached >= quorum_needed(d.policy.quorum, counts.seats());
    }

    void begin_final_period(Instant at) const {
        const Instant closes = std::max(at + d.policy.final_period, d.opened_at + d.policy.min_period);
        bench.happen(FinalPeriodBegun{at, closes});
        bench.owe_everybody(NoticeKind::amendment,
                            "Enough are in favour and nothing is open, so the final period begins. It carries at " +
                                utc_text(d.closes_at) + " unless something new comes up.");
    }

    void end_delegations(Instant until) const {
        for (std::size_t i = 0; i < d.seats.size(); ++i) {
            const auto& delegation = d.seats[i].delegation;
            if (delegation && delegation->until && *delegation->until <= until)
                bench.happen(DelegationEnded{static_cast<ParticipantIndex>(i), {}});
        }
    }

    // The question is repeated, and after the policy's limit the concern lapses. At most one mail a concern, however
    // long we were away: its raiser always has the whole time to answer.
    void ask_about_concerns(Instant until) const {
        for (std::size_t i = 0; i < d.concerns.size(); ++i) {
            const Concern c = d.concerns[i];
            const auto due = settle_due(d, c);
            if (!due || *due > until) continue;
            if (c.asked < d.policy.settle_asks) {
                bench.ask_whether_settled(c.name, until);
                continue;
            }
            bench.happen(ConcernLapsed{c.name, until});
            const auto& raiser = d.seats[c.by].participant;
            auto n = notice_to(NoticeKind::receipt, raiser.name, raiser.address);
            n.participant = c.by;
            n.recorded.push_back({"Your concern “" + c.name +
                                      "” has lapsed: it was answered, and the question whether it is "
                                      "settled was asked " +
                                      counted(c.asked, "time", "times") +
                                      " without a reply. To raise it again, write: concern: " + c.name +
                                      " and what is still missing.",
                                  {},
                                  {}});
            bench.owe(std::move(n));
        }
    }

    void review(Instant until) const {
        if (!review_due(d) || *review_due(d) > until) return;
        bench.happen(ReviewAsked{until});
        bench.owe_everybody(NoticeKind::question, {}, Notice::Wanted::review);
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

void Workbench::owe_participants(const Notice& like) {
    for (std::size_t i = 0; i < decision.seats.size(); ++i) {
        Notice n = like;
        n.to_name = decision.seats[i].participant.name;
        n.to_address = decision.seats[i].participant.address;
        n.participant = static_cast<ParticipantIndex>(i);
        owe(std::move(n));
    }
}

void Workbench::owe_everybody(NoticeKind kind, const std::string& announcement, Notice::Wanted wanted) {
    Notice like = notice_to(kind, {}, {});
    like.announcement = announcement;
    like.wanted = wanted;
    owe_everybody(like);
}

void Workbench::owe_everybody(const Notice& like) {
    owe_participants(like);
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
        Notice n = like;
        n.to_name = person.name;
        n.to_address = person.address;
        owe(std::move(n));
    }
}

void Workbench::close(Instant at, bool early, const Person& by, const std::string& reason, const Source& source,
                      bool waited_for_inbox) {
    Closed closed;
    closed.outcome = outcome_now(decision);
    closed.chosen = chosen_now(decision);
    closed.at = at;
    closed.early = early;
    closed.waited_for_inbox = waited_for_inbox;
    closed.by = by;
    closed.reason = reason;
    closed.arithmetic = arithmetic(decision);
    closed.source = source;
    happen(std::move(closed));
    owe_everybody(NoticeKind::outcome);
    if (decision.closing->outcome == Outcome::tied && decision.decider) ask_decider(at);
}

void Workbench::ask_decider(Instant at) {
    happen(DeciderAsked{at});
    if (!decision.decider) return;
    auto n = notice_to(NoticeKind::question, decision.decider->name, decision.decider->address);
    n.participant = find_participant(decision, decision.decider->address);
    n.wanted = Notice::Wanted::decision;
    owe(std::move(n));
}

void Workbench::ask_whether_settled(const std::string& concern, Instant at) {
    happen(SettleAsked{concern, at});
    const auto* open = find_open_concern(decision, concern);
    const auto& raiser = decision.seats[open->by].participant;
    auto n = notice_to(NoticeKind::concern, raiser.name, raiser.address);
    n.participant = open->by;
    n.concern = open->name;
    owe(std::move(n));
}

void Workbench::ask_for_answer(const std::string& concern) {
    const auto* open = find_open_concern(decision, concern);
    const auto proposer = find_participant(decision, decision.proposer.address);
    if (proposer == open->by || is_sealed_for(decision, proposer)) return;
    auto n = notice_to(NoticeKind::concern, decision.proposer.name, decision.proposer.address);
    n.participant = proposer;
    n.concern = open->name;
    n.concern_wants_answer = true;
    owe(std::move(n));
}

void Workbench::delegate(ParticipantIndex from, ParticipantIndex to, std::optional<Instant> until,
                         const Source& source) {
    happen(Delegated{from, to, until, source});
    const auto& delegate = decision.seats[to].participant;
    auto n = notice_to(NoticeKind::receipt, delegate.name, delegate.address);
    n.participant = to;
    n.recorded.push_back(
        {decision.seats[from].participant.name +
             " asks you to answer for them too: while they say nothing themselves, your answer counts "
             "for both of you" +
             (until ? ", until " + utc_text(*until) : std::string()) +
             ". You need to do nothing beyond your own answer.",
         {},
         {}});
    owe(std::move(n));
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
    if (d.policy.method == Method::input || seat.delegation) return false;
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
    Instant at = std::max(d.opened_at + d.policy.min_period, held_until(d));
    for (const auto& seat : d.seats) {
        if (seat.stance) at = std::max(at, seat.stance->source.arrival + std::chrono::seconds(1));
        if (seat.delegation) at = std::max(at, seat.delegation->source.arrival + std::chrono::seconds(1));
    }
    return at;
}

std::optional<Instant> settle_due(const Decision& d, const Concern& c) {
    if (c.state != ConcernState::open || !c.asked_at || d.policy.settle_asks <= 0) return std::nullopt;
    return *c.asked_at + d.policy.settle_repeat;
}

Instant held_until(const Decision& d) {
    Instant until{};
    for (const auto& seat : d.seats)
        if (seat.hold) until = std::max(until, seat.hold->until);
    return until;
}

std::optional<Instant> review_due(const Decision& d) {
    const bool carried = d.closing && d.closing->outcome == Outcome::carried;
    if (!carried || d.review_asked_at || !d.superseded_by.empty()) return std::nullopt;
    return d.review_at;
}

Step step(Decision& decision, const Command& command, Instant now) {
    Workbench bench{decision, now, {}};
    std::visit(Stepper{bench}, command);
    return std::move(bench.out);
}

std::optional<Instant> next_wakeup(const Decision& d) {
    if (d.state == State::closed) return review_due(d);
    if (d.state != State::open || d.decider_asked_at) return std::nullopt;
    Instant next = final_period_may_begin(d) ? d.opened_at : d.closes_at;
    const auto sooner = [&](std::optional<Instant> at) {
        if (at) next = std::min(next, *at);
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
