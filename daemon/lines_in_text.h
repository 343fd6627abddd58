// SPDX-License-Identifier: Apache-2.0
// Lines in the text of a proposal that were meant as head lines, most likely: nothing opens on other terms unasked.
#pragma once

#include <string>

#include "daemon/proposal.h"

namespace assentd {

// Keeps in the head of the proposal, to be asked about, what stands in `text` (its own, or a piece of that) as a head
// line does, with a value that is understood, where the head says nothing of that key. "Review: the team liked it" is
// prose.
void ask_about_lines_in(const World&, Proposal&, const std::string& text);

}  // namespace assentd
