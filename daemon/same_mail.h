// SPDX-License-Identifier: Apache-2.0
// Whether a mail came before (PRODUCT 9.1): through a list and directly, by a retry, from a folder made anew. What
// nobody proved never stands in the way of what its sender proves: a forged copy that comes first silences nobody.
#pragma once

#include <string>

#include "daemon/inbox.h"
#include "daemon/mail_at_hand.h"
#include "daemon/recognise.h"
#include "daemon/world.h"

namespace assentd {

struct SeenBefore {
    enum class How { not_seen, same, set_aside, other_words } how = How::not_seen;
    RecordId record = 0;  // of the same mail
};

// Asked before the mail's own row is added. set_aside: the same bytes wait for an admin, or had one's word.
// other_words: an earlier mail of this sender, proven, had the same Message-ID and said something else.
SeenBefore seen_before(const World&, const MailAtHand&);

// The same of a mail that is not read. Of what never came there are no bytes to compare.
bool was_set_aside(const World&, const Fetched&, const std::string& sha256);

// How a mail is recognised when it comes again: Message-ID, sender and own words; without Message-ID by Date and
// subject in its place; without both by the bytes.
std::string mail_identity(const MailAtHand&);

// Whether the mail proves its sender to what it is about: its decision, draft or question, or as a proposal.
bool is_proven(const World&, const MailAtHand&);
bool is_proven(const World&, const MailAtHand&, const Recognised&, const Decision&);
// Where nothing says what it is about: as a proposal, or by the address for answers to several decisions.
bool came_from_its_person(const World&, const MailAtHand&);
// The same for a decision at hand: somebody known to it, proven as its policy demands.
bool is_proven(const World&, const MailAtHand&, const Decision&);
bool is_proven(const Author&, const Decision&);
// For the decision whose address it came to, if there is one, whatever its lines name.
bool is_proven_where_it_came(const World&, const MailAtHand&);

}  // namespace assentd
