// SPDX-License-Identifier: Apache-2.0
// The rules in words: the same sentences in the invitation, the outcome and the handbook.
#include <algorithm>
#include <string>

#include "decision/standing.h"
#include "decision/tally.h"
#include "decision/text.h"

namespace assentd {

namespace {

std::string share_text(std::int64_t numerator, std::int64_t denominator, bool strict) {
    const std::string how = strict ? "more than " : "at least ";
    if (numerator == denominator) return "all";
    if (numerator == 1 && denominator == 2) return how + "half";
    if (numerator == 1 && denominator == 3) return how + "a third";
    if (numerator == 2 && denominator == 3) return how + "two thirds";
    if (numerator == 1 && denominator == 4) return how + "a quarter";
    if (numerator == 3 && denominator == 4) return how + "three quarters";
    return how + std::to_string(numerator) + '/' + std::to_string(denominator);
}

std::string base_text(Base base) {
    switch (base) {
        case Base::cast:
            return "the votes cast (abstentions do not count)";
        case Base::present:
            return "those who answer (an abstention works like a vote against)";
        case Base::eligible:
            return "all who may vote (silence and abstention work like a vote against)";
    }
    return {};
}

std::string base_short(Base base, std::int64_t n) {
    switch (base) {
        case Base::cast:
            return n == 1 ? "vote cast" : "votes cast";
        case Base::present:
            return n == 1 ? "answer" : "answers";
        case Base::eligible:
            return "who may vote";
    }
    return {};
}

std::string percent(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return "0 %";
    const std::int64_t floor = part * 100 / whole;
    return (part * 100 % whole == 0 ? "" : "about ") + std::to_string(floor) + " %";
}

std::int64_t least_yes(const Threshold& t, std::int64_t base) {
    const std::int64_t product = t.numerator * base;
    const std::int64_t least = t.strict ? product / t.denominator + 1 : (product + t.denominator - 1) / t.denominator;
    return std::max<std::int64_t>(1, least);
}

std::string counts_text(const Counts& c) {
    std::vector<std::string> parts;
    parts.push_back(std::to_string(c.agree) + " agree");
    if (c.abstain) parts.push_back(std::to_string(c.abstain) + " abstain");
    if (c.disagree) parts.push_back(std::to_string(c.disagree) + " disagree");
    if (c.block) parts.push_back(std::to_string(c.block) + " block");
    if (c.recuse) parts.push_back(counted(c.recuse, "stands back (recused)", "stand back (recused)"));
    if (c.asked) parts.push_back(std::to_string(c.asked) + " gave no answer that could be counted");
    if (c.unreached) parts.push_back(std::to_string(c.unreached) + " could not be reached");
    if (const auto n = c.silent - c.asked - c.unreached; n > 0)
        parts.push_back(std::to_string(n) + " did not answer");
    return listed(parts);
}

std::string quorum_text(const Policy& p, std::int64_t seats) {
    const auto needed = quorum_needed(p.quorum, seats);
    if (p.quorum.numerator <= 0) return {};
    if (seats <= 0)
        return p.quorum.denominator == 0
                   ? " At least " + std::to_string(needed) + " must answer."
                   : " Of those who may vote, " +
                         share_text(p.quorum.numerator, p.quorum.denominator, p.quorum.strict) + " must answer.";
    return " At least " + std::to_string(needed) + " of the " + std::to_string(seats) +
           " who may vote must answer; fewer is no decision, which is not a rejection.";
}

std::string share_sentence(const Policy& p, const Counts& c) {
    const std::int64_t base = base_of(p, c);
    if (base == 0) return {};
    return ' ' + std::to_string(c.agree) + " of " + std::to_string(base) + ' ' + base_short(p.base, base) + " is " +
           percent(c.agree, base) +
           "; needed: " + share_text(p.threshold.numerator, p.threshold.denominator, p.threshold.strict) +
           ", which is " + std::to_string(least_yes(p.threshold, base)) + '.';
}

std::string concerns_sentence(const Decision& d) {
    std::vector<std::string> open;
    for (const auto& c : d.concerns)
        if (c.state == ConcernState::open) open.push_back(c.name);
    if (open.empty()) return {};
    return ' ' + counted(static_cast<std::int64_t>(open.size()), "concern is", "concerns are") +
           " open: " + listed(open) + '.';
}

}  // namespace

std::string rule_text(const Policy& p, std::int64_t seats) {
    std::string text;
    if (p.method == Method::majority)
        text = "Carries when " + share_text(p.threshold.numerator, p.threshold.denominator, p.threshold.strict) +
               " of " + base_text(p.base) +
               (p.threshold.numerator == p.threshold.denominator ? " agree." : " are in favour.");
    else
        text = "Carries at the close unless an objection stands.";
    if (p.min_agree > 0)
        text += " At least " + counted(p.min_agree, "person who may vote", "people who may vote") + " must agree.";
    if (p.on_disagree == OnDisagree::block && p.method == Method::majority)
        text += " One objection stops it, whatever the numbers, until it is settled.";
    text += quorum_text(p, seats);
    text += p.silence == Silence::agree ? " Silence counts as consent." : " Silence counts for nothing.";
    return text;
}

std::string legend(const Policy& p) {
    if (p.on_disagree == OnDisagree::count) return "-1 is a vote against; so are “block” and “veto”.";
    return std::string("-1 is an objection: it stops the decision until it is settled") +
           (p.veto_needs_reason ? ", so say why." : ".");
}

std::string arithmetic(const Decision& d) {
    const Counts c = tally(d).binding;
    std::string text = "Of " + counted(c.seats(), "person", "people") + " who may vote, " + counts_text(c) + '.';
    const auto q = quorum_needed(d.policy.quorum, c.seats());
    if (q > 0) text += ' ' + std::to_string(c.spoke()) + " answered, " + std::to_string(q) + " had to.";
    if (d.policy.min_agree > 0)
        text += ' ' + std::to_string(c.agree) + " agreed, " + std::to_string(d.policy.min_agree) + " had to.";
    const Counts counted_as = with_silence(d.policy, c);
    if (const auto consenting = counted_as.agree - c.agree; consenting > 0)
        text += " Silence counts as consent: " + std::to_string(consenting) + '.';
    // A share of too few says nothing, however large it is.
    if (d.policy.method == Method::majority && c.spoke() >= q) text += share_sentence(d.policy, counted_as);
    return text + concerns_sentence(d);
}

}  // namespace assentd
