// SPDX-License-Identifier: Apache-2.0
// What stands right above a vote and says that it is none yet, or was one of another time, as reading copies
// (parsers/fold.h), in all languages. Data only: parsers/vote_lead_up says where it is looked for.
#pragma once

#include <array>

namespace assentd::words {

// Anywhere in a line that leads up to the vote: "Tomorrow I will vote:", "Last year I voted:", "Do I just write"
inline constexpr std::array none_yet{
    "i will vote", "i'll vote", "i will answer", "i am going to vote", "i'm going to vote",  "i would vote", "answer will be", "vote will be", "position will be", "answer would be", "vote would be",
    "i'd vote",  "draft",  "last year", "last time", "last round", "last week i voted",
     "do i just", "do i write", "do i have to write", "do i only", "how do i vote", "how do we vote",
    "should i write", "can i just write", "i could vote", "for example", "an example", "e.g", "werde ich stimmen",
    "ich werde stimmen", "ich werde antworten", "wird sein", "wird lauten", "würde ich", "ich würde", "entwurf", 
    "letztes jahr", "letztes mal", "im letzten jahr", "letzte runde", "letzten runde", "muss ich schreiben",
    "soll ich schreiben", "schreibe ich einfach", "wie stimme ich ab", "zum beispiel", "z.b", "je voterai", "sera",
    "je voterais", "serait", "brouillon",  "l'année dernière", "l'an dernier", "la dernière fois",
    "au dernier tour", "dois-je écrire", "j'écris juste", "comment voter", "par exemple", "votaré", "será", "votaría",
    "sería", "borrador",  "el año pasado", "la última vez", "en la última ronda", "tengo que escribir",
    "cómo voto", "por ejemplo", "voterò", "sarà", "voterei", "sarebbe", "bozza",  "l'anno scorso",
    "l'ultima volta", "devo scrivere", "come si vota", "per esempio", "ad esempio", "votarei", "vou votar", "seria",
    "rascunho",  "no ano passado", "ano passado", "da última vez", "tenho de escrever", "como voto",
    "por exemplo", "ik zal stemmen", "zal ik stemmen", "zal zijn", "ik zou", "zou ik", "concept",  "vorig jaar",
    "vorige keer", "vorige ronde", "moet ik schrijven", "hoe stem ik", "bijvoorbeeld", "kommer jag rösta",
    "jag kommer att rösta", "kommer att vara", "skulle jag", "jag skulle", "utkast",   "förra året",
    "i fjol", "förra gången", "ska jag skriva", "hur röstar", "till exempel", "vil jeg stemme", "jeg vil stemme",
    "vil være", "ville jeg", "jeg ville", "udkast",  "sidste år", "sidste gang", "i fjor", "forrige gang",
    "skal jeg skrive", "hvordan stemmer", "for eksempel", "zagłosuję", "będzie", "zagłosowałbym", "zagłosowałabym",
    "szkic",  "w zeszłym roku", "ostatnim razem", "mam napisać", "jak głosować", "na przykład", "budu hlasovat",
    "bude", "hlasoval bych", "hlasovala bych", "koncept",  "loni", "minule", "mám napsat", "jak hlasovat",
    "například", "проголосую", "буду голосовать", "будет", "проголосовал бы", "проголосовала бы", "черновик", 
    "в прошлом году", "в прошлый раз", "мне написать", "как голосовать", "например", "oy vereceğim", "olacak",
    "oy verirdim", "taslak",  "geçen yıl", "geçen sefer", "mi yazayım", "nasıl oy", "örneğin",  "去年",
    "上次", "草稿", "例如", "比如", "怎么投",  "昨年", "前回", "下書き", "例えば"};

// The same, whatever the line ends with: "Not a vote, only a mood:"
inline constexpr std::array no_votes{
    "not a vote",       "no vote yet",   "not my vote",    "not yet my vote", "not my answer",     "keine stimme",
    "noch keine stimme", "ohne zu stimmen", "pas un vote", "pas encore un vote", "no es un voto",  "aún no es un voto",
    "non è un voto",    "não é um voto", "geen stem",      "inte en röst",    "ingen röst",        "ikke en stemme",
    "ingen stemme",     "to nie głos",   "nie jest głosem", "není hlas",      "není to hlas",      "не голос",
    "это не голос",     "oy değil",      "不是投票",       "不算投票",        "投票ではありません"};

}  // namespace assentd::words
