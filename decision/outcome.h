// SPDX-License-Identifier: Apache-2.0
// How a decision ends, and what becomes of it at its review.
#pragma once

#include <optional>
#include <string_view>

namespace assentd {

// no_quorum is not a rejection: too few answered for any decision. tied waits for the decider's word.
enum class Outcome { carried, failed, no_quorum, blocked, tied, withdrawn };
std::string_view name(Outcome);
std::optional<Outcome> outcome_from_name(std::string_view);

// The decider's word when a decision comes back (PRODUCT 1.9).
enum class Review { keep, change, retire };
std::string_view name(Review);
std::optional<Review> review_from_name(std::string_view);

}  // namespace assentd
