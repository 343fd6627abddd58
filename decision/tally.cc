// SPDX-License-Identifier: Apache-2.0
#include "decision/tally.h"

#include <algorithm>

#include "decision/names.h"
#include "decision/standing.h"
#include "decision/text.h"

namespace assentd {

namespace {
constexpr Names<Verdict, 3> verdicts{
    {{Verdict::pending, "pending"}, {Verdict::carried, "carried"}, {Verdict::failed, "failed"}}};

bool holds_answer_of(const Decision& d, const Seat& seat) {
    const auto& addresses = seat.participant.addresses;
    return std::any_of(d.held.begin(), d.held.end(), [&](const AnswerHeld& h) {
        return std::find(addresses.begin(), addresses.end(), lower_case(h.by.address)) != addresses.end();
    });
}

void count(const Decision& d, Counts& counts, const Seat& seat) {
    if (!seat.stance || seat.stance->stale) {
        ++counts.silent;
        if (seat.pending || holds_answer_of(d, seat))
            ++counts.asked;
        else if (!seat.reached && !seat.stance)
            ++counts.unreached;
        return;
    }
    switch (seat.stance->position) {
        case Position::agree:
            ++counts.agree;
            break;
        case Position::abstain:
            ++counts.abstain;
            break;
        case Position::disagree:
            ++counts.disagree;
            break;
        case Position::block:
            ++counts.block;
            break;
        case Position::recuse:
            ++counts.recuse;
            break;
    }
}

// Consent and lazy consensus ask for objections only; a majority compares numbers.
bool compares_numbers(const Policy& policy) {
    return policy.method == Method::majority;
}

// A tie: exactly half of everybody who counts for, and the other half against.
bool is_tie(const Policy& policy, const Counts& c) {
    const bool half = policy.threshold.strict && policy.threshold.numerator * 2 == policy.threshold.denominator;
    return half && c.agree > 0 && c.agree == c.disagree + c.block && base_of(policy, c) == c.agree * 2;
}

// Quorum and min_agree count voices; only the threshold gives silence a meaning.
Outcome evaluate(const Policy& policy, const Counts& voices, bool has_decider) {
    if (voices.spoke() < quorum_needed(policy.quorum, voices.seats())) return Outcome::no_quorum;
    if (!compares_numbers(policy)) return voices.agree >= policy.min_agree ? Outcome::carried : Outcome::failed;
    const Counts c = with_silence(policy, voices);
    if (c.spoke() == 0) return Outcome::no_quorum;
    if (voices.agree < policy.min_agree) return Outcome::failed;
    if (meets(policy.threshold, c.agree, base_of(policy, c))) return Outcome::carried;
    return has_decider && is_tie(policy, c) ? Outcome::tied : Outcome::failed;
}

// What is decided whichever way the missing voices go: all in favour at their kindest; at their harshest all against,
// or all silent where that would leave the quorum short.
Verdict foreseen(const Decision& d) {
    const bool decider = d.decider.has_value();
    const Counts now = tally(d).binding;
    if (evaluate(d.policy, with_more_agreement(now, now.silent), decider) != Outcome::carried) return Verdict::failed;
    Counts against = now;
    against.disagree += against.silent;
    against.silent = against.asked = against.unreached = 0;
    const bool certain = evaluate(d.policy, now, decider) == Outcome::carried &&
                         evaluate(d.policy, against, decider) == Outcome::carried;
    return certain ? Verdict::carried : Verdict::pending;
}

}  // namespace

std::string_view name(Verdict v) {
    return name_in(verdicts, v);
}

bool meets(const Threshold& t, std::int64_t yes, std::int64_t base) {
    const std::int64_t left = yes * t.denominator;
    const std::int64_t right = base * t.numerator;
    return yes > 0 && (t.strict ? left > right : left >= right);
}

std::int64_t base_of(const Policy& policy, const Counts& c) {
    switch (policy.base) {
        case Base::cast:
            return c.agree + c.disagree + c.block;
        case Base::present:
            return c.spoke();
        case Base::eligible:
            return c.eligible();
    }
    return 0;
}

Counts with_silence(const Policy& policy, Counts c) {
    if (policy.silence == Silence::agree) {
        const std::int64_t consenting = c.silent - c.asked - c.unreached;
        c.agree += consenting;
        c.silent -= consenting;
    }
    return c;
}

Counts with_more_agreement(Counts c, std::int64_t more) {
    c.agree += more;
    c.silent -= more;
    const std::int64_t asked = std::min(more, c.asked);
    c.asked -= asked;
    c.unreached -= std::min(more - asked, c.unreached);
    return c;
}

std::int64_t open_blocks(const Decision& d) {
    if (d.policy.on_disagree != OnDisagree::block) return 0;
    std::int64_t n = 0;
    for (const auto& c : d.concerns)
        if (c.state == ConcernState::open) ++n;
    return n;
}

Tally tally(const Decision& d) {
    Tally result;
    for (const auto& seat : d.seats) {
        count(d, result.all, seat);
        if (seat.participant.binding) count(d, result.binding, seat);
    }
    return result;
}

std::int64_t quorum_needed(const Quorum& q, std::int64_t seats) {
    if (q.denominator == 0) return q.numerator;
    const std::int64_t product = q.numerator * seats;
    if (q.strict) return static_cast<std::int64_t>(product / q.denominator + 1);
    return static_cast<std::int64_t>((product + q.denominator - 1) / q.denominator);
}

Outcome outcome_now(const Decision& d) {
    const Counts c = tally(d).binding;
    if (open_blocks(d) > 0) return Outcome::blocked;
    return evaluate(d.policy, c, d.decider.has_value());
}

bool everybody_spoke(const Decision& d) {
    if (!d.held.empty()) return false;
    for (const auto& seat : d.seats)
        if (seat.participant.binding && (!seat.stance || seat.stance->stale || seat.pending)) return false;
    return true;
}

Verdict verdict(const Decision& d) {
    if (d.state == State::closed && d.closing) {
        const auto outcome = d.closing->outcome;
        if (outcome == Outcome::tied) return Verdict::pending;
        return outcome == Outcome::carried ? Verdict::carried : Verdict::failed;
    }
    if (d.state == State::draft || d.policy.visibility != Visibility::open) return Verdict::pending;
    if (open_blocks(d) > 0) return Verdict::pending;  // it can still be settled
    // What somebody is asked about may change what they said before.
    const bool asking =
        std::any_of(d.seats.begin(), d.seats.end(), [](const Seat& s) { return s.participant.binding && s.pending; });
    if (asking || !d.held.empty()) return Verdict::pending;
    if (everybody_spoke(d)) return outcome_now(d) == Outcome::carried ? Verdict::carried : Verdict::failed;
    // While an objection can still come, nothing is certain.
    if (!compares_numbers(d.policy) || d.policy.on_disagree == OnDisagree::block) return Verdict::pending;
    return foreseen(d);
}

}  // namespace assentd
