// SPDX-License-Identifier: Apache-2.0
#include "decision/schedule.h"

#include <map>

namespace assentd {

namespace {

struct Place {
    std::size_t day = 0;
    Instant at{};
};

std::optional<Place> after_working(const std::vector<Interval>& working, Duration worked) {
    for (std::size_t i = 0; i < working.size(); ++i) {
        const Duration length = working[i].end - working[i].begin;
        if (worked < length) return Place{i, working[i].begin + worked};
        worked -= length;
    }
    return std::nullopt;
}

std::optional<Place> at_or_after(const std::vector<Interval>& working, Instant wanted) {
    for (std::size_t i = 0; i < working.size(); ++i)
        if (wanted < working[i].end) return Place{i, wanted < working[i].begin ? working[i].begin : wanted};
    return std::nullopt;
}

}  // namespace

std::vector<Instant> plan_reminders(const std::vector<Interval>& working, const std::vector<Threshold>& shares,
                                    std::optional<Instant> last) {
    Duration total{};
    for (const auto& day : working) total += day.end - day.begin;

    std::map<std::size_t, Instant> by_day;  // the first wish for a working day has it
    for (const auto& share : shares)
        if (const auto place = after_working(working, total * share.numerator / share.denominator))
            by_day.emplace(place->day, place->at);
    if (last)
        if (const auto place = at_or_after(working, *last)) by_day.emplace(place->day, place->at);

    std::vector<Instant> result;
    for (const auto& [day, at] : by_day) result.push_back(at);
    return result;
}

}  // namespace assentd
