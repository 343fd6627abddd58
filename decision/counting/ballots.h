// SPDX-License-Identifier: Apache-2.0
// What every counting method counts: ballots over options. An option is its place in the list that was announced
// before the vote, so results are numbers too and the caller keeps the names. Everything here is a value; nothing
// throws; what cannot be counted comes back as Malformed and is never counted in part.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "decision/names.h"

namespace assentd {

using Option = std::size_t;
using Options = std::vector<Option>;  // ascending unless a comment says otherwise

// Says what was wrong and what would be right, in one sentence without a full stop.
struct Malformed {
    std::string what;
};

template <typename Result>
using Counted = std::variant<Result, Malformed>;

// Bounds on one count: they keep time and memory small and every sum far from overflow.
constexpr std::size_t max_options = 250;
constexpr std::size_t max_ballot_lines = 1'000'000;
constexpr std::int64_t max_ballots = 1'000'000'000'000;

// `n` equal ballots. Places from best to worst; options in one place are ranked equal; an empty place is a skipped
// number.
struct RankedBallot {
    std::int64_t n = 1;
    std::vector<Options> places;
};

struct Profile {
    std::size_t options = 0;
    std::vector<RankedBallot> ballots;
};

// What leaving an option out means: tied below all ranked ones; every pair with it is skipped; the ballot stops
// counting when no ranked option is left (transfer methods only).
enum class Unranked { last, no_opinion, exhausted };
std::string_view name(Unranked);
std::optional<Unranked> unranked_from_name(std::string_view);

enum class Repeats { refused, tolerated };

// Nothing, or why these ballots cannot be counted. Ballots are numbered from 1.
std::optional<Malformed> trouble_with(const Profile&, Repeats = Repeats::refused);
// The same for the plain numbers: how many options there are, and one ballot's weight on top of what was summed so
// far.
std::optional<Malformed> trouble_with_options(std::size_t options);
std::optional<Malformed> trouble_with_weight(std::int64_t n, std::int64_t before, std::size_t ballot);

// Only of checked ballots.
std::int64_t total(const Profile&);

}  // namespace assentd
