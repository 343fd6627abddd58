// SPDX-License-Identifier: Apache-2.0
#include "daemon/preferences.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::size_t most_absences = 20;  // of one person; the oldest are forgotten

std::string key_of(const std::string& person, std::string_view what) {
    return "preference/" + lower_case(person) + '/' + std::string(what);
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

void add_absence(const World& world, const std::string& person, const std::string& line) {
    const std::string key = key_of(person, preference::away);
    auto lines = lines_of(world.store.value(key).value_or(""));
    lines.push_back(line);
    if (lines.size() > most_absences) lines.erase(lines.begin());
    std::string text;
    for (const auto& l : lines) text += l + '\n';
    world.store.set_value(key, text);
}

}  // namespace

std::string interval_text(const Interval& interval) {
    return std::to_string(seconds_of(interval.begin)) + ' ' + std::to_string(seconds_of(interval.end));
}

bool keep_preferences(const World& world, const std::string& person, const std::vector<Act>& acts,
                      const Source& source) {
    bool concerns_others = false;
    for (const auto& act : acts) {
        if (const auto* kept = std::get_if<PreferenceKept>(&act)) {
            if (kept->key == preference::away) {
                add_absence(world, person, line_of(kept->value, source));
                concerns_others = true;
            } else {
                world.store.set_value(key_of(person, kept->key), kept->value);
            }
        } else if (const auto* delegate = std::get_if<DelegateAct>(&act); delegate && delegate->until) {
            world.store.set_value(key_of(person, "delegate"),
                                  line_of(delegate->to + ' ' + std::to_string(seconds_of(*delegate->until)), source));
            concerns_others = true;
        } else if (std::holds_alternative<UndelegateAct>(act)) {
            world.store.set_value(key_of(person, "delegate"), "");
        }
    }
    return concerns_others;
}

Source standing_delegation_of(const World& world, const std::string& person) {
    std::istringstream in(world.store.value(key_of(person, "delegate")).value_or(""));
    std::string to;
    std::int64_t until = 0;
    return in >> to >> until ? read_source(in) : Source{};
}

bool wants_receipts(const World& world, const std::string& person) {
    return world.store.value(key_of(person, preference::receipts)).value_or("on") == "on";
}

std::vector<Command> standing_wishes(const World& world, const Decision& d, const std::string& person, Instant now) {
    std::vector<Command> wishes;
    const auto seat = find_participant(d, person);
    if (!seat || d.state != State::open) return wishes;
    for (const auto& line : lines_of(world.store.value(key_of(person, preference::away)).value_or(""))) {
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
    std::istringstream in(world.store.value(key_of(person, "delegate")).value_or(""));
    std::string to;
    std::int64_t until = 0;
    if (in >> to >> until; until > seconds_of(now) && !d.seats[*seat].delegation)
        if (const auto delegate = find_participant(d, to))
            wishes.push_back(StandingDelegation{*seat, *delegate, instant_of(until), read_source(in)});
    return wishes;
}

}  // namespace assentd
