// SPDX-License-Identifier: Apache-2.0
// Address lists (RFC 5322 sections 3.4 and 4.4) as people and programs write them. Groups give their members.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/message.h"
#include "parsers/remarks.h"

namespace assentd {

// At most `limit` addresses. Entries without an address are left out.
std::vector<Address> read_addresses(std::string_view field_value, std::size_t limit, Remarks&);

}  // namespace assentd
