// SPDX-License-Identifier: Apache-2.0
// What an agreement leaves out, keeps to or changes, as reading copies (parsers/fold.h), in all languages. Data only:
// parsers/votes/vote_limits says where each is looked for.
#pragma once

#include <array>
#include <string_view>

namespace assentd::words {

// Before a thing that is left out: "Einverstanden, ohne die Stühle"
inline constexpr std::array lacking_words{
    "without",   "ohne",      "sans",     "sin",      "senza",    "sem",       "zonder",   "utan",
    "uden",      "uten",      "bez",      "beze",     "без",      "moins les", "moins la", "moins le",
    "menos las", "menos los", "menos la", "menos el", "menos as", "menos os",  "menos a",  "menos o",
    "meno le",   "meno i",    "meno il",  "meno la",  "meno gli", "minus",     "less the", "undtaget"};

// Stems of what nobody misses: "ohne Zweifel", "without changes", "sin duda"
inline constexpr const char* nothing_lacking[] = {
    "doubt",     "hesit",      "reserv",    "question",  "problem",   "problèm",  "joke",      "blague",
    "scherz",    "witz",       "broma",     "scherzi",   "brincad",   "skämt",    "żart",      "legrac",
    "шут",       "objection",  "condition", "concern",   "further",   "any",      "delay",     "fail",
    "exception", "comment",    "ado",       "restrict",  "limit",     "change",   "amend",     "modif",
    "regret",    "remark",     "zweifel",   "zögern",    "vorbehalt", "frage",    "weiter",    "einsch",
    "bedenken",  "wenn",       "bedingung", "einwand",   "einwänd",   "diskuss",  "änderung",  "ausnahme",
    "jede",      "jegliche",   "abstriche", "umschweif", "komment",   "anmerk",   "wider",     "doute",
    "hésit",     "réserve",    "souci",     "aucun",     "discut",    "discuss",  "autre",     "restric",
    "remarque",  "changement", "délai",     "attendre",  "waiting",   "warten",   "esperar",   "aspett",
    "wachten",   "vänt",       "vente",     "czekan",    "čekán",     "ожидан",   "duda",      "vacil",
    "condici",   "ningun",     "objec",     "objet",     "cambio",    "más",      "pega",      "excepc",
    "pregunt",   "coment",     "pero",      "lugar",     "dubbi",     "esit",     "riserv",    "condizion",
    "alcun",     "obiezion",   "ombra",     "altro",     "altre",     "eccezion", "restriz",   "domand",
    "indugi",    "ulterior",   "pensar",    "dúvid",     "ressalv",   "condiç",   "qualquer",  "nenhum",
    "objeç",     "alteraç",    "mais",      "exce",      "restri",    "twijfel",  "aarzel",    "voorbeh",
    "voorwaard", "bezwaar",    "enig",      "meer",      "wijzig",    "vragen",   "uitzonder", "opmerk",
    "aanpass",   "tvek",       "tvivel",    "förbeh",    "villkor",   "invänd",   "några",     "ändring",
    "vidare",    "undantag",   "fråg",      "tvivl",     "tvil",      "tøv",      "nøl",       "forbeh",
    "beting",    "vilkår",     "indvend",   "innvend",   "ændring",   "endring",  "videre",    "nogen",
    "noen",      "undtag",     "unntak",    "spørgs",    "spørs",     "omsvøb",   "wahan",     "wątp",
    "zastrz",    "warun",      "żadn",      "zmian",     "uwag",      "wyjątk",   "pyta",      "sprzeciw",
    "dyskus",    "namys",      "dwóch",     "kłopot",    "ogranicz",  "pochyb",   "váhán",     "výhrad",
    "problém",   "podmín",     "jakých",    "žádn",      "změn",      "námit",    "připom",    "výjim",
    "otáz",      "debat",      "starost",   "diskuz",    "dalš",      "сомнен",   "колебан",   "оговор",
    "проблем",   "услов",      "каких",     "всяк",      "изменен",   "возраж",   "вопрос",    "исключ",
    "замеч",     "коммент",    "лишн",      "разговор",  "претенз",   "think",    "thought",   "exagg",
    "blink",     "überleg",    "nachzud",   "spaß",      "worte",     "worten",   "scheiß",    "quatsch",
    "übertreib", "hektik",     "eile",      "prisa",     "prisas",    "fretta",   "pressa",    "nadenk",
    "overdrijv", "haast",      "överdrift", "brådska",   "overdrift", "hastværk", "przesad",   "pośpiech",
    "przehán",   "přehán",     "spěch",     "спешк",     "преувелич", "слов",     "раздум",    "esager"};

// An infinitive behind one of `lacking_words` tells how something is done: "ohne zu überlegen", "sans réfléchir"
struct DeedEnding {
    std::string_view lacking;
    std::string_view ending;
    bool whole;
};
inline constexpr DeedEnding deeds_lacking[] = {
    {"ohne", "zu", true},    {"zonder", "te", true},   {"utan", "att", true},   {"uden", "at", true},
    {"uten", "å", true},     {"sans", "er", false},    {"sans", "ir", false},   {"sans", "y", true},
    {"sin", "ar", false},    {"sin", "arlo", false},   {"sin", "er", false},    {"sin", "ir", false},
    {"senza", "are", false}, {"senza", "arci", false}, {"senza", "ere", false}, {"senza", "ire", false},
    {"sem", "ar", false},    {"sem", "er", false},     {"sem", "ir", false},
};

// Said of nothing: what stands behind is no thing.
inline constexpr std::array lacking_nothing{"senza se e senza ma", "sem mais nem menos", "sin más",
                                            "sans plus",           "ohne mich geht es",  "zonder meer"};

// What begins a reason behind such a word: "+1, ohne das geht es nicht"
inline constexpr std::array lacking_pronouns{"it",    "this", "that", "them",   "das",  "dies",   "ihn",  "sie",
                                             "es",    "ça",   "cela", "ceci",   "elle", "lui",    "eso",  "esto",
                                             "ello",  "ella", "él",   "questo", "ciò",  "quello", "isso", "isto",
                                             "ele",   "ela",  "dat",  "dit",    "het",  "det",    "den",  "detta",
                                             "dette", "tego", "nich", "toho",   "něj",  "этого",  "того", "него"};

// Before a part that is liked most: "I agree, especially point 2"
inline constexpr std::array above_all{"especially",
                                      "particularly",
                                      "above all",
                                      "most of all",
                                      "besonders",
                                      "vor allem",
                                      "insbesondere",
                                      "surtout",
                                      "notamment",
                                      "en particulier",
                                      "sobre todo",
                                      "especialmente",
                                      "particularmente",
                                      "soprattutto",
                                      "specialmente",
                                      "sobretudo",
                                      "vooral",
                                      "met name",
                                      "särskilt",
                                      "framför allt",
                                      "især",
                                      "særligt",
                                      "særlig",
                                      "spesielt",
                                      "zwłaszcza",
                                      "szczególnie",
                                      "przede wszystkim",
                                      "zejména",
                                      "hlavně",
                                      "především",
                                      "особенно",
                                      "прежде всего",
                                      "özellikle",
                                      "尤其",
                                      "特别是",
                                      "特に",
                                      "とくに"};

// Before a part: "+1 to point 2", "Einverstanden mit dem ersten Teil"
inline constexpr std::array part_links{
    "to",  "with", "on",  "for", "about", "zu",   "zum",  "zur", "mit",   "bei",  "beim", "für", "pour",  "à",
    "au",  "avec", "sur", "con", "a",     "al",   "para", "por", "sobre", "per",  "su",   "sul", "sulla", "alla",
    "com", "ao",   "no",  "na",  "met",   "voor", "bij",  "op",  "med",   "till", "för",  "om",  "til",   "z",
    "ze",  "do",   "dla", "s",   "se",    "k",    "ke",   "pro", "с",     "со",   "по",   "к",   "на",    "за"};
// A part as it is named with its number before or behind it, whole words and stems: "punkt 2", "2. madde"
inline constexpr std::array part_nouns{
    "part",   "parts",  "half",    "point",  "points", "item",  "items", "teil",  "teile",  "teils", "absatz",
    "ziffer", "partie", "volet",   "alinéa", "parte",  "mitad", "metà",  "ponto", "deel",   "delen", "helft",
    "punt",   "punto",  "lid",     "del",    "delar",  "halva", "dele",  "bod",   "bodu",   "bodem", "bodům",
    "część",  "części", "częścią", "část",   "částí",  "části", "часть", "части", "частью", "kısım"};
inline constexpr std::array part_stems{
    "section", "article", "paragraph", "abschnitt", "hälfte", "paragraf", "punkt",   "moitié", "apartado", "artículo",
    "párrafo", "sezion",  "articol",   "artigo",    "metade", "parágraf", "artikel", "afsnit", "avsnitt",  "połow",
    "odstav",  "polovin", "пункт",     "половин",   "раздел", "bölüm",    "madde",   "halvdel"};
// Which of the parts, stems.
inline constexpr std::array part_ordinals{
    "first",   "second",  "third",  "last",   "1st",     "2nd",     "3rd",     "erst",    "zweit",  "dritt", "letzt",
    "premi",   "deuxi",   "troisi", "dern",   "primer",  "segund",  "tercer",  "últim",   "prim",   "terz",  "ultim",
    "primeir", "terceir", "eerste", "tweede", "derde",   "laatste", "första",  "andra",   "tredje", "sista", "første",
    "anden",   "andre",   "siste",  "sidste", "pierwsz", "drug",    "trzeci",  "ostatni", "prvn",   "druh",  "třet",
    "posledn", "перв",    "втор",   "трет",   "последн", "ilk",     "birinci", "ikinci",  "üçüncü", "son"};
// Numbers in words, behind the name of a part: "point two"
inline constexpr std::array part_numbers{"one",  "two",  "three", "four", "eins", "zwei", "drei", "deux", "trois",
                                         "dos",  "tres", "due",   "tre",  "dois", "três", "twee", "drie", "två",
                                         "a",    "b",    "c",     "d",    "i",    "ii",   "iii",  "iv",   "dwa",
                                         "trzy", "dva",  "tři",   "два",  "три",  "iki",  "üç"};
// What a part of a Chinese or Japanese text ends with, behind its number: "第二点", "第一部だけ"
inline constexpr std::array eastern_parts{"部分", "部", "点", "项", "項", "条", "章", "节", "節", "段"};
inline constexpr std::array eastern_tails{"だけ", "のみ", "には", "に", "は"};

// Who tells of it behind a part: a reason, and no limit.
inline constexpr std::array tellers{"i",  "we",  "he",   "she",   "they", "ich", "wir", "je", "j'ai", "nous",
                                    "on", "yo",  "me",   "nos",   "io",   "mi",  "eu",  "ik", "wij",  "jag",
                                    "vi", "jeg", "habe", "haben", "bin",  "byl", "я",   "мы"};

// Changes, whole words, behind a link such as "with": "Estoy a favor con un cambio: azul"
inline constexpr std::array change_words{
    "change",       "changes",        "amendment",      "amendments",   "modification", "modifications",
    "tweak",        "tweaks",         "edit",           "edits",        "änderung",     "änderungen",
    "anpassung",    "anpassungen",    "ergänzung",      "ergänzungen",  "korrektur",    "korrekturen",
    "changement",   "changements",    "ajustement",     "ajustements",  "cambio",       "cambios",
    "modificación", "modificaciones", "enmienda",       "enmiendas",    "modifica",     "modifiche",
    "cambiamento",  "cambiamenti",    "alteração",      "alterações",   "mudança",      "mudanças",
    "wijziging",    "wijzigingen",    "aanpassing",     "aanpassingen", "ändring",      "ändringar",
    "ændring",      "ændringer",      "endring",        "endringer",    "justering",    "justeringer",
    "justeringar",  "zmianą",         "zmianami",       "poprawką",     "poprawkami",   "změnou",
    "změnami",      "úpravou",        "úpravami",       "изменением",   "изменениями",  "поправкой",
    "поправками",   "değişiklikle",   "değişikliklerle"};
// Between them: the change is the proposal. "Einverstanden mit der Änderung"
inline constexpr std::array definite_words{
    "the",     "this",    "these", "that",    "your",   "its",     "his",      "her",       "their",  "proposed",
    "der",     "den",     "dem",   "die",     "dieser", "diesen",  "deiner",   "ihrer",     "la",     "le",
    "les",     "cette",   "ces",   "el",      "los",    "las",     "este",     "esta",      "estos",  "estas",
    "il",      "lo",      "i",     "gli",     "questa", "queste",  "o",        "os",        "as",     "essa",
    "de",      "deze",    "dit",   "denna",   "dessa",  "denne",   "disse",    "tą",        "tymi",   "touto",
    "těmito",  "этим",    "этими", "этой",    "bu",     "our",     "recent",   "latest",    "last",   "no",
    "any",     "eure",    "euren", "euer",    "unsere", "unseren", "deine",    "deinen",    "ihre",   "ihren",
    "letzten", "vos",     "nos",   "tes",     "tus",    "sus",     "vuestros", "nuestros",  "vostre", "nostre",
    "vostri",  "nostri",  "tuoi",  "tue",     "tuas",   "teus",    "seus",     "suas",      "nossas", "jullie",
    "jouw",    "uw",      "onze",  "jullies", "era",    "dina",    "våra",     "dine",      "jeres",  "deres",
    "twoimi",  "waszymi", "tvými", "vašimi",  "твоими", "вашими",  "нашими",   "последними"};

// Near a number: no more than that. "Einverstanden, höchstens zwei Stühle", "D'accord, deux chaises au maximum"
inline constexpr std::array at_most{
    "at most",        "maximum of", "no more than",  "not more than", "maximum",     "höchstens",   "maximal",
    "nicht mehr als", "au maximum", "au plus",       "pas plus de",   "como máximo", "máximo",      "a lo sumo",
    "no más de",      "al massimo", "massimo",       "non più di",    "no máximo",   "não mais de", "maximaal",
    "hoogstens",      "hooguit",    "niet meer dan", "högst",         "max",         "inte mer än", "højst",
    "ikke mere end",  "høyst",      "maks",          "ikke mer enn",  "najwyżej",    "maksymalnie", "nie więcej niż",
    "nejvýš",         "nejvýše",    "maximálně",     "ne více než",   "максимум",    "не больше",   "не более",
    "en fazla",       "en çok",     "最多",          "不超过"};
// Of these, the names of people too: only a number right behind or the end of the clause tells. "+1, thanks to Max"
inline constexpr std::array most_or_max{"max", "maximum"};
// Before them, stems of lasting and costing: a reason, and no limit. "+1, it takes at most ten minutes"
inline constexpr std::array lasting_stems{"take",  "last", "cost",  "lose", "dauer", "kost",  "brauch", "verlier",
                                          "prend", "coût", "dure",  "dura", "tard",  "lleva", "cuest",  "cost",
                                          "perde", "leva", "demor", "cust", "duur",  "tar",   "tager",  "varar",
                                          "varer", "trw",  "zajm",  "trvá", "stoj",  "займ",  "длит",   "сто"};
// Numbers in words beside these.
inline constexpr std::array counting_words{
    "one",     "two",    "three", "four",   "five",  "ten",    "ein",     "zwei",   "drei",  "vier",  "fünf",
    "zehn",    "une",    "un",    "deux",   "trois", "quatre", "cinq",    "dix",    "una",   "uno",   "dos",
    "tres",    "cuatro", "cinco", "diez",   "due",   "tre",    "quattro", "cinque", "dieci", "um",    "uma",
    "dois",    "duas",   "três",  "quatro", "dez",   "één",    "een",     "twee",   "drie",  "vijf",  "tien",
    "ett",     "två",    "fyra",  "fem",    "tio",   "to",     "fire",    "ti",     "jeden", "dwa",   "dwie",
    "trzy",    "dva",    "dvě",   "tři",    "один",  "два",    "две",     "двух",   "три",   "трёх",  "трех",
    "bir",     "iki",    "üç",    "dört",   "beş",   "on",     "eine",    "einen",  "einer", "jedno", "jedną",
    "jednego", "dwóch",  "jedné", "jednu",  "dvou",  "одну",   "одного",  "одной"};

// Stems of what leaves a thing out, in a short clause: "Agreed, chairs excluded", "D'accord, chaises exclues"
inline constexpr std::array excluding_stems{
    "exclud",  "exclusion", "ausgenommen", "ausgeschlossen", "ausschluss",  "exclu",    "excluid",
    "excluíd", "esclus",    "eccettuat",   "uitgezonderd",   "uitgesloten", "undantag", "undtag",
    "unntatt", "unntak",    "wyłącz",      "wyjątk",         "vylouč",      "vyjma",    "исключ"};
// Begun by such a stem, but praise: "+1, very exclusive"
inline constexpr std::array no_excluding_stems{"exclusiv", "exclusif", "exclusief", "exklusiv", "esclusiv"};
// Beside them: nothing is. "Niemand ausgeschlossen"
inline constexpr std::array excluding_none{
    "no",    "nobody",  "none",   "nothing", "not",   "never",    "without", "nicht",  "niemand", "nichts",
    "kein",  "keine",   "keiner", "ohne",    "pas",   "personne", "rien",    "aucun",  "aucune",  "sans",
    "nadie", "nada",    "ningún", "ninguna", "sin",   "nessuno",  "nessuna", "niente", "non",     "senza",
    "não",   "ninguém", "nenhum", "nenhuma", "sem",   "niet",     "niets",   "geen",   "zonder",  "inte",
    "ingen", "inget",   "utan",   "ikke",    "intet", "uden",     "uten",    "nie",    "nikt",    "nikogo",
    "nic",   "bez",     "ne",     "nikdo",   "žádn",  "не",       "никто",   "ничего", "без"};

// Behind a link such as "for", and then the clause ends: "I agree for this year"
inline constexpr std::array this_time{
    "this year",    "this month",   "this season", "this time",  "this once",    "dieses jahr", "diesmal",
    "dieses mal",   "diese saison", "cette année", "cette fois", "este año",     "esta vez",    "quest'anno",
    "questa volta", "este ano",     "dit jaar",    "deze keer",  "det här året", "i år",        "den här gången",
    "denne gang",   "dette år",     "dette året",  "ten rok",    "tym roku",     "tym razem",   "letos",
    "letošek",      "tentokrát",    "этот год",    "этот раз",   "bu yıl",       "bu sefer"};

// The last words of an agreement that they limit: "賛成です、5万円まで", "Kabul, sandalyeler olmadan"
inline constexpr std::array limiting_ends{
    "olmadan", "dışında", "hariç",  "的话",     "之后",     "以后",   "除外",   "以内",   "まで", "までです",
    "だけ",    "のみ",    "以内で", "以内です", "なしで",   "抜きで", "の後で", "修改后", "目前", "の後に",
    "後で",    "後に",    "後",     "を除く",   "を除いて", "は除く", "を除き", "以外"};
// What is none: "this is for the first time", "tot nu toe"
inline constexpr std::array no_limiting_ends{"最後",     "今後",     "最後まで", "午後",   "放課後", "今まで",
                                             "これまで", "ここまで", "大家的话", "你的话", "您的话", "说的话"};

}  // namespace assentd::words
