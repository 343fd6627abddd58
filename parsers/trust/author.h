// SPDX-License-Identifier: Apache-2.0
// Whose mail it is: the address in From, or the one behind a list that put itself there (PRODUCT 8.3). This finds who
// is meant and proves nothing.
#pragma once

#include <string>
#include <vector>

#include "parsers/message.h"

namespace assentd {

// Lower case; empty when there is not exactly one From address. Of a mail from one of `munging_lists`:
// X-Original-From, else its one Reply-To address; of one that names such a list in List-Post: From without an added
// ".invalid". Reply-To means nothing in other mail.
std::string author_address(const Message&, const std::vector<std::string>& munging_lists);

}  // namespace assentd
