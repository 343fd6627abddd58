// SPDX-License-Identifier: Apache-2.0
// Terms: a vote beside which a condition is named as one holds only under it, as reading copies (parsers/fold.h).
// Data only: parsers/votes/vote_terms says where each is looked for.
#pragma once

#include <array>

namespace assentd::words {

// Stems of what a condition is called.
inline constexpr std::array term_stems{
    "condition",     "proviso",   "caveat",     "stipulation",   "requirement", "limitation", "bedingung",
    "voraussetzung", "auflage",   "vorbehalt",  "einschränkung", "réserve",     "condici",    "condizion",
    "condiç",        "condic",    "voorwaarde", "voorbehoud",    "villkor",     "förbehåll",  "betingels",
    "vilkår",        "forbehold", "warun",      "zastrzeż",      "podmín",      "výhrad",     "услови",
    "оговорк",       "şart",      "koşul",      "cap",           "capped",      "limit",      "obergrenze",
    "plafond",       "tope",      "límite",     "limite",        "tetto",       "teto",       "limiet",
    "maximum",       "övre",      "gräns",      "grænse",        "grense",      "pułap",      "strop",
    "лимит",         "потолок",   "sınır",
};
// Words that such a stem begins and that are none: "the capacity", "under capital"
inline constexpr std::array no_terms{"capac",   "capab",   "capit",    "captur", "caps",
                                     "unlimit", "şartsız", "koşulsuz", "strope"};

// Right before it, or with two words between: "Agreed, with a cap of 90"
inline constexpr std::array term_links{"with", "under", "on",    "given", "mit", "unter", "bei",   "avec", "sous",
                                       "con",  "bajo",  "sotto", "com",   "sob", "met",   "onder", "med",  "under",
                                       "z",    "pod",   "przy",  "s",     "se",  "za",    "с",     "под",  "при"};
// Right before it, or with a word between: there is none.
inline constexpr std::array term_denials{"no",      "any",    "without", "keine",   "keinerlei", "kein",    "ohne",
                                         "sans",    "aucune", "sin",     "ninguna", "senza",     "nessuna", "sem",
                                         "nenhuma", "geen",   "zonder",  "inga",    "utan",      "ingen",   "uden",
                                         "uten",    "bez",    "żadnych", "žádné",   "без",       "never"};

// Before it, where a sentence begins with it: "The only condition is …", "Meine Bedingung: …"
inline constexpr std::array term_owners{
    "the",    "my",           "our",   "only",   "one",    "a",       "single", "main",   "two",
    "three",  "following",    "die",   "meine",  "unsere", "einzige", "eine",   "zwei",   "folgende",
    "la",     "les",          "ma",    "mes",    "seule",  "une",     "deux",   "mi",     "mis",
    "única",  "una",          "unica", "le",     "mia",    "minha",   "minhas", "uma",    "de",
    "mijn",   "enige",        "een",   "mitt",   "mina",   "enda",    "ett",    "min",    "mine",
    "eneste", "et",           "en",    "jedyny", "mój",    "moje",    "jeden",  "jediná", "jedna",
    "moja",   "единственное", "моё",   "мои",    "tek",    "bir",     "benim"};
// Behind it there.
inline constexpr std::array term_copulas{"is", "ist", "est",  "es",   "è",     "é",    "är",   "er",
                                         "to", "je",  "jest", "wäre", "would", "será", "sera", "—"};

// Anywhere in a mail that votes: the vote is said to hold only so.
inline constexpr std::array only_so{
    "vote depends",
    "agreement depends",
    "approval depends",
    "consent depends",
    "accord dépend",
    "vote dépend",
    "voto depende",
    "acuerdo depende",
    "voto dipende",
    "stimme hängt",
    "zustimmung hängt",
    "zustimmung gilt",
    "stimme gilt nur",
    "stem hangt",
    "akkoord hangt",
    "röst beror",
    "stemme afhænger",
    "stemme avhenger",
    "głos zależy",
    "zgoda zależy",
    "hlas závisí",
    "souhlas závisí",
    "голос зависит",
    "согласие зависит",
    "oyum bağlı",
    "one condition",
    "eine bedingung",
    "une condition",
    "una condición",
    "una condizione",
    "uma condição",
    "een voorwaarde",
    "één voorwaarde",
    "ett villkor",
    "en betingelse",
    "jeden warunek",
    "jednu podmínku",
    "одно условие",
    "bir şartım",
    "bir koşulum",
    "only counts if",
    "counts only if",
    "only valid if",
    "valid only if",
    "only holds if",
    "holds only if",
    "only agree if",
    "agree only if",
    "only if",
    "only stands if",
    "only applies if",
    "conditional on",
    "conditional upon",
    "is conditional",
    "contingent on",
    "contingent upon",
    "nur, wenn",
    "nur wenn",
    "nur, falls",
    "nur falls",
    "nur unter",
    "nur gültig",
    "ne vaut que si",
    "n'est valable que si",
    "vaut que si",
    "seulement si",
    "uniquement si",
    "qu'à condition",
    "solo vale si",
    "solo si",
    "sólo si",
    "únicamente si",
    "solo se",
    "soltanto se",
    "vale solo se",
    "só se",
    "somente se",
    "apenas se",
    "só vale se",
    "alleen als",
    "alleen geldig",
    "slechts als",
    "bara om",
    "endast om",
    "kun hvis",
    "bare hvis",
    "gælder kun",
    "gjelder bare",
    "tylko jeśli",
    "tylko jeżeli",
    "tylko pod warunkiem",
    "tylko wtedy",
    "jen pokud",
    "jen když",
    "jen za",
    "pouze pokud",
    "только если",
    "только при",
    "только в случае",
    "ancak",
    "şartıyla",
    "koşuluyla",
    "kaydıyla",
    "只有在",
    "仅当",
    "只在",
    "のみ有効",
    "条件です",
    "が条件",
    "条件是",
    "前提是",
    "条件:",
    "条件は",
};

// Words of agreement and yes of Turkish, which sets conditions by endings: "Evet, Tom onaylarsa"
inline constexpr std::array turkish_agreement{"evet",  "kabul", "onay",  "katıl", "destekl",  "tamam",  "olur",
                                              "uygun", "bence", "benim", "bana",  "itirazım", "hiçbir", "bir itiraz"};
inline constexpr std::array turkish_conditions{
    "rsa",     "rse",   "lsa",      "lse",      "zsa",      "zse",       "nsa",   "nse",   "dıysa", "diyse", "duysa",
    "düyse",   "tıysa", "tiyse",    "yorsa",    "caksa",    "cekse",     "eyse",  "aysa",  "ıysa",  "iyse",  "şartlı",
    "koşullu", "ınca",  "ince",     "unca",     "ünce",     "dıkça",     "dikçe", "dukça", "dükçe", "tıkça", "tikçe",
    "rsak",    "rsek",  "onayıyla", "kaydıyla", "şartıyla", "koşuluyla", "sonra", "önce",  "kadar", "üzere", "yeter"};
// The last word of a condition behind a sign, which shows no language: "+1, yönetim onaylarsa"
inline constexpr std::array turkish_last_words{"sonra",  "önce",     "kadar",     "takdirde", "halinde",
                                               "sürece", "şartıyla", "koşuluyla", "kaydıyla", "onayıyla"};
inline constexpr std::array turkish_endings{
    "arsa",  "erse",  "ırsa", "irse", "ursa", "ürse", "azsa",  "ezse",  "yorsa", "arsak", "ersek", "ırsak", "irsek",
    "ursak", "ürsek", "ınca", "ince", "unca", "ünce", "dıkça", "dikçe", "dukça", "dükçe", "tıkça", "tikçe"};
// What tells Turkish from the others where its endings are theirs too: "Tom öderse", not "debería repetirse"
inline constexpr std::array turkish_letters{"ı", "ğ", "ş", "ö", "ü", "ç"};
inline constexpr std::array turkish_words{"eder",    "ederse", "edersek", "isterse", "gelirse", "verirse", "bitince",
                                          "gelince", "olursa", "yeterse", "biterse", "giderse", "tamir",   "izin",
                                          "herkes",  "itiraz", "kimse",   "yönetim", "bunu"};
// The last word of what is told as done.
inline constexpr std::array turkish_past{"dim", "dım", "dum", "düm", "tim", "tım", "tum", "tüm",
                                         "dik", "dık", "duk", "dük", "tik", "tık", "tuk", "tük"};
// No conditions for all their endings: "yeterince bekledik", "çok ince bir düşünce"
inline constexpr std::array no_turkish_conditions{"yeterince", "ince", "düşünce", "düşünceyse", "önceki", "sevince"};
inline constexpr std::array turkish_at_hand{"yarına kadar", "bugüne kadar", "şimdiye kadar", "pazartesiye kadar",
                                            "cumaya kadar"};
// Words of others that end so: "+1 in reverse", "+1, debe hacerse"
inline constexpr std::array no_turkish{
    "reverse",  "inverse", "diverse",  "converse", "adverse", "universe", "traverse", "verse", "versa", "since",
    "province", "prince",  "convince", "adresse",  "hay",     "que",      "debe",     "deben", "puede", "pueden",
    "puedo",    "para",    "hacerse",  "the",      "of",      "to",       "it",       "die",   "der",   "das",
    "il",       "la",      "le",       "et",       "y",       "non",      "si"};

}  // namespace assentd::words
