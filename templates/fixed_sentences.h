// SPDX-License-Identifier: Apache-2.0
// What a mail of ours says in the same words to everybody: by it one is known that somebody sends back. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assentd::outgoing {

// The sentences of a template, or the pieces between the values in them, that are long enough to be told from what
// people write. Not the frames around a proposal, which are copied with its text, nor what is indented: those lines
// are there to be sent back.
std::vector<std::string> fixed_sentences(std::string_view text);

}  // namespace assentd::outgoing
