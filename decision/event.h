// SPDX-License-Identifier: Apache-2.0
// The facts of a decision, in the order in which they became true. Events are the record: they are stored, chained by
// hash and never changed, and the state of a decision is their fold (decision/decision.h). An event holds what is
// needed to understand it years later, not only what today's code reads. Members are only ever added. What we worded
// ourselves is kept as it was said (VoteUnclear::ask, Closed::arithmetic) and is no fact: see daemon/recount.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "decision/counts.h"
#include "decision/outcome.h"
#include "decision/people.h"
#include "decision/policy.h"
#include "decision/position.h"
#include "decision/time.h"

namespace assentd {

// --- before a decision is open ---

// A proposal was received and could not open yet. A later Drafted replaces it.
struct Drafted {
    Person proposer;
    Text text;
    std::vector<HeadValue> head;
    std::vector<Problem> problems;
    bool awaits_confirmation = false;  // nothing is wrong with it, but From alone proves nothing
    Source source;
    std::int64_t seconds_needed = 0;  // nothing is wrong with it, but so many of these must second it first
    std::vector<Person> may_second;
    std::string terms;          // how it would be decided, for those who may second it
    Trust trust = Trust::none;  // what the mail that was kept so proved
    bool operator==(const Drafted&) const = default;
};

// One of those seconded the draft.
struct Seconded {
    Person by;
    Source source;
    bool operator==(const Seconded&) const = default;
};

struct Opened {
    std::int64_t number = 0;  // D-<number>
    Person proposer;
    std::vector<Person> facilitators;
    std::optional<Person> decider;
    Policy policy;
    std::vector<Participant> roster;  // a ParticipantIndex is a position in it, for good
    Text text;                        // revision 1
    std::vector<std::string> options;
    std::vector<std::string> supersedes;  // "D-12"
    Instant at{};
    Instant closes_at{};
    std::uint64_t seed = 0;  // chance the core may need later: order of options, of comments
    Source source;
    std::string thread_message_id;  // of the proposal: what our mails refer to
    // Whose word on who wrote counted when it opened: see Vouchers.
    std::vector<std::string> trusted_authserv_ids;
    std::vector<std::string> trusted_arc_sealers;
    std::vector<std::string> munging_lists;
    bool strict_alignment = false;
    std::optional<Instant> review_at;  // when its people are asked: keep, change or retire (PRODUCT 1.9)
    // What its reply tokens are made from beside its number, which a database that was restored gives once more.
    // Empty: of a version that did not know this.
    std::string token_salt;
    bool operator==(const Opened&) const = default;
};

// --- answers ---

using ParticipantIndex = std::uint32_t;
using OptionIndex = std::int64_t;  // an option's place in Opened::options

// What one participant returned over options. One of the three is used, by the method; all empty is a ballot that
// approves of nothing.
struct OptionBallot {
    std::vector<std::vector<OptionIndex>> places;              // best first; equal ones in one place
    std::vector<std::pair<OptionIndex, std::int64_t>> scores;  // option, score
    std::vector<OptionIndex> approved;
    bool operator==(const OptionBallot&) const = default;
};

struct VoteRecorded {
    ParticipantIndex participant = 0;
    Position position = Position::agree;
    std::string strength;
    std::string line;
    std::string reason;
    std::string concern;  // with block (or a disagreement that blocks): the concern it stands for
    int revision = 1;
    Trust trust = Trust::none;
    Source source;
    OptionBallot ballot;  // with Position::ballot
    bool operator==(const VoteRecorded&) const = default;
};

struct VoteWithdrawn {
    ParticipantIndex participant = 0;
    Source source;
    bool operator==(const VoteWithdrawn&) const = default;
};

// Found, but not counted: the voter was asked. Cleared by the next recorded vote of the participant.
struct VoteUnclear {
    ParticipantIndex participant = 0;
    std::string line;
    std::string ask;
    Source source;
    bool operator==(const VoteUnclear&) const = default;
};

// What an unproven mail wanted; becomes true when confirmed from the address on file, otherwise nothing.
struct AnswerHeld {
    Person by;             // as on file: a participant, the proposer or a facilitator
    std::string new_text;  // read again at confirmation
    Source source;
    Trust trust = Trust::none;    // what it did prove; a confirmation adds to it
    std::string other_address{};  // it came from there, and a confirmation makes that another address of theirs
    bool operator==(const AnswerHeld&) const = default;
};
struct HeldConfirmed {
    std::string held_sha256;  // Source::sha256 of the AnswerHeld
    Source source;            // the confirmation
    bool operator==(const HeldConfirmed&) const = default;
};
struct HeldDiscarded {
    std::string held_sha256;
    Source source;
    bool said_anew = false;  // the same words came with proof; else it was not theirs
    bool operator==(const HeldDiscarded&) const = default;
};

struct ConcernRaised {
    std::string name;  // unique among the open ones
    ParticipantIndex by = 0;
    std::string text;
    Source source;
    bool operator==(const ConcernRaised&) const = default;
};
struct ConcernAnswered {
    std::string name;
    std::string text;
    Source source;
    Person by;
    bool operator==(const ConcernAnswered&) const = default;
};
struct ConcernSettled {
    std::string name;
    ParticipantIndex by = 0;
    Source source;
    bool operator==(const ConcernSettled&) const = default;
};
struct ConcernOverruled {
    std::string name;
    Person by;
    std::string reason;
    Source source;
    bool operator==(const ConcernOverruled&) const = default;
};

// The raiser was asked whether it is settled: after an answer or an amendment, and again by the clock.
struct SettleAsked {
    std::string name;
    Instant at{};
    bool anew = false;  // they wrote words that do not say it: as if this were the first question
    bool operator==(const SettleAsked&) const = default;
};
// It is not: the question rests until there is a new answer.
struct ConcernUpheld {
    std::string name;
    std::string reason;
    Source source;
    bool operator==(const ConcernUpheld&) const = default;
};
// The question was repeated to the policy's limit and never answered.
struct ConcernLapsed {
    std::string name;
    Instant at{};
    bool operator==(const ConcernLapsed&) const = default;
};

struct Commented {
    Person by;
    std::string text;
    std::string answers;  // the quoted lines that it replies to, or empty
    std::vector<AttachmentNoted> attachments;
    Source source;
    bool operator==(const Commented&) const = default;
};

// Somebody confirmed, about another decision, that this address is theirs: from now on mail from there is known here.
struct AddressConfirmed {
    std::string person;  // the address on file
    std::string address;
    Source source;  // the confirmation
    bool operator==(const AddressConfirmed&) const = default;
};

// After the close: on the record, answered, without effect.
struct LateAnswer {
    Person by;
    std::string text;
    Source source;
    bool operator==(const LateAnswer&) const = default;
};

// --- the course of a decision ---

// New planned reminders for one participant, after the close moved.
struct ReminderPlan {
    ParticipantIndex participant = 0;
    std::vector<Instant> reminders;
    bool operator==(const ReminderPlan&) const = default;
};

struct Extended {
    Instant closes_at{};
    std::vector<ReminderPlan> plans;
    Person by;  // empty name and address: the daemon itself
    std::string reason;
    Source source;
    bool for_unreached = false;  // the daemon's one extension because somebody could not be reached
    bool operator==(const Extended&) const = default;
};

// A new revision (PRODUCT 1.7).
struct Amended {
    Text text;
    Person by;
    Instant closes_at{};  // not before the old one
    std::vector<ReminderPlan> plans;
    Source source;
    bool operator==(const Amended&) const = default;
};

// A participant delays the close, once; it lapses by itself (PRODUCT 2.9).
struct HoldPlaced {
    ParticipantIndex participant = 0;
    Instant until{};
    std::vector<ReminderPlan> plans;
    std::string reason;
    Source source;
    bool operator==(const HoldPlaced&) const = default;
};
struct HoldReleased {
    ParticipantIndex participant = 0;
    Source source;
    bool operator==(const HoldReleased&) const = default;
};

// While `from` is silent, what `to` says for themself counts for `from` too.
struct Delegated {
    ParticipantIndex from = 0;
    ParticipantIndex to = 0;
    std::optional<Instant> until;  // then it ends by itself
    Source source;
    bool operator==(const Delegated&) const = default;
};
struct DelegationEnded {
    ParticipantIndex from = 0;
    Source source;  // empty: the clock
    bool operator==(const DelegationEnded&) const = default;
};

// Not to be reminded meanwhile; the record says that they were away.
struct AwayNoted {
    ParticipantIndex participant = 0;
    Instant from{};
    Instant until{};
    std::vector<Instant> reminders;  // what is left of the plan
    Source source;
    bool operator==(const AwayNoted&) const = default;
};

// Enough are in favour and nothing is open: from now on it needs nothing but the policy's final period.
struct FinalPeriodBegun {
    Instant at{};
    Instant closes_at{};
    bool operator==(const FinalPeriodBegun&) const = default;
};

// A concern came up in the final period, which is over with that: there is as much time again as before it began.
struct FinalPeriodEnded {
    Instant closes_at{};
    bool operator==(const FinalPeriodEnded&) const = default;
};

// The named decider was asked: votes are tied, or all advice is in.
struct DeciderAsked {
    Instant at{};
    bool operator==(const DeciderAsked&) const = default;
};

struct Reminded {
    ParticipantIndex participant = 0;
    Instant due{};  // the planned instant that this settles, with all earlier ones
    bool operator==(const Reminded&) const = default;
};
// One was planned, and none sent: a reminder of all that they owe had gone to them that day already.
struct ReminderSpared {
    ParticipantIndex participant = 0;
    Instant due{};  // as in Reminded
    bool operator==(const ReminderSpared&) const = default;
};

struct NotReached {
    ParticipantIndex participant = 0;
    std::string status;  // "5.1.1" or the server's words
    Source source;
    bool operator==(const NotReached&) const = default;
};
// A mail of ours about the text got through to them after all.
struct ReachedAgain {
    ParticipantIndex participant = 0;
    Instant at{};
    bool operator==(const ReachedAgain&) const = default;
};

struct Closed {
    Outcome outcome = Outcome::carried;
    std::vector<std::string> chosen;  // with options
    Instant at{};                     // the nominal instant
    bool early = false;
    bool waited_for_inbox = false;  // the inbox was not read at the nominal instant (PRODUCT 4.3)
    Person by;                      // empty: the clock
    std::string reason;
    std::string arithmetic;  // one paragraph with the integers: what was needed, what there was
    Source source;
    std::optional<Tally> tally{};  // what the paragraph says, whichever way it is worded; absent in older records
    bool operator==(const Closed&) const = default;
};

struct Reopened {
    Instant closes_at{};
    std::vector<ReminderPlan> plans;
    Person by;
    std::string reason;
    bool operator==(const Reopened&) const = default;
};

// --- after the close ---

// The decider's word on what was tied.
struct Decided {
    Person by;
    Outcome outcome = Outcome::carried;
    std::vector<std::string> chosen;
    std::string reason;
    Source source;
    bool operator==(const Decided&) const = default;
};
// What the decider or proposer adds to the record.
struct StatementAdded {
    Person by;
    std::string text;
    Source source;
    bool operator==(const StatementAdded&) const = default;
};

struct ReviewAsked {
    Instant at{};
    bool operator==(const ReviewAsked&) const = default;
};
struct Reviewed {
    Person by;
    Review answer = Review::keep;
    std::string reason;
    Source source;
    bool operator==(const Reviewed&) const = default;
};
// Another decision that carried replaces this one.
struct Superseded {
    std::string by;  // "D-12"
    Instant at{};
    bool operator==(const Superseded&) const = default;
};

using Event =
    std::variant<Drafted, Opened, VoteRecorded, VoteWithdrawn, VoteUnclear, AnswerHeld, HeldConfirmed, HeldDiscarded,
                 ConcernRaised, ConcernAnswered, ConcernSettled, ConcernOverruled, Commented, LateAnswer, Extended,
                 Reminded, NotReached, Closed, Reopened, Seconded, SettleAsked, ConcernUpheld, ConcernLapsed, Amended,
                 HoldPlaced, HoldReleased, Delegated, DelegationEnded, AwayNoted, FinalPeriodBegun, DeciderAsked,
                 Decided, StatementAdded, ReviewAsked, Reviewed, Superseded, AddressConfirmed, FinalPeriodEnded,
                 ReminderSpared, ReachedAgain>;

// "opened", "vote-recorded", … the stored kind and the word in `assentctl log`.
std::string_view name(const Event&);

}  // namespace assentd
