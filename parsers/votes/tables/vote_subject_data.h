// SPDX-License-Identifier: Apache-2.0
// What people write below a subject that says it all, as reading copies (parsers/fold.h), in all languages. Data
// only.
#pragma once

#include <array>

namespace assentd::words {

// The whole of a mail: "eom", "s. Betreff"
inline constexpr std::array see_subject{"eom",
                                        "(eom)",
                                        "nt",
                                        "n/t",
                                        "see subject",
                                        "see the subject",
                                        "see subject line",
                                        "see above",
                                        "as in subject",
                                        "as above",
                                        "subject says it all",
                                        "s. betreff",
                                        "siehe betreff",
                                        "siehe oben",
                                        "s.o",
                                        "betreff sagt alles",
                                        "voir objet",
                                        "voir l'objet",
                                        "cf. objet",
                                        "ver asunto",
                                        "véase asunto",
                                        "vedi oggetto",
                                        "come da oggetto",
                                        "ver assunto",
                                        "vide assunto",
                                        "zie onderwerp",
                                        "se ämne",
                                        "se ämnesraden",
                                        "se emne",
                                        "se emnet",
                                        "patrz temat",
                                        "jak w temacie",
                                        "viz předmět",
                                        "см. тему",
                                        "тема письма",
                                        "konuya bakınız",
                                        "见主题",
                                        "如题",
                                        "件名の通り",
                                        "件名のとおり"};

// At the end of such a subject.
inline constexpr std::array subject_ends{"eom", "(eom)", "<eom>", "[eom]", "nt", "(nt)", "n/t", "(n/t)"};

// Behind a vote that was put before the subject: "JA! AW: [D-42] A second site"
inline constexpr std::array reply_prefixes{"re",   "aw",   "antw", "antwort", "sv",  "vs",  "ref", "r",
                                           "rif",  "res",  "odp",  "ynt",     "vá",  "atb", "vl",  "回复",
                                           "回覆", "答复", "返信", "fw",      "fwd", "wg"};

}  // namespace assentd::words
