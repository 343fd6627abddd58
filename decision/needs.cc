// SPDX-License-Identifier: Apache-2.0
// One true, short sentence about what a decision still needs (PRODUCT 3.5): the same in receipts, reminders and
// listings.
#include <algorithm>
#include <string>
#include <vector>

#include "decision/standing.h"
#include "decision/step.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/weights.h"

namespace assentd {

namespace {

std::string capital(std::string s) {
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
    return s;
}

std::string closed_sentence(const Decision& d) {
    if (!d.closing) return "Closed.";
    if (!d.superseded_by.empty()) return d.superseded_by + " replaced it.";
    if (d.review && d.review->answer == Review::retire) return "It was retired at its review.";
    if (d.review_asked_at && !d.review) return "Needs a word on its review: keep, change or retire.";
    if (d.policy.method == Method::announce && d.closing->outcome != Outcome::withdrawn) {
        const Counts c = tally(d).binding;
        return c.agree == c.eligible() ? "Everybody has acknowledged it."
                                       : std::to_string(c.agree) + " of " +
                                             counted(c.seats(), "person has", "people have") + " acknowledged it.";
    }
    if (!d.closing->chosen.empty() && d.closing->outcome == Outcome::carried)
        return "It chose " + listed(d.closing->chosen) + '.';
    switch (d.closing->outcome) {
        case Outcome::carried:
            return d.policy.method == Method::input ? "The time for comments is over." : "It carried.";
        case Outcome::failed:
            return "It did not carry.";
        case Outcome::no_quorum:
            return "Too few answered, so there is no decision.";
        case Outcome::blocked:
            return "It closed with an objection standing.";
        case Outcome::tied:
            if (const Person* settler = tie_settler(d))
                return "Needs a word from " + settler->name + ", who decides: the votes are tied.";
            return d.decider ? "The votes are tied, and " + d.decider->name + ", who would decide, stood back."
                             : "The votes are tied, and nobody is named to decide.";
        case Outcome::withdrawn:
            return "It was withdrawn.";
    }
    return {};
}

// How many further votes in favour would carry it; negative when the missing voices cannot.
std::int64_t missing_agreements(const Policy& p, const Counts& c) {
    const bool shares = p.method == Method::majority || p.method == Method::announce;
    for (std::int64_t k = 0; k <= c.silent; ++k) {
        const Counts voices = with_more_agreement(c, k);
        const Counts with = with_silence(p, voices);
        const bool share = !shares || meets(p.threshold, with.agree, base_of(p, with));
        if (share && voices.agree >= agreements_needed(p, voices)) return k;
    }
    return -1;
}

std::string as_things_stand(const Decision& d) {
    if (open_blocks(d) > 0) return {};
    if (d.final_period_at) return "in its final period: carries at the close unless something new comes up";
    if (final_period_may_begin(d))
        return "enough are in favour and nothing is open, so the final period begins now; everybody is told when it "
               "ends";
    if (d.policy.method == Method::announce) return "everybody has acknowledged it";
    if (everybody_spoke(d)) return "everybody has answered and it carries at the close as things stand";
    return d.policy.on_disagree == OnDisagree::block ? "carries at the close unless an objection arrives"
                                                     : "carries at the close as things stand";
}

// Weights cannot be counted in votes still missing, since nobody knows who will answer; quorum and the fewest
// agreements count people.
std::string weights_part(const Decision& d, const Counts& people, const Counts& weights, std::int64_t quorum) {
    const auto share = [&](const Counts& c) { return meets(d.policy.threshold, c.agree, base_of(d.policy, c)); };
    const Counts c = with_silence(d.policy, weights);
    const auto agreements = agreements_needed(d.policy, people) - people.agree;
    if (agreements > people.silent || !share(with_silence(d.policy, with_more_agreement(weights, weights.silent))))
        return "cannot carry any more unless votes change";
    std::vector<std::string> parts;
    if (quorum > 0) parts.push_back(counted(quorum, "more binding vote", "more binding votes") + " for quorum");
    if (agreements > 0) parts.push_back(counted(agreements, "more vote", "more votes") + " in favour");
    if (!share(c)) {
        const std::string sofar = weight_text(c.agree) + " of a weight of " + weight_text(base_of(d.policy, c));
        if (c.agree > 0 || base_of(d.policy, c) > 0)
            parts.push_back((parts.empty() ? "more in favour: " : "more weight in favour than ") + sofar +
                            (parts.empty() ? " so far" : ""));
        else if (agreements <= 0)
            parts.push_back("somebody in favour");
    }
    return parts.empty() ? as_things_stand(d) : "needs " + listed(parts);
}

// Says nothing about who leads: that would take a count for each mail, and tell the last what to vote for.
std::string ballots_part(const Decision& d, const Counts& c) {
    const auto quorum = quorum_needed(d.policy.quorum, c.seats()) - c.spoke();
    if (quorum > c.silent) return "cannot reach its quorum any more";
    if (quorum > 0) return "needs " + counted(quorum, "more ballot", "more ballots") + " for quorum";
    if (c.ballot == 0) return "needs a first ballot";
    if (c.silent == 0) return "everybody has answered; the ballots are counted at the close";
    const auto earlier = unconfirmed(d);
    std::string text = "the ballots are counted at the close: " + std::to_string(c.ballot) + " so far";
    if (earlier > 0) text += ", " + counted(earlier, "person has", "people have") + " answered an earlier text only";
    const auto asked = std::count_if(d.seats.begin(), d.seats.end(), [](const Seat& seat) {  // told apart below
        return seat.participant.binding && seat.pending && !seat.stance;
    });
    const auto silent = c.silent - earlier - asked;
    if (silent > 0) text += ", " + counted(silent, "person has", "people have") + " not answered";
    return text;
}

std::string advice_part(const Decision& d, Instant now) {
    const std::string decider = d.decider ? d.decider->name : "the decider";
    if (waits_for_decider(d) || d.closes_at <= now) return "needs the word of " + decider + ", who decides";
    std::int64_t silent = 0;
    for (ParticipantIndex i = 0; i < d.seats.size(); ++i)
        if (d.seats[i].participant.binding && !only_decides(d, i) && !standing_stance(d, i) && !gave_advice(d, i))
            ++silent;
    if (silent == 0) return "everybody has given advice; " + decider + " decides";
    return counted(silent, "person", "people") + " may still advise; then " + decider + " decides";
}

std::string acknowledgements_part(const Decision& d, const Counts& c) {
    if (c.silent == 0) return as_things_stand(d);
    return "needs " + counted(c.silent, "more person", "more people") + " to acknowledge it";
}

std::string votes_part(const Decision& d, const Tally& tally, Instant now) {
    const Counts& c = tally.binding;
    const Method method = d.policy.method;
    if (is_choice(method)) return ballots_part(d, c);
    if (method == Method::advice) return advice_part(d, now);
    if (method == Method::announce) return acknowledgements_part(d, c);
    if (method == Method::input) return "open for comments";
    const auto quorum = quorum_needed(d.policy.quorum, c.seats()) - c.spoke();
    const auto favour = missing_agreements(d.policy, c);
    if (quorum > c.silent) return "cannot reach its quorum any more unless votes change";
    if (tally.weights && method == Method::majority) return weights_part(d, c, *tally.weights, quorum);
    if (favour < 0) return "cannot carry any more unless votes change";
    if (quorum > 0) {
        std::string text = "needs " + counted(quorum, "more binding vote", "more binding votes") + " for quorum";
        if (favour >= quorum)
            text = "needs " + counted(favour, "more binding vote", "more binding votes") +
                   " in favour, which is enough for the quorum, too";
        else if (favour > 0)
            text += ", at least " + std::to_string(favour) + " of them in favour";
        return text;
    }
    if (favour > 0) return "needs " + counted(favour, "more vote", "more votes") + " in favour";
    return as_things_stand(d);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts)
        if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
    return capital(text) + '.';
}

std::string concerns_part(const Decision& d) {
    std::vector<std::string> open;
    for (const auto& c : d.concerns)
        if (c.state == ConcernState::open) open.push_back(c.name);
    if (open.empty()) return {};
    return counted(static_cast<std::int64_t>(open.size()), "concern", "concerns") + " (" + listed(open) +
           (open.size() == 1 ? ") is open" : ") are open");
}

}  // namespace

std::string needs(const Decision& d, Instant now, std::string (*written)(Instant)) {
    if (d.state == State::closed) return closed_sentence(d);
    if (d.state == State::draft && d.draft_problems.empty() && d.seconds_needed > 0) {
        const auto missing = d.seconds_needed - static_cast<std::int64_t>(d.seconds.size());
        return "Needs " + counted(missing, "more person", "more people") + " to second it.";
    }
    if (d.state == State::draft)
        return d.draft_problems.empty() && d.awaits_confirmation ? "Needs the proposer's confirmation."
                                                                 : "Needs corrected lines from the proposer.";
    if (d.closes_at <= now && d.policy.method != Method::advice)
        return "Its time is over: it closes once all mail from before its close has been read.";
    if (d.policy.visibility == Visibility::until_closed) return "Open; answers are sealed until the close.";
    if (d.policy.visibility == Visibility::until_voted) return "Open; answers are shown to those who have voted.";

    const Tally all = tally(d);
    const Counts& c = all.binding;
    std::int64_t unclear = 0, unexplained = 0;
    for (const auto& seat : d.seats)
        if (seat.pending) ++(lacks_reason(*seat.pending) ? unexplained : unclear);
    const auto held = static_cast<std::int64_t>(d.held.size());
    const Instant held_open = held_until(d);
    return joined(
        {votes_part(d, all, now), concerns_part(d), held_open > now ? "held open until " + written(held_open) : "",
         unclear == 0 ? "" : counted(unclear, "answer is", "answers are") + " unclear and asked about",
         unexplained == 0 ? "" : counted(unexplained, "objection waits", "objections wait") + " for a reason",
         held == 0 ? "" : counted(held, "answer waits", "answers wait") + " for confirmation by the sender",
         c.unreached == 0 ? "" : counted(c.unreached, "person", "people") + " could not be reached"});
}

}  // namespace assentd
