// SPDX-License-Identifier: Apache-2.0
// What changed between two revisions of a text, as people read it: paragraph by paragraph, and within a changed one
// only the words around the change. Pure; time and size are bounded whatever the texts are.
#pragma once

#include <string>
#include <string_view>

namespace assentd::outgoing {

// Lines that begin with "- " (what went), "+ " (what came) or two blanks (what stands beside it, shortened); "…" for
// what is left out. Empty when the words are the same and only their lines are broken otherwise. Both texts have been
// made safe with block().
std::string changes(std::string_view before, std::string_view after);

}  // namespace assentd::outgoing
