// SPDX-License-Identifier: Apache-2.0
// What a participant can say about a proposal (PRODUCT 3.4).
#pragma once

#include <optional>
#include <string_view>

namespace assentd {

// ballot: ranks, scores or approvals over its options.
enum class Position { agree, abstain, disagree, block, recuse, ballot };

std::string_view name(Position);
std::optional<Position> position_from_name(std::string_view);

// How sure a reading of a text is (PRODUCT 2.4). Only exact and near readings are ever counted.
enum class Confidence { exact, near, unclear };

std::string_view name(Confidence);
std::optional<Confidence> confidence_from_name(std::string_view);

}  // namespace assentd
