// SPDX-License-Identifier: Apache-2.0
// Questions and headings that a vote word may belong to, as reading copies (parsers/fold.h). Data only;
// parsers/vote_neighbours says what for.
#pragma once

#include <array>

namespace assentd::words {

// In a question: whoever says yes to it votes.
inline constexpr std::array agreement_questions{
    "do you think", "do you want", "meint ihr",    "denkt ihr",     "wollt ihr",     "pensez",     "os parece",
    "les parece",   "ne pensate",  "acham",        "vinden jullie", "tycker ni",     "synes i",    "synes dere",
    "sądzicie",     "myslíte",     "думаете",      "agree",         "agreed",        "approve",    "support",
    "in favour",    "in favor",    "ok with",      "okay with",     "fine with",     "happy with", "accept",
    "shall we",     "should we",   "do we want",   "can we",        "could we",      "vote",       "your answer",
    "adopt",        "go ahead",    "the proposal", "i support",     "einverstanden", "stimmt",     "zustimmen",
    "dafür",        "sollen wir",  "wollen wir",   "können wir",    "d'accord",      "approuvez",  "on y va",
    "de acuerdo",   "a favor",     "aprobamos",    "aprobáis",      "d'accordo",     "a favore",   "approviamo",
    "de acordo",    "concordam",   "concorda",     "akkoord",       "eens",          "zullen we",  "överens",
    "godkänner",    "ska vi",      "enig",         "enige",         "skal vi",       "zgadzacie",  "zgoda",
    "souhlasíte",   "согласны",    "согласен",     "katılıyor",     "onaylıyor",     "同意",       "賛成"};
// In a question: whoever says yes to it is against.
inline constexpr std::array objection_questions{
    "object",       "objects",   "objection",    "objections", "against", "oppose",    "opposed",  "concern",
    "concerns",     "veto",      "dagegen",      "einwände",   "einwand", "bedenken",  "contre",   "objection",
    "en contra",    "contrario", "contrari",     "contra",     "tegen",   "bezwaar",   "bezwaren", "emot",
    "invändningar", "imod",      "indvendinger", "mot",        "przeciw", "przeciwko", "proti",    "против",
    "возражает",    "karşı",     "反对",         "異議"};
// In a question: it is asked of people, and mostly not whether they agree.
inline constexpr std::array asked_of_people{
    "you",    "anybody",   "anyone", "somebody", "someone",  "du",   "ihr",   "sie",    "jemand",     "vous",
    "tu",     "quelqu'un", "usted",  "alguien",  "qualcuno", "voi",  "você",  "alguém", "jij",        "jullie",
    "iemand", "ni",        "någon",  "nogen",    "noen",     "ktoś", "někdo", "кто-то", "кто-нибудь", "birisi"};

// Above a paragraph or a list: what it is about.
inline constexpr std::array heading_words{
    "support",   "consent",    "neutral",    "block",     "blocking",   "opposition", "opposed",    "against",
    "objection", "objections", "object",     "veto",      "abstention", "in favour",  "in favor",   "zustimmung",
    "ablehnung", "enthaltung", "einwand",    "dafür",     "dagegen",    "pro",        "contra",     "kontra",
    "pour",      "contre",     "abstention", "a favor",   "en contra",  "abstención", "a favore",   "contrario",
    "contro",    "astensione", "contra",     "abstenção", "voor",       "tegen",      "onthouding", "emot",
    "imod",      "mot",        "przeciw",    "proti",     "за",         "против",     "支持",       "反对",
    "弃权",      "賛成",       "反対",       "棄権"};

}  // namespace assentd::words
