// SPDX-License-Identifier: Apache-2.0
// A line of an answer to several decisions (PRODUCT 2.10) that names which of them it is about.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/reading.h"

namespace assentd::words {

// One reading for each decision that the line names; none when it names none or says nothing about it. Line and
// offset are the caller's to fill in.
std::vector<Reading> read_scoped_line(std::string_view line, const ReadingContext&);

}  // namespace assentd::words
