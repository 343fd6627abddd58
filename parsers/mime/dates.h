// SPDX-License-Identifier: Apache-2.0
// The Date field (RFC 5322 section 3.3 with its obsolete forms) and the usual breakages of it.
#pragma once

#include <optional>
#include <string_view>

#include "decision/time.h"

namespace assentd {

// Empty when it is no date, or one before 1960 or after 2200.
std::optional<Instant> read_date(std::string_view field_value);

}  // namespace assentd
