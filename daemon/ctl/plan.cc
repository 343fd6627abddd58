// SPDX-License-Identifier: Apache-2.0
#include "daemon/ctl/plan.h"

#include <algorithm>
#include <iostream>

#include "config/when.h"
#include "daemon/ctl/commands.h"
#include "daemon/head_values.h"
#include "daemon/planning.h"
#include "decision/text.h"

namespace assentd {

namespace {

using People = std::vector<const PersonConfig*>;

void add_once(People& people, const People& more) {
    for (const auto* person : more)
        if (person && std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
}

People named(const Config& config, const std::vector<std::string>& list) {
    return list.empty() ? People{} : resolve_people(config, list);
}

// "group:board", "board" or an address, each also with several in one, parted by commas.
People chosen_voters(const Config& config, const std::vector<std::string>& written) {
    std::vector<std::string> list;
    for (const auto& text : written)
        for (const auto& item : list_of(HeadValue{"Voters", text, {}})) {
            const std::string group = item.starts_with("group:") ? item.substr(6) : item;
            if (config.groups.contains(group))
                list.push_back("group:" + group);
            else if (find_person(config, item))
                list.push_back(item);
            else
                throw Stop(exit_usage, "“" + item + "” is neither a group nor the address of a person known here");
        }
    return named(config, list);
}

const PolicyConfig& chosen_policy(const Config& config, const std::string& wanted) {
    if (const auto found = config.policies.find(wanted); found != config.policies.end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [name, unused] : config.policies) known.push_back(name);
    throw Stop(exit_usage, "there is no policy “" + wanted + "”; there are: " + listed(known));
}

Instant chosen_instant(const Config& config, const std::string& text, Instant now) {
    if (const auto instant = read_instant(text); std::holds_alternative<Instant>(instant))
        return std::get<Instant>(instant);
    const auto read = read_deadline(text, config.calendar, now);
    if (const auto* wrong = std::get_if<NotUnderstood>(&read))
        throw Stop(exit_usage, wrong->wrong + ' ' + wrong->right);
    return std::get<Instant>(read);
}

}  // namespace

Plan plan(const Config& config, const PolicyConfig& policy, const People& voters, Instant opens_at) {
    People asked = voters.empty() ? resolve_people(config, policy.voters) : voters;
    add_once(asked, named(config, policy.advisory));
    Plan result{
        policy.rules.name, opens_at, usual_close(config, policy, asked, config.calendar, opens_at), false, {}};
    PolicyConfig without_guarantee = policy;
    without_guarantee.min_working_time = Duration::zero();
    result.longer_for_working_time =
        result.closes_at > usual_close(config, without_guarantee, asked, config.calendar, opens_at);

    const auto add = [&](Instant at, NoticeKind notice, const People& people) {
        for (const auto* person : people) result.mails.push_back({at, notice, person});
    };
    const People decider{find_person(config, policy.decider)};
    People invited = asked;  // and who keeps it moving, or hears the advice
    add_once(invited, named(config, policy.facilitators));
    if (policy.rules.method == Method::advice) add_once(invited, decider);
    add(opens_at, NoticeKind::invitation, invited);
    People owing = asked;
    if (policy.rules.method == Method::advice) std::erase(owing, decider.front());  // decides, and owes no advice
    if (policy.rules.method == Method::input) owing.clear();
    for (const auto* person : owing)
        for (const Instant at : reminders_for(config, policy, *person, opens_at, result.closes_at))
            add(at, NoticeKind::reminder, {person});
    People told = asked;
    add_once(told, named(config, policy.facilitators));
    add_once(told, decider);
    if (policy.rules.method != Method::advice)
        add(result.closes_at, NoticeKind::outcome, told);
    else if (decider.front())
        add(result.closes_at, NoticeKind::question, decider);
    if (policy.review) add(add_span(config.calendar, result.closes_at, *policy.review), NoticeKind::question, told);
    std::stable_sort(result.mails.begin(), result.mails.end(),
                     [](const PlannedMail& a, const PlannedMail& b) { return a.at < b.at; });
    return result;
}

std::string plan_text(const Plan& plan) {
    std::string text = "Policy " + plan.policy + ": opens " + utc_text(plan.opens_at) + ", closes " +
                       utc_text(plan.closes_at) + ".\n";
    if (plan.longer_for_working_time)
        text += "The close is later than the period says, so that everybody has their working time.\n";
    text += '\n';
    for (const auto& mail : plan.mails)
        text += utc_text(mail.at) + '\t' + std::string(name(mail.notice)) + '\t' + mail.to->name + " <" +
                mail.to->addresses.front() + ">\t" + local_text(mail.to->calendar, mail.at) + '\n';
    return text + "\nReminders go only to those who still owe an answer then.\n";
}

nlohmann::ordered_json plan_json(const Plan& plan) {
    nlohmann::ordered_json j{{"policy", plan.policy},
                             {"opens_at", instant_text(plan.opens_at)},
                             {"closes_at", instant_text(plan.closes_at)},
                             {"longer_for_working_time", plan.longer_for_working_time},
                             {"mails", nlohmann::ordered_json::array()}};
    for (const auto& mail : plan.mails)
        j["mails"].push_back({{"at", instant_text(mail.at)},
                              {"local", local_text(mail.to->calendar, mail.at)},
                              {"time_zone", mail.to->calendar.time_zone},
                              {"notice", name(mail.notice)},
                              {"name", mail.to->name},
                              {"address", mail.to->addresses.front()}});
    return j;
}

int plan_command(Context& context, const PlanWish& wish) {
    const Config& config = context.config();
    const auto& policy = chosen_policy(config, wish.policy);
    const Plan made =
        plan(config, policy, chosen_voters(config, wish.voters), chosen_instant(config, wish.from, context.now()));
    if (wish.json)
        std::cout << plan_json(made).dump(2) << '\n';
    else
        std::cout << plan_text(made);
    return exit_done;
}

}  // namespace assentd
