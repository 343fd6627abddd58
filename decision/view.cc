// SPDX-License-Identifier: Apache-2.0
#include "decision/view.h"

#include <algorithm>

#include "decision/text.h"

namespace assentd {

// Admins are nobody special: that is the point.
bool is_sealed_for(const Decision& d, std::optional<ParticipantIndex> reader) {
    if (d.state != State::open || d.policy.visibility == Visibility::open) return false;
    if (d.policy.visibility == Visibility::until_closed) return true;
    return !reader || *reader >= d.seats.size() || !d.seats[*reader].stance;
}

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
        result.participants.push_back({seat.participant.name, seat.participant.address, seat.participant.binding,
                                       seat.reached || stance, stance});
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
           std::holds_alternative<NotReached>(event) || std::holds_alternative<Closed>(event) ||
           std::holds_alternative<Reopened>(event);
}

}  // namespace assentd
