// SPDX-License-Identifier: Apache-2.0
// Structured MIME values with parameters (RFC 2045 section 5.1, RFC 2183), with RFC 2231 continuations and charsets
// and, against the rules but usual, RFC 2047 words.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parsers/remarks.h"

namespace assentd {

struct ParameterizedValue {
    std::string value;  // lower case, without comments and blanks: "text/plain", "attachment"
    std::vector<std::pair<std::string, std::string>> parameters;  // name in lower case; decoded; at most 100

    const std::string* find(std::string_view name) const;
    std::string_view get(std::string_view name) const;  // empty when there is none
};

ParameterizedValue read_parameters(std::string_view field_value, Remarks&);

}  // namespace assentd
