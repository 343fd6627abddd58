// SPDX-License-Identifier: Apache-2.0
#include "daemon/other_addresses.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "decision/text.h"

namespace assentd {

namespace {

// "address/ADDRESS": the person's address on file, or empty. "addresses/PERSON": all of theirs, with spaces between.
std::vector<std::string> confirmed(Store& store, const std::string& person) {
    std::istringstream in(store.value("addresses/" + person).value_or(""));
    std::vector<std::string> addresses;
    for (std::string address; in >> address;) addresses.push_back(address);
    return addresses;
}

void keep(Store& store, const std::string& person, const std::vector<std::string>& addresses) {
    std::string all;
    for (const auto& address : addresses) all += (all.empty() ? "" : " ") + address;
    store.set_value("addresses/" + person, all);
}

std::string owner_of(Store& store, const std::string& address) {
    return store.value("address/" + address).value_or("");
}

template <typename Somebody>
void extend(const World& world, Somebody& somebody) {
    for (const auto& address : confirmed(world.store, somebody.address)) {
        const auto& known = somebody.addresses;
        if (!find_person(world.config, address) && std::find(known.begin(), known.end(), address) == known.end())
            somebody.addresses.push_back(address);
    }
}

}  // namespace

bool remember_address(const World& world, const std::string& person, const std::string& address) {
    if (find_person(world.config, address) || !owner_of(world.store, address).empty()) return false;
    world.store.set_value("address/" + address, person);
    auto all = confirmed(world.store, person);
    all.push_back(address);
    keep(world.store, person, all);
    return true;
}

std::string forget_address(Store& store, const std::string& address) {
    const std::string owner = owner_of(store, address);
    if (owner.empty()) return owner;
    store.set_value("address/" + address, "");
    auto left = confirmed(store, owner);
    std::erase(left, address);
    keep(store, owner, left);
    return owner;
}

std::vector<std::pair<std::string, std::string>> confirmed_addresses(const Config& config, Store& store) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& person : config.people)
        for (const auto& address : confirmed(store, person.addresses.front()))
            all.emplace_back(address, person.addresses.front());
    return all;
}

const PersonConfig* find_by_any_address(const World& world, const std::string& address) {
    if (const auto* person = find_person(world.config, address)) return person;
    const std::string owner = owner_of(world.store, address);
    return owner.empty() ? nullptr : find_person(world.config, owner);
}

bool is_namesake(const std::string& name, const std::string& other) {
    if ((name + other).find('@') != std::string::npos || lower_case(name) == lower_case(other))
        return true;  // or somebody has no name there
    const auto words_of = [](const std::string& text) {
        std::istringstream in(lower_case(text));
        return std::set<std::string>(std::istream_iterator<std::string>(in), {});
    };
    const auto ours = words_of(name);
    const auto theirs = words_of(other);
    return std::min(ours.size(), theirs.size()) > 1 &&
           (std::includes(ours.begin(), ours.end(), theirs.begin(), theirs.end()) ||
            std::includes(theirs.begin(), theirs.end(), ours.begin(), ours.end()));
}

namespace {

// Null: nobody, or several.
const PersonConfig* only_one_called(const Config& config, const std::string& name) {
    const PersonConfig* found = nullptr;
    for (const auto& person : config.people) {
        if (!same_ignoring_case(person.name, name)) continue;
        if (found) return nullptr;
        found = &person;
    }
    return found;
}

}  // namespace

const PersonConfig* person_today(const Config& config, const std::string& name, const std::string& address) {
    if (const auto* exact = only_one_called(config, name)) return exact;
    const auto* holder = find_person(config, address);
    return holder && is_namesake(holder->name, name) ? holder : nullptr;
}

std::string address_today(const Config& config, const std::string& name, const std::string& address) {
    if (const auto* person = person_today(config, name, address)) return person->addresses.front();
    return find_person(config, address) ? std::string() : address;
}

std::optional<ParticipantIndex> participant_at(const Config& config, const Decision& d,
                                               const std::string& recipient) {
    if (const auto known = find_participant(d, recipient)) return known;
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto& p = d.seats[i].participant;
        if (lower_case(address_today(config, p.name, p.address)) == lower_case(recipient))
            return static_cast<ParticipantIndex>(i);
    }
    return std::nullopt;
}

std::string former_address_in(const Config& config, const Decision& d, const PersonConfig& person) {
    std::set<std::string> found;
    const auto look_at = [&](const auto& p) {
        if (lower_case(p.name) == lower_case(person.name) && person_today(config, p.name, p.address) == &person)
            found.insert(p.address);
    };
    for (const auto& seat : d.seats) look_at(seat.participant);
    for (const auto& f : d.facilitators) look_at(f);
    if (d.decider) look_at(*d.decider);
    look_at(d.proposer);
    return found.size() == 1 ? *found.begin() : std::string();  // of two with this name, nobody knows which
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
