// SPDX-License-Identifier: Apache-2.0
// What may be shown of a decision, and to whom (PRODUCT 6.1). The one place where visibility is decided: mails,
// commands, exports and logs print a View, never a Decision's stances. What is hidden is absent, for every caller
// alike. A View borrows from its Decision, which must outlive it unchanged: a receipt must not copy a long
// discussion.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "decision/tally.h"

namespace assentd {

struct ParticipantView {
    std::string_view name;
    std::string_view address;
    bool binding = true;
    bool reached = true;
    const Stance* stance = nullptr;  // absent: silent, or hidden
    std::int64_t weight_millionths = 1'000'000;
    // Absent where there is none, or hidden like the stance.
    const Participant* delegate = nullptr;  // answers for them while they say nothing themselves
    const Stance* delegated = nullptr;      // that one's answer, where it counts for them
    const Hold* hold = nullptr;
    std::span<const Interval> away;
};

struct View {
    bool sealed = false;  // something is hidden from this reader
    std::vector<ParticipantView> participants;
    std::optional<Tally> tally;      // absent: hidden
    std::optional<Verdict> verdict;  // absent: hidden
    std::vector<const Concern*> concerns;
    std::span<const Commented> comments;
    std::vector<std::pair<ParticipantIndex, const VoteUnclear*>> pending;
};

// Whether what others said is hidden from this reader.
bool is_sealed_for(const Decision&, std::optional<ParticipantIndex> reader);

// `reader`: the participant who reads; none: anybody else, admins included.
View view(const Decision&, std::optional<ParticipantIndex> reader);

// Whether everybody may read this event of the decision now. While answers are sealed, not even that somebody
// answered, or that nobody reminded them.
bool may_show(const Decision&, const Event&);

}  // namespace assentd
