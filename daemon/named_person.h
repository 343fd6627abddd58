// SPDX-License-Identifier: Apache-2.0
// The person that a head line names: by name, by address, or by both. Never fails, and never guesses.
#pragma once

#include <string>
#include <string_view>

#include "config/config.h"

namespace assentd {

struct NamedPerson {
    const PersonConfig* person = nullptr;
    // Where there is none: why, and what would be right, if something may be meant.
    std::string wrong;
    std::string right;
};

// "dana@example.org", "Dana Novak", "Dana" where there is one, "Dana Novak <dana@example.org>". The two have to be
// one person's.
NamedPerson named_person(const Config&, std::string_view text);

}  // namespace assentd
