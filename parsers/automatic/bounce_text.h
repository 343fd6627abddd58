// SPDX-License-Identifier: Apache-2.0
// Delivery reports that are no RFC 3464 ones, read as the prose that they are: whom they name, and why.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/message.h"

namespace assentd {

// "5.1.1" out of "550 5.1.1 <a@b> unknown" or "(#5.1.1)"; not out of IP addresses and versions. Empty when there is
// none. Success ("2.…") only when asked for: a transcript is full of it.
std::string status_code(std::string_view text, bool also_success = false);
// "550" out of "550 no such user", "<<< 450-…"; 0 when there is none.
int smtp_code(std::string_view text);

// The part of a report that is the server's own words: up to where the returned mail begins.
std::string_view report_words(std::string_view text);

// Addresses in a text, in order, each once, at most `limit`.
std::vector<std::string> addresses_in(std::string_view text, std::size_t limit);

// Whether the words list one by one whom they are about: each at the start of its line, or behind "recipient:".
bool lists_recipient(std::string_view words);

// The recipients that the words name as not reached. `not_these` are known to be others: the sender, the server.
std::vector<BouncedRecipient> bounced_in_text(std::string_view words,
                                              const std::vector<std::string>& failed_recipients,
                                              const std::vector<std::string>& not_these);

// The Message-ID in the header of a returned mail that stands in the text.
std::optional<std::string> message_id_in_text(std::string_view text);

}  // namespace assentd
