// SPDX-License-Identifier: Apache-2.0
// Options that are spoken of in prose, as an answer or only as what the talk is about. Pure; linear in the sentence.
#pragma once

#include <string_view>

#include "parsers/ballots/option_names.h"
#include "parsers/reading.h"

namespace assentd::words {

// "How much does B cost?": a question that asks to be told something.
bool asks_for_knowledge(std::string_view sentence);

// "All of the above", "both are fine", "none of them works for me": it answers for all of the options at once.
bool answers_for_all(std::string_view sentence);

// "I'd give Athens a 5", "5 for each", where points are asked for.
bool gives_points_in_words(std::string_view sentence, const ReadingContext&);

// "Prefer Berlin to Athens": several options and hardly anything else.
bool compares_options(std::string_view sentence, const Options&);

// "I like B best", "not on Monday": it prefers or refuses one, in a few words.
bool prefers_or_refuses(std::string_view sentence, const Options&);

}  // namespace assentd::words
