// SPDX-License-Identifier: Apache-2.0
// What a delivery report says of the one person that a mail of ours went to.
#pragma once

#include <string>

#include "decision/command.h"
#include "parsers/message.h"

namespace assentd {

// A report may speak of several; when it does not name this one, it speaks of those who get their mail, and only what
// holds for all of them is believed. `temporary`: they were reached, or may still be.
Bounce bounce_of(const Message& report, const std::string& recipient, const Source&);

}  // namespace assentd
