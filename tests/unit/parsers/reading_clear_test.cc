// SPDX-License-Identifier: Apache-2.0
// Votes that stay clear though a word beside them could deny, take back or turn another one.
#include <gtest/gtest.h>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(ClearVotes, OfSomethingBesideASignLeaveItClear) {
    for (const char* text : {"+1, I was waiting for this",
                             "+1 for this, we have been waiting long enough",
                             "+1 from me, no doubt",
                             "+1 no questions from me",
                             "Danke, +1",
                             "No comments, +1",
                             "Nothing to add, +1",
                             "Nichts hinzuzufügen, +1",
                             "Rien à ajouter, +1",
                             "Sin comentarios, +1",
                             "Nessun commento, +1",
                             "Sem comentários, +1",
                             "Geen opmerkingen, +1",
                             "Inga kommentarer, +1",
                             "Ingen kommentarer, +1",
                             "Bez uwag, +1",
                             "Без замечаний, +1",
                             "Non ho nulla da aggiungere, +1",
                             "Não tenho nada a acrescentar, +1",
                             "Nie mam nic do dodania, +1",
                             "Нечего добавить, +1",
                             "I can't see a problem. +1",
                             "Why not. +1"})
        EXPECT_EQ(summary(text), "agree near") << text;
}

TEST(ClearVotes, LeaveAnAgreementThatIsClear) {
    for (const char* text : {"Keine Fragen, +1",
                             "I have no questions, +1",
                             "No vejo problemas. +1",
                             "Ich habe keine Einwände, +1",
                             "Aucun problème, +1",
                             "Nie mam uwag, +1",
                             "+1, nicht schlecht",
                             "I agree, and I do not see a problem",
                             "I agree because it is not expensive",
                             "Ich bin einverstanden, das ist nicht zu teuer",
                             "Ich stimme zu, weil es nicht teuer ist",
                             "Keine Einwände von mir",
                             "Je suis d'accord, ce n'est pas cher",
                             "Jag är för förslaget",
                             "Jeg er for forslaget",
                             "Jestem za przyjęciem propozycji",
                             "Jestem za, bo jest tanio",
                             "Ich bin dafür, das spart Geld",
                             "Ich bin dafür, dass wir das machen",
                             "I'm in favour of this",
                             "Estoy a favor de la propuesta",
                             "Souhlasím s návrhem",
                             "Zgadzam się z propozycją",
                             "Yes, please!",
                             "Approvo l'idea",
                             "No objections",
                             "No objection, go ahead",
                             "Popieram",
                             "Popieram ten wniosek",
                             "I have no objections to the proposal",
                             "Approvo, non ci sono problemi",
                             "Je valide, pas de problème",
                             "Einverstanden, nicht zu teuer",
                             "+1, not bad at all",
                             "+1 to this",
                             "+1 to the plan",
                             "I agree with the plan",
                             "Ja, das ist nicht schlecht",
                             "Ja, gerne, kein Problem",
                             "Ich bin einverstanden, dann müssen wir nicht länger warten",
                             "I agree, waiting makes no sense",
                             "I approve this, it is not expensive",
                             "Approved, nothing to add",
                             "LGTM, not a blocker but fix the typo",
                             "LGTM it's great",
                             "+1, it's not expensive",
                             "+1 for the plan, not much to say",
                             "I agree and I don't see any problem",
                             "I support this and will not repeat why",
                             "Yes, no objections from me",
                             "Oui, pas de problème",
                             "Je suis pour",
                             "Je suis d'accord, rien à ajouter",
                             "J'approuve la proposition",
                             "Estoy de acuerdo con todo",
                             "De acuerdo, no hay problema",
                             "Sí, no hay problema",
                             "Sono d'accordo con la proposta",
                             "Approvo la proposta",
                             "Concordo com a proposta",
                             "Sim, concordo",
                             "Ik ga akkoord met het voorstel",
                             "Akkoord, geen opmerkingen",
                             "Jag godkänner förslaget",
                             "Jeg er enig i forslaget",
                             "Jeg støtter forslaget",
                             "Zgadzam się, nie mam uwag",
                             "Popieram propozycję",
                             "Souhlasím, nemám námitky",
                             "Согласен, возражений нет",
                             "Поддерживаю предложение",
                             "Katılıyorum, itirazım yok",
                             "I am in favour",
                             "Fine with me",
                             "+1 to the proposal",
                             "+1 on this",
                             "+1 to everything",
                             "Agreed, let's do it",
                             "Agreed, please go ahead",
                             "Ich stimme dem zu, es gibt keine Alternative",
                             "Jag instämmer",
                             "Jag är för det",
                             "Jag är för ett nytt kontor",
                             "Jeg er for at vi køber",
                             "Jeg er for det",
                             "Jestem za tym",
                             "Jsem pro",
                             "Jsem pro nový úřad",
                             "Estoy a favor",
                             "Je suis d'accord pour le nouveau bureau",
                             "I have no objection to this",
                             "Ja, ich bin dafür",
                             "Nothing against it",
                             "I don't object",
                             "Ja, machen wir",
                             "Sí, adelante",
                             "Tak, jestem za"})
        EXPECT_EQ(summary(text).substr(0, 5), "agree") << text;
}

TEST(ClearVotes, LeaveARefusalThatIsClear) {
    for (const char* text : {"I disagree with the proposal",
                             "I'm against this",
                             "I oppose this",
                             "I reject this proposal",
                             "Jeg er uenig i forslaget",
                             "Nein, das ist zu teuer",
                             "Nein, das geht nicht",
                             "No, this is too slow",
                             "Ik ben tegen het voorstel",
                             "Estoy en contra de la propuesta",
                             "Jag är emot, det är inte värt det",
                             "Não concordo com a proposta",
                             "Je ne suis pas d'accord avec ce projet",
                             "Ich bin dagegen",
                             "I'm against it because we cannot wait",
                             "Nein, danke",
                             "No, I don't agree",
                             "No, not this year",
                             "Nein, auf keinen Fall",
                             "I disagree",
                             "I disagree, it's too expensive",
                             "I disagree with this because it is dear",
                             "I oppose this plan",
                             "I am against the proposal",
                             "-1 the cost is not covered",
                             "-1 because we cannot afford it",
                             "-1, not this year",
                             "Ich lehne den Vorschlag ab",
                             "Ich stimme dagegen",
                             "Je suis contre le projet",
                             "No estoy de acuerdo",
                             "Non sono d'accordo",
                             "Ik ben tegen",
                             "Jag är emot förslaget",
                             "Jeg er imod",
                             "Nie zgadzam się",
                             "Nesouhlasím",
                             "Не согласен с предложением",
                             "Katılmıyorum",
                             "I'm against it, that's not worth it"})
        EXPECT_EQ(summary(text).substr(0, 8), "disagree") << text;
}

TEST(ClearVotes, LeaveAnObjectionThatIsClear) {
    for (const char* text :
         {"Vetuji", "I object to this", "Je m'oppose à ce projet", "I object that it is too expensive", "I veto this",
          "I object, the argument is wrong", "Ich erhebe Einspruch, das ist nicht bezahlt"})
        EXPECT_EQ(summary(text).substr(0, 5), "block") << text;
}

TEST(ClearVotes, LeaveAnAbstentionThatIsClear) {
    for (const char* text : {"Ich enthalte mich, ich kenne das nicht", "I abstain", "Ich enthalte mich", "Jag avstår",
                             "I abstain because I was not there"})
        EXPECT_EQ(summary(text).substr(0, 7), "abstain") << text;
}

TEST(ClearVotes, AreReadWithALabelANameOrFormalWords) {
    expect_all({{"Vote: For", "agree exact"},
                {"My vote: For the proposal", "agree exact"},
                {"My vote is no, sorry.", "disagree near"},
                {"Antwort: ja", "agree near"},
                {"Réponse : oui", "agree near"},
                {"Ответ: да", "agree near"},
                {"Ana: +1", "agree exact"},
                {"Ana Example: yes", "agree exact"},
                {"+1 [Ana Example, Finance]", "agree near"},
                {"アナさん、賛成です。", "agree near"},
                {"HAYIR", "disagree exact"},
                {"Dem stimme ich nicht zu.", "disagree exact"},
                {"I must recuse myself", "recuse exact"},
                {"I have to block this.", "block exact"}});
    EXPECT_NE(read("Kim fragte, ob es monatlich ist.\nAntwort: ja").verdict, ReadingVerdict::vote);
}

TEST(ClearVotes, ABoxBehindItsWordIsAskedAbout) {
    for (const char* text : {"Ja [x]\nNein [ ]", "Ja ☒\nNein ☐", "Ja (x)", "Zustimmung ( )\nAblehnung (x)", "Y", "n",
                             "> +1 I agree\n\nThis one."})
        EXPECT_EQ(summary(text), "unclear") << text;
}

}  // namespace
}  // namespace assentd
