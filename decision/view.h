// SPDX-License-Identifier: Apache-2.0
// What may be shown of a decision, and to whom (PRODUCT 6.1). The one place where visibility is decided: mails,
// commands, exports and logs print a View, never a Decision's stances. What is hidden is absent, for every caller
// alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/tally.h"

namespace assentd {

struct ParticipantView {
    std::string name;
    std::string address;
    bool binding = true;
    bool reached = true;
    std::optional<Stance> stance;  // absent: silent, or hidden
};

struct View {
    bool sealed = false;  // something is hidden from this reader
    std::vector<ParticipantView> participants;
    std::optional<Tally> tally;      // absent: hidden
    std::optional<Verdict> verdict;  // absent: hidden
    std::vector<Concern> concerns;
    std::vector<Commented> comments;
    std::vector<std::pair<ParticipantIndex, VoteUnclear>> pending;
};

// Whether what others said is hidden from this reader.
bool is_sealed_for(const Decision&, std::optional<ParticipantIndex> reader);

// `reader`: the participant who reads; none: anybody else, admins included.
View view(const Decision&, std::optional<ParticipantIndex> reader);

// Whether this address may be told at all what the decision is about and how it stands: those who have a part in it,
// and everybody where everybody may comment.
bool may_hear(const Decision&, std::string_view address);

// Whether everybody may read this event of the decision now. While answers are sealed, not even that somebody
// answered, or that nobody reminded them.
bool may_show(const Decision&, const Event&);

}  // namespace assentd
