// SPDX-License-Identifier: Apache-2.0
// What people say beside "yes" and "no" to the question whether their concern is settled, as reading copies
// (parsers/fold.h). Data only: parsers/commands/confirming says where each counts.
#pragma once

#include <array>

namespace assentd::words {

// A whole clause: "Yes."
inline constexpr std::array yes_words{"yes", "yep", "yeah", "yup", "ja",   "jo", "oui",  "sí",  "sì",    "si",
                                      "sim", "tak", "ano",  "да",  "evet", "是", "はい", "jep", "jawohl"};

// A whole clause: "No."
inline constexpr std::array no_words{"no",  "nope", "nein", "non", "não",   "nee", "nej",
                                     "nei", "nie",  "ne",   "нет", "hayır", "不",  "いいえ"};

// A whole clause: "Merci."
inline constexpr std::array thanks_words{"danke",        "vielen dank",    "danke schön",
                                         "danke dir",    "merci",          "merci beaucoup",
                                         "gracias",      "muchas gracias", "grazie",
                                         "grazie mille", "obrigado",       "obrigada",
                                         "bedankt",      "dank je",        "dank u",
                                         "tack",         "tack så mycket", "mange tak",
                                         "takk",         "dzięki",         "dziękuję",
                                         "děkuji",       "díky",           "спасибо",
                                         "teşekkürler",  "谢谢",           "ありがとうございます"};

// A whole clause beside those of settled_alone: "It is settled."
inline constexpr std::array settled_clauses{"it is settled",
                                            "that is settled",
                                            "this is settled",
                                            "settled",
                                            "it is",
                                            "it is now",
                                            "it is settled now",
                                            "that settles it",
                                            "this settles it",
                                            "all settled",
                                            "it is resolved",
                                            "that is resolved",
                                            "resolved",
                                            "my concern is settled",
                                            "the concern is settled",
                                            "my concern is resolved",
                                            "the concern is resolved",
                                            "es ist geklärt",
                                            "geklärt",
                                            "das ist erledigt",
                                            "es ist erledigt",
                                            "erledigt",
                                            "ist geklärt",
                                            "ist erledigt",
                                            "das ist gelöst",
                                            "réglé",
                                            "c'est bon",
                                            "résolu",
                                            "está resuelta",
                                            "resuelto",
                                            "es resuelto",
                                            "risolto",
                                            "è risolta",
                                            "resolvido",
                                            "het is opgelost",
                                            "opgelost",
                                            "löst",
                                            "det er løst nu"};

// Anywhere in a clause behind a "no": the concern stays. "No, I still don't see who pays."
inline constexpr std::array still_open{
    "still",        "not yet",          "not settled", "not resolved",  "it is not",  "it's not",   "it isn't",
    "not at all",   "unsettled",        "noch nicht",  "immer noch",    "noch immer", "weiterhin",  "nicht geklärt",
    "ist es nicht", "nicht erledigt",   "toujours",    "pas encore",    "pas réglé",  "pas résolu", "todavía",
    "aún",          "no está resuelto", "ancora",      "non è risolto", "ainda",      "nog niet",   "nog steeds",
    "fortfarande",  "inte ännu",        "stadig",      "ikke endnu",    "fortsatt",   "nadal",      "jeszcze nie",
    "stále",        "ještě ne",         "по-прежнему", "ещё не",        "hâlâ",       "henüz değil"};

// Such a clause says something else, too: "No, but I can still live with it."
inline constexpr std::array more_than_open{
    "but", "however", "though", "although", "unless",  "if",      "except",   "fine", "live with", "agree",
    "ok",  "okay",    "happy",  "aber",     "wenn",    "falls",   "doch",     "mais", "si",        "pero",
    "ma",  "se",      "mas",    "maar",     "als",     "men",     "om",       "hvis", "ale",       "jeśli",
    "но",  "если",    "ama",    "vote",     "approve", "support", "go ahead", "good"};

}  // namespace assentd::words
