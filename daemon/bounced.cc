// SPDX-License-Identifier: Apache-2.0
#include "daemon/bounced.h"

#include <algorithm>

#include "decision/text.h"

namespace assentd {

Bounce bounce_of(const Message& report, const std::string& recipient, const Source& source) {
    const std::string wanted = lower_case(recipient);
    auto said = report.bounced;
    const auto of_another = [&](const BouncedRecipient& b) {
        return lower_case(b.recipient) != wanted && lower_case(b.original) != wanted;
    };
    if (!std::all_of(said.begin(), said.end(), of_another)) std::erase_if(said, of_another);
    Bounce bounce{recipient, report.kind == MessageKind::delay, "bounced", source};
    for (const auto& b : said) {
        if (!b.status.empty()) bounce.status = b.status;
        const bool failed = b.action.empty() || b.action == "failed";
        bounce.temporary = bounce.temporary || b.temporary || !failed;
    }
    return bounce;
}

}  // namespace assentd
