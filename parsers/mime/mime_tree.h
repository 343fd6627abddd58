// SPDX-License-Identifier: Apache-2.0
// The parts of a mail (RFC 2046), split by our own line-anchored, depth-limited reader. The tree holds views into the
// bytes that it was read from, and owns what it had to decode: keep both alive while it is used.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/message.h"
#include "parsers/mime/header_block.h"
#include "parsers/mime/parameters.h"
#include "parsers/remarks.h"

namespace assentd {

struct Entity {
    HeaderBlock header;
    ParameterizedValue type;         // "text/plain" when missing or malformed; message/rfc822 inside a digest
    ParameterizedValue disposition;  // empty when missing
    std::string encoding;            // lower case
    std::string_view raw;            // header and body
    std::string_view body;
    std::vector<std::size_t> children;
    bool too_deep = false;  // a multipart whose parts were not read  // of a multipart: its parts; of message/rfc822:
                            // the one attached mail

    bool is(std::string_view media_type) const { return type.value == media_type; }
    bool is_multipart() const { return type.value.substr(0, 10) == "multipart/"; }
    bool is_text() const { return type.value.substr(0, 5) == "text/"; }
    bool is_attached_mail() const { return is("message/rfc822") || is("message/global") || is("message/news"); }
    std::string decoded() const;                    // the body without its transfer encoding
    std::string decoded_prefix(std::size_t) const;  // of about the first so many bytes of the body
    std::string file_name() const;                  // as it stands; see safe_file_name
};

struct MimeTree {
    std::vector<Entity> entities;  // preorder; 0 is the mail itself
    std::vector<std::unique_ptr<std::string>> owned;

    const Entity& root() const { return entities.front(); }
};

MimeTree read_mime_tree(std::string_view mail, const Limits&, Remarks&);

}  // namespace assentd
