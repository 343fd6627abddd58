// SPDX-License-Identifier: Apache-2.0
// The limits that a mail was read with, as they are kept on its row: a recount reads with the limits of that day.
#pragma once

#include <string>

#include "config/config.h"
#include "parsers/message.h"

namespace assentd {

Limits reading_limits(const LimitsConfig&);

// "67108864 262144 1000 20 1048576"
std::string limits_text(const Limits&);
Limits limits_in(const std::string& kept, const LimitsConfig&);

}  // namespace assentd
