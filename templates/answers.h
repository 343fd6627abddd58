// SPDX-License-Identifier: Apache-2.0
// Answers in words, for the mails and for the record.
#pragma once

#include <string>

#include "decision/view.h"

namespace assentd::outgoing {

bool is_against(const Stance&);

// What stands for one of the roster, as the view allows: their own word, or that of whom they asked to answer for
// them.
const Stance* stance_of(const ParticipantView&);

// "agree (+1)", "A > B = C", "stands back, not counted"
std::string position_text(const Decision&, const Stance&);
// The same with what matters for its weight: "agree (+1), weight 1.5", "A > B = C, advisory"
std::string answer_text(const Decision&, const ParticipantView&, const Stance&);

// What was answered to the concern that this participant's stance stands for; empty if nothing was.
std::string answer_given(const Decision&, ParticipantIndex, const Stance&);

// "B (Berlin)" for the text of an option.
std::string labelled(const Decision&, const std::string& option);

}  // namespace assentd::outgoing
