// SPDX-License-Identifier: Apache-2.0
#include "daemon/named_person.h"

#include <algorithm>
#include <vector>

#include "decision/plain_name.h"
#include "decision/text.h"

namespace assentd {

namespace {

using People = std::vector<const PersonConfig*>;

constexpr std::size_t most_listed = 5;

// Words, without what may stand around a name or an address; an address ends where the next begins, as in
// "a@example.org<mailto:a@example.org>".
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text)
        if (std::string_view(" \t<>()[]\"',;").find(c) == std::string_view::npos)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    if (words.back().empty()) words.pop_back();
    return words;
}

struct Mention {
    std::vector<std::string> addresses;  // each once
    std::vector<std::string> name;       // plain words
};

Mention mention_in(std::string_view text) {
    constexpr std::string_view scheme = "mailto:";
    Mention mention;
    for (std::string& word : words_in(text)) {
        if (word.find('@') == std::string::npos) {
            mention.name.push_back(plain_name(word));
            continue;
        }
        std::string address = lower_case(word);
        if (address.starts_with(scheme)) address.erase(0, scheme.size());
        auto& all = mention.addresses;
        if (std::find(all.begin(), all.end(), address) == all.end()) all.push_back(std::move(address));
    }
    return mention;
}

std::vector<std::size_t> holding(const std::vector<std::string>& names, const std::vector<std::string>& said) {
    std::vector<std::size_t> some;
    std::vector<std::size_t> just_so;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto own = words_in(plain_name(names[i]));
        const auto holds = [&](const std::string& word) {
            return std::find(own.begin(), own.end(), word) != own.end();
        };
        if (!said.empty() && std::all_of(said.begin(), said.end(), holds)) some.push_back(i);
        if (own == said) just_so.push_back(i);
    }
    return just_so.empty() ? some : just_so;
}

People called(const Config& config, const std::vector<std::string>& name) {
    std::vector<std::string> names;
    for (const auto& person : config.people) names.push_back(person.name);
    People people;
    for (const auto i : holding(names, name)) people.push_back(&config.people[i]);
    return people;
}

std::string with_address(const PersonConfig& person) {
    return person.name + " <" + person.addresses.front() + '>';
}

std::string either(const People& people) {
    std::string text;
    for (std::size_t i = 0; i < people.size() && i < most_listed; ++i)
        text += (i == 0 ? "" : i + 1 == people.size() ? " or " : ", ") + with_address(*people[i]);
    return text;
}

}  // namespace

NamedPerson named_person(const Config& config, std::string_view text) {
    const Mention mention = mention_in(text);
    const std::string quoted = "“" + std::string(text) + "”";
    const People by_name = called(config, mention.name);
    if (mention.addresses.size() > 1)
        return {nullptr, quoted + " names " + std::to_string(mention.addresses.size()) + " addresses.", {}};
    if (mention.addresses.empty()) {
        if (by_name.size() == 1) return {by_name.front(), {}, {}};
        if (by_name.empty())
            return {nullptr, quoted + " is neither the name nor the address of a person known here.", {}};
        return {nullptr, quoted + " may be " + either(by_name) + '.', by_name.front()->addresses.front()};
    }
    const auto* person = find_person(config, mention.addresses.front());
    if (!person)
        return {nullptr, quoted + " is not the address of a person known here.",
                by_name.size() == 1 ? with_address(*by_name.front()) : std::string()};
    // A name that nobody here has is what somebody calls them.
    if (!by_name.empty() && std::find(by_name.begin(), by_name.end(), person) == by_name.end())
        return {
            nullptr,
            quoted + " names two people: " + mention.addresses.front() + " is the address of " + person->name + '.',
            with_address(*person)};
    return {person, {}, {}};
}

std::vector<std::size_t> names_meant(const std::vector<std::string>& names, std::string_view said) {
    return holding(names, mention_in(said).name);
}

}  // namespace assentd
