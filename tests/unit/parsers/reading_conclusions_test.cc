// SPDX-License-Identifier: Apache-2.0
// The conclusion of a longer mail is heard (parsers/votes/vote_conclusions.h).
#include <gtest/gtest.h>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

const std::string much =
    "We have had the same discussion twice in the last three years, and both times the result was a list of things "
    "that "
    "somebody should look at later. I have now spent some hours with the offers, the contract and the numbers that "
    "Ben "
    "sent around last week, and I talked to two other companies that use the same supplier.";

TEST(Conclusions, OfALongMailAreHeard) {
    for (const char* text : {"Therefore I vote against.",
                             "So I vote against the proposal.",
                             "So my vote is no.",
                             "So it's a no from me.",
                             "That's why I'm against it.",
                             "For these reasons I am against the proposal.",
                             "I will vote against the proposal.",
                             "All in all: no.",
                             "I am therefore in favour.",
                             "Conclusion: I agree.",
                             "tl;dr: yes",
                             "Long story short: I'm in favour.",
                             "Hence no.",
                             "Daher stimme ich dagegen.",
                             "Deshalb bin ich dagegen.",
                             "Aus diesen Gründen lehne ich den Vorschlag ab.",
                             "Ich bin daher dafür.",
                             "Daher ja.",
                             "Fazit: ja",
                             "Von mir also ein Ja.",
                             "Deswegen stimme ich zu.",
                             "Je vote donc contre.",
                             "Donc oui.",
                             "Je suis donc pour.",
                             "Por eso voto en contra.",
                             "Así que sí.",
                             "Perciò voto contro.",
                             "Quindi sono d'accordo.",
                             "Por isso voto contra.",
                             "Portanto, concordo.",
                             "Daarom stem ik tegen.",
                             "Dus ja.",
                             "Därför röstar jag nej.",
                             "Derfor stemmer jeg nej.",
                             "Dlatego głosuję przeciw.",
                             "Więc jestem za.",
                             "Proto hlasuji proti.",
                             "Поэтому я голосую против.",
                             "Bu yüzden hayır oyu veriyorum.",
                             "因此我反对。",
                             "所以我同意。",
                             "よって反対します。",
                             "I don't think we should do this.",
                             "I have a concern: who can read the copies?",
                             "I'm worried about privacy."}) {
        EXPECT_NE(summary(much + "\n\n" + text), "comment") << text;
        EXPECT_NE(summary(much + "\n\n" + text + "\n\nAna"), "comment") << text;
    }
}

TEST(Conclusions, MayOpenIt) {
    for (const char* text : {"So my vote is no.", "I don't think we should do this.", "Ich bin daher dafür."})
        EXPECT_NE(summary(std::string(text) + "\n\n" + much), "comment") << text;
}

TEST(Conclusions, OfOtherThingsAreNone) {
    for (const char* text : {"Thanks for the work, Ana.",
                             "See you on Monday.",
                             "I will send the numbers tomorrow.",
                             "So I will ask Tom for the contract.",
                             "Therefore the old contract can be cancelled in March.",
                             "That's why we should talk about it on Monday.",
                             "So let's see what Tom says.",
                             "So much for the numbers.",
                             "So I can help with the setup.",
                             "In short: it is complicated.",
                             "All in all an interesting offer.",
                             "Could you send me the second offer?",
                             "What do you think?",
                             "I'll answer by Friday.",
                             "I will vote tomorrow.",
                             "Happy to discuss.",
                             "Hence the delay, sorry.",
                             "Daher habe ich Tom gefragt.",
                             "Deshalb melde ich mich nächste Woche noch einmal.",
                             "Also bis Montag!",
                             "Ich melde mich morgen.",
                             "Also, was meint ihr?",
                             "Donc à lundi !",
                             "Je vous réponds demain.",
                             "Por eso pregunté a Tom.",
                             "Así que nos vemos el lunes.",
                             "Perciò ho chiesto a Tom.",
                             "Dus tot maandag!",
                             "Därför frågade jag Tom.",
                             "Derfor spurgte jeg Tom.",
                             "Dlatego zapytałem Toma.",
                             "Proto jsem se ptal Toma.",
                             "Поэтому я спросил Тома.",
                             "Bu yüzden Tom'a sordum.",
                             "因此我问了Tom。",
                             "よろしくお願いします。",
                             "The second offer is attached.",
                             "The meeting is at ten.",
                             "Nobody knows yet what the contract says about that.",
                             "I did not find the paragraph about cancelling.",
                             "Tom may know more about it.",
                             "Please have a look at page three."})
        EXPECT_EQ(summary(much + "\n\n" + text + "\n\nAna"), "comment") << text;
}

// In the middle of much text somebody weighs one thing and another.
TEST(Conclusions, AreNotSoughtInTheMiddle) {
    EXPECT_EQ(summary(much + "\n\nSome pages are too expensive to print.\n\n" + much + "\n\nSee you on Monday."),
              "comment");
}

TEST(Conclusions, OfAShortMail) {
    for (const char* text : {"The contract is unclear. So it's a no from me.",
                             "Good points.\n\nI am therefore in favour.", "Gut geschrieben. Von mir also ein Ja.",
                             "Leí todo. Por eso voto en contra.", "Okudum. Bu yüzden hayır oyu veriyorum."})
        EXPECT_NE(summary(text), "comment") << text;
}

}  // namespace
}  // namespace assentd
