// SPDX-License-Identifier: Apache-2.0
#include "decision/tally.h"

#include <algorithm>

#include "decision/choice.h"
#include "decision/counting/requirement.h"
#include "decision/names.h"
#include "decision/standing.h"
#include "decision/text.h"
#include "decision/weights.h"

namespace assentd {

namespace {
constexpr Names<Verdict, 3> verdicts{
    {{Verdict::pending, "pending"}, {Verdict::carried, "carried"}, {Verdict::failed, "failed"}}};

void count(const Decision& d, Counts& counts, ParticipantIndex i, std::int64_t weight) {
    const Seat& seat = d.seats[i];
    const Stance* stance = standing_stance(d, i);
    if (!stance) {
        counts.silent += weight;
        if (seat.pending)  // not for a mail that nothing proved to be theirs: who forges one must change nothing
            counts.asked += weight;
        else if (has_unsettled_concern(d, i))
            counts.concerned += weight;
        else if (!seat.reached && (!seat.stance || seat.stance->stale))
            counts.unreached += weight;
        return;
    }
    switch (stance->position) {
        case Position::agree:
            counts.agree += weight;
            break;
        case Position::abstain:
            counts.abstain += weight;
            break;
        case Position::disagree:
            counts.disagree += weight;
            break;
        case Position::block:
            counts.block += weight;
            break;
        case Position::recuse:
            counts.recuse += weight;
            break;
        case Position::ballot:
            counts.ballot += weight;
            break;
    }
}

// Consent and lazy consensus ask for objections only; a majority compares numbers.
bool compares_numbers(const Policy& policy) {
    return policy.method == Method::majority || policy.method == Method::announce;
}

// A tie: exactly half of everybody who counts for, and the other half against.
bool is_tie(const Policy& policy, const Counts& c) {
    const bool half = policy.threshold.strict && policy.threshold.numerator * 2 == policy.threshold.denominator;
    return half && c.agree > 0 && c.agree == c.disagree + c.block && base_of(policy, c) == c.agree * 2;
}

// Quorum and the fewest agreements count voices, one each; only the threshold gives silence a meaning, and only there
// weights weigh.
Outcome evaluate(const Policy& policy, const Counts& voices, const Counts& shares, bool has_decider,
                 Closing closing = Closing::as_announced) {
    if (voices.spoke() < quorum_needed(policy.quorum, voices.seats())) return Outcome::no_quorum;
    if (closing == Closing::early && voices.spoke() == 0) return Outcome::no_quorum;
    // Silence is consent of those who were asked, and nobody was.
    if (policy.silence == Silence::agree && voices.unreached > 0 && voices.spoke() + voices.only_silent() == 0)
        return Outcome::no_quorum;
    const bool enough = voices.agree >= agreements_needed(policy, voices);
    if (!compares_numbers(policy)) return enough ? Outcome::carried : Outcome::failed;
    const Counts c = with_silence(policy, shares, closing);
    if (c.spoke() == 0) return Outcome::no_quorum;
    if (!enough) return Outcome::failed;
    if (meets(policy.threshold, c.agree, base_of(policy, c))) return Outcome::carried;
    return has_decider && is_tie(policy, c) ? Outcome::tied : Outcome::failed;
}

// What is decided whichever way the missing voices go: all in favour at their kindest; at their harshest all against,
// or all silent where that would leave the quorum short.
Verdict foreseen(const Decision& d) {
    const bool decider = tie_settler(d) != nullptr;
    const Counts now = tally(d).binding;
    const Counts shares = counts_for_share(d);
    const auto all_in_favour = [](const Counts& c) { return with_more_agreement(c, c.silent); };
    const auto all_against = [](Counts c) {
        c.disagree += c.silent;
        c.silent = c.asked = c.unreached = c.concerned = 0;
        return c;
    };
    if (evaluate(d.policy, all_in_favour(now), all_in_favour(shares), decider) != Outcome::carried)
        return Verdict::failed;
    const bool certain = evaluate(d.policy, now, shares, decider) == Outcome::carried &&
                         evaluate(d.policy, all_against(now), all_against(shares), decider) == Outcome::carried;
    return certain ? Verdict::carried : Verdict::pending;
}

}  // namespace

const Stance* standing_stance(const Decision& d, ParticipantIndex i) {
    const auto own = [](const Seat& s) { return s.stance && !s.stance->stale ? &*s.stance : nullptr; };
    const Seat& seat = d.seats[i];
    if (own(seat) || seat.pending || !seat.delegation || seat.delegation->to >= d.seats.size()) return own(seat);
    const Stance* delegates = own(d.seats[seat.delegation->to]);
    // Who stands back does so for themself.
    return delegates && delegates->position != Position::recuse ? delegates : nullptr;
}

std::int64_t binding_seats(const Decision& d) {
    return std::count_if(d.seats.begin(), d.seats.end(), [](const Seat& s) { return s.participant.binding; });
}

bool is_unconfirmed(const Decision& d, ParticipantIndex i) {
    const Seat& seat = d.seats[i];
    return seat.stance && seat.stance->stale && !seat.pending && !standing_stance(d, i);
}

std::int64_t unconfirmed(const Decision& d) {
    std::int64_t n = 0;
    for (ParticipantIndex i = 0; i < d.seats.size(); ++i) {
        const bool counts_otherwise = has_unsettled_concern(d, i) || !d.seats[i].reached;
        if (d.seats[i].participant.binding && is_unconfirmed(d, i) && !counts_otherwise) ++n;
    }
    return n;
}

std::int64_t agreements_needed(const Policy& policy, const Counts& c) {
    const std::int64_t of_all = quorum_needed(policy.min_agree_share, c.seats());
    return std::max({policy.min_agree, of_all, policy.agree_all_but ? c.eligible() - *policy.agree_all_but : 0});
}

Counts counts_for_share(const Decision& d) {
    const Tally t = tally(d);
    return t.weights ? *t.weights : t.binding;
}

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

Counts with_silence(const Policy& policy, Counts c, Closing closing) {
    if (policy.silence == Silence::agree && closing == Closing::as_announced) {
        const std::int64_t consenting = c.only_silent();
        c.agree += consenting;
        c.silent -= consenting;
    }
    return c;
}

Counts with_more_agreement(Counts c, std::int64_t more) {
    c.agree += more;
    c.silent -= more;
    for (std::int64_t* whose : {&c.asked, &c.concerned, &c.unreached}) {
        const std::int64_t taken = std::min(more, *whose);
        *whose -= taken;
        more -= taken;
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
    const bool weighted = is_weighted(d);
    if (weighted) result.weights.emplace();
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto p = static_cast<ParticipantIndex>(i);
        const auto& participant = d.seats[i].participant;
        count(d, result.all, p, 1);
        if (!participant.binding) continue;
        count(d, result.binding, p, 1);
        if (weighted) count(d, *result.weights, p, participant.weight_millionths);
    }
    return result;
}

std::int64_t least_in_favour(const InFavour& q, std::int64_t binding_seats) {
    if (q.denominator == 0) return q.numerator;
    const auto factor = Rational::of(q.numerator, q.denominator);
    const auto root = factor ? Requirement::times_root(*factor, binding_seats) : std::nullopt;
    return root ? root->least() : 0;
}

std::int64_t quorum_needed(const Quorum& q, std::int64_t seats) {
    if (q.denominator == 0) return q.numerator;
    const std::int64_t product = q.numerator * seats;
    if (q.strict) return static_cast<std::int64_t>(product / q.denominator + 1);
    return static_cast<std::int64_t>((product + q.denominator - 1) / q.denominator);
}

Outcome outcome_now(const Decision& d, Closing closing) {
    const Counts c = tally(d).binding;
    if (open_blocks(d) > 0) return Outcome::blocked;
    if (d.policy.method == Method::advice) return Outcome::no_quorum;  // nobody decides but the decider
    if (!is_choice(d.policy.method))
        return evaluate(d.policy, c, counts_for_share(d), tie_settler(d) != nullptr, closing);
    if (c.ballot == 0 || c.spoke() < quorum_needed(d.policy.quorum, c.seats())) return Outcome::no_quorum;
    const Choice choice = choose(d);
    if (choice.tied) return Outcome::tied;
    return choice.none ? Outcome::failed : Outcome::carried;
}

bool carries_unheard(const Policy& policy, std::int64_t binding_seats) {
    Counts nobody;
    nobody.silent = binding_seats;
    return is_motion(policy.method) && evaluate(policy, nobody, nobody, false) == Outcome::carried;
}

std::vector<std::string> chosen_now(const Decision& d) {
    if (!is_choice(d.policy.method)) return {};
    const Outcome outcome = outcome_now(d);
    if (outcome == Outcome::no_quorum || outcome == Outcome::blocked) return {};
    return texts_of(d, choose(d).winners);
}

bool is_lost_without_unreached(const Decision& d) {
    Counts c;
    Counts weights;
    for (const auto& s : d.seats) {
        if (!s.participant.binding) continue;
        (s.reached ? c.agree : c.silent) += 1;
        (s.reached ? weights.agree : weights.silent) += s.participant.weight_millionths;
    }
    c.unreached = c.silent;
    weights.unreached = weights.silent;
    if (!is_motion(d.policy.method)) return c.agree < quorum_needed(d.policy.quorum, c.seats());
    return evaluate(d.policy, c, is_weighted(d) ? weights : c, tie_settler(d) != nullptr) != Outcome::carried;
}

bool final_period_may_begin(const Decision& d) {
    if (d.policy.final_period <= Duration::zero() || d.final_period_at) return false;
    if (d.policy.visibility != Visibility::open) return false;  // its beginning would tell how the answers stand
    const bool asking =
        std::any_of(d.seats.begin(), d.seats.end(), [](const Seat& s) { return s.participant.binding && s.pending; });
    return !asking && outcome_now(d) == Outcome::carried;
}

bool everybody_spoke(const Decision& d) {
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto& seat = d.seats[i];
        if (!seat.participant.binding) continue;
        if (seat.pending || !standing_stance(d, static_cast<ParticipantIndex>(i))) return false;
    }
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
    if (d.policy.method == Method::advice || d.policy.method == Method::input) return Verdict::pending;
    if (everybody_spoke(d)) {
        const Outcome outcome = outcome_now(d);
        if (outcome == Outcome::tied) return Verdict::pending;
        return outcome == Outcome::carried ? Verdict::carried : Verdict::failed;
    }
    // While an objection can still come, nothing is certain.
    if (!compares_numbers(d.policy) || d.policy.on_disagree == OnDisagree::block) return Verdict::pending;
    return foreseen(d);
}

}  // namespace assentd
