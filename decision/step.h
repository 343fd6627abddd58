// SPDX-License-Identifier: Apache-2.0
// The engine: what a command makes true, and who is owed a mail about it. Pure: no I/O, no clock, no chance. The
// caller stores the events, then sends the mails, in that order, in one transaction; if that fails, it drops its copy
// of the decision and loads the stored one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decision/command.h"
#include "decision/decision.h"
#include "decision/event.h"
#include "decision/notice.h"

namespace assentd {

struct Step {
    std::vector<Event> events;    // to persist first, in this order
    std::vector<Notice> notices;  // then owed
};

// Advances the decision by exactly the events that it returns. (In place, because a long discussion should not be
// copied for each mail.) A command that changes nothing gives no events; if somebody should hear of it, a notice.
// Never throws for what a person did.
Step step(Decision&, const Command&, Instant now);

// When the clock alone will next change something: a reminder or the close. Nothing for a decision that is not open.
// `after`: what was due by then has been done, but for those who rest.
std::optional<Instant> next_wakeup(const Decision&, Instant after = Instant::min());

// One true, short sentence: what this decision still needs, or what came of it. Never tells what is sealed
// (PRODUCT 6.1).
// `written`: how an instant in it is, utc_text or moment.
std::string needs(const Decision&, Instant now, std::string (*written)(Instant) = utc_text);

}  // namespace assentd
