// SPDX-License-Identifier: Apache-2.0
// Words of agreement and signs that answer something else: a question behind a "but", somebody's objection, an
// appointment, a fact.
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(OtherThings, AQuestionBehindABut) {
    expect_asked({"Yes, but who pays?", "Agreed, but who pays?", "+1, aber wer zahlt?",
                  "Einverstanden, aber wer zahlt das?", "D'accord, mais qui paie ?", "De acuerdo, ¿pero quién paga?",
                  "D'accordo, ma chi paga?", "Concordo, mas quem paga?", "Akkoord, maar wie betaalt het?",
                  "Jag håller med, men vem betalar?", "Enig, men hvem betaler det?", "Zgadzam się, ale kto zapłaci?",
                  "Souhlasím, ale kdo to zaplatí?", "Согласен, но кто платит?", "Kabul, ama kim ödeyecek?",
                  "同意，但谁付钱？", "賛成です、でも誰が払うのですか？"});
    expect_counted("agree", {"+1, when do we ship?", "Agreed, when do we start?"});
    expect_counted("disagree", {"Absolut ikke.", "Absolutt ikke.", "Absolut inte."});
}

TEST(OtherThings, ASignForAnotherThing) {
    expect_asked({"+1 voor het bezwaar van Tom", "+1 voor uitstel", "+1 til Toms forslag om at vente",
                  "+1 til å vente", "+1 推迟", "+1 ertelemeye", "+1 до идеи подождать", "+1 pour la remarque de Tom",
                  "+1 für Toms Einwand", "+1 para la objeción de Tom", "+1 per l'obiezione di Tom",
                  "+1 för Toms invändning"});
    expect_counted("agree", {"+1 voor het voorstel", "+1 til forslaget", "+1 for this, we waited long enough",
                             "+1 für diesen Vorschlag, das spart Zeit", "+1 to moving ahead without waiting"});
}

TEST(OtherThings, WhoeverAcknowledgesOrComesHasNotVoted) {
    expect_no_vote({"Zgoda, do jutra.",
                    "Va bene, segno.",
                    "Va bene, ci penso io.",
                    "Принято, сделаю.",
                    "Принято, спасибо за информацию.",
                    "Approved: invoice 4711, 230 EUR.",
                    "Agreed, I'll be there at ten.",
                    "Agreed, I will be there at ten.",
                    "Einverstanden, ich komme um zehn.",
                    "Einverstanden, ich bin um zehn da.",
                    "D'accordo, ci sarò alle dieci.",
                    "De acuerdo, estaré allí a las diez.",
                    "D'accord, j'y serai à dix heures.",
                    "De acordo, estarei lá às dez.",
                    "Combinado, estarei lá às dez.",
                    "Akkoord, ik ben er om tien uur.",
                    "Akkoord, ik kom om tien uur.",
                    "Zgoda, będę o dziesiątej.",
                    "Zgadzam się, będę o dziesiątej.",
                    "Souhlasím, budu tam v deset.",
                    "Souhlasím, přijdu v deset.",
                    "Согласен, буду в десять.",
                    "Согласен, приду в десять.",
                    "Kabul, onda orada olurum.",
                    "Kabul, saat onda gelirim.",
                    "同意，我会到的。",
                    "Enig, jeg kommer klokken ti."});
    expect_counted("agree", {"Einverstanden, ich bin dabei.", "Approved: good plan", "Agreed, good plan."});
}

TEST(OtherThings, AFactIsNoAnswerToTheProposal) {
    expect_asked({"Yes, since Monday.", "Sì, da lunedì.", "Evet, çok lezzetliydi.", "Evet, güzeldi.",
                  "Evet, pasta çok güzeldi.", "いいえ、知りません。", "いいえ、分かりません。", "Really? No way!",
                  "Wirklich? Nein!", "Ich enthalte mich jeden Kommentars zum Kuchen."});
    expect_counted("agree", {"Evet, çok güzel.", "Evet, hadi!", "Yes, since we lost a day."});
    expect_counted("disagree", {"No way!", "いいえ、反対です。"});
    expect_counted("abstain", {"Ich enthalte mich.", "Ich enthalte mich der Stimme."});
}

}  // namespace
}  // namespace assentd
