// SPDX-License-Identifier: Apache-2.0
//
// wish = [interjection] refusal [few words] / [interjection] lone-refusal / [interjection] starter deed [few words]
//        as a sentence of the line
#include "parsers/vote_wishes.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/vote_context_data.h"
#include "parsers/vote_tail.h"
#include "parsers/vote_values.h"
#include "parsers/vote_wishes_data.h"

namespace assentd::words {
namespace {

constexpr std::size_t few_words = 4;

std::string_view without_marks(std::string_view s) {
    while (!s.empty() && std::string_view(" ,.!:;-*_\"'`(").find(s.front()) != s.npos) s.remove_prefix(1);
    return s;
}

// "Sorry, ", "Thanks, but": what people say before they refuse.
std::string_view without_opening(std::string_view s) {
    static const PhraseIndex<const char*> index{interjections};
    s = without_marks(s);
    for (const auto& [word, row] : index.may_begin(s))
        if (starts_with_phrase(s, word) && s.size() > word.size() && !is_word_byte(s[word.size()])) {
            const std::string_view rest = without_marks(s.substr(word.size()));
            return starts_with_phrase(rest, "but") ? without_marks(rest.substr(3)) : rest;
        }
    return s;
}

bool is_short(std::string_view rest) {
    const bool east = !rest.empty() && needs_no_boundary(rest);
    return !rest.ends_with('?') && (east ? rest.size() <= 30 : words_of(rest, few_words + 1).size() <= few_words);
}

bool is_wish(std::string_view sentence) {
    static const PhraseIndex<const char*> refused{refusals};
    static const PhraseIndex<const char*> alone{lone_refusals};
    static const PhraseIndex<const char*> starters{wish_starters};
    static const PhraseIndex<const char*> deeds{wish_deeds};
    const std::string_view s = without_opening(sentence);
    if (const auto* refusal = refused.longest_at_start(s))
        if (is_short(s.substr(phrase_of(*refusal).size()))) return true;
    if (const auto* refusal = alone.longest_at_start(s))
        if (without_end_marks(s).size() == phrase_of(*refusal).size()) return true;
    const auto entries = starters.may_begin(s);
    return std::any_of(entries.begin(), entries.end(), [&](const auto& starter) {
        if (!starts_with_phrase(s, starter.phrase)) return false;
        const std::string_view rest = skip_blanks(s.substr(starter.phrase.size()));
        const auto* deed = deeds.longest_at_start(rest);
        return deed && is_short(rest.substr(phrase_of(*deed).size()));
    });
}

}  // namespace

bool says_a_wish(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = sentence_end(line, at);
        if (is_wish(line.substr(at, end - at))) return true;
        at = end;
    }
    return false;
}

}  // namespace assentd::words
