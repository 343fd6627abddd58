// SPDX-License-Identifier: Apache-2.0
// The fields of RFC 3834 and of its many predecessors by which programs say that no person wrote a mail, and those by
// which a list says that it only passed on what a person wrote.
#pragma once

#include <string>
#include <vector>

#include "parsers/message.h"

namespace assentd {

// The field that marks the mail as automatic, as it stands there; empty when none does. `from` is whom it names as
// its senders.
std::string automatic_mark(const std::vector<Field>&, const std::vector<Address>& from);

}  // namespace assentd
