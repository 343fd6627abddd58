// SPDX-License-Identifier: Apache-2.0
// RFC 2047 encoded words in header text, read leniently: blanks inside, missing padding, words that touch each other,
// characters split across words. Raw 8-bit text is taken as UTF-8, else windows-1252.
#pragma once

#include <string>
#include <string_view>

#include "parsers/remarks.h"

namespace assentd {

// One clean line of UTF-8, trimmed.
std::string decode_words(std::string_view header_text, Remarks&);

// How long the word at the front is; 0 when there is none, or one with blanks or what only addresses have.
std::size_t encoded_word_size(std::string_view);

}  // namespace assentd
