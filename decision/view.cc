// SPDX-License-Identifier: Apache-2.0
#include "decision/view.h"

#include <algorithm>

#include "decision/standing.h"
#include "decision/text.h"

namespace assentd {

// Admins are nobody special: that is the point.
bool is_sealed_for(const Decision& d, std::optional<ParticipantIndex> reader) {
    // What was withdrawn never came to its reveal: who proposes could have a look at any time.
    const bool withdrawn = d.state == State::closed && d.closing && d.closing->outcome == Outcome::withdrawn;
    if ((d.state != State::open && !withdrawn) || d.policy.visibility == Visibility::open) return false;
    if (d.policy.visibility == Visibility::until_closed) return true;
    return !reader || *reader >= d.seats.size() || !d.seats[*reader].stance;
}

namespace {
void show_course(const Decision& d, std::size_t i, ParticipantView& p) {
    const Seat& seat = d.seats[i];
    if (seat.hold) p.hold = &*seat.hold;
    p.away = seat.away;
    if (!seat.delegation || seat.delegation->to >= d.seats.size()) return;
    p.delegate = &d.seats[seat.delegation->to].participant;
    const Stance* counts = standing_stance(d, static_cast<ParticipantIndex>(i));
    if (!seat.stance || counts != &*seat.stance) p.delegated = counts;
}
}  // namespace

View view(const Decision& d, std::optional<ParticipantIndex> reader) {
    View result;
    result.sealed = is_sealed_for(d, reader);
    result.participants.reserve(d.seats.size());
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto& seat = d.seats[i];
        const bool shown = !result.sealed || reader == i;
        const Stance* stance = shown && seat.stance ? &*seat.stance : nullptr;
        if (shown && seat.pending) result.pending.emplace_back(static_cast<ParticipantIndex>(i), &*seat.pending);
        // Who answers was reached after all.
        ParticipantView p{seat.participant.name,
                          seat.participant.address,
                          seat.participant.binding,
                          seat.reached || (stance && !stance->stale),
                          stance,
                          seat.participant.weight_millionths,
                          nullptr,
                          nullptr,
                          nullptr,
                          {}};
        if (shown) show_course(d, i, p);
        if (result.sealed) p.delegated = nullptr;  // it is another's answer
        result.participants.push_back(p);
    }
    for (const auto& c : d.concerns)
        if (!result.sealed || reader == c.by) result.concerns.push_back(&c);
    if (!result.sealed) {
        result.tally = tally(d);
        result.verdict = verdict(d);
        result.comments = d.comments;
    }
    return result;
}

// A kind of event that is not named here is hidden: what tells nothing has to be known for it.
bool may_show(const Decision& d, const Event& event) {
    return !is_sealed_for(d, std::nullopt) || std::holds_alternative<Drafted>(event) ||
           std::holds_alternative<Opened>(event) || std::holds_alternative<Extended>(event) ||
           std::holds_alternative<NotReached>(event) || std::holds_alternative<ReachedAgain>(event) ||
           std::holds_alternative<Closed>(event) || std::holds_alternative<Reopened>(event);
}

}  // namespace assentd
