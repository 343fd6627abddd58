// SPDX-License-Identifier: Apache-2.0
// Whether a server that the admin trusts vouches for a mail's author (PRODUCT 8.1b). Missing means unknown, never
// pass. What other servers say is ignored.
#pragma once

#include <string>
#include <string_view>

#include "decision/vouchers.h"
#include "parsers/message.h"

namespace assentd {

enum class Vouched { yes, no, unknown };

// yes: exactly one From address, which is the author's, no second one of a field that there may be only one of, and
// of a trusted server
//   - the topmost field that speaks of dmarc says pass for the author's domain, or
//   - the topmost one that speaks of dkim or spf says pass for a domain aligned with it, or
//   - the topmost one that speaks of arc says pass, and a trusted sealer, with only trusted ones after it, saw one of
//     these when the mail passed through.
// no: a trusted server reports dmarc=fail, in any field, and no sealer saw better. Why is for `explain`.
struct Vouching {
    Vouched vouched = Vouched::unknown;
    std::string why;
};

// `author`: the address in From, or behind a list that put itself there. Of that one nobody vouches: the servers, and
// the sealers before them, saw another From, and what names the author anybody can write.
Vouching vouching(const Message&, std::string_view author, const Vouchers&);

}  // namespace assentd
