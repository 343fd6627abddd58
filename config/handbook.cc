// SPDX-License-Identifier: Apache-2.0
#include "config/handbook.h"

#include <fmt/format.h>

#include "config/words.h"
#include "decision/tally.h"
#include "decision/text.h"

namespace assentd {

namespace {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) safe += '\\';
        safe += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return safe;
}

std::string names_of(const Config& config, const std::vector<std::string>& list) {
    std::vector<std::string> names;
    for (const auto* person : resolve_people(config, list)) names.push_back(escaped(person->name));
    return names.empty() ? "nobody" : listed(names);
}

std::string hours_text(const Calendar& calendar) {
    std::vector<std::string> days;
    for (const auto day : calendar.working_days) days.emplace_back(short_weekday(day));
    return fmt::format("{}, {:02}:{:02} to {:02}:{:02} {}", days.empty() ? "no days" : listed(days),
                       calendar.from_minute / 60, calendar.from_minute % 60, calendar.until_minute / 60,
                       calendar.until_minute % 60, calendar.time_zone);
}

std::string reminders_text(const PolicyConfig& policy) {
    std::vector<std::string> times;
    for (const auto& share : policy.reminder_shares)
        times.push_back(fmt::format("after {}/{} of the working time", share.numerator, share.denominator));
    if (policy.reminder_before_close) times.push_back(to_string(*policy.reminder_before_close) + " before the close");
    return times.empty() ? "none" : listed(times);
}

std::string policy_text(const Config& config, const std::string& policy_name, const PolicyConfig& policy) {
    const auto voters = static_cast<std::int64_t>(resolve_people(config, policy.voters).size());
    std::string text = fmt::format("### {}{}\n\n", escaped(policy_name),
                                   policy_name == config.default_policy ? " (the default)" : "");
    if (!policy.description.empty()) text += escaped(policy.description) + "\n\n";
    text += rule_text(policy.rules, voters) + "\n\n";
    text += fmt::format("- Who votes: {}\n", policy.voters.empty() ? "everybody" : names_of(config, policy.voters));
    if (!policy.advisory.empty()) text += fmt::format("- Who advises: {}\n", names_of(config, policy.advisory));
    text += fmt::format("- Who may propose: {}\n",
                        policy.proposers.empty() ? "everybody" : names_of(config, policy.proposers));
    if (!policy.facilitators.empty())
        text += fmt::format("- Who keeps it moving: {}\n", names_of(config, policy.facilitators));
    if (!policy.decider.empty()) text += fmt::format("- Who settles a tie: {}\n", names_of(config, {policy.decider}));
    text += fmt::format("- Time to answer: {}{}\n", to_string(policy.period),
                        policy.rules.early_close ? ", less when everybody has answered" : "");
    text += fmt::format("- Reminders to those who owe an answer: {}\n", reminders_text(policy));
    text += fmt::format("- Positions are visible: {}\n", assentd::name(policy.rules.visibility));
    if (!policy.required_sections.empty())
        text += fmt::format("- A proposal has the sections: {}\n", escaped(listed(policy.required_sections)));
    if (!policy.subject_tags.empty())
        text += fmt::format("- Subject tags: {}\n", escaped(listed(policy.subject_tags)));
    return text + "\n";
}

}  // namespace

std::string handbook(const Config& config) {
    std::string text = "# How we decide\n\n";
    text += fmt::format(
        "Mail a proposal to {}. Everybody concerned is asked, can answer in one line, and gets the outcome.\n\n",
        escaped(config.mail.address));
    text += "## Policies\n\n";
    for (const auto& [name, policy] : config.policies) text += policy_text(config, name, policy);
    text += "## Groups\n\n";
    for (const auto& [name, members] : config.groups)
        text += fmt::format("- {}: {}\n", escaped(name), members.empty() ? "nobody" : names_of(config, members));
    text += "\n## Working time\n\n";
    text += fmt::format("- Everybody without hours of their own: {}\n", hours_text(config.calendar));
    for (const auto& person : config.people)
        if (hours_text(person.calendar) != hours_text(config.calendar))
            text += fmt::format("- {}: {}\n", escaped(person.name), hours_text(person.calendar));
    if (!config.calendar.holidays.empty()) {
        text += "\nHolidays:";
        for (const auto& day : config.calendar.holidays)
            text += fmt::format(" {:04}-{:02}-{:02}", day.year, day.month, day.day);
        text += "\n";
    }
    text += "\n## What is expected\n\n";
    text += "- An answer within the time of the policy, in your own working hours; one line is enough.\n";
    text += "- Reminders come only while an answer is owed, in working hours, and stop with it.\n";
    text += "- What silence means is said under each policy and in every invitation.\n";
    return text;
}

}  // namespace assentd
