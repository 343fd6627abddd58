// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/daemon/transcript.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace assentd::testing {

namespace {

constexpr std::string_view indentation = "    ";

bool is_blank(const std::string& line) {
    return line.find_first_not_of(' ') == std::string::npos;
}

void trim_blank_lines(std::vector<std::string>& lines) {
    while (!lines.empty() && is_blank(lines.back())) lines.pop_back();
    while (!lines.empty() && is_blank(lines.front())) lines.erase(lines.begin());
}

// The longest common subsequence of lines: how long it is from each pair of places on.
std::vector<std::vector<std::size_t>> common_lengths(const std::vector<std::string>& a,
                                                     const std::vector<std::string>& b) {
    std::vector<std::vector<std::size_t>> length(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    return length;
}

// Only what changed, and three lines around it.
std::string with_context(const std::vector<std::string>& marked) {
    constexpr std::size_t around = 3;
    std::vector<bool> wanted(marked.size(), false);
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (marked[i][0] == ' ') continue;
        for (std::size_t j = i - std::min(i, around); j < std::min(marked.size(), i + around + 1); ++j)
            wanted[j] = true;
    }
    std::string text;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (wanted[i])
            text += marked[i] + '\n';
        else if (i > 0 && wanted[i - 1])
            text += "  ...\n";
    }
    return text;
}

}  // namespace

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::vector<TranscriptStep> read_transcript(const std::string& text) {
    std::vector<TranscriptStep> steps;
    std::string comments;
    enum class In { nothing, block, outcome } in = In::nothing;
    int number = 0;
    for (const auto& line : lines_of(text)) {
        ++number;
        if (line.starts_with("=>")) {
            if (in != In::block) throw std::invalid_argument("line " + std::to_string(number) + ": => after nothing");
            in = In::outcome;
        } else if (line.starts_with('#')) {
            comments += line + '\n';
            in = In::nothing;
        } else if (!is_blank(line) && line[0] != ' ') {
            steps.push_back({number, line, {}, comments + line + '\n'});
            comments.clear();
            in = In::block;
        } else if (in == In::block && (is_blank(line) || line.starts_with(indentation))) {
            steps.back().block.push_back(is_blank(line) ? "" : line.substr(indentation.size()));
        } else if (in != In::outcome && !is_blank(line)) {
            throw std::invalid_argument("line " + std::to_string(number) + ": belongs to nothing: " + line);
        }
    }
    if (!comments.empty()) throw std::invalid_argument("the comment at the end is about nothing");
    for (auto& step : steps) {
        trim_blank_lines(step.block);
        for (const auto& line : step.block)
            step.verbatim += line.empty() ? "\n" : std::string(indentation) + line + '\n';
    }
    return steps;
}

std::string write_step(const TranscriptStep& step, const std::optional<std::vector<std::string>>& outcome) {
    if (!outcome) return step.verbatim;
    if (outcome->empty()) return step.verbatim + "=> nothing\n";
    std::string text = step.verbatim + "=>\n";
    for (const auto& line : *outcome) text += line.empty() ? "\n" : std::string(indentation) + line + '\n';
    return text;
}

std::string line_difference(const std::string& file, const std::string& now) {
    const auto a = lines_of(file);
    const auto b = lines_of(now);
    const auto length = common_lengths(a, b);
    std::vector<std::string> marked;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            marked.push_back("  " + a[i++]);
            ++j;
        } else if (i < a.size() && (j == b.size() || length[i + 1][j] >= length[i][j + 1])) {
            marked.push_back("- " + a[i++]);
        } else {
            marked.push_back("+ " + b[j++]);
        }
    }
    return with_context(marked);
}

}  // namespace assentd::testing
