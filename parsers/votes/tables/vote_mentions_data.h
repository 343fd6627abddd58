// SPDX-License-Identifier: Apache-2.0
// The words around a value that show that it is only mentioned, as reading copies (parsers/fold.h). Data only;
// parsers/votes/vote_mentions says what for.
#pragma once

#include <array>

namespace assentd::words {

// "On behalf of Ben: +1", "+1 on behalf of Ben"
inline constexpr std::array on_behalf{"on behalf of", "in the name of", "im namen von", "im auftrag von",
                                      "au nom de",    "de la part de",  "en nombre de", "de parte de",
                                      "a nome di",    "per conto di",   "em nome de",   "da parte de",
                                      "namens",       "på vegne av",    "på vegne af",  "för räkning",
                                      "w imieniu",    "jménem",         "от имени",     "adına"};

// Beside a thumb: words that like the proposal. A thumb beside others may thank, or say that a mail has come.
inline constexpr std::array liking{
    "we need",   "we want", "needed",  "ready to go", "good to go", "schöne",        "schönes",    "gutes",
    "idee",      "idea",    "idée",    "good",        "great",      "nice",          "love",       "like",
    "fine",      "ok",      "okay",    "perfect",     "perfectly",  "excellent",     "awesome",    "brilliant",
    "well done", "cool",    "super",   "sounds",      "looks",      "agree",         "agreed",     "yes",
    "yep",       "yeah",    "support", "works",       "approve",    "approved",      "for me",     "from me",
    "go for it", "do it",   "happy",   "wonderful",   "fantastic",  "amazing",       "lovely",     "in favour",
    "in favor",  "vote",    "so",      "i'm",         "gut",        "gute",          "guter",      "toll",
    "tolle",     "schön",   "prima",   "klasse",      "top",        "einverstanden", "ja",         "dafür",
    "gefällt",   "bien",    "bon",     "bonne",       "génial",     "parfait",       "oui",        "d'accord",
    "bravo",     "bueno",   "buena",   "genial",      "sí",         "me gusta",      "de acuerdo", "bello",
    "bella",     "buona",   "ottimo",  "ottima",      "sì",         "mi piace",      "bom",        "boa",
    "ótimo",     "ótima",   "sim",     "gosto",       "goed",       "mooi",          "leuk",       "akkoord",
    "bra",       "fint",    "god",     "godt",        "flott",      "dobry",         "dobra",      "dobrze",
    "świetnie",  "świetny", "tak",     "zgoda",       "dobrý",      "dobré",         "skvělé",     "souhlasím",
    "ano",       "хорошо",  "отлично", "да",          "согласен",   "согласна",      "güzel",      "iyi",
    "harika",    "evet",    "好",      "棒",          "赞",         "同意",          "支持",       "賛成",
    "いい",      "良い"};
// At the start of a sentence with a thumb: what somebody will do, which is no answer yet.
inline constexpr std::array plans{"will",          "i'll",       "i will",     "see you",  "ich werde",
                                  "werde",         "bis",        "je vais",    "à",        "hasta",
                                  "nos vemos",     "ci vediamo", "até",        "tot",      "vi ses",
                                  "do zobaczenia", "uvidíme se", "до встречи", "görüşürüz"};

// Before two values: "torn between +1 and -1"
inline constexpr std::array betweens{"between", "zwischen", "entre",  "tra",      "tussen", "mellan",
                                     "mellem",  "mellom",   "między", "pomiędzy", "mezi",   "между"};

// What begins words that tell others how to vote: "To agree, write +1", "Stimmt alle mit +1"
inline constexpr std::array instructions{"please vote",
                                         "please all",
                                         "please write",
                                         "please answer",
                                         "please reply",
                                         "please respond",
                                         "you should",
                                         "you can",
                                         "you could",
                                         "you may",
                                         "you must",
                                         "you need to",
                                         "you have to",
                                         "you might",
                                         "to agree",
                                         "to approve",
                                         "to vote",
                                         "to support",
                                         "to object",
                                         "to abstain",
                                         "write",
                                         "type",
                                         "reply with",
                                         "answer with",
                                         "respond with",
                                         "stimmt",
                                         "stimmen sie",
                                         "bitte stimmt",
                                         "bitte stimmen sie",
                                         "bitte antwortet",
                                         "schreibt",
                                         "schreiben sie",
                                         "votez",
                                         "veuillez",
                                         "écrivez",
                                         "répondez",
                                         "votad",
                                         "voten",
                                         "escribid",
                                         "escriban",
                                         "votate",
                                         "scrivete",
                                         "votem",
                                         "escrevam",
                                         "stem",
                                         "schrijf",
                                         "rösta",
                                         "skriv",
                                         "stem",
                                         "głosujcie",
                                         "napiszcie",
                                         "hlasujte",
                                         "napište",
                                         "голосуйте",
                                         "пишите",
                                         "请投",
                                         "請投"};
// The same in the midst of them, unless they are the sender's: "Ben should vote -1"
inline constexpr std::array obligations{
    "should",  "must",    "ought to", "has to",  "needs to", "shall",  "soll",    "sollen", "sollte", "sollten",
    "muss",    "müssen",  "doit",     "devrait", "doivent",  "debe",   "debería", "deben",  "deve",   "dovrebbe",
    "devono",  "deveria", "devem",    "moet",    "moeten",   "bör",    "skal",    "ska",    "bør",    "powinien",
    "powinna", "powinni", "má",       "měl by",  "měla by",  "должен", "должна",  "должны"};

// "Everybody here is +1"
inline constexpr std::array other_voters{
    "everybody",   "everyone",    "the others",   "others",        "the team",     "my team",       "our team",
    "the board",   "the group",   "the council",  "the committee", "they",         "all of them",   "most of them",
    "most people", "die anderen", "alle anderen", "das team",      "der vorstand", "tout le monde", "les autres",
    "l'équipe",    "los demás",   "los otros",    "el equipo",     "tutti",        "gli altri",     "os outros",
    "a equipa",    "iedereen",    "de anderen",   "het team",      "de andra",     "de andre",      "wszyscy",
    "inni",        "všichni",     "ostatní",      "остальные",     "herkes",       "diğerleri"};
// "Like everyone else: +1": whoever joins them votes.
inline constexpr std::array joining_them{"as",   "like", "same",  "with", "and", "wie", "comme",
                                         "como", "come", "zoals", "som",  "jak", "как", "gibi"};

// "Last year's vote: +1", "we voted +1 last year"
inline constexpr std::array past_times{
    "last year",      "last month",    "last week",      "last time",      "last vote",
    "previous vote",  "the last vote", "yesterday",      "letztes jahr",   "letztes mal",
    "letzten monat",  "letzte woche",  "gestern",        "l'an dernier",   "la dernière fois",
    "hier",           "el año pasado", "la última vez",  "ayer",           "l'anno scorso",
    "l'ultima volta", "ieri",          "o ano passado",  "no ano passado", "da última vez",
    "ontem",          "vorig jaar",    "de vorige keer", "gisteren",       "i fjol",
    "förra året",     "förra gången",  "igår",           "i går",          "sidste år",
    "sidste gang",    "i fjor",        "sist gang",      "w zeszłym roku", "ostatnim razem",
    "wczoraj",        "loni",          "minule",         "včera",          "в прошлом году",
    "в прошлый раз",  "вчера",         "geçen yıl",      "geçen sefer",    "dün"};
inline constexpr std::array voted{"voted",   "stimmten", "stimmte",      "gestimmt",  "voté",       "votaron",
                                  "votamos", "votato",   "votaram",      "stemden",   "stemde",     "gestemd",
                                  "röstade", "stemte",   "głosowaliśmy", "hlasovali", "голосовали", "oy verdik"};

}  // namespace assentd::words
