// SPDX-License-Identifier: Apache-2.0
// What an agreement or a refusal may be of, as reading copies (parsers/fold.h). Data only: parsers/votes/vote_objects
// says where each is looked for.
#pragma once

#include <array>

namespace assentd::words {

// Between a word of agreement and whom or what it is with.
inline constexpr std::array agreement_links{"with", "to", "on", "about", "mit", "avec", "con", "com", "med",
                                            "met",  "z",  "ze", "s",     "se",  "с",    "со",  "i",   "in"};

// Between a word and its object: agreement with a person is none with the proposal.
inline constexpr std::array agreement_objects{
    "this",
    "the proposal",
    "the plan",
    "the change",
    "it",
    "all",
    "everything",
    "the suggestion",
    "the draft",
    "the idea",
    "the text",
    "your proposal",
    "the decision",
    "the motion",
    "the release",
    "this proposal",
    "the proposed",
    "the amendment",
    "the above",
    "om",
    "moving",
    "adopting",
    "option",
    "dem vorschlag",
    "dem antrag",
    "dem plan",
    "dem entwurf",
    "dem text",
    "dem beschluss",
    "dem vorhaben",
    "dem projekt",
    "dem vorgehen",
    "dem ganzen",
    "diesem",
    "allem",
    "la proposition",
    "cette",
    "ça",
    "cela",
    "ce",
    "le projet",
    "tout",
    "la propuesta",
    "esta",
    "esto",
    "eso",
    "lo propuesto",
    "todo",
    "la proposta",
    "questa",
    "questo",
    "tutto",
    "a proposta",
    "isto",
    "isso",
    "tudo",
    "het voorstel",
    "dit",
    "alles",
    "förslaget",
    "detta",
    "det",
    "alla",
    "forslaget",
    "dette",
    "alt",
    "propozycją",
    "tą",
    "tym",
    "wnioskiem",
    "návrhem",
    "tím",
    "tímto",
    "предложением",
    "этим",
    "всем",
    "wniosek",
    "propozycję",
    "projekt",
    "pomysł",
    "to",
    "návrh",
    "предложение",
    "это",
    "идею",
};

// "+1 to Ben's point": agreement with what somebody said.
inline constexpr std::array remark_nouns{"point",     "comment",  "comments",    "question",  "concern",
                                         "concerns",  "remark",   "caveat",      "objection", "argument",
                                         "worry",     "request",  "above",       "feedback",  "mail",
                                         "reasoning", "analysis", "observation", "receipt"};
// The same as the stems of other languages: "Je m'oppose à l'objection de Chen".
inline constexpr std::array remark_stems{
    "l'objection", "l'argument", "einwand",    "einwänd",    "argument", "objeci", "objeç",  "obiezion", "argoment",
    "bezwaar",     "invändning", "indvending", "innvending", "sprzeciw", "námit",  "возраж", "аргумент", "itiraz"};

// Behind a word of agreement: a fact is agreed to or denied. "I agree it's dear", "Souhlasím, že je to drahé"
inline constexpr std::array facts{"that", "que", "qu'", "en que", "che", "dass", "daß", "że", "že", "что"};
// The same behind a comma, and in English without its "that".
inline constexpr std::array facts_behind_comma{"dass", "daß", "że", "že", "что"};
inline constexpr std::array bare_facts{"it's", "it is", "there's", "there is", "there are", "we have"};

// What a word that is for or against a thing ends with: "dafür, dass wir das machen" is no fact.
inline constexpr std::array for_or_against{"dafür",  "für",     "dagegen", "favour",  "favor",  "favore",
                                           "för",    "for",     "za",      "pro",     "pour",   "contre",
                                           "contra", "contro",  "tegen",   "emot",    "imod",   "imot",
                                           "proti",  "przeciw", "против",  "against", "oppose", "opposed"};

// Stems of what is done instead of the proposal: "I'm in favour of rejecting this", "Jestem przeciw odkładaniu".
inline constexpr std::array other_deeds{
    "reject",    "declining", "postpon", "delaying",  "waiting",  "deferring", "dropping", "cancelling", "canceling",
    "scrapping", "rushing",   "ablehn",  "abzulehn",  "vertag",   "verschieb", "verschob", "abwart",     "abzuwart",
    "warten",    "abzusagen", "absag",   "rejet",     "refuser",  "report",    "attend",   "annul",      "rechaz",
    "aplaz",     "posponer",  "esperar", "respinger", "rifiutar", "rinvi",     "rimand",   "aspettar",   "rejeit",
    "adiar",     "adiamento", "afwijz",  "uitstel",   "wachten",  "avslå",     "avslag",   "avslår",     "vänta",
    "skjut",     "afvis",     "afslå",   "udsæt",     "vente",    "avvis",     "utsett",   "odrzuc",     "odłoż",
    "odkład",    "odrocz",    "czeka",   "zamít",     "odlož",    "odklad",    "odmítn",   "отклон",     "отлож",
    "отказ",     "перенес",   "подожд",  "отсроч",    "ertele",   "推迟",      "推遲",     "延期",       "延后",
    "暂缓",      "先送り",    "見送り",
};

// Of these, the ones that stand right behind a sign: the link is an ending, or there is none. "+1 ertelemeye"
inline constexpr std::array bare_deeds{"ertele", "推迟", "推遲", "延期", "延后", "暂缓", "先送り", "見送り"};

// Behind "approved:", somebody else's form: "Approved: invoice 4711, 230 EUR."
inline constexpr std::array papers{"invoice", "invoices", "expense", "expenses", "order",        "purchase",
                                   "payment", "receipt",  "leave",   "vacation", "holiday",      "timesheet",
                                   "trip",    "travel",   "ticket",  "refund",   "reimbursement"};

// "Jag är för" is "I am for" before these, and "I am too" before an adjective.
inline constexpr std::array too_or_for{"jag är för", "jeg er for"};
inline constexpr std::array for_what{"ett",   "en",    "et",    "den",   "det",  "de",   "denne", "dette",
                                     "denna", "detta", "dessa", "disse", "att",  "at",   "å",     "alla",
                                     "alle",  "allt",  "alt",   "mer",   "mere", "fler", "flere", "vår",
                                     "vårt",  "vores", "ert",   "deres", "ny",   "nya",  "nye",   "ja"};

// Whose object may be somebody: "Popieram Chena".
inline constexpr std::array supporting{"popieram", "podporuji", "поддерживаю"};

// A part that is liked where a "but" follows: "I have no objection to the idea, but the date is bad".
inline constexpr std::array liked_parts{
    "idea",     "goal",        "aim",    "principle", "intention", "direction",  "ziel",      "idee",
    "richtung", "absicht",     "l'idée", "idée",      "objectif",  "l'objectif", "intención", "objetivo",
    "l'idea",   "l'obiettivo", "ideia",  "doel",      "idén",      "ideen",      "idéen",     "målet",
    "pomysł",   "pomysłem",    "celem",  "cílem",     "nápadem",   "идеей",      "идею",      "целью"};
// Behind the comma of a clause that agrees: the rest is kept out. "Einverstanden mit dem Ziel, nicht mit dem Weg"
inline constexpr std::array kept_out{
    "not with",  "not for the", "not for this", "not to the", "not the",   "not on the", "not its",   "not your",
    "nicht mit", "nicht dem",   "nicht der",    "nicht den",  "nicht die", "nicht das",  "nicht für", "nicht zum",
    "nicht zur", "pas avec",    "pas le",       "pas la",     "pas les",   "pas sur",    "pas pour",  "pas au",
    "pas à la",  "no con",      "no el",        "no la",      "no los",    "no las",     "no en",     "non con",
    "non il",    "non la",      "non lo",       "non i",      "non gli",   "non le",     "non sul",   "non sulla",
    "não com",   "não o",       "não a",        "não os",     "não as",    "niet met",   "niet de",   "niet het",
    "inte med",  "inte för",    "inte till",    "ikke med",   "ikke for",  "ikke til",   "nie na",    "nie z",
    "nie dla",   "ne s",        "ne na",        "не с",       "не на"};

}  // namespace assentd::words
