// SPDX-License-Identifier: Apache-2.0
// Reads Authentication-Results fields (RFC 8601) and says whether a trusted one vouches for the From address
// (PRODUCT 8.1b). Missing means unknown, never pass. Fields of servers that the admin did not name are ignored.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parsers/message.h"

namespace assentd {

struct AuthenticationMethod {
    std::string method;                                           // lower case: "dmarc", "dkim", "spf"
    std::string result;                                           // lower case: "pass", "fail", …
    std::vector<std::pair<std::string, std::string>> properties;  // "header.from" -> value
};

struct AuthenticationResults {
    std::string authserv_id;  // empty when the field was malformed; then methods is empty too
    std::vector<AuthenticationMethod> methods;
};

AuthenticationResults read_authentication_results(std::string_view field_value);

enum class Vouched { yes, no, unknown };

// yes: exactly one From address, and a trusted server reports dmarc=pass for its domain, or dkim/spf pass aligned
// with it (relaxed: equal or a sub-domain of it, either way). no: a trusted server reports dmarc=fail. Why is for
// `explain`.
struct Vouching {
    Vouched vouched = Vouched::unknown;
    std::string why;
};
Vouching vouching(const Message&, const std::vector<std::string>& trusted_authserv_ids);

}  // namespace assentd
