// SPDX-License-Identifier: Apache-2.0
// An agreement that goes on with a condition behind "from me", a time, a price, a part or its own contrary is asked
// about; one that goes on with its reason is not.
#include <gtest/gtest.h>

#include <string>

#include "parsers/votes/tables/vote_bounds_data.h"
#include "parsers/votes/tables/vote_contrary_data.h"
#include "parsers/votes/tables/vote_doubts_data.h"
#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(Bounds, AConditionBehindFromMeIsOne) {
    expect_asked({"+1 from me when it's encrypted.", "+1 from me after the contract is signed.",
                  "+1 from me next year.", "+1 from me minus the supplier.",
                  "+1 from me, not for the supplier though.", "+1 from me I think.", "+1 from me for waiting.",
                  "+1 from me to postpone.", "+1 from me to Tom's idea.", "Yes from me when it's encrypted.",
                  "No objection from me when it's encrypted.", "No objections from my side except the price.",
                  "+1 pour moi quand c'est chiffré.", "You will get a +1 from me when it's encrypted.",
                  "A +1 from me for a trial of three months.", "Sì da parte mia quando è cifrato.",
                  "Sim da minha parte quando estiver cifrado."});
    expect_all({{"+1 from me", "agree near"},
                {"+1 from me too", "agree near"},
                {"+1 from me, thanks", "agree near"},
                {"+1 from me for the proposal", "agree near"},
                {"+1 from us all", "agree near"},
                {"+1 from me because we lost a day", "agree near"},
                {"No objection from me, go ahead.", "agree near"},
                {"A +1 from me.", "agree near"},
                {"+1 von mir, gute Idee", "agree near"},
                {"+1, I think it is time", "agree near"}});
}

TEST(Bounds, ATimeAPriceOrAPartIsAskedAbout) {
    expect_asked({"+1 in January, not now", "+1 starting in March", "+1 von mir ab März.", "Einverstanden ab März.",
                  "I agree for one year.", "Einverstanden für ein Jahr.", "Akkoord voor één jaar.",
                  "+1 at 80 a month", "+1 (max 80 a month)", "+1 (encrypted only)", "I agree, but with 80.",
                  "I agree, the price must stay below 90 though.", "+1 with one remark: not before March",
                  "No objections but one: price.", "I agree with everything except the price.",
                  "I agree with all but the price.", "I agree to all points but 3.",
                  "Zgadzam się, jak będzie szyfrowane."});
    expect_all({{"I agree with everything.", "agree near"},
                {"I agree to all points.", "agree near"},
                {"+1 à 100 %", "agree near"},
                {"Zgadzam się, jak najbardziej.", "agree near"},
                {"+1 (final)", "agree near"},
                {"-1 at 80 a month", "disagree near"}});
}

TEST(Bounds, WhatAgreesAndRefusesInOneBreathIsAskedAbout) {
    expect_asked({"+1 too expensive",
                  "+1, too expensive",
                  "+1 please don't",
                  "+1 let's not do it",
                  "+1 no",
                  "+1 this is nonsense",
                  "+1 I don't like it either",
                  "+1 price is too high",
                  "+1 for voting it down",
                  "+1 Tom's objection",
                  "+1 concern: cost",
                  "+1 to the amendment",
                  "+1 with my amendment",
                  "+1 fürs Verschieben.",
                  "+1 (I haven't read it yet)",
                  "+1, haven't read it yet",
                  "+1 (not serious)",
                  "+1, or so I'm told",
                  "+1?!",
                  "+1 (preliminary)",
                  "I agree, I think.",
                  "Yes!!! (joke - I haven't even read it yet)"});
    expect_all({{"+1 not too expensive", "agree near"},
                {"+1 let's do it", "agree near"},
                {"+1 let's not wait", "agree near"},
                {"+1 please do", "agree near"},
                {"+1 I like it", "agree near"},
                {"+1 price is fine", "agree near"},
                {"+1 no objections", "agree near"},
                {"+1, Tom's objection is settled", "agree near"},
                {"+1 (I have read it)", "agree near"},
                {"+1, losing a day is too expensive", "agree near"},
                {"+1, the cloud is too expensive", "agree near"},
                {"+1, no joke", "agree near"},
                {"+1!!", "agree exact"},
                {"-1 too expensive", "disagree near"}});
}

TEST(Bounds, EveryPhraseLeavesItsExampleUnclear) {
    const auto asked = [](const std::string& text) { EXPECT_EQ(summary(text), "unclear") << text; };
    for (std::string_view link : words::time_links) asked("I agree " + std::string(link) + " 2027");
    for (std::string_view month : words::month_words) asked("+1 in " + std::string(month));
    for (std::string_view month : words::month_stems) asked("+1 in " + std::string(month) + "x");
    for (std::string_view link : words::span_links) asked("I agree " + std::string(link) + " 2 jahre");
    for (std::string_view number : words::number_words) asked("I agree for " + std::string(number) + " jahr");
    for (std::string_view unit : words::span_units) asked("I agree for 2 " + std::string(unit));
    for (std::string_view link : words::price_links) asked("I agree " + std::string(link) + " 80");
    for (std::string_view link : words::most_links) asked("+1, " + std::string(link) + " 80");
    for (std::string_view must : words::must_words) asked("+1, x " + std::string(must) + " x");
    for (std::string_view word : words::exception_words) asked("+1 y " + std::string(word) + " y");
    for (std::string_view word : words::concessions) asked("+1, x y " + std::string(word));
    for (std::string_view word : words::unread_words) asked("+1 (" + std::string(word) + ")");
    for (std::string_view word : words::scorn) asked("+1 " + std::string(word));
    for (std::string_view word : words::misgiven) asked("+1 " + std::string(word) + " nonsense");
    for (std::string_view word : words::against_it) asked("+1 " + std::string(word) + " x");
    for (std::string_view word : words::doubts_alone) asked("+1, " + std::string(word));
    for (std::string_view word : words::no_jokes)
        EXPECT_EQ(summary("+1, " + std::string(word)), "agree near") << word;
    for (std::string_view word : words::no_exceptions)
        EXPECT_EQ(summary("+1, y, " + std::string(word) + " y"), "agree near") << word;
}

TEST(Bounds, AYesOrANoToSomethingElseIsAskedAbout) {
    expect_asked({"Yes, since 2019.", "Yes it's raining here too.", "Yes, of course it is encrypted.",
                  "Count me in for lunch.", "Yeah, right...", "No, since 2019.", "No, sorry, wrong number.",
                  "No, not that I know.", "いいえ、ありません。"});
    for (std::string_view link : words::since_links) expect_asked({("Yes, " + std::string(link) + " 2019.").c_str()});
    for (std::string_view phrase : words::other_answers) expect_asked({("Ja, " + std::string(phrase)).c_str()});
    expect_all({{"Yes, of course.", "agree near"},
                {"Yes, since we lost a day.", "agree near"},
                {"Count me in.", "agree exact"},
                {"Yeah, right on!", "agree near"},
                {"No, since it is too expensive.", "disagree near"},
                {"No, sorry.", "disagree near"}});
}

TEST(Splits, ALineThatVotesBothWaysIsAskedAbout) {
    expect_asked({"+1 on the idea, -1 on the supplier", "+1 for the idea, -1 for the supplier",
                  "Agree on the idea, disagree on the supplier", "+1 pour l'idée, -1 pour le fournisseur",
                  "+1 for backups. -1 for this supplier.", "+1 to the site and -1 to the price",
                  "-1 for the supplier, +1 for the idea", "I vote yes for the site and no for the supplier"});
    expect_all({{"+1, and no, we need not wait", "agree near"},
                {"I was -1, now +1", "agree near"},
                {"+1. I don't understand the -1 of Tom.", "agree near"},
                {"+1, no objection", "agree near"},
                {"-1, I'm against it", "disagree near"},
                {"No, -1", "disagree near"}});
}

TEST(Reading, LinesOfMarksAloneAreReadWithoutHarm) {
    for (const char* marks :
         {"\u2026", "\u3000", "\u3002", "\u201C", "\u2013\u2013\u2013", "\u00AB", "\uFE0F", "\xE1\xE1"})
        for (const char* vote : {"yes", "+1", "oui", "\u8CDB\u6210", "0"}) {
            const std::string text = std::string(marks) + '\n' + vote;
            EXPECT_EQ(read(text).readings.size(), 1u) << text;
        }
}

TEST(Reading, ALeadWithNothingBehindItIsReadWithoutHarm) {
    for (const char* text : {"and\u200B", "for\u200B", "re\uFE0F", "and\u200B D-17: +1"})
        EXPECT_LE(read(text).readings.size(), 1u) << text;
}

TEST(Reading, ABallotAboveAnEmptyQuotationIsReadWithoutHarm) {
    ReadingContext context;
    context.options = {{"A", "Athens"}, {"B", "Berlin"}};
    context.asks_for_order = true;
    for (const char* text : {"A\n>\n> quoted text\n", "Athens\n>", "Option A.\n>"})
        EXPECT_EQ(read(text, context).readings.size(), 1u) << text;
}

}  // namespace
}  // namespace assentd
