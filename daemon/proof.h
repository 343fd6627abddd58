// SPDX-License-Identifier: Apache-2.0
// Who wrote a mail and how far it proves that (PRODUCT 8.1 to 8.3). The person is found by From; From proves nothing.
#pragma once

#include <string>

#include "daemon/mail_at_hand.h"
#include "daemon/recognise.h"
#include "daemon/world.h"
#include "decision/decision.h"

namespace assentd {

struct Proof {
    Trust trust = Trust::none;
    std::string why;  // for explain
};

struct Author {
    std::string address;  // lower case; of a claim: the claimed person's on file
    // Where the mail came from, when that address is nobody's and the reply token is somebody's: perhaps another
    // address of theirs, perhaps a mail that they passed on. It proves nothing before they say so.
    std::string other_address;
    Proof proof;
};
Author author_of(const World&, const MailAtHand&, const Decision&);

// It came to a reply address with the decision's number that nobody was given for this decision: for another one,
// that had the number before the database was restored.
bool came_to_foreign_token(const World&, const MailAtHand&, const Decision&);

// A reply to a draft by its proposer or somebody who may second it; their own token of the draft's own token proves,
// too.
Proof prove_draft_reply(const World&, const MailAtHand&, const Recognised&, const std::string& person);
// A mail that would open a decision: no token and no signature is bound to what is not there yet.
Proof prove_proposal(const World&, const MailAtHand&);

// Whether a server vouches for its author. Where that did not make it count, it does not show that it was meant for
// us.
bool is_vouched_for(const World&, const MailAtHand&);

// The address on file that an address belongs to: on the roster, of the proposer, the decider, a facilitator;
// else itself.
std::string address_on_file(const Decision&, const std::string& address);
// Whether it is one of theirs.
bool is_known_to(const Decision&, const std::string& address);

}  // namespace assentd
