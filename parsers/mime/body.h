// SPDX-License-Identifier: Apache-2.0
// The readable text of a mail and its attachments, out of the tree of its parts.
//
// One rule for alternatives that differ: text/plain is read, unless it is empty or only says that there is HTML.
// Where the HTML begins otherwise its text is kept beside it, since it may say otherwise, too. Attached mails
// (message/rfc822, digests) are attachments and never the sender's words; message/partial and external-body are named
// and never followed.
#pragma once

#include <string>

#include "parsers/message.h"
#include "parsers/mime/mime_tree.h"
#include "parsers/remarks.h"

namespace assentd {

// Fills text, html_version, signed_part and attachments.
void read_body(const MimeTree&, const Limits&, Message&, Remarks&);

// The last path component, without control characters, at most 255 bytes; "." and ".." are no names.
std::string safe_file_name(std::string_view name);

}  // namespace assentd
