// SPDX-License-Identifier: Apache-2.0
#include "templates/fixed_sentences.h"

namespace assentd::outgoing {

namespace {

constexpr std::size_t shortest = 25;

void add_sentence(std::string_view sentence, std::vector<std::string>& found) {
    while (!sentence.empty() && std::string_view(" ,.;:)").find(sentence.front()) != std::string_view::npos)
        sentence.remove_prefix(1);  // they belong to the value before
    while (!sentence.empty() && sentence.back() == ' ') sentence.remove_suffix(1);
    if (sentence.size() >= shortest) found.emplace_back(sentence);
}

// `piece` has no tags.
void add_sentences(std::string_view piece, std::vector<std::string>& found) {
    for (std::size_t at = 0; at + 1 < piece.size(); ++at) {
        if (std::string_view(".?!").find(piece[at]) == std::string_view::npos || piece[at + 1] != ' ') continue;
        add_sentence(piece.substr(0, at + 1), found);
        piece.remove_prefix(at + 1);
        at = 0;
    }
    add_sentence(piece, found);
}

}  // namespace

std::vector<std::string> fixed_sentences(std::string_view text) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.starts_with(' ') || line.starts_with("--------")) continue;
        for (auto tag = line.find("{{"); tag != std::string_view::npos; tag = line.find("{{")) {
            add_sentences(line.substr(0, tag), found);
            const auto behind = line.find("}}", tag);
            line.remove_prefix(behind == std::string_view::npos ? line.size() : behind + 2);
        }
        add_sentences(line, found);
    }
    return found;
}

}  // namespace assentd::outgoing
