// SPDX-License-Identifier: Apache-2.0
// The counting methods by name, from a request to the keys of its answer (`winners` first). CountTrouble is left in
// the request; the answer then means nothing.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "daemon/count_request.h"

namespace assentd {

using CountMethod = nlohmann::ordered_json (*)(CountRequest&);

// nullptr for an unknown name.
CountMethod count_method(std::string_view name);
std::string count_method_names();

nlohmann::ordered_json count_schulze(CountRequest&);
nlohmann::ordered_json count_debian_a6(CountRequest&);
nlohmann::ordered_json count_smith_set(CountRequest&);
nlohmann::ordered_json count_schwartz_set(CountRequest&);
nlohmann::ordered_json count_irv(CountRequest&);
nlohmann::ordered_json count_stv_scottish(CountRequest&);
nlohmann::ordered_json count_approval(CountRequest&);
nlohmann::ordered_json count_score(CountRequest&);
nlohmann::ordered_json count_motion(CountRequest&);

}  // namespace assentd
