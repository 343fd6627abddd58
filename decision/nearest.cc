// SPDX-License-Identifier: Apache-2.0
#include "decision/nearest.h"

#include <algorithm>
#include <numeric>

#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::size_t longest_name = 254;

// Letters changed, added, left out or swapped with the next one; the caller bounds both lengths.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before, above);
        std::swap(above, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), above[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row[b.size()];
}

std::optional<std::string> begun_by(const std::string& start, const std::vector<std::string>& known) {
    if (start.size() < 2) return std::nullopt;
    std::optional<std::string> found;
    for (const auto& candidate : known) {
        if (!lower_case(candidate).starts_with(start)) continue;
        if (found) return std::nullopt;
        found = candidate;
    }
    return found;
}

}  // namespace

std::optional<std::string> nearest(std::string_view wrong, const std::vector<std::string>& known) {
    if (wrong.size() > longest_name) return std::nullopt;
    const auto lower = lower_case(wrong);
    std::size_t best = std::min<std::size_t>(2, std::max<std::size_t>(1, wrong.size() / 3)) + 1;
    std::optional<std::string> found;
    for (const auto& candidate : known) {
        if (candidate.size() > wrong.size() + 2 || wrong.size() > candidate.size() + 2) continue;
        const auto distance = edit_distance(lower, lower_case(candidate));
        if (distance >= best) continue;
        best = distance;
        found = candidate;
    }
    return found ? found : begun_by(lower, known);
}

}  // namespace assentd
