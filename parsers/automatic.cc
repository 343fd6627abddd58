// SPDX-License-Identifier: Apache-2.0
#include "parsers/automatic.h"

#include "parsers/ascii.h"

namespace assentd {

void recognise_kind(const MimeTree& tree, const OwnIdentity&, Message& m, Remarks&) {
    const std::string_view mark = tree.root().header.value("Auto-Submitted");
    if (mark.empty() || begins_with(mark, "no")) return;
    m.kind = MessageKind::auto_reply;
    m.kind_reason = "Auto-Submitted: " + std::string(mark);
}

}  // namespace assentd
