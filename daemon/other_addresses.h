// SPDX-License-Identifier: Apache-2.0
// Addresses that people confirmed to be theirs (PRODUCT 8.3), beside those of the configuration. In the decisions
// that are open one counts from its confirmation on; into a decision that opens it is frozen with the rest.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "daemon/world.h"
#include "decision/command.h"

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

void add_other_addresses(const World&, Opened&);
void add_other_addresses(const World&, Drafted&);

}  // namespace assentd
