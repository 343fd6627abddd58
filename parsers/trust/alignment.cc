// SPDX-License-Identifier: Apache-2.0
#include "parsers/trust/alignment.h"

#include <libpsl.h>

#include "parsers/ascii.h"

namespace assentd {

namespace {

// Empty for a public suffix. The list is the one built into libpsl: no file is read.
std::string organisational_domain(std::string_view domain) {
    const std::string whole(domain);  // what is found points into it
    const char* found = psl_registrable_domain(psl_builtin(), whole.c_str());
    return found ? found : "";
}

}  // namespace

bool aligned(std::string_view proven, std::string_view from, Alignment alignment) {
    if (proven.find('.') == std::string_view::npos || from.find('.') == std::string_view::npos) return false;
    if (proven == from) return true;
    if (alignment == Alignment::strict) return false;
    const std::string mine = organisational_domain(proven);
    return !mine.empty() && mine == organisational_domain(from);
}

std::string domain_of(std::string_view address) {
    std::string domain = lower(address.substr(address.rfind('@') + 1));
    while (!domain.empty() && (domain.back() == '.' || domain.back() == '>')) domain.pop_back();
    return domain;
}

}  // namespace assentd
