// SPDX-License-Identifier: Apache-2.0
// What the decider's word makes of a tie.
#include <algorithm>

#include "decision/choice.h"
#include "decision/text.h"

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

// As many as there are places: with several seats one name may leave it open who else is chosen.
std::string way_to_settle(const Choice& tie) {
    std::vector<std::string> labels;
    for (const OptionIndex o : tie.ways.empty() ? tie.winners : tie.ways.front())
        if (labels.size() < tie.places && holds_all(tie.winners, {o})) labels.push_back(option_label(o));
    return (labels.size() > 1 ? "decide: " : "decide ") + listed(labels);
}

}  // namespace assentd
