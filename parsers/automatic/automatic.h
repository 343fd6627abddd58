// SPDX-License-Identifier: Apache-2.0
// What kind of mail this is (PRODUCT 8.4): only what a person wrote is `human`.
#pragma once

#include "parsers/message.h"
#include "parsers/mime/mime_tree.h"
#include "parsers/remarks.h"

namespace assentd {

// Fills kind, kind_reason, bounced, reported_message_id and calendar_partstat. The message's header, text and
// attachments have been read.
void recognise_kind(const MimeTree&, const OwnIdentity&, Message&, Remarks&);

}  // namespace assentd
