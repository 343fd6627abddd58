// SPDX-License-Identifier: Apache-2.0
// Options that are called by a word of theirs: "red" for "Red one", where no other option has that word. Pure; linear
// in the line times the options' words.
#pragma once

#include <string>
#include <string_view>

#include "parsers/ballots/option_names.h"

namespace assentd::words {

// How a word may name an option: `shape` where nothing but a list of options can stand there, so that any word that
// the others lack will do, as it is written; `prose` where people talk, in which only telling words do, and also in
// the plural, or shortened: "Fridays", "Postgres" for "PostgreSQL".
enum class Calling { shape, prose };

// The line with the labels of the options that are called by a word, or by their text, and no article before these.
std::string with_labels_for_words(std::string_view line, const Options&, Calling);

}  // namespace assentd::words
