// SPDX-License-Identifier: Apache-2.0
// The version of both programs; the Makefile reads it from here.
#pragma once

namespace assentd {

inline constexpr const char* version = "0.1.0";

}  // namespace assentd
