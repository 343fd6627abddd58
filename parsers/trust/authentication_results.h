// SPDX-License-Identifier: Apache-2.0
// Reads Authentication-Results fields (RFC 8601). Whose are believed is for parsers/trust/vouching.h.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

}  // namespace assentd
