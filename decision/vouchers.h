// SPDX-License-Identifier: Apache-2.0
// Whose word on who wrote a mail counts, as the admin configured it; frozen into each decision when it opens, so that
// a recount asks what the count asked.
#pragma once

#include <string>
#include <vector>

namespace assentd {

struct Vouchers {
    std::vector<std::string> authserv_ids;   // servers whose Authentication-Results are believed
    std::vector<std::string> arc_sealers;    // domains whose ARC seals are, when such a server says arc=pass
    std::vector<std::string> munging_lists;  // addresses of lists that put themselves into From
    bool strict_alignment = false;           // dkim and spf must be for the From domain itself
    bool operator==(const Vouchers&) const = default;
};

}  // namespace assentd
