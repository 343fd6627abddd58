// SPDX-License-Identifier: Apache-2.0
#include "config/zone.h"

// Debian builds libdate-tz for the system's tzdata; the header must be told the same.
#define USE_OS_TZDB 1
#include <date/tz.h>

#include <algorithm>
#include <exception>

namespace assentd {

namespace {

constexpr std::size_t longest_name = 64;

bool could_be_name(std::string_view name) {
    return !name.empty() && name.size() <= longest_name && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
               c == '-' || c == '+';
    });
}

}  // namespace

Zone::Zone(std::string_view iana_name) {
    if (iana_name == "UTC" || iana_name == "Etc/UTC") {
        known_ = true;
        return;
    }
    if (!could_be_name(iana_name)) return;
    try {
        zone_ = date::locate_zone(iana_name);
        zone_->get_info(Instant{});  // the file is read here, once
        known_ = true;
    } catch (const std::exception&) {
        zone_ = nullptr;  // no such zone, or a file that is none
    }
}

LocalTime Zone::local(Instant at) const {
    const auto offset = zone_ ? zone_->get_info(at).offset : Duration{0};
    return LocalTime{at.time_since_epoch() + offset};
}

LocalMeaning Zone::meaning(LocalTime local) const {
    const auto since = local.time_since_epoch();
    if (!zone_) return {LocalKind::once, Instant{since}, Instant{since}};
    const auto info = zone_->get_info(date::local_seconds{since});
    const Instant first{since - info.first.offset};
    if (info.result == date::local_info::nonexistent) return {LocalKind::skipped, info.first.end, info.first.end};
    if (info.result == date::local_info::ambiguous)
        return {LocalKind::twice, first, Instant{since - info.second.offset}};
    return {LocalKind::once, first, first};
}

std::string Zone::abbreviation(Instant at) const {
    if (!zone_) return "UTC";
    const auto name = zone_->get_info(at).abbrev;
    const bool is_a_number = name.starts_with('+') || name.starts_with('-');
    return (is_a_number ? "UTC" : "") + name;
}

}  // namespace assentd
