// SPDX-License-Identifier: Apache-2.0
// What can be asked of a decision. Commands come from mails (read by parsers/, resolved against config/ by daemon/),
// from the admin and from the clock. They are wishes: step() says what becomes of them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "decision/event.h"

namespace assentd {

// --- what one mail can contain, in the order of its text ---

struct CastVote {
    Position position = Position::agree;
    std::string strength;
    std::string line;
    std::string reason;
};
struct CastBallot {
    OptionBallot ballot;
    std::string line;
    std::string reason;
    std::string lines{};  // where it takes several: all of them
};
// "confirm": what I said about an earlier revision still holds.
struct ConfirmStance {
    std::string line;
};
struct RaiseConcern {
    std::string name;
    std::string text;
    std::string line;
};
struct SettleConcern {
    std::string name;  // empty: the only open one of the sender's
    std::string line;
};
struct OverruleConcern {
    std::string name;
    std::string reason;
    std::string line;
};
struct AnswerConcern {
    std::string name;  // empty: the only open one
    std::string text;
    std::string line;
};
struct UpholdConcern {
    std::string name;  // empty: the only open one of the sender's
    std::string reason;
    std::string line;
};
struct WithdrawAct {
    enum class Object { unsaid, vote, proposal };  // unsaid: the proposal for its proposer, the vote for others
    Object object = Object::unsaid;
    std::string reason;
    std::string line;
};
struct ExtendAct {
    Instant closes_at{};
    std::vector<ReminderPlan> plans;
    std::string reason;
    std::string line;
};
struct CloseAct {
    std::string reason;
    std::string line;
};
// The whole new text. `closes_at` is not before the present close: late amendments leave time to read them.
struct AmendAct {
    std::string body;
    Instant closes_at{};
    std::vector<ReminderPlan> plans;
    std::string line;
};
struct HoldAct {
    Instant until{};
    std::vector<ReminderPlan> plans;
    std::string reason;
    std::string line;
};
struct ReleaseAct {
    std::string line;
};
struct DelegateAct {
    std::string to;  // an address
    std::optional<Instant> until;
    std::string line;
};
struct UndelegateAct {
    std::string line;
};
// By the decider: `choice` is "yes", "no" or names an option by label or text.
struct DecideAct {
    std::string choice;
    std::string reason;
    std::string line;
};
struct StatementAct {
    std::string text;
    std::string line;
};
struct ReviewAct {
    Review answer = Review::keep;
    std::string reason;
    std::string line;
};
// What daemon/ keeps for the person (absence, receipts, digest) and wants told in the same receipt.
struct PreferenceKept {
    std::string what;
    std::string line;
    std::string key;  // what follows is daemon/'s business
    std::string value;
};
struct AskStatus {};
struct AskHelp {};
// Something that looked like a vote and is none for certain; `ask` is the question, with the line quoted.
struct UnclearVote {
    std::string line;
    std::string ask;
};
// A command that was not understood, or its arguments were not.
struct BadCommand {
    Problem problem;
};

using Act = std::variant<CastVote, CastBallot, ConfirmStance, RaiseConcern, AnswerConcern, UpholdConcern,
                         SettleConcern, OverruleConcern, WithdrawAct, AmendAct, HoldAct, ReleaseAct, DelegateAct,
                         UndelegateAct, ExtendAct, CloseAct, DecideAct, StatementAct, ReviewAct, PreferenceKept,
                         AskStatus, AskHelp, UnclearVote, BadCommand>;

// --- commands ---

// A proposal that may open now: everything about it is known and resolved.
struct Open {
    Opened opening;    // complete
    Problem beside{};  // words of the reply that completed it which are no part of it; no line: there are none
};
// A proposal that may not open yet.
struct Draft {
    Drafted draft;
    Problem beside{};  // as in Open
};

// One of those who may second the draft did. When enough have, the caller opens it.
struct Second {
    Person by;
    Source source;
    std::string line;
};

// Its proposer wrote something that changes nothing in a draft that waits to be seconded.
struct AskDraft {
    Source source;
};

struct Sender {
    std::string name;
    std::string address;        // lower case
    Trust trust = Trust::none;  // all that is proven
    // Where it came from, when that is nobody's address and only the reply token names the sender: to be asked about.
    std::string other_address{};
};

struct AnswerMail {
    Sender sender;
    std::vector<Act> acts;
    std::string new_text;  // the sender's own words, whole
    // Comments to record: what is said beside the acts, each with the lines it answers (may be empty).
    std::vector<std::pair<std::string, std::string>> comments;  // text, answered lines
    std::vector<AttachmentNoted> attachments;
    Source source;
};

// A reply to our question whether an unproven mail was theirs. It came to the question's own token, so it is proven.
struct Confirm {
    std::string held_sha256;
    bool yes = true;
    std::vector<Act> acts;  // of the held mail, read again
    std::vector<std::pair<std::string, std::string>> comments;
    Source source;
    bool address_of_another = false;  // where the held mail came from is on file for somebody else by now
};

struct Bounce {
    std::string address;  // lower case, of a participant
    bool temporary = false;
    std::string status;
    Source source;
};

// A mail about the text went out to a participant who had counted as not reached, and did not come back.
struct GotThrough {
    std::string address;  // lower case
    Instant at{};
};

// Its proposer does not want a draft any more; proven, or in answer to the question whether it is theirs.
struct DiscardDraft {
    std::string line;  // empty: the same proposal came proven, and what becomes of that is all that they need to hear
    Source source;
};

// More drafts wait than the house allows. Its proposer hears of it if they proved that it is theirs, or just sent it.
struct DropDraft {
    std::string why;
    bool is_new = false;  // so that nobody was asked about it
};

// What assentctl does, on the record.
struct AdminClose {
    std::string by;
    std::string reason;
};
struct AdminExtend {
    std::string by;
    std::string reason;
    Instant closes_at{};
    std::vector<ReminderPlan> plans;
};
struct AdminWithdraw {
    std::string by;
    std::string reason;
};
// Of what is tied, in place of a decider who does not answer.
struct AdminDecide {
    std::string by;
    std::string reason;
    std::string choice;  // "yes", "no", or what names options
};
struct AdminReopen {
    std::string by;
    std::string reason;
    Instant closes_at{};
    std::vector<ReminderPlan> plans;
};

// A standing wish of a participant's that reaches this decision too.
struct Absence {
    ParticipantIndex participant = 0;
    Instant from{};
    Instant until{};
    Source source;
};
struct StandingDelegation {
    ParticipantIndex from = 0;
    ParticipantIndex to = 0;
    std::optional<Instant> until;
    Source source;
};
struct EndDelegation {
    ParticipantIndex from = 0;
    Source source;
};

// An address that somebody confirmed to be theirs, about another decision.
struct AddAddress {
    std::string person;  // the address on file
    std::string address;
    Source source;
};

// Another decision that supersedes this one carried.
struct Supersede {
    std::string by;     // "D-12"
    std::string title;  // its
};

// Time passed. `inbox_read_until`: every mail that arrived before this instant has been applied; nothing closes
// beyond it.
struct Tick {
    Instant inbox_read_until{};
    bool inbox_was_unreadable = false;  // since the last tick it could not be read for a while (PRODUCT 4.3)
    bool before_a_mail = false;  // that is read now: only what was due before it, and nobody is asked or reminded
    std::vector<ParticipantIndex> resting{};         // not to be reminded now: these do not work at this hour
    std::vector<ParticipantIndex> reminded_today{};  // of all that they owe: no other reminder goes to these today
};

using Command = std::variant<Draft, Second, AskDraft, Open, AnswerMail, Confirm, Bounce, GotThrough, Absence,
                             StandingDelegation, EndDelegation, AddAddress, Supersede, DiscardDraft, DropDraft,
                             AdminClose, AdminExtend, AdminWithdraw, AdminDecide, AdminReopen, Tick>;

}  // namespace assentd
