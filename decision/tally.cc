// SPDX-License-Identifier: Apache-2.0
#include "decision/tally.h"

#include "decision/names.h"
#include "decision/standing.h"

namespace assentd {

namespace {
constexpr Names<Verdict, 3> verdicts{
    {{Verdict::pending, "pending"}, {Verdict::carried, "carried"}, {Verdict::failed, "failed"}}};

void count(Counts& counts, const Seat& seat) {
    if (!seat.stance || seat.stance->stale) {
        ++counts.silent;
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

// `spoke`: before silence was given a meaning; a quorum counts voices, not silences.
Outcome evaluate(const Policy& policy, const Counts& c, std::int64_t spoke, std::int64_t seats, bool has_decider) {
    if (spoke < quorum_needed(policy.quorum, seats)) return Outcome::no_quorum;
    if (!compares_numbers(policy)) return c.agree >= policy.min_agree ? Outcome::carried : Outcome::failed;
    if (spoke == 0 && policy.silence == Silence::nothing) return Outcome::no_quorum;
    if (c.agree < policy.min_agree) return Outcome::failed;
    if (meets(policy.threshold, c.agree, base_of(policy, c))) return Outcome::carried;
    return has_decider && c.agree == c.disagree + c.block ? Outcome::tied : Outcome::failed;
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
        c.agree += c.silent;
        c.silent = 0;
    }
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
        count(result.all, seat);
        if (seat.participant.binding) count(result.binding, seat);
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
    return evaluate(d.policy, with_silence(d.policy, c), c.spoke(), c.seats(), d.decider.has_value());
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
        return outcome == Outcome::carried ? Verdict::carried : Verdict::failed;
    }
    if (d.state == State::draft) return Verdict::pending;
    if (everybody_spoke(d) && open_blocks(d) == 0)
        return outcome_now(d) == Outcome::carried ? Verdict::carried : Verdict::failed;
    if (!compares_numbers(d.policy) || open_blocks(d) > 0 || d.policy.on_disagree == OnDisagree::block)
        return Verdict::pending;  // an objection can still come, or be settled
    // The missing voices at their kindest and at their harshest.
    const Counts now = tally(d).binding;
    Counts kind = now;
    kind.agree += now.silent;
    kind.silent = 0;
    Counts harsh = now;
    harsh.disagree += now.silent;
    harsh.silent = 0;
    const bool decider = d.decider.has_value();
    if (evaluate(d.policy, kind, kind.spoke(), kind.seats(), decider) != Outcome::carried) return Verdict::failed;
    if (evaluate(d.policy, harsh, now.spoke(), harsh.seats(), decider) == Outcome::carried) return Verdict::carried;
    return Verdict::pending;
}

}  // namespace assentd
