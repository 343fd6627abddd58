// SPDX-License-Identifier: Apache-2.0
// Enums with names: one table per enum serves both directions. The names are part of the outside contract (JSON,
// logs, the database), so a table is only ever extended.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace assentd {

template <typename E, std::size_t N>
using Names = std::array<std::pair<E, std::string_view>, N>;

// Empty for a value that the table lacks; each table has a test that it lacks none.
template <typename E, std::size_t N>
constexpr std::string_view name_in(const Names<E, N>& names, E value) {
    for (const auto& [e, n] : names)
        if (e == value) return n;
    return {};
}

template <typename E, std::size_t N>
constexpr std::optional<E> from_name_in(const Names<E, N>& names, std::string_view wanted) {
    for (const auto& [e, n] : names)
        if (n == wanted) return e;
    return std::nullopt;
}

}  // namespace assentd
