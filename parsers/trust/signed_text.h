// SPDX-License-Identifier: Apache-2.0
// What a signature covers, compared with what is read in the mail that carries it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parsers/message.h"

namespace assentd {

// What was signed, read like a mail. `plaintext`: what the verifier took out of a clear-signed block.
Message read_signed(const SignedPart&, std::string_view plaintext, const Limits& = {});

// Whether everything that may be counted in `whole` stands in `part`: the sender's own words, interleaved answers,
// and the quotation that a form can be filled in in. Footers that a list added do not matter.
bool covers(const Message& part, const Message& whole);

// The numbers of the decisions ("D-42") that a mail's subject and text name, quotations included; ascending, at most
// 100.
std::vector<std::int64_t> decisions_named(const Message&);

}  // namespace assentd
