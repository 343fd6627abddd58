// SPDX-License-Identifier: Apache-2.0
// The ARC sets of a mail (RFC 8617): what each server that passed it on saw, and who sealed it. Only read, not
// verified: whether the chain holds is what a trusted server says (arc=pass).
#pragma once

#include <string>
#include <vector>

#include "parsers/message.h"
#include "parsers/trust/authentication_results.h"

namespace assentd {

struct ArcSet {
    std::string sealer;  // d= of the ARC-Seal, lower case
    std::string chain;   // cv=: "none", "pass", "fail"
    AuthenticationResults results;
};

// Instance 1 first; empty unless the sets are whole: 1 to n, each with one seal and one set of results.
std::vector<ArcSet> read_arc_sets(const Message&);

}  // namespace assentd
