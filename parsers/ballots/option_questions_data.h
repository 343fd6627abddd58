// SPDX-License-Identifier: Apache-2.0
// How questions begin that are no answer to a choice, as reading copies (parsers/fold.h). Data only.
#pragma once

#include <array>

namespace assentd::words {

// What begins a question that asks to be told something. "How about B?" is a suggestion.
inline constexpr std::array asking{
    "what",          "what's",        "how",          "where",
    "where's",       "when",          "who",          "who's",
    "whose",         "why",           "which",        "could somebody",
    "could someone", "could anybody", "could anyone", "can somebody",
    "can someone",   "can anybody",   "can anyone",   "could you",
    "can you",       "does anybody",  "does anyone",  "has anybody",
    "has anyone",    "is there",      "are there",    "was",
    "wie",           "wieviel",       "wo",           "wann",
    "wer",           "warum",         "wieso",        "weshalb",
    "welche",        "welcher",       "welches",      "wohin",
    "woher",         "gibt es",       "kann jemand",  "könnte jemand",
    "weiß jemand",   "combien",       "comment",      "où",
    "quand",         "qui",           "pourquoi",     "quel",
    "quelle",        "quels",         "quelles",      "qu'est-ce",
    "est-ce que",    "cuánto",        "cuánta",       "cuántos",
    "cuántas",       "cómo",          "dónde",        "cuándo",
    "quién",         "por qué",       "qué",          "cuál",
    "hay",           "hoe",           "hoeveel",      "wat",
    "waar",          "wanneer",       "waarom",       "welk",
    "welke",         "is er",         "zijn er",      "quanto",
    "quanta",        "come",          "dove",         "quando",
    "chi",           "perché",        "quale",        "onde",
    "como",          "quem",          "por que",      "qual",
};
inline constexpr std::array suggesting{"how about",   "what about",   "why not",    "wie wäre",
                                       "warum nicht", "pourquoi pas", "por qué no", "waarom niet"};

}  // namespace assentd::words
