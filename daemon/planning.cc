// SPDX-License-Identifier: Apache-2.0
#include "daemon/planning.h"

#include <algorithm>

#include "config/when.h"
#include "decision/schedule.h"
#include "decision/standing.h"

namespace assentd {

std::vector<Instant> reminders_for(const Config&, const PolicyConfig& policy, const PersonConfig& person,
                                   Instant from, Instant close) {
    const auto working = working_time(person.calendar, from, close);
    std::optional<Instant> last;
    if (policy.reminder_before_close)
        last = last_reminder(person.calendar, *policy.reminder_before_close, working, from, close);
    return plan_reminders(working, policy.reminder_shares, last);
}

Resting resting_readers(const Config& config, const Decision& d, Instant now) {
    constexpr auto punctual = std::chrono::minutes(10);  // what was due in working hours is not late yet
    constexpr auto longest_rest = std::chrono::days(30);
    Resting resting;
    const auto decision_due = decider_due(d);
    const auto is_due = [&](ParticipantIndex p) {
        if (decision_due && *decision_due <= now && is_decider(d, d.seats[p].participant.address)) return true;
        const auto ahead = d.state == State::open ? reminders_ahead(d, p) : std::vector<Instant>{};
        return std::any_of(ahead.begin(), ahead.end(), [&](Instant t) { return t <= now; });
    };
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto p = static_cast<ParticipantIndex>(i);
        if (!is_due(p)) continue;
        const auto* person = find_person(config, d.seats[i].participant.address);
        const Calendar& calendar = person ? person->calendar : config.calendar;
        if (!working_time(calendar, now - punctual, now + std::chrono::seconds(1)).empty()) continue;
        const auto next = working_time(calendar, now, now + longest_rest);
        resting.who.push_back(p);
        resting.until = std::min(resting.until, next.empty() ? now + longest_rest : next.front().begin);
    }
    return resting;
}

Instant earliest_close(const Config& config, const PolicyConfig& policy,
                       const std::vector<const PersonConfig*>& participants, Instant from) {
    return std::max(from + policy.rules.min_period, fair_close(policy, participants, config.calendar, from, from));
}

Instant usual_close(const Config& config, const PolicyConfig& policy,
                    const std::vector<const PersonConfig*>& participants, const Calendar& proposers, Instant from) {
    return std::max(earliest_close(config, policy, participants, from), add_span(proposers, from, policy.period));
}

Instant close_after_amendment(const Config& config, const Decision& d, Instant now) {
    const auto policy = config.policies.find(d.policy.name);
    const auto* proposer = find_person(config, d.proposer.address);
    const Calendar& calendar = proposer ? proposer->calendar : config.calendar;
    const Span span = policy == config.policies.end() ? PolicyConfig().amend_period : policy->second.amend_period;
    return std::max(d.announced_close, add_span(calendar, now, span));
}

std::vector<ReminderPlan> plans_for(const Config& config, const Decision& d, Instant from, Instant close) {
    std::vector<ReminderPlan> plans;
    const auto policy = config.policies.find(d.policy.name);
    const PolicyConfig defaults;
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto* person = find_person(config, d.seats[i].participant.address);
        if (!person) continue;
        auto reminders =
            reminders_for(config, policy == config.policies.end() ? defaults : policy->second, *person, from, close);
        for (const Interval& away : d.seats[i].away)
            std::erase_if(reminders, [&](Instant t) { return away.begin <= t && t < away.end; });
        plans.push_back({static_cast<ParticipantIndex>(i), std::move(reminders)});
    }
    return plans;
}

}  // namespace assentd
