// SPDX-License-Identifier: Apache-2.0
// Words of somebody whose answer was about an earlier text, and who is asked whether it still holds (PRODUCT 1.7):
// "Confirmed, thanks", "My ballot stands"; and of somebody who is asked whether a mail is theirs (8.1): "Yes, that
// was me"; or
// whether their concern is settled (2.8): "Yes, it is settled, thanks!". Pure; linear in the text.
#pragma once

#include <string_view>

namespace assentd {

// maybe: it may be meant so, and may as well be about something else.
enum class Confirming { no, maybe, yes };

// `name`: of whoever wrote it, who may have signed with it.
Confirming confirms(std::string_view own_text, std::string_view name);

// unclear: it speaks of that, and says both, or more than that: "Yes, but now I am against it".
enum class Ownership { unsaid, unclear, mine, not_mine };
Ownership says_whose(std::string_view own_text, std::string_view name);

// Of somebody who is asked whether their concern is settled. yes, no: the word alone, which may answer something
// else; settled, stands: the rest says the same. unclear: anything else, a question included.
enum class Settling { unclear, yes, no, settled, stands };
Settling says_whether_settled(std::string_view own_text, std::string_view name);

}  // namespace assentd
