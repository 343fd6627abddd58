// SPDX-License-Identifier: Apache-2.0
#include "daemon/other_addresses.h"

#include <algorithm>
#include <sstream>

namespace assentd {

namespace {

// "address/ADDRESS": the person's address on file. "addresses/PERSON": all of theirs, with spaces between.
std::vector<std::string> confirmed(const World& world, const std::string& person) {
    std::istringstream in(world.store.value("addresses/" + person).value_or(""));
    std::vector<std::string> addresses;
    for (std::string address; in >> address;) addresses.push_back(address);
    return addresses;
}

template <typename Somebody>
void extend(const World& world, Somebody& somebody) {
    for (const auto& address : confirmed(world, somebody.address)) {
        const auto& known = somebody.addresses;
        if (!find_person(world.config, address) && std::find(known.begin(), known.end(), address) == known.end())
            somebody.addresses.push_back(address);
    }
}

}  // namespace

bool remember_address(const World& world, const std::string& person, const std::string& address) {
    if (find_person(world.config, address) || world.store.value("address/" + address)) return false;
    world.store.set_value("address/" + address, person);
    const auto all = world.store.value("addresses/" + person);
    world.store.set_value("addresses/" + person, all ? *all + ' ' + address : address);
    return true;
}

const PersonConfig* find_by_any_address(const World& world, const std::string& address) {
    if (const auto* person = find_person(world.config, address)) return person;
    const auto owner = world.store.value("address/" + address);
    return owner ? find_person(world.config, *owner) : nullptr;
}

void add_other_addresses(const World& world, Opened& opened) {
    for (auto& participant : opened.roster) extend(world, participant);
    for (auto& facilitator : opened.facilitators) extend(world, facilitator);
    if (opened.decider) extend(world, *opened.decider);
    extend(world, opened.proposer);
}

void add_other_addresses(const World& world, Drafted& drafted) {
    extend(world, drafted.proposer);
}

}  // namespace assentd
