// SPDX-License-Identifier: Apache-2.0
// What tells the absence note of a program from a person who writes about an absence, as reading copies
// (parsers/fold.h). Data only.
#pragma once

#include <array>
#include <string_view>

#include "parsers/automatic/vacation_absences_data.h"

namespace assentd::words {

// Said between the words of an absence: "I am currently travelling".
inline constexpr std::array passing_times{
    "currently",     "presently",   "unfortunately", "still",          "today",           "this week",
    "derzeit",       "momentan",    "aktuell",       "zurzeit",        "zur zeit",        "heute",
    "diese woche",   "leider",      "gerade",        "actuellement",   "malheureusement", "aujourd'hui",
    "cette semaine", "actualmente", "hoy",           "esta semana",    "lamentablemente", "attualmente",
    "oggi",          "purtroppo",   "atualmente",    "hoje",           "infelizmente",    "momenteel",
    "vandaag",       "helaas",      "deze week",     "för närvarande", "just nu",         "idag",
    "i dag",         "tyvärr",      "i øjeblikket",  "for tiden",      "desværre",        "for øyeblikket",
    "dessverre",     "obecnie",     "aktualnie",     "dzisiaj",        "niestety",        "momentálně",
    "aktuálně",      "dnes",        "bohužel",       "сейчас",         "временно",        "сегодня",
    "к сожалению",   "şu an",       "şu anda",       "bugün",          "maalesef",
};

// In front of one of the first, in its sentence: somebody else is away.
inline constexpr std::array other_people{
    NotePhrase{"en", "he"},       NotePhrase{"en", "he's"},     NotePhrase{"en", "she"},
    NotePhrase{"en", "she's"},    NotePhrase{"en", "they"},     NotePhrase{"en", "they're"},
    NotePhrase{"en", "who"},      NotePhrase{"de", "er"},       NotePhrase{"de", "sie ist"},
    NotePhrase{"de", "sie sind"}, NotePhrase{"de", "wer"},      NotePhrase{"fr", "il est"},
    NotePhrase{"fr", "elle est"}, NotePhrase{"fr", "ils sont"}, NotePhrase{"fr", "elles sont"},
    NotePhrase{"fr", "qui"},      NotePhrase{"es", "está"},     NotePhrase{"es", "estará"},
    NotePhrase{"es", "están"},    NotePhrase{"es", "estarán"},  NotePhrase{"es", "quien"},
    NotePhrase{"it", "è"},        NotePhrase{"it", "sarà"},     NotePhrase{"it", "saranno"},
    NotePhrase{"it", "chi"},      NotePhrase{"pt", "está"},     NotePhrase{"pt", "estará"},
    NotePhrase{"pt", "estão"},    NotePhrase{"pt", "estarão"},  NotePhrase{"pt", "quem"},
    NotePhrase{"nl", "hij"},      NotePhrase{"nl", "zij"},      NotePhrase{"nl", "hij is"},
    NotePhrase{"nl", "wie"},      NotePhrase{"sv", "han"},      NotePhrase{"sv", "hon"},
    NotePhrase{"sv", "de är"},    NotePhrase{"sv", "som är"},   NotePhrase{"da", "han"},
    NotePhrase{"da", "hun"},      NotePhrase{"da", "de er"},    NotePhrase{"da", "der er"},
    NotePhrase{"nb", "han"},      NotePhrase{"nb", "hun"},      NotePhrase{"nb", "de er"},
    NotePhrase{"nb", "som er"},   NotePhrase{"pl", "jest"},     NotePhrase{"pl", "będzie"},
    NotePhrase{"pl", "są"},       NotePhrase{"pl", "kto"},      NotePhrase{"cs", "je"},
    NotePhrase{"cs", "bude"},     NotePhrase{"cs", "jsou"},     NotePhrase{"cs", "kdo"},
    NotePhrase{"ru", "он"},       NotePhrase{"ru", "она"},      NotePhrase{"ru", "они"},
    NotePhrase{"ru", "кто"},      NotePhrase{"ru", "будет"},    NotePhrase{"zh", "他"},
    NotePhrase{"zh", "她"},       NotePhrase{"zh", "谁"},       NotePhrase{"ja", "他"},
    NotePhrase{"ja", "她"},       NotePhrase{"ja", "さんは"},   NotePhrase{"ja", "さんが"},
    NotePhrase{"ja", "さんも"},
};

// What a note to anybody does not speak of: "I am on vacation, please extend the deadline".
inline constexpr std::array decision_phrases{
    "agree",       "disagree",     "approve",      "dafür",        "dagegen",      "einverstanden", "d'accord",
    "je vote",     "de acuerdo",   "a favor",      "en contra",    "d'accordo",    "favorevole",    "contrario",
    "contraria",   "de acordo",    "concordo",     "akkoord",      "instämmer",    "enig",          "głosuję",
    "zgadzam",     "popieram",     "hlasuji",      "souhlasím",    "голосую",      "согласен",      "согласна",
    "поддерживаю", "oyum",         "katılıyorum",  "同意",         "反对",         "赞成",          "賛成",
    "反対",        "vote",         "votes",        "voting",       "the proposal", "your proposal", "this proposal",
    "deadline",    "extend",       "extension",    "postpone",     "postponed",    "this decision", "decide",
    "decided",     "quorum",       "abstimmung",   "abstimmen",    "stimme",       "vorschlag",     "verlängern",
    "verlängert",  "verschieben",  "entscheidung", "beschluss",    "frist",        "voter",         "voterai",
    "proposition", "le délai",     "prolonger",    "reporter le",  "décision",     "votar",         "votaré",
    "voto",        "votación",     "propuesta",    "ampliar",      "prorrogar",    "aplazar",       "decisión",
    "votare",      "voterò",       "votazione",    "proposta",     "scadenza",     "prorogare",     "rinviare",
    "decisione",   "votarei",      "votação",      "prolongar",    "adiar",        "decisão",       "stem",
    "stemmen",     "stemming",     "voorstel",     "verlengen",    "uitstellen",   "besluit",       "rösta",
    "röstar",      "röst",         "omröstning",   "omröstningen", "förslag",      "förslaget",     "förlänga",
    "förlängas",   "skjuta upp",   "beslutet",     "stemme",       "stemmer",      "afstemning",    "afstemningen",
    "forslag",     "forslaget",    "fristen",      "forlænge",     "forlænges",    "udskyde",       "beslutningen",
    "avstemning",  "avstemningen", "forlenge",     "forlenges",    "utsette",      "avgjørelsen",   "głos",
    "głosować",    "zagłosuję",    "głosowanie",   "głosowania",   "propozycja",   "propozycji",    "propozycję",
    "przedłużyć",  "przełożyć",    "decyzję",      "decyzji",      "hlas",         "hlasovat",      "hlasování",
    "návrh",       "návrhu",       "lhůtu",        "prodloužit",   "odložit",      "rozhodnutí",    "голос",
    "голосовать",  "проголосую",   "голосование",  "голосования",  "предложение",  "предложению",   "продлить",
    "отложить",    "решение",      "oy",           "oyumu",        "oylama",       "oylamayı",      "oylamaya",
    "öneri",       "öneriyi",      "uzatabilir",   "uzatalım",     "uzatın",       "erteleyelim",   "kararı",
    "投票",        "提案",         "延期",         "延长",         "延長",         "期限",          "决定",
    "決定",        "表决",         "議決",
};

// Whoever left a company is no longer there; people leave other things, too: "I have left Example Ltd.".
inline constexpr std::array leaving{
    "i have left", "i've left",      "j'ai quitté",     "he dejado",       "ho lasciato",
    "deixei",      "jag har lämnat", "jeg har forladt", "jeg har forlatt",
};
inline constexpr std::array legal_forms{
    "ltd", "inc", "llc", "plc", "corp", "gmbh", "ag", "sarl", "srl", "lda", "bv", "nv", "aps",
};

}  // namespace assentd::words
