// SPDX-License-Identifier: Apache-2.0
// Words that deny a vote, take it back, or make it one about something else, in every language; what they leave clear
// counts.
#include <gtest/gtest.h>

#include <string>

#include "parsers/vote_negations_data.h"
#include "parsers/vote_objects_data.h"
#include "parsers/vote_passing_data.h"
#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(Negations, BehindAWordThatVotesLeaveItUnclear) {
    for (const char* text : {"Jag godkänner inte förslaget",
                             "Jag instämmer inte",
                             "Jag tillstyrker inte",
                             "Jag stöder förslaget inte",
                             "Jeg godkender ikke forslaget",
                             "Jeg godkjenner ikke dette",
                             "Ich unterstütze den Vorschlag nicht",
                             "Ich befürworte das nicht, viel zu teuer",
                             "Einverstanden bin ich nicht",
                             "Meine Zustimmung hast du nicht",
                             "Ik steun het voorstel niet",
                             "Akkoord ga ik niet",
                             "J'approuve pas",
                             "J'accepte pas",
                             "Je valide pas",
                             "Concordo não",
                             "I agree. Not!",
                             "Agreed. NOT.",
                             "I agree not at all",
                             "I approve of none of this",
                             "Ich enthalte mich nicht",
                             "Jag avstår inte",
                             "Ik onthoud me niet",
                             "不完全同意",
                             "I agree, not"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Negations, BesideASignLeaveItUnclear) {
    for (const char* text : {"Kein +1 von mir",
                             "Auf gar keinen Fall +1",
                             "Niemals +1",
                             "Jamais +1",
                             "Nunca +1",
                             "Ningún +1 de mi parte",
                             "No puedo dar un +1",
                             "Nessun +1 da parte mia",
                             "Nenhum +1",
                             "Geen +1 van mij",
                             "Nooit +1",
                             "Inget +1 från mig",
                             "Aldrig +1",
                             "Ikke +1 fra mig",
                             "Ingen +1 fra meg",
                             "Żadne +1 ode mnie",
                             "Nigdy +1",
                             "Nie dam +1",
                             "Žádné +1 ode mě",
                             "Никакого +1 от меня",
                             "Ни за что +1",
                             "Benden +1 yok",
                             "Asla +1",
                             "Under no circumstances +1",
                             "No chance of a +1 from me",
                             "I refuse to vote +1",
                             "+1 kommt nicht in Frage",
                             "+1 nicht",
                             "+1 jamais",
                             "+1 is out of the question",
                             "+1 not from me",
                             "+1? No.",
                             "+1... not!",
                             "Not +1 from me",
                             "Definitely not a +1",
                             "I can't give this a +1",
                             "Von mir kein +1",
                             "De ma part, pas de +1",
                             "Ich gebe kein +1",
                             "Ik geef geen +1",
                             "Non dò +1",
                             "Não dou +1",
                             "Jag ger inget +1",
                             "Jeg giver ikke +1",
                             "Nedám +1",
                             "Не дам +1",
                             "+1 vermem"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Negations, InACorrectionSayWhichValueIsNotMeant) {
    expect_all({{"Correction: I meant -1, not +1", "disagree near"},
                {"Changing my vote: -1, not +1", "disagree near"},
                {"Correction: -1 instead of +1", "disagree near"},
                {"Ich ändere meine Stimme auf -1 statt +1", "disagree near"},
                {"Correction: +1, not -1", "agree near"}});
    EXPECT_EQ(summary("Correction: I meant not +1"), "unclear");
}

TEST(Negations, OfAgreementAreAskedAbout) {
    for (const char* text : {"Ich kann nicht zustimmen",
                             "Ich kann leider nicht zustimmen",
                             "Nemohu souhlasit",
                             "Не могу согласиться",
                             "Kabul edemem",
                             "No puedo aprobarlo",
                             "Non posso approvare",
                             "Não posso aprovar",
                             "Jag kan inte godkänna det",
                             "Nie mogę się zgodzić",
                             "Ik kan niet akkoord gaan",
                             "賛同できません",
                             "Я против предложения",
                             "Я против этого",
                             "Ich bin gegen das neue Büro",
                             "Estou contra a proposta",
                             "Because of the cost I'm against it",
                             "As treasurer, I'm against this",
                             "I'm sorry, I can't support this",
                             "At this price I cannot agree",
                             "Earlier I said yes, now I say no",
                             "Wegen der Kosten bin ich dagegen",
                             "Da muss ich leider nein sagen",
                             "残念ですが、賛成できません",
                             "申し訳ありませんが、反対です",
                             "Damit bin ich nicht einverstanden",
                             "Dem stimme ich nicht zu",
                             "Daar ga ik niet mee akkoord",
                             "Daar ben ik het niet mee eens",
                             "Je ne suis pas du tout d'accord",
                             "Non sono per niente d'accordo",
                             "Jeg er bestemt ikke enig",
                             "Ich stimme dem ganz und gar nicht zu",
                             "I do not support the proposal",
                             "Jag stöder inte förslaget",
                             "Jeg støtter ikke forslaget",
                             "Ich akzeptiere das nicht",
                             "Ja się nie zgadzam",
                             "Jestem przeciwko",
                             "Nie wyrażam zgody",
                             "No apoyo la propuesta",
                             "Ich habe einen schwerwiegenden Einwand",
                             "Tengo objeciones",
                             "Ho delle obiezioni",
                             "Mám námitky",
                             "У меня возражение: цена",
                             "İtirazlarım var",
                             "J'ai de sérieuses réserves",
                             "I don't think I can support this",
                             "I won't support it",
                             "I can't in good conscience approve this",
                             "We cannot accept this",
                             "Sorry, I do not accept",
                             "I'm not able to agree",
                             "I am unable to agree",
                             "I am not for it",
                             "Not for me, I'm against",
                             "I do not consent",
                             "I do not want this",
                             "I withhold my consent",
                             "Ich bin nicht dafür",
                             "Dafür bin ich nicht",
                             "Das unterstütze ich nicht",
                             "Das lehne ich entschieden ab",
                             "Ich lehne es ab",
                             "Ich kann das nicht mittragen",
                             "Meine Zustimmung bekommt ihr nicht",
                             "Ich bin strikt gegen diesen Plan",
                             "Wir sind nicht einverstanden",
                             "Ich muss das ablehnen",
                             "Je ne peux pas approuver",
                             "Je ne soutiens pas cette proposition",
                             "Je ne donne pas mon accord",
                             "Cela me gêne, je suis contre",
                             "No la apoyo",
                             "No estoy a favor",
                             "No estoy para nada de acuerdo",
                             "No doy mi aprobación",
                             "Non posso essere d'accordo",
                             "Non do il mio consenso",
                             "Não posso concordar",
                             "Não sou a favor",
                             "Não dou o meu acordo",
                             "Ik kan dit niet steunen",
                             "Ik ben er niet voor",
                             "Hier ben ik tegen",
                             "Ik ben het daar niet mee eens",
                             "Jag kan inte stödja det",
                             "Jag är inte för",
                             "Det är jag emot",
                             "Jag håller absolut inte med",
                             "Jeg kan ikke støtte det",
                             "Jeg er ikke for",
                             "Det er jeg imod",
                             "Jeg kan ikke gå med på det",
                             "Jeg kan ikke støtte forslaget",
                             "Nie mogę tego poprzeć",
                             "Nie jestem za",
                             "Nemohu to podpořit",
                             "Nejsem pro",
                             "S tím nesouhlasím",
                             "Не могу это поддержать",
                             "Я не за",
                             "Я категорически против",
                             "С этим я не согласен",
                             "Buna karşıyım",
                             "Buna katılmıyorum",
                             "Kabul etmem mümkün değil",
                             "我不能同意",
                             "我无法支持",
                             "不能同意这个提案",
                             "この案には賛成できません"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Negations, ANoThatSaysAllIsWellIsNone) {
    for (const char* text :
         {"Nein, das passt so.", "Nein, keine Fragen.", "Non, ça va.", "No, está bien.", "Nee, alles goed.",
          "Nej, det er fint.", "Нет, всё нормально.", "Não, tudo certo", "Não, sem problema", "Nej, allt bra",
          "Nei, det er greit", "Hayır, her şey iyi", "Ne, žádné námitky", "いいえ、大丈夫です",
          "No, to je dobrý nápad!", "No, uvidíme.", "No, that's fine"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Negations, AYesInPassingOrTakenBackIsNone) {
    for (const char* text : {"はい、明日返事します",
                             "Va bene, ne parliamo domani.",
                             "Sí, lo miro mañana",
                             "Sim, vejo amanhã",
                             "Tak, zobaczę jutro",
                             "Да, посмотрю завтра",
                             "Evet, yarın bakarım",
                             "Yes, who pays for this?",
                             "Ja, wer zahlt das?",
                             "Ja, wie betaalt dat?",
                             "Ano, kdo to zaplatí?",
                             "Yes, please cancel it.",
                             "Agreed, let us not do it.",
                             "Yes, drop it",
                             "Yes, not a good idea",
                             "Agreed, not worth it",
                             "Ja, bitte absagen",
                             "Ja, lassen wir es",
                             "Oui, enfin non",
                             "Sí, sí, no",
                             "Evet, fiyat düşerse"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Negations, WhatIsNotTheProposalIsAgreedToOrRefused) {
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

TEST(Negations, AnotherDeedIsWishedForOrRefused) {
    for (const char* text :
         {"I'm in favour of rejecting this.", "Ich bin dafür, dass wir das ablehnen.", "Jestem za odrzuceniem.",
          "Estoy a favor de no hacerlo.", "Ich bin dafür, das zu vertagen", "Sou a favor de não fazer",
          "Concordo em não fazer", "Sono d'accordo a non farlo", "Jag är för att vi avslår", "Jeg er for at vente",
          "Jsem pro zamítnutí", "I'm opposed to waiting", "Ik ben tegen uitstel", "Estoy en contra de esperar",
          "Jestem przeciw odkładaniu", "-1 on delaying", "Jag är för gammal för det här.", "Jestem za stary na to."})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Negations, APartIsKeptOut) {
    for (const char* text :
         {"I don't object to the idea, but to the timing.", "I have no objections to the idea but the timing is bad",
          "Approvo l'idea, non il prezzo", "Einverstanden mit dem Ziel, nicht mit dem Weg",
          "Je valide l'idée, pas la date", "Approvo solo se costa meno", "+1 vorbehaltlich der Finanzierung",
          "+1 just not now", "+1 should it be cheaper"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Negations, TakeAVoteBack) {
    for (const char* text : {"I regret my +1.", "Vote withdrawn", "Ignore my last mail."})
        EXPECT_EQ(summary(text), "unclear") << text;
    for (const char* text : {"Scratch my +1.", "undo my vote", "投票を撤回します。"})
        EXPECT_EQ(summary(text), "command") << text;
}

TEST(Negations, OtherWordsForTheSame) {
    for (const char* text : {"Ich stimme keinesfalls zu",
                             "Ich stimme auf keinen Fall zu",
                             "Ich stimme dem niemals zu",
                             "Ich bin dafür nicht zu haben",
                             "Ich befürworte den Vorschlag keineswegs",
                             "Je valide aucun de ces points",
                             "Estoy de acuerdo en nada",
                             "Jag godkänner inget av detta",
                             "Jeg godkender intet af dette",
                             "Jeg støtter slet ikke forslaget",
                             "Popieram nie ten wniosek",
                             "Ja, doch lieber nicht",
                             "Ja, lieber nicht",
                             "Yes, let's cancel it",
                             "Yes, don't",
                             "Yes, please don't",
                             "Agreed, let's cancel",
                             "Agreed, bad idea",
                             "Agreed, terrible idea",
                             "Ja, schlechte Idee",
                             "Ja, keine gute Idee",
                             "Oui, mauvaise idée",
                             "Sí, mala idea",
                             "Sì, cattiva idea",
                             "Tak, zły pomysł",
                             "Ano, špatný nápad",
                             "Да, плохая идея",
                             "Evet, kötü fikir",
                             "Yes, what does it cost?",
                             "Sí, ¿quién lo paga?",
                             "Ja, kijk ik morgen naar",
                             "Ano, podívám se zítra",
                             "Yes, will look tomorrow",
                             "Nein, alles klar",
                             "Nein, alles in Ordnung",
                             "Nein, ist ok",
                             "Nein, gerne",
                             "Non, c'est parfait",
                             "No, perfecto",
                             "No, va benissimo",
                             "No, tutto ok",
                             "Não, está ótimo",
                             "Nee, is goed",
                             "Nej, det är ok",
                             "Nei, det er fint",
                             "Nie, wszystko ok",
                             "Nie, jest dobrze",
                             "Ne, v pohodě",
                             "Нет, всё отлично",
                             "Нет, хорошо",
                             "I approve Chen's remark",
                             "I don't support Chen's objection",
                             "Ich stimme Chen nicht zu",
                             "Ik ben het niet eens met Chen",
                             "Jag håller inte med Chen",
                             "Nie zgadzam się z Chenem",
                             "+1 for cancelling",
                             "I'm against cancelling",
                             "I'm in favour of waiting",
                             "I'm in favour of postponing this",
                             "Ich bin gegen eine Ablehnung",
                             "Je suis contre le report",
                             "Estoy a favor de rechazarlo",
                             "Sono favorevole al rinvio",
                             "Sono contrario al rinvio",
                             "Sou a favor do adiamento",
                             "Ik ben voor uitstel",
                             "Jag är för avslag",
                             "Jeg er for at afvise det",
                             "Jeg er for å avvise det",
                             "Jestem za odłożeniem",
                             "Jsem pro odložení",
                             "Голосую за отклонение",
                             "+1 to the idea, not the price",
                             "+1 on the idea but the date is bad",
                             "Ich befürworte das Ziel, nicht den Weg",
                             "I want my vote back",
                             "Bitte ignoriert meine letzte Mail",
                             "Ich nehme mein +1 zurück",
                             "Mein +1 nehme ich zurück",
                             "Je reprends mon +1",
                             "Retiro mi +1",
                             "Ritiro il mio +1"})
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Negations, EveryWordOfTheTablesIsKnown) {
    const auto asked = [](const std::string& text) { EXPECT_EQ(summary(text), "unclear") << text; };
    for (const char* word : words::no_such) asked(std::string(word) + " +1");
    for (const auto& row : words::negations) asked("+1 " + std::string(row.phrase));
    for (const char* word : words::nothing) asked("I approve " + std::string(word));
    for (const char* word : words::instead_of)
        for (const char* mark : {"", ","})
            EXPECT_NE(summary(std::string("Correction: -1") + mark + " " + word + " +1").substr(0, 5), "agree")
                << word;
    for (const char* word : words::comforts)
        EXPECT_NE(summary("Nein, " + std::string(word)), "disagree near") << word;
    for (const char* word : words::later) asked("Ja, " + std::string(word));
    for (const char* word : words::no_is_well) asked("No, " + std::string(word) + " je");
    for (const char* word : words::kept_out) asked("I agree with the plan, " + std::string(word) + " x");
    for (const char* word : words::liked_parts) asked("I approve the " + std::string(word) + " but the date is bad");
    for (const char* word : words::facts) asked("I agree " + std::string(word) + " x");
    for (const char* word : words::other_deeds) asked("I am opposed to " + std::string(word));
}

TEST(Negations, OfSomethingBesideASignLeaveItClear) {
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

TEST(Negations, WhoeverDeniesIsShownHowToRefuse) {
    for (const char* text : {"Jag godkänner inte förslaget", "Kein +1 von mir", "Agreed, not worth it"})
        EXPECT_NE(read(text).ask.find("for example: -1 it costs too much, or: +1"), std::string::npos) << text;
}

TEST(Negations, LeaveAnAgreementThatIsClear) {
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

TEST(Negations, LeaveARefusalThatIsClear) {
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

TEST(Negations, LeaveAnObjectionThatIsClear) {
    for (const char* text :
         {"Vetuji", "I object to this", "Je m'oppose à ce projet", "I object that it is too expensive", "I veto this",
          "I object, the argument is wrong", "Ich erhebe Einspruch, das ist nicht bezahlt"})
        EXPECT_EQ(summary(text).substr(0, 5), "block") << text;
}

TEST(Negations, LeaveAnAbstentionThatIsClear) {
    for (const char* text : {"Ich enthalte mich, ich kenne das nicht", "I abstain", "Ich enthalte mich", "Jag avstår",
                             "I abstain because I was not there"})
        EXPECT_EQ(summary(text).substr(0, 7), "abstain") << text;
}

TEST(Negations, WhatIsNotAboutTheProposalStaysAComment) {
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

TEST(Negations, DoubtsWithinTheReasonOfARefusalAreItsReason) {
    expect_all({{"-1 because we do not know what it costs.", "disagree near"},
                {"-1, because we cannot get out if it fails.", "disagree near"},
                {"I am against this proposal because we do not know the price.", "disagree near"},
                {"Voto en contra, el alquiler es caro.", "disagree near"},
                {"Voto a favor, gracias.", "agree near"},
                {"Voto contro, l'affitto è caro.", "disagree near"},
                {"-1 weil wir nicht wissen, was es kostet.", "disagree near"},
                {"-1 because? I do not know", "unclear"},
                {"-1 if it costs too much", "unclear"},
                {"+1 because it is cheap if we hurry", "unclear"}});
}

}  // namespace
}  // namespace assentd
