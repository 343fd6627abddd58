// SPDX-License-Identifier: Apache-2.0
// What bounds an agreement that it stands behind, or takes it back, as reading copies (parsers/fold.h). Data only:
// parsers/votes/vote_bounds says where each is looked for.
#pragma once

#include <array>

namespace assentd::words {

// Before a month or a year: "+1 in January", "Einverstanden ab März"
inline constexpr std::array time_links{"in",
                                       "from",
                                       "starting",
                                       "starting in",
                                       "starting from",
                                       "as of",
                                       "beginning in",
                                       "for",
                                       "ab",
                                       "im",
                                       "erst im",
                                       "erst ab",
                                       "für",
                                       "en",
                                       "pour",
                                       "à partir de",
                                       "à partir du",
                                       "dès",
                                       "para",
                                       "desde",
                                       "a partir de",
                                       "per",
                                       "a partire da",
                                       "da",
                                       "a",
                                       "em",
                                       "voor",
                                       "vanaf",
                                       "för",
                                       "från",
                                       "från och med",
                                       "i",
                                       "fra",
                                       "fra og med",
                                       "til",
                                       "na",
                                       "od",
                                       "w",
                                       "v",
                                       "ve",
                                       "pro",
                                       "dla",
                                       "с",
                                       "в",
                                       "на",
                                       "начиная с"};
// Months, and the stems that other languages write and bend them by.
inline constexpr std::array month_words{"may",    "mai",    "maj", "maja", "mei", "mars", "mart", "jan",    "feb",
                                        "mar",    "apr",    "jun", "jul",  "aug", "sep",  "sept", "oct",    "okt",
                                        "nov",    "dec",    "dez", "май",  "мая", "ocak", "ekim", "spring", "autumn",
                                        "summer", "winter", "q1",  "q2",   "q3",  "q4"};
inline constexpr std::array month_stems{
    "januar", "jänner",  "februar", "march",   "april",   "june",      "july",     "august", "septem",  "octo",
    "novem",  "decem",   "märz",    "juni",    "juli",    "oktob",     "dezem",    "desem",  "janvier", "févr",
    "avril",  "juin",    "juillet", "août",    "décem",   "enero",     "febrero",  "marzo",  "abril",   "mayo",
    "agosto", "septiem", "octubre", "noviem",  "diciem",  "gennaio",   "febbraio", "aprile", "maggio",  "giugno",
    "luglio", "settem",  "ottobre", "dicem",   "janeiro", "fevereiro", "março",    "maio",   "setem",   "outubro",
    "maart",  "marts",   "stycz",   "luty",    "lutego",  "marca",     "marzec",   "kwiet",  "czerw",   "lipca",
    "lipiec", "lipcu",   "sierp",   "wrześ",   "wrzes",   "paźdz",     "listopad", "grud",   "ledn",    "leden",
    "únor",   "břez",    "dubn",    "květ",    "červ",    "srpn",      "září",     "říj",    "prosin",  "январ",
    "феврал", "март",    "апрел",   "июн",     "июл",     "август",    "сентяб",   "октяб",  "нояб",    "декаб",
    "şubat",  "nisan",   "mayıs",   "haziran", "temmuz",  "ağustos",   "eylül",    "kasım",  "aralık"};

// Before a number and a unit of time: "I agree for one year"
inline constexpr std::array span_links{"for",  "für", "auf", "pour", "por", "para", "per",
                                       "voor", "för", "i",   "på",   "na",  "pro",  "на"};
inline constexpr std::array number_words{
    "a",   "one", "two", "three", "ein", "eine",  "einen", "zwei", "drei", "un",   "une", "deux", "trois",
    "una", "uno", "dos", "tres",  "due", "tre",   "um",    "uma",  "dois", "três", "een", "één",  "twee",
    "ett", "två", "et",  "en",    "to",  "jeden", "dwa",   "dva",  "один", "два",  "bir", "iki"};
inline constexpr std::array span_units{
    "year",    "years",    "month",   "months",   "week",  "weeks",   "quarter", "jahr",     "jahre",     "monat",
    "monate",  "woche",    "wochen",  "an",       "ans",   "mois",    "semaine", "semaines", "año",       "años",
    "mes",     "meses",    "semana",  "semanas",  "anno",  "anni",    "mese",    "mesi",     "settimana", "settimane",
    "ano",     "anos",     "mês",     "jaar",     "maand", "maanden", "weken",   "år",       "månad",     "månader",
    "vecka",   "veckor",   "måned",   "måneder",  "uge",   "uger",    "uke",     "uker",     "rok",       "lata",
    "miesiąc", "miesiące", "tydzień", "tygodnie", "roky",  "měsíc",   "měsíce",  "týden",    "týdny",     "год",
    "года",    "месяц",    "месяца",  "неделю",   "недели"};

// Before a figure: "+1 at 80 a month", "I agree, but with 80", "+1 (max 80)"
inline constexpr std::array price_links{"at",  "with", "bei", "mit", "zu", "à", "avec", "a",  "con",
                                        "com", "met",  "med", "z",   "za", "s", "с",    "за", "по"};
inline constexpr std::array most_links{"max",
                                       "maximum",
                                       "at most",
                                       "up to",
                                       "no more than",
                                       "not more than",
                                       "below",
                                       "under",
                                       "höchstens",
                                       "maximal",
                                       "bis zu",
                                       "unter",
                                       "nicht mehr als",
                                       "au maximum",
                                       "au plus",
                                       "jusqu'à",
                                       "pas plus de",
                                       "como máximo",
                                       "máximo",
                                       "hasta",
                                       "al massimo",
                                       "massimo",
                                       "fino a",
                                       "no máximo",
                                       "até",
                                       "maximaal",
                                       "hoogstens",
                                       "tot",
                                       "högst",
                                       "upp till",
                                       "højst",
                                       "op til",
                                       "høyst",
                                       "opptil",
                                       "maks",
                                       "maksymalnie",
                                       "do",
                                       "maximálně",
                                       "nejvýše",
                                       "максимум",
                                       "до",
                                       "не более",
                                       "en fazla",
                                       "最多",
                                       "不超过",
                                       "最大"};

// Anywhere behind an agreement: "I agree, the price must stay below 90"
inline constexpr std::array must_words{"must stay",
                                       "must remain",
                                       "must not exceed",
                                       "has to stay",
                                       "not before",
                                       "muss unter",
                                       "muss bleiben",
                                       "darf nicht über",
                                       "nicht vor",
                                       "doit rester",
                                       "ne doit pas dépasser",
                                       "pas avant",
                                       "debe quedar",
                                       "no debe superar",
                                       "no antes de",
                                       "deve restare",
                                       "non deve superare",
                                       "non prima",
                                       "deve ficar",
                                       "não deve passar",
                                       "não antes",
                                       "moet onder",
                                       "moet blijven",
                                       "niet voor",
                                       "måste ligga",
                                       "får inte överstiga",
                                       "inte före",
                                       "skal blive under",
                                       "må ikke overstige",
                                       "ikke før",
                                       "musi pozostać",
                                       "nie może przekroczyć",
                                       "nie przed",
                                       "musí zůstat",
                                       "nesmí překročit",
                                       "ne před",
                                       "должна остаться",
                                       "не должна превышать",
                                       "не раньше",
                                       "itibaren",
                                       "yıl için",
                                       "ay için",
                                       "geçmemeli",
                                       "不得超过",
                                       "不能超过",
                                       "月开始",
                                       "月起",
                                       "为期",
                                       "月から",
                                       "年間だけ",
                                       "超えない"};

// In the clause of the agreement or at the start of a later one: what is left out.
inline constexpr std::array exception_words{
    "except",   "but one",    "but two",    "all but", "everything but", "points but", "außer",   "sauf", "excepto",
    "salvo",    "todo menos", "tudo menos", "tranne",  "eccetto",        "exceto",     "behalve", "utom", "förutom",
    "undtagen", "unntatt",    "oprócz",     "kromě",   "кроме",          "hariç",      "dışında", "除了", "以外"};

// None of them: "besides"
inline constexpr std::array no_exceptions{"oprócz tego", "kromě toho", "кроме того", "bunun dışında"};

// The last word of the sentence.
inline constexpr std::array concessions{"though",      "however", "allerdings", "jedoch", "cependant", "toutefois",
                                        "sin embargo", "però",    "porém",      "echter", "jednak",    "však",
                                        "однако",      "ama",     "但是",       "けど",   "けれど"};

}  // namespace assentd::words
