// SPDX-License-Identifier: Apache-2.0
// The state of one decision: the fold of its events. A plain value; copying it is how one asks "what if".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/event.h"
#include "decision/vouchers.h"

namespace assentd {

enum class State { draft, open, closed };
std::string_view name(State);

// What stands for one participant now.
struct Stance {
    Position position = Position::agree;
    std::string strength;
    std::string line;
    std::string reason;
    std::string concern;
    int revision = 1;
    bool stale = false;
    Trust trust = Trust::none;
    Source source;
    OptionBallot ballot;  // with Position::ballot
    bool operator==(const Stance&) const = default;
};

struct Delegation {
    ParticipantIndex to = 0;
    std::optional<Instant> until;
    Source source;
    bool operator==(const Delegation&) const = default;
};

// A delay of the close by one participant. Placed once; `released` or over, it stays on the record.
struct Hold {
    Instant until{};
    bool released = false;
    std::string reason;
    Source source;
    bool operator==(const Hold&) const = default;
};

struct Seat {
    Participant participant;
    std::optional<Stance> stance;
    std::optional<VoteUnclear> pending;
    std::optional<Instant> reminded;  // for when they were last reminded
    bool reached = true;
    std::string not_reached_status;
    std::optional<Source> withdrawn;  // the last own withdrawal of a vote: an older mail must not undo it
    std::optional<Delegation> delegation;
    std::optional<Hold> hold;
    std::vector<Interval> away;
    std::optional<Stance> dropped;  // their last answer, which fell with an amendment
    bool operator==(const Seat&) const = default;
};

enum class ConcernState { open, settled, overruled, lapsed };
std::string_view name(ConcernState);

struct Concern {
    std::string name;
    ParticipantIndex by = 0;
    ConcernState state = ConcernState::open;
    std::string text;
    std::string answer;
    std::string overrule_reason;
    std::string overruled_by;  // a name
    Source source;
    std::optional<Instant> asked_at;  // when its raiser was last asked whether it is settled, and has not answered
    std::int64_t asked = 0;           // how often, since the last answer
    std::optional<std::string> upheld{};  // its raiser said that it is not settled, perhaps with what is missing
    bool operator==(const Concern&) const = default;
};

// Who brought which revision; the texts are in Decision::revisions, from the second on.
struct Amendment {
    Person by;
    Source source;
    std::optional<Instant> closes_at;  // if it moved the close
    bool operator==(const Amendment&) const = default;
};

// One that began. Of those that were cut short by news, only the log tells when.
struct FinalPeriod {
    Instant begin{};
    Instant end{};  // as announced when it began
    bool cut_short = false;
    bool operator==(const FinalPeriod&) const = default;
};

// A close that was not the last.
struct Reopening {
    Instant closed_at{};
    Outcome outcome = Outcome::carried;
    Person by;
    std::string reason;
    bool operator==(const Reopening&) const = default;
};

struct Decision {
    State state = State::draft;
    std::int64_t number = 0;  // 0 until opened
    Person proposer;
    std::vector<Person> facilitators;
    std::optional<Person> decider;
    Policy policy;
    std::vector<Seat> seats;  // the roster, by ParticipantIndex
    std::vector<Text> revisions;
    std::vector<Amendment> amendments;
    std::vector<std::string> options;
    std::vector<std::string> supersedes;
    Instant opened_at{};
    Instant announced_close{};  // without holds
    Instant closes_at{};        // with them
    Instant last_word{};        // the last that may have been the one everybody waited for
    std::vector<Reopening> reopenings;
    std::optional<Instant> final_period_at;
    std::vector<FinalPeriod> final_periods;
    Instant close_before_final{};  // what had been announced before that period began
    std::optional<Instant> decider_asked_at;
    std::int64_t decider_asked = 0;  // how often, about this close
    std::optional<Instant> review_at;
    std::optional<Instant> review_asked_at;
    std::optional<Reviewed> review;
    std::string superseded_by;  // "D-12"
    std::optional<Instant> closed_at;
    std::optional<Closed> closing;  // what was tied and then decided has the decider's outcome
    std::optional<Decided> decided;
    std::vector<StatementAdded> statements;
    std::uint64_t seed = 0;
    std::string thread_message_id;
    std::string token_salt;
    Vouchers vouchers;
    std::vector<HeadValue> draft_head;
    std::vector<Problem> draft_problems;
    bool awaits_confirmation = false;
    Source draft_source;
    Trust draft_trust = Trust::none;
    std::int64_t seconds_needed = 0;  // of a draft
    std::vector<Person> may_second;
    std::vector<Seconded> seconds;
    std::string draft_terms;
    std::vector<AnswerHeld> held;  // neither confirmed nor discarded
    std::vector<Concern> concerns;
    std::vector<Commented> comments;
    std::vector<LateAnswer> late;
    std::vector<Extended> extensions;
    std::size_t events = 0;  // folded so far

    bool operator==(const Decision&) const = default;
    const Text& text() const { return revisions.back(); }  // once drafted or opened
    int revision() const { return static_cast<int>(revisions.size()); }
};

// The fold. Every event is accepted: whether it may happen was decided by step() before it was stored.
// Call it qualified (assentd::apply): argument-dependent lookup would also find std::apply.
void apply(Decision&, const Event&);

// "D-42"; a draft has none and is called "draft".
std::string id(const Decision&);

// "Voters: Ana Lima and Ben Okoro"
std::string to_string(const HeadValue&);
// Title, head lines and text of a draft: all that its proposer stands for with it. Without the policy, which it may
// owe to an address, a tag or the default.
std::string whole_draft(const Decision&);

// The order of one person's mails: by arrival, within the same second by their place in the folder, and where that
// says nothing by hash. So it does not depend on which was read first (a retry, a release, a recount).
bool is_older(const Source&, const Source&);
// Whether a newer word of this participant stands, so that what came with `source` is kept in the history only.
bool is_history(const Seat&, const Source&);

// The revision that stood when a mail arrived, whenever it is read: what its writer can have known.
int revision_at(const Decision&, const Source&);

// The participant that an address (any case) belongs to.
std::optional<ParticipantIndex> find_participant(const Decision&, std::string_view address);
bool is_proposer(const Decision&, std::string_view address);
bool is_facilitator(const Decision&, std::string_view address);
bool is_decider(const Decision&, std::string_view address);
// By its name, ignoring case, accents and the signs in "J." and "O'Brien". Null also where several are called so and
// none exactly.
const Concern* find_open_concern(const Decision&, std::string_view concern_name);
// The same among one participant's own.
const Concern* find_open_concern(const Decision&, ParticipantIndex by, std::string_view concern_name);
bool is_same_concern_name(std::string_view, std::string_view);

}  // namespace assentd
