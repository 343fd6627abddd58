// SPDX-License-Identifier: Apache-2.0
//
// In this order: signs of the language that votes in the sender's own words, signs of the one that thanks there, then
// both in what is quoted. Without any: a thank above a name, below other words, is one; all else is a vote.
#include "parsers/votes/thanks_or_yes.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/fold.h"

namespace assentd::words {
namespace {

constexpr std::size_t looked_at = 4000;  // bytes

// Letters and words that show which of the two languages a text is in, as reading copies.
constexpr std::array votes_in{"ą",          "ę",       "ł",      "ń",   "ś",    "ź",        "ż",
                              "napisał",    "wysłano", "jest",   "nie", "się",  "dziękuję", "proszę",
                              "pozdrawiam", "zgadzam", "jestem", "za",  "moje", "dobra",    "pozdrowienia"};
constexpr std::array thanks_in{"æ",   "ø",   "å",   "skrev",  "jeg",       "hilsen", "det",   "ikke",   "og",
                               "med", "jer", "dig", "mailen", "forslaget", "hjælp",  "fra",   "sendt",  "emne",
                               "til", "kan", "vil", "mvh",    "vh",        "bedste", "mange", "til jer"};

// A letter anywhere, a word between its boundaries.
template <typename Table>
bool holds(std::string_view folded, const Table& table) {
    return std::any_of(table.begin(), table.end(), [&](std::string_view sign) {
        const bool letter = sign.size() == 2 && static_cast<unsigned char>(sign[0]) >= 0xC3;
        return (letter ? folded.find(sign) : find_phrase(folded, sign)) != folded.npos;
    });
}

std::size_t texts_below(const std::vector<std::string_view>& lines, std::size_t i, std::size_t& words) {
    std::size_t count = 0;
    for (std::size_t k = i + 1; k < lines.size(); ++k)
        if (!is_blank(lines[k])) ++count, words += words_of(lines[k], 4).size();
    return count;
}

}  // namespace

Meaning meaning_of(std::string_view phrase, const std::vector<std::string_view>& lines, std::size_t i,
                   std::string_view whole) {
    if (phrase != "tak") return Meaning::vote;
    std::string own;
    for (std::string_view line : lines)
        if (own.size() < looked_at) own += fold(line.substr(0, looked_at)) + "\n";
    if (holds(own, votes_in)) return Meaning::vote;
    const auto others = std::count_if(lines.begin(), lines.end(), [](auto l) { return !is_blank(l); }) - 1;
    const bool alone = others == 0 && words_of(lines[i], 2).size() == 1;
    if (holds(own, thanks_in)) return Meaning::thanks;
    const std::string quoted = fold(whole.substr(0, looked_at));
    const bool quotes_votes = holds(quoted, votes_in);
    const bool quotes_thanks = holds(quoted, thanks_in);
    if (quotes_votes && !quotes_thanks) return Meaning::vote;
    if (!quotes_votes && quotes_thanks) return alone ? Meaning::unsure : Meaning::thanks;
    std::size_t words = 0;
    const std::size_t below = texts_below(lines, i, words);
    const bool above_name = words_of(lines[i], 2).size() == 1 && below == 1 && words <= 3;
    if (!above_name) return Meaning::vote;
    return others > 1 ? Meaning::thanks : Meaning::unsure;
}

}  // namespace assentd::words
