// SPDX-License-Identifier: Apache-2.0
// The rows of a table of phrases by the first byte of each, so that a line is not compared with all of them. Made
// once; immutable, so any thread may read it.
#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace assentd::words {

template <typename Row>
class PhraseIndex {
  public:
    PhraseIndex(std::initializer_list<std::span<const Row>> tables) {
        for (const std::span<const Row> table : tables)
            for (const Row& row : table) rows_[first_byte(row.phrase)].push_back(&row);
    }

    // The rows whose phrase may begin the text.
    std::span<const Row* const> may_begin(std::string_view text) const {
        if (text.empty()) return {};
        return rows_[first_byte(text)];
    }

  private:
    static std::size_t first_byte(std::string_view s) { return static_cast<unsigned char>(s.front()); }

    std::array<std::vector<const Row*>, 256> rows_;
};

}  // namespace assentd::words
