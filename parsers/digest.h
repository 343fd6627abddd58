// SPDX-License-Identifier: Apache-2.0
// SHA-256 of bytes, by libcrypto.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

std::string sha256_hex(std::string_view bytes);  // 64 lower-case digits

}  // namespace assentd
