// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/reach.h"

namespace assentd {

Bits Graph::closure(const std::vector<Bits>& next, Option start, const Bits& among) {
    Bits seen;
    seen.set(start);
    Bits waiting = seen;
    while (const auto option = waiting.take()) {
        Bits fresh = next[*option];
        fresh &= among;
        fresh -= seen;
        seen |= fresh;
        waiting |= fresh;
    }
    return seen;
}

// Walks up from any option: either whoever reaches it is reached back, and it stands on top together with them, or
// one of those is not, and nothing that it reaches can be on top. Each step settles at least one option.
Bits Graph::unreached(const Bits& among) const {
    Bits top;
    for (Bits open = among; const auto start = open.take();) {
        const Bits above = closure(from_, *start, among);
        const Bits below = closure(to_, *start, among);
        if (above.within(below)) top |= above;
        open -= below;
    }
    return top;
}

Bits all_of(std::size_t options) {
    Bits all;
    for (Option i = 0; i < options; ++i) all.set(i);
    return all;
}

Options members(Bits set) {
    Options list;
    while (const auto option = set.take()) list.push_back(*option);
    return list;
}

}  // namespace assentd
