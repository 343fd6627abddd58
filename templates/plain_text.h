// SPDX-License-Identifier: Apache-2.0
// Text that people wrote, made safe to stand in a mail of ours, and the layout of our mails as format=flowed (RFC
// 3676). Pure, linear in the text, never fails: what is not UTF-8 is replaced, what could deceive or break a line is
// removed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assentd::outgoing {

// Reads one code point at `at` and moves `at` behind it; U+FFFD for bytes that are not UTF-8 (one byte is skipped).
char32_t next_code_point(std::string_view text, std::size_t& at);

// Columns on a terminal, never fewer than code points.
std::size_t columns(std::string_view text);

// One line: controls and bidirectional overrides removed, white space run together, cut with an ellipsis at `limit`
// columns.
std::string one_line(std::string_view text, std::size_t limit);

// The same, whole: for a terminal.
std::string one_line(std::string_view text);

// All of a text, for a terminal: line ends become LF and TABs four spaces; controls and overrides are removed.
std::string printable(std::string_view text);

// Several lines: as above but with its line ends; a line can neither pass for our frames ("-----") nor for a
// signature separator ("-- "). Cut at `limit` bytes with a note that says so. No blank lines around it.
std::string block(std::string_view text, std::size_t limit);

// The same as a quotation: every line behind "> ", deeper quotations one deeper.
std::string quotation(std::string_view text, std::size_t limit);

// Lines that keep their columns, such as a table's: safe as in block(), and too long ones are broken here, the rest
// of them indented, because a reader's program must not.
std::string preformatted(const std::vector<std::string>& lines);

// Stands on a line that is empty on purpose; no text from outside can hold it.
inline constexpr char meant_blank = '\x1F';

// Wraps every line longer than the width softly (RFC 3676, DelSp=yes), quotations at their depth, and stuffs what
// needs it. Never two blank lines in a row.
// The result has lines of at most 77 columns and ends with one line end. A word longer than a line is split
// softly.
std::string flowed(std::string_view text);

}  // namespace assentd::outgoing
