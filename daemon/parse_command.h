// SPDX-License-Identifier: Apache-2.0
// `assentctl parse [--json] PATH...`: reads mails without any database or config and says how they are read.
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace assentd {

// PATH: a message file, an mbox (streamed, any size), a Maildir or a directory (sorted), "-" for one message on `in`.
// Answers go to `out` in input order, complaints to `err`. Returns 0; 66 when a path is missing or unreadable, after
// all others were read; 64 without a path.
int parse_command(const std::vector<std::string>& paths, bool json, std::istream& in, std::ostream& out,
                  std::ostream& err);

}  // namespace assentd
