// SPDX-License-Identifier: Apache-2.0
#include "parsers/html/html_tables.h"

#include <algorithm>

#include "parsers/ascii.h"

namespace assentd {
namespace {

constexpr std::size_t most_rows = 4000;        // of a table that is joined, and as many lines
constexpr std::size_t most_lines = 12;         // of a row that is data
constexpr std::size_t most_lines_in_cell = 2;  // of the only row with several cells
constexpr std::size_t longest_row = 2000;      // bytes
constexpr std::string_view lone_cell = "| ";   // the mark of a table: parsers/votes/vote_surroundings knows it

std::string_view text_of(const HtmlLine& line, const std::string& words) {
    return trimmed(std::string_view(words).substr(line.begin, line.size));
}

// What the reader needs to know of a row: lines [begin, end).
struct Shape {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t cells = 0;       // with text
    std::size_t lines = 0;       // with text
    std::size_t most_lines = 0;  // of one cell
    std::size_t bytes = 0;
    bool plain = true;  // no quotation or signature begins in it
};

}  // namespace

bool HtmlTables::is_cell(std::string_view element) const {
    return !open_.empty() && (element == "td" || element == "th");
}

bool HtmlTables::start(std::string_view element, std::size_t line) {
    if (element == "table") open_.emplace_back();
    if (open_.empty()) return false;
    std::vector<Row>& rows = open_.back();
    if (element == "tr" || (is_cell(element) && rows.empty())) rows.push_back({line, {}});
    if (is_cell(element)) rows.back().cells.push_back(line);
    return is_cell(element);
}

void HtmlTables::end(std::vector<HtmlLine>& lines, std::string& words) {
    if (open_.empty()) return;
    const std::vector<Row> rows = std::move(open_.back());
    open_.pop_back();
    if (rows.empty() || rows.size() > most_rows || lines.size() - std::min(lines.size(), rows[0].begin) > most_rows)
        return;
    std::vector<Shape> shapes;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        Shape shape;
        shape.begin = std::min(rows[r].begin, lines.size());
        shape.end = r + 1 < rows.size() ? std::min(rows[r + 1].begin, lines.size()) : lines.size();
        for (std::size_t c = 0; c < rows[r].cells.size(); ++c) {
            const std::size_t end = c + 1 < rows[r].cells.size() ? rows[r].cells[c + 1] : shape.end;
            std::size_t in_cell = 0;
            for (std::size_t i = rows[r].cells[c]; i < std::min(end, shape.end); ++i) {
                if (text_of(lines[i], words).empty()) continue;
                ++in_cell;
                shape.bytes += lines[i].size + 1;
                shape.plain = shape.plain && text_of(lines[i], words) != "--" &&
                              lines[i].quote == lines[shape.begin].quote &&
                              lines[i].in_blockquote == lines[shape.begin].in_blockquote;
            }
            shape.cells += in_cell > 0 ? 1 : 0;
            shape.lines += in_cell;
            shape.most_lines = std::max(shape.most_lines, in_cell);
        }
        shapes.push_back(shape);
    }
    const bool data = std::count_if(shapes.begin(), shapes.end(), [](const Shape& s) { return s.cells > 1; }) > 1;
    std::size_t kept = rows[0].begin;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const Shape& shape = shapes[r];
        const bool row = shape.cells > 1 && (data || shape.most_lines <= most_lines_in_cell);
        const bool rest_of_row = data && shape.cells == 1 && shape.lines == 1 && rows[r].cells.size() > 1;
        const bool joins = shape.plain && shape.lines <= most_lines && shape.bytes <= longest_row;
        if (!joins || !(row || rest_of_row)) {
            for (std::size_t i = shape.begin; i < shape.end; ++i) lines[kept++] = lines[i];
            continue;
        }
        std::string joined(rest_of_row ? lone_cell : std::string_view{});
        for (std::size_t i = shape.begin; i < shape.end; ++i) {
            const std::string_view text = text_of(lines[i], words);
            if (!text.empty() && !joined.empty() && joined.back() != ' ') joined += ' ';
            joined += text;
        }
        HtmlLine line = lines[shape.begin];
        line.begin = static_cast<std::uint32_t>(words.size());
        line.size = static_cast<std::uint32_t>(joined.size());
        words += joined;
        lines[kept++] = line;
    }
    lines.resize(kept);
}

}  // namespace assentd
