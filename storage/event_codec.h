// SPDX-License-Identifier: Apache-2.0
// Events as they are stored: a kind (name(Event)) and a JSON object (RFC 8259) with one key per member, sorted by
// name. Enums are their names, instants RFC 3339 in UTC with Z, lengths of time seconds. A key that is missing reads
// as the member's default and an unknown one is passed over, so members may be added without touching stored events.
// Bytes that are not UTF-8 are stored as U+FFFD. No state; any thread.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "decision/event.h"

namespace assentd {

class EventCodecError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Throws EventCodecError for an instant outside the years 0 to 9999.
std::string encode(const Event&);

// Throws EventCodecError for an unknown kind and for a body that is not the JSON of that kind.
Event decode(std::string_view kind, std::string_view body);

}  // namespace assentd
