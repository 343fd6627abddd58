// SPDX-License-Identifier: Apache-2.0
#include "parsers/commands/confirming.h"

#include <gtest/gtest.h>

namespace assentd {
namespace {

Confirming said(std::string_view text) {
    return confirms(text, "Cem Kaya");
}

TEST(Confirming, OrdinaryWordsConfirm) {
    for (const char* text :
         {"confirm", "Confirmed!", "Confirmed, thanks", "Confirmed, thanks.\n\nCem", "confirm, thanks", "I confirm",
          "I confirm my vote.", "I hereby confirm the ballot", "Yes, confirmed", "Yes I confirm it",
          "confirm. Thanks for the change", "Still holds", "It still holds.", "My ballot stands",
          "my vote still stands", "My answer is still the same.", "My vote remains unchanged\n\nThanks\nCem"})
        EXPECT_EQ(said(text), Confirming::yes) << text;
}

TEST(Confirming, WhatMayBeMeantOtherwiseIsNoConfirmation) {
    for (const char* text :
         {"Same as before", "Still the same", "I cannot confirm this", "Confirmed?",
          "Confirmed, but only if it is cheap", "confirmed: the room is booked", "I confirm that I have read it",
          "Thanks, still not convinced. Confirm", "confirm. Thanks, but no", "My vote does not stand",
          "The objection still holds", "Can you confirm the price?", "My ballot holds unless the price goes up"})
        EXPECT_EQ(said(text), Confirming::maybe) << text;
    for (const char* text : {"", "Thanks for the change", "Yes", "Thanks, Cem", "Who pays for the room?"})
        EXPECT_EQ(said(text), Confirming::no) << text;
}

Ownership whose(std::string_view text) {
    return says_whose(text, "Cem Kaya");
}

TEST(Confirming, AMailIsMineOrNot) {
    for (const char* text :
         {"yes", "Yes.", "YES!!!", "Yes, that was me.", "yes it is mine", "It's mine\n\nThanks\nCem", "confirm",
          "Confirmed, thanks", "I did.", "yes please", "*Yes*", "Yes, my private account.", "yes - my own address",
          "Yes, it is my private one.", "Yes, private.", "Yes. That's my work e-mail.", "Yes, correct.",
          "Yes, it's from me.", "Hello,\n\nYes.\n\nCem"})
        EXPECT_EQ(whose(text), Ownership::mine) << text;
    for (const char* text : {"no", "No!", "Nope", "not mine", "No, not me.", "No, I didn't write that.\n\nCem Kaya",
                             "discard", "no, thanks"})
        EXPECT_EQ(whose(text), Ownership::not_mine) << text;
}

TEST(Confirming, WhatSaysMoreThanWhoseItIsIsNotClear) {
    for (const char* text :
         {"yes\n\n-1", "yes but no", "yes?", "yes or no?", "Yes, somebody wrote that, not me", "no, I vote +1",
          "no problem, it is mine", "no - wait, yes", "Yes. No.", "yes please -1",
          "Yes, I did, but now I am against it.", "sure", "Yes, my vote is +1", "Yes, if it is my private account",
          "yes, my answer is no", "Yes, my colleague's account", "Yes, my wife's", "Yes, my account was stolen",
          "no, my private account"})
        EXPECT_EQ(whose(text), Ownership::unclear) << text;
    for (const char* text :
         {"", "My private account.", "+1", "-1 it costs too much", "What is this?", "Thanks", "Cem"})
        EXPECT_EQ(whose(text), Ownership::unsaid) << text;
}

}  // namespace
}  // namespace assentd
