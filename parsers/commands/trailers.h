// SPDX-License-Identifier: Apache-2.0
// Trailers as patches carry them: "Acked-by: Name <address>" (PRODUCT 2.3). Pure; linear in the line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/position.h"
#include "parsers/message.h"

namespace assentd::words {

struct Trailer {
    Position position = Position::agree;
    std::string key;       // as written
    bool senders = false;  // its name or address is one of the senders'
    bool noted = false;    // something stands behind them: "# if the tests pass"
};

std::optional<Trailer> read_trailer(std::string_view line, const std::vector<Address>& senders);

}  // namespace assentd::words
