// SPDX-License-Identifier: Apache-2.0
// What somebody agrees to or refuses when it is not the proposal (parsers/vote_objects.h).
#include <gtest/gtest.h>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(VoteObjects, WhatIsNotTheProposalIsAgreedToOrRefused) {
    for (const char* text : {"I disagree with Chen, this is a good plan.",
                             "I disagree with Chen about the rent.",
                             "I do not agree with Dora on this point.",
                             "I disagree about the lift.",
                             "I don't agree that it is too expensive.",
                             "I oppose Chen's objection.",
                             "Je ne suis pas d'accord avec Chen, c'est une bonne idée",
                             "Não concordo com o Chen",
                             "Jeg er uenig med Chen",
                             "Nesouhlasím s Chenem",
                             "Не согласен с Ченом",
                             "I reject Chen's argument",
                             "Je m'oppose à l'objection de Chen",
                             "I agree it's too expensive",
                             "I agree there is a need, but no",
                             "Je suis d'accord que c'est trop cher",
                             "Estoy de acuerdo en que es caro",
                             "Sono d'accordo che costa troppo",
                             "Concordo que é caro",
                             "Souhlasím, že je to drahé",
                             "Zgadzam się, że to drogie",
                             "Согласен, что дорого",
                             "Popieram Chena",
                             "+1 to Chen",
                             "What Chen said. +1"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(VoteObjects, AnotherDeedIsWishedForOrRefused) {
    for (const char* text :
         {"I'm in favour of rejecting this.", "Ich bin dafür, dass wir das ablehnen.", "Jestem za odrzuceniem.",
          "Estoy a favor de no hacerlo.", "Ich bin dafür, das zu vertagen", "Sou a favor de não fazer",
          "Concordo em não fazer", "Sono d'accordo a non farlo", "Jag är för att vi avslår", "Jeg er for at vente",
          "Jsem pro zamítnutí", "I'm opposed to waiting", "Ik ben tegen uitstel", "Estoy en contra de esperar",
          "Jestem przeciw odkładaniu", "-1 on delaying", "Jag är för gammal för det här.", "Jestem za stary na to."})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(VoteObjects, APartIsKeptOut) {
    for (const char* text :
         {"I don't object to the idea, but to the timing.", "I have no objections to the idea but the timing is bad",
          "Approvo l'idea, non il prezzo", "Einverstanden mit dem Ziel, nicht mit dem Weg",
          "Je valide l'idée, pas la date", "Approvo solo se costa meno", "+1 vorbehaltlich der Finanzierung",
          "+1 just not now", "+1 should it be cheaper"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(VoteObjects, WhatIsNotAboutTheProposalStaysAComment) {
    for (const char* text : {"I do not know the room.",
                             "Ben does not agree with Chen.",
                             "They cannot agree on a date.",
                             "Hat jemand Einwände?",
                             "Die Heizung geht nicht.",
                             "Let me know when you are not in the office.",
                             "I have not read it yet.",
                             "I have not decided yet.",
                             "Thanks for the argument.",
                             "Ben cannot accept the offer.",
                             "The board did not approve the minutes.",
                             "I will read it tomorrow.",
                             "Who does not agree?",
                             "We do not have the keys.",
                             "I do not find the file.",
                             "Ich kann am Freitag nicht kommen.",
                             "Ich kann die Datei nicht öffnen.",
                             "Je ne peux pas ouvrir le fichier.",
                             "No puedo abrir el archivo.",
                             "Non posso aprire il file.",
                             "Não posso abrir o ficheiro.",
                             "Jag kan inte öppna filen.",
                             "Nie mogę otworzyć pliku.",
                             "Nemohu otevřít soubor.",
                             "Не могу открыть файл.",
                             "Dosyayı açamıyorum.",
                             "The support team says the heating is not covered.",
                             "My support ticket was not accepted yet.",
                             "I support you in this, but not on Friday.",
                             "The approval has not come.",
                             "Ich stimme mich mit Ben ab.",
                             "Das Büro ist nicht gegen Feuer versichert.",
                             "They are against it.",
                             "Somebody told me that they object."})
        EXPECT_EQ(summary(text), "comment") << text;
}

}  // namespace
}  // namespace assentd
