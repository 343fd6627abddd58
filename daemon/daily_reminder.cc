// SPDX-License-Identifier: Apache-2.0
#include "daemon/daily_reminder.h"

#include <algorithm>

#include "config/when.h"
#include "decision/standing.h"
#include "decision/text.h"

namespace assentd {

namespace {

// When the reader's day began, to a quarter of an hour: where zones begin their days.
Instant day_of(const Config& config, const std::string& address, Instant now) {
    constexpr auto quarter = std::chrono::minutes(15);
    const auto* person = find_person(config, address);
    const Calendar& calendar = person ? person->calendar : config.calendar;
    Instant midnight = now;
    while (local_day(calendar, midnight - quarter) == local_day(calendar, now)) midnight -= quarter;
    return midnight;
}

bool is_reminder_to(const Owed& o, const std::string& address) {
    return o.notice.kind == NoticeKind::reminder && o.notice.to_address == address;
}

}  // namespace

std::vector<ParticipantIndex> reminded_today(const World& world, const Decision& d, Instant now) {
    std::vector<ParticipantIndex> found;
    if (d.state != State::open) return found;
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto p = static_cast<ParticipantIndex>(i);
        const auto ahead = reminders_ahead(d, p);
        if (std::none_of(ahead.begin(), ahead.end(), [&](Instant t) { return t <= now; })) continue;
        const std::string& address = d.seats[i].participant.address;
        if (world.store.count_queued(lower_case(address), {"reminder"}, day_of(world.config, address, now)) > 0)
            found.push_back(p);
    }
    return found;
}

std::vector<Owed> with_all_that_is_owed(const World& world, Records& records, Instant now, std::vector<Owed> owed) {
    std::vector<Owed> result;
    std::vector<std::string> reminded;
    for (auto& o : owed) {
        if (o.notice.kind != NoticeKind::reminder) {
            result.push_back(std::move(o));
            continue;
        }
        const std::string address = o.notice.to_address;
        if (std::find(reminded.begin(), reminded.end(), address) != reminded.end()) continue;
        reminded.push_back(address);
        const Instant midnight = day_of(world.config, address, now);
        for (const auto& summary : world.store.summaries()) {
            if (summary.state != State::open) continue;
            Decision& d = records.get(summary.record);
            const auto p = find_participant(d, address);
            if (!p || !is_waited_for(d, *p)) continue;
            // Its invitation came today, and that is enough for today.
            const bool is_news = d.opened_at >= midnight && d.closes_at >= midnight + std::chrono::hours(24);
            const bool is_due = std::any_of(owed.begin(), owed.end(), [&](const Owed& other) {
                return other.record == summary.record && is_reminder_to(other, address);
            });
            if (is_news && !is_due) continue;
            Notice notice = o.notice;
            notice.participant = p;
            result.push_back({summary.record, &d, std::move(notice)});
        }
    }
    return result;
}

}  // namespace assentd
