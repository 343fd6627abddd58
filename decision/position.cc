// SPDX-License-Identifier: Apache-2.0
#include "decision/position.h"

#include "decision/names.h"

namespace assentd {

namespace {
constexpr Names<Position, 6> positions{{{Position::agree, "agree"},
                                        {Position::abstain, "abstain"},
                                        {Position::disagree, "disagree"},
                                        {Position::block, "block"},
                                        {Position::recuse, "recuse"},
                                        {Position::ballot, "ballot"}}};
constexpr Names<Confidence, 3> confidences{
    {{Confidence::exact, "exact"}, {Confidence::near, "near"}, {Confidence::unclear, "unclear"}}};
}  // namespace

std::string_view name(Position p) {
    return name_in(positions, p);
}
std::optional<Position> position_from_name(std::string_view n) {
    return from_name_in(positions, n);
}
std::string_view name(Confidence c) {
    return name_in(confidences, c);
}
std::optional<Confidence> confidence_from_name(std::string_view n) {
    return from_name_in(confidences, n);
}

}  // namespace assentd
