// SPDX-License-Identifier: Apache-2.0
// What the parts of step() share: the decision under their hands and what came of it so far.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "decision/step.h"

namespace assentd {

Notice notice_to(NoticeKind, const std::string& to_name, const std::string& to_address);

struct Workbench {
    Decision& decision;
    Instant now;
    Step out;

    // Makes an event true: for what follows in this step, and for the caller to store.
    void happen(Event event) {
        assentd::apply(decision, event);  // qualified: std::apply would be found too, through the variant
        out.events.push_back(std::move(event));
    }

    void owe(Notice notice) { out.notices.push_back(std::move(notice)); }

    // One notice of a kind to each address that the decision knows: roster, proposer, facilitators, decider; once
    // each.
    void owe_everybody(NoticeKind kind, const std::string& announcement = {},
                       Notice::Wanted wanted = Notice::Wanted::nothing);
    void owe_everybody(const Notice& like);
    // To those of them who are not on the roster, once each.
    void owe_others(const Notice& like, const std::vector<Person>&);
    // To the roster only.
    void owe_participants(const Notice& like);

    // Announces the outcome as it was at that instant. Nobody in `by`: the clock, or early because everybody spoke.
    void close(Instant at, bool early, const Person& by, const std::string& reason, const Source& source,
               bool waited_for_inbox = false);
    void withdraw(Instant at, const Person& by, const std::string& reason, const Source& source);
    // However it ended: adds the arithmetic, and everybody gets the outcome.
    void announce(Closed);
    // One sentence to a participant who did nothing just now.
    void tell(ParticipantIndex, std::string what);
    // The same to the proposer, unless they did it themself or may not know yet.
    void tell_proposer(std::string what, const std::string& doer);
    void ask_decider(Instant at);
    void ask_whether_settled(const std::string& concern, Instant at);  // an open one
    void raise(ConcernRaised);                                         // the proposer is asked for an answer
    void ask_for_answer(const std::string& concern);                   // its proposer, unless answers are sealed
    // There is as much time again as before it began. `why`: the sentence that says so to all but these, who hear it
    // in a mail of their own.
    void end_final_period(const std::string& why, const std::vector<std::string>& but);
    void end_delegations(Instant until);                        // those that were given until then
    void end_delegation(ParticipantIndex from, const Source&);  // there is one, and its owner ends it
    void delegate(ParticipantIndex from, ParticipantIndex to, std::optional<Instant> until, const Source&);
    void extend(Instant closes_at, const std::vector<ReminderPlan>& plans, const Person& by,
                const std::string& reason, const Source& source);
};

// What the clock alone changes; defined in clock_step.cc.
void pass_time(Workbench&, const Tick&);

// Answers by mail; defined in answer_step.cc.
void take_answer(Workbench&, const AnswerMail&);
void take_confirmation(Workbench&, const Confirm&);

}  // namespace assentd
