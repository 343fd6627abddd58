// SPDX-License-Identifier: Apache-2.0
// Words of somebody whose answer was about an earlier text, and who is asked whether it still holds (PRODUCT 1.7):
// "Confirmed, thanks", "My ballot stands". Pure; linear in the text.
#pragma once

#include <string_view>

namespace assentd {

// maybe: it may be meant so, and may as well be about something else.
enum class Confirming { no, maybe, yes };

// `name`: of whoever wrote it, who may have signed with it.
Confirming confirms(std::string_view own_text, std::string_view name);

}  // namespace assentd
