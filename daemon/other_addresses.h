// SPDX-License-Identifier: Apache-2.0
// Addresses that people confirmed to be theirs (PRODUCT 8.3), beside those of the configuration. In the decisions
// that are open one counts from its confirmation on; into a decision that opens it is frozen with the rest. And where
// people read mail whose address is another one today than when a decision opened.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "daemon/world.h"
#include "decision/command.h"
#include "decision/decision.h"

namespace assentd {

// Inside a transaction. An address of the configuration stays its owner's; then, and if it is remembered already,
// false.
bool remember_address(const World&, const std::string& person, const std::string& address);

// Undoes it; whose it was, or nobody.
std::string forget_address(Store&, const std::string& address);
// All that were confirmed, each with the address on file of its person.
std::vector<std::pair<std::string, std::string>> confirmed_addresses(const Config&, Store&);

// The person of any of their addresses; null: nobody.
const PersonConfig* find_by_any_address(const World&, const std::string& address);

// An address may be given to somebody new. A name that is only written otherwise has all the words of the shorter
// one: "Ben Okoro" is "Ben A. Okoro", and neither is Ben Moss, or just Ben.
bool is_namesake(const std::string& name, const std::string& other);

// Who it is in the configuration of today that is on file in a decision under this name and address; null: nobody, or
// it cannot be told.
const PersonConfig* person_today(const Config&, const std::string& name, const std::string& address);

// Where somebody reads mail today who is on file in a decision under this name and address: at the first of their
// addresses in the configuration. Empty: nowhere, as somebody else has that address.
std::string address_today(const Config&, const std::string& name, const std::string& address);
// Whom of a decision a mail to this address is for.
std::optional<ParticipantIndex> participant_at(const Config&, const Decision&, const std::string& recipient);

// Whose address on file in this decision was exchanged for others of this person; empty: nobody's.
std::string former_address_in(const Config&, const Decision&, const PersonConfig&);

void add_other_addresses(const World&, Opened&);
void add_other_addresses(const World&, Drafted&);

}  // namespace assentd
