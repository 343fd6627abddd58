// SPDX-License-Identifier: Apache-2.0
#include "decision/step.h"

#include <algorithm>

#include "decision/choice.h"
#include "decision/standing.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/view.h"
#include "decision/workbench.h"

namespace assentd {

namespace {

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
            n.confirm_text = whole_draft(d);
            n.confirm_arrival = c.draft.source.arrival;
        }
        if (!c.beside.line.empty()) n.problems.push_back(c.beside);
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
        if (is_proposer(d, c.by.address)) {
            n.recorded.push_back(
                {"A proposal is seconded by others of those who will be asked, not by whoever proposes it, so this "
                 "was not counted. " +
                     needs(d, bench.now),
                 c.line,
                 {}});
        } else if (std::none_of(d.may_second.begin(), d.may_second.end(), is_sender)) {
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

    void operator()(const AskDraft& c) const {
        if (d.state != State::draft || d.seconds_needed <= 0) return;
        auto n = notice_to(NoticeKind::receipt, d.proposer.name, d.proposer.address);
        n.in_reply_to = c.source;
        n.recorded.push_back(
            {"Your proposal is not open yet, and it stays as it is. " + needs(d, bench.now) +
                 " To change it, reply with the head lines as they should be; for another text, reply with the one "
                 "word `discard` and send it anew.",
             {},
             {}});
        bench.owe(std::move(n));
    }

    void operator()(const Open& c) const {
        if (d.state != State::draft) return;
        bench.happen(c.opening);
        auto n = notice_to(NoticeKind::receipt, d.proposer.name, d.proposer.address);
        n.participant = find_participant(d, d.proposer.address);
        n.recorded.push_back({"Your proposal is open as " + id(d) + " under the policy “" + d.policy.name +
                                  "”. Everybody who is asked has the whole text.",
                              {},
                              {}});
        if (!d.text().attachments.empty())
            add_sentence(
                n.recorded.back().what,
                "What you attached is not passed on: " + listed(d.text().attachments) +
                    ". They are told that it exists; to show it to them, put a link into the text by `amend`.");
        // In a paragraph of its own, no command begins a line, whatever else is told: the mail may come back.
        n.recorded.push_back(
            {"To change it, reply `extend 3 days`, `withdraw proposal`, or `amend` with the whole "
             "new text below it.",
             {},
             {}});
        n.with_status = true;
        n.in_reply_to = c.opening.source;
        if (!c.beside.line.empty()) n.problems.push_back(c.beside);
        bench.owe(std::move(n));
        bench.owe_participants(notice_to(NoticeKind::invitation, {}, {}));
        // Who is to decide hears of it from the start, and may do so once they know enough.
        if (d.policy.method == Method::advice && d.decider && !find_participant(d, d.decider->address))
            bench.owe(notice_to(NoticeKind::invitation, d.decider->name, d.decider->address));
        invite_facilitators();
    }
    // So that they know what they are to keep moving. Whoever proposes it, or has it to decide, was told.
    void invite_facilitators() const {
        std::vector<Person> untold = d.facilitators;
        std::erase_if(untold, [&](const Person& p) {
            return is_proposer(d, p.address) || (d.policy.method == Method::advice && is_decider(d, p.address));
        });
        auto like = notice_to(NoticeKind::invitation, {}, {});
        like.facilitates = true;
        bench.owe_others(like, untold);
    }

    void operator()(const AnswerMail& c) const { take_answer(bench, c); }
    void operator()(const Confirm& c) const { take_confirmation(bench, c); }

    void operator()(const Bounce& c) const {
        const auto p = find_participant(d, c.address);
        if (d.state != State::open || !p || c.temporary || !d.seats[*p].reached) return;
        if (c.source.arrival > d.closes_at) return;  // read late: nothing is waited for any more
        bench.happen(NotReached{*p, c.status, c.source});
        const auto& participant = d.seats[*p].participant;
        if (!participant.binding || is_proposer(d, participant.address) || !is_lost_without_unreached(d)) return;
        auto n = notice_to(NoticeKind::receipt, d.proposer.name, d.proposer.address);
        n.participant = find_participant(d, d.proposer.address);
        n.recorded.push_back(
            {"Mail to " + participant.name + " (" + participant.address +
                 ") did not get there, and without an answer from there this cannot carry. Tell them in "
                 "another way: they can still answer by mail. If the address is wrong, your admin can "
                 "correct it for the next proposal.",
             {},
             {}});
        bench.owe(std::move(n));
    }

    void operator()(const GotThrough& c) const {
        const auto p = find_participant(d, c.address);
        if (d.state != State::open || !p || d.seats[*p].reached) return;
        bench.happen(ReachedAgain{*p, c.at});
    }

    bool knows(const std::string& address) const {
        const auto has_it = [&](const Person& p) {
            return std::find(p.addresses.begin(), p.addresses.end(), address) != p.addresses.end();
        };
        return find_participant(d, address) || is_proposer(d, address) || is_facilitator(d, address) ||
               is_decider(d, address) || std::any_of(d.may_second.begin(), d.may_second.end(), has_it);
    }

    // A wish that reaches several decisions is late for some.
    bool in_time(const Source& source) const { return d.state == State::open && source.arrival < d.closes_at; }

    void operator()(const Absence& c) const {
        if (!in_time(c.source) || c.participant >= d.seats.size()) return;
        std::vector<Instant> left = d.seats[c.participant].participant.reminders;
        std::erase_if(left, [&](Instant t) { return c.from <= t && t < c.until; });
        bench.happen(AwayNoted{c.participant, c.from, c.until, left, c.source});
    }
    void operator()(const StandingDelegation& c) const {
        if (!in_time(c.source) || c.from >= d.seats.size() || c.to >= d.seats.size() || c.from == c.to) return;
        // An advisory answer decides for nobody, and nobody's vote is advice of another.
        if (d.seats[c.from].participant.binding != d.seats[c.to].participant.binding) return;
        bench.delegate(c.from, c.to, c.until, c.source);
    }
    void operator()(const EndDelegation& c) const {
        if (in_time(c.source) && c.from < d.seats.size() && d.seats[c.from].delegation)
            bench.end_delegation(c.from, c.source);
    }
    void operator()(const AddAddress& c) const {
        if (c.person.empty()) {  // taken back
            if (d.state != State::closed && knows(c.address)) bench.happen(AddressConfirmed{{}, c.address, c.source});
            return;
        }
        if (d.state != State::closed && knows(c.person) && !knows(c.address))
            bench.happen(AddressConfirmed{c.person, c.address, c.source});
    }
    void operator()(const Supersede& c) const {
        if (d.state != State::closed || !d.superseded_by.empty()) return;
        bench.happen(Superseded{c.by, bench.now});
        bench.owe_everybody(NoticeKind::amendment,
                            c.by + (c.title.empty() ? "" : ", “" + c.title + "”,") + " carried and replaces it.");
    }

    void operator()(const AdminClose& c) const {
        if (d.state == State::open && bench.now >= d.opened_at + d.policy.min_period)
            bench.close(bench.now, bench.now < d.closes_at, admin(c.by), c.reason, {});
    }
    void operator()(const AdminExtend& c) const {
        if (d.state == State::open && c.closes_at > d.closes_at)
            bench.extend(c.closes_at, c.plans, admin(c.by), c.reason, {});
    }
    void operator()(const AdminWithdraw& c) const {
        if (d.state == State::open) bench.withdraw(bench.now, admin(c.by), c.reason, {});
        if (d.state != State::draft) return;
        // Only its proposer knows of it; and not even they, where nobody proved that it is theirs.
        const bool asked_whether_theirs = d.awaits_confirmation;
        drop_draft(admin(c.by), c.reason, {});
        if (!asked_whether_theirs)
            tell_of_dropped({"Your proposal “" + d.text().title + "” was not open yet, and " + admin(c.by).name +
                                 " withdrew it" + (c.reason.empty() ? "." : ": " + c.reason),
                             {},
                             {}},
                            {});
    }
    void operator()(const DiscardDraft& c) const {
        if (d.state != State::draft) return;
        drop_draft(d.proposer, {}, c.source);
        if (c.line.empty()) return;
        tell_of_dropped({"The draft" + (d.text().title.empty() ? "" : " “" + d.text().title + "”") +
                             " is discarded. Nothing of it was opened.",
                         c.line,
                         {}},
                        c.source);
    }
    void operator()(const DropDraft& c) const {
        if (d.state != State::draft) return;
        drop_draft({}, c.why, {});
        if (d.draft_trust != Trust::none || c.is_new)
            tell_of_dropped(
                {"Your proposal “" + d.text().title + "” was not open yet, and it is dropped: " + c.why, {}, {}}, {});
    }
    void drop_draft(const Person& by, const std::string& reason, const Source& source) const {
        Closed closed;
        closed.outcome = Outcome::withdrawn;
        closed.at = bench.now;
        closed.by = by;
        closed.reason = reason;
        closed.source = source;
        bench.happen(std::move(closed));
    }
    void tell_of_dropped(ReceiptLine what, const Source& in_reply_to) const {
        auto n = notice_to(NoticeKind::receipt, d.proposer.name, d.proposer.address);
        n.recorded.push_back(std::move(what));
        if (in_reply_to.sha256.empty()) n.recorded.push_back({"To propose it again, send it anew.", {}, {}});
        n.in_reply_to = in_reply_to;
        bench.owe(std::move(n));
    }
    void operator()(const AdminDecide& c) const {
        if (d.state == State::open && waits_for_decider(d)) {
            auto settled = settle_advice(d, c.choice);
            if (!settled) return;
            Closed closed;
            closed.outcome = settled->outcome;
            closed.chosen = std::move(settled->chosen);
            closed.at = bench.now;
            closed.by = admin(c.by);
            closed.reason = c.reason;
            bench.announce(std::move(closed));
            return;
        }
        const bool waits = d.closing && d.closing->outcome == Outcome::tied && tie_settler(d);
        auto settled = waits ? settle_tie(d, c.choice) : std::nullopt;
        if (!settled) return;
        bench.happen(
            Decided{admin(c.by), settled->outcome, std::move(settled->chosen), c.reason, {{}, {}, bench.now, {}}});
        bench.owe_everybody(NoticeKind::outcome);
    }
    void operator()(const AdminReopen& c) const {
        if (d.state != State::closed || d.number == 0 || c.closes_at <= bench.now) return;
        const Instant closed = d.closed_at.value_or(d.closes_at);
        bench.happen(Reopened{c.closes_at, c.plans, admin(c.by), c.reason});
        bench.owe_everybody(NoticeKind::amendment, "It had closed " + moment(closed) + " and is open again until " +
                                                       moment(c.closes_at) +
                                                       (c.reason.empty() ? "." : ": " + c.reason));
    }

    void operator()(const Tick& c) const { pass_time(bench, c); }
};

}  // namespace

Step step(Decision& decision, const Command& command, Instant now) {
    Workbench bench{decision, now, {}};
    std::visit(Stepper{bench}, command);
    return std::move(bench.out);
}

}  // namespace assentd
