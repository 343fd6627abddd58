// SPDX-License-Identifier: Apache-2.0
#include "decision/tally.h"
#include "templates/answers.h"
#include "templates/plain_text.h"
#include "templates/value_groups.h"
#include "templates/value_setters.h"

namespace assentd::outgoing {

namespace {

Values extensions_of(const Told& told) {
    Values list{Values::type::list};
    for (const auto& e : told.d.extensions) {
        Values item;
        set(item, "extended_to", both_times(told.reader, e.closes_at));
        set(item, "extended_by", person_name(e.by));
        set(item, "extended_reason", one_line(e.reason, sentence_columns));
        list << item;
    }
    return list;
}

Values reopenings_of(const Told& told) {
    Values list{Values::type::list};
    for (const auto& r : told.d.reopenings) {
        Values item;
        set(item, "first_closed", both_times(told.reader, r.closed_at));
        set(item, "first_outcome", std::string(name(r.outcome)));
        set(item, "reopened_by", person_name(r.by));
        set(item, "reopened_reason", one_line(r.reason, sentence_columns));
        list << item;
    }
    return list;
}

Values amendments_of(const Told& told) {
    Values list{Values::type::list};
    for (std::size_t i = 0; i < told.d.amendments.size(); ++i) {
        const auto& a = told.d.amendments[i];
        Values item;
        set(item, "amended_revision", std::to_string(i + 2));
        set(item, "amended_by", person_name(a.by));
        set(item, "amended_on", both_times(told.reader, a.source.arrival));
        set(item, "amended_close", a.closes_at ? both_times(told.reader, *a.closes_at) : std::string());
        list << item;
    }
    return list;
}

Values holds_of(const Told& told) {
    Values list{Values::type::list};
    for (const auto& p : told.shown().participants) {
        if (!p.hold) continue;
        Values item;
        set(item, "held_by", person_name(p.name, p.address));
        set(item, "held_until", both_times(told.reader, p.hold->until));
        set(item, "hold_reason", one_line(p.hold->reason, sentence_columns));
        list << item;
    }
    return list;
}

Values final_periods_of(const Told& told) {
    Values list{Values::type::list};
    for (const auto& period : told.d.final_periods) {
        Values item;
        set(item, "final_from", both_times(told.reader, period.begin));
        set(item, "final_to", both_times(told.reader, period.end));
        flag(item, "final_cut_short", period.cut_short);
        list << item;
    }
    return list;
}

Values statements_of(const Decision& d) {
    Values list{Values::type::list};
    for (const auto& s : d.statements) {
        Values item;
        set(item, "statement_by", person_name(s.by));
        set(item, "statement", quotation(s.text, reason_bytes));
        list << item;
    }
    return list;
}

}  // namespace

void set_ending(Values& v, const Told& told) {
    const Decision& d = told.d;
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
    std::vector<std::string> chosen;
    if (over)
        for (const auto& text : d.closing->chosen) chosen.push_back(one_line(labelled(d, text), line_columns));
    set(v, "chosen", listed(chosen));
    set(v, "decided_by", d.decided ? person_name(d.decided->by) : std::string());
    const bool by_the_admin = d.decided && d.decided->by.address.empty() && d.decider;
    set(v, "decided_for", by_the_admin ? person_name(*d.decider) : std::string());
    set_time(v, told.reader, "decided", "decided_utc",
             d.decided ? std::optional(d.decided->source.arrival) : std::nullopt);
    set(v, "decided_reason", d.decided ? quotation(d.decided->reason, reason_bytes) : std::string());
}

// Tells how everybody voted together, so only of what is over.
void set_count_sheet(Values& v, const Told& told) {
    const bool over = told.d.closing && told.d.closing->outcome != Outcome::withdrawn;
    set(v, "count_sheet", over ? preformatted(count_sheet(told.d)) : std::string());
}

void set_course(Values& v, const Told& told) {
    v["extensions"] = extensions_of(told);
    v["amendments"] = amendments_of(told);
    v["holds"] = holds_of(told);
    v["final_periods"] = final_periods_of(told);
    v["reopenings"] = reopenings_of(told);
}

void set_afterwards(Values& v, const Told& told) {
    const Decision& d = told.d;
    const bool carried = d.closing && d.closing->outcome == Outcome::carried;
    v["statements"] = statements_of(d);
    set(v, "superseded_by", one_line(d.superseded_by, name_columns));
    set(v, "review_on", carried && d.review_at ? both_times(told.reader, *d.review_at) : std::string());
    set(v, "review_planned", d.review_at ? both_times(told.reader, *d.review_at) : std::string());
    set(v, "reviewed", d.review ? std::string(name(d.review->answer)) : std::string());
    set(v, "reviewed_by", d.review ? person_name(d.review->by) : std::string());
    set(v, "review_reason", d.review ? quotation(d.review->reason, reason_bytes) : std::string());
}

}  // namespace assentd::outgoing
