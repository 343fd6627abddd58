// SPDX-License-Identifier: Apache-2.0
#include "daemon/inbox.h"

#include <algorithm>

#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::string_view digits = "0123456789";

// "1700000000.M123456P7.host" and "1700000000.V801I9M123456.host": the microseconds behind the M.
std::string delivery_time(std::string_view name) {
    const auto dot = name.find_first_not_of(digits);
    if (dot == 0 || dot == std::string_view::npos || name[dot] != '.') return {};
    const std::string_view middle = name.substr(dot + 1, name.find('.', dot + 1) - dot - 1);
    const auto mark = middle.find('M');
    if (mark == std::string_view::npos) return {};
    const auto end = std::min(middle.find_first_not_of(digits, mark + 1), middle.size());
    if (end == mark + 1) return {};
    return std::string(name.substr(0, dot + 1)) + std::string(middle.substr(mark + 1, end - mark - 1));
}

}  // namespace

std::string place_of(std::uint32_t uid_validity, std::string_view uid) {
    uid = uid.substr(0, uid.find('/'));  // of a mail that was released from quarantine
    if (uid_validity != 0) return std::to_string(uid_validity) + '.' + std::string(uid);
    const std::string time = delivery_time(uid);
    return time.empty() ? std::string(uid) : time;
}

bool came_before(const Fetched& a, const Fetched& b) {
    if (a.arrival != b.arrival) return a.arrival < b.arrival;
    return by_numbers(place_of(a.uid_validity, a.uid), place_of(b.uid_validity, b.uid)) < 0;
}

}  // namespace assentd
