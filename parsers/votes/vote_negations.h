// SPDX-License-Identifier: Apache-2.0
// Words that deny what stands beside them, in any language: whoever writes one is asked. Works on reading copies
// (parsers/fold.h); pure; linear in the sentence.
#pragma once

#include <string_view>

#include "decision/position.h"

namespace assentd::words {

// "No puedo dar un +1", "kein +1": by the text before a sign, in its sentence.
bool denied_before(std::string_view before);
// "+1 nicht", "+1 kommt nicht in Frage": by the text behind one, in its sentence.
bool sign_denied_behind(std::string_view tail);
// "Ich unterstütze den Vorschlag | nicht": by the text behind a word that votes.
bool word_denied_behind(std::string_view tail, Position);
// A phrase that an emphasis stretches and a negation turns: "je ne suis pas tout à fait d'accord", "不完全同意".
bool holds_negation(std::string_view phrase);
// A sentence that is no more than a negation: "I agree. Not!"
bool is_negation(std::string_view sentence);
// "No way!", "auf keinen Fall": one that refuses by itself, and nothing else.
bool is_flat_denial(std::string_view sentence);
// "-1, not +1": whether the text between two values says that the second is not meant.
bool ends_with_instead_of(std::string_view between);
// "I do not support the proposal", "Ja się nie zgadzam": one who speaks of themselves denies a word of agreement.
bool denies_agreement(std::string_view sentence);

}  // namespace assentd::words
