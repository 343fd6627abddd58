// SPDX-License-Identifier: Apache-2.0
// The first lines of a mail that are no quotation, for telling programs from people: both say what they are at once.
// Pure; bounded; any bytes are accepted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assentd {

struct OwnOpening {
    std::string text;  // trimmed lines, LF; up to the first quotation
    // Where in it something stands first; the size of the text when nothing does.
    std::size_t signature = 0;
    std::size_t vote = 0;       // a line that answers as a person does, in any words: "Yes from me."
    std::size_t sign_vote = 0;  // one that begins with a sign, as no program does: "+1", "[x]"

    std::string_view up_to(std::size_t where) const { return std::string_view(text).substr(0, where); }
};

OwnOpening own_opening(std::string_view text);

// On one line what is above the signature; nothing when a line of it votes.
std::string note_of(const OwnOpening&);

}  // namespace assentd
