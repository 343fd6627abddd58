// SPDX-License-Identifier: Apache-2.0
// Concerns (PRODUCT 2.8): raised by name or by an objecting vote, settled by who raised them, overruled by a
// facilitator. While answers are sealed, no sentence here may tell that somebody else has a concern.
#include <algorithm>

#include "decision/answer_step.h"
#include "decision/standing.h"
#include "decision/text.h"
#include "decision/view.h"

namespace assentd {

namespace {

std::string short_name(const std::string& full) {
    std::string result = lower_case(full.substr(0, full.find(' ')));
    std::erase_if(result,
                  [](char c) { return c == ':' || c == ',' || c == '/' || static_cast<unsigned char>(c) < '!'; });
    return result.empty() ? "objection" : result;
}

}  // namespace

// How a participant's objection is called. It depends on the roster alone, not on who else objects.
std::string AnswerStep::handle() const {
    const std::string own = short_name(d_.seats[*participant_].participant.name);
    int same = 0;
    int place = 0;
    for (std::size_t i = 0; i < d_.seats.size(); ++i) {
        if (!is_same_concern_name(short_name(d_.seats[i].participant.name), own)) continue;
        ++same;
        if (i == *participant_) place = same;
    }
    return same == 1 ? own : own + '-' + std::to_string(place);
}

// While answers are sealed each has names of their own, so that no refused or changed name tells of another's
// concern.
std::string AnswerStep::free_name(const std::string& wanted) const {
    const bool sealed = d_.policy.visibility != Visibility::open;
    const std::string base = wanted.empty() ? handle() : sealed ? handle() + '/' + wanted : wanted;
    std::string candidate = base;
    for (int n = 2; find_open_concern(d_, candidate); ++n) candidate = base + '-' + std::to_string(n);
    return candidate;
}

const Concern* AnswerStep::own_open_concern(const std::string& wanted) const {
    if (own_open_concerns().empty()) return nullptr;
    const Concern* open = find_open_concern(d_, *participant_, wanted);
    return open ? open : find_open_concern(d_, *participant_, handle() + '/' + wanted);
}

std::vector<std::string> AnswerStep::own_open_concerns() const {
    std::vector<std::string> own;
    for (const auto& c : d_.concerns)
        if (c.state == ConcernState::open && participant_ && c.by == *participant_) own.push_back(c.name);
    return own;
}

// The concern that an objection stands for; empty if it has no reason and the policy wants one.
std::string AnswerStep::objection_standing_for(const CastVote& v) {
    const auto i = *participant_;
    if (const auto& stance = d_.seats[i].stance; stance && !stance->concern.empty()) {
        const auto last = std::find_if(d_.concerns.rbegin(), d_.concerns.rend(), [&](const Concern& c) {
            return c.by == i && same_ignoring_case(c.name, stance->concern);
        });
        // What was overruled is not raised again by repeating it.
        const bool overruled = last != d_.concerns.rend() && last->state == ConcernState::overruled && repeats(v);
        if (own_open_concern(stance->concern) || overruled) return stance->concern;
    }
    // An objection that spells out its concern in the same mail is that concern, not a second one; so is one in
    // answer to the question whether it is settled.
    for (const auto& c : d_.concerns)
        if (c.by == i && c.state == ConcernState::open && (c.source == source_ || v.reason.empty() || c.asked_at))
            return c.name;
    if (v.reason.empty() && d_.policy.veto_needs_reason) return {};
    const std::string concern = free_name({});
    bench_.raise({concern, i, v.reason, source_});
    return concern;
}

// `told`: the sentence that tells the proposer how it came to be settled.
void AnswerStep::settle(const std::string& concern, std::string told) {
    bench_.happen(ConcernSettled{concern, *participant_, source_});
    bench_.tell_proposer(std::move(told), person().address);
}

// The concern that a vote stood for goes with the vote; another of the same person stays until it is resolved by
// name. `did`: what became of the vote, for the proposer: nobody said that the matter itself is settled.
std::string AnswerStep::settle_own_objection(const std::string& did) {
    const auto& stance = d_.seats[*participant_].stance;
    if (!stance || stance->concern.empty()) return {};
    const auto* open = own_open_concern(stance->concern);
    if (!open) return {};
    const std::string settled = open->name;
    settle(settled, person().name + ' ' + did + ", and with that the concern “" + settled +
                        "”, which their objection stood for, no longer stands.");
    return settled;
}

void AnswerStep::take(const RaiseConcern& c) {
    if (!need_seat(c.line) || !need_open(c.line)) return;
    if (c.text.empty()) {
        reply_.questions.push_back(
            {c.line, "What is the concern? Reply with its name and a sentence, for example: concern: " +
                         (c.name.empty() ? std::string("cost") : c.name) + " the yearly fee is not in the budget"});
        return;
    }
    if (!d_.seats[*participant_].participant.binding) {
        comment(c.name.empty() ? c.text : c.name + ": " + c.text, {}, {});
        record("Your voice is advisory here, so this is recorded as a comment and holds nothing up.", c.line);
        return;
    }
    if (const auto* own = c.name.empty() ? nullptr : own_open_concern(c.name)) {
        const std::string open = own->name;
        uphold(open, c.text);
        refuse(c.line, "Your concern “" + open + "” is open already.",
               "To add to it, reply with a comment; to settle it, write: resolve " + open);
        return;
    }
    const bool sealed = d_.policy.visibility != Visibility::open;
    if (const auto* others = sealed || c.name.empty() ? nullptr : find_open_concern(d_, c.name)) {
        refuse(c.line, "There is an open concern “" + others->name + "” already.",
               "Choose another name, or comment on that one.");
        return;
    }
    const std::string raised = free_name(c.name);
    const bool was_final = d_.final_period_at.has_value();
    bench_.raise({raised, *participant_, c.text, source_});
    const std::string what =
        "Recorded: the concern “" + raised + "”. " + (was_final ? final_period_over() + ' ' : "");
    record(d_.policy.on_disagree == OnDisagree::block
               ? what + "It holds the decision up until you write: resolve " + raised
               : what + "Under this policy votes decide, so it " + (sealed ? "" : "is shown to all but ") +
                     "holds nothing up. " +
                     (d_.seats[*participant_].stance || d_.seats[*participant_].delegation
                          ? ""
                          : "It is no vote, and yours is still missing. ") +
                     "To take it back, write: resolve " + raised,
           c.line);
}

// For whoever ended it.
std::string AnswerStep::final_period_over() const {
    return "With it the final period is over, and answers are taken until " + moment(d_.closes_at) + '.';
}

void AnswerStep::take(const AnswerConcern& c) {
    if (!need_open(c.line) || !need_steering(c.line, "answer a concern about")) return;
    if (is_sealed_for(d_, participant_)) {
        refuse(c.line, "Answers are sealed, so no concern can be answered before it may be shown.",
               "Write this again once you may see them.");
        return;
    }
    std::vector<std::string> open;
    for (const auto& concern : d_.concerns)
        if (concern.state == ConcernState::open) open.push_back(concern.name);
    const auto* wanted = find_open_concern(d_, c.name.empty() && open.size() == 1 ? open.front() : c.name);
    if (!wanted) {
        refuse(c.line,
               c.name.empty() ? "It is not clear which concern this answers."
                              : "There is no open concern “" + c.name + "”.",
               open.empty() ? "No concern is open."
                            : "Open: " + listed(open) + ". Write: answer " + open.front() + ": TEXT");
        return;
    }
    if (c.text.empty()) {
        refuse(c.line, "The answer itself is missing.", "Write: answer " + wanted->name + ": TEXT");
        return;
    }
    const std::string answered = wanted->name;
    const std::string raiser = d_.seats[wanted->by].participant.name;
    bench_.happen(ConcernAnswered{answered, c.text, source_, person()});
    bench_.ask_whether_settled(answered, bench_.now);
    record("Recorded: your answer to the concern “" + answered + "”. " + raiser + " is asked whether it is settled.",
           c.line);
}

void AnswerStep::take(const UpholdConcern& c) {
    if (!need_open(c.line)) return;
    const auto own = own_open_concerns();
    const auto* wanted = own_open_concern(c.name.empty() && own.size() == 1 ? own.front() : c.name);
    if (!wanted) {
        refuse(c.line,
               c.name.empty() ? "It is not clear which concern is meant."
                              : "You have no open concern “" + c.name + "” here.",
               own.empty() ? "To raise one, write: concern: NAME and what would go wrong"
                           : "Write: uphold " + own.front());
        return;
    }
    const std::string upheld = wanted->name;
    bench_.happen(ConcernUpheld{upheld, c.reason, source_});
    bench_.ask_for_answer(upheld);
    comment(c.reason, {}, {});
    record("Recorded: the concern “" + upheld + "” is not settled and stays open.", c.line);
}

// The question whether it is settled is answered: no.
void AnswerStep::uphold(const std::string& name, const std::string& reason) {
    if (!may_uphold(name)) return;
    bench_.happen(ConcernUpheld{name, reason, source_});
    bench_.ask_for_answer(name);
}

bool AnswerStep::may_uphold(const std::string& name) const {
    const auto* open = find_open_concern(d_, name);
    return open && open->asked_at && source_.arrival >= *open->asked_at;
}

// Who was asked whether a concern is settled and writes words of their own may mean either. It must not lapse as if
// they had been silent, so the question begins anew.
void AnswerStep::ask_again_whether_settled() {
    for (const auto& name : own_open_concerns()) {
        if (!may_uphold(name)) continue;
        bench_.happen(SettleAsked{name, bench_.now, true});
        record("Your words are on the record, and it is not clear from them whether your concern “" + name +
                   "” is settled. Please say so in one line. If it is, write: resolve " + name +
                   ". If it is not, write: uphold " + name + ": and what is still missing.",
               {});
    }
}

// Words of the proposer while a concern waits for their answer reach nobody as one.
void AnswerStep::offer_to_answer_a_concern() {
    if (!is_proposer(d_, sender_.address) || is_sealed_for(d_, participant_)) return;
    const auto waits = std::find_if(d_.concerns.begin(), d_.concerns.end(), [this](const Concern& c) {
        return c.state == ConcernState::open && c.answer.empty() && c.by != participant_;
    });
    if (waits == d_.concerns.end()) return;
    record("Your words are kept as a comment. If they answer the concern “" + waits->name +
               "”, please send them in " + "one line, so that " + d_.seats[waits->by].participant.name +
               " is asked whether it is settled: answer " + waits->name + ": and your answer",
           {});
}

void AnswerStep::take(const SettleConcern& c) {
    if (!need_open(c.line)) return;
    const auto own = own_open_concerns();
    const auto* wanted = own_open_concern(c.name.empty() && own.size() == 1 ? own[0] : c.name);
    if (wanted) {
        const std::string settled = wanted->name;
        const auto& stance = d_.seats[*participant_].stance;
        if (stance && same_ignoring_case(stance->concern, settled)) settled_at_ = reply_.recorded.size();
        settle(settled, person().name + " says that the concern “" + settled + "” is settled.");
        record("Recorded: the concern “" + settled + "” is settled.", c.line);
        return;
    }
    const auto* others = c.name.empty() || is_sealed_for(d_, participant_) ? nullptr : find_open_concern(d_, c.name);
    if (others) {
        refuse(
            c.line,
            "Only " + d_.seats[others->by].participant.name + ", who raised “" + others->name + "”, can settle it.",
            "A facilitator may overrule it with a written reason: overrule " + others->name + " REASON");
        return;
    }
    refuse(c.line,
           c.name.empty() ? "It is not clear which concern is meant."
                          : "You have no open concern “" + c.name + "” here.",
           own.empty() ? "You have no open concern here." : "Write: resolve " + own[0]);
}

// Only if the same mail did not change it.
void AnswerStep::say_that_the_vote_stays() {
    if (!settled_at_ || d_.state != State::open) return;
    const auto& stance = d_.seats[*participant_].stance;
    if (stance && !(stance->source == source_))
        reply_.recorded[*settled_at_].what +=
            " Your vote stays " + std::string(name(stance->position)) + " until you change it.";
}

void AnswerStep::take(const OverruleConcern& c) {
    if (!need_open(c.line)) return;
    const auto* wanted = find_open_concern(d_, c.name);
    if (!is_facilitator(d_, sender_.address)) {
        refuse(c.line, "Only a facilitator may overrule a concern.", "You can answer it with a comment.");
    } else if (is_sealed_for(d_, participant_)) {
        refuse(c.line, "Answers are sealed, so no concern can be overruled before it may be shown.",
               "Write this again once you may see them.");
    } else if (!wanted) {
        refuse(c.line, "There is no open concern “" + c.name + "”.", "`status` lists the open ones.");
    } else if (c.reason.empty()) {
        refuse(c.line, "Overruling needs a written reason: it is printed in the outcome.",
               "Write: overrule " + wanted->name + " REASON");
    } else {
        const std::string overruled = wanted->name;
        const ParticipantIndex raiser = wanted->by;
        bench_.happen(ConcernOverruled{overruled, person(), c.reason, source_});
        bench_.tell(
            raiser,
            person().name + " overruled your concern “" + overruled +
                "”. It holds nothing up any more; your words are in the outcome, with the reason given: " + c.reason);
        bench_.tell_proposer(person().name + " overruled the concern “" + overruled + "”: " + c.reason,
                             person().address);
        record("Recorded: the concern “" + overruled + "” is overruled, with your reason.", c.line);
    }
}

}  // namespace assentd
