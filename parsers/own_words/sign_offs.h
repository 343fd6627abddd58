// SPDX-License-Identifier: Apache-2.0
// What stands below "Kind regards," and a name, without the line "-- " that announces a signature: a slogan, a
// company, a number, or an afterthought. Nobody can tell, so a vote there is asked about. Pure; linear in the text.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/message.h"
#include "parsers/reading.h"

namespace assentd::words {

// Leaves the votes there unclear; those that touch the name or show an address, where a vote stands above, are
// dropped.
void doubt_below_sign_off(std::vector<Reading>&, std::string_view text, const std::vector<Address>& senders);

// "Thanks!" / "Jo" of Jo Smith: the sender's own name below a sentence is no vote. What may be a part of it ("Si",
// "B."), or is an option's name, too, and ends the mail is asked about, unless the ballot above has that option
// already.
void drop_own_names(std::vector<Reading>&, std::string_view text, const std::vector<Address>& senders);

// A proposal's text without the name that its author put below it, and the closing word above that: "Thanks," / "Ana
// Lima". Only at the very end, where something is left above it; "Responsible:" / "Ana" stays, and so does a list.
std::string_view without_own_sign_off(std::string_view text, const std::vector<Address>& senders);

}  // namespace assentd::words
