// SPDX-License-Identifier: Apache-2.0
// The rows of tables: what stands in the cells of one row is read as one line, however a program fills the cells
// ("<td><p>Encrypted</p></td><td><p>Yes</p></td>"), for a cell by itself says nothing. A table that only lays a mail
// out has one cell in a row, or many lines in a cell, and stays as it is. Linear in the lines of a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assentd {

// Small, because a long text has many; the words of all stand in one string.
struct HtmlLine {
    std::uint32_t quote = 0;
    bool in_blockquote = false;
    std::uint32_t begin = 0;  // of its text
    std::uint32_t size = 0;   // of its text, bytes
};

class HtmlTables {
  public:
    // `line`: how many lines there are, none of them begun. Whether a cell of a table begins.
    bool start(std::string_view element, std::size_t line);
    bool is_cell(std::string_view element) const;
    // A table ends, in which all lines are: those of its rows are joined.
    void end(std::vector<HtmlLine>& lines, std::string& words);

  private:
    struct Row {
        std::size_t begin = 0;
        std::vector<std::size_t> cells;  // where each begins
    };
    std::vector<std::vector<Row>> open_;
};

}  // namespace assentd
