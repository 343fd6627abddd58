// SPDX-License-Identifier: Apache-2.0
#include "templates/standing_values.h"

#include <algorithm>

#include "decision/tally.h"
#include "decision/text.h"
#include "templates/plain_text.h"
#include "templates/value_setters.h"

namespace assentd::outgoing {

namespace {

std::string answer_text(const ParticipantView& p) {
    std::string text(name(p.stance->position));
    const std::string strength = one_line(p.stance->strength, 20);
    if (!strength.empty() && strength != text) text += " (" + strength + ')';
    if (!p.binding) text += ", advisory";
    if (p.stance->stale) text += ", to an earlier revision";
    return text;
}

}  // namespace

void set_rules(Values& v, const Told& told) {
    const Decision& d = told.d;
    const auto& p = d.policy;
    std::int64_t seats = 0;
    for (const auto& seat : d.seats) seats += seat.participant.binding ? 1 : 0;
    set(v, "policy", one_line(p.name, name_columns));
    set(v, "rule", rule_text(p, seats));
    set(v, "legend", legend(p));
    flag(v, "objections_block", p.on_disagree == OnDisagree::block);
    flag(v, "silence_agrees", p.silence == Silence::agree);
    flag(v, "needs_reason", p.veto_needs_reason);
    flag(v, "early_close", p.early_close);
    flag(v, "hidden_until_closed", p.visibility == Visibility::until_closed);
    flag(v, "hidden_until_voted", p.visibility == Visibility::until_voted);
    Values words{Values::type::list};
    for (const auto& [word, position] : p.words) {
        Values item;
        set(item, "word", one_line(word, name_columns));
        set(item, "word_position", std::string(name(position)));
        words << item;
    }
    v["own_words"] = std::move(words);
}

// Positions in the order of the roster, which favours nobody; those who disagree apart.
void set_answers(Values& v, const Told& told) {
    Values dissent{Values::type::list};
    Values answers{Values::type::list};
    for (const auto& p : told.shown().participants) {
        if (!p.stance) continue;
        const bool against = p.stance->position == Position::disagree || p.stance->position == Position::block;
        Values& list = against ? dissent : answers;
        Values item;
        flag(item, against ? "dissent_first" : "answers_first", list.is_empty_list());
        set(item, "answer_name", person_name(p.name, p.address));
        set(item, "answer", answer_text(p));
        set(item, "answer_reason", quotation(p.stance->reason, reason_bytes));
        list << item;
    }
    v["dissent"] = std::move(dissent);
    v["answers"] = std::move(answers);
}

void set_concern(Values& item, const Decision& d, const Concern& c, const View* shown) {
    const auto& by = d.seats.at(c.by).participant;
    set(item, "concern", one_line(c.name, name_columns));
    set(item, "concern_by", person_name(by.name, by.address));
    set(item, "concern_state", std::string(name(c.state)));
    // An objection's words stand with the vote already.
    const bool said =
        shown && shown->participants.at(c.by).stance && shown->participants.at(c.by).stance->reason == c.text;
    set(item, "concern_text", said ? std::string() : quotation(c.text, reason_bytes));
    set(item, "concern_answer", quotation(c.answer, reason_bytes));
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
        if (c.text.empty()) continue;
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
    std::vector<std::string> silent, not_reached, unclear;
    std::size_t reached = 0, spoke = 0;
    for (std::size_t i = 0; i < shown.participants.size(); ++i) {
        const auto& p = shown.participants[i];
        const std::string who = person_name(p.name, p.address);
        reached += p.reached ? 1 : 0;
        spoke += p.stance ? 1 : 0;
        if (!p.reached) not_reached.push_back(who);
        const bool is_unclear = std::any_of(shown.pending.begin(), shown.pending.end(),
                                            [&](const auto& pending) { return pending.first == i; });
        if (!p.stance && p.reached && !is_unclear && !shown.sealed) silent.push_back(who);
    }
    for (const auto& [index, pending] : shown.pending) {
        const auto& p = shown.participants.at(index);
        unclear.push_back(person_name(p.name, p.address) + ": " + one_line(pending->line, line_columns));
    }
    set(v, "silent", listed(silent));
    set(v, "not_reached", listed(not_reached));
    set(v, "unclear", listed(unclear));
    set(v, "asked", std::to_string(shown.participants.size()));
    set(v, "reached", std::to_string(reached));
    set(v, "spoke", shown.sealed ? std::string() : std::to_string(spoke));
}

void set_ending(Values& v, const Told& told) {
    const Decision& d = told.d;
    const Reader& reader = told.reader;
    const bool over = d.closing.has_value();
    const auto is = [&](Outcome o) { return over && d.closing->outcome == o; };
    flag(v, "carried", is(Outcome::carried));
    flag(v, "failed", is(Outcome::failed));
    flag(v, "no_quorum", is(Outcome::no_quorum));
    flag(v, "blocked", is(Outcome::blocked));
    flag(v, "tied", is(Outcome::tied));
    flag(v, "withdrawn", is(Outcome::withdrawn));
    flag(v, "early", over && d.closing->early);
    flag(v, "waited_for_inbox", over && d.closing->waited_for_inbox);
    set(v, "closed_by", over ? person_name(d.closing->by) : std::string());
    set(v, "reason", over ? quotation(d.closing->reason, reason_bytes) : std::string());
    set(v, "arithmetic", over ? one_line(d.closing->arithmetic, sentence_columns) : std::string());
    Values extensions{Values::type::list};
    for (const auto& e : d.extensions) {
        Values item;
        set(item, "extended_to", local(reader, e.closes_at) + " (" + utc_text(e.closes_at) + ')');
        set(item, "extended_by", person_name(e.by));
        set(item, "extended_reason", one_line(e.reason, sentence_columns));
        extensions << item;
    }
    v["extensions"] = std::move(extensions);
}

}  // namespace assentd::outgoing
