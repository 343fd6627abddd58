// SPDX-License-Identifier: Apache-2.0
#include "config/calendar.h"

#include <gtest/gtest.h>

#include "config/holidays.h"
#include "config/when.h"

namespace assentd {
namespace {

Instant at(std::string_view text) {
    return std::get<Instant>(read_instant(text));
}

Calendar in_zone(std::string zone) {
    Calendar calendar;
    calendar.time_zone = std::move(zone);
    return calendar;
}

std::string shown(const std::vector<Interval>& intervals) {
    std::string text;
    for (const auto& [begin, end] : intervals) text += instant_text(begin) + "/" + instant_text(end) + " ";
    return text;
}

TEST(Calendar, WorkingTimeSkipsTheWeekend) {
    EXPECT_EQ(shown(working_time(in_zone("UTC"), at("2026-11-27T12:00:00Z"), at("2026-11-30T10:00:00Z"))),
              "2026-11-27T12:00:00Z/2026-11-27T17:00:00Z 2026-11-30T09:00:00Z/2026-11-30T10:00:00Z ");
}

TEST(Calendar, HolidaysAndAbsencesAreNoWorkingTime) {
    auto calendar = in_zone("UTC");
    calendar.holidays = {{2026, 12, 25}};
    calendar.away = {{{2026, 12, 28}, {2026, 12, 29}}};
    EXPECT_EQ(shown(working_time(calendar, at("2026-12-25T00:00:00Z"), at("2026-12-31T00:00:00Z"))),
              "2026-12-30T09:00:00Z/2026-12-30T17:00:00Z ");
}

TEST(Calendar, OfficeHoursFollowTheClocksOfEachZone) {
    struct Change {
        const char *zone, *from, *until, *expected;
    };
    const Change changes[] = {
        {"Europe/Berlin", "2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z",
         "2026-03-27T08:00:00Z/2026-03-27T16:00:00Z 2026-03-30T07:00:00Z/2026-03-30T15:00:00Z "},
        {"Europe/Berlin", "2026-10-23T00:00:00Z", "2026-10-27T00:00:00Z",
         "2026-10-23T07:00:00Z/2026-10-23T15:00:00Z 2026-10-26T08:00:00Z/2026-10-26T16:00:00Z "},
        {"America/New_York", "2026-03-06T04:00:00Z", "2026-03-10T04:00:00Z",
         "2026-03-06T14:00:00Z/2026-03-06T22:00:00Z 2026-03-09T13:00:00Z/2026-03-09T21:00:00Z "},
        {"Australia/Lord_Howe", "2026-10-01T20:00:00Z", "2026-10-05T10:00:00Z",
         "2026-10-01T22:30:00Z/2026-10-02T06:30:00Z 2026-10-04T22:00:00Z/2026-10-05T06:00:00Z "}};
    for (const auto& [zone, from, until, expected] : changes)
        EXPECT_EQ(shown(working_time(in_zone(zone), at(from), at(until))), expected) << zone;
}

TEST(Calendar, NightShiftAcrossAChangeIsShorterOrLonger) {
    auto night = in_zone("Europe/Berlin");
    night.working_days = {7};
    night.from_minute = 0;
    night.until_minute = 6 * 60;
    EXPECT_EQ(shown(working_time(night, at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z"))),
              "2026-03-28T23:00:00Z/2026-03-29T04:00:00Z ");
    EXPECT_EQ(shown(working_time(night, at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z"))),
              "2026-10-24T22:00:00Z/2026-10-25T05:00:00Z ");
}

TEST(Calendar, WorkingDaysKeepTheTimeOfDay) {
    const auto berlin = in_zone("Europe/Berlin");
    EXPECT_EQ(instant_text(add_working_days(berlin, at("2026-03-27T09:00:00Z"), 1)), "2026-03-30T08:00:00Z");
    EXPECT_EQ(instant_text(add_working_days(berlin, at("2026-11-23T09:00:00Z"), 5)), "2026-11-30T09:00:00Z");
}

TEST(Calendar, WorkingDaysFromTheNightEndInTheNextWorkingTime) {
    const auto utc = in_zone("UTC");
    EXPECT_EQ(instant_text(add_working_days(utc, at("2026-11-23T20:00:00Z"), 1)), "2026-11-25T09:00:00Z");
}

TEST(Calendar, WorkingDaysBeginWithTheNextWorkingTime) {
    const auto utc = in_zone("UTC");
    for (const char* begin : {"2026-11-27T20:00:00Z", "2026-11-28T05:00:00Z", "2026-11-28T12:00:00Z",
                              "2026-11-29T23:00:00Z", "2026-11-30T05:00:00Z", "2026-11-30T09:00:00Z"}) {
        EXPECT_EQ(instant_text(add_working_days(utc, at(begin), 1)), "2026-12-01T09:00:00Z") << begin;
        EXPECT_EQ(instant_text(add_working_days(utc, at(begin), 5)), "2026-12-07T09:00:00Z") << begin;
    }
}

TEST(Calendar, WorkingHoursRunOnlyInWorkingTime) {
    EXPECT_EQ(instant_text(add_working_time(in_zone("UTC"), at("2026-11-27T15:00:00Z"), std::chrono::hours{4})),
              "2026-11-30T11:00:00Z");
}

TEST(Calendar, SearchEndsWhenThereIsNoWorkingDay) {
    auto never = in_zone("UTC");
    never.working_days.clear();
    EXPECT_TRUE(working_time(never, at("2000-01-01T00:00:00Z"), at("2099-01-01T00:00:00Z")).empty());
    EXPECT_GT(add_working_days(never, at("2026-01-01T00:00:00Z"), 1), at("2026-01-01T00:00:00Z"));
    EXPECT_GT(add_working_time(never, at("2026-01-01T00:00:00Z"), Duration{1}), at("2026-01-01T00:00:00Z"));
}

TEST(Calendar, LocalTextNamesDayAndZone) {
    EXPECT_EQ(local_text(in_zone("Europe/Berlin"), at("2026-12-04T16:00:00Z")), "Fri 4 Dec 2026, 17:00 CET");
    EXPECT_EQ(local_text(in_zone("Europe/Berlin"), at("2026-07-04T16:00:00Z")), "Sat 4 Jul 2026, 18:00 CEST");
    EXPECT_EQ(local_text(in_zone("Australia/Lord_Howe"), at("2026-12-04T16:00:00Z")), "Sat 5 Dec 2026, 03:00 UTC+11");
    EXPECT_EQ(local_text(in_zone("UTC"), at("2026-12-04T16:00:00Z")), "Fri 4 Dec 2026, 16:00 UTC");
}

TEST(Calendar, LocalDayIsThatOfTheZone) {
    EXPECT_EQ(local_day(in_zone("Asia/Tokyo"), at("2026-12-04T16:00:00Z")), (CalendarDay{2026, 12, 5}));
}

TEST(Calendar, ZonesAreThoseOfTheSystem) {
    for (const auto* name : {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
        EXPECT_TRUE(is_time_zone(name)) << name;
    for (const auto* name : {"", "Europe/Berlim", "../../etc/passwd", "Mars/Base", "europe berlin"})
        EXPECT_FALSE(is_time_zone(name)) << name;
}

TEST(Holidays, AreReadFromAnICalendarFile) {
    std::string trouble;
    const auto days = read_holidays(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//test//EN\r\n"
        "BEGIN:VEVENT\r\nUID:1@example.org\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nEND:"
        "VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2@example.org\r\nDTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n",
        trouble);
    EXPECT_EQ(trouble, "");
    EXPECT_TRUE(days.contains({2026, 12, 25}));
    EXPECT_TRUE(days.contains({2026, 12, 26}));
    EXPECT_FALSE(days.contains({2026, 12, 27}));
    EXPECT_TRUE(days.contains({2026, 1, 1}));
    EXPECT_TRUE(days.contains({2031, 1, 1}));
}

TEST(Holidays, EndlessRecurrenceAndNonsenseAreBounded) {
    std::string trouble;
    EXPECT_TRUE(read_holidays("no calendar at all", trouble).empty());
    EXPECT_NE(trouble, "");
    const auto days = read_holidays(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260101T000000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:"
        "VCALENDAR\r\n",
        trouble);
    EXPECT_EQ(days.size(), 1u);
}

TEST(Holidays, ADayIsFourFiguresTwoAndTwo) {
    EXPECT_EQ(read_day("2026-12-25"), (CalendarDay{2026, 12, 25}));
    for (const auto* wrong : {"x999-01-01", "2026-13-01", "2026-02-30", "2026-1-01", "0000-01-01", "2026-01-0x"})
        EXPECT_FALSE(read_day(wrong)) << wrong;
}

}  // namespace
}  // namespace assentd
