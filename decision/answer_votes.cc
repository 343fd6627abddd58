// SPDX-License-Identifier: Apache-2.0
// Votes: cast, changed, repeated, unclear, without their reason, withdrawn.
#include <algorithm>

#include "decision/answer_step.h"
#include "decision/choice.h"
#include "decision/standing.h"
#include "decision/text.h"

namespace assentd {

namespace {

// The words for a position in a receipt.
std::string described(Position position, const std::string& strength) {
    std::string text(name(position));
    if (!strength.empty() && strength != text) text += " (" + strength + ')';
    return text;
}
std::string described(const Stance& stance) {
    return stance.position == Position::ballot ? ballot_text(stance.ballot)
                                               : described(stance.position, stance.strength);
}
// For others: what became of an objection.
std::string now_says(const CastVote& v) {
    return v.position == Position::recuse ? "stands back (recused)"
                                          : "changed their vote to " + described(v.position, v.strength);
}
std::string recorded(const Decision& d, const CastVote& v) {
    if (d.policy.method == Method::announce && v.position == Position::agree) return "Recorded: you have read it.";
    if (v.position == Position::recuse) return "Recorded: you stand back and are not counted.";
    return "Recorded: " + described(v.position, v.strength) + '.';
}

}  // namespace

bool AnswerStep::is_objection(Position position) const {
    return participant_ && d_.seats[*participant_].participant.binding &&
           d_.policy.on_disagree == OnDisagree::block &&
           (position == Position::disagree || position == Position::block);
}

bool AnswerStep::is_history(const std::string& line) {
    if (!assentd::is_history(d_.seats[*participant_], source_)) return false;
    record("A later mail of yours already stands; this one is kept in the history only.", line);
    return true;
}

// A word that was sent before the last amendment came and is read after it.
std::string AnswerStep::overtaken() const {
    const auto& stance = d_.seats[*participant_].stance;
    if (revision_at(d_, source_) == d_.revision() || (stance && !stance->stale)) return {};
    const std::string came = " You sent it before revision " + std::to_string(d_.revision()) + " came";
    return stance ? came + "; if it holds for that too, write: confirm"
                  : came + ", so it does not count. Please answer again.";
}

// The same again, with nothing new to say about it.
bool AnswerStep::repeats(const CastVote& v) const {
    const auto& stance = d_.seats[*participant_].stance;
    return stance && !stance->stale && stance->position == v.position && stance->strength == v.strength &&
           (v.reason.empty() || v.reason == stance->reason);
}

// Where nothing is voted on.
void AnswerStep::keep_as_comment(const std::string& line, const std::string& reason) {
    const bool said =
        line.find(reason) != std::string::npos;  // the reason is what stands behind the vote on its line
    comment(said ? line : line + '\n' + reason, {}, {});
    record("Nothing is voted on here; your words are kept as a comment.", line);
}

// Not every decision is put to a vote, and over options a single word says nothing but to stand aside.
bool AnswerStep::asks_for_votes(const CastVote& v) {
    if (d_.policy.method == Method::input) {
        keep_as_comment(v.line, v.reason);
        return false;
    }
    const bool aside = v.position == Position::abstain || v.position == Position::recuse;
    if (!is_choice(d_.policy.method) || aside) return true;
    ask_for_ballot(v.line, "This decision is a choice among options, so a word for or against cannot be counted.");
    return false;
}

void AnswerStep::take(const CastVote& v) {
    if (!need_seat(v.line) || !need_open(v.line) || !asks_for_votes(v)) return;
    unexplained_.reset();
    if (assentd::is_history(d_.seats[*participant_], source_)) {
        bench_.happen(VoteRecorded{*participant_,
                                   v.position,
                                   v.strength,
                                   v.line,
                                   v.reason,
                                   {},
                                   revision_at(d_, source_),
                                   proof(),
                                   source_,
                                   {}});
        is_history(v.line);
        return;
    }
    if (!is_objection(v.position)) {
        vote(v, {});
        return;
    }
    if (v.strength.starts_with("-0."))
        return take(UnclearVote{v.line,
                                "Is it an objection, which holds the decision up? Then please reply with -1 and "
                                "why. If you are against it and let it pass, reply with -0."});
    const bool was_final = d_.final_period_at.has_value();
    const std::string concern = objection_standing_for(v);
    if (concern.empty()) {
        unexplained_ = v;
        return;
    }
    // Who objects again says that nothing is settled.
    for (const auto& open : own_open_concerns()) uphold(open, v.reason);
    vote(v, concern);
    if (was_final && !d_.final_period_at) add_sentence(reply_.recorded.back().what, final_period_over());
}

// `concern`: what an objection stands for; of another vote nothing.
void AnswerStep::vote(const CastVote& v, const std::string& concern) {
    const auto i = *participant_;
    const auto before = d_.seats[i].stance;
    const bool again = repeats(v);
    const std::string settled = concern.empty() ? settle_own_objection(now_says(v)) : std::string();
    bench_.happen(VoteRecorded{i,
                               v.position,
                               v.strength,
                               v.line,
                               again ? before->reason : v.reason,
                               concern,
                               revision_at(d_, source_),
                               proof(),
                               source_,
                               {}});
    std::string what = recorded(d_, v);
    const bool renewed = before && before->stale && before->position == v.position && before->strength == v.strength;
    if (again) what += " It was so already.";
    if (renewed) what += " It is for revision " + std::to_string(revision_at(d_, source_)) + " now.";
    if (const auto* open = own_open_concern(concern); open && !concern.empty())
        what += " It holds the decision up as the concern “" + open->name +
                "” until you vote otherwise or write: resolve " + open->name;
    else if (!concern.empty())
        what += " The concern “" + concern + "” that it stood for was overruled, so it holds nothing up.";
    if (!settled.empty()) what += " The concern “" + settled + "” that your objection stood for is settled with it.";
    if (concern.empty())
        for (const auto& open : own_open_concerns())
            what += " Your concern “" + open + "” is still open; to settle it, write: resolve " + open;
    if (only_decides(d_, i))
        what += kept_as_advice();
    else if (!d_.seats[i].participant.binding)
        what += " Your voice is advisory here: it is shown, and does not decide.";
    what += overtaken() + question_that_waits();
    record_answer(std::move(what), v.line, before && !again && !renewed ? described(*before) : "");
    tell_delegators(before);
}

// A bare "yes" of the decider, while the others may still advise, is not yet their decision.
std::string AnswerStep::kept_as_advice() const {
    return " It is kept as advice and decides nothing: you are asked for your decision when the time for advice is "
           "over. To decide before, write: " +
           (d_.options.empty() ? std::string("decide yes: REASON, or decide no: REASON") : "decide A: REASON");
}

// A word like "yes" may have been meant for that; it is counted all the same, as anybody can have us ask. What that
// mail says is not told here: anybody may have written it.
std::string AnswerStep::question_that_waits() const {
    const auto& address = d_.seats[*participant_].participant.address;
    const auto held = std::find_if(d_.held.begin(), d_.held.end(), [&](const AnswerHeld& h) {
        return h.by.address == address && h.source.arrival <= source_.arrival;
    });
    if (held == d_.held.end()) return {};
    return " It is no answer to our question whether the mail in your name of " + moment(held->source.arrival) +
           " is yours: if you meant that, please write it in reply to that question.";
}

// Who stands back does so for themself: those for whom they were to answer speak for themselves again, until they
// come back.
void AnswerStep::tell_delegators(const std::optional<Stance>& before) {
    const auto stands_back = [](const std::optional<Stance>& s) { return s && s->position == Position::recuse; };
    const bool now = stands_back(d_.seats[*participant_].stance);
    if (stands_back(before) == now) return;
    const std::string who = d_.seats[*participant_].participant.name + ", whom you asked to answer for you, ";
    for (ParticipantIndex i = 0; i < d_.seats.size(); ++i) {
        const Seat& s = d_.seats[i];
        if (s.delegation && s.delegation->to == *participant_ && !s.stance)
            bench_.tell(i,
                        who + (now ? "stood back from this decision (recused). So your own answer is asked for here."
                                   : "no longer stands back from this decision. So while you say nothing yourself, "
                                     "their answer counts for you again."));
    }
}

// The reason may have followed as a concern of the same mail; else it is asked for, and nothing stands meanwhile: who
// objects no longer agrees.
void AnswerStep::take_unexplained() {
    if (!unexplained_ || d_.state != State::open) return;
    const CastVote v = *unexplained_;
    unexplained_.reset();
    const std::string concern = objection_standing_for(v);
    if (concern.empty())
        ask_for_reason(v);
    else
        vote(v, concern);
}

void AnswerStep::ask_for_reason(const CastVote& v) {
    const auto before = d_.seats[*participant_].stance;
    // Also with no vote to withdraw: an older mail that is read later must not stand in its place.
    bench_.happen(VoteWithdrawn{*participant_, source_});
    std::string ask(reason_is_missing);
    if (before) ask += " Your earlier vote (" + described(*before) + ") no longer counts.";
    ask += " What would go wrong? Reply with the vote and a sentence, for example: " + v.line +
           " because the cost is not covered";
    bench_.happen(VoteUnclear{*participant_, v.line, ask, source_});
    reply_.questions.push_back({v.line, ask});
}

// Only the question that the last words did not answer; they may be what it asks for.
std::string AnswerStep::ask_with(const VoteUnclear& pending, const std::string& words) const {
    constexpr std::size_t one_line = 200;
    const bool fits = words.find('\n') == words.npos && words.size() <= one_line;
    if (!fits || !lacks_reason(pending)) return pending.ask;
    return "If they are the reason for it, please send both in one line:\n" + pending.line + " " + words;
}

// Words alone, while a plain answer is waited for, may have been meant as one; not words from before it.
void AnswerStep::ask_again(const std::string& words) {
    const auto* pending =
        participant_ && d_.seats[*participant_].pending ? &*d_.seats[*participant_].pending : nullptr;
    if (!pending || is_older(source_, pending->source)) return;
    reply_.questions.push_back({words.substr(0, words.find('\n')), "Your words are kept as a comment, and “" +
                                                                       pending->line + "” is still not counted. " +
                                                                       ask_with(*pending, words)});
}

void AnswerStep::take(const ConfirmStance& c) {
    if (!need_seat(c.line) || !need_open(c.line)) return;
    const auto& stance = d_.seats[*participant_].stance;
    if (const auto& dropped = d_.seats[*participant_].dropped; dropped && !stance) {
        refuse(c.line,
               "Your answer (" + described(*dropped) +
                   ") was about an earlier text. Under this policy an answer falls with a new text, and there is "
                   "nothing to confirm.",
               "If you think the same of the new text, please answer again. " + how_to_answer());
        return;
    }
    if (!stance || !stance->stale) {
        refuse(c.line, "Nothing of yours waits to be confirmed here.",
               stance ? "Your answer (" + described(*stance) + ") stands." : how_to_answer());
        return;
    }
    if (is_history(c.line)) return;
    const Stance before = *stance;
    bench_.happen(VoteRecorded{*participant_, before.position, before.strength, c.line, before.reason, before.concern,
                               revision_at(d_, source_), proof(), source_, before.ballot});
    record_answer("Confirmed for revision " + std::to_string(revision_at(d_, source_)) + ": " + described(before) +
                      '.' + overtaken(),
                  c.line);
}

void AnswerStep::take(const UnclearVote& u) {
    if (!need_seat(u.line) || !need_open(u.line)) return;
    bench_.happen(VoteUnclear{*participant_, u.line, u.ask, source_});
    if (is_history(u.line)) return;
    const bool quoted = u.ask.find('"' + u.line + '"') != std::string::npos;
    const auto& stance = d_.seats[*participant_].stance;
    const std::string stands = stance && !stance->stale
                                   ? "Your earlier answer (" + described(*stance) + ") counts until you say more. "
                                   : "";
    reply_.questions.push_back({quoted ? std::string() : u.line, stands + u.ask});
}

void AnswerStep::withdraw_vote(const WithdrawAct& w) {
    if (!need_seat(w.line)) return;
    unexplained_.reset();
    const auto before = d_.seats[*participant_].stance;
    const bool pending = d_.seats[*participant_].pending.has_value();
    const bool history = assentd::is_history(d_.seats[*participant_], source_);
    const std::string settled = history ? std::string() : settle_own_objection("withdrew their vote");
    bench_.happen(VoteWithdrawn{*participant_, source_});
    if (is_history(w.line)) return;
    if (!before && !pending) {
        const auto delegate = delegate_of(d_, *participant_);
        refuse(w.line, "You have no vote here that could be withdrawn.",
               delegate ? "The answer of " + d_.seats[*delegate].participant.name +
                              " counts for you; `undelegate` ends that."
                        : "`status` shows how the decision stands.");
        return;
    }
    std::string what = before ? "Your vote is withdrawn. You can vote again until the close."
                              : "You had no vote here, and what you were asked about is not waited for any more. You "
                                "can vote until the close.";
    if (const auto delegate = delegate_of(d_, *participant_))
        what += " While you say nothing yourself, the answer of " + d_.seats[*delegate].participant.name +
                " counts for you; `undelegate` ends that.";
    if (!settled.empty()) what += " The concern “" + settled + "” that it stood for is settled with it.";
    if (before) what += " It was: " + described(*before) + '.';
    record(std::move(what), w.line);
    tell_delegators(before);
}

}  // namespace assentd
