// SPDX-License-Identifier: Apache-2.0
// One text part as readable text: transfer encoding, charset, format=flowed, HTML, and the traces of broken senders.
#pragma once

#include <optional>
#include <string>

#include "parsers/message.h"
#include "parsers/mime/mime_tree.h"
#include "parsers/remarks.h"

namespace assentd {

// LF line ends, no trailing blank lines, at most Limits::text_size bytes. `outlook` repairs its doubled newlines.
std::string read_text_part(const Entity&, bool outlook, const Limits&, Remarks&);

// The first clear-signed OpenPGP message (RFC 4880 section 7) in the part, armor and all.
std::optional<SignedPart> clear_signed_block(const Entity&, const Limits&);

// A text/plain alternative that only points to the HTML one.
bool is_stub(std::string_view text);

}  // namespace assentd
