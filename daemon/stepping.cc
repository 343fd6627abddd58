// SPDX-License-Identifier: Apache-2.0
#include "daemon/stepping.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "daemon/proof.h"
#include "decision/text.h"

namespace assentd {

namespace {

bool carried_just_now(const Decision& d, const std::vector<Event>& events) {
    const bool ended = std::any_of(events.begin(), events.end(), [](const Event& e) {
        return std::holds_alternative<Closed>(e) || std::holds_alternative<Decided>(e);
    });
    return ended && d.closing && d.closing->outcome == Outcome::carried;
}

void supersede_others(const World& world, Records& records, const Decision& d, Instant now, std::vector<Owed>& owed) {
    const auto supersedes = d.supersedes;
    const Supersede superseded{id(d), d.text().title};
    for (const auto& other : supersedes) {
        std::int64_t number = 0;
        std::from_chars(other.data() + 2, other.data() + other.size(), number);
        const auto record = world.store.find_number(number);
        if (!record) continue;
        std::vector<Owed> told;
        step_record(world, records, *record, superseded, now, told);
        // Who has a part in both reads it in the outcome.
        for (auto& o : told)
            if (!is_known_to(d, lower_case(o.notice.to_address))) owed.push_back(std::move(o));
    }
}

}  // namespace

Decision& Records::get(RecordId record) {
    auto found = loaded_.find(record);
    if (found == loaded_.end()) found = loaded_.emplace(record, Loaded{store_.load(record)}).first;
    found->second.asked_for = true;
    return found->second.decision;
}
Decision& Records::create(RecordId record) {
    return (loaded_[record] = Loaded{}).decision;
}
void Records::forget() {
    loaded_.clear();
}
void Records::trim(std::size_t most_events) {
    std::size_t events = 0;
    for (const auto& [record, loaded] : loaded_) events += loaded.decision.events;
    for (auto one = loaded_.begin(); one != loaded_.end();) {
        const bool asked_for = std::exchange(one->second.asked_for, false);
        const bool over = one->second.decision.state == State::closed;
        one = over || (!asked_for && events > most_events) ? loaded_.erase(one) : std::next(one);
    }
}

bool step_record(const World& world, Records& records, RecordId record, const Command& command, Instant now,
                 std::vector<Owed>& owed) {
    Decision& d = records.get(record);
    Step result = step(d, command, now);
    if (!result.events.empty()) world.store.append(record, result.events, d, next_wakeup(d), now);
    for (auto& notice : result.notices) owed.push_back({record, &d, std::move(notice)});
    if (carried_just_now(d, result.events)) supersede_others(world, records, d, now, owed);
    return !result.events.empty();
}

}  // namespace assentd
