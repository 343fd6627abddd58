// SPDX-License-Identifier: Apache-2.0
// What the decider's word makes of a tie.
#include <algorithm>

#include "decision/choice.h"

namespace assentd {

namespace {

bool holds_all(const std::vector<OptionIndex>& sorted, const std::vector<OptionIndex>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](OptionIndex o) { return std::binary_search(sorted.begin(), sorted.end(), o); });
}

}  // namespace

std::vector<OptionIndex> settled_by(const Choice& tie, const std::vector<OptionIndex>& named) {
    if (!tie.tied || named.empty() || !holds_all(tie.winners, named)) return {};
    if (tie.ways.empty()) {
        std::vector<OptionIndex> all = named;
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        if (all.size() != tie.places) return {};
        all.insert(all.end(), tie.sure.begin(), tie.sure.end());
        std::sort(all.begin(), all.end());
        return all;
    }
    const std::vector<OptionIndex>* only = nullptr;
    for (const auto& way : tie.ways) {
        if (!holds_all(way, named)) continue;
        if (only) return {};
        only = &way;
    }
    return only ? *only : std::vector<OptionIndex>{};
}

}  // namespace assentd
