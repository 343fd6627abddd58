// SPDX-License-Identifier: Apache-2.0
// The words around a vote that change what it means, as reading copies (parsers/fold.h). Data only.
#pragma once

#include <array>
#include <string_view>

namespace assentd::words {

// A vote followed by one of these holds only under a condition.
inline constexpr std::array conditions{
    "if",
    "once",
    "unless",
    "provided",
    "providing",
    "assuming",
    "as long as",
    "so long as",
    "subject to",
    "on condition",
    "on the condition",
    "conditional on",
    "conditional upon",
    "pending",
    "contingent",
    "only when",
    "only after",
    "except if",
    "given that",
    "in case",
    "when and if",
    "as soon as",
    "wenn",
    "falls",
    "sofern",
    "sobald",
    "vorausgesetzt",
    "unter der bedingung",
    "solange",
    "à condition",
    "sous réserve",
    "dès que",
    "pourvu que",
    "si",
    "siempre que",
    "con la condición",
    "a condizione",
    "purché",
    "se",
    "desde que",
    "contanto que",
    "mits",
    "als",
    "zodra",
    "om",
    "förutsatt",
    "så länge",
    "hvis",
    "forudsat",
    "forutsatt",
    "jeśli",
    "jeżeli",
    "pod warunkiem",
    "o ile",
    "pokud",
    "za podmínky",
    "если",
    "при условии",
    "eğer",
    "şartıyla",
    "如果",
    "前提",
    "ただし",
    "条件",
};

// The same when they stand right behind the vote.
inline constexpr std::array near_conditions{"when",     "after",         "until",     "with the condition",
                                            "but only", "but not until", "but first", "as soon",
                                            "except",   "minus"};

// "if" in these is none.
inline constexpr std::array no_conditions{"let me know if", "as if",        "even if",     "see if",
                                          "wonder if",      "wondering if", "not sure if", "ask if",
                                          "if possible",    "if any",       "check if",    "checked if",
                                          "if not already", "if it helps",  "know if",     "if you have questions",
                                          "if needed",      "if anything",  "tell if"};

// A sign behind one of these is spoken of, not cast: "at least 3 +1 votes", "why the -1?", "UTC +1".
inline constexpr std::array mention_words{
    "a",      "an",      "the",   "your",    "his",   "her",      "their",  "its",      "any",    "another",
    "each",   "every",   "those", "these",   "many",  "some",     "no",     "few",      "more",   "least",
    "one",    "two",     "three", "four",    "five",  "six",      "seven",  "most",     "utc",    "gmt",
    "cet",    "cest",    "why",   "version", "with",  "of",       "gave",   "give",     "gives",  "got",
    "get",    "getting", "said",  "says",    "needs", "need",     "needed", "received", "per",    "from",
    "than",   "least,",  "first", "last",    "or",    "without",  "such",   "his/her",  "plus",   "minus",
    "about",  "python",  "line",  "level",   "by",    "to",       "be",     "mean",     "means",  "count",
    "counts", "counted", "rated", "offset",  "zone",  "timezone", "value",  "returns",  "return", "equals",
    "exit",   "code",    "index", "item",    "x",     "n",        "i",      "j",        "day",    "room",
    "phone",  "tel",     "ext",   "call",    "what",  "whose",    "who",    "bob's",    "like",   "as",
    "for",
};

// A sign behind one of these is cast: "I'm +1", "so +1", "my vote is -1".
inline constexpr std::array lead_ins{
    "i'm",
    "i am",
    "im",
    "so",
    "my vote is",
    "my vote",
    "here's my",
    "here is my",
    "my",
    "count me as",
    "count me in as",
    "put me down as",
    "put me down for a",
    "is",
    "it's",
    "still",
    "also",
    "me",
    "big",
    "huge",
    "strong",
    "definitely",
    "definite",
    "therefore",
    "hence",
    "thus",
    "overall",
    "solid",
    "clear",
    "consider this my",
    "consider this as my",
    "vote",
    "i vote",
    "voting",
    "i'd say",
    "i say",
    "then",
    "now",
    "thanks",
    "great",
    "nice",
    "changing to",
    "i'm a",
    "i am a",
    "that's a",
    "that is a",
    "it's a",
    "this is a",
    "for me a",
    "from me a",
    "from me",
    "from my side",
    "this gets a",
    "gets my",
    "have my",
    "has my",
    "giving my",
    "hearty",
    "warm",
    "same",
};

// "a +1 from me" is cast though "a" stands before.
inline constexpr std::array casting_tails{"from me",   "from my side", "from us", "on my side",
                                          "from here", "by me",        "for me",  "on my part"};

// Before a sign these turn it round, or make it uncertain.
inline constexpr std::array negations{"not",     "isn't", "never",    "cannot",   "can't", "won't",  "wouldn't",
                                      "don't",   "nor",   "neither",  "nicht",    "pas",   "hardly", "neither",
                                      "n't",     "would", "might",    "could",    "may",   "maybe",  "perhaps",
                                      "leaning", "tend",  "inclined", "probably", "almost"};

// Behind a vote these say that it is none yet: "-1 maybe", "No, wait, I need more time".
inline constexpr std::array doubts{"maybe",        "perhaps",    "dunno",     "not sure", "unsure",    "don't know",
                                   "do not know",  "i guess",    "wait",      "hold on",  "undecided", "more time",
                                   "just kidding", "vielleicht", "peut-être", "quizás",   "forse",     "misschien"};

// Behind "yes" and "no": these make an idiom of it, not a vote.
inline constexpr std::array no_idioms{
    "problem", "problems", "worries",   "idea",     "comment", "comments", "changes",    "change",   "preference",
    "doubt",   "rush",     "hurry",     "need",     "news",    "longer",   "one",        "matter",   "more",
    "reason",  "reply",    "answer",    "response", "vote",    "votes",    "clue",       "thanks",   "updates",
    "update",  "question", "questions", "issue",    "issues",  "wonder",   "biggie",     "pressure", "such",
    "further", "other",    "blockers",  "blocker",  "strong",  "change,",  "difference", "time",     "big",
    "offence", "offense",  "surprise",  "where",    "but",
};

// Behind "yes," and "no,": the rest is about the proposal itself.
inline constexpr std::array answer_tails{
    "i agree",       "let's",        "lets",           "please",        "go",
    "do it",         "ship",         "i support",      "from me",       "for me",
    "to me",         "this is",      "sounds",         "looks",         "approved",
    "absolutely",    "definitely",   "of course",      "it's good",     "good",
    "great",         "fine",         "thanks",         "thank",         "to this",
    "to all",        "for sure",     "i approve",      "i vote",        "i'm in favour",
    "i'm in favor",  "from my side", "i am in favour", "i am in favor", "i object",
    "i disagree",    "i'm against",  "i am against",   "i don't agree", "i do not agree",
    "not like this",
};

// Behind "yes," and "no,": the rest is about somebody's question.
inline constexpr std::array pronouns{"i",    "we",    "you",     "he",      "she", "they", "that",
                                     "it's", "there", "not yet", "because", "my",  "our",  "your"};

// Behind "but": the vote may not hold.
inline constexpr std::array reservations{"only",    "not",    "first",   "must",  "need",   "needs",
                                         "have to", "has to", "without", "don't", "should", "until",
                                         "before",  "cannot", "can't",   "isn't", "unless"};

// Before a vote, divided from it by a comma.
inline constexpr std::array interjections{
    "thanks",  "thank you", "thx",      "great",      "nice",      "awesome",   "ok",     "okay",   "well",
    "so",      "cool",      "perfect",  "excellent",  "overall",   "in short",  "hi",     "hi all", "hello",
    "hey",     "sure",      "wow",      "great work", "good work", "nice work", "sorry",  "danke",  "merci",
    "gracias", "grazie",    "obrigado", "bedankt",    "tack",      "tak",       "dzięki", "díky",   "спасибо",
};

// Between a word and its object: agreement with a person is none with the proposal.
inline constexpr std::array agreement_objects{
    "this",         "the proposal",   "the plan",    "the change",    "it",           "all",
    "everything",   "the suggestion", "the draft",   "the idea",      "the text",     "your proposal",
    "the decision", "the motion",     "the release", "this proposal", "the proposed", "the amendment",
    "the above",    "moving",         "adopting",    "option",
};

}  // namespace assentd::words
