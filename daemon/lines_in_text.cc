// SPDX-License-Identifier: Apache-2.0
#include "daemon/lines_in_text.h"

#include <algorithm>

#include "config/when.h"
#include "daemon/head_values.h"
#include "daemon/named_person.h"
#include "daemon/resolver.h"
#include "decision/nearest.h"
#include "decision/position.h"
#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::size_t longest_number = 6;

bool names_somebody(const Config& config, const std::string& item) {
    const std::string group = item.starts_with("group:") ? item.substr(6) : item;
    return config.groups.contains(group) || named_person(config, item).person != nullptr;
}

bool means_an_answer(const std::string& item) {
    const auto equals = item.find_first_of("=:");
    return equals != std::string::npos && position_from_name(trimmed(item.substr(equals + 1)));
}

// Whether somebody who knows the key would read the value as one of it.
bool is_understood(const World& world, const Proposal& proposal, const HeadLine& line) {
    const Config& config = world.config;
    const auto items = list_of({line.key, line.value, line.items});
    const auto all = [&](auto is_one) { return !items.empty() && std::all_of(items.begin(), items.end(), is_one); };
    const auto is_instant = [&] {
        const auto* person = find_person(config, proposal.proposer.address);
        const auto& calendar = person ? person->calendar : config.calendar;
        return std::holds_alternative<Instant>(read_deadline(line.value, calendar, proposal.source.arrival));
    };
    if (line.key == "Policy") return nearest(line.value, names_of_policies(config)).has_value();
    if (line.key == "Deadline") return is_instant();
    if (line.key == "Review") return std::holds_alternative<Span>(read_span(without_in(line.value))) || is_instant();
    if (line.key == "Decider") return named_person(config, line.value).person != nullptr;
    if (line.key == "Quorum")
        return line.value.size() <= longest_number && line.value.find_first_not_of("0123456789") == std::string::npos;
    if (line.key == "Voters" || line.key == "Advisory")
        return all([&](const std::string& item) { return names_somebody(config, item); });
    if (line.key == "Supersedes")
        return all([](const std::string& item) { return decision_number(item).has_value(); });
    if (line.key == "Words") return all(means_an_answer);
    // A list below its key is how a text names what was weighed, too; where a choice was asked for it is missed
    // anyway.
    return line.key == "Options" && !line.value.empty() && !line.value.ends_with('.') && items.size() > 1;
}

// The head has it, or something that was meant as it and is asked about.
bool is_said(const std::vector<HeadValue>& head, const std::string& key) {
    return std::any_of(head.begin(), head.end(), [&](const HeadValue& v) {
        const std::string first = v.key.substr(0, v.key.find(' '));
        return v.key != policy_otherwise && v.key != maybe_answer && (first == key || nearest_head_key(first) == key);
    });
}

}  // namespace

void ask_about_lines_in(const World& world, Proposal& proposal, const std::string& text) {
    if (world.config.is_replay) return;
    for (const auto& line : head_lines_in(text)) {
        if (is_said(proposal.head, line.key) || !is_understood(world, proposal, line)) continue;
        HeadValue asked{line.key + std::string(in_text), line.line,
                        line.items.empty() ? std::vector<std::string>{line.value} : line.items};
        if (line.key == "Policy") asked.items = {*nearest(line.value, names_of_policies(world.config))};
        set_value(proposal.head, std::move(asked));
    }
}

}  // namespace assentd
