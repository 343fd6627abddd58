// SPDX-License-Identifier: Apache-2.0
// The decider's word on advice or a tie, statements, and reviews: what a decision hears when voting is over (PRODUCT
// 1.9, 3.6, 7.1).
#include <algorithm>

#include "decision/answer_step.h"
#include "decision/choice.h"
#include "decision/standing.h"
#include "decision/tally.h"
#include "decision/text.h"

namespace assentd {

void AnswerStep::take(const DecideAct& a) {
    if (!is_decider(d_, sender_.address)) {
        refuse(a.line,
               d_.decider ? "Only " + d_.decider->name + " decides here."
                          : "Nobody is named to decide here: it is counted.",
               how_to_answer());
        return;
    }
    if (d_.state == State::open && d_.policy.method == Method::advice)
        decide_advice(a);
    else if (d_.state == State::closed && d_.closing->outcome == Outcome::tied && tie_settler(d_))
        decide_tie(a);
    else if (d_.state == State::closed && d_.closing->outcome == Outcome::tied)
        refuse(a.line, "You stood back from this decision (recused), so you do not settle its tie either.",
               "A facilitator can put it to the vote again.");
    else
        refuse(a.line, d_.decided ? "You have decided it already." : "There is nothing to decide for you here now.",
               "`status` shows how it stands.");
}

std::string AnswerStep::decision_example() const {
    return d_.options.empty() ? "Write: decide yes: REASON, or decide no: REASON"
                              : "Name one of the options: decide A: REASON";
}

void AnswerStep::decide_advice(const DecideAct& a) {
    auto settled = settle_advice(d_, a.choice);
    if (!settled) {
        refuse(a.line, "It is not clear what you decide.", decision_example());
        return;
    }
    if (const Instant earliest = d_.opened_at + d_.policy.min_period; counts_at_ < earliest) {
        refuse(a.line, "The time for advice lasts until " + moment(earliest) + " at least.",
               "Write this again after that.");
        return;
    }
    Closed closed;
    closed.outcome = settled->outcome;
    closed.chosen = std::move(settled->chosen);
    closed.at = std::min(bench_.now, counts_at_);
    closed.early = closed.at < d_.closes_at;
    closed.by = person();
    closed.reason = a.reason;
    closed.source = source_;
    bench_.announce(std::move(closed));
}

void AnswerStep::decide_tie(const DecideAct& a) {
    auto settled = settle_tie(d_, a.choice);
    if (!settled) {
        ask_to_settle(a.line);
        return;
    }
    bench_.happen(Decided{person(), settled->outcome, std::move(settled->chosen), a.reason, source_});
    bench_.owe_everybody(NoticeKind::outcome);
}

void AnswerStep::ask_to_settle(const std::string& line) {
    if (!is_choice(d_.policy.method)) {
        refuse(line, "It is not clear what you decide.", "Write: decide yes: REASON, or decide no: REASON");
        return;
    }
    refuse(line, "That does not settle it. " + what_is_tied(d_), "Write: " + way_to_settle(choose(d_)) + ": REASON");
}

void AnswerStep::take(const StatementAct& a) {
    if (!steers_ && !is_decider(d_, sender_.address)) {
        refuse(a.line, "A statement comes from the decider, the proposer or a facilitator.",
               "To leave it as a comment, send it once more without the word `statement`.");
        return;
    }
    if (d_.state != State::closed) {
        refuse(a.line, "A statement belongs to the outcome, and this is still open.", "Send it after the close.");
        return;
    }
    bench_.happen(StatementAdded{person(), a.text, source_});
    std::string what = "Recorded: your statement is part of the record.";
    if (d_.review_asked_at && !d_.review && settles_review())
        what += " The review still waits for your word; write one of: keep / change: ... / retire: ...";
    record(std::move(what), a.line);
}

void AnswerStep::take(const ReviewAct& a) {
    if (!d_.review_asked_at && !a.reason.empty()) {  // "Change: the date should be in May"
        comment(std::string(name(a.answer)) + ": " + a.reason, {}, {});
        record("No review of " + id(d_) + " is due. Your words are kept as a comment.", a.line);
        return;
    }
    if (!d_.review_asked_at) {
        refuse(a.line, "No review of " + id(d_) + " is due.", "`status` shows how it stands.");
        return;
    }
    if (!settles_review() || d_.review) {
        keep_as_view(std::string(name(a.answer)) + (a.reason.empty() ? "" : ": " + a.reason), a.line);
        return;
    }
    bench_.happen(Reviewed{person(), a.answer, a.reason, source_});
    const std::string why = a.reason.empty() ? std::string(".") : ": " + a.reason;
    std::string told = person().name + " reviewed it: ";
    switch (a.answer) {
        case Review::keep:
            told += "it stays as it is" + why;
            break;
        case Review::change:
            told += "it is to be changed, by a new proposal with the line `Supersedes: " + id(d_) +
                    "`; until that is decided, this one holds" + why;
            break;
        case Review::retire:
            told = person().name + " reviewed and retired it" + why;
            break;
    }
    bench_.owe_everybody(NoticeKind::amendment, told);
}

bool AnswerStep::settles_review() const {
    return d_.decider ? is_decider(d_, sender_.address) : steers_;
}

std::string AnswerStep::names_of_review_settlers() const {
    std::string names;
    for (const auto& p : review_settlers(d_)) names += (names.empty() ? "" : " or ") + p.name;
    return names;
}

// Of whoever was asked whether it still holds, and does not settle that, or came when it was settled.
void AnswerStep::keep_as_view(const std::string& words, const std::string& line) {
    comment(words, {}, {});
    record(d_.review
               ? d_.review->by.name + " has settled the review already: " + std::string(name(d_.review->answer)) +
                     ". Your word is kept as a comment."
               : "Your word is on the record as a comment; " + names_of_review_settlers() + " settles the review.",
           line);
}

}  // namespace assentd
