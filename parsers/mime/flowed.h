// SPDX-License-Identifier: Apache-2.0
// text/plain; format=flowed (RFC 3676): soft line breaks joined within one quote depth, space-stuffing removed.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

// Lines of a quotation come out as "> text", one ">" for each depth.
std::string unflow(std::string_view text, bool delete_space);

}  // namespace assentd
