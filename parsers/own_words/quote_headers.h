// SPDX-License-Identifier: Apache-2.0
// Recognises the lines that mail programs write above a quotation: "On … wrote:",
// "-----Original Message-----" and forwarding marks, in many languages. Bounded look-ahead; pure; any bytes accepted.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/own_words/header_parts.h"

namespace assentd::words {

inline constexpr std::size_t most_header_lines = 6;  // an attribution is folded over no more

// How many lines, from the first of `lines`, are an attribution ("On … wrote:"); 0 when they are none.
std::size_t attribution_at(std::span<const TextLine> lines);

// The lines of a text; where an attribution or mark runs on behind a vote or command, "+1 On …, Ana wrote:", it is a
// line of its own.
std::vector<std::string_view> lines_apart(std::string_view text);

// A vote or command that leaves no doubt.
bool answers_surely(const TextLine&);

// ">>> Ana Example 03.03.2026 10:00 >>>", as GroupWise writes it: no mark stands below it.
bool is_unmarked_header(std::string_view raw);
// "Please reply above this line": what is below belongs to the mail that is answered.
bool is_reply_above_mark(std::string_view folded);
// "Original Message" without dashes: a mark only when header fields follow.
bool is_bare_mark(std::string_view folded);

// "-----Original Message-----" and kin; "Begin forwarded message:" and kin.
bool is_original_mark(std::string_view folded);
bool is_forward_mark(std::string_view folded);

}  // namespace assentd::words
