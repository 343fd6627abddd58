// SPDX-License-Identifier: Apache-2.0
#include "config/handbook.h"

#include <fmt/format.h>
#include <algorithm>

#include "config/words.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/weights.h"

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

// Of a group those who are voters vote.
std::string advisers_of(const Config& config, const PolicyConfig& policy) {
    const auto voters = resolve_people(config, policy.voters);
    std::vector<std::string> names;
    for (const auto* person : resolve_people(config, policy.advisory))
        if (std::find(voters.begin(), voters.end(), person) == voters.end()) names.push_back(escaped(person->name));
    return names.empty() ? "nobody" : listed(names);
}

std::string day_text(const CalendarDay& day) {
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
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

std::string visibility_text(Visibility visibility) {
    switch (visibility) {
        case Visibility::open:
            return "to everybody at once";
        case Visibility::until_voted:
            return "to each once they have answered";
        case Visibility::until_closed:
            return "after the close";
    }
    return {};
}

std::string line(std::string_view what, std::string_view value) {
    return value.empty() ? std::string() : fmt::format("- {}: {}\n", what, value);
}

std::string length_text(Duration length) {
    if (length <= Duration::zero()) return {};
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(length);
    if (length == hours && hours % std::chrono::hours{24} == std::chrono::hours{0})
        return to_string(Span{hours / std::chrono::hours{24}, SpanUnit::day});
    if (length == hours) return to_string(Span{hours.count(), SpanUnit::hour});
    return to_string(Span{length / std::chrono::minutes{1}, SpanUnit::minute});
}

std::string roles_text(const Config& config, const PolicyConfig& policy) {
    const bool decides = policy.rules.method == Method::advice;
    std::string text = line(decides ? "Who is asked" : "Who votes",
                            policy.voters.empty() ? "everybody" : names_of(config, policy.voters));
    std::vector<std::string> weights;
    for (const auto& [address, weight] : policy.weights)
        weights.push_back(names_of(config, {address}) + ' ' + weight_text(weight));
    if (!weights.empty()) text += line("Votes that do not weigh 1", listed(weights));
    if (!policy.advisory.empty()) text += line("Who advises", advisers_of(config, policy));
    text += line("Who may propose", policy.proposers.empty() ? "everybody" : names_of(config, policy.proposers));
    if (policy.rules.seconds > 0)
        text += line("To open, a proposal needs",
                     counted(policy.rules.seconds, "other person who seconds it", "others who second it"));
    if (!policy.facilitators.empty()) text += line("Who keeps it moving", names_of(config, policy.facilitators));
    if (!policy.decider.empty() && decides) text += line("Who decides", names_of(config, {policy.decider}));
    if (policy.decider.empty() && decides) text += line("Who decides", "whom the proposal names");
    return text;
}

std::string amendment_text(const PolicyConfig& policy) {
    const auto least = ", and the close is at least " + to_string(policy.amend_period) + " away";
    switch (policy.rules.carry_votes) {
        case CarryVotes::stale:
            return "agreement counts again once it is confirmed" + least;
        case CarryVotes::keep:
            return "answers stand" + least;
        case CarryVotes::drop:
            return "everybody is asked anew" + least;
    }
    return {};
}

std::string times_text(const PolicyConfig& policy) {
    const auto& rules = policy.rules;
    std::string text = line("Time to answer", to_string(policy.period) +
                                                  (closes_early(rules) ? ", less when everybody has answered" : ""));
    text += line("In any case it is open for", length_text(rules.min_period));
    if (policy.min_working_time > Duration::zero())
        text += line("Everybody gets at least", length_text(policy.min_working_time) +
                                                    " of their own working time, within " +
                                                    to_string(policy.min_working_time_limit));
    text += line("Reminders to those who owe an answer", reminders_text(policy));
    text += line("After an amendment", amendment_text(policy));
    text += line("Participants may hold the close, all together for up to", length_text(rules.hold_limit));
    text += line("If people were not reached and their answers could make the quorum, it stays open for another",
                 length_text(rules.extend_if_not_reached));
    if (policy.review) text += line("It is reviewed after", to_string(*policy.review));
    return text;
}

std::string concerns_text(const Policy& rules) {
    if (rules.on_disagree != OnDisagree::block) return {};
    const auto often =
        "whoever raised it is asked every " + length_text(rules.settle_repeat) + " whether it is settled";
    return line("Of a concern that was answered",
                rules.settle_asks > 0 ? often + "; after " + counted(rules.settle_asks, "question", "questions") +
                                            " without a reply it lapses"
                                      : often + "; it never lapses by itself");
}

// A proposal may name its decider where the policy names none.
std::string tie_settler(const Config& config, const PolicyConfig& policy) {
    if (const auto* decider = find_person(config, policy.decider)) return decider->name;
    return "whoever the proposal names as its decider (if anybody)";
}

std::string policy_text(const Config& config, const std::string& policy_name, const PolicyConfig& policy) {
    const auto voters = static_cast<std::int64_t>(resolve_people(config, policy.voters).size());
    std::string text = fmt::format("### {}{}\n\n", escaped(policy_name),
                                   policy_name == config.default_policy ? " (the default)" : "");
    if (!policy.description.empty()) text += escaped(policy.description) + "\n\n";
    text += escaped(rule_text(policy.rules, voters, tie_settler(config, policy))) + "\n\n";
    text += roles_text(config, policy) + times_text(policy) + concerns_text(policy.rules);
    text += line("Positions are visible", visibility_text(policy.rules.visibility));
    if (!policy.rules.choice.default_option.empty())
        text += line("Besides the options proposed there is", escaped(policy.rules.choice.default_option));
    std::vector<std::string> words;
    for (const auto& [word, position] : policy.rules.words)
        words.push_back(fmt::format("“{}” ({})", escaped(word), assentd::name(position)));
    if (!words.empty()) text += line("Words of its own", listed(words));
    if (policy.head_lines)
        text += line("A proposal may say of how it is decided",
                     policy.head_lines->empty() ? "nothing" : "only " + listed(*policy.head_lines));
    if (!policy.required_sections.empty())
        text += line("A proposal has the sections", escaped(listed(policy.required_sections)));
    if (!policy.subject_tags.empty()) text += line("Subject tags", escaped(listed(policy.subject_tags)));
    return text + "\n";
}

}  // namespace

std::string handbook(const Config& config) {
    std::string text = "# How we decide\n\n";
    text += fmt::format(
        "Mail a proposal to {}. Everybody concerned is asked, can answer in one line, and gets the outcome.\n\n",
        escaped(config.mail.address));
    text += "## Policies\n\n";
    std::vector<std::string> as_they_come;
    for (const auto& [name, policy] : config.policies) {
        if (policy.is_preset && name != config.default_policy)
            as_they_come.push_back(escaped(name));
        else
            text += policy_text(config, name, policy);
    }
    if (!as_they_come.empty())
        text += fmt::format("A proposal can also name one of these, as they come with assentd: {}.\n\n",
                            listed(as_they_come));
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
        for (const auto& day : config.calendar.holidays) text += ' ' + day_text(day);
        text += "\n";
    }
    text += "\n## What is expected\n\n";
    text += "- An answer within the time of the policy, in your own working hours; one line is enough.\n";
    text += "- Reminders come only while an answer is owed, in working hours, and stop with it.\n";
    text += "- What silence means is said under each policy and in every invitation.\n";
    return text;
}

}  // namespace assentd
