// SPDX-License-Identifier: Apache-2.0
// How we decide here: policies, groups, calendars and what is expected of whom, as one Markdown page (PRODUCT 10.6).
// Pure.
#pragma once

#include <string>

#include "config/config.h"

namespace assentd {

// Names from the config are escaped: they cannot become markup.
std::string handbook(const Config&);

}  // namespace assentd
