// SPDX-License-Identifier: Apache-2.0
#include "daemon/preferences.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "daemon/other_addresses.h"
#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::size_t most_absences = 20;  // of one person; the oldest are forgotten

std::string key_of(const std::string& person, std::string_view what) {
    return "preference/" + lower_case(person) + '/' + std::string(what);
}

// Where the address is kept under which somebody of this name said so.
std::string key_of_name(const std::string& name) {
    return "preference_of/" + lower_case(name);
}

// What is kept of a person, under whichever of their addresses was the first then. Whoever has that address now and
// is somebody else said none of it.
std::string kept(const World& world, const std::string& person, std::string_view what) {
    const auto* on_file = find_person(world.config, person);
    auto addresses = on_file ? on_file->addresses : std::vector<std::string>{person};
    if (on_file) addresses.push_back(world.store.value(key_of_name(on_file->name)).value_or(""));
    for (const auto& address : addresses) {
        if (address.empty()) continue;
        const auto words = world.store.value(key_of(address, what));
        const auto said_by = words ? world.store.value(key_of(address, "name")).value_or("") : std::string();
        const bool theirs = said_by.empty() || person_today(world.config, said_by, address) == on_file;
        if (words && (!on_file || theirs)) return *words;
    }
    return {};
}

std::int64_t seconds_of(Instant t) {
    return t.time_since_epoch().count();
}
Instant instant_of(std::int64_t seconds) {
    return Instant(Duration(seconds));
}

// One kept wish is one line: its words, then the mail that it came from.
std::string line_of(const std::string& words, const Source& source) {
    return words + ' ' + std::to_string(seconds_of(source.arrival)) + ' ' + source.sha256 + ' ' + source.message_id;
}

Source read_source(std::istream& in) {
    Source source;
    std::int64_t arrival = 0;
    in >> arrival >> source.sha256 >> source.message_id;
    source.arrival = instant_of(arrival);
    return source;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// All that are kept, and this one.
std::string with_absence(const World& world, const std::string& person, const std::string& line) {
    auto lines = lines_of(kept(world, person, preference::away));
    lines.push_back(line);
    if (lines.size() > most_absences) lines.erase(lines.begin());
    std::string text;
    for (const auto& l : lines) text += l + '\n';
    return text;
}

bool is_whom_they_meant(const World& world, const Decision& d, const std::string& person, ParticipantIndex delegate) {
    const std::string meant = kept(world, person, "delegate_name");
    return meant.empty() || is_namesake(meant, d.seats[delegate].participant.name);
}

}  // namespace

std::string interval_text(const Interval& interval) {
    return std::to_string(seconds_of(interval.begin)) + ' ' + std::to_string(seconds_of(interval.end));
}

bool keep_preferences(const World& world, const std::string& person, const std::vector<Act>& acts,
                      const Source& source) {
    bool concerns_others = false;
    const auto keep = [&](std::string_view what, const std::string& words) {
        world.store.set_value(key_of(person, what), words);
        const auto* on_file = find_person(world.config, person);
        if (!on_file) return;
        world.store.set_value(key_of(person, "name"), on_file->name);
        world.store.set_value(key_of_name(on_file->name), lower_case(person));
    };
    for (const auto& act : acts) {
        if (const auto* said = std::get_if<PreferenceKept>(&act)) {
            const bool is_absence = said->key == preference::away;
            keep(said->key, is_absence ? with_absence(world, person, line_of(said->value, source)) : said->value);
            concerns_others = concerns_others || is_absence;
        } else if (const auto* delegate = std::get_if<DelegateAct>(&act); delegate && delegate->until) {
            keep("delegate", line_of(delegate->to + ' ' + std::to_string(seconds_of(*delegate->until)), source));
            const auto* trusted = find_person(world.config, delegate->to);
            keep("delegate_name", trusted ? trusted->name : std::string());
            concerns_others = true;
        } else if (std::holds_alternative<UndelegateAct>(act)) {
            keep("delegate", "");
        }
    }
    return concerns_others;
}

Source standing_delegation_of(const World& world, const std::string& person) {
    std::istringstream in(kept(world, person, "delegate"));
    std::string to;
    std::int64_t until = 0;
    return in >> to >> until ? read_source(in) : Source{};
}

bool wants_receipts(const World& world, const std::string& person) {
    return kept(world, person, preference::receipts) != "errors";
}

std::vector<Command> standing_wishes(const World& world, const Decision& d, const std::string& person, Instant now) {
    std::vector<Command> wishes;
    const auto seat = find_participant(d, person);
    if (!seat || d.state != State::open) return wishes;
    for (const auto& line : lines_of(kept(world, person, preference::away))) {
        std::istringstream in(line);
        std::int64_t from = 0;
        std::int64_t until = 0;
        in >> from >> until;
        const Interval away{instant_of(from), instant_of(until)};
        const auto& known = d.seats[*seat].away;
        if (away.end > now && std::find(known.begin(), known.end(), away) == known.end())
            wishes.push_back(Absence{*seat, away.begin, away.end, read_source(in)});
    }
    // It was proven by mail at most: where only signatures count, it gives nobody a vote.
    if (!accepts(d.policy, proven_by_confirmation)) return wishes;
    std::istringstream in(kept(world, person, "delegate"));
    std::string to;
    std::int64_t until = 0;
    if (in >> to >> until; until > seconds_of(now) && !d.seats[*seat].delegation)
        if (const auto delegate = find_participant(d, to);
            delegate && is_whom_they_meant(world, d, person, *delegate))
            wishes.push_back(StandingDelegation{*seat, *delegate, instant_of(until), read_source(in)});
    return wishes;
}

}  // namespace assentd
