// SPDX-License-Identifier: Apache-2.0
// What shows that a vote, or a yes or no, depends on something else or is about something else, as reading copies
// (parsers/fold.h). Data only.
#pragma once

#include <array>

namespace assentd::words {

// Right before a sign: it holds if something else does, "In that case, +1". "OK then, +1" is a plain one.
inline constexpr std::array depends_on_before{
    "then",        "otherwise",  "in that case",  "in this case",  "in which case",  "until then",
    "dann",        "sonst",      "ansonsten",     "in dem fall",   "in diesem fall", "bis dahin",
    "alors",       "sinon",      "dans ce cas",   "entonces",      "si no",          "en ese caso",
    "en tal caso", "allora",     "altrimenti",    "in quel caso",  "in tal caso",    "então",
    "senão",       "nesse caso", "dan",           "anders",        "in dat geval",   "i så fall",
    "annars",      "i så fald",  "ellers",        "w takim razie", "wtedy",          "w przeciwnym razie",
    "potom",       "jinak",      "v tom případě", "тогда",         "иначе",          "в таком случае",
    "o zaman",     "o durumda",  "那么",          "那樣的話",      "その場合",       "それなら"};
inline constexpr std::array plain_then{"ok",  "okay", "well", "alright", "right", "fine", "na",  "also",
                                       "gut", "ja",   "bon",  "bueno",   "pues",  "bene", "bem", "nou"};

// What begins a sentence that asks for something first: "Fix the typo and I'm +1".
inline constexpr std::array asked_first{"fix the",     "fix this",    "fix that",   "fix it",     "fix my",
                                        "change the",  "change that", "remove the", "rename the", "drop the",
                                        "replace the", "correct the", "add the",    "update the", "move the"};
// The same anywhere before or behind: "With the typo fixed, +1".
inline constexpr std::array done_first{"typo fixed",         "typos fixed",           "nit fixed",
                                       "nits fixed",         "typo is fixed",         "typos are fixed",
                                       "nits are fixed",     "with that fixed",       "with this fixed",
                                       "comments addressed", "comments are addressed"};

// Before a sign: it is about another one than the mail that is answered.
inline constexpr std::array other_matters{
    "other proposal", "other thread",   "other vote",     "other decision",    "other one",      "other mail",
    "wrong thread",   "wrong mail",     "wrong list",     "anderen vorschlag", "anderen thread", "autre proposition",
    "otra propuesta", "altra proposta", "outra proposta", "andere voorstel"};

// Right before a sign: it only shows what one looks like.
inline constexpr std::array shows{
    "e.g",         "for example",  "for instance", "example",     "such as",      "z.b",       "zum beispiel",
    "beispiel",    "p.ex",         "par exemple",  "exemple",     "por ejemplo",  "p.ej",      "ejemplo",
    "per esempio", "esempio",      "por exemplo",  "exemplo",     "bijvoorbeeld", "bijv",      "till exempel",
    "t.ex",        "for eksempel", "f.eks",        "na przykład", "np",           "například", "např",
    "например",    "örneğin",      "mesela",       "比如",        "例如",         "例えば"};

// Right before a sign: hardly one.
inline constexpr std::array faint{"weak",      "soft",         "mild",     "faint",    "kinda",     "guess",
                                  "prob",      "probs",        "lukewarm", "cautious", "reluctant", "schwaches",
                                  "zaghaftes", "vorsichtiges", "faible",   "débil",    "debole",    "fraco",
                                  "zwak",      "svag",         "słabe",    "slabé",    "слабый"};
// What begins a question that lost its mark: "Is +1 possible here".
inline constexpr std::array question_starts{"is",  "are", "was",  "does",   "did",        "would", "could", "should",
                                            "has", "ist", "sind", "est-ce", "est-ce que", "soll",  "kann",  "könnte"};

// Behind "yes," and "no,": something else than the proposal is wished for or asked, "Yes, let's talk tomorrow".
inline constexpr std::array other_wishes{"bitte noch warten",
                                         "bitte absagen",
                                         "bitte streichen",
                                         "bitte nicht",
                                         "bitte ablehnen",
                                         "please cancel",
                                         "please drop",
                                         "please reject",
                                         "please stop",
                                         "please don't",
                                         "please do not",
                                         "ne parliamo",
                                         "ne discutiamo",
                                         "ci vediamo",
                                         "ci sentiamo",
                                         "ti rispondo",
                                         "vi rispondo",
                                         "let's wait",
                                         "let's talk",
                                         "let's discuss",
                                         "let's postpone",
                                         "let's delay",
                                         "let's defer",
                                         "let's meet",
                                         "let's think",
                                         "let's hear",
                                         "let's ask",
                                         "lets wait",
                                         "lets talk",
                                         "lets discuss",
                                         "lets postpone",
                                         "please wait",
                                         "please explain",
                                         "please send me",
                                         "please extend",
                                         "please postpone",
                                         "please tell me",
                                         "please give me",
                                         "please clarify",
                                         "please ask",
                                         "please call",
                                         "please resend",
                                         "please remind",
                                         "will do",
                                         "what about",
                                         "how about",
                                         "not me",
                                         "thanks, received",
                                         "lass uns reden",
                                         "lass uns warten",
                                         "lasst uns warten",
                                         "lasst uns reden",
                                         "lass uns darüber reden",
                                         "bitte warten",
                                         "bitte erklären",
                                         "bitte schick mir",
                                         "bitte verlängern",
                                         "mache ich",
                                         "attendons",
                                         "discutons",
                                         "parlons-en",
                                         "reportons",
                                         "esperemos",
                                         "hablemos",
                                         "aplacemos",
                                         "aspettiamo",
                                         "parliamone",
                                         "rimandiamo",
                                         "vamos esperar",
                                         "vamos conversar",
                                         "laten we wachten",
                                         "laten we praten",
                                         "laten we overleggen"};

// A mail that says so is no answer, whatever it tries out.
inline constexpr std::array tests{"this is a test",
                                  "this is only a test",
                                  "this is just a test",
                                  "it's a test",
                                  "just a test",
                                  "only a test",
                                  "just testing",
                                  "test mail",
                                  "test message",
                                  "das ist ein test",
                                  "dies ist ein test",
                                  "nur ein test",
                                  "ceci est un test",
                                  "c'est un test",
                                  "esto es una prueba",
                                  "es una prueba",
                                  "questo è un test",
                                  "è una prova",
                                  "isto é um teste",
                                  "dit is een test",
                                  "det här är ett test",
                                  "detta är ett test",
                                  "dette er en test",
                                  "to jest test",
                                  "to tylko test",
                                  "to je test",
                                  "это тест",
                                  "bu bir test",
                                  "这是测试",
                                  "テストです"};

// Beside a vote against one thing: the whole is liked.
inline constexpr std::array likes{
    "i like",      "i love",        "like it",    "love it",     "good idea", "great idea",
    "nice",        "great",         "the rest",   "otherwise",   "i agree",   "i support",
    "in favour",   "in favor",      "looks good", "sounds good", "fine",      "good proposal",
    "gefällt mir", "finde ich gut", "gute idee",  "der rest",    "j'aime",    "bonne idée",
    "le reste",    "me gusta",      "buena idea", "el resto",    "mi piace",  "buona idea",
    "il resto",    "gosto",         "boa ideia",  "goed idee",   "de rest",   "bra idé"};

// Behind "go ahead and": what is done with a proposal.
inline constexpr std::array carrying_out{
    "do",      "make",   "merge",  "ship",   "release", "publish", "implement", "proceed", "start",   "begin",
    "buy",     "order",  "book",   "hire",   "sign",    "send",    "deploy",    "launch",  "move",    "adopt",
    "approve", "submit", "file",   "pay",    "commit",  "push",    "land",      "apply",   "run",     "build",
    "update",  "remove", "delete", "rename", "replace", "switch",  "use",       "install", "upgrade", "schedule",
    "plan",    "set",    "create", "add",    "open",    "post",    "close",     "cut",     "try",     "finish"};

}  // namespace assentd::words
