// SPDX-License-Identifier: Apache-2.0
// What a mail amounts to, from its readings, and the question to its writer where one of them is unclear.
#pragma once

#include "parsers/reading.h"

namespace assentd::words {

// Sets the verdict, and the question to ask when it is unclear.
void give_verdict(Interpretation&);

}  // namespace assentd::words
