// SPDX-License-Identifier: Apache-2.0
// Questions about how a decision stands that several parts of the core ask: what tally.cc answers beside its public
// face.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "decision/decision.h"
#include "decision/tally.h"

namespace assentd {

// Whether it fails, or misses its quorum, if those whom mail does not reach stay silent, though all others agree. By
// bounces alone, which everybody may know.
bool is_lost_without_unreached(const Decision&);

// How the question to somebody begins who objects without the reason that the policy wants.
inline constexpr std::string_view reason_is_missing = "An objection needs its reason here.";

// What was asked about is such an objection: its words are clear, and it is not counted before its reason is given.
bool lacks_reason(const VoteUnclear&);

// What counts for this participant: their own current stance, else that of whom they delegated to, if it is that
// person's own. Null: nothing does. Who was asked about an unclear answer speaks for themself.
const Stance* standing_stance(const Decision&, ParticipantIndex);

std::int64_t binding_seats(const Decision&);

// Their answer is to an earlier text and waits for their word: it counts as silence, and yet they did answer.
bool is_unconfirmed(const Decision&, ParticipantIndex);
// How many of those who may vote and were reached and raised no concern since; they are among the only silent.
std::int64_t unconfirmed(const Decision&);

// Exact: cross-multiplied integers. Nothing carries without a single vote in favour.
bool meets(const Threshold&, std::int64_t yes, std::int64_t base);

// The counts as the policy reads them at the close.
Counts with_silence(const Policy&, Counts, Closing = Closing::as_announced);

// What it would be with this many of the silent in favour; first those whose silence cannot count.
Counts with_more_agreement(Counts, std::int64_t more);

// The denominator of the share in favour.
std::int64_t base_of(const Policy&, const Counts&);

// Who settles a tie: the decider, unless they stood back from this decision (recused). Null: nobody.
const Person* tie_settler(const Decision&);

// The fewest in favour that the policy asks for, whatever the share: of those who did not recuse.
std::int64_t agreements_needed(const Policy&, const Counts&);

// The counts that a share is taken of: of votes, or of their weights where somebody's weighs more or less than one.
Counts counts_for_share(const Decision&);

// Enough are in favour, nothing is open or asked, and a final period has not begun: it may begin. Mail that waits for
// its sender's confirmation has that whole period for it.
bool final_period_may_begin(const Decision&);

// Concerns that hold the decision up. Under a policy that counts disagreement they are on the record but hold nothing
// up.
std::int64_t open_blocks(const Decision&);

// Every binding participant has a clear, current position. Who could not be reached has not spoken: an early close
// must not pass them by.
bool everybody_spoke(const Decision&);

// Where advice is asked for, words without a vote are advice, too.
bool gave_advice(const Decision&, ParticipantIndex);
// Whether they commented, in whatever words: where votes are asked for, that is no answer, and no silence either.
bool has_commented(const Decision&, ParticipantIndex);
// How many of those who may vote and were reached did that alone; they are among the only silent.
std::int64_t commented_only(const Decision&);

// The last concern of somebody who raised one and has no vote of their own: they are not silent. Null: there is none.
// What somebody else says for them is left out, as they may read this while answers are sealed.
const Concern* concern_without_vote(const Decision&, ParticipantIndex);

// Whether such a concern was not settled by whoever raised it. Then their silence says nothing.
bool has_unsettled_concern(const Decision&, ParticipantIndex);

// Whether they are on the roster as the decider who hears the advice of the others: their own word is the decision.
bool only_decides(const Decision&, ParticipantIndex);

// How many mails bear their name, wait for their word and prove nothing.
std::int64_t unproven_in_name_of(const Decision&, ParticipantIndex);

// Whether this participant still owes an answer: what reminders go by.
bool owes_answer(const Decision&, ParticipantIndex);

// Whether they were asked about an answer that could not be counted, and owe none all the same: an earlier one
// stands, or they were spoken for.
bool leaves_question_open(const Decision&, ParticipantIndex);

// Whether a reminder lists this decision: an answer is owed, or a question open. Not for a proposer whose silence
// agrees.
bool is_waited_for(const Decision&, ParticipantIndex);

// The planned reminders that this participant is still to get: none for who is not waited for or cannot be reached,
// and none planned before an own withdrawal. A question that is left open is worth one.
std::vector<Instant> reminders_ahead(const Decision&, ParticipantIndex);

// When the question whether this open concern is settled is to be repeated, or has to lapse.
std::optional<Instant> settle_due(const Decision&, const Concern&);

// The time for advice is over, and the decider was asked: mail moves it now, the clock no more. A later close makes
// it time for advice again.
bool waits_for_decider(const Decision&);

// When a carried decision comes back to its people; nothing when it does not, or did.
std::optional<Instant> review_due(const Decision&);

// Whoever of these answers the review first settles it: the decider, or else who steers it.
std::vector<Person> review_settlers(const Decision&);

// Until when a close before its time waits for the unproven mail of a participant: a day from the first, so that
// forged ones hold it no longer. Long ago when there is none, and where answers are sealed, because it would tell of
// one.
Instant confirmation_awaited_until(const Decision&);

// Who answers for this participant while they say nothing. Nobody when that person stood back (recused).
std::optional<ParticipantIndex> delegate_of(const Decision&, ParticipantIndex);

// When the decider, who has not settled it yet, is to be asked again.
std::optional<Instant> decider_due(const Decision&);
constexpr std::int64_t most_decider_questions = 4;

// Until when holds keep the decision open; long ago when nobody does.
Instant held_until(const Decision&);

// From when on the decision may close early because everybody spoke, the minimum period included: after the second
// of the last word, as another mail of that second may still be unread. Nothing if somebody has not spoken, or it was
// reopened. While a participant's mail waits for confirmation, a day later: it may be theirs and change everything,
// or be forged to hold things up, and then more of them must not hold it longer.
std::optional<Instant> early_close_at(const Decision&);

}  // namespace assentd
