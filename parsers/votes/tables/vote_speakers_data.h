// SPDX-License-Identifier: Apache-2.0
// Words before a sign that show that it is somebody else's, or was once one's own, as reading copies
// (parsers/fold.h). Data only.
#pragma once

#include <array>

namespace assentd::words {

// "Ben is +1"
inline constexpr std::array copulas{"is", "are", "ist", "sind", "est",  "sont", "es",   "son",
                                    "è",  "é",   "är",  "er",   "jest", "je",   "zijn", "sono"};

// "My vote is +1", "it is +1": what a sign may be said of by whoever casts it.
inline constexpr std::array subjects_of_votes{
    "vote",    "answer",   "position",  "opinion",    "view",   "stance",   "take",    "feeling",    "choice",
    "verdict", "result",   "review",    "response",   "reply",  "decision", "summary", "proposal",   "recommendation",
    "this",    "that",     "it",        "here",       "mine",   "all",      "overall", "conclusion", "assessment",
    "line",    "which",    "what",      "preference", "say",    "das",      "es",      "dies",       "stimme",
    "votum",   "antwort",  "meinung",   "fazit",      "ist",    "ce",       "vote",    "avis",       "réponse",
    "moi",     "voto",     "respuesta", "esto",       "questo", "risposta", "isto",    "isso",       "resposta",
    "stem",    "antwoord", "dit",       "dat",        "röst",   "svar",     "det",     "stemme",     "to",
    "głos",    "hlas"};

// "The team gave it +1", "my colleague thinks +1"
inline constexpr std::array others_verbs{
    "thinks", "asked",   "says",   "said",    "told",   "votes",  "voted", "gives", "gave",   "wants",   "believes",
    "feels",  "wrote",   "writes", "posted",  "meint",  "meinte", "sagt",  "sagte", "stimmt", "stimmte", "denkt",
    "findet", "dit",     "pense",  "dice",    "dijo",   "piensa", "pensa", "disse", "diz",    "acha",    "zegt",
    "vindt",  "zei",     "säger",  "tycker",  "sade",   "siger",  "synes", "mówi",  "uważa",  "říká",    "myslí",
    "řekl",   "говорит", "сказал", "сказала", "думает", "diyor",  "dedi"};
inline constexpr std::array first_persons_voting{"i",    "i'd",  "i've", "we", "ich", "wir", "je",
                                                 "j'ai", "nous", "yo",   "io", "eu",  "ik",  "wij",
                                                 "jag",  "vi",   "jeg",  "ja", "já",  "я",   "мы"};

// "Last week I was +1"
inline constexpr std::array once_was{
    "i was",     "i used to be", "i had been", "i had voted", "previously", "formerly", "war ich",
    "ich war",   "j'étais",      "yo estaba",  "estaba",      "era",        "ero",      "eu era",
    "eu estava", "was ik",       "ik was",     "jag var",     "var jag",    "jeg var",  "var jeg",
    "byłem",     "byłam",        "byl jsem",   "byla jsem",   "я был",      "я была"};

// "As I said: +1": whoever says again what they said themselves casts it.
inline constexpr std::array says_again{
    "as i said",      "like i said",         "as i already said", "as i have said",  "as i've said",
    "as i wrote",     "as already said",     "as said",           "as stated",       "as mentioned",
    "wie gesagt",     "wie ich schon sagte", "wie ich schrieb",   "wie geschrieben", "comme je l'ai dit",
    "comme dit",      "como dije",           "como ya dije",      "come ho detto",   "come ho già detto",
    "como eu disse",  "zoals gezegd",        "zoals ik zei",      "som sagt",        "som jag sa",
    "jak pisałem",    "jak pisałam",         "jak mówiłem",       "jak mówiłam",     "jak jsem psal",
    "jak jsem psala", "как я писал",         "как я писала",      "dediğim gibi"};

// "According to Ben it's a +1"
inline constexpr std::array sources{"according to", "laut",   "selon",  "d'après", "según", "secondo",  "segundo",
                                    "volgens",      "enligt", "ifølge", "według",  "podle", "по словам"};

// "I read it and I agree": what somebody did before they vote, and what joins the two.
inline constexpr std::array done_before{"read",
                                        "reviewed",
                                        "checked",
                                        "tested",
                                        "seen",
                                        "acknowledged",
                                        "noted",
                                        "i read",
                                        "i have read",
                                        "i've read",
                                        "i reviewed",
                                        "i have reviewed",
                                        "i've reviewed",
                                        "i checked",
                                        "i have checked",
                                        "i've checked",
                                        "i looked",
                                        "i have looked",
                                        "i've looked",
                                        "i tested",
                                        "i have tested",
                                        "i've tested",
                                        "i went through",
                                        "i've gone through",
                                        "i understand",
                                        "thank you",
                                        "thanks",
                                        "gelesen",
                                        "geprüft",
                                        "ich habe",
                                        "habe",
                                        "lu",
                                        "j'ai lu",
                                        "j'ai relu",
                                        "leído",
                                        "he leído",
                                        "ho letto",
                                        "letto",
                                        "li",
                                        "lido",
                                        "gelezen",
                                        "ik heb",
                                        "läst",
                                        "jag har läst",
                                        "læst",
                                        "jeg har læst",
                                        "lest",
                                        "jeg har lest",
                                        "przeczytałem",
                                        "przeczytałam",
                                        "przeczytane",
                                        "přečetl jsem",
                                        "přečetla jsem",
                                        "прочитано",
                                        "看过了",
                                        "看了",
                                        "已阅",
                                        "読みました",
                                        "拝見しました",
                                        "četl jsem",
                                        "četla jsem",
                                        "přečteno",
                                        "прочитал",
                                        "прочитала",
                                        "okudum"};
inline constexpr std::array joining_words{"and", "und", "et", "y", "e", "en", "och", "og", "i", "a", "и", "ve"};

// Said with a wink.
inline constexpr std::array mocking_starts{"yeah right", "yeah, right", "yeah sure, as if",
                                           "very funny", "ha ha",       "haha"};
inline constexpr std::array mocking_tails{"as if that",
                                          "right...",
                                          "right …",
                                          "as if this",
                                          "as if it ever",
                                          "as if we",
                                          "as if they",
                                          "and pigs",
                                          "pigs might",
                                          "when pigs fly",
                                          "in your dreams",
                                          "not really",
                                          "kidding",
                                          "just kidding",
                                          "joking",
                                          "only joking",
                                          "just joking",
                                          "/s",
                                          "jk",
                                          "j/k",
                                          "lol no",
                                          "nur spaß",
                                          "nur ein scherz",
                                          "je plaisante",
                                          "es broma",
                                          "era broma",
                                          "sto scherzando",
                                          "brincadeira",
                                          "grapje",
                                          "skojar",
                                          "żartuję",
                                          "шучу",
                                          "şaka yapıyorum",
                                          "sarcasm",
                                          "</sarcasm",
                                          "/sarcasm",
                                          "ironie",
                                          "irony",
                                          "ironisch",
                                          "\U0001F644",
                                          "over my dead body",
                                          "nur über meine leiche",
                                          "nur über meine tote leiche",
                                          "sur mon cadavre",
                                          "por encima de mi cadáver",
                                          "solo sul mio cadavere",
                                          "só por cima do meu cadáver",
                                          "over mijn lijk",
                                          "över min döda kropp",
                                          "over mit lig",
                                          "over mitt lik",
                                          "po moim trupie",
                                          "jen přes mou mrtvolu",
                                          "только через мой труп",
                                          "cesedimi çiğnemeniz"};

}  // namespace assentd::words
