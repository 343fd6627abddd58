// SPDX-License-Identifier: Apache-2.0
// The words that people vote with, as reading copies (parsers/fold.h). Data only: reading them is
// parsers/votes/vote_line.
#pragma once

#include <array>
#include <string_view>

#include "decision/position.h"

namespace assentd::words {

enum class Use {
    alone,   // only as the whole line or sentence
    leads,   // also at the start of a longer sentence, whatever follows
    answer,  // at the start of a longer sentence it may also answer a question in passing: "Yes, I saw that"
};

struct VoteWord {
    std::string_view phrase;
    Position position;
    Use use;
    std::string_view example;
};

// Pictures that vote; skin tones are folded away.
struct VoteSign {
    std::string_view phrase;
    Position position;
};
inline constexpr std::array vote_pictures{
    VoteSign{"\U0001F44D", Position::agree},  // thumbs up
    VoteSign{":+1:", Position::agree},          VoteSign{":thumbsup:", Position::agree},
    VoteSign{"(y)", Position::agree},           VoteSign{"\u2705", Position::agree},  // check mark button
    VoteSign{"\U0001F44E", Position::disagree},                                       // thumbs down
    VoteSign{":-1:", Position::disagree},       VoteSign{":thumbsdown:", Position::disagree},
    VoteSign{"(n)", Position::disagree},        VoteSign{"\u274C", Position::disagree},  // cross mark
    VoteSign{"\U0001F6D1", Position::block},                                             // stop sign
};

// What stands before the value: "Vote: yes", "VOTE +1", "my vote is -1".
inline constexpr std::array vote_labels{
    "vote",
    "my vote is",
    "my vote is a",
    "my vote is an",
    "my vote is a clear",
    "my vote",
    "i vote",
    "voting",
    "position",
    "my position is",
    "ballot",
    "stimme",
    "votum",
    "mein votum",
    "meine stimme",
    "mon vote",
    "voto",
    "mi voto",
    "il mio voto",
    "meu voto",
    "stem",
    "mijn stem",
    "min röst",
    "röst",
    "min stemme",
    "stemme",
    "głos",
    "mój głos",
    "hlas",
    "můj hlas",
    "голос",
    "мой голос",
    "oy",
    "oyum",
    "投票",
    "my vote:",
    "official vote",
    "mon vote est",
    "mi voto es",
    "il mio voto è",
    "o meu voto",
    "o meu voto é",
    "meu voto é",
    "mijn stem is",
    "min röst är",
    "min stemme er",
    "mój głos to",
    "můj hlas je",
    "my answer",
    "meine antwort",
    "ma réponse",
    "mi respuesta",
    "la mia risposta",
    "minha resposta",
    "mijn antwoord",
    "mitt svar",
    "mit svar",
    "moja odpowiedź",
    "moje odpověď",
    "мой ответ",
    "cevabım",
};

// The same where a mail says nothing else: with more around it, it may answer somebody's question.
inline constexpr std::array answer_labels{
    "answer",   "antwort",  "abstimmung", "entscheidung", "réponse", "respuesta", "risposta",
    "resposta", "antwoord", "svar",       "odpowiedź",    "odpověď", "ответ",     "cevap",
    "回答",     "答复",     "答え",       "decision",     "reply",
};

// Words of emphasis inside a phrase: "I fully agree", "ich bin voll und ganz einverstanden".
inline constexpr std::array emphases{
    "fully",       "totally",    "completely",    "entirely",      "absolutely", "strongly",   "wholeheartedly",
    "really",      "very much",  "certainly",     "definitely",    "also",       "voll",       "voll und ganz",
    "völlig",      "ganz",       "absolut",       "total",         "auch",       "vollkommen", "sehr",
    "entièrement", "totalement", "tout à fait",   "complètement",  "pleinement", "absolument", "aussi",
    "totalmente",  "plenamente", "completamente", "absolutamente", "también",    "pienamente", "assolutamente",
    "del tutto",   "anche",      "também",        "inteiramente",  "helemaal",   "volledig",   "volkomen",
    "ook",         "helt",       "fullständigt",  "fuldstændig",   "fuldt ud",   "fullt",      "också",
    "også",        "całkowicie", "w pełni",       "zdecydowanie",  "absolutnie", "też",        "zcela",
    "plně",        "naprosto",   "rozhodně",      "také",          "taky",       "полностью",  "целиком",
    "совершенно",  "абсолютно",  "тоже",          "tamamen",       "kesinlikle", "完全",       "非常",
};

// What people are glad or sorry to say: "ich bin leider dagegen", "I gladly agree".
inline constexpr std::array feelings{
    "gladly",       "happily",    "unfortunately",   "sadly",        "gerne",           "gern",
    "leider",       "volontiers", "malheureusement", "con gusto",    "lamentablemente", "desgraciadamente",
    "volentieri",   "purtroppo",  "com gosto",       "infelizmente", "graag",           "helaas",
    "gärna",        "tyvärr",     "gerne",           "desværre",     "dessverre",       "chętnie",
    "niestety",     "rád",        "bohužel",         "с радостью",   "к сожалению",     "maalesef",
    "memnuniyetle",
};

}  // namespace assentd::words
