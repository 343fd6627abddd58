// SPDX-License-Identifier: Apache-2.0
// The words with which points are given in prose, as reading copies (parsers/fold.h). Data only.
#pragma once

#include <array>

namespace assentd::words {

// What gives points to an option, in a sentence with a number.
inline constexpr std::array giving{
    "give",     "gives",    "giving",      "get",     "gets",      "deserve",  "deserves", "earns",    "i score",
    "out of",   "i'd say",  "i would say", "each",    "i rate",    "i'd rate", "bekommt",  "bekommen", "kriegt",
    "kriegen",  "gebe",     "geb",         "geben",   "vergebe",   "verdient", "jeweils",  "donne",    "mets",
    "mérite",   "méritent", "chacun",      "chacune", "doy",       "pongo",    "merece",   "merecen",  "cada uno",
    "cada una", "geef",     "krijgt",      "krijgen", "verdienen", "elk",      "dou",
};
inline constexpr std::array points_units{
    "points", "pts",    "marks",     "stars",  "punkt",   "punkte", "punkten", "sterne", "étoiles",
    "punto",  "puntos", "estrellas", "punten", "sterren", "punti",  "stelle",  "pontos",
};

// A score without a figure.
inline constexpr std::array score_words{
    "zero",
    "nil",
    "nought",
    "one point",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "full marks",
    "full points",
    "full score",
    "max points",
    "maximum points",
    "maximum",
    "max",
    "top score",
    "top marks",
    "no points",
    "the maximum",
    "the minimum",
    "null",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "volle punktzahl",
    "die volle punktzahl",
    "höchstpunktzahl",
    "keine punkte",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "la note maximale",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "la nota máxima",
    "twee",
    "drie",
    "vijf",
    "het maximum",
};

}  // namespace assentd::words
