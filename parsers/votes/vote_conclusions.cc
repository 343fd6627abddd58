// SPDX-License-Identifier: Apache-2.0
//
// conclusion = *3word conclusive-word [":" / ","] *words     a vote or a stance without the conclusive word
#include "parsers/votes/vote_conclusions.h"

#include <algorithm>
#include <string>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_conclusions_data.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_stances.h"
#include "parsers/votes/vote_tail.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_words = 24;       // of a conclusion
constexpr std::size_t farthest_within = 32;  // bytes before the word that concludes

bool votes(std::string_view s) {
    return !votes_in_line(s).empty() || takes_a_stance(s);
}

bool is_conclusion(std::string_view sentence) {
    static const PhraseIndex<const char*> index{conclusive_words};
    const std::string_view s = skip_blanks(sentence);
    if (s.ends_with('?') || words_of(s, most_words + 1).size() > most_words) return false;
    return index.any_within(s, farthest_within, [&](std::size_t at, std::string_view phrase) {
        std::string_view behind = s.substr(at + phrase.size());
        while (!behind.empty() && std::string_view(" ,:-").find(behind[0]) != behind.npos) behind.remove_prefix(1);
        const std::string without = std::string(s.substr(0, at)) + std::string(behind);
        return !behind.empty() && votes(without);
    });
}

}  // namespace

bool concludes_with_a_vote(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = sentence_end(line, at);
        if (is_conclusion(line.substr(at, end - at))) return true;
        at = end;
    }
    return false;
}

}  // namespace assentd::words
