// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "config/config.h"

namespace assentd {

Instant fair_close(const PolicyConfig& policy, const std::vector<const PersonConfig*>& people,
                   const Calendar& organisation, Instant from, Instant close) {
    if (policy.min_working_time <= Duration::zero()) return close;
    Instant fair = close;
    for (const auto* person : people)
        fair = std::max(fair, add_working_time(person->calendar, from, policy.min_working_time));
    return std::max(close, std::min(fair, add_span(organisation, from, policy.min_working_time_limit)));
}

}  // namespace assentd
