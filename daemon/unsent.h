// SPDX-License-Identifier: Apache-2.0
// How far the mail of ours about a decision got, and what that means for it (PRODUCT 3.7, 5.1).
#pragma once

#include <vector>

#include "daemon/world.h"
#include "decision/command.h"
#include "decision/decision.h"

namespace assentd {

// Those to whom nothing went out since the text that is to be decided stands: their invitation or the amendment waits
// in the outbox, was given up or dropped. PRODUCT 3.7: not reached.
std::vector<Bounce> people_never_written_to(const World&, RecordId, const Decision&);

// What bounced to those who count as reached, unless a later mail about the text got through to them.
std::vector<Bounce> people_whose_mail_bounced(const World&, RecordId, const Decision&);
// Those who count as not reached and to whom a mail about the text got through since.
std::vector<GotThrough> people_reached_again(const World&, RecordId, const Decision&);

// Whether a mail that waited says nothing any more (PRODUCT 5.1): its decision is over, or what it asks for is not
// owed any more, or a later reminder waits behind it.
bool is_moot(Store&, const OutboxMail&);

}  // namespace assentd
