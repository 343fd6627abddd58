// SPDX-License-Identifier: Apache-2.0
// What sounds like a limit (reading_limits_test.cc) and is a reason, praise, a goodbye or a word of another sense.
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

TEST(NoLimits, WhatBeginsLikeOneMayBeAGoodbyeOrPraise) {
    expect_counted("agree", {"+1, bis bald!",
                             "Einverstanden, bis bald!",
                             "De acuerdo, hasta luego.",
                             "Akkoord, tot ziens!",
                             "Concordo, até logo.",
                             "Согласен, до встречи!",
                             "+1, senza se e senza ma.",
                             "+1, jen tak dál!",
                             "+1, tylko tak dalej!",
                             "+1, só falta isso mesmo!",
                             "+1, nur so können wir sparen.",
                             "+1, without it we cannot work",
                             "+1, ohne das geht es nicht",
                             "+1, sans ça on ne peut rien",
                             "+1, bez toho to nejde",
                             "+1, без этого никак",
                             "+1, sem isso não dá",
                             "+1, utan det går det inte",
                             "I agree, especially point 2",
                             "Je suis pour, surtout le point 2.",
                             "Jag är för, särskilt punkt 2.",
                             "Zgadzam się, zwłaszcza z punktem 2.",
                             "+1, w razie pytań dzwońcie",
                             "+1, en cas de questions appelez-moi",
                             "+1, в случае вопросов звоните",
                             "+1, vi har ventet så længe",
                             "+1, только за!",
                             "Согласен, только за!",
                             "+1, alleen maar voordelen",
                             "同意，目前的方案很好。",
                             "同意，修改后的方案更好。",
                             "同意，这一点到位。",
                             "+1 for the next release",
                             "+1, ohne Auto kommt man dort gar nicht erst hin.",
                             "+1, weil es ohne Heizung nicht geht.",
                             "+1, dlatego że bez prądu nic nie działa",
                             "+1, en tant que trésorier je suis content.",
                             "+1, Punkt 3 gefällt mir besonders.",
                             "+1, le point 2 me plaît beaucoup.",
                             "+1, the old chairs fall apart.",
                             "+1, vice versa",
                             "+1, debe hacerse"});
}

TEST(NoLimits, BelongToAgreementAlone) {
    expect_counted("disagree",
                   {"-1, nur zehn Leute kommen", "-1, bis jetzt hat sich keiner beschwert", "-1, только проблемы",
                    "-1，只有问题", "-1, tant que le toit fuit", "-1\nTant que le toit fuit.",
                    "-1, dopóki dach cieknie", "-1, dokud střecha teče", "Jeg er imod, så længe taget er utæt."});
    expect_counted("abstain", {"0, nur zehn Leute kommen"});
}

TEST(NoLimits, AGoodbyeNamesADay) {
    expect_counted("agree", {"+1, bis morgen", "+1, bis Montag", "+1, hasta mañana", "+1, hasta el lunes",
                             "+1, fino a domani", "+1, até amanhã", "+1, tot maandag", "+1, do jutra",
                             "+1, до завтра", "+1, пока!", "+1, yarına kadar", "+1, bis Freitag"});
}

TEST(NoLimits, UntilNowItWasOtherwise) {
    expect_counted("agree",
                   {"+1, bis jetzt war ich skeptisch, aber das überzeugt mich",
                    "+1, hasta ahora era escéptico, pero me convenció", "+1, até agora era cético",
                    "+1, tot nu toe ging het goed", "+1, indtil nu var jeg imod", "+1, inntil nå var jeg imot",
                    "+1, до сих пор сомневался, но убедили", "賛成です、今までありがとう", "賛成です、今まで"});
}

TEST(NoLimits, AtMostNeedsANumberAndNoVerb) {
    expect_counted("agree", {"+1, thanks to Max", "+1, as Max told us", "+1, maximum respect",
                             "+1, it takes at most ten minutes", "+1, das dauert höchstens zehn Minuten",
                             "+1, maximum benefit, little cost", "+1, Max and two others agree",
                             "+1, dura al massimo dieci minuti"});
}

TEST(NoLimits, WithoutMannerOrReasonIsNoLimit) {
    expect_counted("agree", {"+1, without thinking twice",
                             "+1, without a second thought",
                             "+1, without exaggeration",
                             "+1, ohne zu überlegen",
                             "+1, ohne Spaß",
                             "+1, ohne Worte",
                             "+1, sans réfléchir",
                             "+1, sans exagérer",
                             "+1, sin exagerar",
                             "+1, sin prisa",
                             "+1, senza fretta",
                             "+1, sem pressa",
                             "+1, zonder nadenken",
                             "+1, utan överdrift",
                             "+1, bez przesady",
                             "+1, без спешки",
                             "+1, ohne Heizung geht es nicht",
                             "+1, sans chaises personne ne viendra",
                             "+1, sin sillas no viene nadie",
                             "+1, utan stolar kommer ingen",
                             "+1, bez krzeseł nikt nie przyjdzie",
                             "+1, без стульев никто не придёт",
                             "+1, I can't live without them",
                             "+1, senza sedie non viene nessuno",
                             "+1, sin pensarlo dos veces",
                             "+1, ohne lange nachzudenken"});
}

TEST(NoLimits, OnlyPraiseIsNoLimit) {
    expect_counted("agree",
                   {"+1, nur ein Wort: super", "+1, nur fair", "+1, nur logisch", "+1, solo cosas buenas que decir",
                    "+1, solo complimenti", "+1, só elogios", "+1, só tenho a agradecer", "+1, alleen lof",
                    "+1, alleen al vanwege de prijs", "+1, endast beröm", "+1, kun ros", "+1, tylko zalety",
                    "+1, jen výhody", "+1, только плюсы", "+1, uniquement du bonheur", "+1, nur Gutes gehört",
                    "+1, nur Mut", "+1, solo digo gracias", "+1，只想说谢谢"});
}

TEST(NoLimits, TurkishEndingsInOtherWords) {
    expect_counted(
        "agree", {"+1, debería repetirse", "+1, va a discutirse", "+1, a las quince", "+1, nobody is averse",
                  "+1, thanks Quince", "+1, yeterince bekledik", "+1, öğrenince sevindim", "+1, çok ince bir düşünce",
                  "+1, geçen sefer iyi geçti", "+1, bu değişikliklerle mükemmel", "Evet, çok ince bir düşünce",
                  "Evet, bu değişikliklerle mükemmel"});
}

TEST(NoLimits, ChangesThatAreThere) {
    expect_counted("agree",
                   {"+1 with our changes", "+1 with recent changes", "+1 with no edits", "+1 mit euren Änderungen",
                    "+1 avec vos changements", "+1 con tus cambios", "+1 с твоими изменениями"});
}

TEST(NoLimits, EasternWordsThatEndAlike) {
    expect_counted("agree", {"同意，适合户外", "同意，适合室外", "賛成です、屋外", "同意，郊外", "賛成です、内外",
                             "賛成です、午後", "賛成です、放課後", "同意，谢谢大家的话", "同意，尤其是第二点",
                             "賛成です、特に第二項"});
}

TEST(NoLimits, ExclusiveIsPraise) {
    expect_counted("agree", {"+1, very exclusive", "+1, c'est exclusif", "+1, muy exclusivo", "+1, molto esclusivo",
                             "+1, heel exclusief"});
}

TEST(NoLimits, TheSameWordsInAnotherSense) {
    expect_counted("agree", {"+1, mientras antes mejor",
                             "+1, mientras tanto seguimos de pie",
                             "+1, enquanto sócio",
                             "+1, tant que j'y suis, merci",
                             "+1, så længe jeg husker har de været dårlige",
                             "+1, en attendant, merci",
                             "+1, hasta los niños lo piden",
                             "+1, até as crianças",
                             "+1, até que enfim",
                             "+1, una volta per tutte",
                             "+1, aż miło",
                             "+1, en cas de problème je suis là",
                             "+1, v případě problémů pomůžu",
                             "+1, в случае проблем помогу",
                             "+1, bis ins Detail durchdacht",
                             "+1, до слёз",
                             "+1, wobei ich es lieber früher gehabt hätte",
                             "+1, angenommen hatte ich das schon länger",
                             "+1, tylko pogratulować",
                             "+1, только рад",
                             "+1, até sexta",
                             "+1, пока не поздно"});
}

TEST(NoLimits, OpeningsAndReasonsWithPartsAndTimes) {
    expect_counted("agree",
                   {"So far, so good: +1", "In general, great: +1", "This time, +1", "Maximum respect to Ben, +1",
                    "+1, on the second half I laughed", "+1, for half a year we waited"});
}

TEST(NoLimits, BesideThoseOfAnotherSenseStillLimit) {
    expect_asked({"+1, bis Mai",
                  "+1, hasta junio",
                  "+1 ohne Stuhl",
                  "+1, aber ohne Stühle",
                  "+1 sans chaises",
                  "+1, nur die Stühle",
                  "+1, solo las sillas",
                  "+1, только стулья",
                  "+1, max two chairs",
                  "+1, max 80",
                  "+1, two chairs max",
                  "+1, we buy at most two chairs",
                  "+1, bis ins Frühjahr",
                  "+1, até eu voltar",
                  "+1 without the second chair",
                  "+1, but at most two chairs",
                  "Akkoord, exclusief stoelen",
                  "+1 chairs",
                  "+1 Leute",
                  "+1 with three edits",
                  "+1 to the second half",
                  "同意，椅子除外",
                  "賛成です、椅子以外",
                  "+1, Tom isterse",
                  "+1, çatı bitince",
                  "Only if Tom pays: +1",
                  "For this year: +1"});
}

}  // namespace
}  // namespace assentd
