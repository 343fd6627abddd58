// SPDX-License-Identifier: Apache-2.0
// What stands around a vote and turns it, and what several votes in one mail make of each other.
#include <gtest/gtest.h>

#include <string>

#include "parsers/votes/tables/vote_conditions_behind_data.h"
#include "parsers/votes/tables/vote_conditions_data.h"
#include "parsers/votes/tables/vote_doubts_data.h"
#include "parsers/votes/tables/vote_hedges_data.h"
#include "parsers/votes/tables/vote_quantities_data.h"
#include "parsers/votes/tables/vote_refused_parts_data.h"
#include "parsers/votes/tables/vote_reservations_data.h"
#include "parsers/votes/tables/vote_restrictions_data.h"
#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(Reading, ConditionsQuestionsAndDoubtsAreUnclear) {
    for (const char* text : {"+1 if the tests pass",
                             "+1 once the tests are green",
                             "+1 unless Ben objects",
                             "+1, provided that it works",
                             "+1\nif the tests pass",
                             "If the tests pass, +1",
                             "LGTM as long as the API stays",
                             "+1 but only on Linux",
                             "+1?",
                             "+1 or -1?",
                             "yes?",
                             "I would vote +1",
                             "Not sure yet, maybe +1",
                             "not +1",
                             "+2",
                             "+1000",
                             "No, objection",
                             "Yes, but not now",
                             "Yes, I saw that mail",
                             "I agree with Ben that it is slow",
                             "Einverstanden, wenn die Tests laufen",
                             "\u540C\u610F\uFF0C\u5982\u679C\u6D4B\u8BD5\u901A\u8FC7"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    EXPECT_EQ(read("+1 if the tests pass").verdict, ReadingVerdict::unclear);
}

TEST(Reading, EveryPhraseThatTurnsAVoteLeavesItsExampleUnclear) {
    for (const auto& row : words::conditions) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    for (const auto& row : words::conditions_behind) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    for (const auto& row : words::restricting_words) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    for (const auto& row : words::only_words) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    for (const auto& row : words::hedges_before) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    for (const auto& row : words::hedges) EXPECT_EQ(summary(row.example), "unclear") << row.example;
    const auto built = [](std::string_view before, std::string_view phrase) {
        return std::string(before) + std::string(phrase);
    };
    for (const auto& row : words::doubts) EXPECT_EQ(summary(built("+1, ", row.phrase)), "unclear") << row.phrase;
    for (const auto& row : words::units) EXPECT_EQ(summary(built("+1 ", row.phrase)), "unclear") << row.phrase;
    for (const auto& but : words::but_words) {
        for (const auto& row : words::reservations) {
            if (row.language != but.language) continue;
            EXPECT_EQ(summary(built("+1, " + built(but.phrase, " "), row.phrase)), "unclear") << row.phrase;
        }
    }
}

TEST(Reading, AConditionMayStandOnTheNextLineOrInTheNextSentence) {
    for (const char* text :
         {"Yes\nbut only if we move the date", "Yes.\nBut only if we move the date.",
          "Yes\n\nbut only if we move the date", "Yes. But only if we move the date", "+1. Only if the tests pass",
          "+1\n\nProvided that the tests pass.", "+1 from me as long\nas the API stays", "+1 in\nprinciple",
          "Ja\naber nur mit Tests", "Oui\nmais seulement si on attend", "+1\n(if the tests pass)", "+1\nmaybe"})
        EXPECT_EQ(summary(text), "unclear") << text;
    expect_all({{"+1\nWhen do we ship?", "agree exact"},
                {"+1\n\nIf you find a fault, call me.", "agree exact"},
                {"+1.\nLet me know if you need help.", "agree exact"},
                {"Yes\n\nAna", "agree exact"},
                {"+1\nI can't wait to see it", "agree exact"}});
}

TEST(Reading, WhoeverAgreesAndRefusesAPartIsAsked) {
    for (const char* text :
         {"+1\nHowever I cannot accept point 3.", "+1\n\nHowever, I cannot accept point 3.",
          "+1 But I am against the second part.", "+1. But I object to the second part.",
          "+1. Thanks for it. But I am against the second part.", "+1, I disagree with point 3",
          "LGTM, I am against the second part though", "Yes\nI am against the second part.",
          "+1, part two is fine, though the date is unacceptable", "Ja, ich bin gegen den zweiten Teil",
          "+1\nAllerdings bin ich gegen Punkt 3", "+1\nJe suis contre le point 3"})
        EXPECT_EQ(summary(text), "unclear") << text;
    expect_all({{"+1, I can't agree more", "agree near"},
                {"+1, I am not against it", "agree near"},
                {"+1, but no objection to the other one", "agree near"},
                {"+1 I disagree with Ben", "agree near"},
                {"-1, nice but I am against the cost", "disagree near"},
                {"-1\nI cannot accept point 3.", "disagree exact"}});
    for (const char* phrase : words::own_refusals)
        EXPECT_EQ(summary("+1, " + std::string(phrase)), "unclear") << phrase;
    for (const char* word : words::refused_behind_but)
        EXPECT_EQ(summary("+1, but " + std::string(word)), "unclear") << word;
}

TEST(Reading, AYesTakenBackInTheNextSentenceIsNone) {
    for (const char* text : {"Yes! No, just kidding", "Yes! Just kidding.", "+1\nJust kidding", "Ja! Nein, warte",
                             "Ja. War nur ein Scherz", "Yes. No, too dear."})
        EXPECT_EQ(summary(text), "unclear") << text;
    expect_all({{"Yes. No problem.", "agree near"}, {"Yes! No objections.", "agree near"}});
}

TEST(Reading, ANoBeforeAFigureMayBeANumber) {
    for (const char* text :
         {"No. 3 in your list is wrong, should be 4.", "I read it. No. 3 is wrong.", "No. 3 weeks are too few."})
        EXPECT_EQ(summary(text), "unclear") << text;
    expect_all({{"No. We have 3 already.", "disagree near"}, {"+1\n\nNo. 3 in your list is wrong.", "agree exact"}});
}

TEST(Reading, TwoValuesAtOnceAreNone) {
    for (const char* text : {"yes and no", "yes/no", "yes or no", "yes & no", "yes, no", "ja und nein", "oui et non",
                             "s\u00ED y no", "s\u00EC e no", "sim e n\u00E3o", "ja en nee", "ja och nej", "tak i nie",
                             "ano i ne", "\u0434\u0430 \u0438 \u043D\u0435\u0442", "+1/-1", "+1 and -1"})
        EXPECT_EQ(summary(text), "unclear") << text;
    expect_all({{"Yes, no problem", "agree near"}, {"+1 / yes", "agree near"}});
}

TEST(Reading, TwoDifferentValuesAreUnclear) {
    expect_all({{"+1\n-1", "unclear"}, {"yes\nno", "unclear"}, {"+1 to merge demos, -1 to merge tasks", "unclear"}});
}

TEST(Reading, TheSameValueTwiceIsOneReading) {
    EXPECT_EQ(summary("+1 from me\n\n+1"), "agree exact");
}

TEST(Reading, AWordInPassingYieldsToASurerReading) {
    expect_all({{"+1\n\nNo, I have not tried it on Windows.", "agree exact"}});
}

TEST(Reading, AgreedBelowOneOfSeveralQuotedLinesIsNoVoteOnTheWhole) {
    EXPECT_EQ(summary("> One?\nAgreed, this is true.\n> Two?\nI do not know.\n"), "unclear");
}

TEST(Reading, AChangedVoteIsTheNewOne) {
    expect_all({{"Changing my vote to -1", "disagree near"},
                {"I change my vote from -1 to +1", "agree near"},
                {"-1 -> +1", "agree near"},
                {"Make that a +1", "agree near"},
                {"I was -1 before.\nSwitching to +1 now.", "agree near"}});
    const Interpretation in = read("I withdraw my vote.");
    ASSERT_EQ(in.readings.size(), 1u);
    EXPECT_EQ(in.readings[0].command, "withdraw");
}

TEST(Reading, TheQuestionQuotesWhatWasFoundAndShowsWhatIsRight) {
    const Interpretation in = read("+1 for speed\n-1 for cost");
    EXPECT_EQ(in.verdict, ReadingVerdict::unclear);
    EXPECT_NE(in.ask.find("\"+1 for speed\" and \"-1 for cost\""), std::string::npos) << in.ask;
    EXPECT_NE(in.ask.find("for example: +1"), std::string::npos) << in.ask;
}

TEST(Reading, WordsOfOthersBelowALineThatTellsOfThemAreNotCounted) {
    expect_all({{"Ben said:\n+1", "unclear"},
                {"Ben wrote:\n    +1", "unclear"},
                {"Ben wrote:\n\n  +1\n\nThanks for the hint, I am reading it.\nMore tomorrow.", "unclear"},
                {"Gestern schrieb Ben:\n-1", "unclear"},
                {"Ben meinte:\n  dagegen", "unclear"},
                {"Ben a dit :\n  d'accord", "unclear"},
                {"The board answered:\n-1 too dear", "unclear"},
                {"Ben wrote:\nwithdraw", "comment"},
                // one's own words beside them count
                {"Ben wrote:\n    +1\n\nI disagree.", "disagree exact"},
                {"Ben said:\n+1\n\n-1", "disagree exact"},
                {"Ben said:\n+1\n\n+1", "agree exact"},
                // the same without the colon
                {"Chen's mail says\n-1", "unclear"},
                {"Ben said\n\n+1", "unclear"},
                {"Ben hat geschrieben\n+1", "unclear"},
                {"Chen says in his mail\n-1", "unclear"},
                {"Ben's answer was\n-1", "unclear"},
                {"My answer is\n-1", "disagree exact"},
                {"Here's how it is\n+1", "agree exact"},
                {"Ben wrote the text\n+1", "agree exact"},
                {"Yes, as Ben said\n+1", "agree exact"},
                {"I agree with what Ben said\n+1", "agree exact"},
                {"Akkoord met dit\n+1", "agree exact"},
                // and so do one's own below other lines with a colon
                {"As I said:\n+1", "agree exact"},
                {"My answer to what Ben wrote:\n+1", "agree exact"},
                {"My answer:\n+1", "agree exact"},
                {"Here is what I think:\n+1", "agree exact"},
                {"Hi Ben:\n+1", "agree exact"}});
}

TEST(Reading, BallotsOfOthersAreAskedAbout) {
    ReadingContext options;
    options.options = {{"A", "Paper"}, {"B", "Stone"}};
    EXPECT_EQ(summary("Ben wrote:\n  A > B", options), "unclear");
    EXPECT_EQ(summary("Ben said:\nA: 5", options), "unclear");
}

TEST(Turns, ATermThatIsNamedMakesAConditionOfTheVote) {
    for (const char* text : {"+1\n\nThis vote only counts if Tom agrees.",
                             "+1\n\nI only agree if Tom agrees.",
                             "+1\n\nThe only condition is that the contract can be cancelled monthly.",
                             "+1\n\nCondition: the price stays below 90.",
                             "+1\n\nPlease note that this is conditional on Tom's approval.",
                             "Ja\n\nVoraussetzung: der Preis bleibt unter 90.",
                             "Oui\n\nA condition que le prix reste sous 90.",
                             "賛成です\n\nただし、価格が上がらないことが条件です。",
                             "Under the following conditions:\n- price below 90\n- monthly cancellation\n\n+1",
                             "Provided that the price stays below 90 and we can cancel every month:\n\n+1",
                             "+1 (conditions see below)",
                             "Approved, conditions below.",
                             "Agreed, with a cap of 90.",
                             "+1\n\nMy conditions:\n- price below 90",
                             "+1\n\nBedingung: der Preis bleibt unter 90.",
                             "+1\n\nMeine Bedingung ist, dass Tom zustimmt.",
                             "Ja\n\nDas gilt nur, wenn Tom zustimmt.",
                             "Oui\n\nCondition : le prix reste sous 90.",
                             "Oui\n\nCe vote ne vaut que si Tom est d'accord.",
                             "Sí\n\nCondición: el precio no sube.",
                             "Sí\n\nLa única condición es que el precio no suba.",
                             "Sì\n\nCondizione: il prezzo non sale.",
                             "Sim\n\nCondição: o preço não sobe.",
                             "Ja\n\nVoorwaarde: de prijs blijft onder 90.",
                             "Ja\n\nVillkor: priset stannar under 90.",
                             "Ja\n\nBetingelse: prisen forbliver under 90.",
                             "Tak\n\nWarunek: cena nie wzrośnie.",
                             "Ano\n\nPodmínka: cena nevzroste.",
                             "Да\n\nУсловие: цена не вырастет.",
                             "Evet\n\nŞart: fiyat artmayacak.",
                             "同意\n\n条件：价格不变。",
                             "Unter folgenden Bedingungen:\n- Preis unter 90\n\nJa",
                             "Vorausgesetzt, dass der Preis unter 90 bleibt:\n\nJa",
                             "À condition que le prix reste sous 90 :\n\nOui",
                             "+1, conditions apply",
                             "Ja, Bedingungen siehe unten",
                             "Agreed, capped at 90.",
                             "Agreed, with one condition.",
                             "Approved with conditions.",
                             "+1 with a limit of 90",
                             "Einverstanden, mit einer Obergrenze von 90.",
                             "Evet, Tom onaylarsa.",
                             "Evet, fiyat artmazsa.",
                             "Evet, Tom gelirse.",
                             "Evet, bütçe onayından sonra.",
                             "Kabul, şartlı olarak.",
                             "Kabul, fiyat değişmemek kaydıyla.",
                             "Onaylıyorum diyemem.",
                             "Enig, såfremt prisen holder.",
                             "Jestem za, ale dopiero od stycznia.",
                             "Souhlasím, ale až od ledna."})
        EXPECT_EQ(summary(text), "unclear") << text;
    for (const char* text : {"+1\n\nIf you find a fault, call me.", "+1\n\nThe conditions of the contract are fine.",
                             "+1, the conditions are good", "+1\n\nNo conditions from me.", "+1 without conditions",
                             "Ja, ohne Bedingungen", "+1\n\nLet me know if you need help.",
                             "+1\n\nI read the conditions of the supplier and they are fair.", "+1 unconditionally"})
        EXPECT_EQ(summary(text).substr(0, 5), "agree") << text;
}

TEST(Reading, OtherThoughtsBelowTakeAnAgreementBack) {
    for (const char* text : {"+1\n\nI would rather wait",
                             "+1. On reflection I would rather wait.",
                             "+1\n\nOn reflection, no",
                             "Dafür.\n\nNach reiflicher Überlegung würde ich lieber warten",
                             "Dafür.\n\nIch würde lieber warten.",
                             "Pour.\n\nÀ la réflexion, je préfère attendre",
                             "A favor.\n\nPensándolo bien, prefiero esperar",
                             "A favore.\n\nRipensandoci, preferirei aspettare",
                             "A favor.\n\nPensando melhor, prefiro esperar",
                             "Voor.\n\nBij nader inzien wacht ik liever",
                             "Ja.\n\nVid närmare eftertanke vill jag hellre vänta",
                             "Enig.\n\nVed nærmere eftertanke vil jeg hellere vente",
                             "Enig.\n\nVed nærmere ettertanke vil jeg heller vente",
                             "Za.\n\nPo namyśle wolę poczekać",
                             "Pro.\n\nPo zralé úvaze raději počkám",
                             "За.\n\nПоразмыслив, я бы подождал",
                             "Evet.\n\nTekrar düşününce beklemeyi tercih ederim",
                             "同意。\n\n再想想，我宁愿等等",
                             "賛成です。\n\n考え直すと、待ちたいです",
                             "Dafür.\n\nZu diesem Preis aber nicht",
                             "+1\n\nNot at this price though",
                             "+1, not at this price",
                             "Pour.\n\nPas à ce prix",
                             "A favor.\n\nA este precio no",
                             "A favore.\n\nA questo prezzo no",
                             "A favor.\n\nMas não a este preço",
                             "Voor.\n\nNiet voor deze prijs",
                             "Ja.\n\nMen inte till det priset",
                             "Enig.\n\nMen ikke til den pris",
                             "Enig.\n\nMen ikke til denne prisen",
                             "Za.\n\nAle nie za tę cenę",
                             "Pro.\n\nAle ne za tuto cenu",
                             "За.\n\nНо не по этой цене",
                             "Evet.\n\nAma bu fiyata değil"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    expect_all({{"+1\n\nNot bad at all", "agree exact"},
                {"+1\n\nThis is not too expensive", "agree exact"},
                {"+1\n\nI would rather have it sooner", "agree exact"},
                {"Dafür.\n\nDas ist nicht teuer", "agree exact"},
                {"-1\n\nI would rather wait", "disagree exact"},
                {"-1\n\nNot at this price", "disagree exact"},
                {"Dagegen.\n\nZu diesem Preis aber nicht", "disagree exact"}});
}

TEST(Reading, ARefusalOrAWishToWaitBelowAnAgreementContradictsIt) {
    for (const char* text : {"+1\n\nLet's wait",
                             "+1\n\nLet us wait until spring.",
                             "+1. Let's wait.",
                             "Dafür.\n\nWir sollten warten.",
                             "Pour.\n\nOn devrait attendre",
                             "Pour.\n\nAttendons un peu",
                             "A favor.\n\nDeberíamos esperar",
                             "A favore.\n\nAspettiamo",
                             "A favor.\n\nDevíamos esperar",
                             "Voor.\n\nLaten we wachten",
                             "Ja.\n\nVi bör vänta",
                             "Enig.\n\nVi bør vente",
                             "Za.\n\nPoczekajmy",
                             "Pro.\n\nPočkejme",
                             "За.\n\nДавайте подождём",
                             "Evet.\n\nBekleyelim",
                             "同意。\n\n我们应该等",
                             "賛成です。\n\n待ちましょう",
                             "+1\n\nI am not convinced",
                             "+1\n\nNot worth it.",
                             "+1\n\nNot now.",
                             "+1\n\nToo expensive.",
                             "+1\n\nIt is too expensive",
                             "Dafür.\n\nDas ist mir zu teuer.",
                             "Dafür.\n\nZu teuer.",
                             "Pour.\n\nC'est trop cher",
                             "Pour.\n\nMauvaise idée",
                             "A favor.\n\nEs demasiado caro",
                             "A favore.\n\nTroppo caro",
                             "A favor.\n\nMuito caro",
                             "Voor.\n\nTe duur",
                             "Ja.\n\nDet är för dyrt",
                             "Enig.\n\nFor dyrt",
                             "Za.\n\nZa drogo",
                             "Pro.\n\nPříliš drahé",
                             "За.\n\nСлишком дорого",
                             "Evet.\n\nÇok pahalı",
                             "+1\n\nI take it back",
                             "+1\n\nForget it",
                             "Dafür.\n\nIch nehme das zurück.",
                             "A favore.\n\nLo ritiro"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"+1\n\nNo good reason to wait any longer",
                             "+1\n\nThe current office is too small.",
                             "+1. The old one is too expensive.",
                             "+1\n\nThe rent is too high now",
                             "+1\n\nWe should not wait any longer",
                             "+1\n\nLet's not wait",
                             "+1\n\nWe only wait for the key",
                             "+1\n\nIt is not too expensive",
                             "+1\n\nThat is too kind",
                             "+1\n\nLet's do it",
                             "+1\n\nWe should do this soon",
                             "+1\n\nA mistake in the text: page two",
                             "+1\n\nNever mind",
                             "+1\n\nNicht schlecht!",
                             "+1\n\nBetter late than never",
                             "+1\n\nGood work. Can't wait!",
                             "+1\n\nI can't wait",
                             "+1\n\nNot really my topic, but fine",
                             "-1\n\nToo expensive.",
                             "-1\n\nLet's wait",
                             "+1\n\nThanks\nNee Ling",
                             "+1\n\nBetter now than to wait any longer.",
                             "+1\n\nBesser jetzt als noch länger warten"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

}  // namespace
}  // namespace assentd
