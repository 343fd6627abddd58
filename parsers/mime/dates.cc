// SPDX-License-Identifier: Apache-2.0
// date = [day-name [","]] (day month year | month day year | year "-" month "-" day)
//        [hour ":" minute [":" second]] [zone]
// Words are looked at one by one; what is not understood is passed over. RFC 5322 4.3 gives the obsolete zones.
#include "parsers/mime/dates.h"

#include <array>
#include <string>
#include <vector>

#include "parsers/ascii.h"

namespace assentd {

namespace {

struct Parts {
    std::optional<int> year, month, day;
    int hour = 0, minute = 0, second = 0;
    bool time = false;
    bool no_such_time = false;  // "27:39"
    bool pm = false, am = false;
    std::optional<int> zone_minutes;
};

constexpr std::array month_names{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
    std::string_view name;
    int minutes;
};
constexpr std::array zones{Zone{"ut", 0},      Zone{"utc", 0},     Zone{"gmt", 0},    Zone{"z", 0},
                           Zone{"est", -300},  Zone{"edt", -240},  Zone{"cst", -360}, Zone{"cdt", -300},
                           Zone{"mst", -420},  Zone{"mdt", -360},  Zone{"pst", -480}, Zone{"pdt", -420},
                           Zone{"wet", 0},     Zone{"west", 60},   Zone{"bst", 60},   Zone{"cet", 60},
                           Zone{"cest", 120},  Zone{"met", 60},    Zone{"mest", 120}, Zone{"eet", 120},
                           Zone{"eest", 180},  Zone{"msk", 180},   Zone{"jst", 540},  Zone{"kst", 540},
                           Zone{"aest", 600},  Zone{"aedt", 660},  Zone{"nzst", 720}, Zone{"nzdt", 780},
                           Zone{"akst", -540}, Zone{"akdt", -480}, Zone{"hst", -600}, Zone{"sgt", 480}};

std::string without_comments(std::string_view s) {
    std::string out;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == '(') ++depth;
        if (depth == 0) out += s[i];
        if (s[i] == '\\' && depth > 0) ++i;
        if (i < s.size() && s[i] == ')' && depth > 0) {
            if (--depth == 0) out += ' ';
        }
    }
    return out;
}

// "09 : 55 : 06" (RFC 5322 4.3) -> "09:55:06"
std::string with_whole_clock(std::string_view s) {
    constexpr std::string_view blanks = " \t\r\n";
    std::string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
        const std::size_t next = std::min(s.find_first_not_of(blanks, i), s.size());
        const char before = out.empty() ? ' ' : out.back();
        const char behind = next < s.size() ? s[next] : ' ';
        const bool amid_clock = (is_digit(before) && behind == ':') || (before == ':' && is_digit(behind));
        if (next > i && !amid_clock) out += ' ';
        if (next < s.size()) out += s[next];
        i = next;
    }
    return out;
}

std::optional<int> number(std::string_view s) {
    if (s.empty() || s.size() > 6) return {};
    int n = 0;
    for (const char c : s) {
        if (!is_digit(c)) return {};
        n = n * 10 + (c - '0');
    }
    return n;
}

std::optional<int> month_from(std::string_view word) {
    if (word.size() < 3) return {};
    for (std::size_t m = 0; m < month_names.size(); ++m)
        if (begins_with(word, month_names[m])) return static_cast<int>(m) + 1;
    return {};
}

bool read_time(std::string_view word, Parts& p) {
    std::array<int, 3> values{0, 0, 0};
    std::size_t n = 0;
    word = word.substr(0, word.find_first_of(",Z"));
    while (!word.empty() && n < 3) {
        const std::size_t end = word.find_first_of(":.");
        const auto value = number(word.substr(0, end));
        if (!value) return false;
        values[n++] = *value;
        word.remove_prefix(end == std::string_view::npos ? word.size() : end + 1);
    }
    if (n < 2) return false;
    p.no_such_time = values[0] > 24 || values[1] > 59 || values[2] > 60;
    if (p.no_such_time) return false;
    p.hour = values[0];
    p.minute = values[1];
    p.second = values[2];
    p.time = true;
    return true;
}

bool read_zone(std::string_view word, Parts& p) {
    if (word.size() > 3 && (begins_with(word, "gmt") || begins_with(word, "utc"))) word.remove_prefix(3);
    if (word.empty()) return false;
    const char sign = word.front();
    if (sign == '+' || sign == '-') {
        std::string digits;
        for (const char c : word.substr(1))
            if (c != ':') digits += c;
        const auto value = number(digits);
        if (!value) return false;
        const int minutes = digits.size() <= 2 ? *value * 60 : *value / 100 * 60 + *value % 100;
        p.zone_minutes = minutes <= 26 * 60 ? (sign == '-' ? -minutes : minutes) : 0;
        return true;
    }
    for (const auto& zone : zones)
        if (same_word(word, zone.name)) {
            if (!p.zone_minutes) p.zone_minutes = zone.minutes;
            return true;
        }
    return false;
}

int full_year(int year, std::size_t digits) {
    if (digits <= 2) return year < 50 ? 2000 + year : 1900 + year;
    return digits == 3 ? 1900 + year : year;  // RFC 5322 4.3
}

// "2017-11-05", "2017-11-05T10:00:00+01:00", "5-Nov-2017", "11/05/2017" is ambiguous and not read.
bool read_dashed(std::string_view word, Parts& p) {
    const std::size_t t = word.find('T');
    std::string_view day = word.substr(0, t);
    const std::size_t a = day.find('-');
    const std::size_t b = a == std::string_view::npos ? a : day.find('-', a + 1);
    if (a == std::string_view::npos || b == std::string_view::npos || a == 0) return false;
    const auto first = number(day.substr(0, a));
    const auto middle = day.substr(a + 1, b - a - 1);
    const auto last = number(day.substr(b + 1));
    if (!first || !last) return false;
    const auto by_name = month_from(middle);
    const auto by_number = number(middle);
    if (!by_name && !by_number) return false;
    p.month = by_name ? by_name : by_number;
    const bool year_first = a == 4;
    p.year = year_first ? *first : full_year(*last, day.size() - b - 1);
    p.day = year_first ? last : first;
    if (t == std::string_view::npos) return true;
    const std::string_view clock = word.substr(t + 1);
    const std::size_t zone = clock.find_first_of("+-Z");
    if (!read_time(clock.substr(0, zone), p)) return false;
    if (zone != std::string_view::npos) read_zone(clock.substr(zone), p);
    return true;
}

void read_word(std::string_view word, Parts& p) {
    if (!p.time && word.find(':') != std::string_view::npos && is_digit(word.front()) &&
        word.find('-') == std::string_view::npos && word.find('+') == std::string_view::npos && read_time(word, p))
        return;
    if (p.time && read_zone(word, p)) return;
    if (!p.day && is_digit(word.front()) && word.find('-') != std::string_view::npos && read_dashed(word, p)) return;
    if (same_word(word, "pm")) p.pm = true;
    if (same_word(word, "am")) p.am = true;
    if (const auto month = month_from(word); month && !p.month) {
        p.month = month;
        return;
    }
    // "10:52:37+0200" and "5th"
    if (const std::size_t sign = word.find_first_of("+-"); sign != std::string_view::npos && sign > 3 && !p.time) {
        if (read_time(word.substr(0, sign), p)) read_zone(word.substr(sign), p);
        return;
    }
    std::size_t digits = 0;
    while (digits < word.size() && is_digit(word[digits])) ++digits;
    const auto value = number(word.substr(0, digits));
    if (!value) return;
    if (digits == 4 && !p.year && *value >= 1900)
        p.year = *value;
    else if (!p.day && *value >= 1 && *value <= 31 && digits <= 2)
        p.day = *value;
    else if (p.day && p.month && !p.year)
        p.year = full_year(*value, digits);
    else if (!p.time && p.year && word.find('.') != std::string_view::npos)
        read_time(word, p);
}

}  // namespace

std::optional<Instant> read_date(std::string_view s) {
    constexpr std::size_t longest = 1000;
    std::string text = without_comments(s.substr(s.size() > longest ? s.size() - longest : 0));
    if (text.find(" :") != text.npos || text.find(": ") != text.npos) text = with_whole_clock(text);
    if (const std::size_t semicolon = text.rfind(';'); semicolon != std::string::npos) text.erase(0, semicolon + 1);
    Parts p;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = rest.find_first_of(" \t\r\n,\"'");
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (!word.empty()) read_word(word, p);
    }
    if (!p.year || !p.month || !p.day || p.no_such_time) return {};
    if (*p.year < 1960 || *p.year > 2200 || *p.month < 1 || *p.month > 12) return {};
    if (p.pm && p.hour < 12) p.hour += 12;
    if (p.am && p.hour == 12) p.hour = 0;
    const std::chrono::year_month_day day{std::chrono::year{*p.year},
                                          std::chrono::month{static_cast<unsigned>(*p.month)},
                                          std::chrono::day{static_cast<unsigned>(*p.day)}};
    if (!day.ok()) return {};
    return std::chrono::sys_days{day} + std::chrono::hours{p.hour} +
           std::chrono::minutes{p.minute - p.zone_minutes.value_or(0)} + std::chrono::seconds{p.second};
}

}  // namespace assentd
