// SPDX-License-Identifier: Apache-2.0
// Lengths of time.
//
//   span   = part *( [","] ["and"] part )              several parts only of fixed units: "1 hour 30 minutes"
//   part   = number ["working" | "business"] unit | "half" ["an" | "a"] unit
//   number = digits ["." digit] | "a" | "an" | "one" … "twelve"; may touch the unit: "72h"
#include <algorithm>
#include <charconv>

#include "config/when.h"
#include "config/words.h"
#include "config/zone.h"
#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::size_t longest_text = 100;
constexpr std::int64_t longest_years = 10;

std::int64_t seconds_of(SpanUnit unit) {
    switch (unit) {
        case SpanUnit::second:
            return 1;
        case SpanUnit::minute:
            return 60;
        case SpanUnit::hour:
            return 3600;
        case SpanUnit::day:
            return 86'400;
        case SpanUnit::week:
            return 7 * 86'400;
        case SpanUnit::month:
            return 31 * 86'400;
        case SpanUnit::working_hour:
            return 3600;
        case SpanUnit::working_day:
            return 86'400;
    }
    return 1;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

// Digits, letters and dots in runs; what else there is stands for itself.
std::vector<std::string> tokens_of(std::string_view text) {
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (is_digit(text[i]))
            while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
        else if (is_letter(text[i]))
            while (end < text.size() && is_letter(text[end])) ++end;
        if (text[i] != ' ' && text[i] != '\t' && text[i] != ',') tokens.emplace_back(text.substr(i, end - i));
        i = end;
    }
    return tokens;
}

class SpanReader {
  public:
    explicit SpanReader(std::string_view text) : tokens_(tokens_of(text)) {}

    std::optional<Span> read() {
        std::optional<Span> sum;
        while (at_ < tokens_.size()) {
            if (sum && tokens_[at_] == "and") ++at_;
            const auto part = read_part();
            if (!part) return std::nullopt;
            if (sum && (!fixed_length(*sum) || !fixed_length(*part))) return std::nullopt;
            sum = sum ? added(*sum, *part) : *part;
        }
        return sum;
    }

  private:
    static Span added(Span a, Span b) {
        for (const auto unit : {SpanUnit::week, SpanUnit::day, SpanUnit::hour, SpanUnit::minute}) {
            const auto both = a.count * seconds_of(a.unit) + b.count * seconds_of(b.unit);
            if (both % seconds_of(unit) == 0) return {both / seconds_of(unit), unit};
        }
        return {a.count * seconds_of(a.unit) + b.count * seconds_of(b.unit), SpanUnit::second};
    }

    // In tenths, so that "1.5 hours" stays exact.
    std::optional<std::int64_t> read_tenths() {
        const auto& token = tokens_[at_];
        if (token == "half") {
            ++at_;
            if (at_ < tokens_.size() && (tokens_[at_] == "a" || tokens_[at_] == "an")) ++at_;
            return 5;
        }
        if (const auto word = number_from_word(token)) {
            ++at_;
            return *word * 10;
        }
        const auto dot = token.find('.');
        const auto whole = token.substr(0, dot);
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), number);
        if (error != std::errc() || end != whole.data() + whole.size() || number > 1'000'000'000) return std::nullopt;
        std::int64_t tenth = 0;
        if (dot != std::string::npos) {
            if (token.size() != dot + 2 || !is_digit(token[dot + 1])) return std::nullopt;
            tenth = token[dot + 1] - '0';
        }
        ++at_;
        return number * 10 + tenth;
    }

    std::optional<Span> read_part() {
        if (at_ >= tokens_.size()) return std::nullopt;
        const auto tenths = read_tenths();
        if (!tenths || at_ >= tokens_.size()) return std::nullopt;
        if (tokens_[at_] == "-" && at_ + 1 < tokens_.size()) ++at_;
        const bool working = tokens_[at_] == "working" || tokens_[at_] == "business" || tokens_[at_] == "work";
        if (working && ++at_ >= tokens_.size()) return std::nullopt;
        auto unit = unit_from_word(tokens_[at_]);
        if (!unit) return std::nullopt;
        ++at_;
        if (working) {
            if (unit->unit == SpanUnit::day)
                unit->unit = SpanUnit::working_day;
            else if (unit->unit == SpanUnit::hour)
                unit->unit = SpanUnit::working_hour;
            else if (unit->unit == SpanUnit::week)
                *unit = {5 * unit->count, SpanUnit::working_day};
            else
                return std::nullopt;
        }
        const auto count = *tenths * unit->count;
        if (count % 10 == 0) return Span{count / 10, unit->unit};
        if (unit->unit == SpanUnit::month || working) return std::nullopt;  // half of which month?
        return Span{count * seconds_of(unit->unit) / 10, SpanUnit::second};
    }

    std::vector<std::string> tokens_;
    std::size_t at_ = 0;
};

// The largest unit that keeps it whole: 5400 seconds read as 90 minutes.
Span tidied(Span span) {
    if (span.unit == SpanUnit::second && span.count % 3600 == 0) return {span.count / 3600, SpanUnit::hour};
    if (span.unit == SpanUnit::second && span.count % 60 == 0) return {span.count / 60, SpanUnit::minute};
    return span;
}

Instant add_calendar_time(const Calendar& calendar, Instant from, Span span) {
    const Zone zone{calendar.time_zone};
    const auto local = zone.local(from);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    std::chrono::year_month_day date{day};
    if (span.unit == SpanUnit::month) {
        date += std::chrono::months{span.count};
        if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    } else {
        const auto days = span.unit == SpanUnit::week ? 7 * span.count : span.count;
        date = std::chrono::year_month_day{day + std::chrono::days{days}};
    }
    return zone.meaning(std::chrono::local_days{date} + (local - day)).first;
}

}  // namespace

std::string to_string(Span span) {
    switch (span.unit) {
        case SpanUnit::second:
            return counted(span.count, "second", "seconds");
        case SpanUnit::minute:
            return counted(span.count, "minute", "minutes");
        case SpanUnit::hour:
            return counted(span.count, "hour", "hours");
        case SpanUnit::day:
            return counted(span.count, "day", "days");
        case SpanUnit::week:
            return counted(span.count, "week", "weeks");
        case SpanUnit::month:
            return counted(span.count, "month", "months");
        case SpanUnit::working_hour:
            return counted(span.count, "working hour", "working hours");
        case SpanUnit::working_day:
            return counted(span.count, "working day", "working days");
    }
    return {};
}

std::optional<Duration> fixed_length(Span span) {
    if (span.unit == SpanUnit::month || span.unit == SpanUnit::working_hour || span.unit == SpanUnit::working_day)
        return std::nullopt;
    return Duration{span.count * seconds_of(span.unit)};
}

std::variant<Span, NotUnderstood> read_span(std::string_view text) {
    const std::string right = "Write a number and a unit, as in “72 hours”, “5 working days” or “2 weeks”.";
    if (text.size() > longest_text) return NotUnderstood{"This is too long for a length of time.", right};
    const auto span = SpanReader(folded(text)).read();
    if (!span) return NotUnderstood{"“" + std::string(text) + "” is not a length of time that I know.", right};
    if (span->count <= 0) return NotUnderstood{"“" + std::string(text) + "” is no time at all.", right};
    if (span->count > longest_years * 366 * 86'400 / seconds_of(span->unit))
        return NotUnderstood{"“" + std::string(text) + "” is longer than ten years.", right};
    return tidied(*span);
}

Instant add_span(const Calendar& calendar, Instant from, Span span) {
    // Spans from elsewhere than read_span() stay within what calendars can hold.
    span.count = std::clamp<std::int64_t>(span.count, 0, 2 * longest_years * 366 * 86'400 / seconds_of(span.unit));
    switch (span.unit) {
        case SpanUnit::second:
        case SpanUnit::minute:
        case SpanUnit::hour:
            return from + Duration{span.count * seconds_of(span.unit)};
        case SpanUnit::day:
        case SpanUnit::week:
        case SpanUnit::month:
            return add_calendar_time(calendar, from, span);
        case SpanUnit::working_hour:
            return add_working_time(calendar, from, Duration{span.count * 3600});
        case SpanUnit::working_day:
            return add_working_days(calendar, from, span.count);
    }
    return from;
}

}  // namespace assentd
