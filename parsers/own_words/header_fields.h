// SPDX-License-Identifier: Apache-2.0
// Blocks of From:/Sent:/To:/Subject: that mail programs copy above a quotation, in many languages. Bounded
// look-ahead; pure; any bytes are accepted.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "parsers/own_words/header_parts.h"

namespace assentd::words {

// How many lines are a block of header fields, at least three kinds of them with a From among them; after a rule or a
// mark two kinds suffice. 0 when they are none.
std::size_t header_block_at(std::span<const TextLine> lines, bool after_mark);

// The same with names of no table: the first line has an address, one below it a date and a time. Those of a proposal
// (parsers/proposals/head_lines.h) are none.
std::size_t unnamed_block_at(std::span<const TextLine> lines);

// Whether the line is a From field, whatever stands behind it.
bool begins_with_from(std::string_view folded);

}  // namespace assentd::words
