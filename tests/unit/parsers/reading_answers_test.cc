// SPDX-License-Identifier: Apache-2.0
// What a "yes" or "no" with more words behind it answers.
#include <gtest/gtest.h>

#include <string>

#include "parsers/reading.h"

namespace assentd {
namespace {

Interpretation read(std::string text, const ReadingContext& context = {}) {
    Message message;
    message.from = {{"Ana Example", "ana@example.org"}};
    message.text = std::move(text);
    return interpret(message, context);
}

std::string summary(const char* text) {
    const Interpretation in = read(text);
    if (in.verdict != ReadingVerdict::vote) return std::string(name(in.verdict));
    return in.readings.size() == 1 && in.readings[0].position ? std::string(name(*in.readings[0].position))
                                                              : "several";
}

void expect_all(const char* wanted, std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(summary(text), wanted) << text;
}

TEST(Answers, WhoeverSaysItAgainVotes) {
    expect_all("disagree", {"Non, je ne suis pas d'accord.", "No, no estoy de acuerdo con la propuesta.",
                            "No, non sono d'accordo con questo.", "Não, não concordo com isso.",
                            "Nein, ich bin dagegen, wir haben schon genug davon.", "Hayır, katılmıyorum.",
                            "No, I don't agree", "Nee, ik ben tegen.", "Нет, я против."});
    expect_all("agree", {"Oui, je suis d'accord avec la proposition.", "Sí, estoy de acuerdo.",
                         "Ja, ich stimme dem Vorschlag zu, das spart viel Zeit.", "Evet, katılıyorum.",
                         "Yes, go ahead with it before the summer comes."});
    expect_all("block", {"No, I object"});
    expect_all("unclear", {"No, objection!", "No, I agree with Ben", "Non, je suis d'accord.",
                           "Oui, je suis d'accord avec Ben.", "Yes, go ahead if it is cheap"});
}

TEST(Answers, AJudgementIsAboutTheProposal) {
    expect_all("disagree", {"No, it's too expensive.", "Não, é muito caro para nós.", "Non, c'est trop tôt pour nous",
                            "Nein, das ist uns zu teuer.", "No, me parece demasiado caro este año.",
                            "Nej, det er for dyrt for oss nå.", "Nee, dat is te duur voor ons.",
                            "Nie, to jest zbyt drogie dla nas.", "Нет, это слишком дорого для нас.",
                            "Hayır, bu bizim için çok pahalı."});
}

// However long its reason is, whoever takes a side is heard.
TEST(Answers, ASideWithAReasonBehindAMarkIsNotPassedOver) {
    expect_all("unclear",
               {"Against, the old one still works fine.", "Against, it would cost us far too much.",
                "In favour, we really need it now.", "In favour - we really do need it now.",
                "A favor, la vieja ya no sirve.", "De acuerdo, es hora de comprar una.",
                "En contra, nos costaría demasiado dinero a todos.", "Contre, la machine marche encore très bien.",
                "Dafür, der alte quietscht nur noch.", "Dafür, das spart uns viel Zeit."});
    expect_all("comment", {"Good, the old one is in the cellar of the other house."});
}

TEST(Answers, EmphasisDoesNotMatter) {
    expect_all("agree", {"Je suis entièrement d'accord.", "Estoy plenamente de acuerdo.", "I really approve.",
                         "Ich bin voll und ganz einverstanden.", "Sono assolutamente d'accordo.", "Jeg er helt enig.",
                         "Jestem zdecydowanie za.", "Я полностью согласен."});
    expect_all("disagree", {"Je suis totalement opposé.", "I completely disagree.", "Jag är helt emot."});
    expect_all("unclear", {"I don't fully agree.", "No estoy totalmente de acuerdo.",
                           "Je ne suis pas tout à fait d'accord.", "Ich bin nicht ganz einverstanden."});
}

TEST(Answers, WhoeverIsSorryVotesAllTheSame) {
    expect_all("disagree", {"Unfortunately no.", "Sorry, but no.", "Leider nein.", "Malheureusement non.",
                            "Désolée, mais non.", "Lo siento, pero no.", "Purtroppo no.", "Infelizmente não.",
                            "Helaas niet akkoord.", "Tyvärr nej.", "Desværre nej.", "Niestety nie, za drogo.",
                            "Bohužel ne.", "К сожалению, нет.", "Maalesef hayır.", "Unfortunately no, too dear"});
    expect_all("comment", {"Unfortunately no heating is left", "Leider ist Ben krank."});
}

TEST(Answers, WhatIsDeniedOrToldNeedNotBeTheProposal) {
    expect_all("unclear", {"No, no lo he leído todavía.", "No, non l'ho ancora letto.", "Não, ainda não li.",
                           "Non, pas encore.", "Nein, noch nicht gelesen.", "Hayır, henüz okumadım.",
                           "Hayır, okumadım.", "Нет, не читал.", "Nie, jeszcze nie.", "Nej, inte än.", "No, not yet",
                           "Nein, ich war krank.", "Non, j'étais malade.", "No, it's for Ben to say"});
}

TEST(Answers, AShortRefusalThatIsAllTheMailSaysCounts) {
    expect_all("disagree",
               {"Nein, das geht nicht", "Nein, das geht so nicht.\n\nGruß\nAna", "Nein: zu teuer",
                "Nein: das ist zu teuer.", "Hi Ben, no.", "Hallo Ben Okoro, nein.", "Hi Ben, no, too dear",
                "No, that won't work.", "Non, ce n'est pas possible", "Nee, dat kan niet."});
    expect_all("agree", {"Hi Ben, yes.", "Hello all, LGTM!"});
    expect_all("unclear", {"Nein, das geht nicht um Geld", "Nein, das geht nicht, oder?", "Nein, das geht nicht?",
                           "Ich komme morgen.\nNein, das geht nicht", "Hi Ben, no, I have not seen it.",
                           "Hi Ben, yes, I saw that mail"});
    expect_all("comment", {"Nein: Ana, Ben", "Hi Ben, no idea."});
}

TEST(Answers, WhatWasNeedNotBeTheProposal) {
    expect_all("unclear", {"Yes, the mail came through.", "Yes, on page three.",
                           "No, it was Ben who asked.",   "No, on Monday.",
                           "Ja, siehe Seite drei.",       "Nein, das war letztes Jahr.",
                           "Oui, c'était lundi.",         "Non, c'était l'an dernier.",
                           "Sí, fue el lunes.",           "No, era l'anno scorso.",
                           "Não, foi no ano passado.",    "Nee, dat was vorig jaar.",
                           "Nej, det var i fjol.",        "Nej, det var sidste år.",
                           "Nei, det var i fjor.",        "Nie, to było w zeszłym roku.",
                           "Ne, to bylo loni.",           "Нет, это было в прошлом году.",
                           "Hayır, geçen yıldı.",         "いいえ、去年のことです。",
                           "はい、届きました。"});
}

TEST(Answers, AWordOfAgreementMayBePartOfAName) {
    expect_all("unclear", {"Agreed terms are in the annex.", "Approve button does not work.", "Approved in May.",
                           "Approved by the board."});
    expect_all("agree", {"Agreed, the terms are in the annex.", "Agree with the proposal.", "Approved as it stands.",
                         "Approved by me."});
}

TEST(Answers, AWordThatIsNoAnswerIsAboutTheProposal) {
    expect_all("disagree", {"En contra, no hay presupuesto.", "Contra, não há dinheiro.", "Against, it was dear."});
}

TEST(Answers, WhoeverHasReadItHasNotVoted) {
    expect_all("unclear", {"Yes, got it.", "Yes, read it yesterday.", "Ja, gelesen.", "Ja, ich habe es gelesen.",
                           "Oui, bien reçu.", "Oui, j'ai lu.", "Sí, lo he leído.", "Sì, l'ho letto.",
                           "Sim, li ontem.", "Evet, okudum.", "Tak, czytałem.", "Да, прочитал.", "はい、読みました"});
    expect_all("agree", {"Yes, read it and +1", "Ja, gern.", "Oui, bonne idée."});
}

TEST(Answers, AFactThatFollowsMayAnswerSomebody) {
    expect_all("unclear", {"Yes, that is too expensive.",
                           "Ja, verstehe. Trotzdem zu teuer.",
                           "Yes, unfortunately.",
                           "Ja, leider.",
                           "Yes, good question.",
                           "Ja, gute Frage!",
                           "Oui, c'est la bonne question.",
                           "Tak, dobre pytanie.",
                           "Да, хороший вопрос.",
                           "Yes, Tom is right.",
                           "Ja, Tom hat recht.",
                           "Oui, Tom a raison.",
                           "Sí, Tom tiene razón.",
                           "Sì, Tom ha ragione.",
                           "Ja, Tom har rätt.",
                           "Tak, Tom ma rację.",
                           "Ano, Tom má pravdu.",
                           "Evet, Tom haklı.",
                           "Yes, per month.",
                           "Ja, pro Monat.",
                           "Oui, par mois.",
                           "Sí, por mes.",
                           "Sì, al mese.",
                           "Sim, por mês.",
                           "Ja, per maand.",
                           "Ja, per månad.",
                           "Tak, miesięcznie.",
                           "Ano, měsíčně.",
                           "Да, в месяц.",
                           "Evet, aylık.",
                           "はい、月額です。",
                           "Yes, the contract can be cancelled monthly.",
                           "No, the price is per month.",
                           "No, Tom is on leave.",
                           "Nein, da bin ich im Urlaub.",
                           "いいえ、会議は火曜日です。",
                           "Nie, rocznie.",
                           "Нет, за год.",
                           "Hallo Kim,\n\nja, monatlich.",
                           "Nein, jährlich.",
                           "Non, par an.",
                           "Yes - monthly.",
                           "Yes (monthly)",
                           "Yes: monthly",
                           "Ja, zu teuer.",
                           "Oui, trop cher.",
                           "Yes, it's too expensive for us."});
}

TEST(Answers, WhatIsPutOffIsNoAgreement) {
    expect_all("unclear", {"Yes, thanks for the reminder. I'll answer tonight.",
                           "In Ordnung, lese ich morgen.",
                           "In Ordnung, ich melde mich morgen.",
                           "De acuerdo, lo leo mañana.",
                           "Va bene, lo leggo domani.",
                           "De acordo, falamos na terça.",
                           "Akkoord, ik bel je morgen.",
                           "Zgoda, przeczytam jutro.",
                           "Ja, mottaget. Jag tittar imorgon.",
                           "Ja tak, modtaget. Jeg kigger i morgen.",
                           "Einverstanden, dann reden wir am Dienstag darüber.",
                           "Ça me va pour mardi.",
                           "Me parece bien el martes.",
                           "D'accord, je lis demain.",
                           "Agreed, let's talk on Tuesday.",
                           "Agreed, I'll read it tonight.",
                           "Souhlasím, ozvu se zítra.",
                           "Согласен, обсудим во вторник.",
                           "Kabul, salı konuşuruz.",
                           "賛成です、火曜日に話しましょう。"});
}

TEST(Answers, WhatIsPoliteOrAboutTheProposalMayFollow) {
    expect_all("agree", {"Yes, thanks.",
                         "Ja, gerne",
                         "Ja, gern.",
                         "Yes from me",
                         "+1, good idea",
                         "Yes, please!",
                         "Yes, good idea.",
                         "Ja, gute Idee.",
                         "Oui, bonne idée.",
                         "Sí, buena idea",
                         "Sì, buona idea.",
                         "Sim, boa ideia.",
                         "Ja, goed idee.",
                         "Ja, bra idé.",
                         "Ja, god idé.",
                         "Tak, dobry pomysł.",
                         "Ano, dobrý nápad.",
                         "Да, хорошая идея.",
                         "Evet, iyi fikir.",
                         "Yes, great proposal, thanks Ana!",
                         "Ja, danke.",
                         "Oui, merci.",
                         "Sí, gracias.",
                         "Sì, grazie.",
                         "Sim, obrigado.",
                         "Ja, bedankt.",
                         "Ja, tack.",
                         "Ja, tak.",
                         "Tak, dziękuję.",
                         "Ano, díky.",
                         "Да, спасибо.",
                         "Evet, teşekkürler.",
                         "はい、お願いします。",
                         "はい、賛成です。",
                         "Yes, absolutely!",
                         "Ja, unbedingt.",
                         "Oui, absolument.",
                         "Sí, claro.",
                         "Ja, natürlich.",
                         "Yes, of course.",
                         "Yes, let's do it",
                         "Ja, machen wir",
                         "Ja, machen wir das so.",
                         "Sí, adelante",
                         "Yes, I agree.",
                         "Yes, do it.",
                         "Yes, sounds good to me.",
                         "Yes, looks good.",
                         "Yes, fine by me.",
                         "Yes, I like it.",
                         "Ja, ich bin dafür.",
                         "Ja, finde ich gut.",
                         "Ja, klingt gut.",
                         "Ja, auf jeden Fall.",
                         "Oui, sans problème.",
                         "Oui, très bien.",
                         "Oui, avec plaisir.",
                         "Sí, me parece bien.",
                         "Sí, por supuesto.",
                         "Sì, certo.",
                         "Sì, volentieri.",
                         "Sim, claro.",
                         "Sim, com certeza.",
                         "Ja, zeker.",
                         "Ja, prima.",
                         "Ja, graag.",
                         "Ja, absolut.",
                         "Ja, gärna.",
                         "Ja, helt klart.",
                         "Tak, oczywiście.",
                         "Tak, zdecydowanie.",
                         "Ano, určitě.",
                         "Ano, jistě.",
                         "Да, конечно.",
                         "Да, обязательно.",
                         "Evet, kesinlikle.",
                         "Yes, because it saves time.",
                         "Yes, it saves money.",
                         "Yes (binding)",
                         "Yes, +1",
                         "Yes. Thanks!",
                         "Yes - go ahead.",
                         "Yes, go for it!"});
    expect_all("disagree", {"No, thanks.",
                            "No, too expensive.",
                            "Nein, zu teuer.",
                            "Nein, danke.",
                            "Non merci.",
                            "Non, trop cher.",
                            "No, demasiado caro.",
                            "No, troppo caro.",
                            "Não, muito caro.",
                            "Nee, te duur.",
                            "Nej, för dyrt.",
                            "Nej, for dyrt.",
                            "Nie, za drogo.",
                            "Ne, moc drahé.",
                            "Нет, слишком дорого.",
                            "Hayır, çok pahalı.",
                            "いいえ、高すぎます。",
                            "No, sorry.",
                            "Nein, leider.",
                            "Nein, sorry.",
                            "Non, désolé.",
                            "No, lo siento.",
                            "Nein, auf keinen Fall.",
                            "No, bad idea.",
                            "No, not this year",
                            "No, prices are far too high",
                            "No, absolutely not.",
                            "No, because we need the space.",
                            "No from me.",
                            "No. Too expensive."});
}

TEST(Answers, NoneOfTheseIsCounted) {
    for (const char* text : {"-1 on tapes",
                             "-1 for the other supplier",
                             "Yes, on the second page.",
                             "Yes, every year.",
                             "Yes, Kim sent it.",
                             "Yes, it includes VAT.",
                             "Yes, with VAT.",
                             "Ja, inklusive Steuer.",
                             "Ja, jedes Jahr.",
                             "Ja, Kim hat das geschickt.",
                             "Ja, im Januar.",
                             "Oui, chaque année.",
                             "Oui, TVA comprise.",
                             "Oui, c'est Tom.",
                             "Sí, cada año.",
                             "Sí, con IVA.",
                             "Sì, ogni anno.",
                             "Sì, IVA inclusa.",
                             "Sim, todos os anos.",
                             "Sim, com IVA.",
                             "Ja, elk jaar.",
                             "Ja, inclusief btw.",
                             "Ja, varje år.",
                             "Ja, hvert år.",
                             "Ja, inkl. moms.",
                             "Tak, co rok.",
                             "Tak, z VAT.",
                             "Ano, každý rok.",
                             "Ano, s DPH.",
                             "Да, каждый год.",
                             "Да, с НДС.",
                             "Evet, her yıl.",
                             "Evet, KDV dahil.",
                             "はい、毎年です。",
                             "はい、税込みです。",
                             "No, only one.",
                             "No, Kim has it.",
                             "Nein, Kim hat den Schlüssel.",
                             "Non, c'est Kim.",
                             "No, lo tiene Kim.",
                             "No, ce l'ha Kim.",
                             "Não, é a Kim.",
                             "Nee, dat doet Kim.",
                             "Nej, det gör Kim.",
                             "Nej, det gør Kim.",
                             "Nie, ma je Kim.",
                             "Ne, má je Kim.",
                             "Нет, это делает Ким.",
                             "Hayır, Kim'de.",
                             "いいえ、キムさんが持っています。",
                             "Yes, understood.",
                             "Ja, alles klar, ich lese es heute Abend.",
                             "Oui, je lirai ça ce soir.",
                             "In Ordnung, schaue ich heute Abend an.",
                             "Einverstanden, wir sprechen morgen.",
                             "D'accord, on en parle mardi.",
                             "De acuerdo, hablamos el martes.",
                             "D'accordo, ne parliamo martedì.",
                             "De acordo, vejo amanhã.",
                             "Akkoord, ik kijk er morgen naar.",
                             "Zgoda, porozmawiamy we wtorek.",
                             "Souhlasím, podívám se zítra.",
                             "Согласен, посмотрю завтра.",
                             "Kabul, yarın okurum.",
                             "+1\n\nMy one condition: Tom agrees.",
                             "+1\n\nThere is one condition: Tom has to agree.",
                             "+1\n\nMy vote depends on the price.",
                             "Ja\n\nAllerdings nur, wenn der Preis bleibt.",
                             "Ja\n\nMeine Zustimmung gilt nur bis 90.",
                             "Oui\n\nMa condition est que Tom soit d'accord.",
                             "Oui\n\nMon accord dépend du prix.",
                             "Sí\n\nMi voto depende del precio.",
                             "Sì\n\nIl mio voto vale solo se Tom è d'accordo.",
                             "Agreed, with a maximum of 90.",
                             "Agreed, as long as stocks last",
                             "Akkoord, met een maximum van 90.",
                             "D'accord, avec un plafond de 90.",
                             "De acuerdo, con un límite de 90.",
                             "Souhlasím, s podmínkou.",
                             "Zgadzam się, z jednym warunkiem.",
                             "Согласен, с одним условием.",
                             "Enig, med ett villkor.",
                             "Evet, Kim de isterse.",
                             "Evet, param yeterse."})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Answers, ACourtesyNeedsNoComma) {
    for (const char* text : {"Oui bien sûr.", "Ja natürlich!", "Sí claro.", "Sim claro.", "Sì certo."})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
    EXPECT_NE(read("Yes thanks to Kim the file is there").verdict, ReadingVerdict::vote);
}

TEST(Answers, AgreementBeforeAMisgivingIsAskedAbout) {
    for (const char* text :
         {"Agreed, the price is too high.", "Einverstanden, der Preis ist zu hoch.", "Agreed, we should wait."})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    EXPECT_EQ(read("Agreed, let's start now.").verdict, ReadingVerdict::vote);
}

TEST(Answers, AYesThatGoesOnAboutTheProposalIsOne) {
    for (const char* text : {"Yes, this makes sense to me.", "Yes - it will save us a lot of time.", "yes 😊",
                             "Liebe Ana,\n\nja, das machen wir so.\n\nBen", "Why not, +1", "Oui, ça a du sens"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
    EXPECT_EQ(read("yes 👎").verdict, ReadingVerdict::unclear);
    EXPECT_EQ(read("Von mir aus gerne.").verdict, ReadingVerdict::unclear);
}

TEST(Answers, AgreementBeforeAFaultIsAskedAbout) {
    for (const char* text :
         {"Agreed, page 3 is wrong", "Einverstanden, Seite 3 ist falsch", "D'accord, la page 3 est fausse",
          "De acuerdo, la página 3 está mal", "D'accordo, la pagina 3 è sbagliata",
          "De acordo, a página 3 está errada", "Akkoord, pagina 3 klopt niet", "Håller med, sidan 3 är fel",
          "Enig, side 3 er forkert", "Enig, side 3 er feil", "Zgoda, strona 3 jest błędna",
          "Souhlasím, strana 3 je špatně", "Согласен, страница 3 неверна", "Kabul, 3. sayfa yanlış",
          "同意，第三页有误", "賛成です、3ページが間違っています"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"Agreed, page 3 is fine", "I agree, because the old one is wrong"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Answers, AgreementThatGoesToReadItIsNone) {
    for (const char* text :
         {"D'accord. Je lis ça.", "Einverstanden.\n\nIch lese es heute Abend.", "Agreed, I'll read it",
          "Einverstanden, ich lese es", "D'accord, je lis ça", "De acuerdo, lo leo", "D'accordo, lo leggo",
          "De acordo, vou ler", "Akkoord, ik lees het", "Håller med, jag läser det", "Enig, jeg læser det",
          "Enig, jeg leser det", "Zgoda, przeczytam", "Souhlasím, přečtu si to", "Согласен, прочитаю",
          "Kabul, okuyacağım", "同意，我看看", "賛成です、読んでみます"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"+1\n\nI'll read the rest later", "I agree, I'll look forward to it",
                             "Agreed. We start on Monday. I'll read the rest later", "Agreed, I have read it",
                             "D'accord, j'ai tout lu", "Einverstanden, das liest sich gut"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Answers, AYesThatWantsMoreIsAskedAbout) {
    for (const char* text :
         {"Yes please, more details", "Yes, more details please", "Ja bitte, mehr Details",
          "Oui s'il vous plaît, plus de détails", "Sí por favor, más detalles", "Sì per favore, più dettagli",
          "Sim por favor, mais detalhes", "Ja graag, meer details", "Ja tack, mer information",
          "Ja tak, flere detaljer", "Ja takk, mer informasjon", "Tak, proszę, więcej szczegółów",
          "Ano, prosím, více podrobností", "Да, пожалуйста, больше подробностей", "Evet lütfen, daha fazla bilgi"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"Yes please, thanks", "+1, I cannot agree more"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Answers, ANoThatHasNothingAgainstItIsAskedAbout) {
    for (const char* text :
         {"Non, rien contre.",        "No, nothing against it.", "Nein, nichts dagegen.",   "No, nada en contra.",
          "No, niente in contrario.", "Não, nada contra.",       "Nee, niets op tegen.",    "Nej, inget emot.",
          "Nej, intet imod.",         "Nei, ingenting imot.",    "Nie, nic przeciwko.",     "Ne, nic proti.",
          "Нет, ничего против.",      "No, not too expensive.",  "Nein, nicht zu teuer.",   "Non, pas trop cher.",
          "No, no demasiado caro.",   "No, non troppo caro.",    "Não, não muito caro.",    "Nee, niet te duur.",
          "Nej, inte för dyrt.",      "Nej, ikke for dyrt.",     "Nei, ikke for dyrt.",     "Nie, nie za drogo.",
          "Ne, ne moc drahé.",        "Нет, не слишком дорого.", "Hayır, çok pahalı değil."})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"No, too expensive.", "No, not worth it.", "Nein, zu teuer.", "Non, trop cher.",
                             "Nee, te duur.", "Nej, för dyrt.", "Ne, moc drahé."})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Answers, ThatItIsTimeOrCannotBePaidIsAboutTheProposal) {
    expect_all("agree", {"Yes, it is about time.", "Yes, it's about time!", "Yes, high time.", "Ja, es wird Zeit.",
                         "Oui, il était temps.", "Sí, ya era hora.", "Evet, yeterince bekledik."});
    expect_all("disagree",
               {"No, we cannot afford it.", "No, we can't afford that.", "No, that would be too late for us.",
                "No, it would be too expensive.", "-1, that would be too late for us."});
    expect_all("unclear",
               {"Yes, the old one leaks.", "Yes, it is about time we spoke about the lift.",
                "Yes, it is about the budget.", "No, we cannot make it.", "No, that would be nice.",
                "No, it would be too early to say.", "No, that would be too early, maybe.",
                "Yes, that would be too late for us.", "No, we cannot afford it yet if Tom does not pay."});
}

TEST(Answers, OpeningsConclusionsAndExcusesStandBesideAVote) {
    expect_all("agree", {"Sorry, to be clear: I agree.", "Hi all, to be clear: I agree.", "I therefore agree."});
    expect_all("disagree", {"I therefore vote against", "I therefore vote against it, too dear"});
    expect_all("abstain", {"Abstaining as I have a stake in this.", "I therefore abstain"});
    expect_all("unclear", {"I therefore vote against the second part", "Abstaining as I would be +1 otherwise"});
}

}  // namespace
}  // namespace assentd
