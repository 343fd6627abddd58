// SPDX-License-Identifier: Apache-2.0
// The rules in words: the same sentences in the invitation, the outcome and the handbook.
#include <algorithm>
#include <string>

#include "decision/choice.h"
#include "decision/standing.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/weights.h"

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
            return "all who may vote";
    }
    return {};
}

// "more than half of the votes cast", "all who may vote"
std::string share_of_base(const Policy& p) {
    if (p.threshold.numerator == p.threshold.denominator && p.base == Base::eligible) return base_text(p.base);
    return share_text(p.threshold.numerator, p.threshold.denominator, p.threshold.strict) + " of " +
           base_text(p.base);
}

std::string base_short(Base base, std::int64_t n, bool some_recused) {
    switch (base) {
        case Base::cast:
            return n == 1 ? "vote cast" : "votes cast";
        case Base::present:
            return n == 1 ? "answer" : "answers";
        case Base::eligible:
            return some_recused ? "who may vote and did not stand back" : "who may vote";
    }
    return {};
}

// Rounded down, here and nowhere else: a share that misses a threshold never looks as if it had reached it.
std::string percent(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return "0 %";
    const std::int64_t floor = part * 100 / whole;
    return (part * 100 % whole == 0 ? "" : "over ") + std::to_string(floor) + " %";
}

std::int64_t least_yes(const Threshold& t, std::int64_t base) {
    const std::int64_t product = t.numerator * base;
    const std::int64_t least = t.strict ? product / t.denominator + 1 : (product + t.denominator - 1) / t.denominator;
    return std::max<std::int64_t>(1, least);
}

std::string counts_text(const Decision& d, const Counts& c) {
    std::vector<std::string> parts;
    if (c.ballot) parts.push_back(counted(c.ballot, "cast a ballot", "cast a ballot"));
    if (c.agree || (c.spoke() > 0 && !c.ballot)) parts.push_back(counted(c.agree, "agrees", "agree"));
    if (c.abstain) parts.push_back(counted(c.abstain, "abstains", "abstain"));
    if (c.disagree) parts.push_back(counted(c.disagree, "disagrees", "disagree"));
    if (c.block) parts.push_back(counted(c.block, "blocks", "block"));
    if (c.recuse) parts.push_back(counted(c.recuse, "stands back (recused)", "stand back (recused)"));
    if (c.asked) parts.push_back(std::to_string(c.asked) + " gave no answer that could be counted");
    if (c.concerned) parts.push_back(std::to_string(c.concerned) + " raised a concern and did not vote");
    if (c.unreached) parts.push_back(std::to_string(c.unreached) + " could not be reached");
    const auto earlier = unconfirmed(d);
    if (earlier) parts.push_back(std::to_string(earlier) + " answered an earlier text only");
    const auto commented = commented_only(d);
    if (commented) parts.push_back(std::to_string(commented) + " commented and did not vote");
    if (const auto n = c.only_silent() - earlier - commented; n > 0)
        parts.push_back(std::to_string(n) + " did not answer");
    return parts.empty() ? "0 agree" : listed(parts);
}

std::string quorum_text(const Policy& p, std::int64_t seats) {
    const auto needed = quorum_needed(p.quorum, seats);
    if (p.quorum.numerator <= 0) return {};
    if (seats <= 0)
        return p.quorum.denominator == 0
                   ? " At least " + std::to_string(needed) + " must answer."
                   : " Of those who may vote, " +
                         share_text(p.quorum.numerator, p.quorum.denominator, p.quorum.strict) + " must answer.";
    return (needed >= seats && seats > 1
                ? " All " + std::to_string(seats)
                : " At least " + std::to_string(needed) + " of the " + std::to_string(seats)) +
           " who may vote must answer; fewer is no decision, which is not a rejection.";
}

std::string weight_sentence(const Policy& p, const Counts& c) {
    const std::int64_t base = base_of(p, c);
    if (base == 0) return {};
    return " By weight, " + weight_text(c.agree) + " of " + weight_text(base) + " is " + percent(c.agree, base) +
           "; needed: " + share_text(p.threshold.numerator, p.threshold.denominator, p.threshold.strict) + '.';
}

std::string share_sentence(const Policy& p, const Counts& c) {
    const std::int64_t base = base_of(p, c);
    if (base == 0) return {};
    return ' ' + std::to_string(c.agree) + " of " + std::to_string(base) + ' ' +
           base_short(p.base, base, c.recuse > 0) + " is " + percent(c.agree, base) +
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

std::string seats_text(const ChoiceRules& rules) {
    return rules.seats == 1 ? "the option" : "the " + std::to_string(rules.seats) + " options";
}

std::string goes_out(TieRule rule) {
    switch (rule) {
        case TieRule::backward:
            return "who had fewest in the latest round that differs goes out";
        case TieRule::forward:
            return "who had fewest in the first round that differs goes out";
        case TieRule::order:
            return "who stands last in the list goes out";
        case TieRule::lot:
            return "who goes out is decided by a lot that was drawn at the opening";
        case TieRule::pairwise:
            return "who loses to each of the others goes out";
        case TieRule::all_out:
            return "all go out together";
        case TieRule::ask:
            break;
    }
    return {};
}

std::string ties_text(const ChoiceRules& rules) {
    const bool asked = rules.ties.empty() || rules.ties.front() == TieRule::ask;
    if (asked) return "a tie for last place is asked about where it matters";
    std::string text;
    for (const TieRule rule : rules.ties)
        if (rule != TieRule::ask)
            text += (text.empty() ? "of those tied for last place, " : ", and if they are tied there too, ") +
                    goes_out(rule);
    return text;
}

// Whether the rules for ties leave none: then nobody is asked.
bool leaves_no_tie(const Policy& p) {
    const auto settles = [](TieRule rule) { return rule == TieRule::order || rule == TieRule::lot; };
    const bool transfers = p.method == Method::irv || p.method == Method::stv;
    return transfers && std::any_of(p.choice.ties.begin(), p.choice.ties.end(), settles);
}

std::string in_favour_text(const ChoiceRules& rules, std::int64_t seats) {
    const auto& q = rules.in_favour;
    if (q.numerator <= 0) return {};
    std::int64_t least = q.numerator;
    if (q.denominator > 0) {
        const auto factor = Rational::of(q.numerator, q.denominator);
        const auto root = factor ? Requirement::times_root(*factor, std::max<std::int64_t>(0, seats)) : std::nullopt;
        if (!root || seats <= 0)
            return " To be chosen, an option must be preferred to it by " + std::to_string(q.numerator) + '/' +
                   std::to_string(q.denominator) + " times the square root of the number of those who may vote.";
        least = root->least();
    }
    return " To be chosen, an option must be preferred to it by at least " + std::to_string(least) + '.';
}

std::string choice_text(const Policy& p, std::int64_t seats) {
    const auto& c = p.choice;
    switch (p.method) {
        case Method::schulze:
            return "Rank the options. Chosen is the one that beats the others one to one; where they beat each other "
                   "in "
                   "a circle, the strongest chain of wins decides (Schulze).";
        case Method::debian_a6: {
            std::string text = "Rank the options. An option counts only if " +
                               (c.majority == 1 ? std::string("more prefer it to “") + c.default_option +
                                                      "” than the other way round."
                                                : std::to_string(c.majority) + " times as many prefer it to “" +
                                                      c.default_option + "” as the other way round.");
            return text + in_favour_text(c, seats) +
                   " Of those left, the one that beats the others one to one is chosen; a circle is broken at its "
                   "weakest win (Debian constitution, A.6).";
        }
        case Method::irv:
            return "Rank the options. Each ballot counts for its first choice; the last option goes out and its "
                   "ballots "
                   "move on, until one has more than half; " +
                   ties_text(c) + " (instant runoff).";
        case Method::stv:
            return "Rank the options; " + std::to_string(c.seats) +
                   " are elected. What is above the quota, and the ballots of the last, move on to the next "
                   "choice; " +
                   ties_text(c) + ", and a tie between surpluses is settled likewise (single transferable vote, " +
                   "Scottish rules).";
        case Method::approval:
            return "Name every option that you approve of. Chosen: " + seats_text(c) + " with the most approvals.";
        case Method::score:
            return "Give each option a score from " + std::to_string(c.score_min) + " to " +
                   std::to_string(c.score_max) + ". Chosen: " + seats_text(c) + " with the " +
                   (c.aggregate == Aggregate::sum ? "highest sum; an option without a score gets 0."
                                                  : "highest average of those who scored it.");
        case Method::consent:
        case Method::lazy_consensus:
        case Method::majority:
        case Method::input:
        case Method::announce:
        case Method::advice:
            break;
    }
    return {};
}

std::string min_share_text(const Quorum& share, std::int64_t seats) {
    if (share.numerator <= 0) return {};
    if (seats <= 0)
        return " Of those who may vote, " + share_text(share.numerator, share.denominator, share.strict) +
               " must agree.";
    return " At least " + std::to_string(quorum_needed(share, seats)) + " of the " + std::to_string(seats) +
           " who may vote must agree.";
}

// What a share or an objection decides.
std::string motion_text(const Policy& p, std::int64_t seats) {
    std::string text;
    if (p.method == Method::majority)
        text = "Carries when " + share_of_base(p) +
               (p.threshold.numerator == p.threshold.denominator ? " agree." : " are in favour.");
    else
        text = "Carries at the close unless an objection stands.";
    if (p.min_agree > 0)
        text += " At least " + counted(p.min_agree, "person who may vote", "people who may vote") + " must agree.";
    text += min_share_text(p.min_agree_share, seats);
    if (p.agree_all_but)
        text += *p.agree_all_but == 0
                    ? " Everybody who may vote must agree."
                    : " All but " + std::to_string(*p.agree_all_but) + " of those who may vote must agree.";
    if (p.on_disagree == OnDisagree::block && p.method == Method::majority)
        text += " One objection that stands stops it, whatever the numbers.";
    if (p.final_period > Duration::zero())
        text += std::string(" Once enough are in favour") +
                (p.on_disagree == OnDisagree::block ? " and no objection stands" : "") +
                ", everybody is told that a final period of " +
                counted(std::max<std::int64_t>(1, p.final_period / std::chrono::hours(24)), "day", "days") +
                " begins; it closes at the end of that, be it sooner or later than announced now.";
    return text;
}

// One true sentence, whatever else the rule says.
std::string silence_text(const Policy& p) {
    if (p.silence == Silence::agree)
        return std::string(" Silence counts as consent") +
               (p.method == Method::majority && p.base == Base::eligible ? "; an abstention is not in favour." : ".");
    return silence_opposes(p) ? " Who is silent or abstains is not in favour." : " Silence counts for nothing.";
}

// Who has the last word on a tie that the count leaves.
std::string tie_text(const Policy& p, const std::string& decider) {
    if (is_choice(p.method) && !leaves_no_tie(p))
        return decider.empty() ? " If the count ends in a tie, that is the result: nobody is named to settle it."
                               : " If the count ends in a tie, " + decider + " settles it.";
    const bool half = p.threshold.strict && p.threshold.numerator * 2 == p.threshold.denominator;
    return p.method == Method::majority && half && !decider.empty() ? " An even split is settled by " + decider + '.'
                                                                    : std::string();
}

std::string weights_text(const Decision& d) {
    std::vector<std::string> weights;
    for (const auto& s : d.seats)
        if (s.participant.binding && s.participant.weight_millionths != one_vote_millionths)
            weights.push_back(s.participant.name + ' ' + weight_text(s.participant.weight_millionths));
    if (weights.empty()) return {};
    return " Votes do not weigh alike: " + listed(weights) +
           (std::ssize(weights) < binding_seats(d) ? "; all others 1." : ".");
}

std::string acknowledgements_text(const Counts& c) {
    return "Of " + counted(c.seats(), "person", "people") + " who were asked, " + std::to_string(c.agree) +
           " acknowledged it.";
}

std::string advice_given(const Decision& d) {
    std::int64_t asked = 0, gave = 0;
    for (ParticipantIndex i = 0; i < d.seats.size(); ++i) {
        if (only_decides(d, i)) continue;
        ++asked;
        gave += standing_stance(d, i) || gave_advice(d, i) ? 1 : 0;
    }
    return "Of " + counted(asked, "person", "people") + " who were asked, " + std::to_string(gave) + " gave advice.";
}

}  // namespace

bool silence_opposes(const Policy& p) {
    return p.silence == Silence::nothing && p.method == Method::majority &&
           (p.base == Base::eligible || p.agree_all_but || p.min_agree_share.numerator > 0);
}

std::string rule_text(const Policy& p, std::int64_t seats, const std::string& decider) {
    const std::string quorum = quorum_text(p, seats);
    const std::string tie = tie_text(p, decider);
    if (is_choice(p.method)) return choice_text(p, seats) + tie + quorum + " Who sends no ballot is not counted.";
    switch (p.method) {
        case Method::input:
            return "Nothing is voted on: what you think is gathered until the close, and everybody gets it.";
        case Method::announce:
            return "Everybody is asked to acknowledge it; it is not put to the vote.";
        case Method::advice:
            return (decider.empty() ? "The named decider" : decider) + " hears everybody's advice and then decides.";
        case Method::consent:
        case Method::lazy_consensus:
        case Method::majority:
        case Method::schulze:
        case Method::debian_a6:
        case Method::irv:
        case Method::stv:
        case Method::approval:
        case Method::score:
            break;
    }
    return motion_text(p, seats) + tie + quorum + silence_text(p);
}

std::string rule_text(const Decision& d) {
    const Person* settler = tie_settler(d);
    return rule_text(d.policy, binding_seats(d), settler ? settler->name : std::string()) + weights_text(d);
}

std::string legend(const Policy& p, bool facilitated) {
    if (is_choice(p.method) || p.method == Method::input || p.method == Method::announce) return {};
    if (p.method == Method::advice) return "-1 advises against it.";
    if (p.on_disagree == OnDisagree::count) return "-1 is a vote against; so are “block” and “veto”.";
    std::vector<std::string> ends{"you settle it"};
    if (facilitated) ends.emplace_back("a facilitator overrules it");
    if (p.settle_asks > 0) ends.emplace_back("it lapses because you do not say whether it is settled");
    std::string text = "-1 is an objection: it stops the decision until ";
    for (std::size_t i = 0; i < ends.size(); ++i)
        text += (i == 0 ? "" : i + 1 == ends.size() ? " or " : ", ") + ends[i];
    return text + (p.veto_needs_reason ? ". Please say why." : ".");
}

std::string arithmetic(const Decision& d, Closing closing) {
    const Counts c = tally(d).binding;
    if (d.policy.method == Method::advice) return advice_given(d);
    if (d.policy.method == Method::input) return "Nothing was put to the vote.";
    if (d.policy.method == Method::announce) return acknowledgements_text(c);
    std::string text = "Of " + counted(c.seats(), "person", "people") + " who may vote, " + counts_text(d, c) + '.';
    const auto q = quorum_needed(d.policy.quorum, c.seats());
    if (q > 0) text += ' ' + counted(c.spoke(), "counts", "count") + " for the quorum of " + std::to_string(q) + '.';
    if (is_choice(d.policy.method)) return text + (c.ballot > 0 ? ' ' + choose(d).why : std::string());
    if (const auto needed = agreements_needed(d.policy, c); needed > 0)
        text += ' ' + std::to_string(c.agree) + " agreed, " + std::to_string(needed) + " had to.";
    const Counts counted_as = with_silence(d.policy, c, closing);
    if (const auto consenting = with_silence(d.policy, c).agree - c.agree; consenting > 0)
        text += closing == Closing::early
                    ? " Silence counts as consent at the announced close only, and this came before it."
                    : " Silence counts as consent: " + std::to_string(consenting) + '.';
    // A share of too few says nothing, however large it is.
    if (d.policy.method == Method::majority && c.spoke() >= q)
        text += is_weighted(d) ? weight_sentence(d.policy, with_silence(d.policy, counts_for_share(d), closing))
                               : share_sentence(d.policy, counted_as);
    return text + concerns_sentence(d);
}

}  // namespace assentd
