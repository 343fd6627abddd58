// SPDX-License-Identifier: Apache-2.0
// Whether a mail of few words is an answer in other words than votes: "A no from me.", "Granted.", "Bin dabei." It is
// asked about, not counted. Pure; linear in the text.
#pragma once

#include <string_view>

namespace assentd::words {

// `text` as written, without greeting and sign-off.
bool is_brief_answer(std::string_view text);

}  // namespace assentd::words
