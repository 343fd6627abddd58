// SPDX-License-Identifier: Apache-2.0
// Finding people in a loaded configuration.
#include <algorithm>
#include <set>

#include "config/config.h"
#include "decision/text.h"

namespace assentd {

const PersonConfig* find_person(const Config& config, std::string_view address) {
    const auto wanted = lower_case(address);
    for (const auto& person : config.people)
        if (std::find(person.addresses.begin(), person.addresses.end(), wanted) != person.addresses.end())
            return &person;
    return nullptr;
}

std::vector<const PersonConfig*> resolve_people(const Config& config, const std::vector<std::string>& list) {
    std::vector<const PersonConfig*> people;
    std::set<const PersonConfig*> seen;
    const auto add = [&](const PersonConfig* person) {
        if (person && seen.insert(person).second) people.push_back(person);
    };
    if (list.empty())
        for (const auto& person : config.people) add(&person);
    for (const auto& entry : list) {
        if (!entry.starts_with("group:")) {
            add(find_person(config, entry));
            continue;
        }
        const auto group = config.groups.find(entry.substr(6));
        if (group == config.groups.end()) continue;
        for (const auto& address : group->second) add(find_person(config, address));
    }
    return people;
}

}  // namespace assentd
