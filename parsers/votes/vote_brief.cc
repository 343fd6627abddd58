// SPDX-License-Identifier: Apache-2.0
//
// answer   = *sentence, one of which holds a brief answer, and neither thanks nor speaks of a day
//          / lone-brief-answer
//          / word end-mark                        but a small word: "Doable.", not "Noted." nor "Kim"
#include "parsers/votes/vote_brief.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_brief_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
#include "parsers/votes/tables/vote_small_words_data.h"
#include "parsers/votes/vote_stances.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_words = 16;  // of the mail
constexpr std::size_t most_in_sentence = 12;
constexpr std::size_t longest_east = 48;  // bytes of a mail in words without blanks

bool thanks(std::string_view s) {
    static const PhraseIndex<const char*> index{thanking_words};
    const char* const* word = index.longest_at_start(s);
    if (!word) return false;
    const std::string_view behind = skip_blanks(s.substr(phrase_of(*word).size()));
    return behind.empty() || std::string_view(",.!-;:").find(behind[0]) == behind.npos;
}

bool answers(std::string_view s) {
    static const PhraseIndex<const char*> known{brief_answers};
    static const PhraseIndex<const char*> days{later, other_days};
    if (s.ends_with('?') || words_of(s, most_in_sentence + 1).size() > most_in_sentence) return false;
    return known.any_within(s) && !days.any_within(s) && !thanks(s) && !is_of_a_side_thing(s, {});
}

// One word that nobody says for thanks, a receipt or a wish: hardly anything but an answer.
bool is_lone_word(std::string_view text, std::string_view folded) {
    constexpr std::size_t longest = 24;  // bytes
    const std::string_view word = without_end_marks(folded);
    const auto group = words_of(word, 2);
    if (group.size() != 1 || group[0].size() != word.size() || word.size() < 2 || word.size() > longest) return false;
    if (needs_no_boundary(word) || std::any_of(word.begin(), word.end(), is_digit)) return false;
    const bool marked = text.ends_with('.') || text.ends_with('!');  // without, it may be a name
    return marked && std::none_of(std::begin(small_words), std::end(small_words), [&](std::string_view small) {
               return small.size() > 3 ? word.starts_with(small) : word == small;
           });
}

}  // namespace

bool is_brief_answer(std::string_view text) {
    const std::string_view whole = trim(text);
    const std::string folded = fold(whole);
    const bool east = !folded.empty() && needs_no_boundary(folded);
    if (folded.empty() || folded.ends_with('?') || words_of(folded, most_words + 1).size() > most_words ||
        (east && folded.size() > longest_east))
        return false;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = sentence_end(folded, at);
        if (answers(skip_blanks(std::string_view(folded).substr(at, end - at)))) return true;
        at = end;
    }
    return is_one_of(without_end_marks(folded), lone_brief_answers) || is_lone_word(whole, folded);
}

}  // namespace assentd::words
