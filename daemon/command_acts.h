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

Act command_act(const Config&, const Decision&, const Reading&, std::string_view sender, Instant arrival);

}  // namespace assentd
