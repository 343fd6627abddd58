// SPDX-License-Identifier: Apache-2.0
#include "decision/workbench.h"

#include <algorithm>
#include <set>

#include "decision/standing.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/view.h"

namespace assentd {

Notice notice_to(NoticeKind kind, const std::string& to_name, const std::string& to_address) {
    Notice n;
    n.kind = kind;
    n.to_name = to_name;
    n.to_address = to_address;
    return n;
}

void Workbench::owe_participants(const Notice& like) {
    for (std::size_t i = 0; i < decision.seats.size(); ++i) {
        Notice n = like;
        n.to_name = decision.seats[i].participant.name;
        n.to_address = decision.seats[i].participant.address;
        n.participant = static_cast<ParticipantIndex>(i);
        // Whom the text did not reach gets it, and not what is new about it.
        if (n.kind == NoticeKind::amendment && !decision.seats[i].reached) n.kind = NoticeKind::invitation;
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
    owe_others(like, others);
}

void Workbench::owe_others(const Notice& like, const std::vector<Person>& others) {
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
    end_delegations(at);
    Closed closed;
    closed.outcome = outcome_now(decision, early ? Closing::early : Closing::as_announced);
    closed.chosen = chosen_now(decision);
    closed.at = at;
    closed.early = early;
    closed.waited_for_inbox = waited_for_inbox;
    closed.by = by;
    closed.reason = reason;
    closed.source = source;
    announce(std::move(closed));
    if (decision.closing->outcome != Outcome::tied || !tie_settler(decision)) return;
    // The question brings them all that the outcome does.
    const auto seat = find_participant(decision, decision.decider->address);
    std::erase_if(out.notices, [&](const Notice& n) {
        return n.kind == NoticeKind::outcome &&
               (seat ? n.participant == seat : n.to_address == decision.decider->address);
    });
    ask_decider(at);
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

void Workbench::raise(ConcernRaised concern) {
    const std::string raised = concern.name;
    const auto& by = decision.seats[concern.by].participant;
    happen(std::move(concern));
    ask_for_answer(raised);
    // Its raiser has a receipt that says so, and the proposer the question with the new close.
    if (decision.final_period_at)
        end_final_period(by.name + " raised the concern “" + raised + "”, and with that the final period is over.",
                         {by.address, decision.proposer.address});
}

void Workbench::end_final_period(const std::string& why, const std::vector<std::string>& but) {
    happen(FinalPeriodEnded{std::max(decision.close_before_final, decision.announced_close)});
    const auto before = static_cast<std::ptrdiff_t>(out.notices.size());
    owe_everybody(NoticeKind::amendment, why + " It is open until " + moment(decision.closes_at) +
                                             "; once no concern is open and enough are in favour, a new final period "
                                             "begins.");
    const auto hears_it = [&](const Notice& n) {
        return std::find(but.begin(), but.end(), n.to_address) != but.end();
    };
    out.notices.erase(std::remove_if(out.notices.begin() + before, out.notices.end(), hears_it), out.notices.end());
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

void Workbench::end_delegations(Instant until) {
    for (std::size_t i = 0; i < decision.seats.size(); ++i) {
        const auto& delegation = decision.seats[i].delegation;
        if (delegation && delegation->until && *delegation->until <= until)
            happen(DelegationEnded{static_cast<ParticipantIndex>(i), {}});
    }
}

void Workbench::end_delegation(ParticipantIndex from, const Source& source) {
    const ParticipantIndex to = decision.seats[from].delegation->to;
    happen(DelegationEnded{from, source});
    if (only_decides(decision, from)) return;
    tell(to, decision.seats[from].participant.name +
                 " speaks for themself again: from now on your answer counts for you alone.");
}

void Workbench::delegate(ParticipantIndex from, ParticipantIndex to, std::optional<Instant> until,
                         const Source& source) {
    happen(Delegated{from, to, until, source});
    if (only_decides(decision, from)) return;  // that does not pass on, so there is nothing to tell
    tell(to, decision.seats[from].participant.name +
                 " asks you to answer for them too: while they say nothing themselves, your " +
                 (decision.policy.method == Method::advice ? "advice stands" : "answer counts") + " for both of you" +
                 (until ? ", until " + moment(*until) : std::string()) +
                 ". You need to do nothing beyond your own answer.");
}

void Workbench::tell(ParticipantIndex reader, std::string what) {
    const auto& participant = decision.seats[reader].participant;
    auto n = notice_to(NoticeKind::receipt, participant.name, participant.address);
    n.participant = reader;
    n.recorded.push_back({std::move(what), {}, {}});
    owe(std::move(n));
}

void Workbench::tell_proposer(std::string what, const std::string& doer) {
    const auto proposer = find_participant(decision, decision.proposer.address);
    if (decision.proposer.address == doer || is_sealed_for(decision, proposer)) return;
    auto n = notice_to(NoticeKind::receipt, decision.proposer.name, decision.proposer.address);
    n.participant = proposer;
    n.recorded.push_back({std::move(what), {}, {}});
    owe(std::move(n));
}

void Workbench::withdraw(Instant at, const Person& by, const std::string& reason, const Source& source) {
    Closed closed;
    closed.outcome = Outcome::withdrawn;
    closed.at = at;
    closed.by = by;
    closed.reason = reason;
    closed.source = source;
    announce(std::move(closed));
}

void Workbench::announce(Closed closed) {
    closed.arithmetic = arithmetic(decision, closed.early ? Closing::early : Closing::as_announced);
    closed.tally = tally(decision);
    happen(std::move(closed));
    owe_everybody(NoticeKind::outcome);
}

void Workbench::extend(Instant closes_at, const std::vector<ReminderPlan>& plans, const Person& by,
                       const std::string& reason, const Source& source) {
    const Instant before = decision.closes_at;
    happen(Extended{closes_at, plans, by, reason, source});
    owe_everybody(NoticeKind::amendment,
                  "The close moved from " + moment(before) + " to " + moment(decision.closes_at) +
                      (by.name.empty() ? "" : ", asked for by " + by.name) + (reason.empty() ? "." : ": " + reason));
}

}  // namespace assentd
