// SPDX-License-Identifier: Apache-2.0
// Words with which people come to their conclusion, as reading copies (parsers/fold.h), in all languages. Data only:
// parsers/vote_conclusions says where in a sentence they are looked for.
#pragma once

#include <array>

namespace assentd::words {

// Before a vote, or behind its verb: "Therefore I vote against", "Ich bin daher dafür", "Long story short: yes"
inline constexpr std::array conclusive_words{
    "therefore",       "so",               "hence",          "thus",            "consequently",     "accordingly",
    "as a result",     "all in all",       "in short",       "in summary",      "in conclusion",    "to sum up",
    "conclusion",      "bottom line",      "long story short", "tl;dr",         "tldr",             "overall",
    "that's why",      "that is why",      "this is why",    "for these reasons", "for this reason", "for that reason",
    "for all these reasons", "on balance", "because of this", "because of that", "daher",           "deshalb",
    "deswegen",        "darum",            "somit",          "folglich",        "demnach",          "also",
    "fazit",           "alles in allem",   "unterm strich",  "kurz gesagt",     "kurzum",           "kurz und gut",
    "aus diesem grund", "aus diesen gründen", "aus all diesen gründen", "insgesamt", "schlussendlich", "donc",
    "c'est pourquoi",  "pour ces raisons", "pour cette raison", "par conséquent", "en conclusion",  "en résumé",
    "bref",            "ainsi",            "conclusion :",   "du coup",         "por eso",          "por lo tanto",
    "por tanto",       "así que",          "en conclusión",  "en resumen",      "por estas razones", "por esta razón",
    "por ello",        "entonces",         "conclusión",     "total",           "perciò",           "quindi",
    "pertanto",        "dunque",           "per questo",     "per questi motivi", "per questo motivo", "in conclusione",
    "in sintesi",      "insomma",          "conclusione",    "por isso",        "portanto",         "logo",
    "assim",           "por essas razões", "por estas razões", "em conclusão",  "em resumo",        "conclusão",
    "daarom",          "dus",              "derhalve",       "om deze redenen", "om die reden",     "vandaar",
    "kortom",          "conclusie",        "al met al",      "därför",          "alltså",           "så",
    "således",         "följaktligen",     "av dessa skäl",  "av den anledningen", "slutsats",      "sammanfattningsvis",
    "derfor",          "altså",            "således",        "af disse grunde", "av disse grunnene", "konklusion",
    "konklusjon",      "alt i alt",        "kort sagt",      "dlatego",         "więc",             "zatem",
    "a więc",          "z tych powodów",   "z tego powodu",  "wniosek",         "podsumowując",     "proto",
    "takže",           "tedy",             "z těchto důvodů", "z tohoto důvodu", "závěr",           "celkově",
    "поэтому",         "итак",             "следовательно",  "значит",          "по этим причинам", "по этой причине",
    "вывод",           "итого",            "в общем",        "bu yüzden",       "bu nedenle",       "bu sebeple",
    "dolayısıyla",     "sonuç",            "sonuç olarak",   "kısacası",        "因此",             "所以",
    "因而",            "综上",             "結論",           "结论",            "总之",             "よって",
    "したがって",      "ですので",         "なので",         "だから",          "そのため",         "以上より"};

}  // namespace assentd::words
