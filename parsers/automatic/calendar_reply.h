// SPDX-License-Identifier: Apache-2.0
// What an answer to an invitation says (RFC 5545, RFC 5546): only METHOD and the attendee's PARTSTAT, by a small
// bounded scan of the content lines. A calendar reply is not a vote.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assentd {

// PARTSTAT in upper case ("ACCEPTED"; empty when missing) of a METHOD:REPLY or COUNTER; nothing for other calendars.
std::optional<std::string> calendar_reply(std::string_view calendar, std::string_view method_parameter);

}  // namespace assentd
