// SPDX-License-Identifier: Apache-2.0
// Any bytes as a phrase of time: no crash, no throw, and what is understood lies in the future and within bounds.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "config/config.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace assentd;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Calendar calendar;
    calendar.time_zone = size % 2 == 0 ? "Europe/Berlin" : "Australia/Lord_Howe";
    const Instant now{std::chrono::seconds{1'796'000'000}};
    const auto deadline = read_deadline(text, calendar, now);
    if (const auto* at = std::get_if<Instant>(&deadline)) {
        if (*at <= now || *at > now + std::chrono::days{8100}) std::abort();
        const auto again = read_instant(instant_text(*at));
        if (!std::get_if<Instant>(&again) || std::get<Instant>(again) != *at) std::abort();
    }
    const auto span = read_span(text);
    if (const auto* found = std::get_if<Span>(&span))
        if (add_span(calendar, now, *found) < now) std::abort();
    static_cast<void>(read_threshold(text));
    static_cast<void>(read_quorum(text));
    static_cast<void>(read_instant(text));
    return 0;
}
