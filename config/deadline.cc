// SPDX-License-Identifier: Apache-2.0
// Points of time as people write them. The parts may stand in any order, each at most once; words that only lead are
// skipped.
//
//   deadline = instant | [lead] span ["from now"] | [lead] *( day | time | zone | filler )
//   lead     = "in" | "within" | "by" | "until" | "on" | "at" | "before"
//   day      = "yesterday" | "today" | "tomorrow" | "day after tomorrow" | ["this" | "next"] weekday | YYYY-MM-DD |
//   D.M.[YYYY]
//            | D month [YYYY] | month D ["," YYYY] | M/D/YYYY or D/M/YYYY where only one can be meant
//   time     = HH:MM [am|pm] | H (am|pm) | H "h" [MM] | HH[:MM] "uhr" | "noon" | "midday" | "midnight" | "eod" |
//   "cob" | "end of day" zone     = IANA name | "UTC" and other unmistakable abbreviations | ["UTC"] ("+" | "-") HH
//   [":" MM]
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "config/holidays.h"
#include "config/when.h"
#include "config/words.h"
#include "config/zone.h"

namespace assentd {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::year_month_day;

constexpr std::size_t longest_text = 120;
constexpr std::string_view time_to_come = "Write a time to come, such as “Friday 17:00” or “in 5 working days”.";
constexpr std::string_view examples =
    "Write it as in “Friday 17:00”, “2026-12-01 17:00 Europe/Berlin”, “in 5 working days” or “72 hours”.";

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int to_number(std::string_view digits) {
    int value = -1;
    if (digits.size() <= 4) std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::vector<std::string_view> pieces_of(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(separator, begin), text.size());
        pieces.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return pieces;
}

// Words between spaces and commas, as written: zone names need their capitals.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        while (!word.empty() && (word.back() == ';' || word.back() == '!' ||
                                 (word.back() == '.' && !all_digits(word.substr(0, word.size() - 1)) &&
                                  std::count(word.begin(), word.end(), '.') == 1)))
            word.pop_back();
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool no_break = text.substr(i, 2) == "\xC2\xA0";
        if (text[i] == ' ' || text[i] == '\t' || text[i] == ',' || text[i] == '(' || text[i] == ')' || no_break) {
            finish();
            if (no_break) ++i;
        } else {
            word += text[i];
        }
    }
    finish();
    return words;
}

class DeadlineReader {
  public:
    DeadlineReader(std::string_view text, const Calendar& calendar, Instant now)
        : text_(text),
          calendar_(calendar),
          now_(now),
          zone_(calendar.time_zone),
          zone_name_(calendar.time_zone),
          words_(words_of(text)) {
        for (const auto& word : words_) folded_.push_back(folded(word));
    }

    std::variant<Instant, NotUnderstood> read() {
        while (at_ < words_.size()) {
            const auto before = at_;
            if (!take_filler() && !take_day() && !take_time() && !take_zone())
                return wrong_ ? *wrong_
                              : NotUnderstood{fmt::format("“{}” is not a date or time that I know.", unknown()),
                                              std::string(examples)};
            if (wrong_) return *wrong_;
            if (at_ == before) ++at_;
        }
        if (!date_ && !relative_days_ && !weekday_ && !minute_ && !end_of_day_)
            return NotUnderstood{fmt::format("“{}” names no day and no time.", text_), std::string(examples)};
        return resolve();
    }

  private:
    const std::string& word(std::size_t ahead = 0) const {
        static const std::string none;
        return at_ + ahead < folded_.size() ? folded_[at_ + ahead] : none;
    }
    // "3 dayz" is wrong in its second half.
    std::string unknown() const {
        const bool number =
            std::all_of(words_[at_].begin(), words_[at_].end(), [](char c) { return c >= '0' && c <= '9'; });
        return number && at_ + 1 < words_.size() ? words_[at_] + ' ' + words_[at_ + 1] : words_[at_];
    }
    void complain(std::string wrong, std::string right) {
        wrong_ = NotUnderstood{std::move(wrong), std::move(right)};
    }
    bool has_day() const { return date_ || relative_days_ || weekday_; }

    bool taken(std::size_t count) {
        at_ += count;
        return true;
    }
    bool day_taken(std::size_t count) {
        if (++days_seen_ > 2 || (days_seen_ == 2 && !(weekday_ && date_)))
            complain(fmt::format("“{}” names two days.", text_), std::string(examples));
        return taken(count);
    }
    bool time_taken(std::size_t count) {
        if (++times_seen_ > 1) complain(fmt::format("“{}” names two times.", text_), std::string(examples));
        return taken(count);
    }

    bool take_filler() {
        static constexpr std::array fillers{"by", "until", "till", "on", "at", "before",  "the",  "of",
                                            "am", "um",    "bis",  "le", "el", "o'clock", "time", "please"};
        if (std::find(fillers.begin(), fillers.end(), word()) == fillers.end()) return false;
        return taken(1);
    }

    bool take_day() { return take_relative_day() || take_weekday() || take_written_date() || take_month_date(); }

    bool take_relative_day() {
        if (word() == "yesterday") return relative_days_ = -1, day_taken(1);
        if (word() == "today") return relative_days_ = 0, day_taken(1);
        if (word() == "tomorrow") return relative_days_ = 1, day_taken(1);
        if (word() == "day" && word(1) == "after" && word(2) == "tomorrow") return relative_days_ = 2, day_taken(3);
        return false;
    }

    bool take_weekday() {
        const bool marked = word() == "next" || word() == "this" || word() == "coming";
        const auto iso = weekday_from_word(word(marked ? 1 : 0));
        if (!iso) return false;
        weekday_ = *iso;
        said_next_ = word() == "next";
        return day_taken(marked ? 2 : 1);
    }

    // 2026-12-01, 1.12.2026, 1.12., 13/12/2026
    bool take_written_date() {
        const auto& text = word();
        if (const auto day = read_day(text)) return date_ = *day, year_given_ = true, day_taken(1);
        if (text.size() == 10 && text[4] == '-' && text[7] == '-' && all_digits(text.substr(0, 4)))
            return no_such_day(text);
        for (const char separator : {'.', '/'}) {
            auto pieces = pieces_of(text, separator);
            if (separator == '.' && pieces.size() == 3 && pieces[2].empty())
                pieces.pop_back();
            else if (pieces.size() != 3)
                continue;
            if (!std::all_of(pieces.begin(), pieces.end(), all_digits)) continue;
            int day = to_number(pieces[0]), month = to_number(pieces[1]);
            if (separator == '/' && day <= 12 && month <= 12 && day != month) {
                complain(fmt::format("“{}” could be {} {} or {} {}.", words_[at_], day,
                                     long_month(static_cast<unsigned>(month)), month,
                                     long_month(static_cast<unsigned>(day))),
                         "Write the year first, as in 2026-12-01, or the name of the month.");
                return true;
            }
            if (separator == '/' && month > 12) std::swap(day, month);
            return set_date(pieces.size() == 3 ? to_number(pieces[2]) : -1, month, day, 1);
        }
        return false;
    }

    bool no_such_day(std::string_view text) {
        complain(fmt::format("There is no day {}.", text), std::string(examples));
        return true;
    }

    bool set_date(int year, int month, int day, std::size_t count) {
        year_given_ = year >= 0;
        if (year_given_ && year < 100) year += 2000;
        // Without a year, 29 February is looked for in the years to come; 2000 has every day.
        const auto checked = read_day(fmt::format("{:04}-{:02}-{:02}", year_given_ ? year : 2000, month, day));
        if (!checked) return no_such_day(words_[at_] + (count > 1 ? " " + words_[at_ + 1] : ""));
        date_ = *checked;
        return day_taken(count);
    }

    // "1 Dec", "Dec 1st 2026", "1. Dezember"
    bool take_month_date() {
        const auto number_of = [](std::string text) {
            for (const auto* ending : {"st", "nd", "rd", "th", "."})
                if (text.ends_with(ending)) {
                    text.resize(text.size() - std::string_view(ending).size());
                    break;
                }
            return all_digits(text) && text.size() <= 2 ? to_number(text) : -1;
        };
        const std::size_t of = word(1) == "of" || word(1) == "de" ? 1 : 0;
        int day = number_of(word());
        auto month = day > 0 ? month_from_word(word(1 + of)) : month_from_word(word());
        std::size_t count = 2 + (day > 0 ? of : 0);
        if (day <= 0) day = number_of(word(1));
        if (!month || day <= 0) return false;
        const bool year_follows = all_digits(word(count)) && word(count).size() == 4;
        const int year = year_follows ? to_number(word(count)) : -1;
        return set_date(year, static_cast<int>(*month), day, count + (year_follows ? 1 : 0));
    }

    bool take_time() {
        if (word() == "noon" || word() == "midday") return minute_ = 12 * 60, time_taken(1);
        if (word() == "midnight") return minute_ = 24 * 60, time_taken(1);
        if (word() == "eod" || word() == "cob") return end_of_day_ = true, time_taken(1);
        if (word() == "end" && (word(1) == "of") && (word(2) == "day" || word(2) == "business"))
            return end_of_day_ = true, time_taken(3);
        return take_clock();
    }

    bool take_clock() {
        std::string text = word();
        std::size_t count = 1;
        std::string half;
        for (const auto* mark : {"a.m", "p.m", "am", "pm"}) {
            if (word(1) == mark)
                half = mark, count = 2;
            else if (half.empty() && text.ends_with(mark))
                half = mark, text.resize(text.size() - half.size());
        }
        bool marked = !half.empty();
        if (word(1) == "uhr" || word(1) == "h") count = 2, marked = true;
        auto separator = text.find(':');
        if (separator == std::string::npos && !marked) {
            separator = text.find('h');
            marked = separator != std::string::npos;
        }
        const auto hours = text.substr(0, separator);
        const auto rest = separator == std::string::npos ? std::string() : text.substr(separator + 1);
        const auto minutes_and_seconds = pieces_of(rest, ':');
        if (!all_digits(hours) || hours.size() > 2 || (rest.empty() && !marked)) return false;
        if (!rest.empty() && (!all_digits(minutes_and_seconds[0]) || minutes_and_seconds[0].size() != 2 ||
                              minutes_and_seconds.size() > 2))
            return false;
        if (minutes_and_seconds.size() == 2 && minutes_and_seconds[1] != "00") return false;
        int hour = to_number(hours);
        const int minute = rest.empty() ? 0 : to_number(minutes_and_seconds[0]);
        const bool twelve = !half.empty();
        if (minute > 59 || hour > 24 || (hour == 24 && minute > 0) || (twelve && (hour < 1 || hour > 12))) {
            complain(fmt::format("There is no time {}.", words_[at_]),
                     "Write it from 00:00 to 24:00, as in 17:00 or 5 pm.");
            return true;
        }
        if (twelve) hour = hour % 12 + (half[0] == 'p' ? 12 : 0);
        minute_ = hour * 60 + minute;
        return time_taken(count);
    }

    bool take_zone() {
        if (zone_given_) return false;
        auto text = word();
        if (offset_from_abbreviation(text))
            offset_ = offset_from_abbreviation(text);
        else if (take_offset(text)) {
        } else if (words_[at_].find('/') != std::string::npos) {
            if (!Zone{words_[at_]}.known()) {
                complain(fmt::format("“{}” is not a time zone that I know.", words_[at_]),
                         "Write a name as in Europe/Berlin, or UTC.");
                return true;
            }
            zone_ = Zone{words_[at_]};
        } else {
            return false;
        }
        zone_given_ = true;
        zone_name_ = words_[at_];
        return taken(1);
    }

    // "+01:00", "UTC+1"
    bool take_offset(std::string_view text) {
        if (text.starts_with("utc") || text.starts_with("gmt")) text.remove_prefix(3);
        if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return false;
        const auto pieces = pieces_of(text.substr(1), ':');
        if (!all_digits(pieces[0]) || pieces.size() > 2 || (pieces.size() == 2 && !all_digits(pieces[1])))
            return false;
        int hours = to_number(pieces[0]), rest = pieces.size() == 2 ? to_number(pieces[1]) : 0;
        if (pieces[0].size() == 4) rest = hours % 100, hours /= 100;
        if (hours < 0 || hours > 14 || rest < 0 || rest > 59) return false;
        const Duration offset = std::chrono::hours{hours} + minutes{rest};
        offset_ = text[0] == '-' ? -offset : offset;
        return true;
    }

    LocalTime local(Instant at) const {
        return offset_ ? LocalTime{at.time_since_epoch() + *offset_} : zone_.local(at);
    }
    LocalMeaning meaning(LocalTime at) const {
        if (!offset_) return zone_.meaning(at);
        const Instant instant{at.time_since_epoch() - *offset_};
        return {LocalKind::once, instant, instant};
    }
    int minute_of_day() const { return minute_.value_or(calendar_.until_minute); }

    static std::string day_text(local_days day) {
        const year_month_day date{day};
        return fmt::format("{} {} {} {}", long_weekday(std::chrono::weekday{day}.iso_encoding()),
                           static_cast<unsigned>(date.day()), long_month(static_cast<unsigned>(date.month())),
                           static_cast<int>(date.year()));
    }

    static std::optional<local_days> to_days(int year, const CalendarDay& day) {
        const year_month_day date{std::chrono::year{year}, std::chrono::month{day.month}, std::chrono::day{day.day}};
        if (!date.ok()) return std::nullopt;
        return local_days{date};
    }

    bool is_past(local_days day) const { return meaning(day + minutes{minute_of_day()}).second <= now_; }

    // Nothing when a complaint was made.
    std::optional<local_days> chosen_day() {
        const auto today = std::chrono::floor<days>(local(now_));
        if (date_) return chosen_date(today);
        if (relative_days_) return today + days{*relative_days_};
        if (weekday_) return chosen_weekday(today);
        return is_past(today) ? today + days{1} : today;
    }

    std::optional<local_days> chosen_weekday(local_days today) {
        const auto now_iso = std::chrono::weekday{today}.iso_encoding();
        auto day = today + days{(*weekday_ + 7 - now_iso) % 7};
        if (day == today && (said_next_ || is_past(day))) return day + days{7};
        if (said_next_ && *weekday_ > now_iso) {
            complain(fmt::format("“next {}” can mean two days: {} or {}.", long_weekday(*weekday_), day_text(day),
                                 day_text(day + days{7})),
                     fmt::format("Write the date, as in {}.", iso_text(day)));
            return std::nullopt;
        }
        return day;
    }

    static std::string iso_text(local_days day) {
        const year_month_day date{day};
        return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                           static_cast<unsigned>(date.day()));
    }

    // A date without a year is the next one, unless it has only just passed: then it is a mistake, not next year.
    std::optional<local_days> chosen_date(local_days today) {
        std::optional<local_days> day;
        if (year_given_)
            day = to_days(date_->year, *date_);
        else {
            const int year = static_cast<int>(year_month_day{today}.year());
            for (int ahead = 0; ahead <= 8 && (!day || (*day < today && today - *day > days{180})); ++ahead)
                day = to_days(year + ahead, *date_);
        }
        if (!day) return std::nullopt;
        const auto iso = std::chrono::weekday{*day}.iso_encoding();
        if (weekday_ && *weekday_ != iso) {
            complain(fmt::format("{} is not a {}.", day_text(*day), long_weekday(*weekday_)),
                     "Write the date or the day of the week that you mean.");
            return std::nullopt;
        }
        return day;
    }

    std::variant<Instant, NotUnderstood> resolve() {
        const auto day = chosen_day();
        if (wrong_) return *wrong_;
        if (!day) return NotUnderstood{fmt::format("“{}” is not a day.", text_), std::string(examples)};
        const auto wanted = *day + minutes{minute_of_day()};
        const auto found = meaning(wanted);
        const auto clock =
            fmt::format("{:02}:{:02} on {}", minute_of_day() / 60, minute_of_day() % 60, day_text(*day));
        if (found.kind == LocalKind::skipped)
            return NotUnderstood{
                fmt::format("There is no {} in {}: the clocks skip it.", clock, zone_name_),
                fmt::format("The clocks jump at {}; write a time before or after it.", utc_text(found.first))};
        if (found.kind == LocalKind::twice)
            return NotUnderstood{fmt::format("{} comes twice in {}: the clocks are set back.", clock, zone_name_),
                                 fmt::format("Write {} or {}.", utc_text(found.first), utc_text(found.second))};
        if (found.first <= now_)
            return NotUnderstood{fmt::format("{} is past ({}).", clock, utc_text(found.first)),
                                 std::string(time_to_come)};
        if (found.first - now_ > days{3660})
            return NotUnderstood{fmt::format("{} is more than ten years away.", clock), "Write a nearer time."};
        return found.first;
    }

    std::string_view text_;
    const Calendar& calendar_;
    Instant now_;
    Zone zone_;
    std::string zone_name_;
    std::vector<std::string> words_, folded_;
    std::size_t at_ = 0;
    std::optional<NotUnderstood> wrong_;
    std::optional<CalendarDay> date_;
    bool year_given_ = false;
    std::optional<int> relative_days_;
    std::optional<unsigned> weekday_;
    bool said_next_ = false;
    int days_seen_ = 0;
    int times_seen_ = 0;
    std::optional<int> minute_;
    bool end_of_day_ = false;
    bool zone_given_ = false;
    std::optional<Duration> offset_;
};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n.") - begin + 1);
}

std::optional<Span> span_from_now(std::string_view text) {
    auto plain = folded(text);
    std::string_view rest = plain;
    for (const std::string_view lead : {"in ", "within ", "after "})
        if (rest.starts_with(lead)) {
            rest.remove_prefix(lead.size());
            break;
        }
    if (rest.ends_with(" from now")) rest.remove_suffix(9);
    const auto span = read_span(rest);
    if (const auto* found = std::get_if<Span>(&span)) return *found;
    return std::nullopt;
}

}  // namespace

std::variant<Instant, NotUnderstood> read_deadline(std::string_view written, const Calendar& calendar, Instant now) {
    if (written.size() > longest_text) return NotUnderstood{"This is too long for a date.", std::string(examples)};
    const auto text = trimmed(written);
    if (text.empty()) return NotUnderstood{"There is no date.", std::string(examples)};
    if (const auto instant = read_instant(text); const auto* found = std::get_if<Instant>(&instant)) {
        if (*found <= now)
            return NotUnderstood{fmt::format("{} is past.", utc_text(*found)), std::string(time_to_come)};
        if (*found - now > days{3660})
            return NotUnderstood{fmt::format("{} is more than ten years away.", utc_text(*found)),
                                 "Write a nearer time."};
        return *found;
    }
    if (const auto span = span_from_now(text)) return add_span(calendar, now, *span);
    return DeadlineReader(text, calendar, now).read();
}

}  // namespace assentd
