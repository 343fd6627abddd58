// SPDX-License-Identifier: Apache-2.0
// Yes, no, abstain: whether a motion passes, by a rule that is data. Whoever builds the rule says what an abstention
// is worth (the base), what share must agree, who must have spoken, and what one "no" can do.
#pragma once

#include "decision/counting/ballots.h"
#include "decision/counting/requirement.h"
#include "decision/policy.h"

namespace assentd {

struct MotionShare {
    Base base = Base::cast;
    Rational share = *Rational::of(1, 2);  // from 0 to 1
    bool strict = true;                    // more than the share; otherwise the share itself is enough
};

// "S to 1": at least S times as many yes as no (and more yes than no), or with `strict` more than S times as many.
// nullopt unless S is at least 1 and small enough to be a fraction.
std::optional<MotionShare> ratio_to_one(Rational s, bool strict);

// Of those who are on the roll; everybody else's opinion is no business of the count.
struct Votes {
    std::int64_t yes = 0;
    std::int64_t no = 0;
    std::int64_t abstain = 0;
    std::int64_t vetoes = 0;               // valid ones; they are among `no`
    std::optional<std::int64_t> eligible;  // size of the roll; needed for Base::eligible
    std::optional<std::int64_t> present;   // when more were present than took part; else yes + no + abstain
};

struct Chamber {
    std::string name;
    Votes votes;
    std::optional<MotionShare> threshold;  // none: nothing but the other conditions decides
    std::int64_t min_yes = 0;
};

struct MotionRule {
    std::optional<Requirement> participation;  // yes + no + abstain over all chambers; not met: no decision
    std::optional<Requirement> yes_side;       // yes over all chambers; not met: failed
    std::int64_t min_lead = 0;                 // yes - no over all chambers; 0: not asked for
    bool veto = false;                         // one veto stops it, whatever the numbers
    bool lazy = false;                         // silence assents: yes_side, min_yes and thresholds are not asked for
};

enum class MotionOutcome { passed, failed, tied, no_quorum, vetoed };
std::string_view name(MotionOutcome);
std::optional<MotionOutcome> motion_outcome_from_name(std::string_view);

struct MotionResult {
    struct ChamberResult {
        std::int64_t base = 0;   // what the share was taken of
        std::int64_t needs = 0;  // the fewest yes that would have passed on this base
        bool passes = false;
        bool tied = false;  // as many yes as no, and that is exactly what a strict half misses
    };
    MotionOutcome outcome = MotionOutcome::failed;
    std::vector<ChamberResult> chambers;
    std::int64_t yes = 0;
    std::int64_t no = 0;
    std::int64_t participants = 0;
    std::optional<std::int64_t> participants_needed;
    std::optional<std::int64_t> yes_needed;
    std::string why;  // one clause: what decided it
};

// Passes when participation, no veto, yes side, lead and every chamber agree; looked at in that order. A threshold is
// never met without a single yes.
Counted<MotionResult> motion(const std::vector<Chamber>&, const MotionRule&);
// The usual case: one chamber.
Counted<MotionResult> motion(const Votes&, const MotionShare&, const MotionRule& = {});

// Apache-style votes. Code change: three yes unless lazy, and no veto. Release: three yes and more yes than no.
// Procedure: more yes than no.
enum class ApacheRule { code, release, procedure };
std::string_view name(ApacheRule);
std::optional<ApacheRule> apache_rule_from_name(std::string_view);
Counted<MotionResult> apache_vote(const Votes&, ApacheRule, bool lazy = false);

}  // namespace assentd
