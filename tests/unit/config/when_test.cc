// SPDX-License-Identifier: Apache-2.0
#include "config/when.h"

#include <gtest/gtest.h>

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

// Monday 23 November 2026, 10:00 in Berlin.
const Instant now = at("2026-11-23T09:00:00Z");

std::string understood(std::string_view text, const Calendar& calendar = in_zone("Europe/Berlin"),
                       Instant from = now) {
    const auto found = read_deadline(text, calendar, from);
    if (const auto* instant = std::get_if<Instant>(&found)) return instant_text(*instant);
    const auto& error = std::get<NotUnderstood>(found);
    return error.wrong + " | " + error.right;
}

struct Phrase {
    std::string_view text;
    std::string_view instant;
};

class DeadlinePhrase : public testing::TestWithParam<Phrase> {};
TEST_P(DeadlinePhrase, IsUnderstood) {
    EXPECT_EQ(understood(GetParam().text), GetParam().instant) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Deadline, DeadlinePhrase,
    testing::Values(
        Phrase{"Friday 17:00 please", "2026-11-27T16:00:00Z"}, Phrase{"Friday 17:00", "2026-11-27T16:00:00Z"},
        Phrase{"Fri 5pm", "2026-11-27T16:00:00Z"}, Phrase{"by Friday, 5 p.m.", "2026-11-27T16:00:00Z"},
        Phrase{"Friday", "2026-11-27T16:00:00Z"}, Phrase{"Freitag um 17 Uhr", "2026-11-27T16:00:00Z"},
        Phrase{"vendredi 17h30", "2026-11-27T16:30:00Z"}, Phrase{"mi\xC3\xA9rcoles 12:00", "2026-11-25T11:00:00Z"},
        Phrase{"in 5 working days", "2026-11-30T09:00:00Z"}, Phrase{"72 hours", "2026-11-26T09:00:00Z"},
        Phrase{"within two weeks", "2026-12-07T09:00:00Z"}, Phrase{"3 days from now", "2026-11-26T09:00:00Z"},
        Phrase{"2026-12-01 17:00 Europe/Berlin", "2026-12-01T16:00:00Z"},
        Phrase{"2026-12-01 17:00 America/New_York", "2026-12-01T22:00:00Z"},
        Phrase{"2026-12-01 17:00 UTC", "2026-12-01T17:00:00Z"},
        Phrase{"2026-12-01 17:00 +02:00", "2026-12-01T15:00:00Z"},
        Phrase{"2026-12-01T16:00:00Z", "2026-12-01T16:00:00Z"}, Phrase{"1 Dec", "2026-12-01T16:00:00Z"},
        Phrase{"Dec 1st, 2026", "2026-12-01T16:00:00Z"}, Phrase{"1. Dezember 12:00", "2026-12-01T11:00:00Z"},
        Phrase{"1.12.2026", "2026-12-01T16:00:00Z"}, Phrase{"1 de diciembre", "2026-12-01T16:00:00Z"},
        Phrase{"31/12/2026", "2026-12-31T16:00:00Z"}, Phrase{"tomorrow noon", "2026-11-24T11:00:00Z"},
        Phrase{"tomorrow", "2026-11-24T16:00:00Z"}, Phrase{"day after tomorrow at 9:30", "2026-11-25T08:30:00Z"},
        Phrase{"today midnight", "2026-11-23T23:00:00Z"}, Phrase{"17:00", "2026-11-23T16:00:00Z"},
        Phrase{"08:00", "2026-11-24T07:00:00Z"}, Phrase{"Monday", "2026-11-23T16:00:00Z"},
        Phrase{"Monday 9:00", "2026-11-30T08:00:00Z"}, Phrase{"next Monday", "2026-11-30T16:00:00Z"},
        Phrase{"10 January", "2027-01-10T16:00:00Z"}, Phrase{"29 Feb", "2028-02-29T16:00:00Z"},
        Phrase{"EOD", "2026-11-23T16:00:00Z"}, Phrase{"end of day Thursday", "2026-11-26T16:00:00Z"},
        Phrase{"Fri\xC2\xA0"
               "17:00",
               "2026-11-27T16:00:00Z"},
        Phrase{"Tuesday 1 December", "2026-12-01T16:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(
    Refused, DeadlinePhrase,
    testing::Values(
        Phrase{"2026-11-20 17:00",
               "17:00 on Friday 20 November 2026 is past (2026-11-20 16:00 UTC). | Write a time to come, such as "
               "“Friday 17:00” or “in 5 working days”."},
        Phrase{"3/4/2027",
               "“3/4/2027” could be 3 April or 4 March. | Write the year first, as in 2026-12-01, or the name of the "
               "month."},
        Phrase{"next Friday",
               "“next Friday” can mean two days: Friday 27 November 2026 or Friday 4 December 2026. | Write the "
               "date, as in 2026-11-27."},
        Phrase{"Wednesday 1 December",
               "Tuesday 1 December 2026 is not a Wednesday. | Write the date or the day of the week that you mean."},
        Phrase{"Friday 17:00 Europe/Berlim",
               "“Europe/Berlim” is not a time zone that I know. | Write a name as in Europe/Berlin, or UTC."},
        Phrase{"Friday 25:00", "There is no time 25:00. | Write it from 00:00 to 24:00, as in 17:00 or 5 pm."},
        Phrase{"2026-02-30",
               "There is no day 2026-02-30. | Write it as in “Friday 17:00”, “2026-12-01 17:00 Europe/Berlin”, “in 5 "
               "working days” or “72 hours”."},
        Phrase{"soonish",
               "“soonish” is not a date or time that I know. | Write it as in “Friday 17:00”, “2026-12-01 17:00 "
               "Europe/Berlin”, “in 5 working days” or “72 hours”."},
        Phrase{"3 dayz",
               "“3 dayz” is not a date or time that I know. | Write it as in “Friday 17:00”, “2026-12-01 17:00 "
               "Europe/Berlin”, “in 5 working days” or “72 hours”."},
        Phrase{"Friday Saturday",
               "“Friday Saturday” names two days. | Write it as in “Friday 17:00”, “2026-12-01 17:00 Europe/Berlin”, "
               "“in 5 working days” or “72 hours”."},
        Phrase{"",
               "There is no date. | Write it as in “Friday 17:00”, “2026-12-01 17:00 Europe/Berlin”, “in 5 working "
               "days” or “72 hours”."}));

TEST(Deadline, TimeThatTheClocksSkipIsAskedBack) {
    EXPECT_EQ(understood("2027-03-28 02:30"),
              "There is no 02:30 on Sunday 28 March 2027 in Europe/Berlin: the clocks skip it. | The clocks jump at "
              "2027-03-28 01:00 UTC; write a time before or after it.");
    EXPECT_EQ(understood("2026-03-29 02:30", in_zone("Europe/Berlin"), at("2026-03-01T00:00:00Z")).substr(0, 25),
              "There is no 02:30 on Sund");
}

TEST(Deadline, TimeThatComesTwiceIsAskedBackWithBoth) {
    EXPECT_EQ(understood("2026-10-25 02:30", in_zone("Europe/Berlin"), at("2026-10-01T00:00:00Z")),
              "02:30 on Sunday 25 October 2026 comes twice in Europe/Berlin: the clocks are set back. | Write "
              "2026-10-25 00:30 "
              "UTC or 2026-10-25 01:30 UTC.");
}

TEST(Deadline, LordHoweMovesItsClocksByHalfAnHour) {
    EXPECT_EQ(
        understood("2026-10-04 02:15", in_zone("Australia/Lord_Howe"), at("2026-10-01T00:00:00Z")).substr(0, 11),
        "There is no");
    EXPECT_EQ(understood("2026-10-04 02:45", in_zone("Australia/Lord_Howe"), at("2026-10-01T00:00:00Z")),
              "2026-10-03T15:45:00Z");
}

TEST(Deadline, LongTextIsRefusedUnread) {
    EXPECT_EQ(understood(std::string(10'000, '9')).substr(0, 32), "This is too long for a date. | W");
}

TEST(Span, IsReadAsPeopleWriteIt) {
    const std::pair<std::string_view, Span> written[] = {{"72 hours", {72, SpanUnit::hour}},
                                                         {"72h", {72, SpanUnit::hour}},
                                                         {"5 working days", {5, SpanUnit::working_day}},
                                                         {"5 business days", {5, SpanUnit::working_day}},
                                                         {"1 working week", {5, SpanUnit::working_day}},
                                                         {"8 working hours", {8, SpanUnit::working_hour}},
                                                         {"1m", {1, SpanUnit::minute}},
                                                         {"a week", {1, SpanUnit::week}},
                                                         {"a fortnight", {2, SpanUnit::week}},
                                                         {"1 hour 30 minutes", {90, SpanUnit::minute}},
                                                         {"1h30m", {90, SpanUnit::minute}},
                                                         {"1 week and 2 days", {9, SpanUnit::day}},
                                                         {"half an hour", {30, SpanUnit::minute}},
                                                         {"1.5 hours", {90, SpanUnit::minute}},
                                                         {"6 months", {6, SpanUnit::month}},
                                                         {"one year", {12, SpanUnit::month}},
                                                         {"Three Days", {3, SpanUnit::day}}};
    for (const auto& [text, span] : written) {
        const auto found = read_span(text);
        ASSERT_TRUE(std::holds_alternative<Span>(found)) << text;
        EXPECT_EQ(to_string(std::get<Span>(found)), to_string(span)) << text;
    }
}

TEST(Span, NonsenseIsRefusedWithAnExample) {
    for (const auto* text : {"", "5", "days", "0 days", "-3 days", "5 parsecs", "1.55 hours",
                             "99999999999999999999 days", "11 years", "half a month", "1 month 2 days"}) {
        const auto found = read_span(text);
        ASSERT_TRUE(std::holds_alternative<NotUnderstood>(found)) << text;
        EXPECT_EQ(std::get<NotUnderstood>(found).right,
                  "Write a number and a unit, as in “72 hours”, “5 working days” or “2 weeks”.");
    }
}

TEST(Span, DaysKeepTheLocalTimeAcrossAClockChange) {
    const auto berlin = in_zone("Europe/Berlin");
    EXPECT_EQ(instant_text(add_span(berlin, at("2026-03-28T11:00:00Z"), {1, SpanUnit::day})), "2026-03-29T10:00:00Z");
    EXPECT_EQ(instant_text(add_span(berlin, at("2026-03-28T11:00:00Z"), {24, SpanUnit::hour})),
              "2026-03-29T11:00:00Z");
    EXPECT_EQ(instant_text(add_span(berlin, at("2026-10-24T10:00:00Z"), {1, SpanUnit::week})),
              "2026-10-31T11:00:00Z");
}

TEST(Span, MonthsEndWithTheMonth) {
    EXPECT_EQ(instant_text(add_span(in_zone("UTC"), at("2026-01-31T12:00:00Z"), {1, SpanUnit::month})),
              "2026-02-28T12:00:00Z");
}

TEST(Instant, IsReadAsRfc3339) {
    EXPECT_EQ(instant_text(at("2026-12-01T16:00:00Z")), "2026-12-01T16:00:00Z");
    EXPECT_EQ(instant_text(at("2026-12-01 17:00:00+01:00")), "2026-12-01T16:00:00Z");
    EXPECT_EQ(instant_text(at("2026-12-01t16:00:00.999z")), "2026-12-01T16:00:00Z");
    for (const auto* text : {"2026-12-01", "2026-12-01T16:00:00", "2026-13-01T16:00:00Z", "2026-12-01T24:00:00Z",
                             "2026-12-01T16:00:00.Z", "2026-12-01T16:00:00+1:00"})
        EXPECT_TRUE(std::holds_alternative<NotUnderstood>(read_instant(text))) << text;
}

}  // namespace
}  // namespace assentd
