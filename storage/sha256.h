// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4) as lower-case hex: the name of a raw mail and the links of the event chain.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

// Throws std::bad_alloc only. May be called from any thread.
std::string digest_hex(std::string_view bytes);

}  // namespace assentd
