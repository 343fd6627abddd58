// SPDX-License-Identifier: Apache-2.0
// OpenPGP-signed mails. What a signature proved when its mail came is kept as a fact, because keys expire and are
// replaced, and a recount asks what the count asked. A signature is believed
//   - by the key on file for the sender, good at that time,
//   - over all words of the sender's own that are read,
//   - for the decisions that the signed text names (a subject that the mail program signed along, a quotation or the
//     sender's own words): one made for another decision says nothing here,
//   - not made more than two days before the mail came, nor in the future, and
//   - once: the same signature in another mail is a copy, and proves nothing.
#pragma once

#include <string>

#include "daemon/mail_at_hand.h"
#include "daemon/world.h"
#include "decision/decision.h"

namespace assentd {

// Checks the mail's signature, when it has one and its sender a key, and keeps what it proved. Inside a transaction.
void check_signature(const World&, const MailAtHand&);

// Whether the mail was signed by `author` for this decision, from what was kept. `why` says which, for explain.
bool is_signed_by(const World&, const MailAtHand&, const Decision&, const std::string& author, std::string& why);

}  // namespace assentd
