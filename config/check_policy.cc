// SPDX-License-Identifier: Apache-2.0
// What a policy cannot mean: keys that its method never looks at, and rules that contradict each other or the roster.
#include <fmt/format.h>

#include <algorithm>

#include "config/loading.h"
#include "decision/tally.h"
#include "decision/text.h"

namespace assentd::toml_file {

namespace {

bool asks_for_positions(const Policy& p) {
    return p.method != Method::input;
}
bool asks_for_one_answer(const Policy& p) {
    return asks_for_positions(p) && !is_choice(p.method);
}
bool is_counted(const Policy& p) {
    return is_motion(p.method) || is_choice(p.method);
}
bool counts_motions(const Policy& p) {
    return is_motion(p.method);
}
bool compares_numbers(const Policy& p) {
    return p.method == Method::majority || p.method == Method::announce;
}
bool may_end_by_itself(const Policy& p) {
    return is_motion(p.method) && p.method != Method::announce;
}
bool may_lack_quorum(const Policy& p) {
    return is_choice(p.method) || compares_numbers(p) || (is_motion(p.method) && p.quorum.numerator > 0);
}
bool weighs(const Policy& p) {
    return p.method == Method::majority || p.method == Method::schulze || p.method == Method::irv ||
           p.method == Method::approval || p.method == Method::score;
}
bool chooses(const Policy& p) {
    return is_choice(p.method);
}
template <Method... methods>
bool one_of_these(const Policy& p) {
    return ((p.method == methods) || ...);
}

struct Use {
    std::string_view key;
    bool (*works)(const Policy&);
    std::string_view neutral;  // says what is so anyhow, and so does no harm; empty: nothing does
    std::string_view where;
};

constexpr Use uses[] = {
    {"threshold", compares_numbers, "", "only with majority and announce"},
    {"base", compares_numbers, "", "only with majority and announce"},
    {"min_agree", counts_motions, "0", "only where people agree or disagree with one text"},
    {"agree_all_but", counts_motions, "", "only where people agree or disagree with one text"},
    {"on_disagree", counts_motions, "count", "only where people agree or disagree with one text"},
    {"silence", counts_motions, "nothing", "only where people agree or disagree with one text"},
    {"veto_needs_reason", counts_motions, "false", "only where people agree or disagree with one text"},
    {"final_period", may_end_by_itself, "none", "only with consent, lazy-consensus and majority"},
    {"quorum", is_counted, "0", "only where something is counted"},
    {"extend_if_not_reached", may_lack_quorum, "none", "only where a quorum can be missed"},
    {"early_close", asks_for_positions, "false", "only where people are asked for an answer"},
    {"carry_votes", asks_for_positions, "", "only where people are asked for an answer"},
    {"reminders", asks_for_positions, "none", "only where people are asked for an answer"},
    {"weights", weighs, "", "only with majority, schulze, irv, approval and score"},
    {"default_option", chooses, "", "only with a choice among options"},
    {"seats", one_of_these<Method::stv, Method::approval, Method::score>, "1", "only with stv, approval and score"},
    {"unranked", one_of_these<Method::schulze>, "", "only with schulze"},
    {"strength", one_of_these<Method::schulze>, "", "only with schulze"},
    {"in_favour", one_of_these<Method::debian_a6>, "", "only with debian-a6"},
    {"majority", one_of_these<Method::debian_a6>, "", "only with debian-a6"},
    {"majority_rule", one_of_these<Method::debian_a6>, "", "only with debian-a6"},
    {"ties", one_of_these<Method::irv, Method::stv>, "", "only with irv and stv"},
    {"scores", one_of_these<Method::score>, "", "only with score"},
    {"aggregate", one_of_these<Method::score>, "", "only with score"},
    {"max_approvals", one_of_these<Method::approval>, "0", "only with approval"},
};

std::string as_text(const Value& value) {
    if (value.kind == Kind::number) return std::to_string(value.number);
    if (value.kind == Kind::flag) return value.flag ? "true" : "false";
    if (value.kind == Kind::list && value.list.empty()) return "none";
    return value.text;
}

void check_uses(const Section& section, const Policy& rules) {
    for (const auto& use : uses) {
        const auto* value = section.find(use.key);
        if (!value || use.works(rules)) continue;
        if (!use.neutral.empty() && as_text(*value) == use.neutral) continue;
        section.wrong(
            use.key,
            fmt::format("{} has no effect with the method {}", in_quotes(use.key), in_quotes(name(rules.method))),
            fmt::format("{}; remove it", use.where));
    }
}

// At the first of the keys that is written here, else at the section.
void wrong_at(const Section& section, std::initializer_list<std::string_view> keys, std::string what,
              std::string allowed) {
    const auto* written = std::find_if(keys.begin(), keys.end(), [&](auto key) { return section.has(key); });
    section.wrong(written == keys.end() ? *keys.begin() : *written, std::move(what), std::move(allowed));
}

// A ballot is no vote for or against one text; to abstain or to stand back is possible beside one.
void check_words(const Section& section, const Policy& rules) {
    const auto* words = section.find("words");
    if (!words || asks_for_one_answer(rules)) return;
    for (const auto& [word, place, value] : words->table) {
        const bool stands_aside = value.text == name(Position::abstain) || value.text == name(Position::recuse);
        if (stands_aside && is_choice(rules.method)) continue;
        section.wrong(
            place, fmt::format("{} has no effect with the method {}", in_quotes(word), in_quotes(name(rules.method))),
            is_choice(rules.method) ? "words for abstain and recuse alone; remove it"
                                    : "only where people are asked for an answer; remove it");
    }
}

void check_visibility(const Section& section, const Policy& rules) {
    if (rules.visibility == Visibility::open) return;
    if (rules.final_period > Duration::zero() && may_end_by_itself(rules))
        wrong_at(section, {"final_period", "visibility"},
                 "the start of the final period would tell how the sealed positions stand",
                 "visibility = \"open\", or no final_period");
    if (rules.method == Method::advice)
        wrong_at(section, {"visibility", "method"}, "the decider could not read the advice before deciding",
                 "visibility = \"open\" with the method advice");
    if (rules.method == Method::input && rules.visibility == Visibility::until_voted)
        wrong_at(section, {"visibility", "method"}, "nobody votes here, so nothing would be shown before the close",
                 one_of({"open", "until-closed"}));
}

bool is_last_word(TieRule rule) {
    return rule == TieRule::order || rule == TieRule::lot || rule == TieRule::all_out || rule == TieRule::ask;
}

void check_choice(const Section& section, const Policy& rules) {
    const auto& choice = rules.choice;
    if (rules.method == Method::debian_a6 && choice.default_option.empty())
        wrong_at(section, {"default_option", "method"}, "debian-a6 compares each option with a default one",
                 "default_option = \"Further discussion\"");
    if (is_choice(rules.method) && choice.seats > 1 && !choice.default_option.empty())
        wrong_at(section, {"default_option", "seats"}, "the default option could take one of several seats",
                 "seats = 1, or no default_option");
    if (rules.method == Method::score && choice.aggregate == Aggregate::sum && choice.score_max <= 0)
        wrong_at(section, {"scores", "aggregate"},
                 "an option that nobody scores has the sum 0, and no other could do better",
                 "a scale that goes above 0, or aggregate = \"average\"");
    for (const auto& text : section.texts("ties"))
        if (rules.method == Method::stv && (text.text == "pairwise" || text.text == "all-out"))
            section.wrong(text.place, in_quotes(text.text) + " is not a rule of stv",
                          one_of({"backward", "forward", "order", "lot", "ask"}));
    for (std::size_t i = 0; i + 1 < choice.ties.size(); ++i)
        if (is_last_word(choice.ties[i]))
            wrong_at(section, {"ties"},
                     fmt::format("what follows {} is never tried", in_quotes(name(choice.ties[i]))), "put it last");
}

// Where a decision carries unless somebody objects, an objection must be able to stop it, and who is silent consents
// whatever the policy calls it, unless somebody has to speak up for it.
void check_objections(const Section& section, const Policy& rules) {
    const bool by_consent = rules.method == Method::consent || rules.method == Method::lazy_consensus;
    if (by_consent && rules.on_disagree == OnDisagree::count)
        wrong_at(section, {"on_disagree", "method"}, "no objection would stop what carries unless somebody objects",
                 "on_disagree = \"block\", or method = \"majority\"");
    if (is_motion(rules.method) && rules.on_disagree == OnDisagree::count &&
        section.flag("veto_needs_reason").value_or(false))
        wrong_at(section, {"veto_needs_reason"},
                 "a disagreement is only counted here, so there is no veto to give a reason for",
                 "on_disagree = \"block\", or no veto_needs_reason");
    const bool asks_for_voices = rules.quorum.numerator > 0 || rules.min_agree > 0 ||
                                 rules.min_agree_share.numerator > 0 || rules.agree_all_but;
    if (by_consent && rules.silence == Silence::nothing && !asks_for_voices)
        wrong_at(section, {"silence", "method"},
                 "it would carry with no answer at all, so silence does count as consent",
                 "silence = \"agree\", or a quorum or min_agree besides");
}

// Openings in the working time of every day of the week and in every month. By the organisation's week and without
// holidays, which are another matter each year.
template <typename Fits>
bool fits_some_opening(Calendar week, Fits fits) {
    week.holidays.clear();
    constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2024} / 1 / 1}};
    for (int i = 0; i < 366; ++i) {
        const Instant from = monday + i * std::chrono::hours(25);
        const auto working = working_time(week, from, from + std::chrono::days(8));
        if (fits(week, working.empty() ? from : working.front().begin)) return true;
    }
    return false;
}

void check_times(const Section& section, const PolicyConfig& policy, const Calendar& organisation) {
    const Duration least = policy.rules.min_period;
    const auto close = [&](const Calendar& week, Instant from) { return add_span(week, from, policy.period); };
    const auto is_long_enough = [&](const Calendar& week, Instant from) { return close(week, from) >= from + least; };
    if (!fits_some_opening(organisation, is_long_enough))
        wrong_at(section, {"min_period", "period"}, "the period is shorter than min_period",
                 fmt::format("a period of at least {} hours", least / std::chrono::hours{1}));
    if (section.has("min_working_time_limit") && policy.min_working_time <= Duration::zero())
        wrong_at(section, {"min_working_time_limit"}, "there is no min_working_time that this would limit",
                 "min_working_time beside it; or remove it");
    // Only what is written here: a short period is no reason to spell out that nobody is reminded. And where working
    // time is granted, the close may be far behind the period.
    if (!section.has("reminders") || !policy.reminder_before_close || policy.min_working_time > Duration::zero())
        return;
    const auto is_after_opening = [&](const Calendar& week, Instant from) {
        const Instant end = std::max(close(week, from), from + least);
        return last_reminder(week, *policy.reminder_before_close, working_time(week, from, end), from, end)
            .has_value();
    };
    if (fits_some_opening(organisation, is_after_opening)) return;
    wrong_at(section, {"reminders"},
             fmt::format("{} before the close is before the opening, as the period is {}",
                         to_string(*policy.reminder_before_close), to_string(policy.period)),
             "less time before the close, or a longer period");
}

void check_reachable(const Section& section, std::string_view key, std::int64_t needed, std::string_view what,
                     std::int64_t voters) {
    if (needed > voters)
        section.wrong(key, fmt::format("{} can never be reached by {}", what, counted(voters, "voter", "voters")),
                      fmt::format("at most {}", voters));
}

// Somebody on both lists votes, and so would count against the word of the second. Members of a group may be on both:
// "the board votes, and all others advise".
void check_advisory(const Section& section, const std::vector<const PersonConfig*>& voters, const Config& config) {
    for (const auto& text : section.texts("advisory")) {
        const auto named = resolve_people(config, {text.text});
        const bool each_votes = std::all_of(named.begin(), named.end(), [&](const PersonConfig* p) {
            return std::find(voters.begin(), voters.end(), p) != voters.end();
        });
        if (!named.empty() && each_votes)
            section.wrong(text.place,
                          fmt::format("{} votes under this policy, and so cannot only advise", in_quotes(text.text)),
                          section.has("voters") ? "one of the two lists" : "voters = [...] without them");
    }
}

// Nobody seconds a proposal of their own.
void check_seconds(const Section& section, const PolicyConfig& policy, const Config& config) {
    const auto voters = resolve_people(config, policy.voters);
    const auto proposers = resolve_people(config, policy.proposers);
    const bool each_is_a_voter = std::all_of(proposers.begin(), proposers.end(), [&](const PersonConfig* p) {
        return std::find(voters.begin(), voters.end(), p) != voters.end();
    });
    const auto others = static_cast<std::int64_t>(voters.size()) - (each_is_a_voter ? 1 : 0);
    if (policy.rules.seconds > others)
        section.wrong("seconds",
                      fmt::format("a proposal can never be seconded by {}",
                                  counted(policy.rules.seconds, "other voter", "other voters")),
                      fmt::format("at most {}", others));
}

// By the organisation's week, from its start and without holidays: what does not fit even there never does.
void check_working_time(const Section& section, const PolicyConfig& policy, const Config& config) {
    Calendar week = config.calendar;
    week.holidays.clear();
    const Instant monday{std::chrono::sys_days{std::chrono::year{2024} / 1 / 1}};
    const Instant limit = add_span(week, monday, policy.min_working_time_limit);
    if (policy.min_working_time <= Duration::zero() ||
        add_working_time(week, monday, policy.min_working_time) <= limit)
        return;
    wrong_at(section, {"min_working_time", "min_working_time_limit"},
             fmt::format("there are no {} hours of working time before min_working_time_limit, {}",
                         policy.min_working_time / std::chrono::hours{1}, to_string(policy.min_working_time_limit)),
             "less working time, or a longer limit");
}

}  // namespace

void check_policy(const Section& section, const PolicyConfig& policy, const Calendar& organisation) {
    check_uses(section, policy.rules);
    check_visibility(section, policy.rules);
    check_objections(section, policy.rules);
    check_choice(section, policy.rules);
    check_words(section, policy.rules);
    check_times(section, policy, organisation);
}

// A preset that nobody uses may ask for more people than there are.
void check_roster(const Section& section, const PolicyConfig& policy, const Config& config) {
    const auto people = resolve_people(config, policy.voters);
    const auto voters = static_cast<std::int64_t>(people.size());
    if (voters == 0 || (section.has("voters") && policy.voters.empty()))
        return section.wrong("voters", "the policy has no voters",
                             "addresses of people or \"group:NAME\"; leave voters out for everybody");
    if (section.has("proposers") && policy.proposers.empty())
        section.wrong("proposers", "nobody could propose",
                      "addresses of people or \"group:NAME\"; leave proposers out for everybody");
    check_advisory(section, people, config);
    check_working_time(section, policy, config);
    const auto& rules = policy.rules;
    if (rules.final_period > Duration::zero() && carries_unheard(rules, voters))
        wrong_at(section, {"final_period", "silence", "preset"},
                 "with silence for consent the final period would begin at the opening, before anybody is in favour",
                 "a quorum or min_agree besides; or no final_period, since silence is consent at the close anyhow");
    if (rules.quorum.denominator == 0)
        check_reachable(section, "quorum", rules.quorum.numerator,
                        fmt::format("a quorum of {}", rules.quorum.numerator), voters);
    check_reachable(section, "min_agree", rules.min_agree, fmt::format("{} agreements", rules.min_agree), voters);
    check_seconds(section, policy, config);
    if (rules.agree_all_but && *rules.agree_all_but >= voters)
        section.wrong(
            "agree_all_but",
            fmt::format("all but {} of {} is nobody", *rules.agree_all_but, counted(voters, "voter", "voters")),
            fmt::format("from 0 to {}", voters - 1));
    if (rules.method == Method::debian_a6) {
        const auto least = least_in_favour(rules.choice.in_favour, voters);
        check_reachable(section, "in_favour", least, fmt::format("{} votes in favour", least), voters);
    }
}

}  // namespace assentd::toml_file
