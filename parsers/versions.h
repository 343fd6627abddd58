// SPDX-License-Identifier: Apache-2.0
// A mail in two versions, plain text and HTML, must say the same in both (PRODUCT 2.2, 2.4). Pure.
#pragma once

#include "parsers/reading.h"

namespace assentd::words {

// What was read of the plain text; unclear where the HTML casts another vote, and only then: versions differ in
// quotations, signatures and whatever else programs leave out of one.
Interpretation unless_versions_differ(Interpretation, const Message&, const ReadingContext&);

}  // namespace assentd::words
