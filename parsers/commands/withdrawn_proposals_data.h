// SPDX-License-Identifier: Apache-2.0
// How people say that they withdraw their proposal, as reading copies (parsers/fold.h), where the command itself,
// "I withdraw the proposal", is no help. Data only.
#pragma once

#include <array>

namespace assentd::words {

// At the start of a line, up to a mark or its end: "Ich ziehe den Vorschlag zurück, er war verfrüht."
inline constexpr std::array withdrawn_proposals{
    "ich ziehe den vorschlag zurück",
    "ich ziehe diesen vorschlag zurück",
    "ich ziehe meinen vorschlag zurück",
    "ich ziehe den antrag zurück",
    "ich ziehe diesen antrag zurück",
    "ich ziehe meinen antrag zurück",
    "je retire ma proposition",
    "je retire la proposition",
    "je retire cette proposition",
    "retiro la propuesta",
    "retiro mi propuesta",
    "retiro esta propuesta",
    "ritiro la proposta",
    "ritiro la mia proposta",
    "ritiro questa proposta",
    "retiro a proposta",
    "retiro a minha proposta",
    "retiro esta proposta",
    "ik trek het voorstel in",
    "ik trek mijn voorstel in",
    "ik trek dit voorstel in",
    "jag drar tillbaka förslaget",
    "jag drar tillbaka mitt förslag",
    "jeg trækker forslaget tilbage",
    "jeg trækker mit forslag tilbage",
    "jeg trekker forslaget",
    "jeg trekker tilbake forslaget",
    "jeg trekker forslaget tilbake",
    "wycofuję propozycję",
    "wycofuję wniosek",
    "stahuji návrh",
    "stahuji svůj návrh",
    "снимаю предложение",
    "отзываю предложение",
    "отзываю своё предложение",
    "önerimi geri çekiyorum",
    "teklifimi geri çekiyorum",
};

}  // namespace assentd::words
