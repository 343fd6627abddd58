// SPDX-License-Identifier: Apache-2.0
// One true, short sentence about what a decision still needs (PRODUCT 3.5): the same in receipts, reminders and
// listings.
#include <string>

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
            return "Nothing: it carried.";
        case Outcome::failed:
            return "Nothing: it did not carry.";
        case Outcome::no_quorum:
            return "Nothing: too few answered, so there is no decision.";
        case Outcome::blocked:
            return "Nothing: it closed with an objection standing.";
        case Outcome::tied:
            return "Needs a word from the decider: the votes are tied.";
        case Outcome::withdrawn:
            return "Nothing: it was withdrawn.";
    }
    return {};
}

// How many further votes in favour would carry a majority; negative when the missing voices cannot.
std::int64_t missing_agreements(const Policy& p, const Counts& c) {
    for (std::int64_t k = 0; k <= c.silent; ++k) {
        Counts with = c;
        with.agree += k;
        with.silent -= k;
        if (with.agree >= p.min_agree && meets(p.threshold, with.agree, base_of(p, with))) return k;
    }
    return -1;
}

std::string votes_sentence(const Decision& d, const Counts& c) {
    const auto quorum = quorum_needed(d.policy.quorum, c.seats()) - c.spoke();
    std::vector<std::string> parts;
    if (quorum > 0) parts.push_back(counted(quorum, "more binding answer", "more binding answers") + " for quorum");
    if (d.policy.method == Method::majority) {
        const auto k = missing_agreements(d.policy, with_silence(d.policy, c));
        if (k < 0) return "Cannot carry any more unless votes change.";
        if (k > 0) parts.push_back(counted(k, "more vote", "more votes") + " in favour");
    } else if (const auto k = d.policy.min_agree - with_silence(d.policy, c).agree; k > 0) {
        parts.push_back(counted(k, "more vote", "more votes") + " in favour");
    }
    if (!parts.empty()) return "Needs " + listed(parts) + '.';
    if (open_blocks(d) > 0) return {};
    if (everybody_spoke(d)) return "Everybody has answered; it carries at the close as things stand.";
    return d.policy.on_disagree == OnDisagree::block ? "Carries at the close unless an objection arrives."
                                                     : "Carries at the close as things stand.";
}

}  // namespace

std::string needs(const Decision& d, Instant) {
    if (d.state == State::closed) return closed_sentence(d);
    if (d.state == State::draft)
        return d.awaits_confirmation ? "Needs the proposer's confirmation."
                                     : "Needs corrected lines from the proposer.";
    if (d.policy.visibility != Visibility::open) return "Open; answers are sealed until they may be shown.";

    std::string text = votes_sentence(d, tally(d).binding);
    std::vector<std::string> open;
    for (const auto& c : d.concerns)
        if (c.state == ConcernState::open) open.push_back(c.name);
    if (!open.empty())
        text += (text.empty() ? "" : " ") + counted(static_cast<std::int64_t>(open.size()), "concern", "concerns") +
                " (" + listed(open) + (open.size() == 1 ? ") is open." : ") are open.");
    std::int64_t pending = 0;
    for (const auto& seat : d.seats) pending += seat.pending ? 1 : 0;
    if (pending > 0) text += ' ' + counted(pending, "answer is", "answers are") + " unclear and asked about.";
    if (!d.held.empty())
        text += ' ' + counted(static_cast<std::int64_t>(d.held.size()), "answer awaits", "answers await") +
                " its sender's confirmation.";
    return capital(text);
}

}  // namespace assentd
