// SPDX-License-Identifier: Apache-2.0
// What mail gateways put above a mail that comes from elsewhere: "CAUTION: This email originated from outside of the
// organization." Pure.
#pragma once

#include <string_view>

namespace assentd::words {

// The first line of such a banner, as a reading copy (parsers/fold.h).
bool is_gateway_banner(std::string_view folded);

}  // namespace assentd::words
