// SPDX-License-Identifier: Apache-2.0
// Counting the stances of a decision, and what they amount to (PRODUCT 3.5, 3.6; COUNTING 6 to 10).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/counts.h"
#include "decision/decision.h"

namespace assentd {

// A stale stance counts as silence until it is confirmed; who delegated and is silent counts as their delegate does.
// The whole truth: what a reader may see is view.h's business.
Tally tally(const Decision&);

enum class Verdict { pending, carried, failed };
std::string_view name(Verdict);

// While open: carried or failed only if no vote still missing could change it; pending while answers are sealed.
// Closed: what the outcome amounts to; pending when tied, because the decider's word is still to come.
Verdict verdict(const Decision&);

// When a close comes: people were told what their silence means at the announced instant, and not before it.
enum class Closing { as_announced, early };

// What the close would announce with the stances as they are, silence counted as the policy says; an early one takes
// nobody's silence for consent, and decides nothing while nobody has spoken.
Outcome outcome_now(const Decision&, Closing = Closing::as_announced);
// Whether it would carry with nobody's answer, under a policy that so many may vote under.
bool carries_unheard(const Policy&, std::int64_t binding_seats);
// With options: the texts of those that would be announced; when tied, those who are tied; without a decision, none.
std::vector<std::string> chosen_now(const Decision&);

// The integers behind it: "17 of 25 votes cast is 68 %; needed: at least two thirds, which is 17."
std::string arithmetic(const Decision&, Closing = Closing::as_announced);

// The rule of the policy in words, for the invitation and the handbook: "Carries when …". `decider`: the name of
// whoever settles a tie; empty: nobody.
std::string rule_text(const Policy&, std::int64_t binding_seats, const std::string& decider = {});
std::string rule_text(const Decision&);  // of this one, with its roster and decider

// Whether who says nothing makes it harder to carry, as a vote that is not in favour does.
bool silence_opposes(const Policy&);

// What a vote against does here, for invitations and receipts: "-1 is an objection: …".
// `facilitated`: there is somebody who could overrule it.
std::string legend(const Policy&, bool facilitated = false);

// The arithmetic in lines: the options with their labels, the matrix, the drops and the rounds. Empty for motions.
std::vector<std::string> count_sheet(const Decision&);

// The number of binding participants who must speak.
std::int64_t quorum_needed(const Quorum&, std::int64_t binding_seats);
// How many must prefer an option to the default one.
std::int64_t least_in_favour(const InFavour&, std::int64_t binding_seats);

}  // namespace assentd
