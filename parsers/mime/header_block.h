// SPDX-License-Identifier: Apache-2.0
// The header of one entity (RFC 5322 section 2.2, RFC 6532) out of its bytes. Limits are held before mimetic sees
// anything; lines that are no header are skipped, and the fields after them survive.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/message.h"
#include "parsers/remarks.h"

namespace assentd {

struct HeaderBlock {
    std::vector<Field> fields;  // in order, unfolded, not decoded, without NUL and line ends
    std::size_t body = 0;       // where the body begins in the entity

    const std::string* find(std::string_view name) const;  // the first of that name, or null
    std::string_view value(std::string_view name) const;   // the same, trimmed; empty when there is none
};

// `top` is the whole mail: mbox "From " lines and blank lines before the header are dropped. An entity that starts
// with text instead of a header is all body.
HeaderBlock read_header(std::string_view entity, const Limits&, bool top, Remarks&);

}  // namespace assentd
