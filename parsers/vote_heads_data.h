// SPDX-License-Identifier: Apache-2.0
// What heads a value and says that it is somebody else's, or that it answers something else, as reading copies
// (parsers/fold.h). Data only; parsers/vote_heads says what for.
#pragma once

#include <array>

namespace assentd::words {

// In a head of few words, besides those of neutral_headings and subjects_of_votes: "On the whole:", "Bottom line:"
inline constexpr std::array head_words{
    "a", "an", "the", "to", "for", "of", "on", "about", "from", "regarding", "concerning", "and", "as", "at", "that",
    "bottom", "line", "version", "story", "matter", "point", "words", "word", "record", "brief", "whole", "end",
    "result", "statement", "comment", "comments", "thoughts", "two", "cents", "question", "subject", "topic", "motion",
    "yes/no", "hi", "hello", "dear", "all", "everyone", "everybody", "team", "folks", "colleagues", "thanks",
    "vorschlag", "zum", "zur", "zu", "thema", "kurzum", "ergebnis", "stellungnahme", "abstimmung", "antwort", "der",
    "die", "das", "im", "ergebnis", "gesagt", "hallo", "zusammen", "liebe", "alle", "proposition", "sur", "la", "le",
    "les", "en", "résumé", "conclusion", "bonjour", "propuesta", "sobre", "resumiendo", "conclusión", "proposta",
    "sulla", "sintesi", "conclusione", "in", "sobre", "conclusão", "resumo", "voorstel", "kortom", "samenvatting",
    "over", "het", "kort", "sagt", "sammanfattning", "förslaget", "sammenfatning", "forslaget", "propozycja",
    "podsumowanie", "krótko", "návrh", "shrnutí", "krátce", "предложение", "итог", "кратко", "коротко", "öneri",
    "özet", "kısaca", "总结", "結論", "结论", "提案"};

// In a head that is the writer's: "From my side:", "Für mich:"
inline constexpr std::array writers_words{
    "i",    "my",   "me",   "mine",  "our",   "us",    "we",     "ich",   "mein",  "meine", "meiner", "mich",  "mir",
    "uns",  "unser", "unsere", "wir", "je",   "moi",   "mon",    "ma",    "nous",  "notre", "yo",     "mi",    "mí",
    "nuestro", "nuestra", "io", "mio", "mia", "noi",   "nostro", "nostra", "eu",   "mim",   "meu",    "minha", "nosso",
    "nossa", "ik",  "mij",  "mijn",  "ons",   "onze",  "jag",    "mig",   "min",   "mitt",  "vår",    "vi",    "oss",
    "jeg",  "mit",  "meg",  "vores", "vor",   "mnie",  "mój",    "moja",  "moje",  "nasz",  "nasza",  "nasze", "můj",
    "mne",  "mě",   "náš",  "naše",  "я",     "меня",  "мой",    "моя",   "моё",   "мое",   "наш",    "наше",  "ben",
    "benim", "bence", "bizim", "我",  "我的", "我们",  "私",     "私の"};

// Of the answer of somebody: with "'s" or one of `of_words` beside it.
inline constexpr std::array answer_nouns{
    "answer",  "reply",   "response", "vote",      "mail",    "e-mail",   "email",    "message",  "position",
    "opinion", "comment", "feedback", "statement", "antwort", "rückmeldung", "nachricht", "stimme", "meinung",
    "stellungnahme", "réponse", "message", "avis", "respuesta", "mensaje", "opinión", "risposta", "messaggio",
    "parere", "resposta", "mensagem", "parecer", "antwoord", "reactie", "bericht", "svar", "meddelande", "besked",
    "beskjed", "odpowiedź", "wiadomość", "odpověď", "zpráva", "ответ", "сообщение", "yanıtı", "cevabı", "mesajı"};
inline constexpr std::array of_words{"of", "from", "by", "von", "vom", "des", "der", "de", "du", "del", "della",
                                     "di", "do", "da", "van", "från", "fra", "af", "av", "od", "от"};
// Where it stands: "FYI, Tom's answer below."
inline constexpr std::array pointers{"below",      "here is",  "here's",   "attached", "forwarded", "fyi",
                                     "unten",      "anbei",    "zur info", "ci-dessous", "voici",   "pour info",
                                     "abajo",      "aquí",     "sotto",    "ecco",     "qui sotto", "abaixo",
                                     "segue",      "hieronder", "ter info", "nedan",   "nedenfor",  "herunder",
                                     "til info",   "poniżej",  "níže",     "ниже",     "aşağıda",   "以下"};

// Somebody's word is passed on: "Tom asked me to send this for him:"
inline constexpr std::array passing_on{
    "asked me to", "asks me to", "asked us to", "told me to", "wants me to", "wanted me to", "lets you know",
    "sends this", "for him", "for her", "for them", "lässt ausrichten", "lassen ausrichten", "lässt mitteilen",
    "lässt sagen", "lässt grüßen und sagt", "bat mich", "hat mich gebeten", "m'a demandé", "me charge de", "vous fait dire", "fait savoir",
    "me ha pedido", "me pidió", "me pide", "manda decir", "mi ha chiesto", "mi chiede di", "fa sapere", "manda a dire",
    "pediu-me", "me pediu", "manda dizer", "vroeg mij", "vroeg me", "laat weten", "bad mig", "låter meddela", "hälsar att",
    "bad meg", "lader sige", "lar hilse", "prosił mnie", "poprosił mnie", "poprosiła mnie", "prosi o przekazanie", "kazał przekazać", "požádal mě",
    "požádala mě", "vzkazuje", "попросил меня", "попросила меня", "просил передать", "просила передать", "передаёт",
    "iletmemi istedi", "rica etti", "让我转告", "からの伝言"};

// Before a name above a vote: whoever signs so signs for somebody. "i.V. Tom Test"
inline constexpr std::array signs_for{"i.v.",   "i. v.",    "i.a.",       "i. a.", "p.p.",    "p. p.", "pp",    "p.p",
                                      "p.o.",   "p/o",      "per pro",    "ppa.",  "p.a.",    "p.d.",  "für",   "for",
                                      "pour",   "por",      "per",        "voor",  "för",     "w im.", "z up.", "v. z.",
                                      "v z.",   "og.",        "ad"};

// In the words before "yes" or "no", without a mark of question: it was asked something. A stem at the begin of a word.
inline constexpr std::array asking_stems{
    "asked", "asks", "asking", "question", "whether", "wants to know", "wanted to know", "wondered", "wonders",
    "fragt", "fragst", "frage", "fragen", "gefragt", "ob", "demand", "question", "pregunt", "domand", "chiede", "chiesto", "chiedeva",
    "pergunt", "vraag", "vroeg", "gevraagd", "fråg", "spurgt", "spørg", "spurte", "spurde", "pyta", "zapyta", "pytani",
    "czy", "ptal", "zeptal", "otázk", "zda", "спросил", "спрашива", "вопрос", "sordu", "soru", "sormuş", "问", "問",
    "質問", "聞いて", "聞か"};

}  // namespace assentd::words
