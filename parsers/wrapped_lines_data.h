// SPDX-License-Identifier: Apache-2.0
// Words that no sentence ends with, as reading copies (parsers/fold.h): what stands on the line below one of them
// goes on with its sentence. "For these reasons I do not" / "agree with it." Data only.
#pragma once

#include <array>

namespace assentd::words {

inline constexpr std::array open_endings{
    // who speaks, and the verb that waits for more: "so I" / "agree", "wherefore we are" / "against it"
    "i", "i'm", "i'd", "i'll", "i've", "we", "we're", "we are", "we'd", "we'll", "they", "they're",
    "he", "she", "which is", "who is", "there is", "was", "were", "would", "could", "should", "must",
    "cannot", "can't", "don't", "doesn't", "didn't", "won't", "wouldn't", "shouldn't", "couldn't", "isn't",
    "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't", 
    "been", "not be", "ich", "wir", "ich bin", "wir sind", "bin ich", "sind wir", "kann ich",
    "wäre", "wären", "würde", "würden", "je", "je suis", "nous", "nous sommes", "était", "serait", 
    "estoy", "estamos", "no estoy", "estaría", "sono", "non sono", "siamo", "sarei", "eu", "estou",
    "não estou", "seria", "ik ben", "ben ik", "zou", "jag", "jag är", "är jag", "skulle",
    "jeg", "jeg er", "er jeg", "jestem", "jesteśmy", "byłbym", "byłabym", "było", "jsem", "jsme",
    "byl bych", "byla bych", "я", "мы", "был", "была", "был бы", "была бы", "biz",
    "would say", "would vote", "will say", "würde sagen", "dirais", "diría", "direi", "diria", "zou zeggen",
    "skulle säga", "ville sige", "ville si", "powiedziałbym", "powiedziałabym", "řekl bych", "řekla bych",
    "сказал бы", "сказала бы", "derdim",
    // what turns round: "I do not" / "agree"
    "not", "never", "neither", "nor", "hardly", "nicht", "nie", "kein", "keine", "keinen", "weder", "kaum",
    "pas", "ne", "jamais", "ni", "no", "non", "não", "nunca", "nem", "niet", "geen",
    "nooit", "inte", "aldrig", "ikke", "aldri", "nigdy", "není", "nejsem", "nikdy", "не",
    "ни", "никогда", "asla", "不", "没", "没有", "不太", "并不", "不能", "未", "尚未", "不会", "无法", "沒有",
    // what joins and leads: "and", "the", "because", "if"
    "and", "or", "but", "because", "since", "although", "unless", "until", "whether", "if", "when", "than",
    "as", "which", "whose", "the", "my", "our", "your", "his", "their", 
    "of", "to", "from", "with", "at", "into", "between", "utc", "gmt", "cet", "cest", "namely", "only", "even",
    "und", "oder", "aber", "weil", "wenn", "falls", "sofern", "solange", "obwohl", "dass", "ob", "als", "der",
    "die", "dem", "den", "des", "ein", "eine", "mein", "meine", "unser",
    "von", "vom", "zum", "zur", "bei", "beim", "für", "et", "ou", "mais", "car", "si", "que", "qui",
    "le", "les", "un", "une", "du", "de", "mon", "ma", "notre", "avec", "sans", "dans", 
    "pero", "porque", "el", "los", "las", "una", "mi", "nuestro", "con", "sin", "del", "al", 
    "perché", "che", "il", "gli", "uno", "mio", "nostro", "senza", "della", "di", "mas",
    "quando", "os", "um", "uma", "meu", "nosso", "com", "sem", "en", "maar", "omdat",
    "tenzij", "een", "mijn", "onze", "met", "zonder", "van", "och", "eller", "men", "om",
    "att", "som", "ett", "vår", "utan", "og", "hvis", "vores", "uden",
    "uten", "oraz", "lub", "ale", "bo", "jeśli", "jeżeli", "że", "gdy", "mój", "nasz", "bez", "dla",
    "nebo", "protože", "pokud", "když", "že", "můj", "náš", "и", "или", "но", "если", "что", 
    "когда", "мой", "наш", "без", "для", "ve", "veya", "ama", "çünkü", "eğer", "bir", "benim", "如果",
    "i.e.", "e.g.", "z.b.", "d.h.", "bzw.", "approx.", "c.-à-d.", "p. ej.", "tel.", "ext.",
    "因为", "但是", "但", "和", "或", "の", "が", "は", "を", "と", "もし", "しかし",
};

}  // namespace assentd::words
