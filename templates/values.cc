// SPDX-License-Identifier: Apache-2.0
#include "templates/values.h"
#include "decision/standing.h"

#include <algorithm>
#include <iterator>

#include "decision/step.h"
#include "decision/text.h"
#include "templates/plain_text.h"
#include "templates/value_groups.h"
#include "templates/value_setters.h"

namespace assentd::outgoing {

std::string sentence(const Reader& reader, std::string_view text) {
    std::string out;
    for (auto begin = text.find(moment_mark); begin != text.npos; begin = text.find(moment_mark)) {
        out += text.substr(0, begin);
        text.remove_prefix(begin + 1);
        const auto end = std::min(text.find(moment_mark), text.size());
        const auto instant = read_utc_text(text.substr(0, end));
        if (!instant) continue;  // somebody's own control character
        out += both_times(reader, *instant);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return one_line(out.append(text), sentence_columns);
}

namespace {

void set_notice(Values& v, const Notice& n, const Reader& reader) {
    Values recorded{Values::type::list};
    for (const auto& r : n.recorded) {
        Values item;
        set(item, "what", sentence(reader, r.what));
        const bool several = r.line.find('\n') != std::string::npos;
        set(item, "line", several ? std::string() : one_line(r.line, line_columns));
        set(item, "lines", several ? quotation(r.line, reason_bytes) : std::string());
        set(item, "replaces", one_line(r.replaces, line_columns));
        recorded << item;
    }
    Values questions{Values::type::list};
    for (const auto& q : n.questions) {
        Values item;
        set(item, "line", one_line(q.line, line_columns));
        set(item, "ask", sentence(reader, q.ask));
        questions << item;
    }
    Values problems{Values::type::list};
    for (const auto& p : n.problems) {
        Values item;
        set(item, "line", one_line(p.line, line_columns));
        set(item, "wrong", sentence(reader, p.wrong));
        set(item, "right", sentence(reader, p.right));
        problems << item;
    }
    v["recorded"] = std::move(recorded);
    v["questions"] = std::move(questions);
    v["problems"] = std::move(problems);
    flag(v, "with_status", n.with_status);
    set(v, "confirm_text", quotation(n.confirm_text, reason_bytes));
    set(v, "confirm_address", one_line(n.confirm_address, 254));
    const auto lacks = [&](Notice::Lacks what) { return n.confirm_address.empty() && n.confirm_lacks == what; };
    flag(v, "confirm_unproven", lacks(Notice::Lacks::proof));
    flag(v, "confirm_more", lacks(Notice::Lacks::more_proof));
    flag(v, "confirm_passed_on", lacks(Notice::Lacks::address));
    set_time(v, reader, "arrival", "arrival_utc",
             n.confirm_sha256.empty() ? std::nullopt : std::optional(n.confirm_arrival));
    set(v, "announcement", sentence(reader, n.announcement));
}

void set_identity(Values& v, const Told& told) {
    const Decision& d = told.d;
    set(v, "id", id(d));
    set(v, "answer_to", one_line(told.about.how_to_answer_to, 254));
    set(v, "title", d.revisions.empty() ? std::string() : one_line(d.text().title, title_columns));
    set(v, "revision", std::to_string(d.revision()));
    set(v, "proposer", person_name(d.proposer));
    set(v, "decider", d.decider ? person_name(*d.decider) : std::string());
    const Person* settler = tie_settler(d);
    set(v, "tie_settler", settler ? person_name(*settler) : std::string());
    set(v, "supersedes", one_line(listed(d.supersedes), line_columns));
    flag(v, "draft", d.state == State::draft);
    flag(v, "open", d.state == State::open);
    flag(v, "waits_for_decider", d.state == State::open && waits_for_decider(d));
    flag(v, "is_closed", d.state == State::closed && d.number != 0);  // a draft never was open
    flag(v, "several", told.several);
    flag(v, "sealed", is_sealed_for(d, told.about.notice.participant));
}

void set_text(Values& v, const Told& told) {
    if (told.d.revisions.empty()) return set(v, "text", {});
    const Text& text = told.d.text();
    const std::string files =
        text.attachments.empty()
            ? std::string()
            : "\n\n[Attached, and not passed on here: " + one_line(listed(text.attachments), sentence_columns) + "]";
    set(v, "text", block(text.body, text_bytes) + files);
}

// Nobody else is waited for: the next look at the clock closes it.
bool ends_with_what_was_said(const Decision& d, Instant now) {
    constexpr std::chrono::seconds soon{5};
    const auto early = early_close_at(d);
    return early && *early <= now + soon;
}

std::optional<Instant> once_opened(const Decision& d, Instant instant) {
    return d.state == State::draft ? std::nullopt : std::optional(instant);
}
void set_opened(Values& v, const Told& told) {
    set_time(v, told.reader, "opened", "opened_utc", once_opened(told.d, told.d.opened_at));
}
void set_closes(Values& v, const Told& told) {
    set_time(v, told.reader, "closes", "closes_utc", once_opened(told.d, told.d.closes_at));
    flag(v, "final_period_begins", told.d.state == State::open && final_period_may_begin(told.d));
    flag(v, "closes_now", ends_with_what_was_said(told.d, told.now));
}
void set_closed(Values& v, const Told& told) {
    set_time(v, told.reader, "closed", "closed_utc", told.d.closed_at);
}

void set_needs(Values& v, const Told& told) {
    set(v, "needs", sentence(told.reader, needs(told.d, told.now, moment)));
}

void set_what_it_did(Values& v, const Told& told) {
    const Notice& n = told.about.notice;
    set_notice(v, n, told.reader);
    flag(v, "options_asked", is_choice(told.d.policy.method) && !n.questions.empty() && !n.with_status);
}

struct Group {
    std::string_view names;
    void (*make)(Values&, const Told&);
};

// Every placeholder about a decision, in groups that are made together.
constexpr Group groups[] = {
    {"id answer_to title revision proposer decider tie_settler supersedes draft open waits_for_decider is_closed "
     "several sealed",
     set_identity},
    {"text", set_text},
    {"opened opened_utc", set_opened},
    {"closes closes_utc final_period_begins closes_now", set_closes},
    {"closed closed_utc", set_closed},
    {"needs", set_needs},
    {"motion choice ranked scored approved input announce advice", set_method},
    {"policy rule legend objections_block silence_agrees silence_opposes needs_reason early_close may_close "
     "early_from "
     "early_from_utc "
     "hidden_until_closed hidden_until_voted votes_kept votes_dropped own_words default_option equal_places "
     "left_out_is_last left_out_is_no_opinion left_out_is_zero left_out_get_nothing score_least score_most "
     "most_approvals",
     set_rules},
    {"binding has_answered owes_answer stale stands_back own_answer own_concern own_concerns raised_concern "
     "commented unclear_answer unexplained_answer answer_missing "
     "raised_concern_state answered_by answers_for unproven one_unproven "
     "gave_advice lapsed_concern dropped_answer",
     set_reader_part},
    {"options long_options ballot_example", set_options},
    {"changes", set_changes},
    {"seconds_missing one_second_missing seconded_by head_lines terms draft_policy", set_seconds},
    {"reader_decides reader_settles_review review_settlers decide_example asked_again asked_last", set_decider_part},
    {"recorded questions options_asked problems with_status confirm_text confirm_address confirm_unproven "
     "confirm_more confirm_passed_on arrival arrival_utc announcement",
     set_what_it_did},
    {"dissent answers somebody_disagrees acknowledged", set_answers},
    {"concerns", set_concerns},
    {"concern concern_by concern_state concern_lapsed concern_text concern_answer concern_overruled "
     "concern_overruler concern_upheld concern_missing amended_since "
     "lapses lapses_utc",
     set_announced_concern},
    {"comments", set_comments},
    {"silent concern_only comment_only unproven_names unconfirmed not_reached unclear unexplained away asked reached "
     "spoke "
     "answered_through",
     set_participation},
    {"carried failed no_quorum blocked tied withdrawn closed_by early waited_for_inbox reason arithmetic chosen "
     "decided_by decided_for decided decided_utc decided_reason",
     set_ending},
    {"count_sheet", set_count_sheet},
    {"extensions amendments holds final_periods reopenings", set_course},
    {"statements superseded_by review_on reviewed review_planned reviewed_by review_reason", set_afterwards},
};

// Those of the mail itself, and those that only the entries of lists have.
constexpr std::string_view other_names =
    "reader address subject help correctable outsider decisions "
    "word word_position option option_first option_form head_line what line lines replaces ask wrong right "
    "dissent_first answers_first answer answer_name answer_reason answer_given comments_first comment_by comment "
    "concerns_first extended_to extended_by extended_reason amended_revision amended_by amended_on amended_close "
    "final_from final_to final_cut_short first_closed first_outcome reopened_by reopened_reason "
    "held_by held_until hold_reason statement_by statement";

bool contains_word(std::string_view words, std::string_view word) {
    for (auto at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

bool is_placeholder(std::string_view name) {
    if (name.empty() || name.find(' ') != std::string_view::npos) return false;
    return contains_word(other_names, name) || std::any_of(std::begin(groups), std::end(groups), [&](const Group& g) {
               return contains_word(g.names, name);
           });
}

std::string placeholder_names() {
    std::string names(other_names);
    for (const Group& group : groups) names.append(" ").append(group.names);
    return names;
}

const Seat* Told::seat() const {
    const auto reader_seat = about.notice.participant;
    return reader_seat && *reader_seat < d.seats.size() ? &d.seats[*reader_seat] : nullptr;
}

const View& Told::shown() const {
    if (!view_) view_ = view(d, about.notice.participant);
    return *view_;
}

const Values* Told::get(const std::string& name) const {
    if (const Values* made = values_.get(name)) return made;
    for (const Group& group : groups) {
        if (!contains_word(group.names, name)) continue;
        group.make(values_, *this);
        return values_.get(name);
    }
    return nullptr;
}

namespace {

void set_mail(Values& v, const Letterhead& letterhead, const Reader& reader, std::string_view help) {
    set(v, "reader", person_name(reader.name, reader.address));
    set(v, "address", one_line(letterhead.address, 254));
    const std::string policies =
        help.empty() || letterhead.policies.empty() ? "" : "\n\n" + block(letterhead.policies, text_bytes);
    set(v, "help", std::string(help) + policies);
}

bool may_be_corrected(const About& about, Instant now) {
    const auto& recorded = about.notice.recorded;
    const Decision& d = *about.decision;
    return d.state == State::open && now < d.closes_at && !ends_with_what_was_said(d, now) &&
           about.notice.participant &&
           std::any_of(recorded.begin(), recorded.end(), [](const ReceiptLine& r) { return r.answer; });
}

}  // namespace

MailValues::MailValues(const Letterhead& letterhead, const Reader& reader, const std::vector<About>& abouts,
                       std::string_view help, Instant now) {
    set_mail(mail_, letterhead, reader, help);
    for (const auto& about : abouts) told_.emplace_back(about, reader, abouts.size() > 1, now);
    mail_["decisions"] = Values(kainjow::mustache::list(abouts.size()));
    flag(mail_, "correctable",
         std::any_of(abouts.begin(), abouts.end(), [&](const About& a) { return may_be_corrected(a, now); }));
}

MailValues::MailValues(const Letterhead& letterhead, const Reader& reader, const Notice& notice,
                       std::string_view quoted_subject, std::string_view help) {
    set_mail(mail_, letterhead, reader, help);
    set_notice(mail_, notice, reader);
    flag(mail_, "outsider", notice.to_outsider);
    set(mail_, "subject", one_line(quoted_subject, title_columns));
}

// An entry of `decisions` is empty itself: its place in the list says which decision is meant.
void MailValues::push(const Values* section) {
    const Told* told = nullptr;
    if (const Values* decisions = mail_.get("decisions"))
        for (std::size_t i = 0; i < told_.size() && !told; ++i)
            if (section == &decisions->list_value()[i]) told = &told_[i];
    sections_.push_back({section, told});
}

void MailValues::pop() {
    sections_.pop_back();
}

const Values* MailValues::get(const std::string& name) const {
    for (auto section = sections_.rbegin(); section != sections_.rend(); ++section)
        if (const Values* value = section->told ? section->told->get(name) : section->values->get(name)) return value;
    if (const Values* value = mail_.get(name)) return value;
    return told_.empty() ? nullptr : told_.front().get(name);
}

const Values* MailValues::get_partial(const std::string&) const {
    return nullptr;  // partials are not allowed in templates
}

}  // namespace assentd::outgoing
