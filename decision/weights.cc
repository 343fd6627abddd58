// SPDX-License-Identifier: Apache-2.0
#include "decision/weights.h"

#include <algorithm>

namespace assentd {

bool is_weighted(const Decision& d) {
    return std::any_of(d.seats.begin(), d.seats.end(), [](const Seat& s) {
        return s.participant.binding && s.participant.weight_millionths != one_vote_millionths;
    });
}

std::optional<std::int64_t> read_weight(std::string_view text) {
    std::int64_t value = 0;
    std::int64_t unit = one_vote_millionths;
    bool point = false;
    bool digits = false;
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9' || unit == (point ? 1 : 0)) return std::nullopt;
        digits = true;
        if (point) {
            unit /= 10;
            value += (c - '0') * unit;
        } else {
            value = value * 10 + (c - '0') * one_vote_millionths;
        }
        if (value > 1000 * one_vote_millionths) return std::nullopt;
    }
    if (!digits || value <= 0) return std::nullopt;
    return value;
}

std::string decimal_text(std::int64_t value, std::int64_t unit) {
    if (value < 0) return '-' + decimal_text(-value, unit);
    std::string text = std::to_string(value / unit);
    std::int64_t rest = value % unit;
    if (rest == 0) return text;
    text += '.';
    for (std::int64_t place = unit / 10; rest != 0 && place > 0; place /= 10) {
        text += static_cast<char>('0' + rest / place);
        rest %= place;
    }
    return text;
}

std::string weight_text(std::int64_t millionths) {
    return decimal_text(millionths, one_vote_millionths);
}

}  // namespace assentd
