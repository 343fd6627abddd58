// SPDX-License-Identifier: Apache-2.0
// Whether a mail names the terms of its vote: "Condition: the price stays below 90", "Agreed, with a cap of 90".
// Works on reading copies (parsers/fold.h); pure; linear in the text.
#pragma once

#include <span>
#include <string_view>

namespace assentd::words {

// By the text behind a vote in its sentence.
bool sets_terms(std::string_view tail);
// The same behind a word of Turkish, which sets conditions by endings: "Evet, Tom onaylarsa".
bool sets_turkish_terms(std::string_view phrase, std::string_view tail);
// The same behind a sign, which is of no language: by the last word.
bool sets_turkish_terms(std::string_view tail);
// By all lines of a mail, as written: in sentences of their own, or above what they are the terms of.
bool names_terms(std::span<const std::string_view> lines);

}  // namespace assentd::words
