// SPDX-License-Identifier: Apache-2.0
// What an agreement or a refusal is of, where it need not be the proposal: a person, a remark, a fact, a deed, a
// part. Works on reading copies (parsers/fold.h); pure; linear in the sentence.
#pragma once

#include <string_view>

#include "decision/position.h"

namespace assentd::words {

// "Enig i forslaget", "Akkoord met het voorstel": by the text behind the word.
bool agrees_with_the_proposal(std::string_view tail);
bool is_somebodys_proposal(std::string_view object);  // "Ana's proposal", and no more
// Whether `rest`, behind the phrase that votes, says that it is about something else: "I agree with Ana", "I oppose
// Chen's objection", "Zgadzam się, że to drogie", "Jestem za odrzuceniem".
bool is_about_another_matter(std::string_view phrase, Position, std::string_view rest);
// The same behind a sign: "+1 to reject", "-1 on delaying".
bool is_on_another_deed(std::string_view tail);
// "… the idea, but the date is bad", "… l'idée, pas la date": an agreement from which a part is kept out.
bool keeps_a_part_out(std::string_view tail);

}  // namespace assentd::words
