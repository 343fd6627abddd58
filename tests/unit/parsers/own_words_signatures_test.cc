// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "parsers/own_words/disclaimers_data.h"
#include "parsers/own_words/own_words.h"
#include "parsers/own_words/signatures_data.h"

namespace assentd {
namespace {

std::string new_text(std::string_view text) {
    return own_words(text).new_text;
}

TEST(OwnWords, EveryMobileLineOfTheTableIsCut) {
    for (const auto& line : words::mobile_lines)
        EXPECT_EQ(new_text("+1\n\n" + std::string(line.example) + "\n"), "+1")
            << line.language << ": " << line.example;
}

TEST(OwnWords, EveryDisclaimerOfTheTableIsCutBelowText) {
    for (const auto& disclaimer : words::disclaimers)
        for (const char* more :
             {"",
              "\nIts second line goes on as long as such lines do, for whoever wrote it was paid by "
              "the word and knew no end.\n\nThird.\n"})
            EXPECT_EQ(new_text("+1\n\n" + std::string(disclaimer.example) + more), "+1")
                << disclaimer.language << ": " << disclaimer.example;
}

TEST(OwnWords, WhoSpeaksOfConfidenceIsKept) {
    for (const char* text : {"Hello,\n\nThe email is confidential, so do not forward it.\n\nWe meet on Friday.",
                             "Hello,\n\nWe should add a confidentiality notice to the handbook.\n\nWho writes it?",
                             "Hello,\n\nI think that the environment matters more than the price."})
        EXPECT_EQ(new_text(text), text);
}

TEST(OwnWords, EverySendingLineOfTheTableIsCutAtTheEndOnly) {
    for (const auto& line : words::sending_lines) {
        const std::string own = "Fine with me.\n\n" + std::string(line.example);
        for (const char* more : {"", "\n\n> Shall we?\n", "\n\nOn 2026-03-03 10:00, Ana wrote:\n> Shall we?\n"})
            EXPECT_EQ(new_text(own + more), "Fine with me.") << line.language << ": " << line.example;
    }
    for (const char* start : {"Enviado por mail", "Verzonden per mail", "Odesláno mailem"}) {
        const std::string text = "Fine with me.\n\n" + std::string(start) + "\n\nand it came the next day.";
        EXPECT_EQ(new_text(text), text);
    }
}

TEST(OwnWords, WhereToGetAProgramIsCutInAnyLanguage) {
    for (const char* line : {"Outlook für Android beziehen", "Få Outlook til iOS", "iOS 版 Outlook を入手",
                             "Obtenir Outlook pour iOS<https://example.org>", "Haal Outlook voor Android op"})
        EXPECT_EQ(new_text("+1\n\n" + std::string(line)), "+1") << line;
    for (const char* line : {"I use Outlook for Android", "Do we have Outlook on iOS and who pays for it?"})
        EXPECT_EQ(new_text("+1\n\n" + std::string(line)), "+1\n\n" + std::string(line));
}

TEST(OwnWords, EveryListFooterOfTheTableIsCut) {
    for (std::string_view start : words::footer_starts)
        EXPECT_EQ(new_text("Fine with me.\n\n" + std::string(start) + " https://lists.example.org\n"),
                  "Fine with me.")
            << start;
    for (const char* text :
         {"To unsubscribe people from the list we need a new tool.\n\nWho writes it?",
          "You received this message because I wanted you to know first.\n\nWhat do you think?", "unsubscribe"})
        EXPECT_EQ(new_text(text), text);
}

TEST(OwnWords, ARuleBelowASentenceIsNoUnderline) {
    EXPECT_EQ(new_text("That is fine with me.\n---\nAna Example\nhttps://example.org\n"), "That is fine with me.");
    EXPECT_EQ(new_text("+1\n---\nAna Example\nana@example.org"), "+1");
    EXPECT_EQ(new_text("It is fine.\n\n--- \nSent from my phone"), "It is fine.");
}

TEST(OwnWords, ADisclaimerNeverEmptiesAMail) {
    EXPECT_EQ(new_text("This message is confidential, but +1"), "This message is confidential, but +1");
}

TEST(OwnWords, ASentenceThatStartsLikeAMobileLineIsKept) {
    for (const char* text : {"Sent from my desk, is much easier than my phone.",
                             "Sent from Ana yesterday, I have the file.", "Sent from my phone is how I read this."})
        EXPECT_EQ(new_text(text), text);
}

TEST(OwnWords, AMobileLineMayExcuseItself) {
    EXPECT_EQ(new_text("+1\n\nSent from my phone, please excuse brevity and typos"), "+1");
    EXPECT_EQ(new_text("+1\n\nSent from my phone. Sorry for any typos."), "+1");
}

TEST(OwnWords, AWrappedSentenceThatHoldsAMobileLineIsKept) {
    const std::string text = "The report was\nsent from my old account\nto all of you.";
    EXPECT_EQ(new_text(text), text);
    EXPECT_EQ(new_text("Von meinem Standpunkt aus passt das"), "Von meinem Standpunkt aus passt das");
}

TEST(OwnWords, ANameUnderARuleIsASignature) {
    EXPECT_EQ(new_text("+1\n\n---\nAna Example\nExample Board"), "+1");
    EXPECT_EQ(new_text("Well.\n\n---\n+1"), "Well.\n\n---\n+1");
}

TEST(OwnWords, SignatureDelimitersCutTheRest) {
    for (const char* delimiter : {"-- ", "--", "- --", "\u2014", "_____"})
        EXPECT_EQ(new_text("+1\n\n" + std::string(delimiter) + "\nAna Example\nhttps://example.org\n"), "+1")
            << delimiter;
}

TEST(OwnWords, DashesInsideALineAreNoDelimiter) {
    EXPECT_EQ(new_text("this is -- not -- one"), "this is -- not -- one");
}

TEST(OwnWords, ASignatureAboveAQuotationDoesNotSwallowTheAnswersBelow) {
    EXPECT_EQ(new_text("-- \nAna\n\nOn 2026-03-03 10:00, Ben wrote:\n> Shall we?\n\nyes\n"), "yes");
}

TEST(OwnWords, ListFootersAreCutWithTheRuleAboveThem) {
    const std::string footer =
        "---------------------------------------------------------------------\n"
        "To unsubscribe, e-mail: dev-unsubscribe@example.org\nFor additional commands, e-mail: "
        "dev-help@example.org\n";
    EXPECT_EQ(new_text("+1\n\n" + footer), "+1");
    EXPECT_EQ(
        new_text("+1\n_______________________________________________\nplans mailing list\nplans@example.org\n"),
        "+1");
    EXPECT_EQ(new_text("+1\n\nYou received this message because you are subscribed to the group.\nMore.\n"), "+1");
}

TEST(OwnWords, WhatAGatewayPutsAboveAMailIsCut) {
    for (const char* banner :
         {"CAUTION: This email originated from outside of the organization. Do not click links.", "[EXTERNAL]",
          "*** EXTERNAL EMAIL ***", "You don't often get email from ana@example.org. Learn why this is important",
          "ACHTUNG: Diese E-Mail stammt von einem externen Absender.\nKlicken Sie auf keine Anhänge.",
          "Attention : Ce courriel provient de l'extérieur."})
        for (const char* gap : {"\n\n", "\n"})
            EXPECT_EQ(new_text(banner + std::string(gap) + "-1 it is too dear"), "-1 it is too dear") << banner;
    for (const char* text : {"Caution: I am against it.", "External advice is dear.", "[EXTERNAL] +1",
                             "Hello,\n\nthis email originated in a talk with Ana."})
        EXPECT_EQ(new_text(text), text);
}

TEST(OwnWords, AnAnswerBelowARuleIsKeptAndDoubted) {
    for (const char* rule : {"______________", "--", "________________________________"}) {
        const OwnWords own = own_words("I have read it.\n\n" + std::string(rule) + "\n\n-1 it is too dear\n");
        EXPECT_EQ(own.new_text, "I have read it.\n\n-1 it is too dear") << rule;
        ASSERT_EQ(own.doubtful.size(), 1u) << rule;
        EXPECT_EQ(own.doubtful[0].line, "-1 it is too dear");
    }
    EXPECT_EQ(new_text("I have read it.\n-- \n+1 is my motto"), "I have read it.");
    EXPECT_EQ(new_text("I have read it.\n____________\nNo Eun\n+1 555 123 4567"), "I have read it.");
}

TEST(OwnWords, RulesThatDivideOrUnderlineATextAreKept) {
    const std::string underlined = "Context\n-------\nWe have no plan.\n\nProposal\n========\nMake one.";
    EXPECT_EQ(new_text(underlined), underlined);
    const std::string divided = "First part of the text.\n\n---\n\nSecond part, which goes on and on.\n+1";
    EXPECT_EQ(new_text(divided), divided);
}

TEST(OwnWords, RulesAtTheEndAreCut) {
    EXPECT_EQ(new_text("+1\n\n-----\n"), "+1");
}

TEST(OwnWords, RemarksNameWhatWasCut) {
    const OwnWords own = own_words("+1\n\nSent from my phone\n\n> x\n");
    ASSERT_EQ(own.remarks.size(), 2u);
    EXPECT_EQ(own.remarks[0], "mobile line");
    EXPECT_EQ(own.remarks[1], "quotation");
}

// Time grows with the size and no faster: the shapes that are quadratic in a careless reader.
TEST(OwnWords, PathologicalTextsTakeLinearTime) {
    const auto repeated = [](std::string_view piece, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i) text += piece;
        return text;
    };
    const std::string texts[] = {
        repeated("On 3 March 2026 at 10:00\n", 100000),
        repeated(">>>\n", 100000),
        repeated("From: x\n", 100000),
        repeated("-----\n", 100000),
        repeated("AB> x y\n", 100000),
        std::string(1 << 20, 'a'),
        std::string(1 << 20, '>'),
        std::string(1 << 20, '-'),
        repeated("On ", 350000),
        repeated("> On 3 March 2026 10:00, A wrote:\n", 30000),
        std::string(1 << 20, '\n'),
        repeated("_____\nx\n", 100000),
        repeated("Enviado por mail\n", 60000),
        repeated("Ana wrote:\n\n", 100000),
        repeated("To unsubscribe\n", 60000),
    };
    for (const std::string& text : texts) {
        const auto start = std::chrono::steady_clock::now();
        own_words(text);
        const auto took = std::chrono::steady_clock::now() - start;
        EXPECT_LT(took, std::chrono::seconds(20)) << text.substr(0, 30);
    }
}

TEST(OwnWordsSignatures, ARuleOfLongDashesIsOneToo) {
    for (const char* dash : {"\u2014", "\u2013", "\u2500", "\u2550", "\uFF3F"}) {
        std::string rule;
        for (int i = 0; i < 5; ++i) rule += dash;
        EXPECT_EQ(own_words("+1\n\n" + rule + "\nBen Sample\nExample Ltd\n+49 30 1234567").new_text, "+1") << dash;
    }
    EXPECT_EQ(own_words("\u2014 yes\n").new_text, "\u2014 yes");
}

TEST(OwnWordsSignatures, ABannerThatForbidsToClickIsNobodysWord) {
    for (const char* banner : {"Ne cliquez pas sur les liens : ce message vient de l'extérieur.",
                               "Do not click links or open attachments: the sender is external.",
                               "Nicht vertraut? Klicken Sie nicht auf Links, diese Nachricht ist von extern.",
                               "No haga clic en los enlaces: el mensaje viene de fuera."})
        EXPECT_EQ(own_words(std::string(banner) + "\n\n+1").new_text, "+1") << banner;
    EXPECT_EQ(own_words("I do not click on anything.\n\n+1").new_text, "I do not click on anything.\n\n+1");
}

}  // namespace
}  // namespace assentd
