// SPDX-License-Identifier: Apache-2.0
// Decisions as JSON, for `assentctl show`, `list` and `export`. Everything about stances goes through view(): what is
// sealed is null, for every caller.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

#include "decision/decision.h"

namespace assentd {

nlohmann::ordered_json summary_json(const Decision&, Instant now);                  // a line of `list --json`
std::string summary_line(const Decision&, const std::string& handle, Instant now);  // a line of `list`
nlohmann::ordered_json decision_json(const Decision&, Instant now);

}  // namespace assentd
