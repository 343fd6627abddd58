// SPDX-License-Identifier: Apache-2.0
#include "parsers/votes/decorations.h"

#include <algorithm>
#include <string_view>

#include "parsers/fold.h"
#include "parsers/votes/tables/decorations_data.h"
#include "parsers/votes/vote_line.h"

namespace assentd::words {
namespace {

std::size_t decoration_at(std::string_view s) {
    const auto found =
        std::find_if(decorations.begin(), decorations.end(), [&](std::string_view d) { return s.starts_with(d); });
    return found == decorations.end() ? 0 : std::string_view(*found).size();
}

std::size_t decoration_before(std::string_view s, std::size_t end) {
    const std::string_view before = s.substr(0, end);
    const auto found =
        std::find_if(decorations.begin(), decorations.end(), [&](std::string_view d) { return before.ends_with(d); });
    return found == decorations.end() ? 0 : std::string_view(*found).size();
}

// "ja j": the font draws a smiling face for "J" and a sad one for "L".
bool ends_with_face(std::string_view s, const OwnVoteWords& own) {
    if (s.size() < 3 || s[s.size() - 2] != ' ' || (s.back() != 'j' && s.back() != 'l')) return false;
    const auto votes = votes_in_line(s.substr(0, s.size() - 2), own);
    const auto* vote = votes.size() == 1 && votes[0].begin == 0 ? &votes[0] : nullptr;
    return vote && without_end_marks(s.substr(vote->end, s.size() - 2 - vote->end)).empty() &&
           (s.back() == 'j' || vote->position == Position::disagree);
}

// Most lines have none at either end.
bool may_be_decorated(std::string_view folded) {
    const std::string_view s = trim(folded);
    const auto may = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    return !s.empty() && (may(s.front()) || may(s.back()) || s.back() == 'j' || s.back() == 'l');
}

}  // namespace

std::string without_decorations(std::string folded, const OwnVoteWords& own) {
    if (!may_be_decorated(folded)) return folded;
    const std::string before = folded;
    std::size_t begin = 0;
    while (begin < folded.size()) {
        const std::size_t size = folded[begin] == ' ' ? 1 : decoration_at(std::string_view(folded).substr(begin));
        if (size == 0) break;
        std::fill_n(folded.begin() + static_cast<std::ptrdiff_t>(begin), size, ' ');
        begin += size;
    }
    if (begin == folded.size()) return before;  // nothing else
    std::size_t end = folded.size();
    while (end > begin) {
        const std::size_t size = folded[end - 1] == ' ' ? 1 : decoration_before(folded, end);
        if (size == 0) break;
        std::fill_n(folded.begin() + static_cast<std::ptrdiff_t>(end - size), size, ' ');
        end -= size;
    }
    if (ends_with_face(trim(folded), own)) folded[folded.find_last_not_of(' ')] = ' ';
    return folded;
}

}  // namespace assentd::words
