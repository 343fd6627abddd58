// SPDX-License-Identifier: Apache-2.0
// Whose a sign in a sentence is: "Ben is +1" and "last week I was +1" cast none. Pure; linear in the words.
#pragma once

#include <string_view>

namespace assentd::words {

// Whether the sign behind these words (a reading copy) is somebody else's, or was once.
bool speaks_of_another(std::string_view before);

// "I", "ich", "j'ai"
bool speaks_of_oneself(std::string_view word);

// "Yeah right, +1", "+1, as if that ever worked"
bool mocks(std::string_view before, std::string_view tail);

// "Ben wrote: +1", "Ben: +1", "@ben +1": the value is, or answers, somebody else's.
bool is_reported(std::string_view before);

}  // namespace assentd::words
