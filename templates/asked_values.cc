// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "decision/choice.h"
#include "decision/example_answer.h"
#include "decision/standing.h"
#include "decision/text.h"
#include "templates/answers.h"
#include "templates/changes.h"
#include "templates/plain_text.h"
#include "templates/value_groups.h"
#include "templates/value_setters.h"

namespace assentd::outgoing {

namespace {

// A line of the form keeps its place in a quotation of a quotation only if no program wraps it.
constexpr std::size_t form_columns = 60;

std::vector<const Concern*> own_open_concerns(const Decision& d, std::optional<ParticipantIndex> reader) {
    std::vector<const Concern*> own;
    for (const auto& c : d.concerns)
        if (c.by == reader && c.state == ConcernState::open) own.push_back(&c);
    return own;
}

// When the question whether it is settled, if this was the last time, has been open for long enough.
void set_lapse(Values& v, const Told& told, const Concern& c) {
    const Decision& d = told.d;
    const bool last = d.policy.settle_asks > 0 && c.asked >= d.policy.settle_asks && c.asked_at;
    const auto lapses = last ? settle_due(d, c) : std::nullopt;
    set_time(v, told.reader, "lapses", "lapses_utc", lapses && *lapses < d.closes_at ? lapses : std::nullopt);
}

// Those for whom the reader answers while they say nothing themselves.
std::string answered_for(const Decision& d, std::optional<ParticipantIndex> reader) {
    std::vector<std::string> names;
    for (const auto& s : d.seats)
        if (s.delegation && s.delegation->to == reader && !s.stance)
            names.push_back(person_name(s.participant.name, s.participant.address));
    return listed(names);
}

// What this objection stands for, if it holds nothing up any more because it lapsed.
std::string lapsed_concern(const Decision& d, const Stance& stance) {
    if (stance.concern.empty()) return {};
    const auto last = std::find_if(d.concerns.rbegin(), d.concerns.rend(),
                                   [&](const Concern& c) { return same_ignoring_case(c.name, stance.concern); });
    return last != d.concerns.rend() && last->state == ConcernState::lapsed ? last->name : std::string();
}

std::string names_of(const std::vector<Seconded>& seconds) {
    std::vector<std::string> names;
    for (const auto& s : seconds) names.push_back(person_name(s.by));
    return listed(names);
}

}  // namespace

void set_reader_part(Values& v, const Told& told) {
    const Decision& d = told.d;
    const Seat* seat = told.seat();
    const auto reader = told.about.notice.participant;
    const Stance* stance = seat && seat->stance ? &*seat->stance : nullptr;
    const auto concerns = own_open_concerns(d, seat ? reader : std::nullopt);
    flag(v, "binding", seat && seat->participant.binding);
    flag(v, "has_answered", stance && !stance->stale);
    flag(v, "stale", stance && stance->stale);
    flag(v, "owes_answer", seat && owes_answer(d, *reader));
    flag(v, "gave_advice", seat && gave_advice(d, *reader));
    flag(v, "stands_back", stance && stance->position == Position::recuse);
    const auto* dropped = seat && !stance && seat->dropped ? &*seat->dropped : nullptr;
    set(v, "dropped_answer", dropped ? position_text(d, *dropped) : std::string());
    set(v, "own_answer", stance ? position_text(d, *stance) : std::string());
    // One of these says why their answer is still asked for.
    const auto* pending = seat && seat->pending ? &*seat->pending : nullptr;
    const Concern* raised = seat && !pending ? concern_without_vote(d, *reader) : nullptr;
    const bool commented =
        seat && !stance && !pending && !raised && is_voted_on(d.policy.method) && has_commented(d, *reader);
    const bool unexplained = pending && lacks_reason(*pending);
    const std::string asked_about = pending ? one_line(pending->line, line_columns) : std::string();
    set(v, "unclear_answer", unexplained ? std::string() : asked_about);
    set(v, "unexplained_answer", unexplained ? asked_about : std::string());
    set(v, "raised_concern", raised ? one_line(raised->name, name_columns) : std::string());
    flag(v, "commented", commented);
    flag(v, "answer_missing", seat && !pending && !raised && !commented);
    const auto unproven = seat && !stance ? unproven_in_name_of(d, *reader) : 0;
    set(v, "unproven", unproven > 0 ? std::to_string(unproven) : std::string());
    flag(v, "one_unproven", unproven == 1);
    set(v, "raised_concern_state", raised ? std::string(name(raised->state)) : std::string());
    set(v, "own_concern", concerns.empty() ? std::string() : one_line(concerns.front()->name, name_columns));
    Values own{Values::type::list};
    for (const Concern* concern : concerns) {
        Values item;
        set(item, "own_concern", one_line(concern->name, name_columns));
        set_lapse(item, told, *concern);
        own << item;
    }
    v["own_concerns"] = std::move(own);
    set(v, "answers_for", seat ? answered_for(d, reader) : std::string());
    const auto delegate = seat && (!stance || stance->stale) ? delegate_of(d, *reader) : std::nullopt;
    set(v, "answered_by", delegate ? person_name(d.seats[*delegate].participant.name, "the other") : std::string());
    set(v, "lapsed_concern", stance ? one_line(lapsed_concern(d, *stance), name_columns) : std::string());
}

void set_options(Values& v, const Told& told) {
    const Decision& d = told.d;
    const std::string box = d.policy.method == Method::approval ? "[ ] " : "[   ] ";
    Values options{Values::type::list};
    bool too_long = false;
    for (std::size_t i = 0; i < d.options.size(); ++i) {
        const std::string text = option_label(static_cast<OptionIndex>(i)) + ": " + one_line(d.options[i], 1000);
        Values item;
        flag(item, "option_first", i == 0);
        set(item, "option", text);
        set(item, "option_form", box + one_line(text, form_columns));
        too_long = too_long || columns(text) >= form_columns;
        options << item;
    }
    v["options"] = std::move(options);
    flag(v, "long_options", too_long);
    set(v, "ballot_example", example_ballot(d));
}

void set_changes(Values& v, const Told& told) {
    const auto& revisions = told.d.revisions;
    const bool shown = told.about.notice.shows_changes && revisions.size() > 1;
    const auto text = [&](std::size_t back) { return block(revisions[revisions.size() - back].body, text_bytes); };
    set(v, "changes", shown ? changes(text(2), text(1)) : std::string());
}

// The concern that the notice is about, beside the list of all: the last of its name, as a name may be used again.
void set_announced_concern(Values& v, const Told& told) {
    const Decision& d = told.d;
    const auto& all = told.shown().concerns;
    const auto found = std::find_if(all.rbegin(), all.rend(),
                                    [&](const Concern* c) { return c->name == told.about.notice.concern; });
    if (told.about.notice.concern.empty() || found == all.rend()) return;
    const Concern& c = **found;
    set_concern(v, d, c, nullptr);
    flag(v, "concern_upheld", c.upheld.has_value());
    set(v, "concern_missing", c.upheld ? quotation(*c.upheld, reason_bytes) : std::string());
    flag(v, "amended_since", !d.amendments.empty() && d.amendments.back().source.arrival >= c.source.arrival);
    set_lapse(v, told, c);
}

void set_seconds(Values& v, const Told& told) {
    const Decision& d = told.d;
    const auto missing = d.seconds_needed - static_cast<std::int64_t>(d.seconds.size());
    set(v, "seconds_missing", missing > 0 ? std::to_string(missing) : std::string());
    flag(v, "one_second_missing", missing == 1);
    set(v, "seconded_by", names_of(d.seconds));
    set(v, "terms", sentence(told.reader, d.draft_terms));
    const auto policy =
        std::find_if(d.draft_head.begin(), d.draft_head.end(), [](const HeadValue& h) { return h.key == "Policy"; });
    set(v, "draft_policy", policy == d.draft_head.end() ? std::string() : one_line(policy->value, name_columns));
    Values head{Values::type::list};
    for (const auto& h : d.draft_head) {
        Values item;
        set(item, "head_line", one_line(to_string(h), line_columns));
        head << item;
    }
    v["head_lines"] = std::move(head);
}

void set_decider_part(Values& v, const Told& told) {
    const Decision& d = told.d;
    const auto& addresses = told.seat() ? told.seat()->participant.addresses : std::vector<std::string>{};
    const bool decides =
        is_decider(d, told.reader.address) ||
        std::any_of(addresses.begin(), addresses.end(), [&](const auto& a) { return is_decider(d, a); });
    flag(v, "reader_decides", decides);
    // Who settles a review: the decider, else who steers it.
    const bool steers = is_proposer(d, told.reader.address) || is_facilitator(d, told.reader.address);
    flag(v, "reader_settles_review", d.decider ? decides : steers);
    std::string settlers;
    for (const auto& p : review_settlers(d)) settlers += (settlers.empty() ? "" : " or ") + person_name(p);
    set(v, "review_settlers", settlers);
    flag(v, "asked_again", d.decider_asked > 1);
    flag(v, "asked_last", d.decider_asked >= most_decider_questions);
    const bool tied = d.closing && d.closing->outcome == Outcome::tied && is_choice(d.policy.method);
    set(v, "decide_example",
        tied                ? way_to_settle(choose(d))
        : d.options.empty() ? std::string()
                            : "decide " + option_label(0));
}

}  // namespace assentd::outgoing
