// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "decision/standing.h"
#include "decision/tally.h"
#include "templates/answers.h"
#include "templates/plain_text.h"
#include "templates/value_groups.h"
#include "templates/value_setters.h"

namespace assentd::outgoing {

namespace {

// An objection's words, and what was answered to them, stand with the vote already.
bool is_told_with_the_vote(const Concern& c, const View& shown) {
    const auto& p = shown.participants.at(c.by);
    return p.stance && !p.delegated && p.stance->reason == c.text;
}

// The reason without what stands below quoted lines: that is told with them. Of who disagrees it stays whole.
std::string reason_beside_comments(const View& shown, const Stance& stance) {
    std::string reason = stance.reason;
    if (is_against(stance)) return reason;
    for (const auto& c : shown.comments) {
        if (c.answers.empty() || c.text.empty() || c.source.sha256 != stance.source.sha256) continue;
        if (const auto at = reason.find(c.text); at != std::string::npos) reason.erase(at, c.text.size());
    }
    return reason.find_first_not_of(" \n") == std::string::npos ? std::string() : reason;
}

// Whether the words are told with the vote of the same mail.
bool is_told_with_a_vote(const View& shown, const Commented& c) {
    return std::any_of(shown.participants.begin(), shown.participants.end(), [&](const ParticipantView& p) {
        return p.stance && !p.delegated && p.stance->source.sha256 == c.source.sha256 &&
               reason_beside_comments(shown, *p.stance).find(c.text) != std::string::npos;
    });
}

}  // namespace

// Positions in the order of the roster, which favours nobody; those who disagree apart. What somebody else said for
// them counts, but its reason is told once.
void set_answers(Values& v, const Told& told) {
    Values dissent{Values::type::list};
    Values answers{Values::type::list};
    std::vector<std::string> acknowledged;
    const auto& participants = told.shown().participants;
    for (std::size_t i = 0; i < participants.size(); ++i) {
        const auto& p = participants[i];
        const Stance* stance = stance_of(p);
        if (!stance) continue;
        const std::string who =
            person_name(p.name, p.address) +
            (p.delegated ? ", through " + person_name(p.delegate->name, p.delegate->address) : "");
        const std::string reason =
            p.delegated ? std::string() : quotation(reason_beside_comments(told.shown(), *stance), reason_bytes);
        if (told.d.policy.method == Method::announce && stance->position == Position::agree) {
            acknowledged.push_back(who);
            if (reason.empty()) continue;
        }
        Values& list = is_against(*stance) ? dissent : answers;
        Values item;
        flag(item, is_against(*stance) ? "dissent_first" : "answers_first", list.is_empty_list());
        set(item, "answer_name", who);
        set(item, "answer", answer_text(told.d, p, *stance));
        set(item, "answer_reason", reason);
        const std::string given = answer_given(told.d, static_cast<ParticipantIndex>(i), *stance);
        set(item, "answer_given", reason.empty() ? std::string() : quotation(given, reason_bytes));
        list << item;
    }
    flag(v, "somebody_disagrees", dissent.is_non_empty_list());
    v["dissent"] = std::move(dissent);
    v["answers"] = std::move(answers);
    set(v, "acknowledged", listed(acknowledged));
}

void set_concern(Values& item, const Decision& d, const Concern& c, const View* beside_the_votes) {
    const auto& by = d.seats.at(c.by).participant;
    const bool told = beside_the_votes && is_told_with_the_vote(c, *beside_the_votes);
    set(item, "concern", one_line(c.name, name_columns));
    set(item, "concern_by", person_name(by.name, by.address));
    set(item, "concern_state", std::string(name(c.state)));
    flag(item, "concern_lapsed", c.state == ConcernState::lapsed);
    set(item, "concern_text", told ? std::string() : quotation(c.text, reason_bytes));
    set(item, "concern_answer", told ? std::string() : quotation(c.answer, reason_bytes));
    set(item, "concern_overruler", person_name(c.overruled_by, {}));
    set(item, "concern_overruled", quotation(c.overrule_reason, reason_bytes));
}

void set_concerns(Values& v, const Told& told) {
    Values list{Values::type::list};
    for (const Concern* c : told.shown().concerns) {
        Values item;
        set_concern(item, told.d, *c, &told.shown());
        flag(item, "concerns_first", list.is_empty_list());
        list << item;
    }
    v["concerns"] = std::move(list);
}

void set_comments(Values& v, const Told& told) {
    Values list{Values::type::list};
    for (const auto& c : told.shown().comments) {
        if (c.text.empty() || is_told_with_a_vote(told.shown(), c)) continue;
        Values item;
        flag(item, "comments_first", list.is_empty_list());
        set(item, "comment_by", person_name(c.by));
        // What a comment answers stands above it, as in the mail that it came from.
        const std::string answered = quotation(quotation(c.answers, reason_bytes), reason_bytes);
        set(item, "comment", (answered.empty() ? "" : answered + "\n") + quotation(c.text, reason_bytes));
        list << item;
    }
    v["comments"] = std::move(list);
}

// Whether somebody answered is told only where the answers are, or once it is over.
void set_participation(Values& v, const Told& told) {
    const View& shown = told.shown();
    std::vector<std::string> silent, concerned, commented, unproven, unconfirmed, not_reached, unclear, unexplained,
        away;
    std::size_t asked = 0, reached = 0, spoke = 0, through = 0;
    for (std::size_t i = 0; i < shown.participants.size(); ++i) {
        const auto& p = shown.participants[i];
        const std::string who = person_name(p.name, p.address);
        if (only_decides(told.d, static_cast<ParticipantIndex>(i))) {
            if (!p.reached) not_reached.push_back(who);
            continue;
        }
        ++asked;
        reached += p.reached ? 1 : 0;
        const bool has_spoken = p.stance || gave_advice(told.d, static_cast<ParticipantIndex>(i));
        spoke += has_spoken ? 1 : 0;
        through += p.delegated && !has_spoken ? 1 : 0;
        if (!p.reached) not_reached.push_back(who);
        const bool is_unclear = std::any_of(shown.pending.begin(), shown.pending.end(),
                                            [&](const auto& pending) { return pending.first == i; });
        const bool is_silent = !has_spoken && !p.delegated && !is_unclear && !shown.sealed;
        if (const Concern* c = is_silent ? concern_without_vote(told.d, static_cast<ParticipantIndex>(i)) : nullptr)
            concerned.push_back(who + " (" + one_line(c->name, name_columns) + ')');
        else if (is_silent && is_voted_on(told.d.policy.method) &&
                 has_commented(told.d, static_cast<ParticipantIndex>(i)))
            commented.push_back(who);
        else if (is_silent && p.reached)
            silent.push_back(who);
        if (!p.stance && told.d.closing && unproven_in_name_of(told.d, static_cast<ParticipantIndex>(i)) > 0)
            unproven.push_back(who);
        if (p.stance && is_unconfirmed(told.d, static_cast<ParticipantIndex>(i))) unconfirmed.push_back(who);
        if (!p.away.empty()) away.push_back(who + " (until " + local(told.reader, p.away.back().end) + ')');
    }
    for (const auto& [index, pending] : shown.pending) {
        const auto& p = shown.participants.at(index);
        auto& list = lacks_reason(*pending) ? unexplained : unclear;
        list.push_back(person_name(p.name, p.address) + ": " + one_line(pending->line, line_columns));
    }
    set(v, "silent", listed(silent));
    set(v, "concern_only", listed(concerned));
    set(v, "comment_only", listed(commented));
    set(v, "unproven_names", listed(unproven));
    set(v, "unconfirmed", listed(unconfirmed));
    set(v, "not_reached", listed(not_reached));
    set(v, "unclear", listed(unclear));
    set(v, "unexplained", listed(unexplained));
    set(v, "away", listed(away));
    set(v, "asked", std::to_string(asked));
    set(v, "reached", std::to_string(reached));
    set(v, "answered_through", through > 0 ? std::to_string(through) : std::string());
    set(v, "spoke", shown.sealed ? std::string() : std::to_string(spoke));
}

}  // namespace assentd::outgoing
