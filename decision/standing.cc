// SPDX-License-Identifier: Apache-2.0
#include "decision/standing.h"

#include <algorithm>

namespace assentd {

namespace {
constexpr Duration time_to_confirm = std::chrono::hours(24);

// Nobody is asked while they are away, and nothing of theirs lapses.
Instant after_absence(const Seat& seat, Instant at) {
    for (bool moved = true; moved;) {
        moved = false;
        for (const auto& away : seat.away)
            if (away.begin <= at && at < away.end) {
                at = away.end;
                moved = true;
            }
    }
    return at;
}
}  // namespace

bool lacks_reason(const VoteUnclear& asked) {
    return asked.ask.starts_with(reason_is_missing);
}

std::optional<ParticipantIndex> delegate_of(const Decision& d, ParticipantIndex i) {
    const auto& delegation = d.seats[i].delegation;
    if (!delegation || delegation->to >= d.seats.size()) return std::nullopt;
    const auto& stance = d.seats[delegation->to].stance;
    return stance && stance->position == Position::recuse ? std::nullopt : std::optional(delegation->to);
}

bool has_commented(const Decision& d, ParticipantIndex i) {
    const auto& address = d.seats[i].participant.address;
    return std::any_of(d.comments.begin(), d.comments.end(),
                       [&](const Commented& c) { return c.by.address == address; });
}

bool gave_advice(const Decision& d, ParticipantIndex i) {
    return d.policy.method == Method::advice && has_commented(d, i);
}

std::int64_t commented_only(const Decision& d) {
    if (!is_voted_on(d.policy.method)) return 0;
    std::int64_t n = 0;
    for (ParticipantIndex i = 0; i < d.seats.size(); ++i) {
        const Seat& seat = d.seats[i];
        const bool counts_otherwise =
            seat.stance || standing_stance(d, i) || seat.pending || has_unsettled_concern(d, i) || !seat.reached;
        if (seat.participant.binding && !counts_otherwise && has_commented(d, i)) ++n;
    }
    return n;
}

const Concern* concern_without_vote(const Decision& d, ParticipantIndex i) {
    if (d.seats[i].stance) return nullptr;
    const auto last =
        std::find_if(d.concerns.rbegin(), d.concerns.rend(), [&](const Concern& c) { return c.by == i; });
    return last == d.concerns.rend() ? nullptr : &*last;
}

bool has_unsettled_concern(const Decision& d, ParticipantIndex i) {
    const auto& stance = d.seats[i].stance;
    return (!stance || stance->stale) && std::any_of(d.concerns.begin(), d.concerns.end(), [&](const Concern& c) {
               return c.by == i && c.state != ConcernState::settled;
           });
}

bool only_decides(const Decision& d, ParticipantIndex i) {
    return d.policy.method == Method::advice && is_decider(d, d.seats[i].participant.address);
}

std::int64_t unproven_in_name_of(const Decision& d, ParticipantIndex i) {
    return std::count_if(d.held.begin(), d.held.end(),
                         [&](const AnswerHeld& h) { return h.by.address == d.seats[i].participant.address; });
}

bool owes_answer(const Decision& d, ParticipantIndex i) {
    const auto& seat = d.seats[i];
    if (only_decides(d, i)) return false;
    if (d.policy.method == Method::input || delegate_of(d, i) || gave_advice(d, i)) return false;
    if (waits_for_decider(d)) return false;  // the time for advice is over
    if (seat.stance && !seat.stance->stale) return false;
    // Whoever raised a concern that is still open has spoken; the next word is somebody else's. Where votes decide, a
    // concern holds nothing up and theirs is still missing.
    // A concern from before the text was changed says nothing of an agreement to the old one.
    const Instant since = seat.stance && !d.amendments.empty() ? d.amendments.back().source.arrival : Instant{};
    return d.policy.on_disagree == OnDisagree::count ||
           std::none_of(d.concerns.begin(), d.concerns.end(), [&](const Concern& c) {
               return c.by == i && c.state == ConcernState::open && c.source.arrival >= since;
           });
}

bool leaves_question_open(const Decision& d, ParticipantIndex i) {
    const bool counted = is_voted_on(d.policy.method) && d.policy.method != Method::advice;
    const bool open = d.policy.visibility == Visibility::open;  // else a reminder would tell that they answered
    return counted && open && d.seats[i].pending && !owes_answer(d, i);
}

namespace {
// Where silence agrees, nobody has to ask whether they agree with what they propose. What they were asked about is
// another matter, but for sealed answers: a reminder would tell that they gave one.
bool agrees_by_proposing(const Decision& d, ParticipantIndex i) {
    const Seat& seat = d.seats[i];
    const bool asked = seat.pending && d.policy.visibility == Visibility::open;
    return is_motion(d.policy.method) && d.policy.silence == Silence::agree &&
           is_proposer(d, seat.participant.address) && !seat.stance && !asked && !seat.dropped;
}
}  // namespace

bool is_waited_for(const Decision& d, ParticipantIndex i) {
    return (owes_answer(d, i) && !agrees_by_proposing(d, i)) || leaves_question_open(d, i);
}

std::vector<Instant> reminders_ahead(const Decision& d, ParticipantIndex i) {
    const auto& seat = d.seats[i];
    if (seat.participant.reminders.empty() || !seat.reached || !is_waited_for(d, i)) return {};
    // A new text asks those again who were in favour: while answers are sealed, a reminder would tell who they are.
    if (d.policy.visibility != Visibility::open && (seat.stance || seat.dropped)) return {};
    std::vector<Instant> ahead = seat.participant.reminders;
    if (seat.withdrawn) std::erase_if(ahead, [&](Instant t) { return t <= seat.withdrawn->arrival; });
    if (leaves_question_open(d, i)) {
        const Instant asked = seat.pending->source.arrival;
        std::erase_if(ahead, [&](Instant t) { return t <= asked; });
        if (seat.reminded && *seat.reminded > asked) ahead.clear();
        if (ahead.size() > 1) ahead.resize(1);
    }
    return ahead;
}

std::optional<Instant> early_close_at(const Decision& d) {
    // Whoever reopened it wants more said than had been said.
    if (d.state != State::open || !d.reopenings.empty() || !closes_early(d.policy)) return std::nullopt;
    if (!everybody_spoke(d) || open_blocks(d) > 0) return std::nullopt;
    const Instant at =
        std::max({d.opened_at + d.policy.min_period, held_until(d), d.last_word + std::chrono::seconds(1)});
    const bool waits = std::any_of(d.held.begin(), d.held.end(), [&](const AnswerHeld& h) {
        return find_participant(d, h.by.address).has_value();
    });
    return waits ? at + time_to_confirm : at;
}

std::optional<Instant> settle_due(const Decision& d, const Concern& c) {
    if (c.state != ConcernState::open || !c.asked_at || d.policy.settle_asks <= 0) return std::nullopt;
    return after_absence(d.seats[c.by], *c.asked_at + d.policy.settle_repeat);
}

Instant confirmation_awaited_until(const Decision& d) {
    if (d.policy.visibility != Visibility::open) return {};
    const auto held = std::find_if(d.held.begin(), d.held.end(), [&](const AnswerHeld& h) {
        return find_participant(d, h.by.address).has_value();
    });
    return held == d.held.end() ? Instant{} : held->source.arrival + time_to_confirm;
}

Instant held_until(const Decision& d) {
    Instant until{};
    for (const auto& seat : d.seats)
        if (seat.hold) until = std::max(until, seat.hold->until);
    return until;
}

const Person* tie_settler(const Decision& d) {
    if (!d.decider) return nullptr;
    const auto i = find_participant(d, d.decider->address);
    const bool recused = i && d.seats[*i].stance && d.seats[*i].stance->position == Position::recuse;
    return recused ? nullptr : &*d.decider;
}

bool waits_for_decider(const Decision& d) {
    return d.decider_asked_at && *d.decider_asked_at >= d.closes_at;
}

std::optional<Instant> decider_due(const Decision& d) {
    const bool tied = d.closing && d.closing->outcome == Outcome::tied && tie_settler(d);
    const bool advised = d.state == State::open && waits_for_decider(d);
    if (!d.decider || (!tied && !advised) || !d.decider_asked_at || d.decider_asked >= most_decider_questions)
        return std::nullopt;
    const Instant due = *d.decider_asked_at + d.policy.settle_repeat;
    const auto i = find_participant(d, d.decider->address);
    return i ? after_absence(d.seats[*i], due) : due;
}

std::vector<Person> review_settlers(const Decision& d) {
    if (d.decider) return {*d.decider};
    std::vector<Person> people{d.proposer};
    for (const auto& f : d.facilitators)
        if (!is_proposer(d, f.address)) people.push_back(f);
    return people;
}

std::optional<Instant> review_due(const Decision& d) {
    const bool carried = d.closing && d.closing->outcome == Outcome::carried;
    if (!carried || d.review_asked_at || !d.superseded_by.empty()) return std::nullopt;
    return d.review_at;
}

}  // namespace assentd
