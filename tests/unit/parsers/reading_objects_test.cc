// SPDX-License-Identifier: Apache-2.0
// What somebody agrees to or refuses when it is not the proposal (parsers/votes/vote_objects.h).
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

TEST(VoteObjects, WhoeverIsForOrAgainstAnotherThingMayMeanEither) {
    for (const char* text : {"I'm against tapes.",
                             "I'm against the alternative.",
                             "I object to tapes.",
                             "Ik ben tegen tapes",
                             "Je suis contre les bandes",
                             "Jestem przeciw taśmom",
                             "Ich bin gegen Bänder",
                             "Jsem proti páskám",
                             "Jag är emot band",
                             "Jeg er imod bånd",
                             "Jeg er imot bånd",
                             "Estoy en contra de las cintas",
                             "Sono contro i nastri",
                             "Sou contra as fitas",
                             "Я против лент",
                             "Ich lehne Bänder ab",
                             "I oppose tapes",
                             "I oppose the alternative.",
                             "I'm opposed to tapes.",
                             "I reject tapes.",
                             "I veto tapes.",
                             "Ich bin dafür, dass wir Bänder nehmen.",
                             "Ich bin dafür, dass wir das erst im Januar besprechen.",
                             "Ich bin dagegen, dass wir Bänder nehmen.",
                             "Jestem za tym, żeby poczekać.",
                             "Jestem za tym, żeby kupić taśmy.",
                             "Jestem za przełożeniem.",
                             "I'm in favour of a pilot.",
                             "+1 for tapes",
                             "+1 to tapes",
                             "+1 for the alternative",
                             "-1 for tapes",
                             "Je vote pour les bandes.",
                             "I vote for the tapes",
                             "Me parece bien la fecha, el precio no.",
                             "-1 to the idea of using tapes",
                             "I support tapes.",
                             "Popieram taśmy.",
                             "Popieram zakup taśm.",
                             "Estoy a favor de las cintas",
                             "Sono favorevole ai nastri",
                             "Sou a favor das fitas",
                             "Ik ben voor tapes",
                             "Jag är för band",
                             "Jeg er for bånd",
                             "Jsem pro pásky",
                             "Je suis pour les bandes",
                             "I approve the alternative.",
                             "I'm in favour of tapes because they are cheap",
                             "I'm against the second option"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(VoteObjects, TheProposalIsNamedInManyWays) {
    for (const char* text : {"I'm in favour of the proposal because it is cheap",
                             "I'm in favour of doing this.",
                             "I support this",
                             "I support the proposal",
                             "I support it, thanks",
                             "I vote for the proposal",
                             "I'm for it",
                             "Ich bin dafür, dass wir das machen",
                             "Ich bin dafür, dass wir das so machen.",
                             "Ich bin für den Vorschlag",
                             "Ich bin dafür, das spart Geld",
                             "Je vote pour",
                             "Je vote pour la proposition",
                             "Jestem za tym",
                             "Jestem za propozycją",
                             "Jestem za tym wnioskiem",
                             "Me parece bien la propuesta",
                             "Me parece bien.",
                             "Estoy a favor de esto",
                             "+1 for this",
                             "+1 for the proposal",
                             "+1 for me",
                             "+1 to all of this",
                             "+1 to the plan",
                             "Ik ben voor het voorstel",
                             "Jag är för förslaget",
                             "Sono favorevole alla proposta",
                             "Sou a favor da proposta",
                             "Jsem pro návrh",
                             "Я за"})
        EXPECT_EQ(summary(text).substr(0, 5), "agree") << text;
    for (const char* text : {"I'm against this.",
                             "I'm against it",
                             "I'm against the proposal.",
                             "I'm against this proposal because it is dear",
                             "Ik ben tegen het voorstel",
                             "Je suis contre la proposition",
                             "Je suis contre cette idée",
                             "Je suis contre.",
                             "Jestem przeciw",
                             "Jestem przeciw temu wnioskowi",
                             "Ich bin gegen den Vorschlag",
                             "Ich bin dagegen, weil es zu teuer ist",
                             "Estoy en contra de la propuesta",
                             "Sono contro la proposta",
                             "Sou contra a proposta",
                             "Sou contra isso",
                             "Jag är emot förslaget",
                             "Jeg er imod forslaget",
                             "Jsem proti návrhu",
                             "I object to this.",
                             "I object to the proposal",
                             "I'm opposed to it",
                             "-1 to this",
                             "-1 to the proposal",
                             "-1 for me"})
        EXPECT_NE(summary(text), "unclear") << text;
}

TEST(VoteObjects, AReasonIsNoThing) {
    for (const char* text : {"-1 for security reasons", "-1 on second thoughts", "-1 for lack of tests"})
        EXPECT_EQ(summary(text).substr(0, 8), "disagree") << text;
}

TEST(VoteObjects, WhatTheSubjectNamesIsTheProposal) {
    Message message;
    message.from = {{"Ana Example", "ana@example.org"}};
    message.subject = "Re: [D-42] A second backup site";
    message.text = "I'm in favour of a backup site.";
    EXPECT_EQ(interpret(message).verdict, ReadingVerdict::vote);
    message.text = "I'm in favour of a pilot.";
    EXPECT_EQ(interpret(message).verdict, ReadingVerdict::unclear);
}

TEST(VoteObjects, NoneOfTheseIsCounted) {
    for (const char* text : {"I'm against the cheaper one.",
                             "I'm against buying tapes.",
                             "I'm in favour of tapes instead.",
                             "I'm in favour of the first one",
                             "I object to the supplier.",
                             "Ich bin gegen die Alternative.",
                             "Ich bin dafür, erst mit Tom zu reden.",
                             "Ich bin dafür, dass Tom das entscheidet.",
                             "Ich bin dagegen, Bänder zu kaufen.",
                             "Je suis contre l'alternative",
                             "Je suis pour attendre.",
                             "Je suis pour qu'on attende",
                             "Je vote pour un essai.",
                             "Estoy en contra de la alternativa",
                             "Estoy a favor de esperar",
                             "Sono contrario alle cassette",
                             "Sono favorevole a un rinvio",
                             "Sou contra a alternativa",
                             "Sou a favor de esperar",
                             "Ik ben voor een proef.",
                             "Ik ben voor uitstel",
                             "Jag är emot alternativet",
                             "Jag är för att vänta",
                             "Jeg er imod alternativet",
                             "Jeg er for en prøveperiode",
                             "Jestem przeciwna taśmom",
                             "Jsem proti alternativě",
                             "Jsem pro odložení",
                             "Я против альтернативы",
                             "Я за отсрочку",
                             "Popieram alternatywę",
                             "+1 for a pilot",
                             "+1 to Tom's offer"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
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

TEST(VoteObjects, NoObjectionToAnotherThingIsAskedAbout) {
    for (const char* text : {"No objections to the minutes",
                             "Keine Einwände gegen den Termin",
                             "No objections regarding the minutes",
                             "No objections concerning the date",
                             "Keine Einwände bezüglich des Protokolls",
                             "Sin objeciones sobre la fecha",
                             "Pas d'objection sur la date",
                             "Pas d'objection concernant la date",
                             "Non ho obiezioni sulla data",
                             "Não tenho objeções quanto à data",
                             "Ich bin einverstanden mit dem Protokoll",
                             "Pas d'objection à la date",
                             "Aucune objection au compte rendu",
                             "Sin objeciones a la fecha",
                             "Nessuna obiezione alla data",
                             "Sem objeções à data",
                             "Geen bezwaar tegen de datum",
                             "Inga invändningar mot datumet",
                             "Ingen indvendinger mod datoen",
                             "Ingen innvendinger mot datoen",
                             "Nie mam zastrzeżeń do terminu",
                             "Nemám námitky proti termínu",
                             "Не возражаю против даты"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"No objections to the proposal",
                             "No objections to this",
                             "No objections from me",
                             "Keine Einwände gegen den Vorschlag",
                             "Keine Einwände von mir",
                             "Keine Einwände unsererseits",
                             "Keine Einwände bezüglich des Vorschlags",
                             "Ich bin einverstanden mit dem Plan",
                             "Geen bezwaar wat mij betreft",
                             "No objection to it whatsoever",
                             "Pas d'objection à la proposition",
                             "Aucune objection de notre part",
                             "Sin objeciones a la propuesta",
                             "Sin objeciones por mi parte",
                             "Nessuna obiezione alla proposta",
                             "Nessuna obiezione da parte mia",
                             "Sem objeções à proposta",
                             "Geen bezwaar tegen het voorstel",
                             "Inga invändningar mot förslaget",
                             "Ingen indvendinger mod forslaget",
                             "Ingen innvendinger mot forslaget",
                             "Nie mam zastrzeżeń do propozycji",
                             "Nemám námitky proti návrhu",
                             "Не возражаю против предложения"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(VoteObjects, GoingAheadWithWhatIsWantedForOneselfIsNone) {
    for (const char* text :
         {"Go ahead and send me the figures", "Please go ahead and send me the details", "Go ahead and tell us more"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"Go ahead and send it", "Go ahead and order the paint", "Go ahead and do it"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(VoteObjects, AgreementWithSomebodysProposalIsOne) {
    expect_all({{"I agree with Ana's proposal", "agree near"},
                {"I support Ana's proposal", "unclear"},
                {"I agree with Ben's point", "unclear"},
                {"I agree with Ben's comment", "unclear"},
                {"I agree with Ben's suggestion", "unclear"},
                {"I agree with Ben's counter-proposal", "unclear"},
                {"I disagree with Ana's proposal", "disagree near"},
                {"Ich stimme Anas Vorschlag zu", "unclear"},
                {"Ich bin mit Anas Vorschlag einverstanden", "unclear"},
                {"Je suis d'accord avec la proposition d'Ana", "agree near"},
                {"Estoy de acuerdo con la propuesta de Ana", "agree near"},
                {"I agree with Ben's proposal to wait", "unclear"}});
}

}  // namespace
}  // namespace assentd
