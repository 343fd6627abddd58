// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/ballots.h"

namespace assentd {
namespace {

constexpr Names<Unranked, 3> unranked_names{
    {{Unranked::last, "last"}, {Unranked::no_opinion, "no-opinion"}, {Unranked::exhausted, "exhausted"}}};

std::string ballot_number(std::size_t ballot) {
    return "ballot " + std::to_string(ballot);
}

}  // namespace

std::string_view name(Unranked value) {
    return name_in(unranked_names, value);
}
std::optional<Unranked> unranked_from_name(std::string_view wanted) {
    return from_name_in(unranked_names, wanted);
}

std::optional<Malformed> trouble_with_options(std::size_t options) {
    if (options >= 1 && options <= max_options) return std::nullopt;
    return Malformed{std::to_string(options) + " options; between 1 and " + std::to_string(max_options) +
                     " can be counted"};
}

std::optional<Malformed> trouble_with_weight(std::int64_t n, std::int64_t before, std::size_t ballot) {
    if (n < 1) return Malformed{ballot_number(ballot) + " has n = " + std::to_string(n) + "; n is at least 1"};
    if (n > max_ballots - before)
        return Malformed{"more than " + std::to_string(max_ballots) + " ballots with " + ballot_number(ballot) +
                         "; that is the most that is counted at once"};
    return std::nullopt;
}

std::optional<Malformed> trouble_with(const Profile& profile, Repeats repeats) {
    if (auto trouble = trouble_with_options(profile.options)) return trouble;
    if (profile.ballots.size() > max_ballot_lines)
        return Malformed{std::to_string(profile.ballots.size()) + " lines of ballots; at most " +
                         std::to_string(max_ballot_lines) + " are counted at once"};
    std::vector<std::size_t> seen_in(profile.options, 0);
    std::int64_t sum = 0;
    std::size_t number = 0;
    for (const auto& ballot : profile.ballots) {
        ++number;
        if (auto trouble = trouble_with_weight(ballot.n, sum, number)) return trouble;
        sum += ballot.n;
        for (const auto& place : ballot.places)
            for (const Option option : place) {
                if (option >= profile.options)
                    return Malformed{ballot_number(number) + " ranks option number " + std::to_string(option + 1) +
                                     ", there are " + std::to_string(profile.options)};
                if (seen_in[option] == number && repeats == Repeats::refused)
                    return Malformed{ballot_number(number) + " ranks option number " + std::to_string(option + 1) +
                                     " twice; each option has one place"};
                seen_in[option] = number;
            }
    }
    return std::nullopt;
}

std::int64_t total(const Profile& profile) {
    std::int64_t sum = 0;
    for (const auto& ballot : profile.ballots) sum += ballot.n;
    return sum;
}

}  // namespace assentd
