// SPDX-License-Identifier: Apache-2.0
// Which decision a mail is about (PRODUCT 2.1).
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
    bool to_several = false;  // it came to somebody's address for answers to several decisions
};

// By, in this order: our token in a recipient address, In-Reply-To, References from newest to oldest, a [D-42] tag.
Recognised recognise(const World&, const Message&);

// It was sent to the reply addresses of two decisions or more; recognise() finds the first.
bool is_to_several(const World&, const Message&);

// It replies to a mail of ours that is not on record: an older copy of the database was restored, and numbers that
// were given since are given once more.
bool replies_to_lost_mail(const World&, const Message&);

// It replies to a mail of ours that asks for a vote: an invitation, a reminder, a new text.
bool replies_to_call_for_votes(const World&, const Message&);

// It came to the envelope sender of a mail of ours, where mail servers and vacation programs write, and nobody else.
bool came_to_envelope_sender(const World&, const Message&);

// The hash of the mail that we asked `sender` about at the confirmation address with this token; nothing when there
// is none (any more).
std::optional<std::string> asked_about(const Tokens&, const Decision&, RecordId, const std::string& sender,
                                       const std::string& token);

}  // namespace assentd
