// SPDX-License-Identifier: Apache-2.0
// What stands behind "yes" and "no" and shows what they answer, as reading copies (parsers/fold.h). Data only.
#pragma once

#include <array>
#include <string_view>

namespace assentd::words {

// Words that answer, and go on behind a comma: what they answer is not always the proposal.
inline constexpr std::array yes_and_no{"ja",  "nein", "oui",  "non",   "sí",  "sì",  "si",   "sim",
                                       "não", "nee",  "nej",  "nei",   "tak", "nie", "ano",  "ne",
                                       "да",  "нет",  "evet", "hayır", "是",  "不",  "はい", "いいえ"};

// Behind "yes" and "no": these make an idiom of it, not a vote.
inline constexpr std::array no_idioms{
    "problem", "problems", "worries",   "idea",     "comment", "comments", "changes",    "change",   "preference",
    "doubt",   "rush",     "hurry",     "need",     "news",    "longer",   "one",        "matter",   "more",
    "reason",  "reply",    "answer",    "response", "vote",    "votes",    "clue",       "thanks",   "updates",
    "update",  "question", "questions", "issue",    "issues",  "wonder",   "biggie",     "pressure", "such",
    "further", "other",    "blockers",  "blocker",  "strong",  "change,",  "difference", "time",     "big",
    "offence", "offense",  "surprise",  "where",
};

// Behind "yes," and "no,": the rest is about the proposal itself.
inline constexpr std::array answer_tails{
    "i agree",       "let's",         "lets",           "please",        "go",
    "do it",         "ship",          "i support",      "from me",       "for me",
    "to me",         "this is",       "sounds",         "looks",         "approved",
    "absolutely",    "definitely",    "of course",      "it's good",     "good",
    "great",         "fine",          "thanks",         "thank",         "to this",
    "to all",        "for sure",      "i approve",      "i vote",        "i'm in favour",
    "i'm in favor",  "from my side",  "i am in favour", "i am in favor", "i object",
    "i disagree",    "i'm against",   "i am against",   "i don't agree", "i do not agree",
    "not like this", "i fully",       "i strongly",     "i totally",     "i like",
    "i'm fine",      "i'm ok",        "i'm happy",      "works",         "count me in",
    "why not",       "with pleasure", "gladly",         "all good",      "no objection",
    "no objections", "i'm on board",  "det er for",     "det är för",    "dat is te",
    "het is te",     "to jest za",
};

// Behind "yes," and "no,": somebody speaks of themselves or others, which answers somebody's question.
inline constexpr std::array pronouns{
    "i",    "we",       "you", "he", "she", "they", "that", "it's", "there", "not yet", "because", "my",   "our",
    "your", "ich",      "wir", "er", "sie", "ihr",  "mein", "je",   "j'",    "nous",    "tu",      "vous", "elle",
    "yo",   "nosotros", "mi",  "io", "noi", "ho",   "l'ho", "eu",   "nós",   "meu",     "ik",      "wij",  "jij",
    "hij",  "jag",      "vi",  "du", "han", "hon",  "jeg",  "hun",  "ja",    "my",      "ty",      "já",   "я",
    "мы",   "ты",       "вы",  "он", "она", "ben",  "biz",  "sen",  "siz",
};

// Behind "yes," and "no,": "it's too dear" judges the proposal, where one of the degrees follows soon.
inline constexpr std::array judgements{
    "it's",      "it is",     "that's",   "that is",    "this is",   "this would", "that would", "it would",
    "i find",    "i think",   "too",      "das ist",    "es ist",    "das wäre",   "es wäre",    "dies ist",
    "ich finde", "zu",        "c'est",    "ce serait",  "cela",      "je trouve",  "trop",       "es",
    "esto es",   "eso es",    "sería",    "resulta",    "me parece", "demasiado",  "è",          "sarebbe",
    "questo è",  "mi sembra", "lo trovo", "troppo",     "é",         "isso é",     "isto é",     "seria",
    "fica",      "acho",      "muito",    "dat is",     "het is",    "dit is",     "dat zou",    "ik vind",
    "te",        "det är",    "det vore", "jag tycker", "det er",    "det ville",  "jeg synes",  "jeg syns",
    "to jest",   "to",        "jest",     "uważam",     "zbyt",      "to je",      "je to",      "to by",
    "příliš",    "это",       "по-моему", "слишком",    "bu",        "bence",      "çok",        "fiyatı",
};
inline constexpr std::array degrees{"too", "zu",      "viel zu", "trop",   "troppo",  "demasiado", "demasiada",
                                    "muy", "muito",   "muita",   "demais", "alt for", "zbyt",      "příliš",
                                    "moc", "слишком", "очень",   "çok",    "fazla"};

// Not now, whatever it is that was asked.
inline constexpr std::array not_yet{"not yet",    "noch nicht", "pas encore", "todavía", "aún",       "ancora no",
                                    "non ancora", "ainda",      "nog niet",   "inte än", "inte ännu", "ikke endnu",
                                    "ikke ennå",  "jeszcze",    "ještě",      "ещё",     "еще",       "henüz",
                                    "还没",       "還沒",       "まだ"};

// Mail was read, seen, got: "Yes, read it" answers whether it was.
inline constexpr std::array seen{
    "read",         "saw",          "seen",      "got",       "received",   "noted",      "understood",
    "gelesen",      "gesehen",      "erhalten",  "bekommen",  "verstanden", "angekommen", "lu",
    "vu",           "reçu",         "compris",   "bien reçu", "leí",        "leído",      "visto",
    "vi",           "recibí",       "recibido",  "entendido", "letto",      "ricevuto",   "capito",
    "li",           "lido",         "recebi",    "recebido",  "entendi",    "gelezen",    "gezien",
    "ontvangen",    "begrepen",     "läst",      "sett",      "fått",       "mottagit",   "læst",
    "set",          "fået",         "modtaget",  "lest",      "mottatt",    "czytałem",   "czytałam",
    "przeczytałem", "przeczytałam", "widziałem", "widziałam", "dostałem",   "dostałam",   "otrzymałem",
    "otrzymałam",   "četl",         "četla",     "viděl",     "viděla",     "dostal",     "dostala",
    "читал",        "читала",       "прочитал",  "прочитала", "видел",      "видела",     "получил",
    "получила",     "понял",        "поняла",    "okudum",    "gördüm",     "aldım",      "anladım",
    "看了",         "看过",         "收到",      "知道了",    "読みました", "見ました",   "受け取り",
    "拝見",         "確認しました",
};

// Behind "no,": "No, Ben is not here", "No, no lo he visto".
inline constexpr std::array denials{"not", "isn't", "wasn't", "doesn't", "didn't", "nicht", "kein", "keine",
                                    "pas", "non",   "no",     "não",     "niet",   "geen",  "inte", "ikke",
                                    "nie", "nem",   "не",     "нет",     "değil",  "yok"};
// Of these, the ones that deny what they stand before: "No, not this year".
inline constexpr std::array near_denials{"not", "nicht", "kein", "keine", "pas", "niet", "geen", "inte", "ikke"};

// What was, and when or where: "No, that was last year", "Yes, on page three".
inline constexpr std::array told{
    "was",           "were",         "came",           "went",
    "told",          "asked",        "said",           "had",
    "did",           "been",         "never",          "last year",
    "yesterday",     "page",         "monday",         "tuesday",
    "wednesday",     "thursday",     "friday",         "saturday",
    "sunday",        "war",          "waren",          "habe",
    "haben",         "hat",          "hatte",          "hatten",
    "kam",           "siehe",        "letztes jahr",   "gestern",
    "seite",         "montag",       "dienstag",       "mittwoch",
    "donnerstag",    "freitag",      "samstag",        "sonntag",
    "était",         "étaient",      "c'était",        "voir",
    "l'an dernier",  "hier",         "lundi",          "mardi",
    "mercredi",      "jeudi",        "vendredi",       "fue",
    "fueron",        "era",          "eran",           "estaba",
    "el año pasado", "ayer",         "página",         "lunes",
    "martes",        "miércoles",    "jueves",         "viernes",
    "è stato",       "è stata",      "erano",          "l'anno scorso",
    "ieri",          "pagina",       "lunedì",         "martedì",
    "mercoledì",     "giovedì",      "venerdì",        "foi",
    "estava",        "ano passado",  "ontem",          "segunda-feira",
    "terça-feira",   "quarta-feira", "quinta-feira",   "sexta-feira",
    "heb",           "hebben",       "heeft",          "kwam",
    "vorig jaar",    "gisteren",     "maandag",        "dinsdag",
    "woensdag",      "donderdag",    "vrijdag",        "var",
    "fick",          "kom",          "i fjol",         "igår",
    "i går",         "sidan",        "måndag",         "tisdag",
    "onsdag",        "torsdag",      "fredag",         "fik",
    "fikk",          "sidste år",    "i fjor",         "mandag",
    "tirsdag",       "był",          "była",           "było",
    "byłem",         "byłam",        "w zeszłym roku", "wczoraj",
    "poniedziałek",  "wtorek",       "środę",          "czwartek",
    "piątek",        "byl",          "byla",           "bylo",
    "loni",          "včera",        "pondělí",        "úterý",
    "středu",        "čtvrtek",      "pátek",          "был",
    "была",          "было",         "были",           "в прошлом году",
    "вчера",         "понедельник",  "вторник",        "среду",
    "четверг",       "пятницу",      "geçen yıl",      "dün",
    "sayfa",         "pazartesi",    "salı",           "çarşamba",
    "perşembe",      "cuma",         "去年",           "昨天",
    "でした",        "ました",       "昨日",
};

// Behind a word of agreement that leads: it goes on about the proposal. "Approve button" does not.
inline constexpr std::array goes_on_with{
    "with",
    "to",
    "on",
    "that",
    "this",
    "the",
    "it",
    "all",
    "and",
    "but",
    "if",
    "as",
    "from",

    "of",
    "for",
    "here",
    "too",
    "also",

    "after",

    "once",
    "when",
    "unless",
    "pending",
    "subject",
    "provided",
    "again",
    "now",
    "then",
    "or",
    "per",
    "without",
    "because",
    "since",
    "so",
    "we",
    "let's",
    "lets",
    "please",
    "thanks",
    "thank",
    "great",
    "good",
    "nice",
    "well",
    "sounds",
    "looks",
    "makes",
    "no",
    "not",
    "yes",
    "both",
    "everything",
    "your",
    "our",
    "my",
    "you",
    "i",
    "i'm",
    "go",
    "overall",
    "option",
    "options",
    "moving",
    "moved",
    "adopting",
    "having",
    "a",
    "an",
    "these",
    "those",
    "there",
    "binding",
    "non-binding",
    "100",
    "voting",
    "only",
    "under",
    "assuming",
    "except",
    "just",

    "more",
    "less",
    "mostly",
    "partly",
    "in-principle",
    "conditionally",
    "conditional",

    "till",
    "before",
    "later",
    "next",
    "myself",
    "completely",
    "fully",
    "entirely",
    "strongly",
    "totally",
    "wholeheartedly",
    "absolutely",
    "partially",
    "largely",
    "somewhat",
    "provisionally",
    "tentatively",
    "minus",
    "modulo",
    "save",
    "apart",
    "other",
    "aside",
    "excluding",
    "although",
    "though",
    "however",
    "while",
    "even",
    "very",
    "regarding",
    "concerning",
    "due",
    "w",
    "still",
    "always",
    "until",
};

}  // namespace assentd::words
