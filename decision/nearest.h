// SPDX-License-Identifier: Apache-2.0
// What somebody may have meant by a word that nothing here is called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assentd {

// The name nearest to a misspelt one (edit distance at most 2 and a third of its length), else the only one that it
// is the beginning of.
std::optional<std::string> nearest(std::string_view wrong, const std::vector<std::string>& known);

}  // namespace assentd
