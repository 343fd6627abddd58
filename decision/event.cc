// SPDX-License-Identifier: Apache-2.0
#include "decision/event.h"

namespace assentd {

namespace {
// One overload per alternative and no default: a new event does not compile until it has its word.
struct EventName {
    std::string_view operator()(const Drafted&) const { return "drafted"; }
    std::string_view operator()(const Opened&) const { return "opened"; }
    std::string_view operator()(const VoteRecorded&) const { return "vote-recorded"; }
    std::string_view operator()(const VoteWithdrawn&) const { return "vote-withdrawn"; }
    std::string_view operator()(const VoteUnclear&) const { return "vote-unclear"; }
    std::string_view operator()(const AnswerHeld&) const { return "answer-held"; }
    std::string_view operator()(const HeldConfirmed&) const { return "held-confirmed"; }
    std::string_view operator()(const HeldDiscarded&) const { return "held-discarded"; }
    std::string_view operator()(const ConcernRaised&) const { return "concern-raised"; }
    std::string_view operator()(const ConcernAnswered&) const { return "concern-answered"; }
    std::string_view operator()(const ConcernSettled&) const { return "concern-settled"; }
    std::string_view operator()(const ConcernOverruled&) const { return "concern-overruled"; }
    std::string_view operator()(const Commented&) const { return "commented"; }
    std::string_view operator()(const LateAnswer&) const { return "late-answer"; }
    std::string_view operator()(const Extended&) const { return "extended"; }
    std::string_view operator()(const Reminded&) const { return "reminded"; }
    std::string_view operator()(const ReminderSpared&) const { return "reminder-spared"; }
    std::string_view operator()(const NotReached&) const { return "not-reached"; }
    std::string_view operator()(const ReachedAgain&) const { return "reached-again"; }
    std::string_view operator()(const Closed&) const { return "closed"; }
    std::string_view operator()(const Reopened&) const { return "reopened"; }
    std::string_view operator()(const Seconded&) const { return "seconded"; }
    std::string_view operator()(const SettleAsked&) const { return "settle-asked"; }
    std::string_view operator()(const ConcernUpheld&) const { return "concern-upheld"; }
    std::string_view operator()(const ConcernLapsed&) const { return "concern-lapsed"; }
    std::string_view operator()(const Amended&) const { return "amended"; }
    std::string_view operator()(const HoldPlaced&) const { return "hold-placed"; }
    std::string_view operator()(const HoldReleased&) const { return "hold-released"; }
    std::string_view operator()(const Delegated&) const { return "delegated"; }
    std::string_view operator()(const DelegationEnded&) const { return "delegation-ended"; }
    std::string_view operator()(const AwayNoted&) const { return "away-noted"; }
    std::string_view operator()(const FinalPeriodBegun&) const { return "final-period-begun"; }
    std::string_view operator()(const FinalPeriodEnded&) const { return "final-period-ended"; }
    std::string_view operator()(const DeciderAsked&) const { return "decider-asked"; }
    std::string_view operator()(const Decided&) const { return "decided"; }
    std::string_view operator()(const StatementAdded&) const { return "statement-added"; }
    std::string_view operator()(const ReviewAsked&) const { return "review-asked"; }
    std::string_view operator()(const Reviewed&) const { return "reviewed"; }
    std::string_view operator()(const Superseded&) const { return "superseded"; }
    std::string_view operator()(const AddressConfirmed&) const { return "address-confirmed"; }
};
}  // namespace

std::string_view name(const Event& event) {
    return std::visit(EventName{}, event);
}

}  // namespace assentd
