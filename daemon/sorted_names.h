// SPDX-License-Identifier: Apache-2.0
// The names in one or two folders in their order, in memory that does not grow with their number: the folders are
// read again for each piece.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace assentd {

class SortedNames {
  public:
    static constexpr std::size_t names_at_once = 1u << 15;

    explicit SortedNames(std::vector<std::filesystem::path> folders, std::size_t piece = names_at_once)
        : folders_(std::move(folders)), piece_(piece) {}

    // The next names, by name and then by folder, without those that begin with a dot; empty at the end or when there
    // is an error, which `error` then tells.
    std::vector<std::filesystem::path> next(std::error_code& error);

  private:
    struct Name {
        std::string name;
        std::size_t folder = 0;
        auto operator<=>(const Name&) const = default;
    };

    std::vector<std::filesystem::path> folders_;
    std::size_t piece_;
    Name last_;  // what was given out
};

}  // namespace assentd
