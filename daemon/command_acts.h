// SPDX-License-Identifier: Apache-2.0
// Commands in mails: from their words, as they were read, to what is asked of a decision. Times are resolved by the
// sender's own calendar.
#pragma once

#include <string_view>

#include "config/config.h"
#include "decision/command.h"
#include "decision/decision.h"
#include "parsers/reading.h"

namespace assentd {

// Whether a command is about its sender rather than about a decision: away, receipts.
bool is_personal(const Reading&);

Act command_act(const Config&, const Decision&, const Reading&, std::string_view sender, Instant arrival);

}  // namespace assentd
