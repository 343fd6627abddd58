// SPDX-License-Identifier: Apache-2.0
// What stands before a word that votes and leaves it clear, as reading copies (parsers/fold.h), beside word_lead_ins
// (parsers/vote_casting_data.h). Data only: parsers/vote_sentence says how far the word may go on.
#pragma once

#include <array>

namespace assentd::words {

// Before a yes or no: "Auf jeden Fall ja"
inline constexpr std::array strengthening{"certainly", "for sure", "sure", "surely", "very much", "auf jeden fall", "auf alle fälle", "jedenfalls", "natürlich", "unbedingt", "ganz klar", "klar", "selbstverständlich", "definitiv", "eindeutig", "sicher", "absolut", "bien sûr", "bien sûr que", "absolument", "évidemment", "certainement", "clairement", "carrément", "por supuesto", "por supuesto que", "desde luego", "desde luego que", "claramente", "definitivamente", "sin duda", "certamente", "assolutamente", "sicuramente", "decisamente", "ovviamente", "certo che", "com certeza", "certamente que", "sem dúvida", "claro que", "absolutamente", "zeker", "absoluut", "natuurlijk", "uiteraard", "zeer zeker", "självklart", "definitivt", "givetvis", "naturligtvis", "selvfølgelig", "bestemt", "naturligvis", "helt klart", "helt sikkert", "så klart", "zdecydowanie", "oczywiście", "oczywiście, że", "jasne, że", "jak najbardziej", "stanowczo", "rozhodně", "určitě", "samozřejmě", "samozřejmě, že", "jednoznačně", "конечно", "конечно же", "однозначно", "безусловно", "разумеется", "определённо", "определенно", "kesinlikle", "elbette", "tabii ki", "当然", "绝对", "もちろん", "ぜひ"};

// The proposal put first: "Öneriyi destekliyorum", "この提案に賛成です"
inline constexpr std::array first_objects{
    "den vorschlag",         "diesen vorschlag",      "den antrag",        "dem vorschlag",     "diesem vorschlag",
    "förslaget",             "forslaget",             "propozycję",        "tę propozycję",     "propozycji",
    "z propozycją",          "z tą propozycją",       "wniosek",           "ten wniosek",       "z wnioskiem",
    "z tym wnioskiem",       "návrh",                 "tento návrh",       "s návrhem",         "s tímto návrhem",
    "предложение",           "это предложение",       "предложение я",     "это предложение я", "с предложением",
    "с этим предложением",   "с предложением я",      "öneriyi",           "bu öneriyi",        "öneriye",
    "bu öneriye",            "teklifi",               "bu teklifi",        "teklife",           "bu teklife",
    "önerinize",             "önerinizi",             "这个提案",          "该提案",            "此提案",
    "本提案",                "这个方案",              "对这个提案",        "对提案",            "对该提案",
    "提案",                  "この提案に",            "この提案には",      "この提案を",        "この提案は",
    "提案に",                "提案には",              "提案を",            "本提案に",          "本提案を",
    "ご提案に",              "ご提案を",              "この案に",          "この案には",        "この案を",
    "本案に",                "本案を",                "私はこの提案に",    "私は提案に",        "私はこの案に",
    "这个提案我",            "此提案我",              "提案我",
};

}  // namespace assentd::words
