// SPDX-License-Identifier: Apache-2.0
// A choice among options as it stands: the counting methods applied to the ballots in force (COUNTING 1 to 5). The
// count never picks between equals: a tie is its result, and the decider's to settle.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/decision.h"

namespace assentd {

// More would make ballots that nobody fills in.
constexpr std::size_t most_options_of_a_proposal = 26;

struct Choice {
    std::vector<OptionIndex> winners;  // ascending; those who are tied, when `tied`
    bool tied = false;
    bool none = false;  // the default option won, or no option was named at all
    // When tied: how many of the tied are to be chosen, and who is chosen besides, whatever becomes of the tie.
    std::size_t places = 1;
    std::vector<OptionIndex> sure;
    std::vector<std::vector<OptionIndex>> ways;  // if not any of the tied go together: all who may be chosen together
    std::string why;                             // one sentence: "A beats every other option one to one."
    std::vector<std::string> sheet;              // the count in lines that a person can follow; only if asked for
};

Choice choose(const Decision&);
Choice choose_with_sheet(const Decision&);

// All who are chosen when the decider names these of the tied; none if that is not a way to settle the tie, or leaves
// it open.
std::vector<OptionIndex> settled_by(const Choice& tie, const std::vector<OptionIndex>& named);
// What a word on a tie ("yes", "no", or names of the tied) makes of it. Nothing: it does not settle it.
struct Settled {
    Outcome outcome = Outcome::carried;
    std::vector<std::string> chosen;
};
std::optional<Settled> settle_tie(const Decision&, const std::string& word);
// The same of a proposal that waits for its decider with the advice of all.
std::optional<Settled> settle_advice(const Decision&, const std::string& word);
std::optional<bool> yes_or_no(const std::string& word);
// Why such a word does not: which are tied, and how many of them can be chosen.
std::string what_is_tied(const Decision&);
// What the decider could write: "decide A", or "decide: A and C" where there are places for both.
std::string way_to_settle(const Choice& tie);

std::string option_label(OptionIndex);                                                    // "A"
std::string option_text(const Decision&, OptionIndex);                                    // "A (Keep the office)"
std::optional<OptionIndex> find_option(const Decision&, std::string_view label_or_text);  // ignoring case
std::vector<OptionIndex> find_options(const Decision&,
                                      std::string_view list);  // "A", "A, B and C"; none: not all found
bool is_default_option(const Decision&, OptionIndex);
std::vector<std::string> texts_of(const Decision&, const std::vector<OptionIndex>&);

// Why a ballot cannot be counted under the policy, with what was understood: a question for its voter. Nothing: it
// can.
std::optional<std::string> trouble_with(const Decision&, const OptionBallot&);

// As understood: "A > B = C", "A 5, B 2", "A and C".
std::string ballot_text(const OptionBallot&);

}  // namespace assentd
