// SPDX-License-Identifier: Apache-2.0
// What an agreement is said to hold until, meanwhile or only for, right behind it, as reading copies
// (parsers/fold.h). Data only; parsers/votes/vote_restrictions says where each is looked for.
#pragma once

#include <array>

#include "parsers/votes/vote_qualifiers.h"

namespace assentd::words {

// An agreement followed at once by one of these and a time, a thing or a clause holds only so.
inline constexpr Qualifier restricting_words[] = {
    {"German", "bis", "+1, bis wir was Besseres finden"},
    {"French", "jusqu'à", "+1 jusqu'à ce qu'on trouve mieux"},
    {"French", "jusqu'au", "+1 jusqu'au printemps"},
    {"French", "jusqu'en", "+1 jusqu'en mai"},
    {"French", "en attendant", "+1 en attendant mieux"},
    {"French", "en cas", "+1 en cas d'accord de Ben"},
    {"Spanish", "mientras", "De acuerdo, mientras Ben ayude"},
    {"Spanish", "en tanto", "+1 en tanto Ben pague"},
    {"Spanish", "hasta", "+1, hasta que encontremos algo mejor"},
    {"Italian", "finché", "D'accordo, finché Ben aiuta"},
    {"Italian", "fino a", "+1 fino a primavera"},
    {"Italian", "una volta", "+1 una volta riparato il tetto"},
    {"Portuguese", "enquanto", "Concordo, enquanto o Ben ajudar"},
    {"Portuguese", "até", "Concordo, até encontrarmos melhor"},
    {"Dutch", "tot", "Akkoord, tot we iets beters vinden"},
    {"Dutch", "na de", "Akkoord na de controle"},
    {"Dutch", "na het", "Akkoord na het overleg"},
    {"Dutch", "na een", "Akkoord na een controle"},
    {"Dutch", "na goedkeuring", "Akkoord na goedkeuring door Ben"},
    {"Dutch", "na overleg", "Akkoord na overleg met Ben"},
    {"Swedish", "tills", "+1 tills vi hittar något bättre"},
    {"Danish", "indtil", "+1 indtil vi finder noget bedre"},
    {"Norwegian", "inntil", "+1 inntil vi finner noe bedre"},
    {"Norwegian", "til vi", "+1 til vi finner noe bedre"},
    {"Norwegian", "til det", "+1 til det er reparert"},
    {"Polish", "póki", "+1 póki Ben pomaga"},
    {"Polish", "aż", "+1 aż znajdziemy coś lepszego"},
    {"Polish", "do czasu", "+1 do czasu naprawy"},
    {"Czech", "než", "+1 než najdeme něco lepšího"},
    {"Russian", "пока", "Согласен, пока Бен помогает"},
    {"Russian", "до", "+1 до весны"},
};
// Of the same words, but a goodbye, a cheer or another sense: "+1, bis bald!", "+1, una volta per tutte"
inline constexpr std::array no_restrictions{"bis bald",
                                            "bis dann",
                                            "bis später",
                                            "bis gleich",
                                            "bis nachher",
                                            "bis die tage",
                                            "bis denn",
                                            "bis ins detail",
                                            "bis ins kleinste",
                                            "bis ins letzte",
                                            "hasta luego",
                                            "hasta pronto",
                                            "hasta la vista",
                                            "hasta la próxima",
                                            "hasta que por fin",
                                            "hasta los niños",
                                            "hasta yo",
                                            "até logo",
                                            "até já",
                                            "até breve",
                                            "até à próxima",
                                            "até que enfim",
                                            "até as crianças",
                                            "tot ziens",
                                            "tot snel",
                                            "tot gauw",
                                            "tot dan",
                                            "tot later",
                                            "tot straks",
                                            "tot horens",
                                            "tot in de puntjes",
                                            "до встречи",
                                            "до свидания",
                                            "до скорого",
                                            "до слёз",
                                            "до слез",
                                            "до сих пор",
                                            "mientras antes",
                                            "mientras más",
                                            "mientras tanto",
                                            "en tanto que socio",
                                            "en tanto que socia",
                                            "enquanto isso",
                                            "enquanto sócio",
                                            "enquanto sócia",
                                            "enquanto membro",
                                            "enquanto tesoureiro",
                                            "enquanto tesoureira",
                                            "una volta per",
                                            "una volta tanto",
                                            "aż miło",
                                            "aż się",
                                            "en attendant depuis",
                                            "finché c'è vita",
                                            "tot mijn vreugde",
                                            "tot mijn spijt",
                                            "jen do toho",
                                            "пока не поздно",
                                            "только рад",
                                            "только рада",
                                            "только за",
                                            "лишь за"};
// Behind such a word, an article between or not: the next meeting, or what was until now. "+1, bis Montag!",
// "+1, hasta ahora era escéptico, pero me convenció"
inline constexpr std::array days_at_hand{
    "morgen",   "montag",       "dienstag", "mittwoch",  "donnerstag", "freitag",   "samstag",  "sonnabend",
    "sonntag",  "jetzt",        "heute",    "demain",    "lundi",      "mardi",     "mercredi", "jeudi",
    "vendredi", "samedi",       "dimanche", "présent",   "maintenant", "ici",       "mañana",   "lunes",
    "martes",   "miércoles",    "jueves",   "viernes",   "sábado",     "domingo",   "ahora",    "hoy",
    "domani",   "lunedì",       "martedì",  "mercoledì", "giovedì",    "venerdì",   "sabato",   "domenica",
    "ora",      "adesso",       "oggi",     "amanhã",    "agora",      "terça",     "quarta",   "quinta",
    "sexta",    "hoje",         "maandag",  "dinsdag",   "woensdag",   "donderdag", "vrijdag",  "zaterdag",
    "zondag",   "nu",           "vandaag",  "måndag",    "tisdag",     "onsdag",    "torsdag",  "fredag",
    "lördag",   "söndag",       "imorgon",  "mandag",    "tirsdag",    "lørdag",    "søndag",   "nå",
    "завтра",   "понедельника", "вторника", "среды",     "четверга",   "пятницы",   "субботы",  "воскресенья",
    "сегодня"};
inline constexpr std::array articles_of_days{"el", "la", "il", "de", "den", "zum", "i", "ao", "à"};

// An agreement followed at once by one of these holds only for what a word of `only_for` begins; in a language that
// needs no such word, for the one word behind it.
inline constexpr Qualifier only_words[] = {
    {"German", "nur", "+1, nur bei Regen"},
    {"French", "uniquement", "+1 uniquement pour Ben"},
    {"Spanish", "solo", "+1 solo las sillas"},
    {"Spanish", "sólo", "+1 sólo las sillas"},
    {"Italian", "solo", "+1 solo le sedie"},
    {"Italian", "soltanto", "+1 soltanto le sedie"},
    {"Portuguese", "só", "+1 só as cadeiras"},
    {"Portuguese", "somente", "+1 somente as cadeiras"},
    {"Portuguese", "apenas", "+1 apenas as cadeiras"},
    {"Dutch", "alleen", "Akkoord, alleen de stoelen"},
    {"Dutch", "slechts", "Akkoord, slechts de stoelen"},
    {"Dutch", "enkel", "Akkoord, enkel de stoelen"},
    {"Swedish", "endast", "+1 endast stolarna"},
    {"Danish", "kun", "+1 kun stolene"},
    {"Polish", "tylko", "+1 tylko krzesła"},
    {"Polish", "wyłącznie", "+1 wyłącznie krzesła"},
    {"Czech", "jen", "+1 jen židle"},
    {"Czech", "pouze", "+1 pouze židle"},
    {"Russian", "только", "+1 только стулья"},
    {"Russian", "лишь", "+1 лишь временно"},
    {"Turkish", "sadece", "+1 sadece sandalyeler"},
    {"Turkish", "yalnızca", "+1 yalnızca sandalyeler"},
    {"Chinese", "只", "同意，只同意第二点"},
    {"Chinese", "仅", "同意，仅第一部分"},
};
// A condition word, a preposition, a number or an article. Not "nur so", "nur fair"
inline constexpr std::array only_for{
    "wenn",  "falls",  "sofern", "für",    "bei",        "mit",    "ohne",   "im",     "am",    "in",    "an",
    "auf",   "nach",   "unter",  "vor",    "dieses",     "diese",  "dieser", "diesen", "das",   "die",   "der",
    "den",   "dem",    "ein",    "eine",   "einen",      "einer",  "zwei",   "drei",   "zehn",  "si",    "pour",
    "avec",  "sans",   "le",     "la",     "les",        "cette",  "ce",     "ces",    "un",    "une",   "deux",
    "trois", "s'il",   "para",   "por",    "con",        "sin",    "hasta",  "en",     "el",    "los",   "las",
    "este",  "esta",   "una",    "dos",    "tres",       "cuando", "se",     "per",    "senza", "il",    "lo",
    "i",     "gli",    "questo", "questa", "quest'anno", "due",    "tre",    "quando", "com",   "sem",   "até",
    "o",     "a",      "os",     "as",     "um",         "uma",    "dois",   "duas",   "três",  "no",    "na",
    "em",    "als",    "voor",   "met",    "zonder",     "tot",    "de",     "het",    "deze",  "dit",   "een",
    "twee",  "drie",   "op",     "bij",    "om",         "för",    "med",    "utan",   "till",  "på",    "det",
    "denna", "detta",  "ett",    "två",    "hvis",       "for",    "til",    "dette",  "denne", "to",    "når",
    "jeśli", "jeżeli", "gdy",    "dla",    "do",         "w",      "z",      "bez",    "pod",   "przy",  "po",
    "ten",   "ta",     "te",     "tę",     "jeden",      "jedną",  "jedno",  "dwa",    "dwie",  "trzy",  "pokud",
    "když",  "jestli", "pro",    "v",      "s",          "za",     "při",    "tu",     "ty",    "tento", "jednu",
    "dva",   "dvě",    "tři",    "если",   "для",        "до",     "на",     "в",      "с",     "без",   "при",
    "по",    "этот",   "эта",    "эти",    "один",       "одну",   "два",    "две",    "три",   "когда", "eğer",
    "bir",   "bu",     "iki"};
// The languages whose nouns need none before them, or bend instead, and how they bend.
inline constexpr std::array bare_languages{"Polish", "Czech", "Russian", "Turkish"};
inline constexpr std::array infinitive_endings{"ć", "ть"};  // "tylko pogratulować"
inline constexpr std::array definite_endings{"arna", "orna", "erna", "ene", "erne"};
// Stems of praise, which limits nothing: "+1, только плюсы", "+1, solo le cose migliori"
inline constexpr std::array only_praise{
    "best",   "gut",   "schön", "lob",   "bon",   "meilleur", "mejor", "buen",    "miglior", "buon",
    "melhor", "bom",   "boa",   "goede", "bäst",  "bedste",   "zalet", "plus",    "korzyś",  "pochwał",
    "dobr",   "super", "výhod", "klad",  "chvál", "pozitiv",  "плюс",  "преимущ", "хорош",   "похвал",
    "польз",  "добр",  "iyi",   "güzel", "övgü",  "teşekkür", "artı"};
// What a Chinese "only" is followed by there.
inline constexpr std::array only_for_in_chinese{"同意", "赞成", "支持", "限", "第", "在", "今", "对",
                                                "到",   "用",   "这",   "一", "两", "三", "椅"};
// "solo para decir gracias": what is only said.
inline constexpr std::array only_said{"para decir",  "para dar",       "per dire",  "per ringraziare",
                                      "para dizer",  "para agradecer", "pour dire", "om te zeggen",
                                      "for at sige", "för att säga"};

}  // namespace assentd::words
