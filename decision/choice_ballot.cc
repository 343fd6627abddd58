// SPDX-License-Identifier: Apache-2.0
// Options and ballots as people write and read them, and which ballots can be counted.
#include <algorithm>
#include <set>

#include "decision/choice.h"
#include "decision/plain_name.h"
#include "decision/text.h"

namespace assentd {

std::string option_label(OptionIndex i) {
    return std::string(1, static_cast<char>('A' + i % static_cast<OptionIndex>(most_options_of_a_proposal)));
}

std::string option_text(const Decision& d, OptionIndex i) {
    return option_label(i) + " (" + d.options.at(static_cast<std::size_t>(i)) + ')';
}

// A label means what it says also where another option has that letter for its text.
std::optional<OptionIndex> find_option(const Decision& d, std::string_view wanted) {
    const auto count = static_cast<OptionIndex>(d.options.size());
    for (OptionIndex i = 0; i < count; ++i)
        if (same_ignoring_case(wanted, option_label(i))) return i;
    for (OptionIndex i = 0; i < count; ++i)
        if (same_ignoring_case(wanted, d.options[static_cast<std::size_t>(i)])) return i;
    std::optional<OptionIndex> only;  // without accents: "Malaga" where no other is called so
    const std::string plain = plain_name(wanted);
    for (OptionIndex i = 0; i < count; ++i) {
        if (plain_name(d.options[static_cast<std::size_t>(i)]) != plain) continue;
        if (only) return std::nullopt;
        only = i;
    }
    return only;
}

std::vector<OptionIndex> find_options(const Decision& d, std::string_view list) {
    if (const auto one = find_option(d, list)) return {*one};
    std::string names(list);
    for (std::size_t at; (at = names.find(" and ")) != std::string::npos;) names.replace(at, 5, ",");
    std::vector<OptionIndex> found;
    for (std::size_t begin = 0; begin <= names.size();) {
        const std::size_t end = std::min(names.find(',', begin), names.size());
        const std::size_t first = std::min(names.find_first_not_of(' ', begin), end);
        std::size_t last = end;
        while (last > first && names[last - 1] == ' ') --last;
        const auto one = find_option(d, std::string_view(names).substr(first, last - first));
        if (!one) return {};
        found.push_back(*one);
        begin = end + 1;
    }
    return found;
}

bool is_default_option(const Decision& d, OptionIndex i) {
    return !d.policy.choice.default_option.empty() && i + 1 == static_cast<OptionIndex>(d.options.size());
}

std::vector<std::string> texts_of(const Decision& d, const std::vector<OptionIndex>& options) {
    std::vector<std::string> texts;
    for (const OptionIndex i : options) texts.push_back(d.options.at(static_cast<std::size_t>(i)));
    return texts;
}

std::string ballot_text(const OptionBallot& ballot) {
    std::string text;
    for (const auto& place : ballot.places) {
        std::string same;
        for (const OptionIndex o : place) same += (same.empty() ? "" : " = ") + option_label(o);
        text += (text.empty() ? "" : " > ") + same;
    }
    for (const auto& [o, points] : ballot.scores)
        text += (text.empty() ? "" : ", ") + option_label(o) + ' ' + std::to_string(points);
    std::vector<std::string> approved;
    for (const OptionIndex o : ballot.approved) approved.push_back(option_label(o));
    if (!approved.empty()) text = listed(approved);
    return text.empty() ? "none of the options" : text;
}

namespace {

bool names_unknown(const Decision& d, const OptionBallot& ballot) {
    const auto unknown = [&](OptionIndex o) { return o < 0 || o >= static_cast<OptionIndex>(d.options.size()); };
    return std::any_of(ballot.places.begin(), ballot.places.end(),
                       [&](const auto& place) { return std::any_of(place.begin(), place.end(), unknown); }) ||
           std::any_of(ballot.scores.begin(), ballot.scores.end(), [&](const auto& s) { return unknown(s.first); }) ||
           std::any_of(ballot.approved.begin(), ballot.approved.end(), unknown);
}

std::optional<std::string> trouble_with_ranks(const Decision& d, const OptionBallot& ballot) {
    std::set<OptionIndex> seen;
    for (const auto& place : ballot.places) {
        for (const OptionIndex o : place)
            if (!seen.insert(o).second)
                return option_label(o) + " stands in it twice, and each option has one place.";
        const bool transfers = d.policy.method == Method::irv || d.policy.method == Method::stv;
        if (transfers && place.size() > 1)
            return "Two options share a place, and here each needs its own, because a ballot goes to one option at a "
                   "time.";
    }
    if (seen.empty()) return "It ranks no option.";
    return std::nullopt;
}

std::optional<std::string> trouble_with_scores(const Decision& d, const OptionBallot& ballot) {
    const auto& rules = d.policy.choice;
    const std::string range = std::to_string(rules.score_min) + " to " + std::to_string(rules.score_max);
    std::set<OptionIndex> seen;
    for (const auto& [o, points] : ballot.scores) {
        if (!seen.insert(o).second) return option_label(o) + " has two scores, and each option has one.";
        if (points < rules.score_min || points > rules.score_max)
            return "The score " + std::to_string(points) + " of " + option_label(o) + " is not from " + range + '.';
    }
    if (seen.empty()) return "It scores no option.";
    return std::nullopt;
}

std::optional<std::string> trouble_with_approvals(const Decision& d, const OptionBallot& ballot) {
    std::set<OptionIndex> seen(ballot.approved.begin(), ballot.approved.end());
    const auto most = d.policy.choice.max_approvals;
    if (most > 0 && static_cast<std::int64_t>(seen.size()) > most)
        return "It approves of " + std::to_string(seen.size()) + " options, and at most " + std::to_string(most) +
               " may be approved of.";
    return std::nullopt;
}

}  // namespace

std::optional<std::string> trouble_with(const Decision& d, const OptionBallot& ballot) {
    const auto method = d.policy.method;
    if (names_unknown(d, ballot)) return "It names an option that is not there.";
    const bool ranks = !ballot.places.empty();
    const bool scores = !ballot.scores.empty();
    if (is_ranked(method)) {
        if (scores || !ballot.approved.empty()) return "Here the options are ranked.";
        return trouble_with_ranks(d, ballot);
    }
    if (method == Method::score) {
        if (ranks || !ballot.approved.empty()) return "Here every option gets a score.";
        return trouble_with_scores(d, ballot);
    }
    if (ranks || scores) return "Here you name the options that you approve of.";
    return trouble_with_approvals(d, ballot);
}

}  // namespace assentd
