// SPDX-License-Identifier: Apache-2.0
// The words around a vote that change what it means, as reading copies (parsers/fold.h). Data only.
#pragma once

#include <array>
#include <string_view>

namespace assentd::words {

// Words of the tables of conditions and doubts that are none in these.
inline constexpr std::array no_conditions{
    "let me know if",  "as if",        "even if",
    "see if",          "wonder if",    "wondering if",
    "not sure if",     "ask if",       "if possible",
    "if any",          "check if",     "checked if",
    "if not already",  "if it helps",  "know if",
    "if needed",       "if anything",  "if you have questions",
    "tell if",         "if you want",  "if you like",
    "if you need",     "if someone",   "if anyone",
    "if you have any", "if necessary", "if there are questions",
    "can't wait",      "cannot wait",
};

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
inline constexpr std::array casting_tails{
    "from me",         "from my side",     "from us",        "on my side",     "from here",      "by me",
    "for me",          "on my part",       "from our side",  "from all of us", "von mir",        "von uns",
    "meinerseits",     "von meiner seite", "für mich",       "pour moi",       "de ma part",     "por mi parte",
    "de mi parte",     "para mí",          "da parte mia",   "per me",         "da minha parte", "por mim",
    "wat mij betreft", "van mij",          "från mig",       "från min sida",  "fra mig",        "fra meg",
    "fra min side",    "ode mnie",         "z mojej strony", "ode mě",         "za mě",          "z mé strany",
    "от меня",         "с моей стороны",   "benden",
};

// "It's a yes", "von mir ein ja": a word behind one of these is cast, when nothing but a claim or a thank follows.
inline constexpr std::array word_lead_ins{
    "hell",
    "so",
    "and so",
    "then",
    "it's a",
    "it is a",
    "that's a",
    "that is a",
    "this is a",
    "i'm a",
    "i am a",
    "my answer is",
    "my answer is a",
    "i say",
    "i vote",
    "for me it's a",
    "for me",
    "from me",
    "from me a",
    "from my side",
    "count me as a",
    "put me down as a",
    "put me down for a",
    "definitely",
    "definitely a",
    "absolutely",
    "personally",
    "of course",
    "a clear",
    "clear",
    "a big",
    "big",
    "a firm",
    "still",
    "ich sage",
    "von mir",
    "von mir ein",
    "von meiner seite",
    "meine antwort ist",
    "für mich",
    "klares",
    "ein klares",
    "je dis",
    "pour moi",
    "pour moi c'est",
    "de mon côté",
    "yo digo",
    "por mi parte",
    "mi respuesta es",
    "para mí",
    "per me",
    "da parte mia",
    "io dico",
    "por mim",
    "da minha parte",
    "ik zeg",
    "wat mij betreft",
    "van mij",
    "från mig",
    "jag säger",
    "fra mig",
    "fra meg",
    "fra min side",
    "jeg siger",
    "jeg sier",
    "ode mnie",
    "z mojej strony",
    "ode mě",
    "za mě",
    "z mé strany",
    "от меня",
    "с моей стороны",
    "benden",
    "我的意见是",
    "我的意見是",
    "私は",
};

// "Overall: +1". Another short word with a colon before a sign is somebody's name: "Ben: +1".
inline constexpr std::array neutral_headings{
    "overall", "summary",  "conclusion", "result",     "verdict",  "decision",  "answer",  "me",       "mine",
    "my",      "opinion",  "personally", "tl;dr",      "tldr",     "tl",        "dr",      "edit",     "update",
    "reply",   "response", "position",   "final",      "so",       "ok",        "okay",    "status",   "review",
    "short",   "long",     "correction", "note",       "feedback", "tested",    "fazit",   "ergebnis", "kurz",
    "bref",    "resumen",  "in",         "altogether", "finally",  "therefore", "hence",   "thus",     "now",
    "all",     "good",     "this",       "it",         "is",       "proposal",  "release", "the",      "here",
};

// "+1 to Ben's point": agreement with what somebody said.
inline constexpr std::array remark_nouns{"point",  "comment",  "comments",  "question",  "concern",  "concerns",
                                         "remark", "caveat",   "objection", "argument",  "worry",    "request",
                                         "above",  "feedback", "question",  "reasoning", "analysis", "observation"};

// Right behind a value: it is spoken of, or cast for somebody else.
inline constexpr std::array spoken_of{
    "would",          "means",        "mean",        "stands for",   "said",      "says",       "was",
    "were",           "counts",       "is a",        "is the",       "is not",    "isn't",      "on behalf of",
    "in the name of", "im namen von", "au nom de",   "en nombre de", "a nome di", "em nome de", "namens",
    "på vegne av",    "på vegne af",  "för räkning", "w imieniu",    "jménem",    "от имени",   "adına",
};

// Before a sign these turn it round, or make it uncertain.
inline constexpr std::array negations{"not",     "isn't", "never",    "cannot",   "can't", "won't",  "wouldn't",
                                      "don't",   "nor",   "neither",  "nicht",    "pas",   "hardly", "neither",
                                      "n't",     "would", "might",    "could",    "may",   "maybe",  "perhaps",
                                      "leaning", "tend",  "inclined", "probably", "almost"};

// Behind "yes" and "no": these make an idiom of it, not a vote.
inline constexpr std::array no_idioms{
    "problem", "problems", "worries",   "idea",     "comment", "comments", "changes",    "change",   "preference",
    "doubt",   "rush",     "hurry",     "need",     "news",    "longer",   "one",        "matter",   "more",
    "reason",  "reply",    "answer",    "response", "vote",    "votes",    "clue",       "thanks",   "updates",
    "update",  "question", "questions", "issue",    "issues",  "wonder",   "biggie",     "pressure", "such",
    "further", "other",    "blockers",  "blocker",  "strong",  "change,",  "difference", "time",     "big",
    "offence", "offense",  "surprise",  "where",
};

// Behind "yes," and "no,": the rest is about the proposal itself.
inline constexpr std::array answer_tails{
    "i agree",       "let's",         "lets",           "please",        "go",
    "do it",         "ship",          "i support",      "from me",       "for me",
    "to me",         "this is",       "sounds",         "looks",         "approved",
    "absolutely",    "definitely",    "of course",      "it's good",     "good",
    "great",         "fine",          "thanks",         "thank",         "to this",
    "to all",        "for sure",      "i approve",      "i vote",        "i'm in favour",
    "i'm in favor",  "from my side",  "i am in favour", "i am in favor", "i object",
    "i disagree",    "i'm against",   "i am against",   "i don't agree", "i do not agree",
    "not like this", "i fully",       "i strongly",     "i totally",     "i like",
    "i'm fine",      "i'm ok",        "i'm happy",      "works",         "count me in",
    "why not",       "with pleasure", "gladly",         "all good",      "no objection",
    "no objections", "i'm on board",
};

// Behind "yes," and "no,": the rest is about somebody's question.
inline constexpr std::array pronouns{"i",    "we",    "you",     "he",      "she", "they", "that",
                                     "it's", "there", "not yet", "because", "my",  "our",  "your"};

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
