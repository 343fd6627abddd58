// SPDX-License-Identifier: Apache-2.0
// An answer of which it is not clear what it answers: it came to the address for answers to several decisions and
// names none of them, or replies to what is not on record.
#pragma once

#include <vector>

#include "daemon/mail_at_hand.h"
#include "daemon/stepping.h"
#include "daemon/world.h"

namespace assentd {

// Whether it may answer something: it says little, or it is in a thread; and it does not say how it is to be decided,
// as a proposal would.
bool may_answer_any(const MailAtHand&);

// Asks which decision is meant, says why, and shows how each that waits for this person is answered.
std::vector<Problem> asked_which_of_all(const World&, Records&, const PersonConfig&, const MailAtHand&,
                                        const std::string& why);

}  // namespace assentd
