// SPDX-License-Identifier: Apache-2.0
// The person that a head line names: by name, by address, or by both. Never fails, and never guesses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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

// Which of the names are meant: those that hold all of the words that were said; if one is just so, that one.
std::vector<std::size_t> names_meant(const std::vector<std::string>& names, std::string_view said);

}  // namespace assentd
