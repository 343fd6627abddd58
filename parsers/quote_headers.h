// SPDX-License-Identifier: Apache-2.0
// Recognises the lines that mail programs write above a quotation: "On … wrote:", blocks of From:/Sent:/To:/Subject:,
// "-----Original Message-----" and forwarding marks, in many languages. Bounded look-ahead; pure; any bytes accepted.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace assentd::words {

inline constexpr std::size_t most_header_lines = 6;  // an attribution is folded over no more

// A line of the mail: as written, and the reading copy of its first bytes.
struct TextLine {
    std::string_view raw;
    std::string_view folded;  // trimmed; of at most folded_bytes
    static constexpr std::size_t folded_bytes = 600;
};

// How many lines, from the first of `lines`, are an attribution ("On … wrote:"); 0 when they are none.
std::size_t attribution_at(std::span<const TextLine> lines);

// How many lines are a block of header fields, at least three kinds of them with a From among them; after a rule or a
// mark two kinds suffice. 0 when they are none.
std::size_t header_block_at(std::span<const TextLine> lines, bool after_mark);

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
