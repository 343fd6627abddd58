// SPDX-License-Identifier: Apache-2.0
//
// answer   = *sentence, one of which holds a brief answer, and neither thanks nor speaks of a day
//          / lone-brief-answer
//          / a word that votes, or nods, with more behind it: "OK, machen wir.", "Ok if Tom agrees."
//          / word that answers, mark or "but", question       "Looks fine but who pays?"
//          / a yes and a no of one language                "Ja für die Tische, nein für die Stühle."
//          / word end-mark                        but a small word: "Doable.", not "Noted." nor "Kim"
#include "parsers/votes/vote_brief.h"
#include "parsers/votes/stems.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_brief_data.h"
#include "parsers/votes/tables/vote_nods_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
#include "parsers/votes/tables/vote_reservations_data.h"
#include "parsers/votes/tables/vote_small_words_data.h"
#include "parsers/votes/tables/vote_spoken_answers_data.h"
#include "parsers/votes/vote_answers.h"
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

bool speaks_of_a_day(std::string_view s) {
    static const PhraseIndex<const char*> days{later, other_days};
    return days.any_within(s);
}

// "Ohne mich.", but not "Ich bin im Urlaub, entscheidet bitte ohne mich."
bool stays_away(std::string_view s) {
    static const PhraseIndex<const char*> away{without_me};
    const auto group = words_of(s, most_in_sentence + 1);
    const auto ends = [&](std::size_t at, std::string_view phrase) {  // not "Ohne mich läuft hier nichts."
        const std::string_view rest = skip_blanks(s.substr(at + phrase.size()));
        return rest.empty() || !is_word_byte(rest[0]);
    };
    return away.any_within(s, s.size(), ends) && std::none_of(group.begin(), group.end(), [](std::string_view word) {
               return begins_with_one_of(word, deciding_stems);
           });
}

bool says_where_one_is(std::string_view s) {
    static const PhraseIndex<const char*> places{where_one_is};
    return places.any_within(s);
}

bool answers(std::string_view s) {
    static const PhraseIndex<const char*> known{brief_answers, spoken_answers};
    if (s.ends_with('?') || words_of(s, most_in_sentence + 1).size() > most_in_sentence) return false;
    return (known.any_within(s) || stays_away(s)) && !speaks_of_a_day(s) && !says_where_one_is(s) && !thanks(s) &&
           !is_of_a_side_thing(s, {});
}

// "Looks fine but who pays?", "Good idea. When do we start?": an answer, and a question behind it, which takes
// nothing back; not "Good idea from Tom, when was that?"
bool asks_behind_an_answer(std::string_view s) {
    static const PhraseIndex<const char*> known{brief_answers, spoken_answers};
    static const PhraseIndex<const char*> whose{oneself};
    const char* const* answer = known.longest_at_start(s);
    if (!answer || !s.ends_with('?')) return false;
    std::string_view rest = skip_blanks(s.substr(phrase_of(*answer).size()));
    if (const char* const* own = whose.longest_at_start(rest))
        rest = skip_blanks(rest.substr(phrase_of(*own).size()));
    if (words_of(rest, 1).empty()) return false;  // "Good idea?"
    return std::string_view(",;:-(.!").find(rest[0]) != rest.npos || begins_with_but(rest);
}

bool is_small(std::string_view word) {
    return std::any_of(std::begin(small_words), std::end(small_words), [&](std::string_view small) {
        return small.size() > 3 || needs_no_boundary(small) ? word.starts_with(small) : word == small;
    });
}

bool holds_but(std::string_view s) {
    static const PhraseIndex<Words> buts{but_words};
    static const PhraseIndex<const char*> other{other_buts};
    return buts.any_within(s) || other.any_within(s);
}

// What votes or nods at the begin of the sentence, if anything.
struct Lead {
    std::size_t size = 0;
    bool nods = false;  // so that it may answer anything
};
Lead lead_of(std::string_view s) {
    static const PhraseIndex<const char*> ok{nods};
    if (const char* const* nod = ok.longest_at_start(s)) return {phrase_of(*nod).size(), true};
    const auto vote = value_at(s, {});
    if (!vote || vote->sign || is_one_of(s.substr(0, vote->size), common_words)) return {};
    return {vote->size, vote->use == Use::answer || is_yes_or_no(s.substr(0, vote->size))};
}

// "OK, machen wir.", "Ok if Tom agrees.", "De acuerdo solo después de un periodo de prueba."; not "OK, noted."
bool answers_with_more(std::string_view s) {
    constexpr std::size_t most_behind_mark = 8;
    constexpr std::size_t most_behind_nod = 4;  // and a mark
    constexpr std::size_t looked_at = 3;
    const auto [size, nods] = lead_of(s);
    if (size == 0 || words_of(s, most_in_sentence + 1).size() > most_in_sentence) return false;
    const std::string_view rest = skip_blanks(s.substr(size));
    const bool but = holds_but(rest);
    if (without_end_marks(rest).empty() || rest[0] == ':' || speaks_of_a_day(rest) || (s.ends_with('?') && !but) ||
        says_where_one_is(s))
        return false;
    if (but || begins_with_condition(skip_blanks(rest.substr(std::min(rest.find_first_not_of(",;-"), rest.size())))))
        return true;
    const auto group = words_of(rest, most_in_sentence);
    const bool goes_on = is_word_byte(rest[0]);  // "Enig i første afsnit" says nothing of an "I"
    if (group.empty() || (is_one_of(group[0], ones_own_deeds) && !(goes_on && group[0] == "i"))) return false;
    if (std::any_of(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(std::min(looked_at, group.size())),
                    is_small) ||
        std::find(std::begin(small_words), std::end(small_words), group.back()) != std::end(small_words))
        return false;  // "Approved minutes attached."
    return goes_on || group.size() <= (nods ? most_behind_nod : most_behind_mark);
}

// "I tak, i nie.", "Punkt 1 ja, Punkt 2 nein", "1) Ja" / "2) Nein"; a table of more words is none.
bool says_yes_and_no(std::string_view folded) {
    const auto group = words_of(folded, most_words + 1);
    const auto lines = lines_of(folded);
    const auto holds = [&](std::string_view word) {
        return std::find(group.begin(), group.end(), word) != group.end();
    };
    return std::any_of(yes_with_no.begin(), yes_with_no.end(), [&](const auto& pair) {
        return holds(pair[0]) && holds(pair[1]) &&
               (lines.size() == 1 || std::all_of(lines.begin(), lines.end(), [&](std::string_view line) {
                    const auto said = words_of(line);
                    return said.empty() || is_one_of(said.back(), pair);
                }));
    });
}

// One word that nobody says for thanks, a receipt or a wish: hardly anything but an answer.
bool is_lone_word(std::string_view text, std::string_view folded) {
    constexpr std::size_t longest = 24;  // bytes
    const std::string_view word = without_end_marks(folded);
    const auto group = words_of(word, 2);
    if (group.size() != 1 || group[0].size() != word.size() || word.size() < 2 || word.size() > longest) return false;
    if (needs_no_boundary(word) || std::any_of(word.begin(), word.end(), is_digit)) return false;
    const bool marked = text.ends_with('.') || text.ends_with('!');  // without, it may be a name
    return marked && !is_small(word);
}

}  // namespace

bool is_brief_answer(std::string_view text) {
    const std::string_view whole = trim(text);
    const std::string folded = fold(whole);
    const bool east = !folded.empty() && needs_no_boundary(folded);
    const bool asks = folded.ends_with('?') && !holds_but(folded);
    if (asks_behind_an_answer(folded) && words_of(folded, most_words + 1).size() <= most_words) return true;
    if (folded.empty() || asks || words_of(folded, most_words + 1).size() > most_words ||
        (east && folded.size() > longest_east))
        return false;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = sentence_end(folded, at);
        const std::string_view sentence = trim(std::string_view(folded).substr(at, end - at));
        if (answers(sentence) || answers_with_more(sentence)) return true;
        at = end;
    }
    const std::string_view all = without_end_marks(folded);
    static const PhraseIndex<const char*> alone{lone_brief_answers, lone_nods};
    const char* const* said = alone.longest_at_start(all);
    return (said && phrase_of(*said).size() == all.size()) || says_yes_and_no(folded) || is_lone_word(whole, folded);
}

}  // namespace assentd::words
