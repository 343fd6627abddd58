// SPDX-License-Identifier: Apache-2.0
#include "decision/standing.h"
#include "decision/step.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "templates/plain_text.h"
#include "templates/value_groups.h"
#include "templates/value_setters.h"

namespace assentd::outgoing {

namespace {

// Where answers are asked for as numbers or letters, leaving an option out has a meaning of its own.
void set_left_out(Values& v, const Policy& p) {
    const bool transfers = p.method == Method::irv || p.method == Method::stv;
    const bool no_opinion = p.method == Method::schulze && p.choice.unranked == Unranked::no_opinion;
    const bool sum = p.method == Method::score && p.choice.aggregate == Aggregate::sum;
    flag(v, "left_out_get_nothing", transfers);
    flag(v, "left_out_is_no_opinion", no_opinion || (p.method == Method::score && !sum));
    flag(v, "left_out_is_last", is_ranked(p.method) && !transfers && !no_opinion);
    flag(v, "left_out_is_zero", sum);
    flag(v, "equal_places", is_ranked(p.method) && !transfers);
}

// A consent that nothing stands against has said so in the sentence above.
std::string rule_beside(const std::string& needed, std::string rule) {
    constexpr std::string_view said = "Carries at the close unless an objection stands. ";
    if (needed.starts_with("Carries at the close unless an objection arrives") && rule.starts_with(said))
        rule.erase(0, said.size());
    return rule;
}

}  // namespace

void set_method(Values& v, const Told& told) {
    const Policy& p = told.d.policy;
    flag(v, "choice", is_choice(p.method));
    flag(v, "ranked", is_ranked(p.method));
    flag(v, "scored", p.method == Method::score);
    flag(v, "approved", p.method == Method::approval);
    flag(v, "input", p.method == Method::input);
    flag(v, "announce", p.method == Method::announce);
    flag(v, "advice", p.method == Method::advice);
    flag(v, "motion",
         p.method == Method::consent || p.method == Method::lazy_consensus || p.method == Method::majority);
}

void set_rules(Values& v, const Told& told) {
    const Decision& d = told.d;
    const auto& p = d.policy;
    set(v, "policy", one_line(p.name, name_columns));
    const std::string needed = told.about.notice.with_status ? needs(d, told.now) : std::string();
    set(v, "rule", one_line(rule_beside(needed, rule_text(d)), sentence_columns));
    set(v, "legend", legend(p, !d.facilitators.empty()));
    flag(v, "objections_block", p.on_disagree == OnDisagree::block);
    // Whose answer was unclear, or who raised a concern, has spoken and is not taken for silent.
    const bool spoke =
        told.seat() && (told.seat()->pending || has_unsettled_concern(d, *told.about.notice.participant));
    flag(v, "silence_agrees", p.silence == Silence::agree && !spoke);
    flag(v, "silence_opposes", silence_opposes(p));
    flag(v, "needs_reason", p.veto_needs_reason);
    flag(v, "early_close", closes_early(p));
    const bool facilitated = !d.facilitators.empty();
    const std::string proposer = p.close_by_proposer ? person_name(d.proposer) : std::string();
    const std::string between = facilitated && p.close_by_proposer ? " or " : "";
    set(v, "may_close", proposer + between + (facilitated ? "a facilitator" : ""));
    const Instant earliest = d.opened_at + p.min_period;
    const bool later = p.min_period > Duration::zero() && earliest < d.closes_at;
    set_time(v, told.reader, "early_from", "early_from_utc", later ? std::optional(earliest) : std::nullopt);
    flag(v, "hidden_until_closed", p.visibility == Visibility::until_closed);
    flag(v, "hidden_until_voted", p.visibility == Visibility::until_voted);
    flag(v, "votes_kept", p.carry_votes == CarryVotes::keep);
    flag(v, "votes_dropped", p.carry_votes == CarryVotes::drop);
    set_left_out(v, p);
    set(v, "score_least", std::to_string(p.choice.score_min));
    set(v, "score_most", std::to_string(p.choice.score_max));
    set(v, "most_approvals", p.choice.max_approvals > 0 ? std::to_string(p.choice.max_approvals) : std::string());
    set(v, "default_option", one_line(p.choice.default_option, line_columns));
    Values words{Values::type::list};
    for (const auto& [word, position] : p.words) {
        if (same_ignoring_case(word, name(position))) continue;  // "abstain = abstain" tells nobody anything
        Values item;
        set(item, "word", one_line(word, name_columns));
        set(item, "word_position", std::string(name(position)));
        words << item;
    }
    v["own_words"] = std::move(words);
}

}  // namespace assentd::outgoing
