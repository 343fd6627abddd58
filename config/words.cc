// SPDX-License-Identifier: Apache-2.0
#include "config/words.h"

#include <array>
#include <utility>

namespace assentd {

namespace {

template <typename T>
using Entry = std::pair<std::string_view, T>;

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

// Each row: English and its abbreviations, German, French, Spanish.
constexpr Entry<unsigned> weekday_words[] = {
    {"monday", 1}, {"mon", 1},     {"montag", 1},    {"lundi", 1},      {"lunes", 1},     {"tuesday", 2},
    {"tue", 2},    {"tues", 2},    {"dienstag", 2},  {"mardi", 2},      {"martes", 2},    {"wednesday", 3},
    {"wed", 3},    {"weds", 3},    {"mittwoch", 3},  {"mercredi", 3},   {"miercoles", 3}, {"thursday", 4},
    {"thu", 4},    {"thur", 4},    {"thurs", 4},     {"donnerstag", 4}, {"jeudi", 4},     {"jueves", 4},
    {"friday", 5}, {"fri", 5},     {"freitag", 5},   {"vendredi", 5},   {"viernes", 5},   {"saturday", 6},
    {"sat", 6},    {"samstag", 6}, {"sonnabend", 6}, {"samedi", 6},     {"sabado", 6},    {"sunday", 7},
    {"sun", 7},    {"sonntag", 7}, {"dimanche", 7},  {"domingo", 7}};

constexpr Entry<unsigned> month_words[] = {
    {"january", 1},    {"jan", 1},       {"januar", 1},    {"janner", 1},    {"janvier", 1},    {"enero", 1},
    {"february", 2},   {"feb", 2},       {"februar", 2},   {"fevrier", 2},   {"febrero", 2},    {"march", 3},
    {"mar", 3},        {"marz", 3},      {"maerz", 3},     {"mars", 3},      {"marzo", 3},      {"april", 4},
    {"apr", 4},        {"avril", 4},     {"abril", 4},     {"may", 5},       {"mai", 5},        {"mayo", 5},
    {"june", 6},       {"jun", 6},       {"juni", 6},      {"juin", 6},      {"junio", 6},      {"july", 7},
    {"jul", 7},        {"juli", 7},      {"juillet", 7},   {"julio", 7},     {"august", 8},     {"aug", 8},
    {"aout", 8},       {"agosto", 8},    {"september", 9}, {"sep", 9},       {"sept", 9},       {"septembre", 9},
    {"septiembre", 9}, {"october", 10},  {"oct", 10},      {"oktober", 10},  {"okt", 10},       {"octobre", 10},
    {"octubre", 10},   {"november", 11}, {"nov", 11},      {"novembre", 11}, {"noviembre", 11}, {"december", 12},
    {"dec", 12},       {"dezember", 12}, {"dez", 12},      {"decembre", 12}, {"diciembre", 12}};

constexpr Entry<std::int64_t> number_words[] = {{"a", 1},    {"an", 1},   {"one", 1},     {"two", 2},    {"three", 3},
                                                {"four", 4}, {"five", 5}, {"six", 6},     {"seven", 7},  {"eight", 8},
                                                {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}};

constexpr Entry<Span> unit_words[] = {{"s", {1, SpanUnit::second}},
                                      {"sec", {1, SpanUnit::second}},
                                      {"secs", {1, SpanUnit::second}},
                                      {"second", {1, SpanUnit::second}},
                                      {"seconds", {1, SpanUnit::second}},
                                      {"m", {1, SpanUnit::minute}},
                                      {"min", {1, SpanUnit::minute}},
                                      {"mins", {1, SpanUnit::minute}},
                                      {"minute", {1, SpanUnit::minute}},
                                      {"minutes", {1, SpanUnit::minute}},
                                      {"h", {1, SpanUnit::hour}},
                                      {"hr", {1, SpanUnit::hour}},
                                      {"hrs", {1, SpanUnit::hour}},
                                      {"hour", {1, SpanUnit::hour}},
                                      {"hours", {1, SpanUnit::hour}},
                                      {"d", {1, SpanUnit::day}},
                                      {"day", {1, SpanUnit::day}},
                                      {"days", {1, SpanUnit::day}},
                                      {"w", {1, SpanUnit::week}},
                                      {"wk", {1, SpanUnit::week}},
                                      {"wks", {1, SpanUnit::week}},
                                      {"week", {1, SpanUnit::week}},
                                      {"weeks", {1, SpanUnit::week}},
                                      {"fortnight", {2, SpanUnit::week}},
                                      {"fortnights", {2, SpanUnit::week}},
                                      {"mo", {1, SpanUnit::month}},
                                      {"month", {1, SpanUnit::month}},
                                      {"months", {1, SpanUnit::month}},
                                      {"quarter", {3, SpanUnit::month}},
                                      {"quarters", {3, SpanUnit::month}},
                                      {"y", {12, SpanUnit::month}},
                                      {"year", {12, SpanUnit::month}},
                                      {"years", {12, SpanUnit::month}},
                                      {"wd", {1, SpanUnit::working_day}},
                                      {"workday", {1, SpanUnit::working_day}},
                                      {"workdays", {1, SpanUnit::working_day}}};

// Only those that mean one offset to everybody who uses them.
constexpr Entry<int> abbreviations[] = {{"utc", 0},  {"gmt", 0},  {"z", 0},    {"wet", 0},  {"west", 1},
                                        {"cet", 1},  {"cest", 2}, {"eet", 2},  {"eest", 3}, {"est", -5},
                                        {"edt", -4}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}};

template <typename T, std::size_t N>
std::optional<T> looked_up(const Entry<T> (&table)[N], std::string_view word) {
    for (const auto& [name, value] : table)
        if (name == word) return value;
    return std::nullopt;
}

// U+00C0 to U+00FF, the second byte after 0xC3; '?' has no plain letter.
constexpr std::string_view latin_letters = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y";

}  // namespace

std::string folded(std::string_view utf8) {
    std::string plain;
    plain.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        const auto next = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0u;
        if (c == 0xC3 && next >= 0x80 && next < 0xC0 && latin_letters[next - 0x80] != '?') {
            plain += latin_letters[next - 0x80];
            ++i;
        } else if (c == 0xC2 && next == 0xA0) {
            plain += ' ';
            ++i;
        } else {
            plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        }
    }
    return plain;
}

std::optional<unsigned> weekday_from_word(std::string_view word) {
    return looked_up(weekday_words, word);
}
std::optional<unsigned> month_from_word(std::string_view word) {
    return looked_up(month_words, word);
}
std::optional<std::int64_t> number_from_word(std::string_view word) {
    return looked_up(number_words, word);
}
std::optional<Span> unit_from_word(std::string_view word) {
    return looked_up(unit_words, word);
}
std::optional<Duration> offset_from_abbreviation(std::string_view word) {
    const auto hours = looked_up(abbreviations, word);
    if (!hours) return std::nullopt;
    return std::chrono::hours(*hours);
}

std::string_view long_weekday(unsigned iso) {
    return weekdays[(iso + 6) % 7];
}
std::string_view short_weekday(unsigned iso) {
    return long_weekday(iso).substr(0, 3);
}
std::string_view long_month(unsigned month) {
    return months[(month + 11) % 12];
}
std::string_view short_month(unsigned month) {
    return long_month(month).substr(0, 3);
}

}  // namespace assentd
