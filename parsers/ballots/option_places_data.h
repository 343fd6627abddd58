// SPDX-License-Identifier: Apache-2.0
// The words that name an option by its place in the list, as reading copies (parsers/fold.h). Data only.
#pragma once

#include <array>
#include <string_view>

namespace assentd::words {

// The place that a word says; 0 for the last.
struct PlaceWord {
    std::string_view word;
    std::size_t place;
};
inline constexpr std::array place_words{
    PlaceWord{"first", 1},    PlaceWord{"1st", 1},       PlaceWord{"second", 2},   PlaceWord{"2nd", 2},
    PlaceWord{"third", 3},    PlaceWord{"3rd", 3},       PlaceWord{"fourth", 4},   PlaceWord{"4th", 4},
    PlaceWord{"fifth", 5},    PlaceWord{"5th", 5},       PlaceWord{"last", 0},     PlaceWord{"former", 1},
    PlaceWord{"latter", 0},   PlaceWord{"erste", 1},     PlaceWord{"ersten", 1},   PlaceWord{"erster", 1},
    PlaceWord{"erstes", 1},   PlaceWord{"zweite", 2},    PlaceWord{"zweiten", 2},  PlaceWord{"zweiter", 2},
    PlaceWord{"zweites", 2},  PlaceWord{"dritte", 3},    PlaceWord{"dritten", 3},  PlaceWord{"letzte", 0},
    PlaceWord{"letzten", 0},  PlaceWord{"premier", 1},   PlaceWord{"première", 1}, PlaceWord{"deuxième", 2},
    PlaceWord{"seconde", 2},  PlaceWord{"troisième", 3}, PlaceWord{"dernier", 0},  PlaceWord{"dernière", 0},
    PlaceWord{"primera", 1},  PlaceWord{"primero", 1},   PlaceWord{"segunda", 2},  PlaceWord{"segundo", 2},
    PlaceWord{"tercera", 3},  PlaceWord{"tercero", 3},   PlaceWord{"última", 0},   PlaceWord{"último", 0},
    PlaceWord{"prima", 1},    PlaceWord{"primo", 1},     PlaceWord{"seconda", 2},  PlaceWord{"secondo", 2},
    PlaceWord{"terza", 3},    PlaceWord{"terzo", 3},     PlaceWord{"ultima", 0},   PlaceWord{"ultimo", 0},
    PlaceWord{"primeira", 1}, PlaceWord{"primeiro", 1},  PlaceWord{"terceira", 3}, PlaceWord{"terceiro", 3},
    PlaceWord{"eerste", 1},   PlaceWord{"tweede", 2},    PlaceWord{"derde", 3},    PlaceWord{"laatste", 0},
    PlaceWord{"första", 1},   PlaceWord{"andra", 2},     PlaceWord{"tredje", 3},   PlaceWord{"sista", 0},
    PlaceWord{"første", 1},   PlaceWord{"anden", 2},     PlaceWord{"andre", 2},    PlaceWord{"sidste", 0},
    PlaceWord{"siste", 0},    PlaceWord{"pierwsza", 1},  PlaceWord{"pierwszy", 1}, PlaceWord{"pierwszą", 1},
    PlaceWord{"druga", 2},    PlaceWord{"drugi", 2},     PlaceWord{"drugą", 2},    PlaceWord{"trzecia", 3},
    PlaceWord{"ostatnia", 0}, PlaceWord{"první", 1},     PlaceWord{"druhá", 2},    PlaceWord{"druhý", 2},
    PlaceWord{"třetí", 3},    PlaceWord{"poslední", 0},  PlaceWord{"первый", 1},   PlaceWord{"первая", 1},
    PlaceWord{"второй", 2},   PlaceWord{"вторая", 2},    PlaceWord{"третий", 3},   PlaceWord{"последний", 0},
    PlaceWord{"birinci", 1},  PlaceWord{"ikinci", 2},    PlaceWord{"üçüncü", 3},   PlaceWord{"sonuncu", 0},
    PlaceWord{"第一个", 1},   PlaceWord{"第二个", 2},    PlaceWord{"第三个", 3},   PlaceWord{"最初", 1},
    PlaceWord{"1番目", 1},    PlaceWord{"2番目", 2},     PlaceWord{"3番目", 3},
};

// "option 2", "die zweite Variante", "number one".
inline constexpr std::array place_kinds{
    "option",      "options",   "choice",     "one",        "number",     "nr",          "variant",     "alternative",
    "proposal",    "candidate", "suggestion", "nummer",     "variante",   "vorschlag",   "alternativa", "opción",
    "opzione",     "opção",     "optie",      "alternativ", "forslag",    "förslag",     "propuesta",   "proposta",
    "proposition", "wariant",   "opcja",      "opcję",      "možnost",    "varianta",    "variantu",    "вариант",
    "preference",  "pick",      "place",      "wahl",       "préférence", "preferencia", "preferenza",  "preferência",
    "voorkeur",    "seçenek",   "opcion",     "choix",      "keuze",      "valg",        "val",         "#",
};

// Between an order's parts, or before a place.
inline constexpr std::array place_articles{"the", "my",  "der", "die", "das", "den", "dem", "la",  "le",  "el",
                                           "il",  "lo",  "l",   "o",   "a",   "de",  "het", "det", "ten", "tę",
                                           "to",  "and", "und", "et",  "y",   "e",   "en",  "och", "og",  "then"};

}  // namespace assentd::words
