// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/preferences.h"

#include <algorithm>

namespace assentd {
namespace {

constexpr Names<EqualRanks, 5> equal_names{{{EqualRanks::refused, "refused"},
                                            {EqualRanks::reject, "reject"},
                                            {EqualRanks::split, "split"},
                                            {EqualRanks::skip, "skip"},
                                            {EqualRanks::exhaust, "exhaust"}}};
constexpr Names<Duplicates, 3> duplicate_names{
    {{Duplicates::refused, "refused"}, {Duplicates::first, "first"}, {Duplicates::exhaust, "exhaust"}}};

// One ballot's places as the settings have them; `ended` once the ballot is exhausted by rule.
class Reader {
  public:
    Reader(const PreferenceSettings& settings, std::size_t options) : settings_(settings), seen_(options, 0) {}

    std::vector<Options> read(const RankedBallot& ballot) {
        ++generation_;
        std::vector<Options> kept;
        std::size_t gaps = 0;
        for (const auto& place : ballot.places) {
            if (place.empty()) {
                ++gaps;
                if (settings_.exhaust_after_gaps && gaps >= *settings_.exhaust_after_gaps) break;
                continue;
            }
            gaps = 0;
            bool ends = false;
            Options fresh = first_times(place, ends);
            if (fresh.size() > 1) {
                if (settings_.equal_ranks == EqualRanks::exhaust) break;
                if (settings_.equal_ranks == EqualRanks::skip) fresh.clear();
            }
            if (!fresh.empty()) kept.push_back(std::move(fresh));
            if (ends) break;
        }
        return kept;
    }

  private:
    Options first_times(const Options& place, bool& ends) {
        Options fresh;
        for (const Option option : place) {
            if (seen_[option] == generation_) {
                ends = ends || settings_.duplicates == Duplicates::exhaust;
                continue;
            }
            seen_[option] = generation_;
            fresh.push_back(option);
        }
        return fresh;
    }

    const PreferenceSettings& settings_;
    std::vector<std::size_t> seen_;
    std::size_t generation_ = 0;
};

bool ties_options(const RankedBallot& ballot) {
    return std::any_of(ballot.places.begin(), ballot.places.end(), [](const Options& p) { return p.size() > 1; });
}

}  // namespace

std::string_view name(EqualRanks value) {
    return name_in(equal_names, value);
}
std::optional<EqualRanks> equal_ranks_from_name(std::string_view wanted) {
    return from_name_in(equal_names, wanted);
}
std::string_view name(Duplicates value) {
    return name_in(duplicate_names, value);
}
std::optional<Duplicates> duplicates_from_name(std::string_view wanted) {
    return from_name_in(duplicate_names, wanted);
}

Counted<Preferences> preferences(const Profile& profile, const PreferenceSettings& settings) {
    const auto repeats = settings.duplicates == Duplicates::refused ? Repeats::refused : Repeats::tolerated;
    if (auto trouble = trouble_with(profile, repeats)) return *trouble;
    Preferences result;
    Reader reader(settings, profile.options);
    std::size_t number = 0;
    for (const auto& ballot : profile.ballots) {
        ++number;
        if (ties_options(ballot)) {
            if (settings.equal_ranks == EqualRanks::refused)
                return Malformed{"ballot " + std::to_string(number) +
                                 " ranks options equal; equal_ranks has to say reject, split, skip or exhaust"};
            if (settings.equal_ranks == EqualRanks::reject) {
                result.rejected += ballot.n;
                continue;
            }
        }
        auto places = reader.read(ballot);
        (places.empty() ? result.blank : result.valid) += ballot.n;
        if (!places.empty()) result.ballots.push_back({ballot.n, std::move(places)});
    }
    return result;
}

}  // namespace assentd
