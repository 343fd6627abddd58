// SPDX-License-Identifier: Apache-2.0
// The JSON form of a message and what was read from it, as INTERFACES promises for `assentctl parse --json`.
#pragma once

#include <cstddef>
#include <string>

#include "parsers/message.h"
#include "parsers/reading.h"

namespace assentd {

// One line without its end. Bytes that are not UTF-8 become U+FFFD; never throws for any message.
std::string parse_json(const std::string& path, std::size_t index, const Message&, const Interpretation&);

}  // namespace assentd
