// SPDX-License-Identifier: Apache-2.0
// Which decision a mail is about, who wrote it, and how far that is proven (PRODUCT 2.1, 8.1).
#pragma once

#include <optional>
#include <string>

#include "daemon/world.h"
#include "decision/decision.h"
#include "parsers/message.h"

namespace assentd {

enum class Subject { decision, draft, confirmation, bounce, nothing_known };

struct Recognised {
    Subject subject = Subject::nothing_known;
    RecordId record = 0;
    std::string how;         // "reply token", "In-Reply-To <…>", …: for explain
    std::string token;       // of a confirmation
    std::string subaddress;  // decisions+rfc@, when it is no token
    std::string bounced_message_id;
};

// By, in this order: our token in a recipient address, In-Reply-To, References from newest to oldest, a [D-42] tag.
Recognised recognise(const World&, const Message&);

// How far the mail proves that its From address wrote it to this decision. `person` is the address on file that the
// From address belongs to, as the record has it.
struct Proof {
    Trust trust = Trust::none;
    std::string why;  // for explain
};
Proof prove(const Tokens&, const Message&, std::int64_t number, const std::string& person,
            const std::vector<std::string>& trusted_authserv_ids);

// The same for a reply to a draft; its own token proves, too.
Proof prove_draft_reply(const World&, const Message&, const Recognised&, const Decision& draft);

// The hash of the mail that we asked `sender` about at the confirmation address with this token; nothing when there
// is none (any more).
std::optional<std::string> asked_about(const Tokens&, const Decision&, RecordId, const std::string& sender,
                                       const std::string& token);

// The one From address in lower case; empty when there is not exactly one, and then nobody is believed.
std::string sender_address(const Message&);

// The address on file that an address belongs to: on the roster, of the proposer, of a facilitator; else itself.
std::string address_on_file(const Decision&, const std::string& address);

}  // namespace assentd
