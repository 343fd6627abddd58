// SPDX-License-Identifier: Apache-2.0
// The words around a vote that change what it means, as reading copies (parsers/fold.h). Data only.
#pragma once

#include <array>
#include <string_view>

#include "parsers/vote_casting_data.h"

namespace assentd::words {

// Words of the tables of conditions and doubts that are none in these.
inline constexpr std::array no_conditions{
    "let me know if",
    "as if",
    "even if",
    "see if",
    "wonder if",
    "wondering if",
    "not sure if",
    "ask if",
    "if possible",
    "if any",
    "check if",
    "checked if",
    "if not already",
    "if it helps",
    "know if",
    "if needed",
    "if anything",
    "if you have questions",
    "tell if",
    "if you want",
    "if you like",
    "if you need",
    "if someone",
    "if anyone",
    "if you have any",
    "if necessary",
    "if there are questions",
    "can't wait",
    "cannot wait",
    "no need to wait",
    "no reason to wait",
    "needn't wait",
    "need not wait",
    "don't wait",
    "do not wait",
    "not wait",
    "why wait",
    "nicht warten",
    "nicht länger warten",
    "grund zu warten",
    "warum warten",
    "niet wachten",
    "waarom wachten",
    "inte vänta",
};

// A sign behind one of these is spoken of, not cast: "at least 3 +1 votes", "why the -1?", "UTC +1".
inline constexpr std::array mention_words{
    "was",      "were",    "in",      "a",      "an",      "the",     "your",    "his",     "her",      "their",
    "its",      "any",     "another", "each",   "every",   "those",   "these",   "many",    "some",     "no",
    "few",      "more",    "least",   "one",    "two",     "three",   "four",    "five",    "six",      "seven",
    "most",     "utc",     "gmt",     "cet",    "cest",    "why",     "version", "with",    "of",       "gave",
    "give",     "gives",   "got",     "get",    "getting", "said",    "says",    "needs",   "need",     "needed",
    "received", "per",     "from",    "than",   "least,",  "first",   "last",    "or",      "without",  "such",
    "his/her",  "plus",    "minus",   "about",  "python",  "line",    "level",   "by",      "to",       "be",
    "mean",     "means",   "count",   "counts", "counted", "rated",   "offset",  "zone",    "timezone", "value",
    "returns",  "return",  "equals",  "exit",   "code",    "index",   "item",    "x",       "n",        "i",
    "j",        "day",     "room",    "phone",  "tel",     "ext",     "call",    "what",    "whose",    "who",
    "bob's",    "like",    "as",      "for",    "votes",   "stimmen", "voix",    "votos",   "voti",     "stemmen",
    "röster",   "stemmer", "głosy",   "głosów", "hlasy",   "hlasů",   "голоса",  "голосов", "oyu",
};

// The same with a mark between: "CET (+1)", "Ext. -1".
inline constexpr std::array measures{"utc", "gmt", "cet", "cest", "ext", "tel", "phone", "room", "zone", "offset"};

// Before a second value: it takes the place of the first.
inline constexpr std::array corrections{"mean", "meant", "actually", "rather", "sorry"};

// Behind a value and in a sentence of its own: it is taken back.
inline constexpr std::array second_thoughts{"oh wait",
                                            "wait, no",
                                            "no, wait",
                                            "no wait",
                                            "scratch that",
                                            "oops",
                                            "actually no",
                                            "actually, no",
                                            "sorry, no",
                                            "i take that back",
                                            "on second thought",
                                            "on second thoughts",
                                            "just kidding",
                                            "no, just kidding",
                                            "only joking",
                                            "just joking",
                                            "kidding",
                                            "no, kidding",
                                            "i was joking",
                                            "nur ein scherz",
                                            "war nur ein scherz",
                                            "nein, nur ein scherz",
                                            "nur spaß",
                                            "scherz",
                                            "je plaisante",
                                            "non, je plaisante",
                                            "era broma",
                                            "es broma",
                                            "no, es broma",
                                            "scherzo",
                                            "no, scherzo",
                                            "brincadeira",
                                            "não, brincadeira",
                                            "grapje",
                                            "nee, grapje",
                                            "skojar bara",
                                            "bare for sjov",
                                            "bare tuller",
                                            "żartuję",
                                            "dělám si legraci",
                                            "шучу",
                                            "şaka"};

// "Overall: +1". Another short word with a colon before a sign is somebody's name: "Ben: +1".
inline constexpr std::array neutral_headings{
    "overall",  "summary",    "conclusion", "verdict",   "decision", "answer", "me",     "mine",   "my",
    "opinion",  "personally", "tl;dr",      "tldr",      "tl",       "dr",     "edit",   "update", "reply",
    "response", "position",   "final",      "so",        "ok",       "okay",   "status", "review", "short",
    "long",     "correction", "note",       "feedback",  "tested",   "fazit",  "kurz",   "bref",   "resumen",
    "in",       "altogether", "finally",    "therefore", "hence",    "thus",   "now",    "all",    "good",
    "this",     "it",         "is",         "proposal",  "release",  "the",    "here",
};

// Right behind a value: it is spoken of, or cast for somebody else.
inline constexpr std::array spoken_of{
    "would",  "means",  "mean",  "stands for", "said",   "says",     "was",     "were",    "counts",  "is a",
    "is the", "is not", "isn't", "is what",    "is how", "is where", "is when", "for her", "for him",
};

// Right before a sign: it is taken back or was another.
inline constexpr std::array takes_back{"no longer",       "anything but",
                                       "my previous",     "my earlier",
                                       "my old",          "regret my",
                                       "retiro mi",       "retiro meu",
                                       "retiro o meu",    "ritiro il mio",
                                       "je retire mon",   "je reprends mon",
                                       "ik trek mijn",    "jag drar tillbaka mitt",
                                       "jeg trækker min", "jeg trekker min",
                                       "wycofuję moje",   "wycofuję mój",
                                       "stahuji své",     "снимаю свой",
                                       "отзываю свой",    "ignore that",
                                       "ignore this",     "ignore my",
                                       "forget my",       "forget that",
                                       "revoke my",       "withdraw my",
                                       "retract my",      "disregard my",
                                       "disregard that"};

// Behind a sign: it is for something other than the proposal, or no longer meant.
inline constexpr std::array turns_away{"zurück",
                                       "nehme ich zurück",
                                       "ziehe ich zurück",
                                       "to decline",
                                       "to wait",
                                       "to drop",
                                       "to a call",
                                       "or +1",
                                       "or -1",
                                       "for another",
                                       "for a delay",
                                       "for later",
                                       "hmm",
                                       "no longer",
                                       "actually no",
                                       "against",
                                       "for not",
                                       "to not",
                                       "to keep things as",
                                       "to keep it as it is",
                                       "to keep the status quo",
                                       "for the status quo",
                                       "to the status quo",
                                       "for effort",
                                       "for the effort",
                                       "for asking",
                                       "for the question",
                                       "for honesty",
                                       "for trying",
                                       "for a meeting",
                                       "for a call",
                                       "for a discussion",
                                       "for the discussion",
                                       "for discussing",
                                       "to discussing"};

// Behind "agreed" and its kin: what was agreed with is not the proposal, or is still to be read.
inline constexpr std::array speaks_otherwise{
    "should not",  "shouldn't",  "must not",      "let's not",   "do not do",       "don't do",
    "a terrible",  "a bad idea", "i am against",  "i'm against", "bin dagegen",     "bin ich dagegen",
    "vote no",     "i abstain",  "postpone this", "will read",   "will look at it", "got it",
    "will review", "will vote",  "i'll vote",     "i'll read",   "i'll review",     "will have a look"};

// Before a name and a comma, or alone before one: "Hi Ben, ", "Bom dia, ".
inline constexpr std::array greetings{
    "hi",          "hello",       "hey",           "dear",         "good morning", "good afternoon", "good evening",
    "hallo",       "liebe",       "lieber",        "moin",         "servus",       "guten morgen",   "guten tag",
    "guten abend", "grüß gott",   "bonjour",       "salut",        "cher",         "chère",          "bonsoir",
    "hola",        "buenos días", "buenas tardes", "buenas",       "ciao",         "caro",           "cara",
    "buongiorno",  "buonasera",   "olá",           "oi",           "bom dia",      "boa tarde",      "hoi",
    "beste",       "goedemorgen", "goedemiddag",   "dag",          "hej",          "god morgon",     "hei",
    "kära",        "kære",        "god morgen",    "goddag",       "cześć",        "dzień dobry",    "ahoj",
    "dobrý den",   "привет",      "добрый день",   "здравствуйте", "доброе утро",  "коллеги",        "merhaba",
    "günaydın",    "selam",       "你好",          "大家好",       "こんにちは",   "お疲れ様です"};

// The stems of what nobody has who says "No, no objection".
inline constexpr std::array objections{"objection", "concern", "einw",   "bedenken", "objec",   "objeç",  "obiez",
                                       "bezwa",     "bezwar",  "invänd", "indvend",  "innvend", "zastrz", "uwag",
                                       "námit",     "возраж",  "itiraz", "异议",     "異議"};

// Before a vote, divided from it by a comma.
inline constexpr std::array interjections{
    "thanks",
    "thank you",
    "thx",
    "great",
    "nice",
    "awesome",
    "ok",
    "okay",
    "well",
    "so",
    "cool",
    "perfect",
    "excellent",
    "overall",
    "in short",
    "hi",
    "hi all",
    "hello",
    "for the record",
    "for what it's worth",
    "fwiw",
    "imo",
    "imho",
    "as discussed",
    "apologies for the delay",
    "apologies",
    "hey",
    "sure",
    "wow",
    "great work",
    "good work",
    "nice work",
    "sorry",
    "danke",
    "merci",
    "gracias",
    "grazie",
    "obrigado",
    "bedankt",
    "tack",
    "tak",
    "dzięki",
    "díky",
    "спасибо",
};

}  // namespace assentd::words
