// SPDX-License-Identifier: Apache-2.0
// Whether a domain that DKIM or SPF proved speaks for the domain in From (RFC 7489 section 3.1).
#pragma once

#include <string>
#include <string_view>

namespace assentd {

enum class Alignment { relaxed, strict };

// strict: the same domain. relaxed: the same organisational domain by the public suffix list, so that a.co.uk does
// not speak for b.co.uk. A name without a dot is nobody's. Lower case expected.
bool aligned(std::string_view proven, std::string_view from, Alignment);

// The domain of an address (or a domain as it stands), lower case, without a dot or bracket at its end.
std::string domain_of(std::string_view address);

}  // namespace assentd
