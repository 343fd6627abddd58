// SPDX-License-Identifier: Apache-2.0
// What shows that a sign inside a sentence is a number, as reading copies (parsers/fold.h): a floor, a reading, a
// guest. Data only: parsers/votes/vote_numbers says where each is looked for.
#pragma once

#include <array>

namespace assentd::words {

// Right before a sign: what stands somewhere, or leads somewhere, does not vote. "The servers are on -1", "La salle
// est au -1". Two words where one alone praises, too: "på plan -1", and "nice plan +1".
inline constexpr std::array number_links{
    "on",        "at",      "auf",     "im",        "ins",      "unter",     "au",     "aux",        "niveau",
    "al",        "nel",     "no",      "na",        "op",       "på",        "ve",     "на",         "до",
    "en el",     "en la",   "planta",  "piso",      "al piano", "il piano",  "andar",  "verdieping", "på plan",
    "till plan", "til",     "poziom",  "floor",     "floors",   "level",     "levels", "section",    "chapter",
    "row",       "column",  "cell",    "step",      "storey",   "story",     "ebene",  "etage",      "stock",
    "stockwerk", "zeile",   "spalte",  "stufe",     "kapitel",  "abschnitt", "étage",  "chapitre",   "nivel",
    "sección",   "livello", "nível",   "seção",     "laag",     "våning",    "rad",    "sal",        "etasje",
    "poziomie",  "piętro",  "piętrze", "patro",     "patře",    "podlaží",   "řádek",  "этаж",       "этаже",
    "уровень",   "уровне",  "строка",  "kat",       "seviye",   "satır",     "在",     "位于",       "层",
    "楼",        "地下",    "に",      "starts at", "down to",  "up to"};

// The last words before a sign, a mark between or not: places that have numbers. "It is in the basement (-1)"
inline constexpr std::array numbered_places{
    "basement",       "cellar",      "garage",       "car park",         "parking",
    "lift",           "elevator",    "entrance",     "reception",        "downstairs",
    "floor down",     "floors down", "underground",  "keller",           "untergeschoss",
    "tiefgarage",     "aufzug",      "fahrstuhl",    "empfang",          "eingang",
    "stock tiefer",   "sous-sol",    "ascenseur",    "accueil",          "entrée",
    "sótano",         "ascensor",    "aparcamiento", "recepción",        "seminterrato",
    "ascensore",      "parcheggio",  "ingresso",     "subsolo",          "elevador",
    "estacionamento", "cave",        "kelder",       "parkeergarage",    "receptie",
    "källaren",       "källare",     "hissen",       "garaget",          "receptionen",
    "kælderen",       "kælder",      "elevatoren",   "parkeringskælder", "kjelleren",
    "kjeller",        "heisen",      "piwnicy",      "piwnica",          "winda",
    "garażu",         "suterenie",   "sklepě",       "suterénu",         "výtah",
    "recepci",        "подвале",     "подвал",       "парковке",         "лифт",
    "bodrum",         "bodrumda",    "asansör",      "otopark",          "地下室",
    "车库",           "電梯",        "电梯",         "駐車場",           "エレベーター"};

// Right before signs that are counted: "So far: +1 +1 -1", "That makes three times +1"
inline constexpr std::array count_words{
    "so far",    "times",         "in total",    "mal",        "bisher",    "insgesamt",  "fois",      "jusqu'ici",
    "au total",  "veces",         "hasta ahora", "en total",   "volte",     "finora",     "in totale", "vezes",
    "até agora", "no total",      "keer",        "tot nu toe", "in totaal", "gånger",     "hittills",  "totalt",
    "gange",     "indtil nu",     "i alt",       "ganger",     "hittil",    "razy",       "jak dotąd", "łącznie",
    "krát",      "zatím",         "celkem",      "раза",       "раз",       "пока",       "всего",     "kez",
    "kere",      "şimdiye kadar", "toplam",      "目前",       "一共",      "今のところ", "合計"};

// Right before a sign: a device or a program says it. "My screen shows -1", "Der Zähler zeigt -1"
inline constexpr std::array number_verbs{
    "printed",    "prints",  "print",      "shows",      "showed",      "show",    "returned",
    "reads",      "outputs", "output",     "displays",   "displayed",   "started", "equal",
    "zeigt",      "zeigte",  "lieferte",   "liefert",    "ausgegeben",  "affiche", "retourne",
    "indique",    "muestra", "devuelve",   "mostra",     "restituisce", "retorna", "toont",
    "geeft",      "visar",   "viser",      "pokazuje",   "zwraca",      "ukazuje", "vrací",
    "показывает", "вывел",   "возвращает", "gösteriyor", "显示",        "返回",    "表示は"};

// Anywhere in the sentence: whom somebody brings along is no vote, whatever leads in. "I come with a guest, so +1"
inline constexpr std::array companions{"a guest",
                                       "my guest",
                                       "guest list",
                                       "with guests",
                                       "my wife",
                                       "my husband",
                                       "my girlfriend",
                                       "my boyfriend",
                                       "my partner",
                                       "my spouse",
                                       "invitation is",
                                       "invited with",
                                       "will be there",
                                       "i bring",
                                       "i'll bring",
                                       "bringing a",
                                       "bringing my",
                                       "gast",
                                       "gäste",
                                       "begleitung",
                                       "meine frau",
                                       "mein mann",
                                       "einladung gilt",
                                       "einladung ist für",
                                       "mitbringen",
                                       "accompagné",
                                       "accompagnée",
                                       "ma femme",
                                       "mon mari",
                                       "invitation est pour",
                                       "un invité",
                                       "une invitée",
                                       "acompañado",
                                       "acompañada",
                                       "acompañante",
                                       "mi mujer",
                                       "mi marido",
                                       "un invitado",
                                       "una invitada",
                                       "invitación es",
                                       "accompagnato",
                                       "accompagnata",
                                       "un ospite",
                                       "mia moglie",
                                       "mio marito",
                                       "invito è per",
                                       "acompanhado",
                                       "acompanhada",
                                       "acompanhante",
                                       "minha mulher",
                                       "meu marido",
                                       "um convidado",
                                       "convite é para",
                                       "mijn vrouw",
                                       "mijn man",
                                       "uitnodiging is voor",
                                       "introducé",
                                       "min fru",
                                       "min man",
                                       "inbjudan gäller",
                                       "min kone",
                                       "min mand",
                                       "min mann",
                                       "invitasjonen gjelder",
                                       "invitationen gælder",
                                       "gæst",
                                       "gjest",
                                       "gäst",
                                       "osobą towarzyszącą",
                                       "żoną",
                                       "mężem",
                                       "zaproszenie jest",
                                       "doprovod",
                                       "doprovodem",
                                       "manželkou",
                                       "manželem",
                                       "pozvánka je",
                                       "с женой",
                                       "с мужем",
                                       "гость",
                                       "гостем",
                                       "приглашение на двоих",
                                       "misafir",
                                       "eşimle",
                                       "davetiye iki",
                                       "客人",
                                       "嘉宾",
                                       "妻子",
                                       "ゲスト",
                                       "同伴者"};

// Behind a sign: which of several it is, or what a guest does. "-1 that is broken", "my +1 will be there"
inline constexpr std::array number_clauses{
    "that is",   "that are", "that was", "which is",   "which are", "which was", "who is",     "die kaputt",
    "qui est",   "que está", "che è",    "die kapot",  "som är",    "som er",    "która jest", "který je",
    "который",   "will",     "comes",    "and i will", "is coming", "kommt",     "kommen",     "viendra",
    "vendrá",    "verrà",    "virá",     "komt",       "kommer",    "przyjdzie", "přijde",     "придёт",
    "gelecek",   "is only",  "is just",  "missing",    "fehlt",     "manque",    "falta",      "manca",
    "ontbreekt", "saknas",   "mangler",  "brakuje",    "chybí",     "eksik"};

// Before a number that a sign changes: "We are 5, -1 because Tom is ill"
inline constexpr std::array number_copulas{
    "are", "is", "now",  "were",     "was",   "to",    "sind",   "sommes", "wir",        "somos", "siamo", "zijn",
    "är",  "er", "jsme", "jesteśmy", "jetzt", "ahora", "adesso", "agora",  "maintenant", "нас",   "biz"};

// Behind "-1.": it is an ordinal. "Oda -1. katta", "im -1. Stock"
inline constexpr std::array ordinal_nouns{"kat",    "katta",   "katında", "stock",  "etage",   "untergeschoss",
                                          "ug",     "sal",     "etasje",  "patro",  "patře",   "podlaží",
                                          "piętro", "piętrze", "emelet",  "våning", "våningen"};

}  // namespace assentd::words
