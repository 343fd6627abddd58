// SPDX-License-Identifier: Apache-2.0
// One true, short sentence about what a decision still needs (PRODUCT 3.5): the same in receipts, reminders and
// listings.
#include <string>
#include <vector>

#include "decision/standing.h"
#include "decision/step.h"
#include "decision/tally.h"
#include "decision/text.h"

namespace assentd {

namespace {

std::string capital(std::string s) {
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
    return s;
}

std::string closed_sentence(const Decision& d) {
    if (!d.closing) return "Closed.";
    switch (d.closing->outcome) {
        case Outcome::carried:
            return "It carried.";
        case Outcome::failed:
            return "It did not carry.";
        case Outcome::no_quorum:
            return "Too few answered, so there is no decision.";
        case Outcome::blocked:
            return "It closed with an objection standing.";
        case Outcome::tied:
            return "Needs a word from the decider: the votes are tied.";
        case Outcome::withdrawn:
            return "It was withdrawn.";
    }
    return {};
}

// How many further votes in favour would carry it; negative when the missing voices cannot.
std::int64_t missing_agreements(const Policy& p, const Counts& c) {
    for (std::int64_t k = 0; k <= c.silent; ++k) {
        const Counts voices = with_more_agreement(c, k);
        const Counts with = with_silence(p, voices);
        const bool share = p.method != Method::majority || meets(p.threshold, with.agree, base_of(p, with));
        if (share && voices.agree >= p.min_agree) return k;
    }
    return -1;
}

std::string as_things_stand(const Decision& d) {
    if (open_blocks(d) > 0) return {};
    if (everybody_spoke(d)) return "everybody has answered and it carries at the close as things stand";
    return d.policy.on_disagree == OnDisagree::block ? "carries at the close unless an objection arrives"
                                                     : "carries at the close as things stand";
}

std::string votes_part(const Decision& d, const Counts& c) {
    const auto quorum = quorum_needed(d.policy.quorum, c.seats()) - c.spoke();
    const auto favour = missing_agreements(d.policy, c);
    if (quorum > c.silent) return "cannot reach its quorum any more unless votes change";
    if (favour < 0) return "cannot carry any more unless votes change";
    if (quorum > 0) {
        std::string text = "needs " + counted(quorum, "more binding vote", "more binding votes") + " for quorum";
        if (favour >= quorum)
            text = "needs " + counted(favour, "more binding vote", "more binding votes") +
                   " in favour (the quorum is met with " + std::to_string(quorum) + ')';
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

std::string needs(const Decision& d, Instant now) {
    if (d.state == State::closed) return closed_sentence(d);
    if (d.state == State::draft)
        return d.draft_problems.empty() && d.awaits_confirmation ? "Needs the proposer's confirmation."
                                                                 : "Needs corrected lines from the proposer.";
    if (d.closes_at <= now) return "Its time is over: it closes once all mail from before its close has been read.";
    if (d.policy.visibility == Visibility::until_closed) return "Open; answers are sealed until the close.";
    if (d.policy.visibility == Visibility::until_voted) return "Open; answers are shown to those who have voted.";

    const Counts c = tally(d).binding;
    std::int64_t pending = 0;
    for (const auto& seat : d.seats) pending += seat.pending ? 1 : 0;
    const auto held = static_cast<std::int64_t>(d.held.size());
    return joined({votes_part(d, c), concerns_part(d),
                   pending == 0 ? "" : counted(pending, "answer is", "answers are") + " unclear and asked about",
                   held == 0 ? "" : counted(held, "answer waits", "answers wait") + " for confirmation by the sender",
                   c.unreached == 0 ? "" : counted(c.unreached, "person", "people") + " could not be reached"});
}

}  // namespace assentd
