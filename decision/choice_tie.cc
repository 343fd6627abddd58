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

std::optional<bool> yes_or_no(const std::string& word) {
    const std::string said = lower_case(word);
    if (said == "yes" || said == "+1" || said == "agree" || said == "approve" || said == "carried") return true;
    if (said == "no" || said == "-1" || said == "disagree" || said == "reject" || said == "failed") return false;
    return std::nullopt;
}

std::optional<Settled> settle_tie(const Decision& d, const std::string& word) {
    if (!is_choice(d.policy.method)) {
        const auto yes = yes_or_no(word);
        return yes ? std::optional(Settled{*yes ? Outcome::carried : Outcome::failed, {}}) : std::nullopt;
    }
    const auto chosen = settled_by(choose(d), find_options(d, word));
    if (chosen.empty()) return std::nullopt;
    const bool none = chosen.size() == 1 && is_default_option(d, chosen.front());
    return Settled{none ? Outcome::failed : Outcome::carried, texts_of(d, chosen)};
}

std::optional<Settled> settle_advice(const Decision& d, const std::string& word) {
    const auto yes = yes_or_no(word);
    const auto option = find_option(d, word);
    if (!yes && !option) return std::nullopt;
    return Settled{yes.value_or(true) ? Outcome::carried : Outcome::failed,
                   option ? texts_of(d, {*option}) : std::vector<std::string>()};
}

std::string what_is_tied(const Decision& d) {
    const auto places = choose(d).places;
    return "Tied are " + listed(d.closing->chosen) + ", and " +
           (places == 1 ? "one" : std::to_string(places) + " of them") + " can be chosen.";
}

// As many as there are places: with several seats one name may leave it open who else is chosen.
std::string way_to_settle(const Choice& tie) {
    std::vector<std::string> labels;
    for (const OptionIndex o : tie.ways.empty() ? tie.winners : tie.ways.front())
        if (labels.size() < tie.places && holds_all(tie.winners, {o})) labels.push_back(option_label(o));
    return (labels.size() > 1 ? "decide: " : "decide ") + listed(labels);
}

}  // namespace assentd
