// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/motion.h"

#include <algorithm>

namespace assentd {
namespace {

constexpr Names<MotionOutcome, 5> outcome_names{{{MotionOutcome::passed, "passed"},
                                                 {MotionOutcome::failed, "failed"},
                                                 {MotionOutcome::tied, "tied"},
                                                 {MotionOutcome::no_quorum, "no-quorum"},
                                                 {MotionOutcome::vetoed, "vetoed"}}};
constexpr Names<ApacheRule, 3> apache_names{
    {{ApacheRule::code, "code"}, {ApacheRule::release, "release"}, {ApacheRule::procedure, "procedure"}}};
constexpr std::size_t max_chambers = 100;

std::int64_t taking_part(const Votes& v) {
    return v.yes + v.no + v.abstain;
}

std::optional<std::string> contradiction_in(const Votes& v) {
    for (const std::int64_t count : {v.yes, v.no, v.abstain, v.vetoes, v.eligible.value_or(0), v.present.value_or(0)})
        if (count < 0 || count > max_ballots)
            return "a count is " + std::to_string(count) + "; between 0 and " + std::to_string(max_ballots);
    if (v.vetoes > v.no) return "more vetoes than no; vetoes are counted among the no";
    if (v.present && *v.present < taking_part(v)) return "fewer present than took part";
    if (v.eligible && *v.eligible < std::max(taking_part(v), v.present.value_or(0)))
        return "fewer eligible than took part or were present";
    return std::nullopt;
}

std::optional<Malformed> trouble_with(const Chamber& chamber) {
    const std::string in = chamber.name.empty() ? "" : "chamber " + chamber.name + ": ";
    if (const auto what = contradiction_in(chamber.votes)) return Malformed{in + *what};
    if (chamber.min_yes < 0) return Malformed{in + "a negative minimum of yes"};
    if (!chamber.threshold) return std::nullopt;
    const Rational share = chamber.threshold->share;
    if (share < Rational(0) || share > Rational(1))
        return Malformed{in + "a share of " + share.text() + "; between 0 and 1"};
    if (chamber.threshold->base == Base::eligible && !chamber.votes.eligible)
        return Malformed{in + "the base is all eligible, and how many are is missing"};
    return std::nullopt;
}

std::int64_t base_of(const Votes& votes, Base base) {
    switch (base) {
        case Base::cast:
            return votes.yes + votes.no;
        case Base::present:
            return votes.present.value_or(taking_part(votes));
        case Base::eligible:
            return votes.eligible.value_or(0);
    }
    return 0;
}

MotionResult::ChamberResult count_chamber(const Chamber& chamber, bool lazy) {
    MotionResult::ChamberResult result;
    const auto& votes = chamber.votes;
    result.needs = chamber.min_yes;
    if (chamber.threshold && !lazy) {
        const auto& threshold = *chamber.threshold;
        result.base = base_of(votes, threshold.base);
        // share * base, compared and rounded in 128 bits
        const Int128 bound = static_cast<Int128>(threshold.share.numerator()) * result.base;
        const Int128 below = bound / threshold.share.denominator();
        const bool exact = bound % threshold.share.denominator() == 0;
        const auto enough = static_cast<std::int64_t>(exact && !threshold.strict ? below : below + 1);
        result.needs = std::max({result.needs, enough, std::int64_t{1}});
        result.tied = threshold.base == Base::cast && threshold.strict && votes.yes == votes.no &&
                      threshold.share.numerator() * 2 == threshold.share.denominator();
    }
    if (lazy) result.needs = 0;
    result.passes = votes.yes >= result.needs;
    return result;
}

MotionOutcome failed(MotionResult& result, MotionOutcome outcome, std::string why) {
    result.why = std::move(why);
    return outcome;
}

MotionOutcome decide_motion(const std::vector<Chamber>& chambers, const MotionRule& rule, MotionResult& result) {
    const auto counted = [](std::int64_t have, std::int64_t need) {
        return std::to_string(have) + ", and " + std::to_string(need) + " are needed";
    };
    if (rule.participation && !rule.participation->met_by(result.participants))
        return failed(result, MotionOutcome::no_quorum,
                      "taking part: " + counted(result.participants, rule.participation->least()));
    const bool vetoed =
        std::any_of(chambers.begin(), chambers.end(), [](const Chamber& c) { return c.votes.vetoes > 0; });
    if (rule.veto && vetoed) return failed(result, MotionOutcome::vetoed, "a veto stands");
    if (!rule.lazy && rule.yes_side && !rule.yes_side->met_by(result.yes))
        return failed(result, MotionOutcome::failed, "in favour: " + counted(result.yes, rule.yes_side->least()));
    if (rule.min_lead > 0 && result.yes - result.no < rule.min_lead)
        return failed(result, MotionOutcome::failed,
                      "more yes than no by " + counted(result.yes - result.no, rule.min_lead));
    for (std::size_t i = 0; i < chambers.size(); ++i) {
        const auto& chamber = result.chambers[i];
        if (chamber.passes) continue;
        const std::string in = chambers[i].name.empty() ? "" : chambers[i].name + ": ";
        return failed(result, chamber.tied && chambers.size() == 1 ? MotionOutcome::tied : MotionOutcome::failed,
                      in + "in favour: " + counted(chambers[i].votes.yes, chamber.needs));
    }
    result.why = rule.lazy ? "no veto stands" : "in favour: " + std::to_string(result.yes);
    return MotionOutcome::passed;
}

}  // namespace

std::string_view name(MotionOutcome value) {
    return name_in(outcome_names, value);
}
std::optional<MotionOutcome> motion_outcome_from_name(std::string_view wanted) {
    return from_name_in(outcome_names, wanted);
}
std::string_view name(ApacheRule value) {
    return name_in(apache_names, value);
}
std::optional<ApacheRule> apache_rule_from_name(std::string_view wanted) {
    return from_name_in(apache_names, wanted);
}

std::optional<MotionShare> ratio_to_one(Rational s, bool strict) {
    if (s < Rational(1)) return std::nullopt;
    const auto share = Rational::of(s.numerator(), static_cast<Int128>(s.numerator()) + s.denominator());
    if (!share) return std::nullopt;
    return MotionShare{Base::cast, *share, strict || s == Rational(1)};
}

Counted<MotionResult> motion(const std::vector<Chamber>& chambers, const MotionRule& rule) {
    if (chambers.empty() || chambers.size() > max_chambers)
        return Malformed{std::to_string(chambers.size()) + " chambers; between 1 and " +
                         std::to_string(max_chambers)};
    MotionResult result;
    for (const auto& chamber : chambers) {
        if (auto trouble = trouble_with(chamber)) return *trouble;
        result.chambers.push_back(count_chamber(chamber, rule.lazy));
        result.yes += chamber.votes.yes;
        result.no += chamber.votes.no;
        result.participants += taking_part(chamber.votes);
    }
    if (rule.participation) result.participants_needed = rule.participation->least();
    if (rule.yes_side) result.yes_needed = rule.yes_side->least();
    result.outcome = decide_motion(chambers, rule, result);
    return result;
}

Counted<MotionResult> motion(const Votes& votes, const MotionShare& threshold, const MotionRule& rule) {
    return motion({Chamber{"", votes, threshold, 0}}, rule);
}

Counted<MotionResult> apache_vote(const Votes& votes, ApacheRule kind, bool lazy) {
    MotionRule rule;
    Chamber chamber{"", votes, std::nullopt, 0};
    if (kind != ApacheRule::procedure) rule.yes_side = Requirement::at_least(3);
    if (kind == ApacheRule::code) {
        rule.veto = true;
        rule.lazy = lazy;
    } else {
        if (lazy) return Malformed{"lazy is for code changes; a release or a procedure is voted on"};
        chamber.threshold = MotionShare{};
    }
    return motion({chamber}, rule);
}

}  // namespace assentd
