// SPDX-License-Identifier: Apache-2.0
#include "decision/outcome.h"

#include "decision/names.h"

namespace assentd {

namespace {

constexpr Names<Outcome, 6> outcomes{{{Outcome::carried, "carried"},
                                      {Outcome::failed, "failed"},
                                      {Outcome::no_quorum, "no-quorum"},
                                      {Outcome::blocked, "blocked"},
                                      {Outcome::tied, "tied"},
                                      {Outcome::withdrawn, "withdrawn"}}};

constexpr Names<Review, 3> reviews{{{Review::keep, "keep"}, {Review::change, "change"}, {Review::retire, "retire"}}};

}  // namespace

std::string_view name(Outcome o) {
    return name_in(outcomes, o);
}
std::optional<Outcome> outcome_from_name(std::string_view n) {
    return from_name_in(outcomes, n);
}
std::string_view name(Review r) {
    return name_in(reviews, r);
}
std::optional<Review> review_from_name(std::string_view n) {
    return from_name_in(reviews, n);
}

}  // namespace assentd
