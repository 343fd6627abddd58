// SPDX-License-Identifier: Apache-2.0
// Reports by machines about mails: RFC 3464 delivery status, RFC 8098 dispositions, RFC 5965 feedback. Reads their
// field groups; which kind a mail is follows in automatic.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/message.h"
#include "parsers/mime/mime_tree.h"
#include "parsers/remarks.h"

namespace assentd {

// Adds the recipients of a message/delivery-status body, up to 500 in all.
void read_delivery_status(std::string_view body, std::vector<BouncedRecipient>&, Remarks&);

// "rfc822; <ana@example.org>" -> "ana@example.org"
std::string report_address(std::string_view value);

// The Message-ID of the mail that a report returns: of an attached message, or of attached headers.
std::optional<std::string> returned_message_id(const MimeTree&);

// The only recipient of the returned mail, when it has just one.
std::optional<std::string> returned_recipient(const MimeTree&);

}  // namespace assentd
