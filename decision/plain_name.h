// SPDX-License-Identifier: Apache-2.0
// Names as people type them who have no key for an accent. Pure; linear; any bytes are accepted.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

// Lower case and without accents, for Latin, Greek and Cyrillic letters: "Émile", "émile" and "Emile" are one name,
// and so are "Weiß" and "Weiss". Two people's names may become one: whoever compares has to ask then.
std::string plain_name(std::string_view);

}  // namespace assentd
