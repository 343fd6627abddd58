// SPDX-License-Identifier: Apache-2.0
#include "templates/values.h"

#include <algorithm>

#include "decision/step.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/view.h"
#include "templates/plain_text.h"

namespace assentd::outgoing {

namespace {

constexpr std::string_view names =
    // the mail and its reader
    "reader address answer_to subject help several correctable decisions "
    // the decision
    "id title proposer decider policy revision text supersedes draft open is_closed "
    "opened opened_utc closes closes_utc closed closed_utc "
    // its rules
    "rule legend needs binding objections_block silence_agrees needs_reason early_close hidden_until_closed "
    "hidden_until_voted own_words word word_position "
    // what a mail did
    "recorded what line replaces questions ask problems wrong right with_status "
    "confirm_text arrival arrival_utc announcement has_answered owes_answer "
    // how it stands, and how it ended
    "sealed dissent dissent_first answers answers_first answer answer_name answer_reason silent not_reached unclear "
    "comments comments_first comment_by comment concerns concerns_first concern concern_by concern_state "
    "concern_text concern_answer concern_overruled "
    "asked reached spoke extensions extended_to extended_by extended_reason "
    "carried failed no_quorum blocked tied withdrawn closed_by early waited_for_inbox reason arithmetic";

constexpr std::size_t name_columns = 80;
constexpr std::size_t title_columns = 200;
constexpr std::size_t line_columns = 300;       // a quoted line
constexpr std::size_t sentence_columns = 2000;  // a sentence of ours with words of others in it
constexpr std::size_t reason_bytes = 20'000;
constexpr std::size_t text_bytes = 1u << 20;

// An empty value is false: a section about it is left out.
void set(Values& v, const char* name, std::string value) {
    v.set(name, value.empty() ? Values(false) : Values(std::move(value)));
}
void flag(Values& v, const char* name, bool value) {
    v.set(name, Values(value));
}

std::string person_name(std::string_view name, std::string_view address) {
    const std::string shown = one_line(name, name_columns);
    return shown.empty() ? one_line(address, name_columns) : shown;
}
std::string person_name(const Person& p) {
    return person_name(p.name, p.address);
}

std::string local(const Reader& reader, Instant instant) {
    return reader.local_time ? one_line(reader.local_time(instant), name_columns) : utc_text(instant);
}

void set_time(Values& v, const Reader& reader, const char* name, const char* utc_name,
              std::optional<Instant> instant) {
    set(v, name, instant ? local(reader, *instant) : std::string());
    set(v, utc_name, instant ? utc_text(*instant) : std::string());
}

void set_notice(Values& v, const Notice& n, const Reader& reader) {
    Values recorded{Values::type::list};
    for (const auto& r : n.recorded) {
        Values item;
        set(item, "what", one_line(r.what, sentence_columns));
        set(item, "line", one_line(r.line, line_columns));
        set(item, "replaces", one_line(r.replaces, line_columns));
        recorded << item;
    }
    Values questions{Values::type::list};
    for (const auto& q : n.questions) {
        Values item;
        set(item, "line", one_line(q.line, line_columns));
        set(item, "ask", one_line(q.ask, sentence_columns));
        questions << item;
    }
    Values problems{Values::type::list};
    for (const auto& p : n.problems) {
        Values item;
        set(item, "line", one_line(p.line, line_columns));
        set(item, "wrong", one_line(p.wrong, sentence_columns));
        set(item, "right", one_line(p.right, sentence_columns));
        problems << item;
    }
    v.set("recorded", recorded);
    v.set("questions", questions);
    v.set("problems", problems);
    flag(v, "with_status", n.with_status);
    set(v, "confirm_text", quotation(n.confirm_text, reason_bytes));
    set_time(v, reader, "arrival", "arrival_utc", n.confirm_arrival);
    set(v, "announcement", one_line(n.announcement, sentence_columns));
}

void set_rules(Values& v, const Decision& d, bool binding) {
    const auto& p = d.policy;
    std::int64_t seats = 0;
    for (const auto& seat : d.seats) seats += seat.participant.binding ? 1 : 0;
    set(v, "policy", one_line(p.name, name_columns));
    set(v, "rule", rule_text(p, seats));
    set(v, "legend", legend(p));
    flag(v, "binding", binding);
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
    v.set("own_words", words);
}

std::string answer_text(const ParticipantView& p) {
    std::string text(name(p.stance->position));
    const std::string strength = one_line(p.stance->strength, 20);
    if (!strength.empty() && strength != text) text += " (" + strength + ')';
    if (!p.binding) text += ", advisory";
    if (p.stance->stale) text += ", to an earlier revision";
    return text;
}

// Positions in the order of the roster, which favours nobody; those who disagree apart.
void set_answers(Values& v, const View& shown) {
    Values dissent{Values::type::list};
    Values answers{Values::type::list};
    for (const auto& p : shown.participants) {
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
    v.set("dissent", dissent);
    v.set("answers", answers);
}

Values concern_values(const Decision& d, const Concern& c, const View* shown) {
    Values item;
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
    return item;
}

void set_concerns(Values& v, const Decision& d, const View& shown) {
    Values list{Values::type::list};
    for (const auto& c : shown.concerns) {
        Values item = concern_values(d, c, &shown);
        flag(item, "concerns_first", list.is_empty_list());
        list << item;
    }
    v.set("concerns", list);
}

void set_comments(Values& v, const View& shown) {
    Values list{Values::type::list};
    for (const auto& c : shown.comments) {
        if (c.text.empty()) continue;
        Values item;
        flag(item, "comments_first", list.is_empty_list());
        set(item, "comment_by", person_name(c.by));
        // What a comment answers stands above it, as in the mail that it came from.
        const std::string answered = quotation(quotation(c.answers, reason_bytes), reason_bytes);
        set(item, "comment", (answered.empty() ? "" : answered + "\n") + quotation(c.text, reason_bytes));
        list << item;
    }
    v.set("comments", list);
}

// Whether somebody answered is told only where the answers are, or once it is over.
void set_participation(Values& v, const View& shown) {
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
        unclear.push_back(person_name(p.name, p.address) + ": " + one_line(pending.line, line_columns));
    }
    set(v, "silent", listed(silent));
    set(v, "not_reached", listed(not_reached));
    set(v, "unclear", listed(unclear));
    set(v, "asked", std::to_string(shown.participants.size()));
    set(v, "reached", std::to_string(reached));
    set(v, "spoke", shown.sealed ? std::string() : std::to_string(spoke));
}

void set_ending(Values& v, const Decision& d, const Reader& reader) {
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
    v.set("extensions", extensions);
}

void set_decision(Values& v, const About& about, const Reader& reader, bool several, Instant now) {
    const Decision& d = *about.decision;
    const auto seat = about.notice.participant && *about.notice.participant < d.seats.size()
                          ? &d.seats[*about.notice.participant]
                          : nullptr;
    const View shown = view(d, about.notice.participant);
    const bool has_text = !d.revisions.empty();
    flag(v, "several", several);
    set(v, "id", id(d));
    set(v, "answer_to", one_line(about.how_to_answer_to, 254));
    set(v, "title", has_text ? one_line(d.text().title, title_columns) : std::string());
    set(v, "text", has_text ? block(d.text().body, text_bytes) : std::string());
    set(v, "revision", std::to_string(d.revision()));
    set(v, "proposer", person_name(d.proposer));
    set(v, "decider", d.decider ? person_name(*d.decider) : std::string());
    set(v, "supersedes", one_line(listed(d.supersedes), line_columns));
    flag(v, "draft", d.state == State::draft);
    flag(v, "open", d.state == State::open);
    flag(v, "is_closed", d.state == State::closed);
    const bool dated = d.state != State::draft;
    set_time(v, reader, "opened", "opened_utc", dated ? std::optional(d.opened_at) : std::nullopt);
    set_time(v, reader, "closes", "closes_utc", dated ? std::optional(d.closes_at) : std::nullopt);
    set_time(v, reader, "closed", "closed_utc", d.closed_at);
    flag(v, "has_answered", seat && seat->stance && !seat->stance->stale);
    flag(v, "owes_answer", seat && (!seat->stance || seat->stance->stale));
    flag(v, "sealed", shown.sealed);
    set(v, "needs", one_line(needs(d, now), sentence_columns));
    set_rules(v, d, seat && seat->participant.binding);
    // A receipt without the status shows none of these, and they are most of the work.
    if (about.notice.kind != NoticeKind::receipt || about.notice.with_status) {
        set_answers(v, shown);
        set_concerns(v, d, shown);
        set_comments(v, shown);
    }
    set_participation(v, shown);
    set_ending(v, d, reader);
    set_notice(v, about.notice, reader);
}

void set_mail(Values& v, const Letterhead& letterhead, const Reader& reader, std::string_view help) {
    set(v, "reader", person_name(reader.name, reader.address));
    set(v, "address", one_line(letterhead.address, 254));
    set(v, "help", std::string(help));
}

}  // namespace

bool is_placeholder(std::string_view name) {
    if (name.empty() || name.find(' ') != std::string_view::npos) return false;
    const std::string padded = ' ' + std::string(names) + ' ';
    return padded.find(' ' + std::string(name) + ' ') != std::string::npos;
}

std::string_view placeholder_names() {
    return names;
}

Values values_of(const Letterhead& letterhead, const Reader& reader, const std::vector<About>& abouts,
                 std::string_view help, Instant now) {
    Values v;
    set_mail(v, letterhead, reader, help);
    const bool several = abouts.size() > 1;
    Values list{Values::type::list};
    bool correctable = false;
    for (const auto& about : abouts) {
        Values item;
        set_decision(item, about, reader, several, now);
        list << item;
        correctable = correctable || (about.decision->state == State::open && now < about.decision->closes_at &&
                                      about.notice.participant &&
                                      std::any_of(about.notice.recorded.begin(), about.notice.recorded.end(),
                                                  [](const ReceiptLine& r) { return !r.line.empty(); }));
    }
    set_decision(v, abouts.front(), reader, several, now);
    v.set("decisions", list);
    flag(v, "correctable", correctable);
    for (const auto& c : view(*abouts.front().decision, abouts.front().notice.participant).concerns) {
        if (abouts.front().notice.concern.empty() || c.name != abouts.front().notice.concern) continue;
        const Values item = concern_values(*abouts.front().decision, c, nullptr);
        for (const char* key : {"concern", "concern_by", "concern_state", "concern_text", "concern_answer"})
            v.set(key, *item.get(key));
    }
    return v;
}

Values values_of(const Letterhead& letterhead, const Reader& reader, const Notice& notice,
                 std::string_view quoted_subject, std::string_view help) {
    Values v;
    set_mail(v, letterhead, reader, help);
    set_notice(v, notice, reader);
    set(v, "subject", one_line(quoted_subject, title_columns));
    return v;
}

}  // namespace assentd::outgoing
