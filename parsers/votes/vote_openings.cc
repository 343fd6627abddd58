// SPDX-License-Identifier: Apache-2.0
#include "parsers/votes/vote_openings.h"

#include <array>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_reservations_data.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

// "アナさん、": Japanese names whom it greets, and no more.
std::size_t addressed_size(std::string_view s) {
    constexpr std::size_t longest_name = 30;  // bytes
    for (std::string_view title : {"さん", "様", "先生"}) {
        const std::size_t at = s.substr(0, longest_name).find(title);
        if (at == s.npos || at == 0) continue;
        const std::string_view rest = s.substr(at + title.size());
        for (std::string_view mark : {"\u3001", ",", "\uff0c"})
            if (rest.starts_with(mark)) return s.size() - skip_blanks(rest.substr(mark.size())).size();
    }
    return 0;
}

}  // namespace

std::size_t greeting_size(std::string_view s) {
    constexpr std::size_t most_names = 2;
    if (!s.empty() && needs_no_boundary(s))
        if (const std::size_t size = addressed_size(s)) return size;
    static const PhraseIndex<const char*> index{greetings};
    const auto may_greet = index.may_begin(s);
    if (may_greet.empty()) return 0;
    const std::size_t comma = s.find_first_of(",!:.?;");
    if (comma == s.npos || s[comma] != ',') return 0;
    for (const auto& [greeting, row] : may_greet)
        if (starts_with_phrase(s, greeting) &&
            words_of(s.substr(greeting.size(), comma - greeting.size()), most_names + 1).size() <= most_names)
            return s.size() - skip_blanks(s.substr(comma + 1)).size();
    return 0;
}

namespace {

std::size_t one_interjection(std::string_view s) {
    if (const std::size_t greeting = greeting_size(s)) return greeting;
    static const PhraseIndex<const char*> index{interjections, praises};
    for (const auto& [word, row] : index.may_begin(s)) {
        if (!starts_with_phrase(s, word)) continue;
        const std::string_view rest = skip_blanks(s.substr(word.size()));
        if (rest.empty() || std::string_view(",:-").find(rest[0]) == rest.npos) continue;
        std::string_view said = skip_blanks(rest.substr(1));
        if (said.empty() || (rest[1] != ' ' && !needs_no_boundary(said))) continue;
        static const PhraseIndex<Words> buts{but_words};
        if (const Words* but = buts.longest_at_start(said)) said = skip_blanks(said.substr(but->phrase.size()));
        if (is_one_of(word, praises)) {
            const auto vote = value_at(said, {});
            if (!vote || vote->position != Position::agree) continue;
        }
        return s.size() - said.size();
    }
    return 0;
}

}  // namespace

std::size_t interjection_size(std::string_view s) {
    constexpr std::array clarifying{"to be clear"};
    const std::size_t size = one_interjection(s);
    const bool more = size > 0 && any_phrase_starts(s.substr(size), clarifying);  // "Sorry, to be clear: I agree."
    return more ? size + one_interjection(s.substr(size)) : size;
}

}  // namespace assentd::words
