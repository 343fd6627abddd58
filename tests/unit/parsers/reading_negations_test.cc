// SPDX-License-Identifier: Apache-2.0
// Words that deny a vote or take it back, in every language.
#include <gtest/gtest.h>

#include <string>

#include "parsers/votes/tables/vote_negations_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
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
                             "Ich befürworte das nicht, viel zu teuer",
                             "Einverstanden bin ich nicht",
                             "Meine Zustimmung hast du nicht",
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
    for (const char* text : {
             "Ich kann nicht zustimmen",
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
             "Ich bin gegen das neue Büro",
             "Estou contra a proposta",
             "Because of the cost I'm against it",
             "As treasurer, I'm against this",
             "At this price I cannot agree",
             "Earlier I said yes, now I say no",
             "Wegen der Kosten bin ich dagegen",
             "Da muss ich leider nein sagen",
             "Damit bin ich nicht einverstanden",
             "Daar ga ik niet mee akkoord",
             "Daar ben ik het niet mee eens",
             "Je ne suis pas du tout d'accord",
             "Non sono per niente d'accordo",
             "Jeg er bestemt ikke enig",
             "Ich stimme dem ganz und gar nicht zu",
             "Ich akzeptiere das nicht",
             "Ja się nie zgadzam",
             "Jestem przeciwko",
             "Nie wyrażam zgody",
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
         })
        EXPECT_EQ(summary(text), "unclear") << text;
}

TEST(Negations, OfSupportForTheProposalAreCounted) {
    for (const char* text :
         {"Ich unterstütze den Vorschlag nicht", "Ik steun het voorstel niet", "I'm sorry, I can't support this",
          "I do not support the proposal", "Je ne soutiens pas la proposition", "Non sostengo la proposta",
          "Não apoio a proposta", "Jag stöder inte förslaget", "Jeg støtter ikke forslaget",
          "Nie popieram propozycji", "Nepodporuji návrh", "Не поддерживаю предложение", "Öneriyi desteklemiyorum",
          "我不支持这个提案", "No apoyo la propuesta", "この案には賛成できません", "この提案を支持しません"})
        EXPECT_EQ(summary(text).substr(0, 8), "disagree") << text;
    for (const char* text : {"No apoyo las cintas", "Jag stöder inte band", "Jeg støtter ikke bånd",
                             "Je ne suis pas pour.", "Je ne suis pas pour attendre"})
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

TEST(Negations, ARefusalBehindAMinusSaysTheSame) {
    for (const char* text :
         {"-1 no way", "-1, no way!", "-1 never", "-1 no chance", "-1 auf keinen Fall", "-1, jamais", "-1 nunca",
          "-1: under no circumstances", "-1 no thanks", "-1 definitely not", "-1 from me, no way"})
        EXPECT_EQ(summary(text), "disagree near") << text;
    for (const char* text : {"-1.\nNever.", "-1\n\nNo way!", "-1. Never."})
        EXPECT_EQ(summary(text).substr(0, 8), "disagree") << text;
    for (const char* text : {"+1.\nNever.", "+1 no way", "+1 never", "+1, no chance", "-0 no way", "-1 not",
                             "-1 not really", "-1 never?", "-1 no way if it is cheap"})
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

TEST(Negations, WhoeverDeniesIsShownHowToRefuse) {
    for (const char* text : {"Jag godkänner inte förslaget", "Kein +1 von mir", "Agreed, not worth it"})
        EXPECT_NE(read(text).ask.find("for example: -1 it costs too much, or: +1"), std::string::npos) << text;
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
