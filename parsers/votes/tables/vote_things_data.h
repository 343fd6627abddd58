// SPDX-License-Identifier: Apache-2.0
// What a word that is for or against something may be for, as reading copies (parsers/fold.h). Data only:
// parsers/votes/vote_things says where each is looked for.
#pragma once

#include <array>

namespace assentd::words {

// A phrase that ends with one of these goes on with what it is for or against, beside `for_or_against`: "I support
// tapes"
inline constexpr std::array takes_a_thing{
    "support",
    "count me in",
    "reject",
    "veto",
    "block",
    "blocking",
    "object",
    "favour",
    "voor",
    "contrario",
    "contraria",
    "favorevole",
    "favorável",
    "favorable",
    "défavorable",
    "opposé",
    "opposée",
    "m'oppose",
    "refuse",
    "rejette",
    "soutiens",
    "apoyo",
    "rechazo",
    "me opongo",
    "me parece bien",
    "me parece perfecto",
    "me parece genial",
    "respingo",
    "mi oppongo",
    "apoio",
    "rejeito",
    "oponho-me",
    "me oponho",
    "popieram",
    "odrzucam",
    "przeciwny",
    "przeciwna",
    "podporuji",
    "zamítám",
    "odmítám",
    "поддерживаю",
    "отклоняю",
    "avstyrker",
    "motsätter mig",
    "modsætter mig",
    "motsetter meg",
    "mot",
    "ça me va",
    "vetuji",
    "wetuję",
    "blokuję",
    "blokuji",
    "lehne",
};

// What somebody approves of is the thing before them, unless it is called another: "I approve the alternative"
inline constexpr std::array approves_of_a_thing{
    "approve",   "approved",    "accept",      "endorse",    "approuve", "j'approuve", "accepte",
    "j'accepte", "valide",      "apruebo",     "acepto",     "approvo",  "accetto",    "aprovo",
    "aceito",    "akceptuję",   "zatwierdzam", "schvaluji",  "одобряю",  "принимаю",   "утверждаю",
    "godkänner", "tillstyrker", "godkender",   "godkjenner",
};

// Between such a word, or a sign, and its thing.
inline constexpr std::array thing_links{
    "to",      "on",        "for",   "of",     "zu",   "zum",     "zur",  "für",  "gegen", "pour", "contre",
    "à",       "au",        "aux",   "de",     "du",   "des",     "d'",   "para", "por",   "del",  "al",
    "a",       "ai",        "alla",  "alle",   "agli", "allo",    "ao",   "aos",  "às",    "das",  "dos",
    "do",      "da",        "per",   "voor",   "op",   "tegen",   "till", "til",  "för",   "mot",  "na",
    "dla",     "за",        "на",    "pro",    "mod",  "imod",    "imot", "emot", "k",     "ke",   "proti",
    "przeciw", "przeciwko", "wobec", "против", "к",    "för att", "om at"};

// The same behind words that have nothing against it: "No objections regarding the minutes"
inline constexpr std::array about_links{
    "regarding",    "concerning",    "about",       "as to",      "bezüglich",
    "betreffend",   "hinsichtlich",  "wegen",       "concernant", "sur",
    "quant à",      "quant au",      "sobre",       "respecto a", "respecto al",
    "en cuanto a",  "sul",           "sulla",       "sui",        "sulle",
    "riguardo a",   "riguardo alla", "quanto à",    "quanto ao",  "relativamente à",
    "over",         "betreffende",   "angående",    "om",         "vedrørende",
    "co do",        "odnośnie",      "odnośnie do", "ohledně",    "vůči",
    "относительно", "насчёт",        "насчет",      "по",         "по поводу"};

// Stems of what a proposal is called; one of the first words of the thing.
inline constexpr std::array proposal_stems{
    "proposal",  "proposed",   "plan",      "change",      "suggestion", "draft",     "motion",    "decision",
    "amendment", "resolution", "release",   "text",        "idea",       "vorschlag", "vorschläg", "antrag",
    "vorhaben",  "projekt",    "idee",      "proposition", "projet",     "proposta",  "propuesta", "plano",
    "projeto",   "proyecto",   "progetto",  "idé",         "ideia",      "ideę",      "idej",      "voorstel",
    "förslag",   "forslag",    "propozycj", "propozicj",   "wnios",      "pomys",     "návrh",     "nápad",
    "návrz",     "предложен",  "проект",    "идею",        "идея",       "идеи",      "öneri",     "motie",
    "décision",  "decisión",   "decisione", "decisão",     "besluit",    "beslut",    "entwurf",   "l'idée",
    "l'idea",    "beschluss",  "uchwał",
};

// Stems of what a link may begin instead: "-1 for security reasons"
inline constexpr std::array reason_stems{"reason", "ground", "lack", "grund", "gründ", "raison", "razon", "razón",
                                         "motiv",  "ragion", "razõ", "reden", "skäl",  "powod",  "důvod", "причин"};

// The same of itself: "I am for this", "Jestem za tym"
inline constexpr std::array proposal_words{
    "this",   "that",   "it",    "all",     "everything", "both",  "these",  "him",   "dies", "diesen", "diese",
    "dieses", "diesem", "dem",   "beides",  "alles",      "allem", "ça",     "cela",  "ceci", "ce",     "cet",
    "cette",  "tout",   "esto",  "eso",     "ello",       "esta",  "este",   "todo",  "lo",   "questo", "questa",
    "ciò",    "tutto",  "isto",  "isso",    "essa",       "tudo",  "dit",    "dat",   "deze", "het",    "detta",
    "det",    "denna",  "dette", "denne",   "alt",        "allt",  "alla",   "to",    "tym",  "temu",   "tego",
    "tę",     "tą",     "ten",   "wszystk", "tím",        "tomu",  "tomuto", "tento", "tuto", "vším",   "это",
    "этого",  "этому",  "этот",  "эту",     "всё",        "все",   "option", "me",    "us",   "mich",   "mig",
    "meg",    "mnie",   "nás",   "mě"};
// The same where nothing else follows: "Ich bin gegen das."
inline constexpr std::array bare_proposal_words{"das", "es", "so", "den"};

// A new thing is what is proposed: "Jag är för ett nytt kontor"
inline constexpr std::array new_things{"new",   "neue",  "neuen", "neues", "nouveau", "nouvelle", "nouvel", "nuevo",
                                       "nueva", "nuovo", "nuova", "novo",  "nova",    "nieuwe",   "nieuw",  "ny",
                                       "nya",   "nytt",  "nye",   "nyt",   "nowy",    "nowa",     "nowe",   "nový",
                                       "nová",  "nové",  "новый", "новая", "новое",   "новую"};

// No thing: the sentence goes on.
inline constexpr std::array no_things{
    "second thought",
    "second thoughts",
    "reflection",
    "balance",
    "the whole",
    "the grounds",
    "my part",
    "paper",
    "and",
    "but",
    "as it",
    "as this",
    "as we",
    "as i",
    "as is",
    "as long as",
    "too",
    "also",
    "again",
    "now",
    "here",
    "hereby",
    "then",
    "so",
    "or",
    "if",
    "thanks",
    "thank you",
    "though",
    "although",
    "however",
    "without",
    "with pleasure",
    "with",
    "whatever",
    "either way",
    "at this point",
    "at all",
    "in principle",
    "und",
    "aber",
    "auch",
    "jetzt",
    "danke",
    "ohne",
    "weil",
    "et",
    "mais",
    "aussi",
    "sans",
    "merci",
    "pero",
    "sin",
    "también",
    "gracias",
    "ma",
    "senza",
    "anche",
    "grazie",
    "mas",
    "sem",
    "também",
    "maar",
    "zonder",
    "och",
    "men",
    "utan",
    "också",
    "og",
    "uden",
    "uten",
    "også",
    "at vi",
    "ale",
    "bez",
    "też",
    "také",
    "и",
    "но",
    "без",
    "тоже",
    "binding",
    "non-binding",
    "100",
    "that",
    "que",
    "dass",
    "że",
    "že",
    "что",
    "parte",
    "nossa parte",
    "notre part",
    "notre côté",
    "mon côté",
    "going ahead",
    "moving forward",
    "moving",
    "proceeding",
    "adopting",
    "adoption",
    "doing it",
    "doing this",
    "doing so",
    "doing that",
    "accepting",
    "approving",
    "approval",
    "merging",
    "releasing",
    "seit",
    "sure",
    "inclusion",
    "merge",
};

// Stems beside the thing: it is another one than the proposal.
inline constexpr std::array other_things{
    "alternativ", "other",    "second",  "first", "third",    "zweit",  "erste",    "ander",  "autre", "deuxième",
    "premièr",    "l'altern", "l'autre", "otra",  "otro",     "segund", "altr",     "l'altr", "outr",  "tweede",
    "eerste",     "andra",    "anden",   "annen", "inny",     "inne",   "drug",     "druh",   "jin",   "втор",
    "друг",       "diğer",    "counter", "gegen", "opposite", "old",    "previous",
};

// Behind a comma a clause says what somebody is for: "Ich bin dafür, dass …", "Jestem za tym, żeby …"
inline constexpr std::array thing_clauses{"dass",    "daß",    "żeby",    "aby",  "by",
                                          "żebyśmy", "abyśmy", "abychom", "чтобы"};
// Such a clause is of the proposal itself where these are all of it.
inline constexpr std::array proposal_clauses{
    "dass wir das machen",
    "dass wir das so machen",
    "dass wir es machen",
    "dass wir es so machen",
    "dass wir das tun",
    "dass wir das annehmen",
    "dass wir den vorschlag annehmen",
    "dass wir das umsetzen",
    "dass wir das probieren",
    "dass wir das ausprobieren",
    "dass wir das versuchen",
    "dass das so gemacht wird",
    "das zu machen",
    "es zu tun",
    "das zu tun",
    "das so zu machen",
    "żeby to zrobić",
    "abyśmy to zrobili",
    "żebyśmy to zrobili",
    "abychom to udělali",
    "чтобы это сделать",
};

}  // namespace assentd::words
